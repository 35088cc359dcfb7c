"""The divisions of GB/T 2260: those in force, and those that are no more, which say when they ended."""

import csv
import re
from functools import cache

from msgspec import Struct

from transform.patterns import compiled
from transform.place_context import place_words
from transform.vocabulary import read_lines


class Place(Struct, frozen=True):
    """One division under one name; `since` and `until` are months (`2016-07`), None where unknown or open."""

    code: str
    name: str
    full_name: str
    level: str
    """`province`, `prefecture` or `county`."""
    parent_code: str | None
    since: str | None = None
    until: str | None = None


def place_of(code: str) -> Place | None:
    """The division of a code; of one that is no more, as it was last."""
    return by_code().get(code)


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


@cache
def _peoples() -> re.Pattern[str]:
    """The peoples at the end of an autonomous division's name."""
    peoples = "|".join(sorted(place_words()["peoples"], key=len, reverse=True))
    return compiled(f"(?<=..)(?:(?:{peoples})族?)+$|(?<=东乡)族$")


@cache
def all_places() -> tuple[Place, ...]:
    """Every division of the table, those that are no more among them."""
    rows = list(csv.reader(read_lines("divisions.csv")[1:]))  # code, name, code of the parent, since, until
    names = {code: name for code, name, *_, until in sorted(rows, key=lambda row: row[4] or "9999")}
    parents = {code: above for code, _, above, *_ in rows}
    out = []
    for code, name, parent, since, until in rows:
        full, above = name, parent
        while above:
            full, above = names[above] + full, parents[above]
        level = "province" if code.endswith("0000") else "prefecture" if code.endswith("00") else "county"
        out.append(Place(code, name, full, level, parents[code] or None, since or None, until or None))
    return tuple(out)


@cache
def by_code() -> dict[str, Place]:
    """Code → division; of one that is no more, as it was last."""
    return {place.code: place for place in sorted(all_places(), key=lambda place: place.until or "9999")}
