"""Doubling: 翻一番 is twice the base, 翻两番 four times."""

import re
from decimal import Decimal

from transform.figures.numerals import read_numeral
from transform.figures.quantity import Quantity
from transform.figures.units import unit_named
from transform.patterns import compiled

_DOUBLING = compiled(
    r"翻(?:了|上)?(?P<hedge>近|约|将近|超过|超|逾)?(?P<count>[一二两三四五六]|\d)番|翻了?番"
    r"|翻了?(?P<near>近|约)?一倍|翻了?倍(?!增)"
)
_HALF = compiled(r"打?对折(?!叠)")
_HEDGES = {"近": "approx_under", "将近": "approx_under", "约": "approx", "": "exact"}


def find_doublings(text: str) -> list[Quantity]:
    """翻一番 and its like, as multiples of the base."""
    found = [_read(match) for match in _DOUBLING.finditer(text)] if "翻" in text else []
    return found + [_read_half(match) for match in _HALF.finditer(text)] if "对折" in text else found


def _read(match: re.Match[str]) -> Quantity:
    numeral = read_numeral(match["count"]) if match["count"] else None
    times = int(numeral.low) if numeral and numeral.low is not None else 1
    qualifier = _HEDGES.get(match["hedge"] or match["near"] or "", "at_least")
    start, end = match.span()
    made = Quantity(
        start, end, start, end, unit_named("倍"), end - 1, end, value=Decimal(2**times), form="doubling"
    )
    return made.under(qualifier)


def _read_half(match: re.Match[str]) -> Quantity:
    start, end = match.span()
    return Quantity(start, end, start, end, unit_named("%"), end, end, value=Decimal(50), form="share")
