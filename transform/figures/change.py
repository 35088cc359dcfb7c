"""Changes: which way a number points, what kind of comparison it is, and against which period."""

import re
from functools import cache

from msgspec import Struct

from transform.figures.cues import cue_pattern, cue_words, join_words
from transform.figures.days import NOWHEN, Span, span_before, year_before
from transform.figures.quantity import Quantity
from transform.figures.skips import skipping
from transform.figures.times import Time
from transform.patterns import compiled

_REACH = 16
_LESS = compiled(
    r"(?<![不至缺最很])少了$|(?<![不最很差许众更])多了$|(?:[人户车]口|[人户件例数量率额值重])[少多]$"
)
"""少 and 多 compare by themselves behind what there is less or more of, and with 了."""
_COMPARED = compiled(r"(?:同比|环比)[:：]?\s?$")
_APART = compiled(
    r"(?:(?P<less>低于|落后|少于|慢于|小于)|高于|领先|快于|好于|多于|大于|超过|超出)[^，。；\d]{0,14}$"
)
_AFTER = compiled(
    r"\s?的(?P<fall>跌幅|降幅|下降|下滑|负增长|萎缩|回落)|\s?的(?P<rise>涨幅|增幅|增长|增速|升幅|上涨)"
)


class Change(Struct, frozen=True):
    """A change in front of a number: `sign` is −1 for falls; `is_level` is the value reached (增至)."""

    sign: int
    is_level: bool
    is_strong: bool
    verb: str = ""


def read_change(segment: str, after: str, is_point: bool = False) -> Change | None:
    """The change that leads to a number, from the text of its clause and what follows.

    Points are always a difference: behind any verb of change, and behind a comparison (高于全国12个百分点).
    """
    match = _verb().search(segment, max(0, len(segment) - _REACH))
    if match is None:
        follow = _AFTER.match(after) if "的" in after[:2] else None
        if follow:
            return Change(-1 if follow["fall"] else 1, False, True)
        apart = _APART.search(segment) if is_point else None
        if apart:
            return Change(-1 if apart["less"] else 1, False, True)
        is_compared = "比" in segment[-4:] and _COMPARED.search(segment)
        return Change(1, False, True) if is_compared else None
    if match["level"]:
        return Change(1, True, False)
    verb = match["fall"] or match["rise"]
    is_weak = verb in cue_words("change", "weak")
    if (
        is_weak
        and not is_point
        and not (_LESS.search(segment) or cue_pattern("change", "compare").search(segment))
    ):
        return None
    return Change(-1 if match["fall"] else 1, False, True, verb)


def apply_change(quantity: Quantity, change: Change | None) -> Quantity:
    """Falls are negative."""
    if change is None or change.is_level or change.sign > 0 or quantity.size <= 0:
        return quantity
    return quantity.negated()


def is_of_objects(change: Change, unit: str, kind: str) -> bool:
    """下调九国评级 and 提高两个标准 change what is counted, not the number."""
    return kind == "count" and unit not in ("点", "位次") and change.verb in cue_words("change", "of_objects")


def compare_kind_of(kind: str, quantity: Quantity, change: Change | None) -> tuple[str, str | None]:
    """The kind of a figure under a change, and what is compared."""
    if quantity.form == "doubling":
        return kind, "ratio_to_baseline"
    if kind == "delta":
        return ("delta" if change or quantity.unit is None else "percent"), "pct_point"
    if kind == "multiplier":
        return kind, "delta" if change and not change.is_level else "ratio_to_baseline"
    if change is None or change.is_level:
        return kind, None
    if kind == "percent":
        return kind, "pct_change"
    is_point = quantity.unit is not None and quantity.unit.canonical == "点"
    return ("delta", "delta") if is_point or change.is_strong else (kind, None)


def baseline_of(segment: str, period: Span, times: list[Time]) -> Span:
    """The period that a change is measured against; `times` are those in the clause."""
    for cue, before in (("year_before", year_before), ("span_before", span_before)):
        if cue_pattern("change", cue).search(segment):
            found = before(period)
            if found.first is not None:
                return found
    for time in reversed(times):
        if time.span.first is not None and time.span != period:
            return Span(time.span.first, time.span.last)
    return NOWHEN


@cache
def _verb() -> re.Pattern[str]:
    fall, rise, between, level = (
        join_words(cue_words("change", group)) for group in ("fall", "rise", "between", "level")
    )
    firsts = sorted({word[0] for group in ("fall", "rise") for word in cue_words("change", group)})
    return skipping(
        re.escape("".join(firsts)),
        rf"(?:(?<![坡沉空迫霜])(?<!坡比)(?<!流比)(?P<fall>{fall})|(?!增加值)(?P<rise>{rise}))(?:(?P<level>了?{level}了?)|\s|[:：]|{between})*$",
    )
