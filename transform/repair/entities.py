"""Characters that were escaped once too often: `&amp;nbsp;`, `&#x4e2d;`, `\\u4e2d`, `%u4e2d`.

The text here has been through an HTML parser: an entity that is still to be read was escaped twice.
"""

import html
import re

from transform.patterns import compiled
from transform.repair.edits import Edit

_ENTITY = compiled(r"&(?:amp;)*(?:#[xX][0-9a-fA-F]{2,6}|#[0-9]{2,7}|[a-zA-Z]{2,8}[0-9]{0,2});")
_INDENT = {" ", "\t", "\u3000"}
_AMPERSANDS = compiled(r"&(?:amp;)+")
_ADDRESS = compiled(r"(?:https?://|www\.)[!-~]+")
_NAMED = compiled("&[a-zA-Z]+;")  # what may be a parameter of an address: `&copy;=2`
_IN_ADDRESS = ("&amp;", "&quot;", "&nbsp;", "&lt;", "&gt;", "&apos;")
_UNIT = r"(?:\\u|%u)[0-9a-fA-F]{4}"
_ESCAPE = compiled(f"(?:{_UNIT})+")
_MARK = compiled(r"\\u|%u")
_RANGE = compiled(f"{_UNIT}-{_UNIT}")  # of a regular expression
_WIDE = compiled("[\u2010-\u2027\u3000-\u30ff\u3400-\u9fff\uff01-\uff5e\U0001f000-\U0003ffff]")
_FOREIGN = compiled("[^\x00-\x9f]")
_HAN = compiled("[\u3000-\u303f\u3400-\u9fff\uff01-\uff5e]")


def find_entities(text: str) -> list[Edit]:
    """Edits that read what was escaped twice.

    >>> [(edit.before, edit.after) for edit in find_entities("AT&amp;T的&amp;#x4e2d;文\\\\u7248")]
    [('&amp;', '&'), ('&amp;#x4e2d;', '中'), ('\\\\u7248', '版')]
    """
    if "&" not in text and "\\" not in text and "%u" not in text:
        return []
    parameters = _find_parameters(text)
    found = (match for match in _ENTITY.finditer(text) if match.start() not in parameters)
    edits = [_edit(match, _read_entity(match.group())) for match in found] + _find_escapes(text)
    edits = sorted((edit for edit in edits if edit.before != edit.after), key=lambda edit: edit.start)
    return _without_indents(text, edits)


def _without_indents(text: str, edits: list[Edit]) -> list[Edit]:
    """Blanks that a line begins with go, with the white space behind them: they were its indent."""
    out: list[Edit] = []
    at, is_indent = 0, True  # whether nothing but indent stands between the line's beginning and here
    for edit in edits:
        line = text.rfind("\n", at, edit.start) + 1
        is_indent = (is_indent or line > 0) and not text[max(line, at) : edit.start].strip()
        if is_indent and edit.after.isspace():
            at = edit.end
            while text[at : at + 1] in _INDENT:
                at += 1
            out.append(Edit(edit.kind, edit.start, at, text[edit.start : at], "", edit.confidence))
        else:
            at, is_indent = edit.end, False
            out.append(edit)
    return out


def _edit(match: re.Match[str], after: str) -> Edit:
    return Edit("entity", match.start(), match.end(), match.group(), after, 0.99)


def _read_entity(entity: str) -> str:
    text = _AMPERSANDS.sub("&", entity)  # in one step: a hostile page escapes a thousand times
    while text.startswith("&") and (read := html.unescape(text)) != text:
        text = read
    return " " if text == "\xa0" else text


def _find_parameters(text: str) -> set[int]:
    """Where in an address like `?a=1&copy;=2` rather the name of a parameter begins."""
    return {
        address.start() + match.start()
        for address in _ADDRESS.finditer(text)
        for match in _NAMED.finditer(address.group())
        if match.group() not in _IN_ADDRESS
    }


def _find_escapes(text: str) -> list[Edit]:
    """Escapes of what is not ASCII, where a text was escaped; in a lesson on escapes they stay.

    Two Chinese characters in a row, or one beside a Chinese character, show that a text was escaped.
    """
    ranges = {end for match in _RANGE.finditer(text) for end in (match.start(), match.end())}
    found = [
        (match, after)
        for match in _ESCAPE.finditer(text)
        if match.start() not in ranges and match.end() not in ranges
        if (after := _read_escape(match.group())) is not None
    ]
    is_escaped = any(len(after) > 1 and _HAN.search(after) for _, after in found)
    return [
        _edit(match, after)
        for match, after in found
        if is_escaped or (_WIDE.search(after) and _HAN.search(_neighbours(text, match)))
    ]


def _neighbours(text: str, match: re.Match[str]) -> str:
    return text[: match.start()][-1:] + text[match.end() :][:1]


def _read_escape(escape: str) -> str | None:
    """The characters, if one of them is not ASCII: a Windows path may hold `\\u0041` too."""
    text = bytes.fromhex(_MARK.sub("", escape)).decode("utf-16-be", "replace")
    return None if "\ufffd" in text or not _FOREIGN.search(text) else text
