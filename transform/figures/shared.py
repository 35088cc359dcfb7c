"""Numbers in a list that share the unit behind the last (324、384和402大卡); 4、5个 are four or five."""

import re
from decimal import Decimal

from transform.figures.numerals import ARABIC, Numeral, read_numeral
from transform.figures.quantity import Quantity, draw_hedges
from transform.figures.units import Unit, match_unit
from transform.patterns import compiled

_NEXT = compiled(rf"(?:、|和|或|与|及)\s?({ARABIC})(?![\d.])")
_MORE = compiled(rf"(?:(?:、|和|或|与|及)\s?(?:{ARABIC})(?![\d.])){{1,6}}")
_BULLET_BEFORE = frozenset("\n。；:，(! ")
_SMALL = Decimal(20)
_DIGITS = 8
_NO_SHARED = frozenset(("年", "天", "月", "点", "层", "级", "期", "届", "号", "班"))
"""These mostly number things (24、25日, 3、4层)."""


def read_shared(text: str, start: int, end: int) -> Quantity | None:
    """The number at `start`..`end` in the unit that it shares with those behind it, if it does."""
    second = _NEXT.match(text, end)
    if second is None:
        return None
    last = _MORE.match(text, end)
    found = match_unit(text, last.end()) if last else None
    numeral, other = read_numeral(text[start:end]), read_numeral(second[1])
    if found is None or numeral is None or other is None or numeral.low is None or other.low is None:
        return None
    is_about = last is not None and second.end() == last.end() and _are_neighbours(text[start:end], second[0])
    if text[found[1] - 1] == "度" and not (is_about and numeral.low > _DIGITS):
        return None
    if is_about and (numeral.low <= _DIGITS or found[0].canonical == "℃"):
        return _about(text, start, second, numeral.low, other.low, found)
    before = text[start - 1] if start else "\n"
    if found[0].canonical in _NO_SHARED or (before in _BULLET_BEFORE and numeral.low <= _SMALL):
        return None
    made = Quantity(start, end, start, end, found[0], end, end)
    return draw_hedges(text, made, numeral, is_more=False)


def _are_neighbours(first: str, second: str) -> bool:
    """Two numbers that follow each other (4、5; 11、12)."""
    return (
        first.isdigit() and second[0] == "、" and second[1:].isdigit() and int(second[1:]) == int(first) + 1
    )


def _about(
    text: str, start: int, second: re.Match[str], low: Decimal, high: Decimal, found: tuple[Unit, int]
) -> Quantity | None:
    if found[0].canonical in _NO_SHARED or (text[start - 1 : start] in _BULLET_BEFORE and start == 0):
        return None
    made = Quantity(start, found[1], start, second.end(), found[0], second.end(), found[1])
    return draw_hedges(text, made, Numeral(low, high), is_more=False)
