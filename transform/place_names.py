"""Which names divisions go by: full ones, short ones, and what holds below another."""

import re
from collections import defaultdict
from functools import cache

from transform.divisions import Place, all_places, place_of
from transform.patterns import compiled
from transform.place_context import place_words

Named = dict[str, tuple[Place, ...]]
"""Name → the divisions that bear it."""

_SORTS = frozenset(("城区", "矿区", "郊区", "新区", "市区"))
"""Names that say no more than what sort of a division it is."""


@cache
def short_names() -> Named:
    """Every short name → the divisions in force that bear it."""
    out: Named = {}
    for place in all_places():
        if not place.until:
            out[place.short] = (*out.get(place.short, ()), place)
    return out


def short_county(name: str) -> tuple[Place, ...]:
    """The one county in force that bears a short name, if that is no common word."""
    places = short_names().get(name, ())
    return places if len(places) == 1 and places[0].level == "county" and name not in _common() else ()


@cache
def full_names() -> Named:
    """The names that say a division wherever they stand: in full, and short ones above the county."""
    whole: Named = {}
    for place in _places_by_name():
        for form in _full_forms(place):
            whole[form] = (*whole.get(form, ()), place)
    for sort in _SORTS:
        whole.pop(sort, None)
    for code, aliases in place_words()["below_province"].items():
        province = place_of(code)
        assert province is not None
        whole |= dict.fromkeys(aliases, (province,))
    return whole


def _full_forms(place: Place) -> list[str]:
    """大方 may be a word, 吉林 is the province: of such the short name says nothing by itself."""
    forms = [place.name]
    if place.code.endswith("00"):
        if place.name.endswith("自治州"):
            forms.append(place.short + "州")
        is_word = place.short in _common() or (place.level == "prefecture" and place.short in _provinces())
        if place.short != place.name and not is_word and not place.until:
            forms.append(place.short)
    return forms


@cache
def names_below(code: str) -> Named:
    """The names, full or short, of the divisions below a province or a prefecture."""
    below: Named = {}
    no_names = place_words()["not_below"]["names"]
    for place in _lands()[code[:2]]:
        if code == place.parent_code or code == _above(place.parent_code):
            for form in {place.name, place.short, *_full_forms(place)}.difference(no_names):
                below[form] = (*below.get(form, ()), place)
    return below


def _above(code: str | None) -> str | None:
    place = place_of(code) if code else None
    return place.parent_code if place else None


@cache
def heads() -> dict[str, int]:
    """The first two characters of names → how long the longest name is that begins so.

    A short name begins as the full one does.
    """
    names = {place.name for place in all_places()} | full_names().keys()
    return {name[:2]: len(name) for name in sorted(names, key=len)}


@cache
def beginnings() -> re.Pattern[str]:
    """Finds where the first two characters may be a head, in a third of the time that asking takes."""
    first, second = ("".join(sorted({head[at] for head in heads()})) for at in (0, 1))
    return compiled(f"[{first}](?=[{second}])")


@cache
def _places_by_name() -> list[Place]:
    """The divisions in force, and of those that are no more the ones whose names nothing in force bears."""
    in_force = {place.name for place in all_places() if not place.until}
    return [place for place in all_places() if not place.until or place.name not in in_force]


@cache
def _lands() -> dict[str, list[Place]]:
    """The same by province: the first two digits of its code."""
    lands = defaultdict(list)
    for place in _places_by_name():
        lands[place.code[:2]].append(place)
    return lands


@cache
def _provinces() -> frozenset[str]:
    return frozenset(place.short for place in all_places() if place.level == "province")


@cache
def _common() -> frozenset[str]:
    return frozenset(place_words()["common_words"])
