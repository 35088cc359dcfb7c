"""Words and names that hold a numeral and are no figure: 四位一体, 进一步, 沪深300."""

import re
from functools import cache
from itertools import pairwise

from transform.figures.role_words import role_words

_NUMERALS = frozenset("一二三四五六七八九十百千万亿两")


def idiom_at(text: str, start: int, end: int, unit_end: int = 0) -> bool:
    """Whether the numeral at `start`..`end` stands inside such a word.

    三公斤 is none, as its unit goes on behind 三公 (to `unit_end`); nor is 二十一起, a number of its own.
    """
    if text[start].isdigit() and text[start:end] not in _numbers():
        return False
    by_pair = _idioms()
    for place in range(max(0, start - 1), end):
        for word, at in by_pair.get(text[place : place + 2], ()):
            first = place - at
            if first < 0 or not text.startswith(word, first):
                continue
            if first + len(word) < unit_end and not text[start].isdigit():
                continue
            if first == 0 or word[0] not in _NUMERALS or text[first - 1] not in _NUMERALS:
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
