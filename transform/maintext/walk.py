"""The tree of a page becomes blocks: one pass over the nodes, in page order."""

import re
from html import escape

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

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.boxes: list[list[object]] = []
        self.pieces: list[str] = []
        self.linked = self.bold = self.pictures = 0
        self.markup: list[str] = []
        self.broken = False

    def flush(self, box: int, tag: str, hidden: bool) -> None:
        """End the block that is being gathered."""
        if not self.pieces:
            return
        found = collapse("".join(self.pieces))
        text = strip_widthless(found)
        if text:
            kind = KINDS.get(tag, "paragraph")
            if kind == "paragraph" and self.boxes[box][2] and _CAPTION.search(str(self.boxes[box][2])):
                kind = "caption"
            self.blocks.append(
                Block(
                    text,
                    "br" if self.broken and tag not in KINDS else tag,
                    kind,
                    box,
                    min(self.linked, len(text)),
                    min(self.bold, len(text)),
                    "".join(self.markup),
                    "",
                    hidden,
                    self.pictures,
                    found if found != text else "",
                )
            )
            self.markup = []
            self.pictures = 0
        self.pieces = []
        self.linked = self.bold = 0

    def unlink(self, first: int) -> None:
        """Take an anchor that holds many blocks for what it is: one that nobody closed, and no link."""
        if len(self.blocks) - first > LONGEST_LINK:
            self.blocks[first:] = [block._replace(linked=0) for block in self.blocks[first:]]
            self.linked = 0


def walk(root: LexborNode) -> tuple[tuple[Block, ...], tuple[Box, ...]]:
    """The blocks and boxes below a node."""
    state = _Walk()
    boxes = state.boxes
    boxes.append([-1, root.tag or "body", "", 0, 0, 0])
    # a frame: node to go on with, box, tag of the box, in link, in bold, hidden, is preformatted
    stack: list[tuple[LexborNode | None, int, str, bool, bool, bool, bool]] = []
    node, box, tag, link, bold, hidden, pre = root.child, 0, root.tag or "body", False, False, False, False
    closing: list[str] = []
    while True:
        if node is None:
            if not stack:
                break
            inner = box
            node, box, tag, link, bold, hidden, pre = stack.pop()
            mark = closing.pop()
            if mark.startswith("a "):
                state.unlink(int(mark[2:]))
            elif mark:
                state.flush(inner, mark, bool(boxes[inner][6]))
                boxes[inner][5] = len(state.blocks)
                state.markup.append("</div>" if mark in COLUMNS else f"</{mark}>")
                state.broken = False
            continue
        name = node.tag or ""
        if name == "-text":
            text = node.text_content or ""
            if pre and "\n" in text:
                for line in text.split("\n"):
                    state.pieces.append(line)
                    state.flush(box, tag, hidden)
                    state.markup.append("<br>")
            elif text and (state.pieces or not text.isspace()):
                state.pieces.append(text)
                if (link or bold) and (count := len(text.strip())):
                    state.linked += count if link else 0
                    state.bold += count if bold else 0
            node = node.next
            continue
        if name in SKIPPED:
            node = node.next
            continue
        if name == "br":
            state.flush(box, tag, hidden)
            state.broken = True
            state.markup.append("<br>")
            node = node.next
            continue
        if name == "img":
            state.pictures += 1
            node = node.next
            continue
        if len(stack) > DEEPEST:
            raise TooDeepError
        if name in INLINE or ":" in name:
            stack.append((node.next, box, tag, link, bold, hidden, pre))
            closing.append(f"a {len(state.blocks)}" if name == "a" else "")
            link, bold = link or name == "a", bold or name in BOLD
            node = node.child
            continue
        state.flush(box, tag, hidden)
        state.broken = False
        if name == "hr":
            node = node.next
            continue
        attributes = node.attributes
        marks = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".strip() if attributes else ""
        hides = hidden or bool("style" in attributes and _HIDDEN.search(attributes["style"] or ""))
        if name == "table" and (rows := data_rows(node)):
            boxes.append([box, name, marks, len(stack) + 1, len(state.blocks), 0, hides])
            state.markup.append("<table>")
            for markup, text, linked in rows:
                opening = "".join(state.markup)
                state.blocks.append(
                    Block(text, "tr", "row", len(boxes) - 1, linked, 0, opening, markup, hides)
                )
                state.markup = []
            state.markup.append("</table>")
            boxes[-1][5] = len(state.blocks)
            node = node.next
            continue
        stack.append((node.next, box, tag, link, bold, hidden, pre))
        closing.append(name)
        boxes.append([box, name, marks, len(stack), len(state.blocks), 0, hides])
        state.markup.append("<div>" if name in COLUMNS else f"<{name}>")
        box, tag, hidden, pre = len(boxes) - 1, name, hides, pre or name == "pre"
        node = node.child
    state.flush(0, tag, False)
    boxes[0][5] = len(state.blocks)
    return tuple(state.blocks), tuple(Box(*b[:6]) for b in boxes)  # type: ignore[arg-type]


def data_rows(table: LexborNode) -> list[tuple[str, str, int]]:
    """Markup, text and linked characters of each row, if the table holds data and not the page's columns."""
    if len(table.css("table")) > 1 or table.css_first("ul, ol, form, h1, h2, h3, iframe, script") is not None:
        return []
    rows = []
    for row in table.css("tr"):
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
