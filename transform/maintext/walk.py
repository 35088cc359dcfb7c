"""The tree of a page becomes blocks: one pass over the nodes, in page order."""

import re
from functools import lru_cache

from msgspec.structs import replace
from selectolax.lexbor import LexborNode

from transform.maintext.blocks import Block, Box
from transform.maintext.elements import CLOSERS, COLUMNS, INLINE, KINDS, SKIPPED
from transform.maintext.rows import data_rows
from transform.maintext.spaces import collapse, strip_widthless
from transform.maintext.wrapped import unwrap
from transform.patterns import compiled

DEEPEST = 1500
"""Pages of people's making nest some hundred elements where they forget to close <font>, and no more."""

_CAPTION = compiled(
    r"caption|(?:pic|img|photo|image)[-_]?(?:txt|text|info|desc|note|intro)|tu(?:shuo|zhu)", re.I
)
BOLD = frozenset(["b", "strong"])
_HIDDEN = compiled(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:\.0*)?(?:px|pt|em|rem|%)?\s*(?:[;!]|$)"
)
_LOADING = compiled(r"visibility\s*:\s*hidden")
"""What has a name and is only invisible is shown by a script once it is there."""


LONGEST_LINK = 4
"""A link holds at most so many blocks."""
ROLES = (
    dict.fromkeys(CLOSERS | COLUMNS, "box")
    | dict.fromkeys(INLINE, "inline")
    | dict.fromkeys(SKIPPED, "skipped")
    | {"br": "break", "img": "picture"}
)
"""What the walk does with an element; any other is a box, if no other program named it (`o:p`)."""
_HIDING = frozenset(["hidden", "aria-hidden", "style"])


class TooDeepError(Exception):
    """The page nests deeper than a page of people's making."""


class _Walk:
    """What is gathered for the next block. Lives as long as `walk`."""

    __slots__ = ("blocks", "bold", "boxes", "broken", "linked", "pictures", "pieces")

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.boxes: list[Box] = []
        self.pieces: list[str] = []
        self.linked = self.bold = self.pictures = 0
        self.broken = False

    def flush(self, box: int, tag: str, hidden: bool) -> None:
        """End the block that is being gathered."""
        pieces = self.pieces
        found = collapse(pieces[0] if len(pieces) == 1 else "".join(pieces))
        text = strip_widthless(found)
        if text:
            kind = KINDS.get(tag)
            if kind is None:
                kind = "caption" if _holds_captions(self.boxes[box].marks) else "paragraph"
                if self.broken:
                    tag = "br"
            linked, bold, size = self.linked, self.bold, len(text)
            self.blocks.append(
                Block(
                    text,
                    tag,
                    kind,
                    box,
                    linked if linked < size else size,
                    bold if bold < size else size,
                    "",
                    hidden,
                    self.pictures,
                    "" if found is text else found,
                )
            )
            self.pictures = 0
        pieces.clear()
        self.linked = self.bold = 0

    def add_text(self, text: str, link: bool, bold: bool) -> None:
        """Gather text that is linked or bold."""
        count = len(text.strip())
        self.pieces.append(text)
        if link:
            self.linked += count
        if bold:
            self.bold += count

    def add_lines(self, text: str, box: int, tag: str, hidden: bool) -> None:
        """Gather text in which line breaks count."""
        for line in unwrap(text.split("\n")):
            if line or self.pieces:
                self.pieces.append(line)
                self.flush(box, tag, hidden)

    def unlink(self, first: int) -> None:
        """Take an anchor that holds many blocks for what it is: one that nobody closed, and no link."""
        if len(self.blocks) - first > LONGEST_LINK:
            self.blocks[first:] = [replace(block, linked=0) for block in self.blocks[first:]]
            self.linked = 0


