"""The chosen part of a page becomes lines: paragraphs, list items, rows of tables, captions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape, unescape
from itertools import groupby

from transform.maintext.blocks import Block, Document
from transform.maintext.soup import BeautifulSoup, HTMLParserTreeBuilder
from transform.maintext.spaces import collapse
from transform.patterns import compiled

_CELL = compiled(r'<t[dh](?: rowspan="([^"]*)")?(?: colspan="([^"]*)")?>([^<]*)')


def chosen_markup(document: Document, kept: Iterable[int]) -> str:
    """The markup of the kept blocks alone, each a line of one `<pre>`.

    Of the page's structure nothing is left but that one line ends and another begins. Line breaks say so, and
    no tags: BeautifulSoup needs 10 µs a tag, and more for a table's.
    """
    blocks = [document.blocks[index] for index in sorted(set(kept))]
    spanned = {block.box for block in blocks if block.inner and "span=" in block.inner}
    lines: list[str] = []
    for box, group in groupby(
        blocks, lambda block: block.box if block.inner and block.box in spanned else -1
    ):
        some = list(group)
        lines += map(_line, some) if box < 0 else table_rows(block.inner for block in some)
    text = escape("\n".join(lines), quote=False)
    return f"<pre>{text}</pre>"


def _line(block: Block) -> str:
    if block.inner:
        return "\t".join(unescape(cell) for _, _, cell in _CELL.findall(block.inner)).rstrip("\t")
    return block.found or block.text


def read_lines(markup: str) -> list[str]:
    """The lines of the chosen markup, as a reader sees them."""
    soup = BeautifulSoup(markup, builder=HTMLParserTreeBuilder)
    return [line for line in soup.get_text().split("\n") if line.strip()]


def table_rows(rows: Iterable[str]) -> Iterator[str]:
    """The rows of a table, cells joined by tabs; a cell that spans several leaves the others empty.

    >>> list(table_rows(['<tr><td rowspan="2">A</td><td>1</td></tr>', "<tr><td>2</td></tr>"]))
    ['A\\t1', '\\t2']
    """
    waiting: dict[int, int] = {}
    for row in rows:
        cells: list[str] = []
        for rowspan, colspan, text in _CELL.findall(row):
            _skip_spanned(cells, waiting)
            at, wide, high = len(cells), _span(colspan), _span(rowspan)
            cells += [collapse(unescape(text)), *[""] * (wide - 1)]
            if high > 1:
                waiting |= dict.fromkeys(range(at, at + wide), high - 1)
        _skip_spanned(cells, waiting)
        if any(cells):
            yield "\t".join(cells).rstrip("\t")


def _skip_spanned(cells: list[str], waiting: dict[int, int]) -> None:
    while waiting.get(len(cells), 0):
        waiting[len(cells)] -= 1
        cells.append("")


def _span(value: str) -> int:
    return min(max(int(value), 1), 50) if value.isdecimal() and len(value) < 4 else 1
