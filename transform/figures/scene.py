"""What is known of a whole text while its figures are read."""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from datetime import date

from transform.figures.atlas import Atlas, Place
from transform.figures.layout import Layout, Spot
from transform.figures.periods import Time

_AGAIN = 3


def main_year(times: list[Time], published: date | None) -> int | None:
    """The past year that a text is about: named again and again, and hardly another one."""
    years = Counter(
        time.span.first.year for time in times if time.is_year and time.shape == "point" and time.span.first
    )
    if not years:
        return None
    year, count = years.most_common(1)[0]
    is_past = published is not None and year < published.year
    return year if is_past and count >= _AGAIN and count * 3 >= years.total() * 2 else None


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

    def times_between(self, start: int, end: int) -> list[Time]:
        """The times that start within a stretch."""
        return self.times[bisect_left(self.time_starts, start) : bisect_left(self.time_starts, end)]

    def sentence_at(self, place: int) -> str:
        """The sentence around a place."""
        first, last = self.layout.sentence(place)
        return self.body[first:last].strip()

    def place_at(self, spot: Spot) -> tuple[Place | None, str | None]:
        """The place of a figure, and whether it is stated or inherited."""
        return self.atlas.place_at(spot.first, spot.last, spot.at)
