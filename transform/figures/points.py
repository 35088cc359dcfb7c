"""One printed point in time, a year, a month, a day or a part of a year, as the days it means."""

import re
from datetime import date
from functools import lru_cache

from msgspec import Struct

from transform.figures.days import NOWHEN, Span, day_or_none, last_such_day, month_end, month_span, year_span
from transform.figures.numerals import read_numeral
from transform.patterns import compiled

_YEAR = (
    r"(?:(?<!\d)(?:1[6-9]|20)\d\d|[一二][零一二三四五六七八九]{3}|(?<![\d.点])(?:[09]\d|1[01]\d)(?=年)"
    r"|民国(?:\d{1,3}|[元一二三四五六七八九十百零]{1,5}))\s?"
)
# 建成后年产值 tells of no year.
_IN_TWO = r"(?:(?<![一-鿿])|(?<=[在到于至从和与明]))后年"
_WORD = (
    rf"(?:今年|去年|明年|(?<![此之])前年|{_IN_TWO}|本年度?|(?<![以之])上年度?|次年|当年|同年|来年|翌年"
    "|上一年)"
)
MONTH = r"(?<!\d)(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]|元(?=月))\s?"
_UNITS = "一二三四五六七八九"
_DAY = rf"(?:3[01]|[12]\d|0?[1-9]|三十一?|二?十[{_UNITS}]?|[{_UNITS}]|廿[{_UNITS}]?)\s?"
_DAY_SIGN = r"(?:[日号]|(?=\s?(?:-|~|—{1,2}|至|到)\s?(?:3[01]|[12]\d|[1-9])[日号]))"
"""The first of two days may go without its sign (13至15日)."""
_MONTHS_ON = r"(?:前|头)(?:\d{1,2}|[二三四五六七八九十])个月"
_PART = (
    r"(?:(?:年)?(?:年初(?![一二三四五六七八九十])|年底|年末|年终|岁末|伊始|上半年|下半年|全年|第?[一二三四1-4]季度(?:末(?![端尾期]))?|[一二三四1-4]季|前三季度"
    rf"|{_MONTHS_ON}|春季|夏季|秋季|冬季|底|末|初|年中))"
)
_TENTH = r"(?:上旬|中旬|下旬|初|底|末|中)"
_NO_MONTH = "球亮饼光嫂薪租均台"
_NO_DAY = "元圆线均游本楼院馆店厅机床仓文令地公井"
_NUMBERED = "球航门桥坑墓库塔炉车船选位台窗柜种样棚田段村屋房间厂矿隧斜提议决病风强热煤泵闸"
"""Behind 号 these have a number: 9号球员."""
POINT = (
    rf"(?:{_YEAR}(?:年度|年(?!代)|/(?=\d{{1,2}}/))(?:\s?{MONTH}月(?:份)?(?:\s?{_DAY}{_DAY_SIGN}|{_TENTH})?|{_PART})?"
    rf"|{_WORD}(?:\s?{MONTH}月(?:份)?(?:\s?{_DAY}{_DAY_SIGN}|{_TENTH})?|{_PART})?"
    rf"|{MONTH}月(?![{_NO_MONTH}])(?:份)?(?:\s?{_DAY}{_DAY_SIGN}(?![元线])|{_TENTH}(?![期央国小学]))?"
    rf"|(?:今|昨)?(?:年初(?![一二三四五六七八九十])|年底|年末|岁末|上半年|下半年|第?[一二三四1-4]季度(?:末(?![端尾期]))?|前三季度)"
    rf"|(?<![\d.])(?:3[01]|[12]\d|[1-9]){_DAY_SIGN}(?![{_NO_DAY}]|[之以]?内|(?<=号)[{_NUMBERED}])|[本当]月{_DAY}[日号])"
)
YEAR_PART = rf"(?:{_YEAR}年|{_WORD})"
_MONTHS = compiled(
    rf"(?:从|自)?(?P<head>{YEAR_PART})?(?P<first>{MONTH})(?:月)?[^\d一二三四五六七八九十]+(?P<last>{MONTH})月(?:份)?"
)
_PIECES = compiled(
    rf"(?:(?P<year>{_YEAR})(?:年度|年|/)|(?P<word>{_WORD}))?"
    rf"(?:\s?(?P<month>{MONTH})月(?:份)?|[本当]月)?(?:\s?(?P<day>{_DAY})[日号]?)?"
    rf"(?P<tenth>{_TENTH})?(?P<part>{_PART})?"
)
_YEARS_AWAY = {"前年": -2, "明年": 1, "来年": 1, "后年": 2}
_YEARS_AWAY |= dict.fromkeys(("今年", "本年", "本年度"), 0) | dict.fromkeys(
    ("去年", "上年", "上年度", "上一年"), -1
)
_SEASONS = {"春": (3, 5), "夏": (6, 8), "秋": (9, 11), "冬": (12, 12)}


class Point(Struct, frozen=True):
    """The days of a printed point; `how` is stated when the year is printed."""

    span: Span
    how: str
    is_day: bool
    is_year: bool
    is_stated: bool


