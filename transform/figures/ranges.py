"""Ranges: 3至5家, 100万至500万元, 5%至5.25%, 从8500到3万港元, -3℃至5℃."""

import re

from msgspec.structs import replace

from transform.figures.numerals import Numeral, read_numeral
from transform.figures.quantity import Quantity, draw_hedges, match_unit_and_half
from transform.figures.rates import match_slash
from transform.figures.units import Unit, match_unit
from transform.patterns import compiled

_SEPARATOR = compiled(r"\s?(?:-{1,2}|—{1,2}|~|～|─|至|到|―{1,2})\s?")
_SEPARATORS = frozenset("-—~～─至到―")
_GOES_ON = _SEPARATORS | frozenset(" (以\t\u3000")
"""What a range goes on with behind its first number or its unit."""
_SCALED = compiled(r"[百千佰仟万亿wk]+$")
_GREAT = frozenset("万亿")
_NOT_INSIDE = ("从", "约", "大约")


def read_range(
    text: str,
    first_at: int,
    start: int,
    end: int,
    number: re.Pattern[str],
    behind: tuple[Unit, int] | None,
    is_minus: bool,
) -> Quantity | None:
    """The range whose first number stands at `start`..`end`, behind a sign at `first_at` if it has one.

    `number` matches the second; `behind` is the unit that `match_unit` finds at `end`.
    """
    sign = text[end : end + 1]
    if sign not in _GOES_ON and (behind is None or text[behind[1] : behind[1] + 1] not in _GOES_ON):
        return None
    at = end + 3 if sign == "(" and text.startswith("(含)", end) else end
    separator = _separator(text, at)
    first = None
    if separator is None:
        first = behind if at == end else match_unit(text, at)
        past = first[1] + 3 if first and text.startswith("(含)", first[1]) else first[1] if first else at
        separator = _separator(text, past) if first else None
    if separator is None and first is not None and text.startswith("以上", first[1]):
        return _read_above_below(text, start, end, first, number)
    second = number.match(text, separator.end()) if separator else None
    if second is None or separator is None:
        return None
    if is_minus or second["minus"]:
        is_below = second["minus"] is not None or separator[0].strip() == "--"
        numeral = _read_signed(text[first_at:end], is_minus, second, is_below, has_unit=first is not None)
    else:
        numeral = _read_bounds(text[start:end], second["number"], has_unit=first is not None)
    unit, unit_end, _ = match_unit_and_half(text, second.end(), match_unit(text, second.end()))
    if numeral is None or (first is not None and (unit is None or first[0].canonical != unit.canonical)):
        return None
    if unit is None:
        if text[end - 1] not in _GREAT or text[second.end() - 1] not in _GREAT:
            return None
        unit_end = second.end()  # of what, the words beside it may tell
    else:
        unit_end = match_slash(text, unit_end, unit.kind == "money")
    made = Quantity(first_at, unit_end, start, second.end(), unit, second.end(), unit_end)
    found = draw_hedges(text, made, numeral, is_more=False)
    if found is not None and found.start < first_at and text[found.start : first_at] not in _NOT_INSIDE:
        return replace(found, start=first_at)
    return found


def _separator(text: str, at: int) -> re.Match[str] | None:
    sign = text[at : at + 1]
    return _SEPARATOR.match(text, at) if sign in _SEPARATORS or sign.isspace() else None


def _read_above_below(
    text: str, start: int, end: int, first: tuple[Unit, int], number: re.Pattern[str]
) -> Quantity | None:
    """一千元以上五千元以下."""
    second = number.match(text, first[1] + 2)
    if second is not None and second["minus"]:
        return None
    unit = match_unit(text, second.end()) if second else None
    if (
        second is None
        or unit is None
        or unit[0] != first[0]
        or not text.startswith(("以下", "以内"), unit[1])
    ):
        return None
    numeral = _read_bounds(text[start:end], second["number"], has_unit=True)
    made = Quantity(start, unit[1], start, second.end(), unit[0], second.end(), unit[1])
    found = draw_hedges(text, made, numeral, is_more=False) if numeral is not None else None
    return replace(found, start=start) if found is not None else None


def _read_signed(
    printed: str, is_minus: bool, second: re.Match[str], is_below: bool, has_unit: bool
) -> Numeral | None:
    """Both bounds around or below nought.

    零下15到20度 are both below, as the second is the colder; 零下10到5度 may be either and is none.
    """
    low, high = read_numeral(printed.lstrip("-负零下上 ")), read_numeral(second["number"])
    if low is None or high is None or low.low is None or high.high is None:
        return None
    left = -low.low if is_minus else low.low
    right = -high.high if is_below else high.high
    if printed.startswith("零下") and not (has_unit or is_below or second["plus"]):
        if right <= -left:
            return None
        right = -right
    if left < right:
        return Numeral(left, right)
    return Numeral(right, left) if left > right else None


def _read_bounds(printed: str, second: str, has_unit: bool) -> Numeral | None:
    """Both bounds; 3至5万 begins at 3万."""
    low, high = read_numeral(printed), read_numeral(second)
    if low is None or high is None or low.low is None or high.high is None:
        return None
    left = low.low
    scale = None if has_unit or _SCALED.search(printed) else _SCALED.search(second)
    mantissa = read_numeral(second[: scale.start()]) if scale and scale.start() else None
    if mantissa is not None and mantissa.high and left < mantissa.high:
        left = left * high.high / mantissa.high
    return Numeral(left, high.high) if left < high.high else None
