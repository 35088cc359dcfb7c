"""Characters that look right and are others: compatibility ideographs, radicals, full-width digits.

NFKC would do some of this and much harm: it turns ，：（ half-width. Here one class is folded at a time.
"""

import re
import unicodedata
from functools import cache

from transform.patterns import compiled
from transform.repair.edits import Edit
from transform.vocabulary import read_pairs

_HIDDEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_IDEOGRAPHS = "\u2e80-\u2fd5\uf900-\ufaff\U0002f800-\U0002fa1f"
_VERTICALS = "\ue78d-\ue796\ufe10-\ufe19"
_FULL = "０-９Ａ-Ｚａ-ｚ"
_SUSPECT = compiled(
    f"(?P<hidden>[{_HIDDEN}]+)"
    f"|(?P<ideograph>[{_IDEOGRAPHS}]+)"
    f"|(?P<full>(?:(?<![{_FULL}])[＋－](?=[０-９]))?[{_FULL}]+(?:[．][{_FULL}]+)*(?:(?<=[０-９])％)?)"
    f"|(?P<vertical>[{_VERTICALS}]+)"
)
_ANY = compiled(f"[{_HIDDEN}{_IDEOGRAPHS}{_FULL}{_VERTICALS}]")
_HAN = compiled(r"[\u2e80-\u2fd5\u3400-\u9fff]")
_JOINS = compiled("[\u200c\u200d]")
# Arabic and Indian scripts, Mongolian and emoji mean something by a joiner.
_JOINERS = compiled(r"[\u0600-\u0dff\u1800-\u18af\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]")
# The vertical forms ︐︑… of GB 18030, and the private-use characters that older codecs read for them.
_VERTICAL = dict(
    zip("\ufe10\ufe11\ufe12\ufe13\ufe14\ufe15\ufe16\ufe17\ufe18\ufe19", "，、。：；！？〖〗…", strict=True)
) | dict(
    zip("\ue78d\ue78e\ue78f\ue790\ue791\ue792\ue793\ue794\ue795\ue796", "，。、：；！？〖〗…", strict=True)
)


def find_characters(text: str) -> list[Edit]:
    """Edits that put the ordinary character for each that only looks like it.

    >>> [(edit.before, edit.after) for edit in find_characters("⻓江⽔位\\u200b３２．５米")]
    [('⻓', '长'), ('⽔', '水'), ('\\u200b', ''), ('３２．５', '32.5')]
    """
    if text.isascii() or not _ANY.search(text) or not _HAN.search(text):
        return []
    edits = []
    for match in _SUSPECT.finditer(text):
        after = _fold(match, text)
        if after != match.group():
            edits.append(Edit("character", match.start(), match.end(), match.group(), after, 0.99))
    return edits


def _fold(match: re.Match[str], text: str) -> str:
    found = match.group()
    if match.lastgroup == "hidden":
        around = text[max(0, match.start() - 1) : match.end() + 1]
        return found if _JOINS.search(found) and _JOINERS.search(around) else ""
    if match.lastgroup == "full":
        return "".join(chr(ord(char) - 0xFEE0) for char in found)
    if match.lastgroup == "vertical":
        return "".join(_VERTICAL[char] for char in found)
    return "".join(_radicals().get(char) or unicodedata.normalize("NFKC", char) for char in found)


@cache
def _radicals() -> dict[str, str]:
    return read_pairs("repair_radicals.tsv")
