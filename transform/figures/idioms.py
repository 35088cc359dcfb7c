"""Words and names that hold a numeral and are no figure: 四位一体, 进一步, 沪深300."""

import re
from functools import cache
from itertools import pairwise

from transform.figures.role_words import role_words


def idiom_at(text: str, start: int, end: int) -> bool:
    """Whether the numeral at `start`..`end` stands inside such a word."""
    if text[start].isdigit() and text[start:end] not in _numbers():
        return False
    by_pair = _idioms()
    for place in range(max(0, start - 1), end):
        for word, at in by_pair.get(text[place : place + 2], ()):
            if place >= at and text.startswith(word, place - at):
                return True
    return False


@cache
def _numbers() -> frozenset[str]:
    """The numbers in digits that stand in idioms (沪深300)."""
    return frozenset(re.findall(r"\d+", " ".join(role_words()["idioms"]["words"])))


@cache
def _idioms() -> dict[str, list[tuple[str, int]]]:
    """Two characters that follow each other → the words that hold them, and where in these they stand."""
    by_pair: dict[str, list[tuple[str, int]]] = {}
    for word in role_words()["idioms"]["words"]:
        for at, pair in enumerate(pairwise(word)):
            by_pair.setdefault("".join(pair), []).append((word, at))
    return by_pair
