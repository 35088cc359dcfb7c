"""What is shown of a page, apart from how: the terminal and the HTML page draw the same view."""

from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct


class Mark(StrEnum):
    """What a run of text is."""

    PLAIN = ""
    DAMAGED = "damaged"
    """As found; a repair takes it out or puts something else there."""
    MENDED = "mended"
    """What a repair put there."""
    CONVERTED = "converted"
    """Traditional script made simplified."""
    LOST = "lost"
    """It stands for characters that are lost."""
    STATISTIC = "statistic"
    """A figure that measures the world."""
    FIGURE = "figure"
    """Any other figure: a date, a label, a count of the text's own parts."""
    ASKED = "asked"
    """The figure that was asked for."""
    STRONG = "strong"
    """What a sentence or a row is about."""


class Run(NamedTuple):
    """A run of text of one kind."""

    text: str
    mark: Mark = Mark.PLAIN
    note: str = ""
    """What is to be known of it, where there is room."""
    target: str = ""
    """The name of the card that tells more."""


Line = tuple[Run, ...]


def line(text: object, mark: Mark = Mark.PLAIN) -> Line:
    """A line of one run; ∅ for what is unknown."""
    return (Run("∅" if text is None else str(text), mark),)


class Say(Struct, frozen=True):
    """A sentence."""

    text: Line


class Facts(Struct, frozen=True):
    """Name, value, and what speaks for it."""

    rows: tuple[tuple[str, Line, str], ...]


class Grid(Struct, frozen=True):
    """A table."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    caption: str = ""


class Edits(Struct, frozen=True):
    """The edits of one kind and one confidence in a passage."""

    kind: str
    confidence: float
    places: tuple[Line, ...]


class Passage(Struct, frozen=True):
    """A sentence before and after its repair."""

    where: str
    before: Line
    after: Line
    edits: tuple[Edits, ...]


class Prose(Struct, frozen=True):
    """The text itself, a paragraph a line."""

    paragraphs: tuple[Line, ...]


class Card(Struct, frozen=True):
    """A figure in its sentence, with the fields that are known."""

    name: str
    """Unique in the view; runs point to it."""
    surface: str
    sentence: Line
    facts: tuple[tuple[str, str], ...]


Part = Say | Facts | Grid | Passage | Prose | Card


class Section(Struct, frozen=True):
    """A stage of the page's way."""

    title: str
    parts: tuple[Part, ...]


class View(Struct, frozen=True):
    """All that is shown of a page."""

    title: str
    sections: tuple[Section, ...]
