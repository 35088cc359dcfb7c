"""One quantity read in its sentence: role, change, rate, status, period, subject."""

from datetime import date

from msgspec.structs import replace

from transform.figures.basis import read_basis
from transform.figures.change import (
    Change,
    apply_change,
    baseline_of,
    compare_kind_of,
    is_of_objects,
    read_change,
)
from transform.figures.classes import Sides, is_bound
from transform.figures.days import NOWHEN, Span
from transform.figures.extremes import IN_THE_SENTENCE
from transform.figures.figure import Figure
from transform.figures.hedges import hedge_apart
from transform.figures.inherit import DUE, NONE, former_time, period_of, unless_past
from transform.figures.layout import Spot
from transform.figures.quantity import Quantity
from transform.figures.rates import read_rate
from transform.figures.roles import is_old, role_of
from transform.figures.scene import LOST, Scene
from transform.figures.senses import SHARED, sense_of
from transform.figures.status import carried_status, read_status
from transform.figures.subjects import RESTATED, read_subject
from transform.figures.unprinted import with_unit
from transform.patterns import compiled

_ONLY_OR = compiled(r"\s*(?:或|即|约合|折合)\s*$")
_IS = ("", "为", "是", "则为", "则是", "达", "达到", "仅为", "只有", "的", "还是", "曾为")
_COUNTED = frozenset(("count", "money", "mass", "volume", "area"))


def measure(
    scene: Scene,
    quantity: Quantity,
    spot: Spot,
    previous: Figure | None,
    is_near_great: bool,
    last: Figure | None = None,
) -> Figure | None:
    """The figure of a quantity at its spot.

    `previous` is the figure before it in the same sentence, `last` the one before it in the text.
    """
    text = scene.layout.text
    sentence = scene.sentence(spot.first, spot.last)
    sides = Sides(
        segment=text[spot.segment : quantity.start],
        after=text[quantity.end : min(spot.last, quantity.end + 40)],
        sentence=sentence.text,
        number=text[quantity.number_start : quantity.number_end],
        unit_text=text[quantity.unit_start : quantity.unit_end],
    )
    if sides.unit_text in SHARED:
        unit_before = previous.unit if previous else None
        meant = sense_of(quantity, sides.unit_text, sides.segment, sides.after, unit_before)
        if meant is None:
            return None
        quantity = meant
        sides = replace(sides, after=text[quantity.end : min(spot.last, quantity.end + 40)])
    quantity = with_unit(quantity, previous, sides)
    if (
        previous is not None
        and quantity.qualifier == "exact"
        and text[previous.end : previous.end + 1] in ("(", "（")
        and RESTATED.fullmatch(text, previous.end, quantity.start)
    ):
        quantity = quantity.under(previous.qualifier)
    role = role_of(quantity, sides, is_near_great)
    if role is None:
        return None
    kind = "age" if is_old(quantity, sides) else _kind(quantity, role)
    apart = None
    if quantity.qualifier in ("exact", "approx") and kind in ("money", "percent", "multiplier"):
        apart = hedge_apart(sides.segment)
        quantity = quantity.under(apart) if apart else quantity
    change = _change(quantity, sides, previous, kind)
    quantity = apply_change(quantity, change)
    is_reached = (
        change is not None and change.is_level and previous is not None and previous.start >= spot.segment
    )
    former = former_time(scene, spot, previous.start) if is_reached and previous is not None else None
    period = period_of(scene, spot, quantity.form, former)
    if kind == "age" and period.how == "inherited":
        period = NONE
    is_ahead = _is_ahead(period.span, scene.published)
    year = scene.published.year if scene.published else None
    end = quantity.start - spot.first
    hedge = text[quantity.start : quantity.number_start]
    if spot.first not in scene.carried:
        scene.carried[spot.first] = carried_status(text, last, spot.first, quantity.start)
    has_own = period.how in ("stated", "resolved") and not is_ahead
    carried = None if has_own else scene.carried[spot.first]
    status = read_status(sentence.cues, end, sides.segment, hedge, sides.after, is_ahead, kind, year, carried)
    period = unless_past(period, status, scene.published)
    if period.time is not None and period.how != "inherited" and role == "statistic":
        scene.telling.add(period.time.start)
    kind, compare = compare_kind_of(kind, quantity, change)
    baseline = NOWHEN
    if compare:
        times = scene.times_between(spot.segment, quantity.start)
        against = [t for t in scene.times_between(spot.first, spot.segment) if text.startswith("相比", t.end)]
        times = [time for time in times if not text.startswith(DUE, time.end)]
        baseline = baseline_of(sides.segment, period.span, [*against, *times])
    per = read_rate(_rated(sides, spot, previous, kind), sides.sentence, sides.unit_text, sides.after, kind)
    if per is None and previous is not None and _is_same_again(scene, spot, sides, previous, quantity):
        per = previous.per
    place, place_how = scene.place_at(spot)
    unit = quantity.unit
    is_limit = apart is not None and kind == "money"
    return Figure(
        surface=scene.body[quantity.start : quantity.end],
        start=quantity.start,
        end=quantity.end,
        sentence=sentence.printed,
        subject=read_subject(scene, quantity, spot, kind, previous),
        kind=kind,
        role=role,
        value=quantity.value,
        value_min=quantity.low,
        value_max=quantity.high,
        unit=None if kind == "rank" or unit is None else unit.canonical,
        unit_text=scene.body[quantity.unit_start : quantity.unit_end] or None,
        currency=unit.currency if unit else None,
        qualifier=quantity.qualifier,
        basis=read_basis(sides.segment, period.span) if role == "statistic" and kind in _COUNTED else None,
        per=per,
        status="rule-limit" if is_limit else status,
        period_start=period.span.first,
        period_end=period.span.last,
        period_text=period.text,
        period_how=period.how,
        compare_kind=compare,
        baseline_start=baseline.first,
        baseline_end=baseline.last,
        place_code=place.code if place else None,
        place_name=place.name if place else None,
        place_how=place_how,
        group_role="bound" if role == "label" and is_bound(quantity, sides) else None,
        confidence=_confidence(scene, quantity),
    )


