"""The tree of a page becomes blocks: one pass over the nodes, in page order."""

import re
from functools import lru_cache
from html import escape
from typing import Any

from selectolax.lexbor import LexborNode

from transform.maintext.blocks import Block, Box
from transform.maintext.elements import COLUMNS, INLINE, KINDS, SKIPPED
from transform.maintext.spaces import collapse, strip_widthless

DEEPEST = 1500
"""Pages of people's making nest some hundred elements where they forget to close <font>, and no more."""

_CAPTION = re.compile(
    r"caption|(?:pic|img|photo|image)[-_]?(?:txt|text|info|desc|note|intro)|tu(?:shuo|zhu)", re.I
)
BOLD = frozenset(["b", "strong"])
_HIDDEN = re.compile(r"display\s*:\s*none", re.I)


LONGEST_LINK = 4
"""A link holds at most so many blocks."""


class TooDeepError(Exception):
    """The page nests deeper than a page of people's making."""


class _Walk:
    """The state of one pass. Lives as long as `walk`."""

    __slots__ = ("blocks", "bold", "boxes", "broken", "linked", "markup", "pictures", "pieces")

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.boxes: list[list[Any]] = []
        self.pieces: list[str] = []
        self.linked = self.bold = self.pictures = 0
        self.markup: list[str] = []
        self.broken = False

    def flush(self, box: int, tag: str, hidden: bool) -> None:
        """End the block that is being gathered."""
        pieces = self.pieces
        found = collapse(pieces[0] if len(pieces) == 1 else "".join(pieces))
        text = strip_widthless(found)
        if text:
            kind = KINDS.get(tag, "paragraph")
            if kind == "paragraph" and _holds_captions(self.boxes[box][2]):
                kind = "caption"
            size = len(text)
            self.blocks.append(
                Block(
                    text,
                    "br" if self.broken and tag not in KINDS else tag,
                    kind,
                    box,
                    min(self.linked, size),
                    min(self.bold, size),
                    "".join(self.markup),
                    "",
                    hidden,
                    self.pictures,
                    found if found != text else "",
                )
            )
            self.markup.clear()
            self.pictures = 0
        pieces.clear()
        self.linked = self.bold = 0

    def add_text(self, text: str, link: bool, bold: bool) -> None:
        """Gather text that is linked or bold."""
        count = len(text.strip())
        self.pieces.append(text)
        self.linked += count if link else 0
        self.bold += count if bold else 0

    def add_lines(self, text: str, box: int, tag: str, hidden: bool) -> None:
        """Gather text in which line breaks count."""
        for line in text.split("\n"):
            if line or self.pieces:
                self.pieces.append(line)
                self.flush(box, tag, hidden)
            self.markup.append("<br>")

    def add_rows(self, rows: list[tuple[str, str, int]], box: int, hidden: bool) -> None:
        """Gather the rows of a table of data."""
        self.markup.append("<table>")
        for markup, text, linked in rows:
            opening = "".join(self.markup)
            self.blocks.append(Block(text, "tr", "row", box, linked, 0, opening, markup, hidden))
            self.markup.clear()
        self.markup.append("</table>")

    def unlink(self, first: int) -> None:
        """Take an anchor that holds many blocks for what it is: one that nobody closed, and no link."""
        if len(self.blocks) - first > LONGEST_LINK:
            self.blocks[first:] = [block._replace(linked=0) for block in self.blocks[first:]]
            self.linked = 0


