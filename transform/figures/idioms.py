"""Words and names that hold a numeral and are no figure: 四位一体, 进一步, 沪深300, 六盘水, 三间房乡."""

import re
from functools import cache
from itertools import pairwise

from transform.divisions import all_places
from transform.figures.cues import join_words
from transform.figures.role_words import role_words
from transform.patterns import compiled
from transform.vocabulary import read_lines

_NUMERALS = frozenset("一二三四五六七八九十百千万亿两")


def idiom_at(text: str, start: int, end: int, unit_end: int = 0) -> bool:
    """Whether the numeral at `start`..`end` stands inside such a word.

    三公斤 is none, as its unit goes on behind 三公 (to `unit_end`), while 腊八节 is one; nor is 二十一起, a
    number of its own.
    """
    if text[start].isdigit() and text[start:end] not in _numbers():
        return False
    by_pair = _idioms()
    for place in range(start - 1 if start else 0, end):
        found = by_pair.get(text[place : place + 2])
        if found is None or not text.startswith(found[0], place):
            continue
        for word, at in found[1]:
            first = place - at
            if first < 0 or not text.startswith(word, first):
                continue
            if first >= start and first + len(word) < unit_end and not text[start].isdigit():
                continue
            if first == 0 or word[0] not in _NUMERALS or text[first - 1] not in _NUMERALS:
                return True
    return end - start == 1 and text[end : end + 1] in _town_starts() and _town().match(text, end) is not None


@cache
def _numbers() -> frozenset[str]:
    """The numbers in digits that stand in idioms (沪深300)."""
    return frozenset(re.findall(r"\d+", " ".join(role_words()["idioms"]["words"])))


@cache
def _gathered() -> tuple[str, ...]:
    """The words of `figures_idioms.txt`."""
    return tuple(word for line in read_lines("figures_idioms.txt") for word in line.split())


def _divisions() -> list[str]:
    """Names of divisions that hold a numeral; without 市 or 县 only those that stay long enough to be one."""
    names = sorted({place.name for place in all_places() if not _NUMERALS.isdisjoint(place.name)})
    return names + [name[:-1] for name in names if len(name) > 3 and name[-1] in "市县区"]


@cache
def _town_starts() -> frozenset[str]:
    return frozenset(word[0] for word in role_words()["towns"]["measures"])


@cache
def _town() -> re.Pattern[str]:
    """What goes on behind a numeral as the name of a town (三间房乡); these measures count no town."""
    words = role_words()["towns"]
    return compiled(
        rf"{join_words(words['measures'])}[一-鿿]{{0,2}}?(?:{join_words(words['kinds'])})(?!{join_words(words['unless'])})"
    )


@cache
def _idioms() -> dict[str, tuple[tuple[str, ...], list[tuple[str, int]]]]:
    """Two characters that follow each other → what goes on from there in the words that hold them, and the
    words with the place of the two.
    """
    by_pair: dict[str, list[tuple[str, int]]] = {}
    for word in (*role_words()["idioms"]["words"], *_gathered(), *_divisions()):
        for at, pair in enumerate(pairwise(word)):
            by_pair.setdefault("".join(pair), []).append((word, at))
    return {pair: (tuple({word[at:] for word, at in entries}), entries) for pair, entries in by_pair.items()}
