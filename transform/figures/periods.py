"""Times in prose: where they stand and which days they mean, seen from the day of publication.

The text is folded before. A point is a year, month or day, printed or named (今年9月, 年底); around it stand
words that open or close a stretch (从…起, 截至…, …以来).
"""

import re
from bisect import bisect_right
from datetime import date, timedelta
from functools import lru_cache

from transform.figures.days import NOWHEN, Span, month_span, year_span
from transform.figures.numerals import read_numeral
from transform.figures.points import MONTH, POINT, YEAR_PART, read_months, read_point
from transform.figures.records import record
from transform.figures.relative import month_word, stretch, weekday

_GAP = r"\s?(?:至|到|—{1,2}|-{1,2}|~|―{1,2})\s?"
_COUNT = r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3}|几|数|多)"
_CLOCK = (
    r"(?<![之\d.百千万零一二三四五六七八九十])(?:\d{1,2}:\d{2}(?::\d{2})?(?:分|时)?"
    r"|(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:时(?!间|代)|点(?=[整半许左钟]|分|(?:\d{1,2}|[一二三四五]?十?[一二三四五六七八九]?)[分刻]))"
    r"(?:\d{1,2}分|半|整|许|左右|钟|[一二三四五]?十?[一二三四五六七八九]?分)?)"
)
_HALF_DAY = r"(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|晚|夜间|深夜|早)?"
_FIVE = r"(?:十[一二三四五]|九|八)五"
_TODAY = r"[今昨明]日|[今昨前明后当]天|今晨|[今昨]晚|[当同]日|[今昨前明]\s?\(\d{1,2}\)\s?[日天]?"
_STARTS = "\\d从自十九八截到至近最过此未今接前历多长一不往目当现眼如迄昨明后同次来翌上下本"
_STARTS += "去周星礼凌清早中傍晚夜深民二三四五六七年零两“\"'‘"
_POINT_STARTS = "\\d一二三四五六七八九十零民今去明前本上下后次当同来翌年昨岁第"
_NO_START = (
    r"(?<=\d)\d|\d+(?:\.\d+)?(?![\d年月日号时点周世个:：至到~—、/.\s-])|不(?!久)|中(?!午)|一(?![月季直九十二])|“(?![十九八])"
    r"|年(?![初底末内终])|两(?!年来|年多来)|上(?![年月周个半星礼午世季])|下(?![月周个半星礼午])|来(?!年)|现(?![在阶已])|民(?!国)|多(?!年)"
    r"|同(?![年日])|本(?![年月周季星])|过(?!去)|明(?![年天日])|此(?!前)|长(?!期)|次(?!年)|如(?!今)|接(?!下)|目(?!前)|后(?![年天])"
    rf"|[到截](?![至止到]|\s?[{_POINT_STARTS}])|最(?!近)|去(?!年)|当(?![年月天日前])|深(?!夜)|清(?!晨)|未(?!来)|往(?!年)|历(?!年)"
    r"|[零一二三四五六七八九]{5}"
)

# Most places where a time may begin begin none: each kind is tried only behind its first characters, and a
# point is read once, whether it stands alone or opens a stretch (0.27 → 0.15 ms a page).
_TIME = re.compile(
    rf"""
    (?=[{_STARTS}])(?!{_NO_START})(?:
    (?=[从自]?[{_POINT_STARTS}])(?:
        (?P<iso>(?<!\d)(?:19|20)\d\d[-./](?:0?[1-9]|1[0-2])[-./](?:[12]\d|3[01]|0?[1-9])(?!\d)
            (?:[\sT]?\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?)
      | (?P<years>(?:从|自)?(?<!\d)(?:19|20)\d\d{_GAP}(?:19|20)\d\d(?:年度?|(?=[^\d年]|$)))
      | (?P<months>(?:从|自)?(?:{YEAR_PART})?{MONTH}(?:月)?(?:{_GAP}|、){MONTH}月(?:份)?(?!球|亮|饼))
      | (?P<plan>{_FIVE}(?:期间|时期|末|以来)|{_FIVE}(?=[”"'’]|规划|计划|初|中期|开局|收官))
      | (?P<led>从|自)?{POINT}(?:(?P<range>{_GAP}{POINT}(?:期间|间)?)|(?P<since>以来|至今|迄今
            |(?(led)(?:起|开始|始|(?=[，,]))|起(?![草诉初点步来到码])))|(?(led)(?!)|(?P<point>)))
    )
  | (?=[截到至])(?P<until>(?:截至|截止到?|到|至)\s?{POINT}(?:止)?)
  | (?=[近最过此未今接前])(?P<recent>(?<![附接靠提之])(?:近|最近|过去|此前|未来|今后|接下来|前)(?:的|这)?
        {_COUNT}个?多?(?:年|月|周|天|季度|日)(?:来|以来|间|内|里|时间|中)?)
  | (?=[\d二三四五六七八九十两])(?P<lately>(?<![第\d.前后])
        (?:\d{{1,2}}|[二三四五六七八九十两]{{1,2}})多?年来(?!自))
  | (?=[近历多长一前不往日自从])(?P<vague>近年来?|近些年来?|历年来?|多年来?|长期以来|一直以来|近期|前不久
        |不久前|往年|近日|日前|(?:自|从)[^，。；：、,;\d]{{2,18}}以来)
  | (?=[截目当现眼如迄至])(?P<now>(?:截至|截止到?|截止)(?:到)?(?:目前|发稿|现在|记者|今天|今日|昨日|昨天)?
        (?:发稿)?(?:日期|时间|时|前)?
        |目前|当前|现在|眼下|如今|现阶段|迄今|至今|现已)
  | (?=[今昨前明后当同])(?P<day>{_TODAY})
  | (?=[上本下这周星礼])(?P<week>(?:[上本下这]个?)?(?:周|星期|礼拜)[一二三四五六日天](?![岁年期]))
  | (?=[本上下当年])(?P<month>本月|上月|上个月|下个?月|当月|本季度|上季度|本周|上周|下周|年内)
  | (?=[上\d一二三四五六七八九十])(?P<decade>(?:上?(?:\d\d|[一二]十)?世纪)(?:\d0|[二三四五六七八九]十)年代
        (?:初|末|中期|后期)?|(?:\d\d|[二三四五六七八九]十)年代|二十一世纪|21世纪)
  | (?=[凌清早上中下傍晚夜深\d一二三四五六七八九十])(?P<clock>{_HALF_DAY}\s?{_CLOCK}
        (?:{_GAP}{_HALF_DAY}{_CLOCK})?|(?:凌晨|早上|上午|中午|下午|晚上|晚间|傍晚)(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})[点时])
    )
    """,
    re.VERBOSE,
)
_POINT = re.compile(POINT)
_ROC = re.compile("民国|台湾|台北|新北|行政院|卫生署|国健局|健保局|立委")
_NAMED_YEAR = re.compile("(?:从|自|到|至)?[今去明前]年")
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


