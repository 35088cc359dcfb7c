"""Times named by an occasion: 国庆假期, 暑期, 改革开放以来; holidays by the moon have no days here.

They are looked for by themselves, as few texts hold any.
"""

import re
from bisect import bisect_right
from datetime import date
from functools import cache
from operator import attrgetter
from typing import Any

from transform.figures.cues import join_words
from transform.figures.days import NOWHEN, Span
from transform.figures.skips import ALL, skipping
from transform.figures.times import Time
from transform.vocabulary import read_words

_SIGNS = ("期间", "假", "黄金周", "暑", "春运")
"""No holiday is a stretch of days without one of these."""
_SINCE = "以来"
_LONGEST = 9
"""Characters of the longest event."""


def find_occasions(text: str, published: date | None, times: list[Time]) -> list[Time]:
    """Holidays, seasons and what has been since an event, beside the `times` that were found before.

    A year that stands directly before a holiday belongs to it, else it is the newest in which it has begun.
    """
    found: list[Time] = []
    end = 0 if any(sign in text for sign in _SIGNS) else len(text)
    while match := _holidays().search(text, end):
        start, end = match.span(ALL)
        index = bisect_right(times, start, key=attrgetter("start")) - 1
        before = times[index] if index >= 0 else None
        if before is not None and before.end > start:
            continue
        year, first = None, start
        if before is not None and before.is_year and text[before.end : start] in ("", "的"):
            year, first = before.span.first, before.start
        span = _span_of(match["season"] or match["name"], year, published)
        how = "stated" if year is not None and text[first].isdigit() else "resolved"
        if span.first is not None:
            found.append(Time(first, end, "span", span, how))
        elif text[end : end + 1] != "的":
            found.append(Time(start, end, "vague", NOWHEN, "unknown"))
    place = text.find(_SINCE)
    while place >= 0:
        found += _since(text, place, published)
        place = text.find(_SINCE, place + 1)
    return found


def _since(text: str, place: int, published: date | None) -> list[Time]:
    """What ends with 以来 at a place: since a known event, or since one whose day is not told."""
    for size in range(min(_LONGEST, place), 1, -1):
        name = text[place - size : place]
        if name in _begun():
            plain = Time(place - size, place + len(_SINCE), "vague", NOWHEN, "unknown")
            first = _begun()[name]
            return [plain.meant(Span(first, published), "resolved", "since") if first else plain]
    return []


def _span_of(name: str, named: date | None, published: date | None) -> Span:
    """The days in the year of the day `named`, or in the newest year in which they have begun."""
    found, seen = _days().get(name), named or published
    if found is None or seen is None:
        return NOWHEN
    (month, day), last, since = found
    year = seen.year if named is not None or date(seen.year, month, day) <= seen else seen.year - 1
    return Span(date(year, month, day), date(year, *last)) if year >= since else NOWHEN


@cache
def _words() -> dict[str, Any]:
    return read_words("figures_times.toml")


@cache
def _days() -> dict[str, tuple[tuple[int, int], tuple[int, int], int]]:
    """Name → month and day of the first and the last day, and the year from which on that is so."""
    rows = [row for row in (*_words()["holiday"], *_words()["season"]) if "first" in row]
    return {
        name: (_month_and_day(row["first"]), _month_and_day(row["last"]), row["since"])
        for row in rows
        for name in row["names"]
    }


def _month_and_day(printed: str) -> tuple[int, int]:
    month, day = printed.split("-")
    return int(month), int(day)


@cache
def _holidays() -> re.Pattern[str]:
    names, seasons = ([n for row in _words()[kind] for n in row["names"]] for kind in ("holiday", "season"))
    firsts = "".join(sorted({re.escape(name[0]) for name in (*names, *seasons)}))
    words = join_words(_words()["stretch"]["words"])
    return skipping(
        firsts,
        rf"(?:(?P<name>{join_words(names)}){words}|(?P<season>{join_words(seasons)})(?!工|社会))",
    )


@cache
def _begun() -> dict[str, date | None]:
    """Event → its day; None for one of those that have no day of their own."""
    begun: dict[str, date | None] = dict.fromkeys(_words()["begun"]["words"])
    begun.update({event: date.fromisoformat(day) for event, day in _words()["since"].items()})
    return begun
