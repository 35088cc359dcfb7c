"""Numbers said again: a headline or a later paragraph leaves out the time that another sentence gives.

Two prices may rise by 1.4%; so the same number counts as said again only where it is of the same thing.
"""

from decimal import Decimal

from msgspec.structs import replace

from transform.figures.figure import Figure

_SMALL = Decimal(10)
_MANY_DIGITS = 4
_LEAD = 12
_SAME_WORDS = 4
_COMMON = frozenset(("percent", "delta", "multiplier"))
"""Kinds whose numbers, and the verbs before them, meet by chance."""
Key = tuple[str, str | None, Decimal | None, Decimal | None, Decimal | None]


def share_periods(figures: list[Figure], text: str) -> list[Figure]:
    """A statistic without a period takes that of the same number of the same thing elsewhere in `text`."""
    wanted = {_key(figure) for figure in figures if _is_open(figure)}
    known: dict[Key, list[int]] = {}
    for place, figure in enumerate(figures) if wanted else ():
        if figure.role == "statistic" and figure.period_start is not None:
            key = _key(figure)
            if key in wanted and _is_telling(figure):
                known.setdefault(key, []).append(place)
    if not known:
        return figures
    shared: list[Figure] = []
    former: int | None = None
    for figure in figures:
        former = _said_before(figure, figures, known, former, text) if _is_open(figure) else None
        shared.append(figure if former is None else _completed(figure, figures[former]))
    return shared


def _said_before(
    figure: Figure, figures: list[Figure], known: dict[Key, list[int]], former: int | None, text: str
) -> int | None:
    """Where the same is said with its period; `former` is where what stands before `figure` is said.

    Two numbers in a row are said again together (外贸值138.1亿元、增长5.7%).
    """
    told = [at for at in known.get(_key(figure), ()) if _is_alike(figure, figures[at])]
    if former is not None and former + 1 in told:
        return former + 1
    told = [at for at in told if _is_same(figure, figures[at], text)]
    spans = {(figures[at].period_start, figures[at].period_end) for at in told}
    return told[0] if len(spans) == 1 else None


def _is_open(figure: Figure) -> bool:
    """Whether a figure lacks a period."""
    return figure.role == "statistic" and figure.period_text is None and figure.period_start is None


def _completed(figure: Figure, same: Figure) -> Figure:
    return replace(
        figure,
        period_start=same.period_start,
        period_end=same.period_end,
        period_text=same.period_text,
        period_how="inherited",
    )


def _key(figure: Figure) -> Key:
    return figure.kind, figure.unit, figure.value, figure.value_min, figure.value_max


def _is_alike(figure: Figure, other: Figure) -> bool:
    return (figure.status, figure.per, figure.compare_kind) == (other.status, other.per, other.compare_kind)


def _is_same(figure: Figure, other: Figure, text: str) -> bool:
    """Whether a number is said again: of one subject, in the same words, or too special to be another."""
    one, two = figure.subject, other.subject
    if one and two and (one in two or two in one):
        return True
    size = figure.value if figure.value is not None else figure.value_max
    if size is not None and len(size.normalize().as_tuple().digits) >= _MANY_DIGITS:
        return True
    if figure.kind in _COMMON:
        return False
    lead, against = (text[max(0, f.start - _LEAD) : f.start] for f in (figure, other))
    return any(lead[at : at + _SAME_WORDS] in against for at in range(len(lead) - _SAME_WORDS + 1))


def _is_telling(figure: Figure) -> bool:
    """Small whole numbers and ages meet by chance."""
    size = figure.value if figure.value is not None else figure.value_max
    if size is None or figure.kind in ("age", "duration"):
        return False
    return abs(size) >= _SMALL or size != size.to_integral_value()
