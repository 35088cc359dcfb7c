"""Days, months and years: the arithmetic behind periods; whole days, both ends inclusive."""

import calendar
from datetime import date, timedelta

from msgspec import Struct


class Span(Struct, frozen=True):
    """A stretch of days; an open end is None."""

    first: date | None
    last: date | None


NOWHEN = Span(None, None)


def year_span(year: int, until: int | None = None) -> Span:
    """Whole years."""
    return Span(date(year, 1, 1), date(until or year, 12, 31))


def month_span(year: int, month: int, until: int | None = None) -> Span:
    """Whole months of one year."""
    return Span(date(year, month, 1), month_end(year, until or month))


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def shift_months(day: date, months: int) -> date:
    """The first day of the month that lies so many months later or earlier."""
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def shift_day(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month."""
    first = shift_months(day, months)
    return first.replace(day=min(day.day, month_end(first.year, first.month).day))


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The day, if the calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def last_such_day(published: date, month: int | None, day: int) -> date | None:
    """The newest day with this number (and month) that is not after `published`: news looks back."""
    if month is not None:
        found = day_or_none(published.year, month, day)
        return found if found and found <= published else day_or_none(published.year - 1, month, day)
    for back in range(3):
        start = shift_months(published, -back)
        found = day_or_none(start.year, start.month, day)
        if found and found <= published:
            return found
    return None


def year_before(span: Span) -> Span:
    """The same days a year earlier."""
    return Span(_year_earlier(span.first), _year_earlier(span.last))


def span_before(span: Span) -> Span:
    """The stretch of the same kind just before: the month before a month, the quarter before a quarter."""
    if span.first is None or span.last is None:
        return NOWHEN
    last = span.first - timedelta(days=1)
    months = (span.last.year - span.first.year) * 12 + span.last.month - span.first.month + 1
    if span.first.day == 1 and span.last == month_end(span.last.year, span.last.month):
        return Span(shift_months(span.first, -months), last)
    return Span(last - (span.last - span.first), last)


def _year_earlier(day: date | None) -> date | None:
    if day is None:
        return None
    if day.month == 2 and day.day == 29:
        return date(day.year - 1, 2, 28)
    return day.replace(year=day.year - 1)
