"""Times in prose: where they stand and which days they mean, seen from the day of publication.

The text is folded before. A point is a year, month or day, printed or named (今年9月, 年底); around it stand
words that open or close a stretch (从…起, 截至…, …以来).
"""

import re
from bisect import bisect_right
from datetime import date
from operator import attrgetter

from transform.figures.days import Span, day_or_none, shift_months, year_before
from transform.figures.occasions import find_occasions
from transform.figures.points import MONTH, POINT, YEAR_PART
from transform.figures.times import COUNT, Time, resolve
from transform.patterns import compiled

_GAP = r"\s?(?:至|到|—{1,2}|-{1,2}|~|―{1,2})\s?"
_CLOCK = (
    r"(?<![之\d.百千万零一二三四五六七八九十])(?:\d{1,2}:\d{2}(?::\d{2})?(?:分|时)?"
    r"|(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:时(?!间|代)|点(?=[整半许左钟]|分|(?:\d{1,2}|[一二三四五]?十?[一二三四五六七八九]?)[分刻]))"
    r"(?:\d{1,2}分|半|整|许|左右|钟|[一二三四五]?十?[一二三四五六七八九]?分)?)"
)
_HALF_DAY = r"(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|晚|夜间|深夜|早)?"
_FIVE = r"(?:十[一二三四五]|九|八)五"
_TODAY = r"[今昨明]日|[今昨前明后当]天|今晨|[今昨]晚|[当同]日|[今昨前明]\s?\(\d{1,2}\)\s?[日天]?"
_STARTS = "\\d从自十九八截到至近最过此未今接前历多长一不往目当现眼如迄昨明后同次来翌上下本"
_STARTS += "去周星礼凌清早中傍晚夜深民二三四五六七年零两半首头“\"'‘"
_POINT_STARTS = "\\d一二三四五六七八九十零民今去明前本上下后次当同来翌年昨岁第"
_NO_START = (
    r"(?<=\d)\d|半(?!个?[年月](?:之|以)?内)|[首头](?![\d二三四五六七八九十两季])|\d+(?:\.\d+)?(?![\d年月日号时点周世个:：至到~—、/.\s-])|不(?!久)|中(?!午)|一(?![月季直九十二])|“(?![十九八])"
    r"|年(?![初底末内终])|两(?!年来|年多来|个?[年月][之以]?内)|上(?![上年月周个半星礼午世季])|下(?![月周个半星礼午])|来(?!年)|现(?![在阶已])|民(?!国)|多(?!年)"
    r"|同(?![年日])|本(?![年月周季星])|过(?!去)|明(?![年天日])|此(?!前)|长(?!期)|次(?!年)|如(?!今)|接(?!下)|目(?!前)|后(?![年天])"
    rf"|[到截](?![至止到]|\s?[{_POINT_STARTS}])|最(?!近)|去(?!年)|当(?![年月天日前])|深(?!夜)|清(?!晨)|未(?!来)|往(?!年)|历(?!年)"
    r"|[零一二三四五六七八九]{5}"
)

