"""The chosen part of a page becomes lines: paragraphs, list items, rows of tables, captions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape, unescape
from itertools import groupby

from transform.maintext.blocks import Block, Document
from transform.maintext.soup import BeautifulSoup, HTMLParserTreeBuilder, NavigableString, PageElement, Tag
from transform.maintext.spaces import collapse
from transform.patterns import compiled

_DOWN = compiled(r"rowspan=\"?(\d{1,4})")
_CELL = compiled(r"<t[dh][^<>]*>([^<]*)</t[dh]>")


def chosen_markup(document: Document, kept: Iterable[int]) -> str:
    """The markup of the kept blocks alone: rows in which cells span others, all other lines in a `<pre>`.

    Of the page's structure nothing is left but that one line ends and another begins. In a `<pre>` line
    breaks say so, and no tags: BeautifulSoup needs 10 µs a tag.
    """
    blocks = [document.blocks[index] for index in sorted(set(kept))]
    spanned = {block.box for block in blocks if block.inner and "span=" in block.inner}
    out: list[str] = []
    for box, group in groupby(blocks, lambda row: row.box if row.inner and row.box in spanned else -1):
        for is_spanned, rows in [(False, list(group))] if box < 0 else _part_rows(group):
            if is_spanned:
                out += ["<table>", *(row.inner for row in rows), "</table>"]
            else:
                out += ["<pre>", "\n".join(map(_line, rows)), "</pre>"]
    return "".join(out)


def _part_rows(rows: Iterable[Block]) -> list[tuple[bool, list[Block]]]:
    """The rows of a table on end: those that cells span or reach down into, and those between."""
    parts: list[tuple[bool, list[Block]]] = []
    reach = 0
    for row in rows:
        is_spanned = reach > 0 or "span=" in row.inner
        if not parts or parts[-1][0] != is_spanned:
            parts.append((is_spanned, []))
        parts[-1][1].append(row)
        reach = max([reach - 1, *(int(down) - 1 for down in _DOWN.findall(row.inner))])
    return parts


def _line(block: Block) -> str:
    text = block.found or block.text
    if block.inner:
        text = "\t".join(map(unescape, _CELL.findall(block.inner))).rstrip("\t")
    return escape(text, quote=False)


def read_lines(markup: str) -> list[str]:
    """The lines of a piece of markup, as a reader sees them."""
    soup = BeautifulSoup(f"<body>{markup}</body>", builder=HTMLParserTreeBuilder)
    return [line for line in _lines(soup) if line.strip()]


def _lines(soup: BeautifulSoup) -> Iterator[str]:
    pieces: list[str] = []
    node: PageElement | None = next(iter(soup.contents), None)
    while node is not None:
        step = node.next_element
        if isinstance(node, NavigableString):
            if node.parent is not None and node.parent.name == "pre":
                yield from node.split("\n")
            else:
                pieces.append(str(node))
        elif isinstance(node, Tag):
            yield collapse("".join(pieces))
            pieces = []
            if node.name == "table":
                yield from table_rows(node)
                step = node.next_sibling or _after(node)
        if step is not None and node.parent is not None and step.parent is not node.parent and pieces:
            yield collapse("".join(pieces))
            pieces = []
        node = step
    yield collapse("".join(pieces))


def _after(node: PageElement) -> PageElement | None:
    """The next element in page order that is not inside this one."""
    at: PageElement | None = node
    while at is not None and at.next_sibling is None:
        at = at.parent
    return at.next_sibling if at is not None else None


def table_rows(table: Tag) -> Iterator[str]:
    """The rows of a table, cells joined by tabs; a cell that spans several leaves the others empty.

    >>> rows = "<tr><td rowspan=2>A</td><td>1</td></tr><tr><td>2</td></tr>"
    >>> list(table_rows(BeautifulSoup(f"<table>{rows}</table>", "html.parser").table))
    ['A\\t1', '\\t2']
    """
    waiting: dict[int, int] = {}
    for row in table.find_all("tr"):
        cells: list[str] = []
        for cell in row.find_all(["td", "th"], recursive=False):
            _skip_spanned(cells, waiting)
            at, wide, high = len(cells), _span(cell, "colspan"), _span(cell, "rowspan")
            cells += [collapse(cell.get_text(" ")), *[""] * (wide - 1)]
            if high > 1:
                waiting |= dict.fromkeys(range(at, at + wide), high - 1)
        _skip_spanned(cells, waiting)
        if any(cells):
            yield "\t".join(cells).rstrip("\t")


def _skip_spanned(cells: list[str], waiting: dict[int, int]) -> None:
    while waiting.get(len(cells), 0):
        waiting[len(cells)] -= 1
        cells.append("")


def _span(cell: Tag, name: str) -> int:
    value = str(cell.get(name) or "")
    return min(max(int(value), 1), 50) if value.isdecimal() and len(value) < 4 else 1
