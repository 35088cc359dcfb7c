"""Whether the characters around a division's name leave it a name: 南京路 is a street, 潘安湖南岸 a shore."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cache
from typing import Any

from transform.patterns import compiled
from transform.vocabulary import read_words

LONGEST = 4
"""Short names have up to so many characters."""


@cache
def place_words() -> dict[str, Any]:
    """The words that names of divisions are read by."""
    return read_words("divisions_words.toml")


def full_name_stands(text: str, end: int, name: str, is_county: bool) -> bool:
    """Whether a full name ends where it says: 东方市 does not in 东方市场."""
    key = {"市": "county_city", "区": "district"}.get(name[-1]) if is_county else None
    after = text[end : end + 1]
    return key is None or not after or after not in place_words()["not_before"][key]


def short_name_stands(text: str, start: int, end: int, name: str) -> bool:
    """Whether a short name is not part of a longer word: a street, a shore, a clock."""
    words = place_words()
    before = text[start - 1 : start]
    if before and before in words["not_after"].get(name, ""):
        return False
    after = text[end : end + 1]
    if not after:
        return True
    return after not in words["not_before"]["short"] and not _beginning().match(text, end)


def county_stands(text: str, start: int, end: int, names: Container[str]) -> bool:
    """Whether a county's short name is a word: not in 秀山岛, nor where a name before reaches into it.

    >>> county_stands("云龙湖畔", 1, 3, {"云龙", "龙湖"}), county_stands("访龙湖", 1, 3, {"云龙", "龙湖"})
    (False, True)
    """
    after = text[end : end + 1]
    if after and after in place_words()["not_before"]["county_short"]:
        return False
    return not any(
        text[first : first + length] in names
        for first in range(max(0, start - 2), start)
        for length in range(start - first + 1, LONGEST + 1)
    )


@cache
def _beginning() -> re.Pattern[str]:
    """What may not follow a short name, beyond single characters."""
    words = place_words()["not_before_words"]
    return compiled("|".join([*map(re.escape, words["short"]), words["street"]]))
