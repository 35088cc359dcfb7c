"""What the words of a time mean: the days, seen from the day of publication."""

from datetime import date, timedelta
from functools import lru_cache

from msgspec import Struct

from transform.figures.days import NOWHEN, Span, month_span, shift_day, year_span
from transform.figures.numerals import read_numeral
from transform.figures.points import POINT, read_months, read_point
from transform.figures.relative import month_word, stretch, weekday
from transform.patterns import compiled

COUNT = r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3}|几|数|多)"
_POINT = compiled(POINT)
_AT_ITS_END = ("”末", '"末', "’末", "'末")
_AHEAD = compiled(
    r"，?(?:(?:全[省市县区]|每年|累计|再)?(?:将|要|力争|计划|拟|争取|确保|预计)|再?(?:实现|完成|建成|新建|新增|培[育训养]|打造|引进|改造|投入|投资|达到))"
)
_YEARS = compiled(r"\d{4}")
_DIGITS = compiled(r"\d+")
_AROUND_PLAN = compiled(r"[“”\"'‘’]|期间|时期|末|以来")
_SO_MANY = compiled(COUNT + r"(?=个?多?(?:年|月|周|天|季|日))")
_AHEAD_BEFORE = compiled("(?:力争|计划|将|争取|力求|拟|预计|确保)[在用]?$")
_DECADE = compiled(
    r"(?:(?P<last>上个?世纪)|(?P<century>\d\d|[一二]?十[一二三四五六七八九]?)世纪)?(?P<tens>\d0|[二三四五六七八九]十)年代"
)
_PLANS = {
    "十五": 2001,
    "十一五": 2006,
    "十二五": 2011,
    "十三五": 2016,
    "十四五": 2021,
    "十五五": 2026,
    "九五": 1996,
    "八五": 1991,
}
_DAYS_BACK = {"今": 0, "昨": 1, "前": 2, "明": -1, "后": -2}


class Time(Struct, frozen=True):
    """A time as printed, the days it means, and how it opens or closes a stretch.

    `shape`: point, span, since, until, now, vague, clock, label (the name of a five-year plan).
    """

    start: int
    end: int
    shape: str
    span: Span
    how: str
    is_day: bool = False
    is_year: bool = False

    def meant(
        self, span: Span, how: str, shape: str = "point", is_day: bool = False, is_year: bool = False
    ) -> "Time":
        """The same words, with the days they mean."""
        return Time(self.start, self.end, shape, span, how, is_day, is_year)

    def shaped(self, shape: str) -> "Time":
        """The same time in another shape."""
        return Time(self.start, self.end, shape, self.span, self.how, self.is_day, self.is_year)


def resolve(
    whole: str,
    start: int,
    end: int,
    shape: str,
    published: date | None,
    context: date | None,
    seen: date | None,
    is_roc: bool,
) -> Time | None:
    """The time that stands at `start`..`end` of the whole text; None where it is none after all.

    `context` is a day of the year that the sentence names, `seen` the last day before it.
    """
    text = whole[start:end]
    plain = Time(start, end, "point", NOWHEN, "unknown")
    if shape in ("point", "since", "until", "range", "iso"):
        return _resolve_points(text, shape, plain, published, context, is_roc)
    if shape == "years":
        first, last = _YEARS.findall(text)
        if int(first) >= int(last):
            return None
        return plain.meant(year_span(int(first), int(last)), "stated", "span", is_year=True)
    if shape == "months":
        span, how = read_months(text, published, context)
        return plain.meant(span, how, "span")
    if shape == "plan":
        return _resolve_plan(text, plain, whole.startswith(_AT_ITS_END, end))
    if shape == "clock":
        return plain.shaped("clock")
    if shape == "decade":
        return _resolve_decade(text, plain, published, whole.endswith("世纪", 0, start))
    if shape == "vague":
        return plain.shaped("vague")
    if shape == "within":
        return _resolve_within(whole, text, plain, published)
    if published is None:
        return plain.shaped("now" if shape == "now" else "point")
    if shape in ("recent", "lately", "heads"):
        return _resolve_recent(text, plain, published)
    if shape == "week":
        day = weekday(text, published)
        return plain.meant(Span(day, day), "resolved", is_day=True)
    if shape == "now" and "昨" in text:
        published -= timedelta(days=1)
    if shape == "now":
        return plain.meant(Span(published, published), "resolved", "now", is_day=True)
    if shape == "day":
        return _resolve_day(text, plain, published, seen)
    return plain.meant(month_word(text, published), "resolved", "span")


