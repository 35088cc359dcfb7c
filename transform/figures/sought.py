"""A number whose subject is sought: what the steps that seek it share."""

from enum import Enum

from msgspec import Struct

from transform.figures.figure import Figure
from transform.figures.layout import Spot
from transform.figures.phrases import Span
from transform.figures.quantity import Quantity
from transform.figures.scene import Scene

PEOPLE = frozenset(("人", "人次", "户"))
"""Units of people."""
PHYSICAL = frozenset(("mass", "volume", "area", "length", "energy", "power"))
"""Kinds of what is measured and not counted."""


class Undecided(Enum):
    """What a step says that leaves the subject to the next: None is a subject that nobody can tell."""

    STEP = 0


UNDECIDED = Undecided.STEP
Told = str | None | Undecided


def or_undecided(told: str | None) -> Told:
    """What a step found, or that it leaves the subject to the next."""
    return UNDECIDED if told is None else told


class Sought(Struct):
    """A number whose subject is sought, and the phrases around it as far as they are known."""

    scene: Scene
    quantity: Quantity
    spot: Spot
    kind: str
    previous: Figure | None
    text: str
    unit: str | None
    before: Span | None = None
    behind: Span | None = None
    is_mark: bool = False