# Most places where a time may begin begin none: a search skips to the characters that may (see `skips.py`),
# each kind is tried only behind its first ones, and a point is read once, whether it stands alone or opens a
# stretch. So a match is one character; the group that tells the kind ends where the time ends.
_TIME = compiled(
    rf"""
    [{_STARTS}](?<=(?!{_NO_START}).)(?<=(?=(?:
    (?=[从自]?[{_POINT_STARTS}])(?:
        (?P<iso>(?<!\d)(?:19|20)\d\d[-./](?:0?[1-9]|1[0-2])[-./](?:[12]\d|3[01]|0?[1-9])(?!\d)
            (?:[\sT]?\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?)
      | (?P<years>(?:从|自)?(?<!\d)(?:19|20)\d\d{_GAP}(?:19|20)\d\d(?:年度?|(?=[^\d年]|$)))
      | (?P<months>(?:从|自)?(?:{YEAR_PART})?{MONTH}(?:月)?(?:{_GAP}|、){MONTH}月(?:份)?(?!球|亮|饼))
      | (?P<plan>{_FIVE}(?:期间|时期|末|以来)|{_FIVE}(?=[”"'’]|规划|计划|初|中期|开局|收官))
      | [从自]{POINT}(?:(?P<from_range>{_GAP}{POINT}(?:期间|间)?)
            |(?P<from_since>以来|以后|至今|迄今|起|开始|始|(?=[，,])))
      | {POINT}(?:(?P<range>{_GAP}{POINT}(?:期间|间)?)
            |(?P<since>以来|以后|至今|迄今|起(?![草诉初点步来到码]))|(?P<point>))
    )
  | (?=[截到至])(?P<until>(?:截至|截止到?|到|至)\s?{POINT}(?:止)?)
  | (?=[近最过此未今接前])(?P<recent>(?<![附接靠提之])(?:近|最近|过去|此前|未来|今后|接下来|前)(?:的|这)?
        {COUNT}个?多?(?:年|月|周|天|季度?|日)(?:来|以来|间|内|里|时间|中)?)
  | (?=[\d半二三四五六七八九十两])(?P<within>(?<![\d.第近])
        (?:\d{{1,2}}|[二三四五六七八九十两]{{1,2}}|半)个?(?:年|月)(?:之|以)?内)
  | (?=[首头])(?P<heads>[首头](?:\d{{1,2}}|[二三四五六七八九十两]{{1,2}})(?:个月|个?季度?)|首季度)
  | (?=[\d二三四五六七八九十两])(?P<lately>(?<![第\d.前后])
        (?:\d{{1,2}}|[二三四五六七八九十两]{{1,2}})多?年来(?!自))
  | (?=[近历多长一前不往日自从])(?P<vague>近年来?|近些年来?|历年来?|多年来?|长期以来|一直以来|近期|前不久
        |不久前|往年|近日|日前|(?:自|从)[^，。；：、,;\d]{{2,18}}以来)
  | (?=[截目当现眼如迄至])(?P<now>(?:截至|截止到?|截止)(?:到)?(?:目前|发稿|现在|记者|今天|今日|昨日|昨天)?
        (?:发稿)?(?:日期|时间|时|前)?
        |目前|当前|(?<![发出表体实呈展浮])现(?:在|阶段|已)|眼下|如今|迄今|至今)
  | (?=[今昨前明后当同])(?P<day>{_TODAY})
  | (?=[上本下这周星礼])(?P<week>(?:(?:上上|[上本下这])个?)?(?:周|星期|礼拜)[一二三四五六日天](?![岁年期]))
  | (?=[本上下当年])(?P<month>本月|(?:上|上上)个?月|下个?月|当月|本季度|上季度|(?:上上|[本上下])周末?|年内)
  | (?=[上\d一二三四五六七八九十])(?P<decade>(?:(?:上个?|\d\d|[一二]?十[一二三四五六七八九]?)世纪)?
        (?:\d0|[二三四五六七八九]十)年代(?:初期?|末期?|中后?期|后期|中叶|前期)?|二十一世纪|21世纪)
  | (?=[凌清早上中下傍晚夜深\d一二三四五六七八九十])(?P<clock>{_HALF_DAY}\s?{_CLOCK}
        (?:{_GAP}{_HALF_DAY}{_CLOCK})?|(?:凌晨|早上|上午|中午|下午|晚上|晚间|傍晚)(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})[点时])
    )).)
    """,
    re.VERBOSE,
)
_ROC = compiled("民国|台湾|台北|新北|行政院|卫生署|国健局|健保局|立委")
_TO_DAY = compiled(r"[至到]\d{1,2}[日号]")
_PART_OF_DAY = compiled("(?:凌晨|清晨|早晨|早上|早|上午|中午|下午|傍晚|晚上|晚|夜间|夜里|夜|白天|起)?")
_NAMED_YEAR = compiled("(?:从|自|到|至)?[今去明前]年")


