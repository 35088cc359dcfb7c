"""Quarters and towns of Hong Kong, Macau and Taiwan, which have no codes of their own."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from transform.divisions import Place, place_of
from transform.metadata.byline import words
from transform.patterns import compiled
from transform.places import Mention


def find_local(text: str, around: str, language: str | None = None) -> list[Mention]:
    """What a text names of them: some are sure, others need the words around or the page's language.

    >>> [len(find_local("元朗一家茶楼", "")), len(find_local("旺角一家茶楼", "花了两亿元"))]
    [1, 0]
    >>> [len(find_local("旺角一家茶楼", around)) for around in ("花了两亿港元", "房屋署来了信")]
    [1, 1]
    """
    return [
        Mention(match.start(), match.end(), place)
        for place, names in _names_near(around, language)
        for match in names.finditer(text)
    ]


@lru_cache(maxsize=1)  # headline, body, source and site of an article are asked in turn
def _names_near(around: str, language: str | None) -> list[tuple[Place, re.Pattern[str]]]:
    """For each land the names that mean it in such a text."""
    said = (language or "").lower()
    return [
        (place, any_name if said == said_in or any(word in around for word in hints) else sure)
        for place, said_in, sure, any_name, hints in _lands()
    ]


@cache
def _lands() -> list[tuple[Place, str, re.Pattern[str], re.Pattern[str], tuple[str, ...]]]:
    """For each land its language, the sure names, all names, the words that speak of it."""
    out = []
    for code, local in words()["local"].items():
        place = place_of(code)
        assert place is not None
        sure, other = "|".join(local["sure"]), "|".join([*local["sure"], *local["names"]])
        out.append((place, local["language"], compiled(sure), compiled(other), tuple(local["words"])))
    return out
