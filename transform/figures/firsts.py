"""First ones: 首个, 首家, 首次 are labels with the value one."""

import re
from decimal import Decimal
from functools import cache

from transform.figures.cues import join_words
from transform.figures.quantity import Quantity
from transform.figures.role_words import role_words
from transform.figures.units import match_unit
from transform.patterns import compiled

_NO_FIRST = compiled(r"首(?:日|年|位|家)(?=度|在|姓)|首席|首单元")


def find_firsts(text: str) -> list[Quantity]:
    """首 with a measure word."""
    return [made for match in _first().finditer(text) if (made := _read(text, match))] if "首" in text else []


def _read(text: str, match: re.Match[str]) -> Quantity | None:
    start, end = match.span()
    unit = match_unit(text, start + 1)
    if unit is None or _NO_FIRST.match(text, start):
        return None
    return Quantity(start, end, start, start + 1, unit[0], start + 1, end, value=Decimal(1), form="first")


@cache
def _first() -> re.Pattern[str]:
    return compiled("首" + join_words(role_words()["label"]["first"]))