@lru_cache(maxsize=4096)  # a page names the same days again and again
def read_point(
    text: str, published: date | None, context: date | None, is_roc: bool = False, is_second: bool = False
) -> Point | None:
    """The days of a point; a year that is not printed comes from the sentence or from `published`."""
    match = _PIECES.fullmatch(text.strip())
    if match is None:
        return None
    year = _year(match, published, context, is_roc)
    if match["year"] is not None and year is None:
        return None
    if match["word"] == "同年" and year is None:
        return Point(NOWHEN, "unknown", False, False, False)
    is_stated = match["year"] is not None
    how = "stated" if is_stated else "resolved"
    month, day = _number(match["month"]), _number(match["day"])
    if month is None and day is not None and is_second and context is not None:
        month, year = context.month, context.year
    if day is not None:
        found = _find_day(year, month, day, published, context)
        return None if found is None else Point(Span(found, found), how, True, False, is_stated)
    if year is None:
        if published is None:
            return Point(NOWHEN, "unknown", False, False, False)
        year = _year_of_month(month, match["part"] or match["tenth"], published, context, is_second)
    part = (match["part"] or "") + (match["tenth"] or "")
    if month is not None:
        return Point(_tenth(year, month, match["tenth"]), how, False, False, is_stated)
    span = _part(year, part, published)
    if part.endswith("季度末") and not is_stated and published and span.first and span.first > published:
        span = _part(year - 1, part, published)  # news looks back
    is_whole = not part or "全年" in part
    return Point(span, how, span.first == span.last, is_whole, is_stated)


def read_months(text: str, published: date | None, context: date | None) -> tuple[Span, str]:
    """The days of two months of a year with a sign between (1至11月份)."""
    match = _MONTHS.fullmatch(text)
    first, last = (_number(match[name]) for name in ("first", "last")) if match else (None, None)
    if match is None or first is None or last is None:
        return NOWHEN, "unknown"
    if match["head"]:
        point = read_point(match["head"].strip(), published, context)
        year = point.span.first.year if point and point.span.first else None
    else:
        year = context.year if context else None
        if year is None and published is not None:
            year = published.year if last <= published.month else published.year - 1
    if year is None:
        return NOWHEN, "unknown"
    start = date(year if first <= last else year - 1, first, 1)
    return Span(start, month_end(year, last)), "stated" if match["head"] and match["head"][
        0
    ].isdigit() else "resolved"


def _year(match: re.Match[str], published: date | None, context: date | None, is_roc: bool) -> int | None:
    word, printed = match["word"], match["year"]
    if printed is not None:
        printed = printed.strip()
        if printed.startswith("民国"):
            numeral = read_numeral(printed[2:].replace("元", "一"))
            return None if numeral is None or numeral.low is None else 1911 + int(numeral.low)
        year = _number(printed)
        if year is None or year >= 1000:
            return year
        if is_roc and year >= 90:
            return 1911 + year
        return None if year >= 100 else year + (2000 if year < 50 else 1900)
    if word is None:
        return None
    if word == "同年":
        return context.year if context else None
    if word in ("上年", "上年度") and context is not None:
        return context.year - 1
    if word == "当年":
        return context.year if context else published.year if published else None
    if word in ("次年", "翌年"):
        return context.year + 1 if context else None
    return published.year + _YEARS_AWAY[word] if published else None


def _find_day(
    year: int | None, month: int | None, day: int, published: date | None, context: date | None
) -> date | None:
    if year is None and context is not None and month is not None:
        year = context.year
    if year is not None:
        return day_or_none(year, month or (published.month if published else 0) or 1, day)
    return last_such_day(published, month, day) if published else None


def _year_of_month(
    month: int | None, part: str | None, published: date, context: date | None, is_second: bool
) -> int:
    """The year of a month without one: that of the sentence, else the newest that has begun."""
    if context is not None:
        return context.year + (1 if is_second and month is not None and month < context.month else 0)
    if month is not None:
        return published.year if month <= published.month else published.year - 1
    begins = {"下": 7, "四": 10, "4": 10, "三": 7, "3": 7, "二": 4, "2": 4}
    first = next((m for sign, m in begins.items() if part and sign in part and "前" not in part), 1)
    return published.year if published.month >= first else published.year - 1


def _tenth(year: int, month: int, tenth: str | None) -> Span:
    end = month_end(year, month)
    if tenth in ("上旬", "初"):
        return Span(date(year, month, 1), date(year, month, 10))
    if tenth in ("中旬", "中"):
        return Span(date(year, month, 11), date(year, month, 20))
    if tenth == "下旬":
        return Span(date(year, month, 21), end)
    return Span(end, end) if tenth in ("底", "末") else Span(date(year, month, 1), end)


def _part(year: int, part: str, published: date | None) -> Span:
    if not part or "全年" in part:
        return year_span(year)
    if "半" in part:
        return month_span(year, 1, 6) if "上" in part else month_span(year, 7, 12)
    if "季度" in part or part.endswith("季"):
        if part[0] in _SEASONS:
            return month_span(year, *_SEASONS[part[0]])
        if "前" in part:
            return month_span(year, 1, 9)
        quarter = "一二三四".find(part.replace("第", "")[0]) + 1 or int(part.replace("第", "")[0])
        end = month_end(year, quarter * 3)
        return Span(end, end) if part[-1] == "末" else month_span(year, quarter * 3 - 2, quarter * 3)
    if "个月" in part:
        months = _number(part.strip("年前头个月")) or 1
        return month_span(year, 1, min(months, 12))
    if "初" in part or part == "伊始":
        return Span(date(year, 1, 1), date(year, 1, 31)) if part != "伊始" else year_span(year)
    if part == "年中":
        return month_span(year, 6, 6)
    return Span(date(year, 12, 31), date(year, 12, 31))


def _number(text: str | None) -> int | None:
    if text is None:
        return None
    digits = text.strip()
    if digits.isdecimal() and not digits.startswith("00"):
        return int(digits)
    numeral = read_numeral("一" if digits == "元" else text)
    return int(numeral.low) if numeral is not None and numeral.low is not None else None
