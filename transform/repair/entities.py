"""Characters that were escaped once too often: `&amp;nbsp;`, `&#x4e2d;`, `\\u4e2d`, `%u4e2d`.

The text here has been through an HTML parser: an entity that is still to be read was escaped twice.
"""

import html
import re

from transform.repair.edits import Edit

_ENTITY = re.compile(r"&(?:amp;)*(?:#[xX][0-9a-fA-F]{2,6}|#[0-9]{2,7}|[a-zA-Z]{2,8}[0-9]{0,2});")
_INDENT = {" ", "\t", "\u3000"}
_AMPERSANDS = re.compile(r"&(?:amp;)+")
_ESCAPE = re.compile(r"(?:\\u[0-9a-fA-F]{4}|%u[0-9a-fA-F]{4})+")
_WIDE = re.compile(r"[\u2010-\u2027\u3000-\u30ff\u3400-\u9fff\uff01-\uff5e]")


def find_entities(text: str) -> list[Edit]:
    """Edits that read what was escaped twice.

    >>> [(edit.before, edit.after) for edit in find_entities("AT&amp;T的&amp;#x4e2d;文\\\\u7248")]
    [('&amp;', '&'), ('&amp;#x4e2d;', '中'), ('\\\\u7248', '版')]
    """
    if "&" not in text and "\\u" not in text and "%u" not in text:
        return []
    edits = [_edit(match, _read_entity(match.group())) for match in _ENTITY.finditer(text)]
    edits += [_edit(match, _read_escape(match.group())) for match in _ESCAPE.finditer(text)]
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


def _read_escape(escape: str) -> str:
    """Only escapes that give Chinese: a Windows path may hold `\\u0041` too."""
    units = bytes.fromhex("".join(part for part in re.split(r"\\u|%u", escape)))
    text = units.decode("utf-16-be", "replace")
    return text if "\ufffd" not in text and _WIDE.search(text) else escape
