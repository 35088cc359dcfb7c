"""Where texts name divisions of GB/T 2260.

A name is taken only where it says one division: 湘桥区 does, 鼓楼区 does not, unless 南京 or 福州 stands
before it or elsewhere in the text. Divisions that are no more are found by their last name and say when they
ended.
"""

from msgspec import Struct

from transform.divisions import Place
from transform.place_context import county_stands, full_name_stands, short_name_stands
from transform.place_names import beginnings, full_names, heads, names_below, short_county, short_names


class Mention(Struct, frozen=True):
    """A place named in a text: `text[start:end]` names it."""

    start: int
    end: int
    place: Place


def place_named(text: str) -> Place | None:
    """The one division that the whole of `text` names, or None: 潮州湘桥 names one, 鼓楼区 does not."""
    text = "".join(text.split())
    found = find_places(text)
    whole = tuple(mention.place for mention in found if (mention.start, mention.end) == (0, len(text)))
    named = whole or _highest(short_names().get(text, ()))
    return named[0] if len(named) == 1 else None


def find_places(text: str, with_short: bool = False) -> list[Mention]:
    """The places that a text names, in order; `广东省潮州市湘桥区` is one mention, of the district.

    `with_short` takes counties by short names too, as headlines do: 资中, 澄江.
    """
    known = heads()
    raw: list[tuple[int, int, tuple[Place, ...]]] = []
    end = 0
    for begins in beginnings().finditer(text):
        at = begins.start()
        longest = known.get(text[at : at + 2])
        if longest and at >= end and (match := _match(text, at, longest, with_short)) is not None:
            raw.append((at, *match))
            end = match[0]
    return _settle(raw) if raw else []


def _match(text: str, at: int, longest: int, with_short: bool) -> tuple[int, tuple[Place, ...]] | None:
    """The end and the divisions of the longest name at a position, what follows of the chain included."""
    names = full_names()
    for end in range(min(at + longest, len(text)), at + 1, -1):
        name = text[at:end]
        found = names.get(name) or (short_county(name) if with_short else ())
        if not found or not _is_whole(text, at, end, name, found[0]):
            continue
        is_short_county = found[0].level == "county" and name != found[0].name
        if not is_short_county or county_stands(text, at, end, short_names()):
            return _chain(text, end, found)
    return None


def _chain(text: str, end: int, found: tuple[Place, ...]) -> tuple[int, tuple[Place, ...]]:
    """Follow 广东省|潮州市|湘桥区 down as far as the text goes."""
    while len(found) == 1 and found[0].level != "county":
        below = names_below(found[0].code)
        for after in range(min(end + 12, len(text)), end + 1, -1):
            name = text[end:after]
            if name in below and _is_whole(text, end, after, name, below[name][0]):
                found, end = _highest(below[name]), after
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
