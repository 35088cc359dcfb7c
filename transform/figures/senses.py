"""Units that are one thing among some words and another among others: 度, 位, 分."""

import re
from decimal import Decimal
from functools import cache

from msgspec.structs import replace

from transform.figures.cues import cue_pattern
from transform.figures.quantity import Quantity
from transform.figures.units import unit_named
from transform.patterns import compiled

_HOT = Decimal(1000)
"""No news tells of more degrees than that in 度; of electricity, one hardly tells of less."""
_TURNS = frozenset(map(Decimal, (90, 180, 270, 360)))
SHARED = frozenset("度位")
"""Units, as printed, of more than one sense."""
_PLAIN_AFTER = compiled(r"[，。；、,;)\s]|$|左右|以[上下内]|[到至~—-]|的?(?:高温|低温|热水|温水|开水)")
"""What may follow a degree that no word of warmth leads to: 53度飞天 is of spirits."""
_PLACES_AHEAD = compiled(r"[，。；、,;)]|$|至第|到第|居|列")


def sense_of(
    quantity: Quantity, unit_text: str, segment: str, after: str, unit_before: str | None
) -> Quantity | None:
    """The quantity in the unit that is meant in its clause; None where it measures none of them.

    度 is a kilowatt-hour, a degree of heat, or one of an angle, of spirits or of spectacles, which are no
    figures; the number before, in `unit_before`, tells as much as a word. 位 is a person or, where a ranking
    changes, a place in it.
    """
    if unit_text == "位":
        is_place = _rank().search(segment) is not None and _PLACES_AHEAD.match(after) is not None
        return quantity.counted_in(unit_named("位次")) if is_place else quantity
    if after.startswith("电"):
        return _electric(quantity, 1)
    is_warm = cue_pattern("senses", "warm").search(segment) is not None or quantity.size < 0
    is_electric = unit_before == "千瓦时" or cue_pattern("senses", "electric").search(segment) is not None
    if abs(quantity.size) >= _HOT or (is_electric and not is_warm):
        return _electric(quantity, 0)
    if is_warm:
        return quantity
    if segment.endswith("度"):  # 浊度, 硬度, 色度: measures of their own
        return None
    is_other = cue_pattern("senses", "angle").search(segment) or _PLAIN_AFTER.match(after) is None
    return None if is_other or quantity.size in _TURNS else quantity


def _electric(quantity: Quantity, more: int) -> Quantity:
    end = max(quantity.end, quantity.unit_end + more)
    return replace(quantity, unit=unit_named("千瓦时"), unit_end=quantity.unit_end + more, end=end)


@cache
def _rank() -> re.Pattern[str]:
    ranks = cue_pattern("senses", "ranks").pattern
    moves = cue_pattern("senses", "moves").pattern
    return compiled(rf"(?:{ranks})[^，。；]*(?:{moves})了?$|(?:前移|后移|跃升|前进|后退)了?$")
