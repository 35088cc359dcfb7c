"""Stretches of days named from the day of publication: 近3年, 未来五年, 前11个月, 本周, 上月, 年内."""

from datetime import date, timedelta

from transform.figures.days import Span, month_end, month_span, shift_months, year_span


def stretch(count: int, unit: str, published: date, is_ahead: bool) -> Span:
    """So many years, months or days back or ahead; the running year counts from July on."""
    if unit == "年":
        last = published.year if published.month >= 7 else published.year - 1
        return year_span(last + 1, last + count) if is_ahead else year_span(last - count + 1, last)
    if unit in "月季":
        months = count * (3 if unit == "季" else 1)
        if is_ahead:
            end = shift_months(published, months)
            return Span(published, month_end(end.year, end.month))
        end = shift_months(published, -1)
        return Span(shift_months(published, -months), month_end(end.year, end.month))
    days = timedelta(days=count * (7 if unit == "周" else 1))
    return Span(published, published + days) if is_ahead else Span(published - days, published)


def weekday(text: str, published: date) -> date:
    """周二 is the last one; with 上, 本 or 下 it is that of the week."""
    number = "一二三四五六日".find(text[-1].replace("天", "日"))
    monday = published - timedelta(days=published.weekday())
    if text[0] in "上本下这":
        return monday + timedelta(days=number + 7 * _weeks(text))
    back = (published.weekday() - number) % 7
    return published - timedelta(days=back)


def _weeks(text: str) -> int:
    """How many weeks or months away: 上 is one back, 上上 two."""
    return -2 if text.startswith("上上") else {"上": -1, "下": 1}.get(text[0], 0)


def month_word(text: str, published: date) -> Span:
    """This, the last or the next week, month or quarter, or the rest of the year."""
    if text == "年内":
        return Span(published, date(published.year, 12, 31))
    if "季" in text:
        start = date(published.year, (published.month - 1) // 3 * 3 + 1, 1)
        start = shift_months(start, -3) if text[0] == "上" else start
        end = shift_months(start, 2)
        return Span(start, month_end(end.year, end.month))
    if "周" in text:
        monday = published - timedelta(days=published.weekday())
        monday += timedelta(days=7 * _weeks(text))
        if text.endswith("末"):
            return Span(monday + timedelta(days=5), monday + timedelta(days=6))
        return Span(monday, monday + timedelta(days=6))
    month = shift_months(published, _weeks(text))
    return month_span(month.year, month.month)
