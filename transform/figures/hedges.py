"""Hedges: the words at a number that turn a value into a bound, a guess or nothing definite."""

import re
from decimal import Decimal
from functools import cache

from msgspec import Struct

from transform.figures.cues import join_words, sizes_by
from transform.figures.numerals import next_step
from transform.patterns import compiled
from transform.vocabulary import read_words

_STOP = compiled(r"[，。；、,;)]|$")


class Bounds(Struct, frozen=True):
    """What a hedge makes of a number."""

    qualifier: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None


def bounds_of(qualifier: str, value: Decimal) -> Bounds:
    """The value and its bounds under a hedge.

    >>> bounds_of("approx_over", Decimal(200)).high
    Decimal('300')
    """
    if qualifier == "approx_over":
        edge = next_step(abs(value))
        return Bounds(qualifier, value, value, edge) if value >= 0 else Bounds(qualifier, value, -edge, value)
    if qualifier in ("approx_under", "at_most"):
        return Bounds(qualifier, value, None, value)
    if qualifier == "at_least":
        return Bounds(qualifier, value, value, None)
    return Bounds(qualifier, value, None, None)


def hedge_before(text: str, start: int) -> tuple[str, int] | None:
    """The qualifier that ends at `start` and where its word begins."""
    words, sizes = _hedges().before
    while start > 0 and text[start - 1] == " ":
        start -= 1
    for size in sizes.get(text[start - 1], ()) if start > 0 else ():
        found = words.get(text[start - size : start]) if size <= start else None
        if found is not None:
            if (size <= 2 and _is_other_word(text, start)) or _is_other_word(text, start - size + 1):
                return None
            return found, start - size
    return None


def hedge_before_bare(text: str, start: int, is_bare: bool) -> tuple[str, int] | None:
    """上, 过 and 破 before a bare 十百千万亿, or behind what is counted (销售额过5亿元)."""
    if not start or text[start - 1] not in _hedges().bare or _is_other_word(text, start):
        return None
    is_counted = is_bare or text[max(0, start - 5) : start - 1].endswith(_hedges().counted)
    return ("at_least", start - 1) if is_counted else None


def hedge_after(text: str, end: int) -> tuple[str, int] | None:
    """The qualifier that begins at `end` and where its word ends."""
    words, sizes = _hedges().after
    for size in sizes.get(text[end : end + 1], ()):
        word = text[end : end + size]
        found = words.get(word)
        if found is not None and len(word) == size:
            if word == "不到" and not _STOP.match(text, end + size):
                return None
            return found, end + size
    return None


def hedge_apart(clause: str) -> str | None:
    """The qualifier set earlier in the clause, a few words before the number."""
    found = _hedges().apart.search(clause)
    return _hedges().apart_words[found[1]] if found else None


def _is_other_word(text: str, end: int) -> bool:
    return text[max(0, end - 2) : end] in _hedges().not_words


class _Hedges(Struct, frozen=True):
    before: tuple[dict[str, str], dict[str, tuple[int, ...]]]
    """Word → qualifier, and last character → lengths of the words, longest first."""
    after: tuple[dict[str, str], dict[str, tuple[int, ...]]]
    """The same by first character."""
    bare: str
    counted: tuple[str, ...]
    not_words: frozenset[str]
    apart: re.Pattern[str]
    apart_words: dict[str, str]


@cache
def _hedges() -> _Hedges:
    words = read_words("hedges.toml")
    before = _by_word(words["before"])
    after = _by_word(words["after"])
    apart = _by_word(words["apart"])
    return _Hedges(
        before=(before, sizes_by(before, -1)),
        after=(after, sizes_by(after, 0)),
        bare="".join(w for w in words["before_bare"]["at_least"] if len(w) == 1),
        counted=tuple(words["before_bare"]["after_words"]),
        not_words=frozenset(words["before_not"]["words"]),
        apart=compiled(f"({join_words(apart)})(?:(?!基础)[^0-9，。；：、,;]){{0,12}}$"),
        apart_words=apart,
    )


def _by_word(table: dict[str, list[str]]) -> dict[str, str]:
    return {word: qualifier for qualifier, words in table.items() for word in words}
