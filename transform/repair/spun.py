"""Text run through a synonym spinner: 立异 for 创新, 咱们 for 我们, and the everyday words nowhere.

The mapping is many-to-one (作业 is 工作 or 就业), so nothing is reverted; the page is flagged.
"""

import re
from collections import Counter
from functools import cache

from msgspec import Struct

from transform.patterns import compiled
from transform.vocabulary import read_rows

_FEWEST_PAIRS = 6  # spun words of which the everyday word never appears
_PER_CHARACTER = 6 / 1000  # hits of such words
_MARGIN = 3  # times as many pairs must be spun as are everyday


class Exchange(Struct, frozen=True):
    """A spun word in a text, and the everyday words that it stands for, none of which is there."""

    word: str
    times: int
    everyday: tuple[str, ...]


def is_spun(text: str) -> bool:
    """Whether spun words stand all through the text while the words that they replace are missing."""
    counts = _count(text)
    if len(counts) < _FEWEST_PAIRS:
        return False
    spun, honest = _part(counts)
    hits = sum(spun.values())
    return len(spun) >= max(_FEWEST_PAIRS, _MARGIN * len(honest)) and hits >= _PER_CHARACTER * len(text)


def find_exchanges(text: str) -> list[Exchange]:
    """The spun words whose everyday words are missing, the most frequent first: what `is_spun` goes by."""
    spun, _ = _part(_count(text))
    pairs, _ = _pairs()
    found = (Exchange(word, times, pairs[word]) for word, times in spun.items())
    return sorted(found, key=lambda one: (-one.times, one.word))


def _count(text: str) -> dict[str, int]:
    """How often each spun or everyday word stands in the text."""
    return Counter(_pairs()[1].findall(text))


def _part(counts: dict[str, int]) -> tuple[dict[str, int], set[str]]:
    """Of such counts those of the spun words, and the spun words whose everyday words stand there too."""
    pairs, _ = _pairs()
    found = counts.keys()
    honest = {word for word, everyday in pairs.items() if not found.isdisjoint(everyday)}
    return {word: counts[word] for word in (found & pairs.keys()) - honest}, honest


@cache
def _pairs() -> tuple[dict[str, tuple[str, ...]], re.Pattern[str]]:
    """The spun words with their everyday words, and a pattern of them all, each of two characters."""
    pairs = {word: tuple(everyday.split(" ")) for word, everyday in read_rows("repair_spun.tsv")}
    words = sorted({*pairs, *(word for everyday in pairs.values() for word in everyday)})
    first, second = ("".join(sorted({word[at] for word in words})) for at in (0, 1))
    # Two classes rule out nearly every place; only where both hold a hundred words are looked through.
    return pairs, compiled(f"[{first}][{second}](?<={'|'.join(words)})")
