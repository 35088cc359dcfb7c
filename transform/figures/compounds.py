"""Numbers in two units, the smaller behind the larger: 2小时40分, 5斤6两, 1米75, 5块3.

What goes in steps of ten stays in the larger unit (5.6斤, 1.75米); hours, days and months are counted in the
smaller one (160分钟), as 2.67 hours would be another number than the text gives.
"""

import re
from decimal import Decimal
from functools import cache
from typing import Any

from msgspec import Struct

from transform.figures.cues import join_words
from transform.figures.numerals import Numeral, read_numeral
from transform.figures.units import Unit, unit_named
from transform.patterns import compiled
from transform.vocabulary import read_words

_PART = r"零?(?P<number>\d{1,4}(?:\.\d+)?|[一二两三四五六七八九十]{1,3})(?P<more>[余多几])?"
_LOOSE = compiled(
    r"(\d{1,2}|[一二三四五六七八九]{1,2})(?=[，。；、,;)的左以多高长宽深厚一夺获排刷打创]|$)(?!多?[万千百])"
)
PARTS = frozenset("0123456789零一二两三四五六七八九十")
"""What a second part begins with."""


class Compound(Struct, frozen=True):
    """The number of both parts in one unit, and where its unit ends."""

    numeral: Numeral
    unit: Unit
    end: int
    is_more: bool


def read_compound(text: str, numeral: Numeral, unit: Unit, printed: str, end: int) -> Compound | None:
    """The parts that go on behind a unit that was `printed` before `end`; None if none does."""
    if text[end : end + 1] not in PARTS or numeral.low is None or numeral.low != numeral.high:
        return None
    name = _senses().get(printed, unit.canonical)
    pattern = _patterns().get(name)
    if numeral.low != numeral.low.to_integral_value():
        return None
    match = pattern.match(text, end) if pattern is not None else None
    if match is None:
        return _read_loose(text, numeral, unit, name, end)
    part = read_numeral(match["number"])
    if part is None or part.low is None or part.low != part.high:
        return None
    step, smaller, is_ten = _steps()[name][match["unit"]]
    if part.low >= step:
        return None
    if is_ten:
        value = numeral.low + part.low / step
        return Compound(Numeral(value, value), unit, match.end(), bool(match["more"]))
    value = numeral.low * step + part.low
    made = Compound(Numeral(value, value), unit_named(smaller), match.end(), bool(match["more"]))
    if match["more"]:
        return made
    return read_compound(text, made.numeral, made.unit, match["unit"], made.end) or made


def _read_loose(text: str, numeral: Numeral, unit: Unit, name: str, end: int) -> Compound | None:
    """A part without its unit (1米75, 10秒8): the digits behind the point."""
    match = _LOOSE.match(text, end) if name in _loose() else None
    if match is None or numeral.low is None:
        return None
    digits = "".join(str("零一二三四五六七八九".find(c)) if not c.isdigit() else c for c in match[1])
    value = numeral.low + Decimal(f"0.{digits}")
    return Compound(Numeral(value, value), unit, match.end(), False)


@cache
def _words() -> dict[str, Any]:
    return read_words("figures_parts.toml")


@cache
def _steps() -> dict[str, dict[str, tuple[int, str, bool]]]:
    """Larger unit → printed smaller one → how many make a larger, its name, whether the steps are of ten."""
    steps: dict[str, dict[str, tuple[int, str, bool]]] = {}
    for table in ("tens", "others"):
        for larger, rows in _words()[table].items():
            for form, step, name in rows:
                steps.setdefault(larger, {})[form] = (int(step), name, table == "tens")
    return steps


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {larger: compiled(rf"{_PART}(?P<unit>{join_words(forms)})") for larger, forms in _steps().items()}


@cache
def _loose() -> frozenset[str]:
    return frozenset(_words()["loose"]["units"])


@cache
def _senses() -> dict[str, str]:
    """分 is a minute where seconds follow."""
    return dict(_words()["senses"])
