"""A number with its unit, and the hedges that adjoin it drawn in."""

from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from transform.figures.hedges import bounds_of, hedge_after, hedge_before, hedge_before_bare
from transform.figures.numerals import Numeral
from transform.figures.units import Unit, match_unit, unit_named
from transform.patterns import compiled

_BARE = frozenset("百千万亿")
_COUNTLESS = ("成百上", "成千上")
_BREAKS = frozenset("超破")
_RECORD = compiled("[^，。；、\\d]{0,12}?[纪记]录")
"""超3项全国纪录 tells that they were broken: three, and no more."""
_INCLUDING = compiled(r"\(含[^()]{0,12}\)")
_NO_HALF = Decimal(0)
_HALF = Decimal("0.5")


class Quantity(Struct, frozen=True):
    """A number as printed: `start`..`end` with hedges, `number_start` where the digits begin.

    `form`: plain, share (百分之三, 三成), great (六大), ordinal (第三名), first (首个), doubling (翻一番).
    """

    start: int
    end: int
    number_start: int
    number_end: int
    unit: Unit | None
    unit_start: int
    unit_end: int
    qualifier: str = "exact"
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    form: str = "plain"

    @property
    def size(self) -> Decimal:
        """Some number of it, to tell small from large."""
        return self.value if self.value is not None else self.high if self.high is not None else Decimal(0)

    def under(self, qualifier: str) -> "Quantity":
        """The same quantity with its value read under another hedge."""
        if self.value is None:
            return self
        bounds = bounds_of(qualifier, self.value)
        return replace(self, qualifier=qualifier, value=bounds.value, low=bounds.low, high=bounds.high)

    def negated(self) -> "Quantity":
        """The same quantity as a fall."""
        value, low, high = (None if n is None else -n for n in (self.value, self.low, self.high))
        return replace(self, value=value, low=high, high=low)

    def counted_in(self, unit: Unit) -> "Quantity":
        """The same quantity with a unit that is printed elsewhere."""
        return replace(self, unit=unit)


def match_unit_and_half(
    text: str, at: int, found: tuple[Unit, int] | None
) -> tuple[Unit | None, int, Decimal]:
    """The unit at a place, where it ends, and the half that goes with it (两个半小时, 十五斤半).

    `found` is what `match_unit` finds there.
    """
    if text.startswith("个半", at):
        halved = (unit_named("月"), at + 3) if text.startswith("月", at + 2) else match_unit(text, at + 2)
        if halved is not None and halved[0].kind == "duration":
            return halved[0], halved[1], _HALF
    if found is None:
        return None, at, _NO_HALF
    unit, end = found
    if text.startswith("半", end) and unit.kind != "count" and not text.startswith("半年", end):
        return unit, end + 1, _HALF
    return unit, end, _NO_HALF


def draw_hedges(
    text: str, quantity: Quantity, numeral: Numeral, is_more: bool, inner: str | None = None
) -> Quantity | None:
    """The quantity with the hedges at both sides; None for a bare 百千万亿 without one.

    `inner` is the hedge between number and unit (100名以上 has none, 100以上的人 has).
    """
    start, end = quantity.start, quantity.end
    after = hedge_after(text, end)
    if (
        after is not None
        and after[0] == "approx_over"
        and (is_more or text[after[1] : after[1] + 1].isdigit())
    ):
        after = None
    if after is not None:
        end = after[1]
    behind = after[0] if after else None
    including = _INCLUDING.match(text, end) if text.startswith("(", end) else None
    if including:
        end = including.end()
    is_more = is_more or behind == "approx_over"
    before = hedge_before(text, start)
    is_bare = quantity.form == "plain" and text[quantity.number_start] in _BARE
    if is_bare and text.startswith(_COUNTLESS, start - 3):
        numeral, start, before = Numeral(None, None), start - 3, None
    if before is not None and text[start - 1] in _BREAKS and _RECORD.match(text, quantity.unit_end):
        before = None
    elif before is None and numeral.low is not None:
        before = hedge_before_bare(text, start, is_bare)
    if is_bare and before is None and behind is None and not is_more and numeral.low is not None:
        return None
    ahead = None
    if before is not None:
        ahead, start = before
        outer = hedge_before(text, start)
        start = outer[1] if outer else start
    if ahead == "approx" and (is_more or behind not in (None, "approx")):
        ahead = None
    qualifier = ahead or inner or behind or ("approx_over" if is_more else "exact")
    low, high, value = numeral.low, numeral.high, None
    if low is None or high is None:
        qualifier = "vague"
    elif low != high:
        qualifier = "range"
    else:
        bounds = bounds_of(qualifier, low)
        value, low, high = bounds.value, bounds.low, bounds.high
    return Quantity(
        start,
        end,
        quantity.number_start,
        quantity.number_end,
        quantity.unit,
        quantity.unit_start,
        quantity.unit_end,
        qualifier,
        value,
        low,
        high,
        quantity.form,
    )
