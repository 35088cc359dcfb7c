"""Figures that stand where a page lost characters: a digit may be gone, so they are not to be trusted."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from transform.figures.figure import Figure
from transform.patterns import compiled

LITTLE = 0.3
"""The confidence of a figure that may lack a digit."""
_NEAR = 8
"""Characters between a figure and what was lost, at most."""
_LOST = compiled(r"\?")


def doubt(figures: Iterable[Figure], body: str, guessed: Sequence[tuple[int, int]]) -> list[Figure]:
    """The figures of a page that a mirror spoiled beyond repair, with little confidence near `?` or a guess.

    `guessed` are the spans in the body where characters were put back that are not sure.
    """
    spots = [*guessed, *((mark.start(), mark.end()) for mark in _LOST.finditer(body))]
    return [
        replace(figure, confidence=min(figure.confidence, LITTLE))
        if any(start - _NEAR < figure.end and figure.start < end + _NEAR for start, end in spots)
        else figure
        for figure in figures
    ]