def _is_same_again(scene: Scene, spot: Spot, sides: Sides, previous: Figure, quantity: Quantity) -> bool:
    """The same measure at another time, with no more words (每人每天20支，2010年为18支), or its extreme."""
    if previous.per is None or quantity.unit is None or previous.unit != quantity.unit.canonical:
        return False
    if IN_THE_SENTENCE.fullmatch(scene.layout.text, previous.end, quantity.start):
        return True
    times = scene.times_between(spot.segment, quantity.start)
    return (
        len(times) == 1
        and times[0].start == spot.segment
        and (scene.layout.text[times[0].end : quantity.start] in _IS)
    )


def _rated(sides: Sides, spot: Spot, previous: Figure | None, kind: str) -> str:
    """The part of the clause whose rates are the number's own: those before another kind of number are not.

    年营收1亿元的企业26家 counts firms, not in each year; of 每100公里耗油6升 the first is part of the rate.
    """
    if previous is None or previous.end <= spot.segment or previous.kind == kind:
        return sides.segment
    is_part = previous.role != "statistic" and previous.group_role != "bound"
    return sides.segment if is_part else sides.segment[previous.end - spot.segment :]


def _kind(quantity: Quantity, role: str) -> str:
    if quantity.form in ("ordinal", "first"):
        return "rank" if role == "statistic" else "ordinal"
    if quantity.form == "index":
        return "count"
    if quantity.form == "rank" or quantity.unit is None:
        return "rank"
    return quantity.unit.kind


def _change(quantity: Quantity, sides: Sides, previous: Figure | None, kind: str) -> Change | None:
    if quantity.form == "doubling":
        return Change(1, False, True)
    if previous is not None and previous.compare_kind and _is_joined(quantity, sides, previous):
        return Change(-1 if previous.value is not None and previous.value < 0 else 1, False, True)
    is_point = quantity.unit is not None and quantity.unit.canonical in ("百分点", "基点")
    change = read_change(sides.segment, sides.after, is_point)
    if (
        change is not None
        and quantity.unit is not None
        and is_of_objects(change, quantity.unit.canonical, kind)
    ):
        return None
    return change


def _is_joined(quantity: Quantity, sides: Sides, previous: Figure) -> bool:
    """A second number of the same change (下跌232点，或0.68%; 下降2.5%和3%)."""
    if _ONLY_OR.fullmatch(sides.segment):
        return True
    return quantity.start - previous.end == 1 and sides.segment.endswith(("和", "、", "与", "及"))


def _confidence(scene: Scene, quantity: Quantity) -> float:
    """Low next to lost characters, less than full where the unit is not printed."""
    if scene.is_lossy and LOST.search(scene.layout.text, max(0, quantity.start - 8), quantity.end + 8):
        return 0.3
    return 0.95 if quantity.unit_end > quantity.unit_start or quantity.form == "share" else 0.7


def _is_ahead(span: Span, published: date | None) -> bool:
    if published is None or span.last is None or span.last <= published:
        return False
    return span.first is None or span.first > published
