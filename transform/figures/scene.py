"""What is known of a whole text while its figures are read."""

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date

from transform.figures.layout import Layout
from transform.figures.periods import Time


@dataclass(frozen=True, slots=True)
class Place:
    """A division with its code, or a place abroad by name."""

    code: str | None
    name: str | None


@dataclass(frozen=True, slots=True)
class Scene:
    """A body with its boundaries, its times and the places it names."""

    body: str
    layout: Layout
    times: list[Time]
    time_starts: list[int]
    published: date | None
    article: Place | None
    places: list[tuple[int, Place]]

    @classmethod
    def of(
        cls,
        body: str,
        layout: Layout,
        times: list[Time],
        published: date | None,
        article: Place | None,
        places: list[tuple[int, Place]],
    ) -> "Scene":
        """A scene with the starts of its times ready for search."""
        return cls(body, layout, times, [time.start for time in times], published, article, places)

    def times_between(self, start: int, end: int) -> list[Time]:
        """The times that start within a stretch."""
        return self.times[bisect_left(self.time_starts, start) : bisect_left(self.time_starts, end)]

    def sentence_at(self, place: int) -> str:
        """The sentence around a place."""
        first, last = self.layout.sentence(place)
        return self.body[first:last].strip()

    def place_at(self, at: int) -> tuple[Place | None, str | None]:
        """The place named last before `at` in its sentence, else that of the article."""
        if self.places:
            first, _ = self.layout.sentence(at)
            index = bisect_left(self.places, at, key=lambda entry: entry[0]) - 1
            if index >= 0 and self.places[index][0] >= first:
                return self.places[index][1], "stated"
        return self.article, "inherited" if self.article else None
