"""White space as a reader sees it, and characters that nobody sees."""

from transform.patterns import compiled

_BLANKS = compiled(r"[ \t\n\f\r\u2000-\u200a\u2028\u2029\u3000]+")
"""White space that no byte is read as."""
_MISREAD = compiled(r"[\x80-\x9f]|[\xe4-\xe9](?:\xa0[^\x00-\x7f]|[^\x00-\x7f]\xa0)|\xe3€€")
"""Bytes read as characters: among them U+00A0 and U+0085 are halves of letters and no blanks."""
_RARE = compiled(r"[\x80-\x9f\xe3-\xe9\u200b\ufeff]")
"""What those begin with, and characters without width: one class is searched sooner than many patterns."""
_MISREAD_AT_ENDS = compiled(r"^(?: |\xa0|\xe3[\x80€]{2}|\xc2\xa0)+|(?: |\xe3[\x80€]{2}|\xc2\xa0)+$")
"""Blanks, and the ideographic blank and the unbreakable one as misread bytes."""
_AT_ENDS = compiled(r"^[\u200b\ufeff\s]+|[\u200b\ufeff\s]+$")
_BETWEEN = compiled(r" ([\u200b\ufeff]+) ")


def collapse(text: str) -> str:
    """White space to single spaces, none at the ends; characters without width stay.

    >>> collapse(" 甲\\u00a0 乙\\n"), collapse("ä¸\\u00a0æ\\u0085 ")
    ('甲 乙', 'ä¸\\xa0æ\\x85')
    """
    if text.isascii() or not _RARE.search(text):
        return " ".join(text.split())
    if _MISREAD.search(text):
        text = _MISREAD_AT_ENDS.sub("", _BLANKS.sub(" ", text))
    else:
        text = " ".join(text.split())
    if "\u200b" in text or "\ufeff" in text:
        text = _BETWEEN.sub(r" \1", text)
        text = _AT_ENDS.sub(lambda ends: "".join(ends.group().split()), text)
    return text


def strip_widthless(text: str) -> str:
    """The text without U+200B and U+FEFF.

    >>> strip_widthless("江\\u200b水")
    '江水'
    """
    if "\u200b" in text or "\ufeff" in text:
        return text.replace("\u200b", "").replace("\ufeff", "")
    return text
