"""Places: the divisions of GB/T 2260 and how texts name them.

A name is taken only where it says one division: 湘桥区 does, 鼓楼区 does not, unless 南京 or 福州 stands
before it or elsewhere in the text. Divisions that are no more are found by their last name and say when they
ended.
"""

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from transform.patterns import compiled
from transform.place_context import county_stands, full_name_stands, place_words, short_name_stands


@dataclass(frozen=True, slots=True)
class Place:
    """One division under one name; `since` and `until` are months (`2016-07`), None where unknown or open."""

    code: str
    name: str
    full_name: str
    level: str
    """`province`, `prefecture` or `county`."""
    parent_code: str | None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A place named in a text: `text[start:end]` names it."""

    start: int
    end: int
    place: Place


@dataclass(frozen=True)
class _Names:
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
    ) -> "_Names":
        heads = _heads(whole)
        first, second = ("".join(sorted({head[at] for head in heads})) for at in (0, 1))
        return cls(whole, heads, below, compiled(f"[{first}](?=[{second}])"))


def place_of(code: str) -> Place | None:
    """The division of a code; of one that is no more, as it was last."""
    return _places().get(code)


def place_named(text: str) -> Place | None:
    """The one division that the whole of `text` names, or None: 潮州湘桥 names one, 鼓楼区 does not."""
    text = re.sub(r"\s+", "", text)
    found = find_places(text)
    whole = tuple(mention.place for mention in found if (mention.start, mention.end) == (0, len(text)))
    named = whole or _highest(_short_names().get(text, ()))
    return named[0] if len(named) == 1 else None


def find_places(text: str, with_short: bool = False) -> list[Mention]:
    """The places that a text names, in order; `广东省潮州市湘桥区` is one mention, of the district.

    `with_short` takes counties by short names too, as headlines do: 资中, 澄江.
    """
    names = _names_with_short() if with_short else _names()
    raw: list[tuple[int, int, tuple[Place, ...]]] = []
    end = 0
    for begins in names.begins.finditer(text):
        at = begins.start()
        lengths = names.heads.get(text[at : at + 2])
        if lengths and at >= end and (match := _match(text, at, lengths, names)) is not None:
            raw.append((at, *match))
            end = match[0]
    return _settle(raw)


@cache
def short_name(name: str) -> str:
    """The name without its ending: 聊城市 → 聊城, 恩施土家族苗族自治州 → 恩施; 赵县 keeps its own."""
    for ending in place_words()["endings"]:
        if name.endswith(ending):
            stem = name[: -len(ending)]
            if ending.startswith("自治"):
                stem = _peoples().sub("", stem) or stem
            return stem if len(stem) > 1 else name
    return name


def _match(
    text: str, at: int, lengths: tuple[int, ...], names: _Names
) -> tuple[int, tuple[Place, ...]] | None:
    """The end and the divisions of the longest name at a position, what follows of the chain included."""
    for length in lengths:
        end = at + length
        name = text[at:end]
        found = names.whole.get(name)
        if not found or end > len(text) or not _is_whole(text, at, end, name, found[0]):
            continue
        is_short_county = found[0].level == "county" and name != found[0].name
        if not is_short_county or county_stands(text, at, end, _short_names()):
            return _chain(text, end, found, names)
    return None


def _chain(text: str, end: int, found: tuple[Place, ...], names: _Names) -> tuple[int, tuple[Place, ...]]:
    """Follow 广东省|潮州市|湘桥区 down as far as the text goes."""
    while len(found) == 1:
        below = names.below.get(found[0].code, {})
        for length in range(min(12, len(text) - end), 1, -1):
            name = text[end : end + length]
            if name in below and _is_whole(text, end, end + length, name, below[name][0]):
                found, end = _highest(below[name]), end + length
                break
        else:
            break
    return end, found


def _highest(places: tuple[Place, ...]) -> tuple[Place, ...]:
    """Of 喀什地区 and its 喀什市, both 喀什 for short, the one that holds the other."""
    tops = tuple(place for place in places if not any(place.parent_code == other.code for other in places))
    return tops if len(tops) == 1 else places


def _is_whole(text: str, start: int, end: int, name: str, place: Place) -> bool:
    """Whether the characters around a name leave it a name."""
    if name == place.name:
        return full_name_stands(text, end, name, place.level == "county")
    return short_name_stands(text, start, end, name)


def _settle(raw: list[tuple[int, int, tuple[Place, ...]]]) -> list[Mention]:
    """Keep what names one division, by itself or by the divisions named before it or elsewhere."""
    sure = [(start, places[0].code) for start, _, places in raw if len(places) == 1]
    out = []
    for start, end, places in raw:
        if len(places) > 1:
            before = [code for at, code in reversed(sure) if at < start] + [
                code for at, code in sure if at > start
            ]
            places = next((fit for code in before if len(fit := _within(places, code)) == 1), ())
        if places:
            out.append(Mention(start, end, places[0]))
    return out


def _within(places: tuple[Place, ...], code: str) -> tuple[Place, ...]:
    """Those of the divisions that lie in the division of a code, or beside it in the same prefecture."""
    stem = code[:2] if code.endswith("0000") or code[:2] in ("11", "12", "31", "50") else code[:4]
    return tuple(place for place in places if place.code.startswith(stem))


@cache
def _peoples() -> re.Pattern[str]:
    """The peoples at the end of an autonomous division's name."""
    peoples = "|".join(sorted(place_words()["peoples"], key=len, reverse=True))
    return compiled(f"(?<=..)(?:(?:{peoples})族?)+$|(?<=东乡)族$")


