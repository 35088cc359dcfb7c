"""Units that are not printed: large numbers of money or of people, told by the words beside them."""

import re
from functools import cache

from transform.figures.classes import Sides
from transform.figures.cues import cue_words, join_words
from transform.figures.figure import Figure
from transform.figures.quantities import SMALLEST
from transform.figures.quantity import Quantity
from transform.figures.units import unit_named
from transform.patterns import compiled

_STOPS = compiled(r"[，。；、,;)”’」』\"！？!?\s]|$")
POINTS_BACK = compiled("[这该此]一?(?:数字|数据|数量|数目|总数|人数|规模|金额|指标)[^，。；]{0,10}$")
"""This number is of what was counted before (这一数字将达到3400万)."""
_USES = frozenset("在买购建给用请办修租做")


def with_unit(quantity: Quantity, previous: Figure | None, sides: Sides) -> Quantity:
    """The quantity in the unit that it goes without, where the words beside it tell which.

    It is that of the amount before (2062亿美元增加29亿), money spent (花了30万) or people (人口减少5万).
    """
    if quantity.unit is not None or quantity.form != "plain" or sides.segment.endswith("数以"):
        return quantity
    if quantity.size < SMALLEST and (quantity.qualifier != "vague" or sides.number[-1] not in "万亿"):
        return quantity
    is_last = _STOPS.match(sides.after) is not None
    if is_last and previous is not None and previous.unit and POINTS_BACK.search(sides.segment):
        return quantity.counted_in(unit_named(previous.unit))
    if is_last and previous is not None and previous.currency:
        return quantity.counted_in(unit_named(previous.unit or "元"))
    if "个" in sides.number and not _people().match(sides.after):
        return quantity.counted_in(unit_named("元"))
    if (is_last or sides.after[0] in _USES) and _spent().search(sides.segment.rstrip()):
        return quantity.counted_in(unit_named("元"))
    if is_last and sides.number[-1] in "万亿" and _crowd().search(sides.segment):
        return quantity.counted_in(unit_named("人"))
    if not is_last and sides.number[-1] in "万亿" and _people().match(sides.after):
        return quantity.counted_in(unit_named("人"))
    return quantity.counted_in(unit_named("元")) if not is_last and _funds().match(sides.after) else quantity


@cache
def _spent() -> re.Pattern[str]:
    return compiled(
        rf"{join_words(cue_words('money', 'spent'))}"
        r"(?:可能|大约|大概|[为达约近超过了至到额仅共的是普遍已均在]){0,4}$"
    )


@cache
def _people() -> re.Pattern[str]:
    return compiled(rf"[名余多]?[一-鿿]{{0,5}}?{join_words(cue_words('people', 'nouns'))}")


@cache
def _crowd() -> re.Pattern[str]:
    return compiled(rf"{join_words(cue_words('people', 'nouns'))}(?:数量?|总数|总量)?[^，。；\d的]{{0,5}}$")


@cache
def _funds() -> re.Pattern[str]:
    return compiled(rf"(?:的[一-鿿]{{0,3}}?|(?=财产)){join_words(cue_words('money', 'funds'))}")