def walk(root: LexborNode) -> tuple[tuple[Block, ...], tuple[Box, ...]]:
    """The blocks and boxes below a node.

    Half of the nodes are text, so a node is asked for its text before its name. An element with one text and
    nothing else is done at once: no frame is made for it.
    """
    state = _Walk()
    blocks, boxes, pieces, flush = state.blocks, state.boxes, state.pieces, state.flush
    box, tag, link, bold, hidden, pre = 0, root.tag or "body", False, False, False, False
    boxes.append(Box(-1, tag, "", 0, 0))
    # a frame: node to go on with, first block of a link or -1, whether it closes a box, and what holds there:
    # box, tag of the box, in link, in bold, hidden, is preformatted
    stack: list[tuple[LexborNode | None, int, bool, int, str, bool, bool, bool, bool]] = []
    node = root.first_child
    while True:
        if node is None:
            if not stack:
                break
            inner, inner_tag, inner_hidden = box, tag, hidden
            node, first, closes, box, tag, link, bold, hidden, pre = stack.pop()
            if closes:
                if pieces:
                    flush(inner, inner_tag, inner_hidden)
                boxes[inner].end = len(blocks)
                state.broken = False
            elif first >= 0:
                state.unlink(first)
            continue
        text = node.text_content
        if text is not None:
            if pre and "\n" in text:
                state.add_lines(text, box, tag, hidden)
            elif text and (pieces or not text.isspace()):
                if link or bold:
                    state.add_text(text, link, bold)
                else:
                    pieces.append(text)
            node = node.next
            continue
        name = node.tag or ""
        role = ROLES.get(name) or ("inline" if ":" in name else "box")
        if role == "skipped":
            pass
        elif role == "break":
            if pieces:
                flush(box, tag, hidden)
            state.broken = True
        elif role == "picture":
            state.pictures += 1
        elif len(stack) > DEEPEST:
            raise TooDeepError
        elif role == "inline":
            child = node.first_child
            if child is not None:
                is_link, is_bold = name == "a", name in BOLD
                text = None if pre or child.next is not None else child.text_content
                if text is None:
                    first = len(blocks) if is_link else -1
                    stack.append((node.next, first, False, box, tag, link, bold, hidden, pre))
                    link, bold = link or is_link, bold or is_bold
                    node = child
                    continue
                if text and (pieces or not text.isspace()):
                    if link or is_link or bold or is_bold:
                        state.add_text(text, link or is_link, bold or is_bold)
                    else:
                        pieces.append(text)
        else:
            if pieces:
                flush(box, tag, hidden)
            state.broken = False
            if name != "hr":
                attributes = node.attributes
                marks, hides = "", hidden
                if attributes:
                    marks = attributes.get("class") or ""
                    if own_name := attributes.get("id"):
                        marks += f" {own_name}"
                    marks = marks.strip()
                    hides = hidden or (not _HIDING.isdisjoint(attributes) and _hides(attributes))
                inner, own = len(boxes), Box(box, name, marks, len(stack) + 1, len(blocks))
                boxes.append(own)
                child = node.first_child
                if child is not None:
                    if name == "table" and (rows := data_rows(node)):
                        blocks += [
                            Block(row, "tr", "row", inner, count, 0, markup, hides)
                            for markup, row, count in rows
                        ]
                    else:
                        text = None if pre or name == "pre" or child.next is not None else child.text_content
                        if text is None:
                            stack.append((node.next, -1, True, box, tag, link, bold, hidden, pre))
                            box, tag, hidden, pre = inner, name, hides, pre or name == "pre"
                            node = child
                            continue
                        if text and not text.isspace():
                            if link or bold:
                                state.add_text(text, link, bold)
                            else:
                                pieces.append(text)
                            flush(inner, name, hides)
                own.end = len(blocks)
        node = node.next
    if pieces:
        flush(0, tag, False)
    boxes[0].end = len(blocks)
    return tuple(blocks), tuple(boxes)


def _hides(attributes: dict[str, str | None]) -> bool:
    """Whether an element says that it is not shown."""
    if "hidden" in attributes or ("aria-hidden" in attributes and attributes["aria-hidden"] == "true"):
        return True
    style = attributes.get("style")
    found = _HIDDEN.search(style.lower()) if style else None
    return found is not None and not ("id" in attributes and _LOADING.match(found[0]))


@lru_cache(maxsize=1024)  # a page's classes come again and again
def _holds_captions(marks: str) -> bool:
    return _CAPTION.search(marks) is not None
