"""Dates with or without a time, wherever they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone

from msgspec import Struct

from transform.maintext.furniture_words import NARROW
from transform.patterns import compiled

SHANGHAI = timezone(timedelta(hours=8))
_MAY_BE = compiled(
    r"[12１２民期间間](?:(?<=[12１２])[09０９]\d\d(?:\s*[-－年/.]|(?<=/\d\d\d\d))"
    r"|(?:(?<=民)[国國]|(?<=[期间間])\s*[:：])\s*\d{2,3}\s*[年/.-])"
)
"""What every full date has: this is asked of every line, and begins with the few characters that dates do."""
_STAMP = compiled(
    r"((?:19|20)(?<!\d..)\d\d)\s*(?:年|[-－/.])\s*(0?[1-9]|1[0-2])\s*(?:月|[-－/.])\s*(0?[1-9]|[12]\d|3[01])(?!\d)\s*日?"
    r"(?:\s*(?:星期[一二三四五六日天]|周[一二三四五六日])?[\sT,，]*(上午|下午|晚上?|凌晨)?\s*([01]?\d|2[0-3])\s*(?:[:：]|时|點|点)\s*([0-5]\d)(?:\s*(?:[:：]|分)\s*([0-5]\d))?"
    r"\s*(?i:([ap]m))?(?:\.\d+)?\s*((?i:Z|GMT|UTC)\b|[+-]\d\d:?\d\d)?)?"
)
_REPUBLIC = compiled(
    r"(?:民[国國]|日期\s*[:：]|时间\s*[:：]|時間\s*[:：])\s*(\d{2,3})\s*[年/.-]\s*(0?[1-9]|1[0-2])\s*[月/.-]\s*(0?[1-9]|[12]\d|3[01])(?!\d)\s*日?"
)
"""Years of the Republic, as Taiwan counts them: 民国101年1月12日; without its name only behind a label."""
_TIME_BEFORE = compiled(r"(?<![\d:])([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?[\s,，]+$")
_WESTERN = compiled(
    r"(?<!\d)(0?[1-9]|1[0-2])/(0?[1-9]|[12]\d|3[01])/((?:19|20)\d\d)(?!\d)(?:\s+(\d{1,2}):([0-5]\d)(?::([0-5]\d))?)?"
)


class Stamp(Struct, frozen=True):
    """A day, and the time of day where it is said, as the clock of Shanghai shows it."""

    day: date
    time: str | None
    start: int
    end: int

    @property
    def iso(self) -> str:
        """`2023-04-24` or `2023-04-24T10:22:13`."""
        return f"{self.day.isoformat()}T{self.time}" if self.time else self.day.isoformat()


def find_stamps(text: str) -> Iterator[Stamp]:
    """The full dates of a text, in order.

    >>> [stamp.iso for stamp in find_stamps("发布时间：2023年4月24日 10:22 来源：本网")]
    ['2023-04-24T10:22:00']
    """
    if not may_have_stamp(text):
        return
    text = text.translate(NARROW)
    yield from _of_the_republic(text)
    end = 0
    for match in _STAMP.finditer(text):
        year, month, day, half, hour, minute, second, western, zone = match.groups()
        stamp = _stamp(match, year, month, day, _hour(hour, half, western), minute, second, zone)
        if stamp is not None:
            yield stamp if stamp.time else _with_time_before(stamp, text, end)
            end = match.end()
    for match in _WESTERN.finditer(text) if "/" in text else ():
        month, day, year, hour, minute, second = match.groups()
        stamp = _stamp(match, year, month, day, hour, minute, second, None)
        if stamp is not None:
            yield stamp


def has_stamp(text: str) -> bool:
    """Whether there is a full date in a text."""
    return may_have_stamp(text) and next(find_stamps(text), None) is not None


def may_have_stamp(text: str) -> bool:
    """The same, sooner: now and then there is none all the same."""
    return _MAY_BE.search(text) is not None


def _of_the_republic(text: str) -> Iterator[Stamp]:
    for match in _REPUBLIC.finditer(text):
        year, month, day = match.groups()
        stamp = _stamp(match, str(int(year) + 1911), month, day, None, None, None, None)
        if stamp is not None and stamp.day.year > 1990:
            yield stamp


def _with_time_before(stamp: Stamp, text: str, end: int) -> Stamp:
    """The stamp with the time of day that stands before it: 17:02 2023-06-14."""
    # what stands before `end` is another stamp's
    found = _TIME_BEFORE.search(text, max(end, stamp.start - 12), stamp.start)
    if found is None:
        return stamp
    hour, minute, second = found.groups()
    return Stamp(stamp.day, f"{int(hour):02}:{minute}:{second or '00'}", found.start(), stamp.end)


def _hour(hour: str | None, half: str | None, western: str | None) -> str | None:
    late = half in ("下午", "晚", "晚上") or (western or "").lower() == "pm"
    return str(int(hour) + 12) if hour and late and int(hour) < 12 else hour


def _stamp(
    match: re.Match[str],
    year: str,
    month: str,
    day: str,
    hour: str | None,
    minute: str | None,
    second: str | None,
    zone: str | None,
) -> Stamp | None:
    try:
        when = date(int(year), int(month), int(day))
    except ValueError:
        return None
    if hour is None or minute is None or int(hour) > 23:
        return Stamp(when, None, match.start(), match.end())
    clock = (int(hour), int(minute), int(second or 0))
    if not zone or (zone[0] == "-" and "T" not in match.group()):  # 10:00-12:00 lasts two hours
        return Stamp(when, "{:02}:{:02}:{:02}".format(*clock), match.start(), match.end())
    moment = datetime(when.year, when.month, when.day, *clock, tzinfo=_zone(zone))
    moment = moment.astimezone(SHANGHAI)
    return Stamp(moment.date(), moment.strftime("%H:%M:%S"), match.start(), match.end())


def _zone(zone: str) -> timezone:
    if zone[0].isalpha():
        return UTC
    hours, minutes = int(zone[1:3]), int(zone[-2:])
    offset = timedelta(hours=min(hours, 14), minutes=minutes)
    return timezone(-offset if zone[0] == "-" else offset)
