"""Places that a text states near its figures: divisions of the table, and countries by name."""

import re
from functools import cache
from typing import Any

from msgspec import Struct

from transform.divisions import all_places, level_of, place_of
from transform.figures.cues import any_word, join_words
from transform.patterns import compiled
from transform.places import find_places
from transform.vocabulary import read_words

_DATELINE = compiled(r"(?:\d+月)?\d+日[^，。]{0,6}[电讯]")
_LEAD = 200
_IN_LIST = compiled(r"[一-鿿]{0,4}[、和及与](?:[^，。；、\d]{0,4})?[一-鿿]{2,11}")
_LIST_ENDS = compiled(
    r"、[一-鿿]{2,3}(?:、|等|和)|等[近约多]?(?:[地省市县国多\d]|[一二两三四五六七八九十]+[个地省市国])"
)
_TOGETHER = compiled(r"[两二三四五六七八九十\d]+(?:地|省|市|县|区|州|国|个)")
"""Behind a list this says that all have the number together (甲省、乙省两地共有…)."""
_EACH = compiled("[一-鿿]{0,4}各")
_CLAUSE = frozenset("，。；：！？、\n ,;:“（(在于从至到和与据为及—")
_BEFORE_PLACES = ("走进", "走访", "前往", "公司", "集团", "旗下")


class Place(Struct, frozen=True):
    """A division with its code, or a place abroad by name."""

    code: str | None
    name: str | None

    @property
    def level(self) -> str:
        """`province`, `prefecture`, `county`; `country` for those abroad."""
        return "country" if self.code is None else level_of(self.code)


class Named(Struct, frozen=True):
    """A place that `text[start:end]` names."""

    start: int
    end: int
    place: Place


class Atlas:
    """The places of a text, looked up by sentence; its own place is the one given, or the first one named."""

    def __init__(self, text: str, code: str | None, name: str | None) -> None:
        """Read `text`, folded before; `code` and `name` are the place of the article where it is known."""
        self._text = text
        self._above = _above(code)
        self.is_given = bool(code or name)
        self._named: dict[int, list[Named]] = {}
        self.article = Place(code, name) if self.is_given else self._first_named()

    def named(self, first: int, last: int) -> list[Named]:
        """The places that the sentence `first`..`last` names by themselves."""
        if first not in self._named:
            self._named[first] = self._find(first, last)
        return self._named[first]

    def stated(self, first: int, last: int, at: int, segment: int) -> Place | None:
        """The place named last before `at`, or, outside the part of `at`, a smaller one within it."""
        found = self._named.get(first)
        if found is None:
            found = self.named(first, last)
        before = [named for named in found if named.end <= at] if found else found
        if not before:
            return None
        place = before[-1].place
        inner = (n.place for n in before if before[-1].start < segment and is_within(n.place, place))
        return next(inner, place)

    def _first_named(self) -> Place | None:
        found = self._find(0, min(_LEAD, len(self._text)))
        return found[0].place if found else None

    def _find(self, first: int, last: int) -> list[Named]:
        """Places that stand by themselves: not in 武汉大学, nor the province of the own town."""
        part = self._text[first:last]
        found = [
            (m.start, m.end, Place(m.place.code, m.place.full_name))
            for m in (find_places(part) if may_name(part) else ())
            if m.place.code not in self._above
        ]
        found += [(*match.span(), _country(match[0])) for match in _countries().finditer(part)]
        if not found:
            return []
        kept = (
            Named(first + start, first + end, place)
            for start, end, place in found
            if not _part_of().match(part, end)
            and not _DATELINE.match(part, end)
            and ((not self.is_given and part[start] != "和") or _begins(part, start))
        )
        return _without_lists(part, first, sorted(kept, key=lambda named: named.end))


def _begins(part: str, start: int) -> bool:
    """Whether a clause begins there, or a part of what was counted (其中大理市5家), or an example."""
    if start == 0 or part[start - 1] in _CLAUSE or part.startswith("其中", max(0, start - 2)):
        return True
    is_example = part[start - 1] == "以" and "为例" in part[start : start + 20]
    return is_example or part.endswith(_BEFORE_PLACES, 0, start)


def _without_lists(part: str, first: int, named: list[Named]) -> list[Named]:
    """Places in a row without numbers of their own are the place of nothing (北京、云南、山东等).

    Of 山西省大同市 the last one stays; 昆明市3家、大理州2家 each have their number.
    """
    kept: list[Named] = []
    for at, one in enumerate(named):
        end = one.end
        is_led = at > 0 and _IN_LIST.fullmatch(part, named[at - 1].end - first, end - first) is not None
        goes_on = at + 1 < len(named) and _IN_LIST.fullmatch(part, end - first, named[at + 1].end - first)
        ends = _LIST_ENDS.match(part, end - first) or (is_led and _TOGETHER.match(part, end - first))
        if not goes_on and not (is_led and not _EACH.match(part, end - first)) and not ends:
            kept.append(one)
    return kept


def is_within(place: Place, other: Place | None) -> bool:
    """Whether a division lies in another one, and is not that one itself."""
    if other is None or place.code is None or other.code is None or place.code == other.code:
        return False
    size = {"province": 2, "prefecture": 4}.get(other.level, 6)
    return place.code[:size] == other.code[:size]


def may_name(part: str) -> bool:
    """Whether two characters of the text begin the name of a division."""
    heads, pairs = _heads()
    return not heads.isdisjoint(pairs.findall(part))


@cache
def _heads() -> tuple[frozenset[str], re.Pattern[str]]:
    """The first two characters of all names; a pattern finds the pairs that may be such."""
    heads = frozenset(place.name[:2] for place in all_places())
    first, second = ("".join(sorted({head[at] for head in heads})) for at in (0, 1))
    return heads, compiled(rf"[{first}](?=[{second}](?<=(..)))")


def _above(code: str | None) -> frozenset[str]:
    """The codes of the divisions that hold this one."""
    codes = set()
    place = place_of(code) if code else None
    while place is not None and place.parent_code:
        codes.add(place.parent_code)
        place = place_of(place.parent_code)
    return frozenset(codes)


def _country(name: str) -> Place:
    return Place(None, "中国" if name in place_words()["home"] else name)


@cache
def place_words() -> dict[str, Any]:
    """The words of `figures_places.toml`."""
    return read_words("figures_places.toml")


@cache
def _countries() -> re.Pattern[str]:
    return any_word(place_words()["abroad"])


@cache
def _part_of() -> re.Pattern[str]:
    return compiled(join_words(place_words()["part_of"]))