@cache
def all_places() -> tuple[Place, ...]:
    """Every division of the table, those that are no more among them."""
    lines = (files("transform.vocab") / "divisions.csv").read_text(encoding="utf-8").splitlines()
    rows = list(csv.DictReader(lines))
    names = {row["code"]: row["name"] for row in sorted(rows, key=lambda row: row["until"] or "9999")}
    parents = {row["code"]: row["parent_code"] for row in rows}
    out = []
    for row in rows:
        code, full, above = row["code"], row["name"], row["parent_code"]
        while above:
            full, above = names[above] + full, parents[above]
        level = "province" if code.endswith("0000") else "prefecture" if code.endswith("00") else "county"
        since, until = row["since"] or None, row["until"] or None
        out.append(Place(code, row["name"], full, level, parents[code] or None, since, until))
    return tuple(out)


@cache
def _places() -> dict[str, Place]:
    return {place.code: place for place in sorted(all_places(), key=lambda place: place.until or "9999")}


@cache
def _short_names() -> dict[str, tuple[Place, ...]]:
    """Every short name → the divisions in force that bear it."""
    out: dict[str, tuple[Place, ...]] = {}
    for place in all_places():
        if not place.until:
            short = short_name(place.name)
            out[short] = (*out.get(short, ()), place)
    return out


@cache
def _names_with_short() -> _Names:
    """The names and the short names that one county in force bears alone and that are no common words."""
    common = set(place_words()["common_words"])
    alone = {
        name: places for name, places in _short_names().items() if len(places) == 1 and name not in common
    }
    short = {name: places for name, places in alone.items() if places[0].level == "county" and len(name) > 1}
    whole = short | _names().whole
    return _Names.of(whole, _names().below)


@cache
def _names() -> _Names:
    words = place_words()
    whole: dict[str, tuple[Place, ...]] = {}
    below: dict[str, dict[str, tuple[Place, ...]]] = {}
    in_force = {place.name for place in all_places() if not place.until}
    provinces = {short_name(place.name) for place in all_places() if place.level == "province"}
    for place in (place for place in all_places() if not place.until or place.name not in in_force):
        short = short_name(place.name)
        forms = {place.name, short} | ({short + "州"} if place.name.endswith("自治州") else set())
        above = place.parent_code
        while above:
            for form in forms.difference(words["not_below"]["names"]):
                inside = below.setdefault(above, {})
                inside[form] = (*inside.get(form, ()), place)
            above = _places()[above].parent_code
        is_word = short in words["common_words"] or (place.level == "prefecture" and short in provinces)
        if short != place.name and (is_word or place.level == "county" or place.until):
            forms -= {short}  # 大方 may be a word, 吉林 is the province
        for form in forms:
            if form not in ("城区", "矿区", "郊区", "新区", "市区"):
                whole[form] = (*whole.get(form, ()), place)
    for code, aliases in words["below_province"].items():
        whole |= {alias: (_places()[code],) for alias in aliases}
    return _Names.of(whole, below)


def _heads(names: dict[str, tuple[Place, ...]]) -> dict[str, tuple[int, ...]]:
    heads: dict[str, set[int]] = {}
    for name in names:
        heads.setdefault(name[:2], set()).add(len(name))
    return {head: tuple(sorted(sizes, reverse=True)) for head, sizes in heads.items()}
