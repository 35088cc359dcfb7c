"""One quantity that an article asserts."""

from datetime import date
from decimal import Decimal

from msgspec import Struct


class Figure(Struct, frozen=True, kw_only=True):
    """A quantity with its hedge, unit, subject, period and place; unknown is None.

    `start` and `end` count code points in the body, end exclusive, and `body[start:end] == surface`.
    Numbers stand in `unit`, 万 and 亿 applied, and are negative for falls. Periods are whole days, both
    ends inclusive.
    """

    surface: str
    start: int
    end: int
    sentence: str
    kind: str
    role: str
    subject: str | None = None
    value: Decimal | None = None
    value_min: Decimal | None = None
    value_max: Decimal | None = None
    unit: str | None = None
    unit_text: str | None = None
    currency: str | None = None
    qualifier: str = "exact"
    basis: str | None = None
    per: str | None = None
    status: str = "actual"
    period_start: date | None = None
    period_end: date | None = None
    period_text: str | None = None
    period_how: str = "unknown"
    compare_kind: str | None = None
    baseline_start: date | None = None
    baseline_end: date | None = None
    place_code: str | None = None
    place_name: str | None = None
    place_how: str | None = None
    group_id: str | None = None
    group_role: str | None = None
    confidence: float = 1.0


LARGEST = Decimal(10) ** 28
SMALLEST = Decimal("0.000000001")
"""Numbers are held as DECIMAL(38,9)."""


def is_storable(figure: Figure) -> bool:
    """Whether a table can hold the figure's numbers as they are."""
    numbers = (figure.value, figure.value_min, figure.value_max)
    return all(number is None or (abs(number) < LARGEST and number % SMALLEST == 0) for number in numbers)
