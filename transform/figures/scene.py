"""What is known of a whole text while its figures are read."""

import re
from bisect import bisect_left
from datetime import date

from msgspec import Struct, field

from transform.figures.atlas import Atlas, Place
from transform.figures.layout import Layout, Spot
from transform.figures.sentences import Sentence
from transform.figures.stays import Stays
from transform.figures.times import Time
from transform.patterns import compiled

_LOST = ("\ufffd", "□", "锟斤拷", "??")
LOST = compiled("|".join(map(re.escape, _LOST)))
"""What stands for characters that a page lost."""
_OF_THE_WHOLE = compiled(
    r"(?:(?:\d{4}|[今去前])年|[上下]半年|前?[一二三四\d]+(?:季度|个月)|\d{1,2}月份?|截至[^，。]{2,10}[，]?)*"
    r"(?:全国(?!第|前|平均|排|领先|最|百|十|重点|文明|优秀|先进)|我国|全球(?!第|前|最))"
)
"""A clause that begins with what is said of a whole country, or of all."""


def is_lossy(text: str) -> bool:
    """Whether characters are lost anywhere."""
    return any(sign in text for sign in _LOST)


class Scene(Struct, frozen=True):
    """A body with its boundaries, its times and the places it names."""

    body: str
    layout: Layout
    times: list[Time]
    time_starts: list[int]
    published: date | None
    atlas: Atlas
    stays: Stays
    is_lossy: bool
    sentences: dict[int, Sentence] = field(default_factory=dict)
    carried: dict[int, str | None] = field(default_factory=dict)
    """Sentence → the status that it takes over from the one before it."""
    telling: set[int] = field(default_factory=set)
    """Where the times stand that are the periods of statistics in their own sentences, as far as read."""

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
        stated = self.atlas.stated(spot.first, spot.last, spot.at, spot.segment)
        if stated is not None:
            return stated, "stated"
        if _OF_THE_WHOLE.match(self.layout.text, spot.segment):
            return None, None  # the country's number is not the article's city's
        place = self.stays.place_before(spot) or self.atlas.article
        return place, "inherited" if place else None
