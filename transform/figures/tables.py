"""Tables in a body: cells with tabs between; a number has its unit from its column, row or caption."""

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from transform.figures.cues import cue_pattern
from transform.figures.days import NOWHEN
from transform.figures.figure import Figure
from transform.figures.numerals import ARABIC, read_numeral
from transform.figures.scene import Scene
from transform.figures.times import Time
from transform.figures.units import Unit, match_unit
from transform.patterns import compiled

_BLOCK = compiled(r"(?:^[^\t\n]*+\t[^\n]*+(?:\n|$)){2,}", re.MULTILINE)
_LINE = compiled(r"[^\n]+")
_NUMBER = compiled(rf"\s*(-?(?:{ARABIC})[万亿]*)\s*(\S*)\s*")
_UNIT = compiled(r"[(（:：/,，\s]\s*([百千万亿]*)([^()（）\s,，]{1,8})\s*[)）]?\s*$")
_CAPTION = compiled(r"单位\s*[:：]\s*([百千万亿]*)([^\s()（）,，。]{1,6})")
_TAIL = 30
_NO_MEASURE = compiled(r"序号|编号|排名|名次|位次|代码|年份|年度$|邮编|电话|学号|文号|日期|时间|票号")
_BRACKETS = compiled(r"[(（][^()（）]*[)）]|单位.*$")

Cell = tuple[int, int]


class Measured(Struct, frozen=True):
    """A cell that holds a number, with its unit and the cells that name it."""

    cell: Cell
    value: Decimal
    unit: Unit
    unit_text: str
    row: Cell | None
    column: Cell | None


def find_cells(text: str) -> list[Measured]:
    """The numbers of all tables of a text, folded before."""
    if "\t" not in text:
        return []
    return [found for block in _BLOCK.finditer(text) for found in _read_table(text, block)]


def measure_cell(scene: Scene, found: Measured) -> Figure:
    """The figure of a cell: row and column are its subject, a time in either is its period."""
    start, end = found.cell
    named = [cell for cell in (found.row, found.column) if cell is not None]
    times = [t for first, last in named for t in scene.times_between(first, last) if t.span.first]
    span, how = (times[-1].span, times[-1].how) if times else (NOWHEN, "unknown")
    words = [_BRACKETS.sub("", scene.body[slice(*cell)]).strip() for cell in named]
    label = " ".join(word for word in words if word and not (times and word in _printed(scene, times[-1])))
    is_share = found.unit.kind == "percent"
    is_change = is_share and cue_pattern("change", "rise", "fall", "compare").search(label) is not None
    place, place_how = scene.place_at(scene.layout.spot(start))
    return Figure(
        surface=scene.body[start:end],
        start=start,
        end=end,
        sentence=scene.sentence_at(start),
        subject=label[:20] or None,
        kind=found.unit.kind,
        role="statistic",
        value=found.value,
        unit=found.unit.canonical,
        unit_text=found.unit_text,
        currency=found.unit.currency,
        period_start=span.first,
        period_end=span.last,
        period_text=_printed(scene, times[-1]) if times else None,
        period_how=how,
        compare_kind="pct_change" if is_change else None,
        place_code=place.code if place else None,
        place_name=place.name if place else None,
        place_how=place_how,
        confidence=0.8,
    )


def _read_table(text: str, block: re.Match[str]) -> Iterator[Measured]:
    rows = list(_rows(text, *block.span()))
    above = text.rfind("\n", 0, max(0, block.start() - 1)) + 1
    caption = _CAPTION.search(text, above, block.start())
    head = next((n for n, row in enumerate(rows) if any(_number(text, cell) for cell in row[1:])), len(rows))
    if head == 0 or head > 3:
        return
    columns = [_heading(rows[:head], column) for column in range(max(map(len, rows)))]
    for row in rows[head:]:
        label = next((cell for cell in row if text[slice(*cell)].strip() and not _number(text, cell)), None)
        for column, cell in enumerate(row):
            number = _number(text, cell) if cell != label else None
            heading = columns[column]
            if number is None or (heading and _NO_MEASURE.search(text, heading[0], heading[1])):
                continue
            found = _unit_of(text, number.rest, [heading, label], caption)
            if found is not None:
                scale, unit, printed = found
                yield Measured(cell, number.numeral * scale, unit, printed, label, heading)


def _rows(text: str, start: int, end: int) -> Iterator[list[Cell]]:
    for line in _LINE.finditer(text[start:end]):
        at, row = start + line.start(), []
        for piece in line[0].split("\t"):
            lead = len(piece) - len(piece.lstrip())
            row.append((at + lead, at + max(lead, len(piece.rstrip()))))
            at += len(piece) + 1
        yield row


def _heading(head: list[list[Cell]], column: int) -> Cell | None:
    """The lowest heading above a column that is not empty."""
    for row in reversed(head):
        if column < len(row) and row[column][0] < row[column][1]:
            return row[column]
    return None


class _Number(Struct, frozen=True):
    numeral: Decimal
    rest: str


def _number(text: str, cell: Cell) -> _Number | None:
    match = _NUMBER.fullmatch(text, *cell)
    numeral = read_numeral(match[1]) if match else None
    if match is None or numeral is None or numeral.low is None:
        return None
    rest = match[2]
    if rest and (rest[0] in "年月日季号" or match_unit(rest, 0) is None):
        return None
    return _Number(numeral.low, rest)


def _unit_of(
    text: str, rest: str, headings: list[Cell | None], caption: re.Match[str] | None
) -> tuple[Decimal, Unit, str] | None:
    """The unit printed in the cell, at the end of its headings, or above the table."""
    if rest:
        found = match_unit(rest, 0)
        return (Decimal(1), found[0], rest) if found and found[1] == len(rest) else None
    for cell in headings:
        match = _UNIT.search(text, max(cell[0], cell[1] - _TAIL), cell[1]) if cell else None
        read = _scaled(match[1], match[2]) if match else None
        if read is not None:
            return read
    return _scaled(caption[1], caption[2]) if caption else None


def _scaled(scale: str, printed: str) -> tuple[Decimal, Unit, str] | None:
    found = match_unit(printed, 0)
    factor = read_numeral("1" + scale) if scale else None
    if found is None or found[1] != len(printed):
        return None
    return (factor.low if factor and factor.low else Decimal(1)), found[0], scale + printed


def _printed(scene: Scene, time: Time) -> str:
    return scene.body[time.start : time.end]
