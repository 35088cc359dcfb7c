"""Where a text stays from one sentence to the next: figures inherit the nearest place set before them.

A place is set by 在兰州一家医院 and 以江苏为例, at the head of a paragraph, and where a sentence begins with
a division of the article's own place. It holds to the end of its paragraph, unless 全省 and the like speak
of the whole again. 该 and 其 carry what was named last over the next line; a village told of with its
county holds for the paragraphs that go on about it.
"""

import re
from functools import cache

from transform.figures.atlas import Atlas, Named, Place, is_within, place_words
from transform.figures.cues import join_words
from transform.figures.layout import Layout, Spot
from transform.patterns import compiled

_EXAMPLE = compiled(r"[^，。；\n]{0,14}为例")
_ONE_OF = compiled("的?(?:一[家所个座处]|某)")
_BELOW = compiled("[一-鿿]{1,4}?(?:镇|乡|街道|村)")
_LEAD = compiled(r"[“\s]*(?:[^，。；]{0,12}[年月日]|近日|目前|如今|日前|此前)?，?")
_HEADING = compiled(r"[^，。；！？\n”]{2,20}\n")
_BACK = compiled(
    r"(?<!应)该(?![省市])[一-鿿]|(?<![极尤与])其(?![中他它余实次间一二三四五六])|当地|此[地处]|这(?:家|座|条|所|里)"
)
_SAYS = compiled("[^，。；]{0,40}?(?:指出|表示|说|认为|称|介绍|告诉|强调|建议|坦言|透露)")
"""Where somebody speaks is not what he speaks of."""
_FAR = 3
_SENTENCES = 12


def place_before(atlas: Atlas, layout: Layout, spot: Spot) -> Place | None:
    """The place set before the sentence of a spot; None where the article's own holds."""
    text = layout.text
    paragraph, _ = layout.paragraph(spot.at)
    levels = _levels_named(text, spot.first, spot.at)
    end = spot.first
    for _ in range(_SENTENCES):
        if end <= paragraph:
            break
        first, last = layout.sentence(end - 1)
        found = _set_in(atlas, text, first, last, paragraph)
        if found is not None:
            return _unless_whole(found, levels)
        levels |= _levels_named(text, first, last)
        end = first
    if levels:
        return None
    if _BACK.search(text, spot.first, spot.at) or _BACK.search(text, paragraph, spot.first):
        return _named_last(atlas, layout, paragraph)
    return _site(atlas, layout, paragraph)


def _set_in(atlas: Atlas, text: str, first: int, last: int, paragraph: int) -> Place | None:
    for named in reversed(atlas.named(first, last)):
        if named.place.name in _everywhere():
            return atlas.article
        is_head = _is_head(text, first, named)
        before = text[named.start - 1 : named.start]
        is_one = before == "在" and _ONE_OF.match(text, named.end)
        is_example = before == "以" and _EXAMPLE.match(text, named.end)
        is_own = atlas.is_given and is_within(named.place, atlas.article)
        if is_one or is_example or (is_head and (is_own or (named.place.code and first == paragraph))):
            return named.place
    return None


def _is_head(text: str, first: int, named: Named) -> bool:
    """Whether a sentence is about a place: it begins with it, and nobody from there speaks."""
    return _LEAD.fullmatch(text, first, named.start) is not None and not _SAYS.match(text, named.end)


def _named_last(atlas: Atlas, layout: Layout, paragraph: int) -> Place | None:
    """What the paragraph before tells of, where that is one place."""
    if paragraph == 0:
        return None
    text = layout.text
    first, last = layout.paragraph(paragraph - 1)
    places: list[Place] = []
    while first < last:
        start, end = layout.sentence(first)
        places += [named.place for named in atlas.named(start, end) if _is_head(text, start, named)]
        first = end
    found = {place for place in places if place.name not in _everywhere()}
    return found.pop() if len(found) == 1 else None


def _site(atlas: Atlas, layout: Layout, paragraph: int) -> Place | None:
    """The county of the village that the paragraphs before tell of, up to a heading or another place."""
    text = layout.text
    for _ in range(_FAR):
        if paragraph == 0:
            return None
        first, last = layout.paragraph(paragraph - 1)
        if _HEADING.fullmatch(text, first, last):
            return None
        end = last
        while end > first:
            start, _ = layout.sentence(end - 1)
            named = atlas.named(start, end)
            if named:
                return named[-1].place if _is_site(atlas, text, named[-1]) else None
            if _levels_named(text, start, end):
                return None
            end = start
        paragraph = first
    return None


def _is_site(atlas: Atlas, text: str, named: Named) -> bool:
    return _BELOW.match(text, named.end) is not None and is_within(named.place, atlas.article)


def _levels_named(text: str, first: int, last: int) -> set[str]:
    """The levels of which the whole is spoken (全省, 我市): `province` …, or `country`."""
    return {_wholes()[0][match[0]] for match in _wholes()[1].finditer(text, first, last)}


def _unless_whole(place: Place, levels: set[str]) -> Place | None:
    """全省 behind 以江苏为例 is of 江苏; behind a county it is not."""
    return place if levels <= {place.level} else None


@cache
def _everywhere() -> frozenset[str]:
    return frozenset(("中国", "全球", "全世界"))


@cache
def _wholes() -> tuple[dict[str, str], re.Pattern[str]]:
    levels = {word: level for level, words in place_words()["whole"].items() for word in words}
    return levels, compiled(join_words(list(levels)))