def find_times(text: str, published: date | None, breaks: list[int]) -> list[Time]:
    """All times from left to right; `breaks` are the places where sentences begin."""
    found: list[Time] = []
    context: date | None = None
    told: date | None = None
    seen: date | None = None
    sentence = -1
    is_roc = _ROC.search(text) is not None
    end = 0
    while match := _TIME.search(text, end):
        group = str(match.lastgroup)
        start, end = match.start(), match.end(group)
        number = bisect_right(breaks, start)
        if number != sentence:
            is_next = number == sentence + 1 and group in ("months", "range", "from_range")
            is_next = is_next and text[breaks[sentence] - 1] != "\n"
            context = context if is_next and _is_ahead(found, published) else None
            sentence = number
        year = told if context is None and text.startswith("同年", start) else context
        time = resolve(text, start, end, group.removeprefix("from_"), published, year, seen, is_roc)
        if time is None:
            continue
        if time.span.first is not None and (time.how == "stated" or _NAMED_YEAR.match(text, start, end)):
            context = told = time.span.first
        day = time.span.first if time.is_day and time.shape == "point" else None
        if day is not None and (published is None or day <= published):
            seen = day
        if found and time.is_day and text[found[-1].end : start] == "(":
            time = _said_twice(time, found[-1])
        if found and time.shape == "until" and found[-1].end == time.start:
            time = _since_new_year(time, found[-1])
        if found and found[-1].is_day and time.shape == "until" and _TO_DAY.fullmatch(text, start, end):
            time = _until_day(time, found[-1], text[found[-1].end : start])
        if text.startswith("同期", time.end) and time.is_year and found:
            time = _same_days(time, found[-1])
        found.append(time)
    return _with_occasions(found, find_occasions(text, published, found))


def _is_ahead(found: list[Time], published: date | None) -> bool:
    """Whether the last time lies ahead: a stretch behind it goes on in its year, though news looks back."""
    first = found[-1].span.first if found else None
    return published is not None and first is not None and first > published and found[-1].how == "stated"


def _since_new_year(time: Time, before: Time) -> Time:
    """2025年截至10月底 is what came together in that year until then."""
    first, last = before.span.first, time.span.last
    if first is None or last is None or not before.is_year or first.year != last.year:
        return time
    return time.meant(Span(first, last), time.how, time.shape)


def _until_day(time: Time, before: Time, between: str) -> Time:
    """12日夜间至14日: the day that follows the one before, though news looks back."""
    first, last = before.span.last, time.span.last
    if first is None or last is None or not _PART_OF_DAY.fullmatch(between):
        return time
    day = day_or_none(first.year, first.month, last.day)
    if day is not None and day < first:
        later = shift_months(first, 1)
        day = day_or_none(later.year, later.month, last.day)
    return time if day is None else time.meant(Span(day, day), time.how, time.shape, True)


def _same_days(time: Time, before: Time) -> Time:
    """去年同期 is the days of the time before, a year earlier; unknown where these are."""
    span = year_before(before.span)
    is_earlier = (
        span.first is not None and time.span.first is not None and span.first.year == time.span.first.year
    )
    return time.meant(span, "resolved") if is_earlier else time


def _said_twice(time: Time, before: Time) -> Time:
    """The day in brackets of 明天(12月10日) is the day before the bracket, though news looks back."""
    same, named = before.span.first, time.span.first
    if same is None or named is None or before.span.last != same:
        return time
    return time.meant(before.span, time.how, time.shape, True) if same.day == named.day else time


def _with_occasions(times: list[Time], occasions: list[Time]) -> list[Time]:
    """All in order; one that has taken its year in stands for both."""
    if not occasions:
        return times
    taken = {time.start for time in occasions}
    merged = [time for time in times if time.start not in taken] + occasions
    return sorted(merged, key=attrgetter("start"))
