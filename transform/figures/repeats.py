"""Numbers said again: a headline or a later paragraph leaves out the time that another sentence gives."""

from dataclasses import replace
from decimal import Decimal

from transform.figures.figure import Figure

_SMALL = Decimal(10)
Key = tuple[str, str | None, Decimal | None, Decimal | None, Decimal | None]


def share_periods(figures: list[Figure]) -> list[Figure]:
    """A statistic without a period takes that of the same number elsewhere in the text."""
    known: dict[Key, Figure] = {}
    for figure in figures:
        if figure.role == "statistic" and figure.period_start is not None and _is_telling(figure):
            known.setdefault(_key(figure), figure)
    return [_completed(figure, known) for figure in figures] if known else figures


def _completed(figure: Figure, known: dict[Key, Figure]) -> Figure:
    if figure.role != "statistic" or figure.period_text is not None or figure.period_start is not None:
        return figure
    same = known.get(_key(figure))
    if same is None or same.status != figure.status or same.per != figure.per:
        return figure
    return replace(
        figure,
        period_start=same.period_start,
        period_end=same.period_end,
        period_text=same.period_text,
        period_how="inherited",
    )


def _key(figure: Figure) -> Key:
    return figure.kind, figure.unit, figure.value, figure.value_min, figure.value_max


def _is_telling(figure: Figure) -> bool:
    """Small whole numbers and ages meet by chance."""
    size = figure.value if figure.value is not None else figure.value_max
    if size is None or figure.kind in ("age", "duration"):
        return False
    return abs(size) >= _SMALL or size != size.to_integral_value()
