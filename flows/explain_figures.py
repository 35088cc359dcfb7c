"""Figures marked in the body, and each in its sentence with the fields that are known."""

from collections.abc import Iterator, Sequence

from flows.explain_view import Card, Line, Mark, Prose, Run
from transform.figures.figure import Figure
from transform.record import plain_number

Span = tuple[int, int]


def show_body(body: str, figures: Sequence[Figure], asked: Span | None = None) -> Prose:
    """The body, its figures in place; each points to its card."""
    paragraphs: list[Line] = []
    line: list[Run] = []
    for run in _runs(body, figures, asked):
        first, *more = run.text.split("\n")
        line.append(run._replace(text=first))
        for text in more:
            paragraphs.append(tuple(line))
            line = [run._replace(text=text)]
    return Prose((*paragraphs, tuple(line)))


def show_figure(number: int, figure: Figure, body: str, asked: Span | None = None) -> Card:
    """A figure's card."""
    return Card(name_card(number), figure.surface, _sentence(figure, body, asked), _facts(figure))


def name_card(number: int) -> str:
    """What the card of the figure of that number is called.

    >>> name_card(0)
    'figure-1'
    """
    return f"figure-{number + 1}"


def _runs(body: str, figures: Sequence[Figure], asked: Span | None) -> Iterator[Run]:
    at = 0
    for number, figure in sorted(enumerate(figures), key=lambda pair: (pair[1].start, -pair[1].end)):
        if figure.start < at:
            continue  # inside another one; its card tells
        yield Run(body[at : figure.start])
        note = " · ".join(f"{name} {value}" for name, value in _facts(figure))
        yield Run(figure.surface, _mark(figure, asked), note, name_card(number))
        at = figure.end
    yield Run(body[at:])


def _mark(figure: Figure, asked: Span | None) -> Mark:
    if (figure.start, figure.end) == asked:
        return Mark.ASKED
    return Mark.STATISTIC if figure.role == "statistic" else Mark.FIGURE


def _sentence(figure: Figure, body: str, asked: Span | None) -> Line:
    """The sentence with the figure marked in its own place, not where the same words stand before it."""
    sentence = figure.sentence
    begin = body.find(sentence, max(0, figure.end - len(sentence)), figure.start + len(sentence))
    place = figure.start - begin if begin >= 0 else sentence.find(figure.surface)
    if place < 0:
        return (Run(sentence),)
    end = place + len(figure.surface)
    marked = Run(sentence[place:end], _mark(figure, asked))
    return tuple(run for run in (Run(sentence[:place]), marked, Run(sentence[end:])) if run.text)


def _facts(figure: Figure) -> tuple[tuple[str, str], ...]:
    numbers = {"value": figure.value, "min": figure.value_min, "max": figure.value_max}
    facts: dict[str, str | None] = {"subject": figure.subject}
    facts |= {name: plain_number(value) for name, value in numbers.items() if value is not None}
    place = f"{figure.place_name or figure.place_code} ({figure.place_how})"
    facts |= {
        "unit": figure.unit,
        "currency": figure.currency,
        "per": figure.per,
        "is": f"{figure.role}, {figure.kind}, {figure.qualifier}, {figure.status}",
        "change": figure.compare_kind,
        "against": _days(figure.baseline_start, figure.baseline_end),
        "basis": figure.basis,
        "period": f"{_days(figure.period_start, figure.period_end)} ({figure.period_how})"
        if figure.period_start or figure.period_end
        else None,
        "place": place if figure.place_how else None,
        "group": f"{figure.group_role} of {figure.group_id}" if figure.group_id else None,
        "sure": f"{figure.confidence:.2f}",
    }
    return tuple((name, value) for name, value in facts.items() if value is not None)


def _days(start: object, end: object) -> str | None:
    return f"{start or '∅'} … {end or '∅'}" if start or end else None
