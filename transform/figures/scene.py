"""What is known of a whole text while its figures are read."""

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from transform.figures.atlas import Atlas, Place
from transform.figures.layout import Layout, Spot
from transform.figures.sentences import Sentence
from transform.figures.times import Time
from transform.patterns import compiled

_AGAIN = 3
_LOST = ("\ufffd", "□", "锟斤拷", "??")
LOST = compiled("|".join(map(re.escape, _LOST)))
"""What stands for characters that a page lost."""


def main_year(times: list[Time], published: date | None) -> int | None:
    """The past year that a text is about: named again and again, and hardly another one."""
    if published is None or len(times) < _AGAIN:
        return None
    named = [t.span.first.year for t in times if t.is_year and t.shape == "point" and t.span.first]
    if len(named) < _AGAIN:
        return None
    year, count = Counter(named).most_common(1)[0]
    return year if year < published.year and count >= _AGAIN and count * 3 >= len(named) * 2 else None


def is_lossy(text: str) -> bool:
    """Whether characters are lost anywhere."""
    return any(sign in text for sign in _LOST)


@dataclass(frozen=True, slots=True)
class Scene:
    """A body with its boundaries, its times and the places it names."""

    body: str
    layout: Layout
    times: list[Time]
    time_starts: list[int]
    published: date | None
    atlas: Atlas
    main_year: int | None
    is_lossy: bool
    sentences: dict[int, Sentence] = field(default_factory=dict)

    def times_between(self, start: int, end: int) -> list[Time]:
        """The times that start within a stretch."""
        return self.times[bisect_left(self.time_starts, start) : bisect_left(self.time_starts, end)]

    def sentence(self, first: int, last: int) -> Sentence:
        """The sentence that stands there."""
        found = self.sentences.get(first)
        if found is None:
            found = self.sentences[first] = Sentence(self.layout.text, self.body, first, last)
        return found

    def sentence_at(self, place: int) -> str:
        """The sentence around a place, as printed."""
        return self.sentence(*self.layout.sentence(place)).printed

    def place_at(self, spot: Spot) -> tuple[Place | None, str | None]:
        """The place of a figure, and whether it is stated or inherited."""
        return self.atlas.place_at(spot.first, spot.last, spot.at)
