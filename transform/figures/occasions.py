"""Times named by an occasion: 国庆假期, 暑期, 改革开放以来; holidays by the moon have no days here.

They are looked for by themselves, as few texts hold any.
"""

import re
import tomllib
from bisect import bisect_right
from datetime import date
from functools import cache
from importlib.resources import files
from operator import attrgetter
from typing import Any

from transform.figures.cues import join_words
from transform.figures.days import NOWHEN, Span
from transform.figures.skips import ALL, skipping
from transform.figures.times import Time

_BEGUN = re.compile(
    r"(?:入[汛冬夏秋春伏梅]|开[春年学业工放播园馆业]|上任|上市|投产|运营|运行|实施|启动|开通|通车|成立|执行|任职|建[市县区院校])以来"
)
"""Since something that began on a day that is not told here."""


def find_occasions(text: str, published: date | None, times: list[Time]) -> list[Time]:
    """Holidays, seasons and what has been since an event, beside the `times` that were found before.

    A year that stands directly before a holiday belongs to it, else it is the newest in which it has begun.
    """
    found: list[Time] = []
    end = 0
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
    if "以来" in text:
        found += [_since(match, published) for match in _events().finditer(text)]
    return found


def _since(match: re.Match[str], published: date | None) -> Time:
    plain = Time(match.start(), match.end(), "vague", NOWHEN, "unknown")
    first = _words()["since"].get(match["event"]) if match["event"] else None
    return plain if first is None else plain.meant(Span(first, published), "resolved", "since")


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
    return tomllib.loads(files("transform.vocab").joinpath("figures_times.toml").read_text(encoding="utf-8"))


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
def _events() -> re.Pattern[str]:
    begun = join_words(_words()["begun"]["words"])
    return re.compile(rf"(?P<event>{join_words(list(_words()['since']))})以来|{begun}以来")