@record
class Time:
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


def find_times(text: str, published: date | None, breaks: list[int]) -> list[Time]:
    """All times from left to right; `breaks` are the places where sentences begin."""
    found: list[Time] = []
    context: date | None = None
    seen: date | None = None
    sentence = -1
    is_roc = _ROC.search(text) is not None
    for match in _TIME.finditer(text):
        number = bisect_right(breaks, match.start())
        if number != sentence:
            sentence, context = number, None
        time = _resolve(match, published, context, seen, is_roc)
        if time is None:
            continue
        if time.span.first is not None and (time.how == "stated" or _NAMED_YEAR.match(match[0])):
            context = time.span.first
        day = time.span.first if time.is_day and time.shape == "point" else None
        if day is not None and (published is None or day <= published):
            seen = day
        found.append(time)
    return found


def _resolve(
    match: re.Match[str], published: date | None, context: date | None, seen: date | None, is_roc: bool
) -> Time | None:
    shape = str(match.lastgroup)
    text = match[0]
    plain = Time(match.start(), match.end(), "point", NOWHEN, "unknown")
    if shape in ("point", "since", "until", "range", "iso"):
        return _resolve_points(text, shape, plain, published, context, is_roc)
    if shape == "years":
        first, last = re.findall(r"\d{4}", text)
        if int(first) >= int(last):
            return None
        return plain.meant(year_span(int(first), int(last)), "stated", "span", is_year=True)
    if shape == "months":
        span, how = read_months(text, published, context)
        return plain.meant(span, how, "span")
    if shape == "plan":
        return _resolve_plan(text, plain)
    if shape == "clock":
        return plain.shaped("clock")
    if shape in ("vague", "decade"):
        return plain.shaped("vague")
    if published is None:
        return plain.shaped("now" if shape == "now" else "point")
    if shape in ("recent", "lately"):
        return _resolve_recent(text, plain, published)
    if shape == "week":
        day = weekday(text, published)
        return plain.meant(Span(day, day), "resolved", is_day=True)
    if shape == "now":
        return plain.meant(Span(published, published), "resolved", "now", is_day=True)
    if shape == "day":
        return _resolve_day(text, plain, published, seen)
    return plain.meant(month_word(text, published), "resolved", "span")


def _resolve_points(
    text: str, shape: str, plain: Time, published: date | None, context: date | None, is_roc: bool
) -> Time | None:
    if shape == "iso":
        numbers = [int(part) for part in re.split(r"[-./]", re.match(r"[\d./-]+", text)[0])]  # type: ignore[index]
        try:
            day = date(*numbers)
        except (TypeError, ValueError):
            return None
        return plain.meant(Span(day, day), "stated", is_day=True)
    points = [read_point(part, published, context, is_roc) for part in _points(text)]
    if not points or any(point is None for point in points):
        return None if all(point is None for point in points) else plain
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


def _resolve_plan(text: str, plain: Time) -> Time | None:
    name = re.sub(r"[“”\"'‘’]|期间|时期|末|以来", "", text)
    first = _PLANS.get(name)
    if first is None:
        return None
    span = (
        Span(date(first + 4, 12, 31), date(first + 4, 12, 31))
        if text.endswith("末")
        else year_span(first, first + 4)
    )
    return plain.meant(span, "stated", "label", is_year=True)


def _resolve_day(text: str, plain: Time, published: date, seen: date | None) -> Time | None:
    if text in ("当天", "当日", "同日"):
        return plain.meant(Span(seen, seen), "resolved" if seen else "unknown", is_day=True)
    day = published - timedelta(days=_DAYS_BACK[text[0]])
    return plain.meant(Span(day, day), "resolved", is_day=True)


def _resolve_recent(text: str, plain: Time, published: date) -> Time | None:
    match = re.search(_COUNT + r"(?=个?多?(?:年|月|周|天|季度|日))", text)
    numeral = read_numeral(match[0]) if match else None
    if match is None or numeral is None or numeral.low is None:
        return plain.shaped("vague")
    count = int(numeral.low)
    unit = text[match.end() :].lstrip("个多")[0]
    is_ahead = text.startswith(("未来", "今后", "接下来"))
    if text.startswith("前") and unit in "月季" and not is_ahead:
        months = min(12, count * (3 if unit == "季" else 1))
        return plain.meant(month_span(published.year, 1, months), "resolved", "span")
    if text.startswith("前"):
        return plain.shaped("vague")
    return plain.meant(stretch(count, unit, published, is_ahead), "resolved", "span", is_year=unit == "年")