def walk(root: LexborNode) -> tuple[tuple[Block, ...], tuple[Box, ...]]:
    """The blocks and boxes below a node.

    Most of the time goes into this loop and not into the nodes, so what it needs at every node has a name of
    its own, and nothing is called for what is not there (a tenth of its time).
    """
    state = _Walk()
    blocks, boxes, pieces, markup = state.blocks, state.boxes, state.pieces, state.markup
    box, tag, link, bold, hidden, pre = 0, root.tag or "body", False, False, False, False
    boxes.append([-1, tag, "", 0, 0, 0])  # the fields of a Box; its end is known last
    # a frame: first block of a link or -1, what closes the box or nothing, node to go on with, and what holds
    # there: box, tag of the box, in link, in bold, hidden, is preformatted
    stack: list[tuple[int, str, LexborNode | None, int, str, bool, bool, bool, bool]] = []
    node = root.child
    while True:
        if node is None:
            if not stack:
                break
            inner, inner_tag, inner_hidden = box, tag, hidden
            first, close, node, box, tag, link, bold, hidden, pre = stack.pop()
            if close:
                if pieces:
                    state.flush(inner, inner_tag, inner_hidden)
                boxes[inner][5] = len(blocks)
                markup.append(close)
                state.broken = False
            elif first >= 0:
                state.unlink(first)
            continue
        name = node.tag or ""
        if name == "-text":
            text = node.text_content or ""
            if pre and "\n" in text:
                state.add_lines(text, box, tag, hidden)
            elif text and (pieces or not text.isspace()):
                if link or bold:
                    state.add_text(text, link, bold)
                else:
                    pieces.append(text)
        elif name in SKIPPED:
            pass
        elif name == "br":
            if pieces:
                state.flush(box, tag, hidden)
            state.broken = True
            markup.append("<br>")
        elif name == "img":
            state.pictures += 1
        elif len(stack) > DEEPEST:
            raise TooDeepError
        elif name in INLINE or ":" in name:
            is_link = name == "a"
            stack.append((len(blocks) if is_link else -1, "", node.next, box, tag, link, bold, hidden, pre))
            link, bold = link or is_link, bold or name in BOLD
            node = node.child
            continue
        else:
            if pieces:
                state.flush(box, tag, hidden)
            state.broken = False
            if name != "hr":
                attributes = node.attributes
                marks, hides = "", hidden
                if attributes:
                    if "class" in attributes or "id" in attributes:
                        marks = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".strip()
                    if "style" in attributes and not hidden:
                        hides = _HIDDEN.search(attributes["style"] or "") is not None
                boxes.append([box, name, marks, len(stack) + 1, len(blocks), 0])
                if name == "table" and (rows := data_rows(node)):
                    state.add_rows(rows, len(boxes) - 1, hides)
                    boxes[-1][5] = len(blocks)
                else:
                    is_column = name in COLUMNS
                    close = "</div>" if is_column else f"</{name}>"
                    stack.append((-1, close, node.next, box, tag, link, bold, hidden, pre))
                    markup.append("<div>" if is_column else f"<{name}>")
                    box, tag, hidden, pre = len(boxes) - 1, name, hides, pre or name == "pre"
                    node = node.child
                    continue
        node = node.next
    if pieces:
        state.flush(0, tag, False)
    boxes[0][5] = len(blocks)
    return tuple(blocks), tuple(map(Box._make, boxes))


@lru_cache(maxsize=1024)  # a page's classes come again and again
def _holds_captions(marks: str) -> bool:
    return _CAPTION.search(marks) is not None


def data_rows(table: LexborNode) -> list[tuple[str, str, int]]:
    """Markup, text and linked characters of each row, if the table holds data and not the page's columns."""
    if len(table.css("table")) > 1 or table.css_first("ul, ol, form, h1, h2, h3, iframe, script") is not None:
        return []
    lines = table.css("tr")
    if len(lines) < 2:
        return []
    rows = []
    for row in lines:
        cells = [cell for cell in row.iter() if cell.tag in ("td", "th")]
        found = [collapse(cell.text(separator=" ", skip_empty=True)) for cell in cells]
        texts = [strip_widthless(text) for text in found]
        if any(len(text) > 200 for text in texts):
            return []
        if any(texts):
            linked = sum(len(a.text(strip=True)) for a in row.css("a"))
            rows.append((_row_markup(cells, found), "\t".join(texts), linked))
    wide = sum(row[1].count("\t") > 0 for row in rows)
    return rows if len(rows) > 1 and wide * 2 > len(rows) else []


def _row_markup(cells: list[LexborNode], texts: list[str]) -> str:
    out = ["<tr>"]
    for cell, text in zip(cells, texts, strict=True):
        spans = "".join(
            f' {name}="{value}"'
            for name in ("rowspan", "colspan")
            if (value := (cell.attributes.get(name) or "")).isdigit()
        )
        out.append(f"<{cell.tag}{spans}>{escape(text)}</{cell.tag}>")
    return "".join(out) + "</tr>"