def _resolve_points(
    text: str, shape: str, plain: Time, published: date | None, context: date | None, is_roc: bool
) -> Time | None:
    if shape == "iso":
        numbers = [int(part) for part in _DIGITS.findall(text)[:3]]
        try:
            day = date(*numbers)
        except (TypeError, ValueError):
            return None
        return plain.meant(Span(day, day), "stated", is_day=True)
    points = [read_point(part, published, context, is_roc) for part in _points(text)]
    if not points or None in points:
        return plain if any(points) or (points and published is None) else None
    first = points[0]
    assert first is not None
    if shape == "range" and len(points) == 2:
        year = first.span.first or context
        last = read_point(_points(text)[1], published, year, is_roc, is_second=True)
        if last is None or first.span.first is None or last.span.last is None:
            return plain.shaped("span")
        start = first.span.first
        if start > last.span.last and not first.is_stated:
            start = start.replace(year=start.year - 1, day=min(start.day, 28))
        return plain.meant(Span(start, last.span.last), first.how, "span")
    if shape == "since":
        is_past = text.endswith(("以来", "至今", "迄今"))
        is_begun = published is not None and first.span.first is not None and first.span.first <= published
        last_day = published if is_past and is_begun else None
        return plain.meant(Span(first.span.first, last_day), first.how, "since", is_year=first.is_year)
    shape = "until" if shape == "until" else "point"
    return plain.meant(first.span, first.how, shape, first.is_day, first.is_year)


@lru_cache(maxsize=4096)  # the same few days and years stand in every page
def _points(text: str) -> list[str]:
    return _POINT.findall(text)


def _resolve_plan(text: str, plain: Time, is_end: bool) -> Time | None:
    name = _AROUND_PLAN.sub("", text)
    first = _PLANS.get(name)
    if first is None:
        return None
    span = (
        Span(date(first + 4, 12, 31), date(first + 4, 12, 31))
        if is_end or text.endswith("末")
        else year_span(first, first + 4)
    )
    return plain.meant(span, "stated", "label", is_year=True)


def _resolve_day(text: str, plain: Time, published: date, seen: date | None) -> Time | None:
    if text in ("当天", "当日", "同日"):
        return plain.meant(Span(seen, seen), "resolved" if seen else "unknown", is_day=True)
    day = published - timedelta(days=_DAYS_BACK[text[0]])
    return plain.meant(Span(day, day), "resolved", is_day=True)


def _resolve_within(whole: str, text: str, plain: Time, published: date | None) -> Time | None:
    """三年内 looks ahead where something is meant to be done; elsewhere it is a duration and no time."""
    start, end = plain.start, plain.end
    is_ahead = _AHEAD.match(whole, end) or _AHEAD_BEFORE.search(whole, max(0, start - 6), start)
    numeral = read_numeral(text.rstrip("之以内").rstrip("年月个")) if is_ahead else None
    if published is None or numeral is None or numeral.low is None:
        return None
    months = int(numeral.low * 12) if "年" in text else int(numeral.low)
    last = shift_day(published, months)
    return plain.meant(Span(published, last), "resolved", "span")


def _resolve_decade(text: str, plain: Time, published: date | None, is_cut: bool) -> Time:
    """20世纪90年代 are ten years; a part of them, or 20年代 without its century, is vague."""
    match = _DECADE.fullmatch(text)
    tens = read_numeral(match["tens"]) if match else None
    if match is None or tens is None or tens.low is None or is_cut:
        return plain.shaped("vague")
    if match["century"]:
        hundred = read_numeral(match["century"])
        century = int(hundred.low) if hundred is not None and hundred.low is not None else 0
    else:
        is_last = match["last"] is not None or tens.low >= 40
        century = 20 if is_last and (published is None or published.year > 2000) else 0
    if not 15 < century < 22:
        return plain.shaped("vague")
    first = (century - 1) * 100 + int(tens.low)
    return plain.meant(year_span(first, first + 9), "stated", "span", is_year=True)


def _resolve_recent(text: str, plain: Time, published: date) -> Time | None:
    if text == "首季度":
        return plain.meant(month_span(published.year, 1, 3), "resolved", "span")
    match = _SO_MANY.search(text)
    numeral = read_numeral(match[0]) if match else None
    if match is None or numeral is None or numeral.low is None:
        return plain.shaped("vague")
    count = int(numeral.low)
    unit = text[match.end() :].lstrip("个多")[0]
    is_ahead = text.startswith(("未来", "今后", "接下来"))
    if text.startswith(("前", "首", "头")) and unit in "月季":
        months = min(12, count * (3 if unit == "季" else 1))
        return plain.meant(month_span(published.year, 1, months), "resolved", "span")
    if text.startswith("前"):
        return plain.shaped("vague")
    return plain.meant(stretch(count, unit, published, is_ahead), "resolved", "span", is_year=unit == "年")
