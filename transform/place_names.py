"""Which names divisions go by: full ones, short ones, and what holds below another."""

import re
from functools import cache

from msgspec import Struct

from transform.divisions import Place, all_places, by_code, short_name
from transform.patterns import compiled
from transform.place_context import place_words


class Names(Struct, frozen=True):
    """Names, made to be looked for in a text."""

    whole: dict[str, tuple[Place, ...]]
    """Name → its divisions: full names, and short ones above the county that are no common words."""
    heads: dict[str, tuple[int, ...]]
    """First two characters → lengths of the names that begin so, longest first."""
    below: dict[str, dict[str, tuple[Place, ...]]]
    """Code of a province or prefecture → name, full or short, → the divisions below it."""
    begins: re.Pattern[str]
    """Finds where the first two characters may be a head, in a third of the time that asking takes."""

    @classmethod
    def of(
        cls, whole: dict[str, tuple[Place, ...]], below: dict[str, dict[str, tuple[Place, ...]]]
    ) -> "Names":
        """The same, with what it takes to find them."""
        heads = _heads(whole)
        first, second = ("".join(sorted({head[at] for head in heads})) for at in (0, 1))
        return cls(whole, heads, below, compiled(f"[{first}](?=[{second}])"))


@cache
def short_names() -> dict[str, tuple[Place, ...]]:
    """Every short name → the divisions in force that bear it."""
    out: dict[str, tuple[Place, ...]] = {}
    for place in all_places():
        if not place.until:
            short = short_name(place.name)
            out[short] = (*out.get(short, ()), place)
    return out


@cache
def names_with_short() -> Names:
    """The names and the short names that one county in force bears alone and that are no common words."""
    common = set(place_words()["common_words"])
    alone = {
        name: places for name, places in short_names().items() if len(places) == 1 and name not in common
    }
    short = {name: places for name, places in alone.items() if places[0].level == "county" and len(name) > 1}
    whole = short | full_names().whole
    return Names.of(whole, full_names().below)


@cache
def full_names() -> Names:
    """The names that say a division wherever they stand: in full, and short ones above the county."""
    words = place_words()
    common_words, not_below = set(words["common_words"]), set(words["not_below"]["names"])
    whole: dict[str, tuple[Place, ...]] = {}
    below: dict[str, dict[str, tuple[Place, ...]]] = {}
    in_force = {place.name for place in all_places() if not place.until}
    provinces = {short_name(place.name) for place in all_places() if place.level == "province"}
    for place in (place for place in all_places() if not place.until or place.name not in in_force):
        short = short_name(place.name)
        forms = {place.name, short} | ({short + "州"} if place.name.endswith("自治州") else set())
        above = place.parent_code
        while above:
            for form in forms - not_below:
                inside = below.setdefault(above, {})
                inside[form] = (*inside.get(form, ()), place)
            above = by_code()[above].parent_code
        is_word = short in common_words or (place.level == "prefecture" and short in provinces)
        if short != place.name and (is_word or place.level == "county" or place.until):
            forms -= {short}  # 大方 may be a word, 吉林 is the province
        for form in forms:
            if form not in ("城区", "矿区", "郊区", "新区", "市区"):
                whole[form] = (*whole.get(form, ()), place)
    for code, aliases in words["below_province"].items():
        whole |= {alias: (by_code()[code],) for alias in aliases}
    return Names.of(whole, below)


def _heads(names: dict[str, tuple[Place, ...]]) -> dict[str, tuple[int, ...]]:
    heads: dict[str, set[int]] = {}
    for name in names:
        heads.setdefault(name[:2], set()).add(len(name))
    return {head: tuple(sorted(sizes, reverse=True)) for head, sizes in heads.items()}
