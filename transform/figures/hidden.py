"""Signs that nobody sees, soft hyphens and spaces of no width: they part 1 from —4月 and say nothing."""

from itertools import compress

from msgspec.structs import replace

from transform.figures.figure import Figure

_HIDDEN = ("\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff")
_NOTHING = dict.fromkeys(map(ord, _HIDDEN))


def has_hidden(body: str) -> bool:
    """Whether any such sign stands in a text."""
    return any(sign in body for sign in _HIDDEN)


def without_hidden(body: str) -> str:
    """The text without them."""
    return body.translate(_NOTHING)


def printed_again(figures: list[Figure], bare: str, body: str) -> list[Figure]:
    """Figures of a text without such signs, with spans, surfaces and sentences as they stand in `body`."""
    places = list(compress(range(len(body)), (sign not in _HIDDEN for sign in body)))

    def printed(start: int, end: int) -> str:
        return body[places[start] : places[end - 1] + 1]

    again = []
    for figure in figures:
        first = bare.rfind(figure.sentence, 0, figure.start + len(figure.sentence))
        again.append(
            replace(
                figure,
                start=places[figure.start],
                end=places[figure.end - 1] + 1,
                surface=printed(figure.start, figure.end),
                sentence=printed(first, first + len(figure.sentence)) if first >= 0 else figure.sentence,
            )
        )
    return again
