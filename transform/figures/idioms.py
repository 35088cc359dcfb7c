"""Words and names that hold a numeral and are no figure: 四位一体, 进一步, 沪深300."""

import re
from functools import cache

from transform.figures.role_words import role_words


def idiom_at(text: str, start: int, end: int) -> bool:
    """Whether the numeral at `start`..`end` stands inside such a word."""
    if text[start].isdigit() and text[start:end] not in _numbers():
        return False
    by_first = _idioms()
    if by_first.keys().isdisjoint(text[max(0, start - 6) : end]):
        return False
    for place in range(max(0, start - 6), end):
        for word in by_first.get(text[place], ()):
            if place + len(word) > start and text.startswith(word, place):
                return True
    return False


@cache
def _numbers() -> frozenset[str]:
    """The numbers in digits that stand in idioms (沪深300)."""
    return frozenset(re.findall(r"\d+", " ".join(role_words()["idioms"]["words"])))


@cache
def _idioms() -> dict[str, tuple[str, ...]]:
    by_first: dict[str, tuple[str, ...]] = {}
    for word in role_words()["idioms"]["words"]:
        by_first[word[0]] = (*by_first.get(word[0], ()), word)
    return by_first
