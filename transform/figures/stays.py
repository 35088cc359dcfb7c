"""Where a text stays from one sentence to the next: figures inherit the nearest place set before them.

A place is set by 在兰州一家医院 and 以江苏为例, at the head of a paragraph, and where a sentence begins with
a division of the article's own place. It holds to the end of its paragraph, unless 全省 and the like speak
of the whole again. 该 and 其 carry what was named last over the next line; a village told of with its
county holds for the paragraphs that go on about it.
"""

import re
from functools import cache

from transform.figures.atlas import Atlas, Named, Place, is_within, may_name, place_words
from transform.figures.cues import join_words
from transform.figures.layout import Layout, Spot
from transform.patterns import compiled

_EXAMPLE = compiled(r"[^，。；\n]{0,14}为例")
_ONE_OF = compiled("的?(?:一[家所个座处]|某)")
_BELOW = compiled("[一-鿿]{1,4}?(?:镇|乡|街道|村)")
_LEAD = compiled(r"[“\s]*(?:[^，。；]{0,12}[年月日]|近日|目前|如今|日前|此前)?，?")
_HEADING = compiled(r"[^，。；！？\n”]{2,20}\n")
_BACK = compiled(
    r"该(?<!应该)(?![省市])[一-鿿]|其(?<![极尤与]其)(?![中他它余实次间一二三四五六])|当地|此[地处]|这[家座条所里]"
)
_SAYS = compiled("[^，。；]{0,40}?(?:指出|表示|说|认为|称|介绍|告诉|强调|建议|坦言|透露)")
"""Where somebody speaks is not what he speaks of."""
_SITE = compiled("[县区市旗][一-鿿]{1,4}?(?:镇|乡|街道|村)")
_EVERYWHERE = frozenset(("中国", "全球", "全世界"))
_FAR = 3
_HEAD = 24
_SETS = compiled("为例|在[^，。；在]{2,9}?(?:一[家所个座处]|某)")
"""A sentence that sets a place has these, or a name at its head; the others need not be searched."""


class Stays:
    """The places that a text sets, looked up by sentence and by paragraph once."""

    def __init__(self, atlas: Atlas, layout: Layout) -> None:
        """Read the sentences of `layout` for the places that `atlas` finds in them."""
        self._atlas = atlas
        self._layout = layout
        self._text = layout.text
        self._known: dict[int, tuple[int, Place | None, int]] = {}
        self._carried: dict[int, tuple[Place | None, int]] = {}
        self._backs: dict[int, int] = {}
        self._former: dict[int, Place | None] = {}
        self._sites: dict[int, Place | None] = {}
        self._article = article = atlas.article
        is_wide = article is not None and article.code is not None and article.level != "county"
        self._is_wide = atlas.is_given and is_wide
        self._may_have_sites = is_wide and _SITE.search(self._text) is not None

    def place_before(self, spot: Spot) -> Place | None:
        """The place set before the sentence of a spot; None where the article's own holds."""
        known = self._known.get(spot.first)
        if known is None:
            paragraph, _ = self._layout.paragraph(spot.at)
            known = self._known[spot.first] = (paragraph, *self._carried_to(spot.first, paragraph))
        paragraph, place, since = known
        if place is None and paragraph:
            place, since = self._from_before(paragraph, spot.at), paragraph
        if place is None or place == self._article:
            return None
        return place if _levels_named(self._text, since, spot.at) <= {place.level} else None

    def _carried_to(self, first: int, paragraph: int) -> tuple[Place | None, int]:
        """What the sentences of the paragraph before `first` set, and where the one that did so ends."""
        end = first
        found: tuple[Place | None, int] = (None, paragraph)
        while end > paragraph:
            if end in self._carried:
                found = self._carried[end]
                break
            start, _ = self._layout.sentence(end - 1)
            place = self._set_in(start, end, paragraph)
            if place is not None:
                found = place, end
                break
            end = start
        self._carried[first] = found
        return found

    def _set_in(self, first: int, last: int, paragraph: int) -> Place | None:
        """The place that a sentence sets for those behind it."""
        text = self._text
        may_begin = self._is_wide or first == paragraph
        may_begin = may_begin and may_name(text[first : min(last, first + _HEAD)])
        if not may_begin and not _SETS.search(text, first, last):
            return None
        for named in reversed(self._atlas.named(first, last)):
            before = text[named.start - 1 : named.start]
            if before == "在" and _ONE_OF.match(text, named.end):
                return named.place
            if before == "以" and _EXAMPLE.match(text, named.end):
                return named.place
            is_own = self._is_wide and is_within(named.place, self._article)
            if (is_own or (named.place.code and first == paragraph)) and _is_head(text, first, named):
                return named.place
        return None

    def _from_before(self, paragraph: int, at: int) -> Place | None:
        """What the paragraphs before lead to: 该 and 其 point there, or they tell of a village."""
        back = self._backs.get(paragraph)
        if back is None:
            found = _BACK.search(self._text, *self._layout.paragraph(paragraph))
            back = self._backs[paragraph] = found.end() if found else len(self._text) + 1
        if back <= at:
            if paragraph not in self._former:
                self._former[paragraph] = self._told_in(*self._layout.paragraph(paragraph - 1))
            if self._former[paragraph] is not None:
                return self._former[paragraph]
        if not self._may_have_sites:
            return None
        if paragraph not in self._sites:
            self._sites[paragraph] = self._site_before(paragraph)
        return self._sites[paragraph]

    def _told_in(self, first: int, last: int) -> Place | None:
        """What a paragraph tells of, where that is one place."""
        found: set[Place] = set()
        while first < last:
            start, first = self._layout.sentence(first)
            found |= {n.place for n in self._atlas.named(start, first) if _is_head(self._text, start, n)}
        place = found.pop() if len(found) == 1 else None
        return None if place is None or place.name in _EVERYWHERE else place

    def _site_before(self, paragraph: int) -> Place | None:
        """The county of the village that the paragraphs before tell of, up to a heading or another place."""
        for _ in range(_FAR):
            if paragraph == 0:
                return None
            first, end = self._layout.paragraph(paragraph - 1)
            if _HEADING.fullmatch(self._text, first, end):
                return None
            paragraph = first
            while end > first:
                start, _ = self._layout.sentence(end - 1)
                named = self._atlas.named(start, end)
                if named:
                    is_site = _BELOW.match(self._text, named[-1].end) is not None
                    is_site = is_site and is_within(named[-1].place, self._article)
                    return named[-1].place if is_site else None
                if _levels_named(self._text, start, end):
                    return None
                end = start
        return None


def _is_head(text: str, first: int, named: Named) -> bool:
    """Whether a sentence is about a place: it begins with it, and nobody from there speaks."""
    return _LEAD.fullmatch(text, first, named.start) is not None and not _SAYS.match(text, named.end)


def _levels_named(text: str, first: int, last: int) -> frozenset[str]:
    """The levels of which the whole is spoken (全省, 我市): `province` …, or `country`."""
    levels, pattern = _wholes()
    return frozenset(levels[word] for word in pattern.findall(text, first, last))


@cache
def _wholes() -> tuple[dict[str, str], re.Pattern[str]]:
    levels = {word: level for level, words in place_words()["whole"].items() for word in words}
    return levels, compiled(join_words(levels))
