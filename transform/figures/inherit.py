"""Which of the times around a number is its period."""

from bisect import bisect_left
from datetime import date

from msgspec import Struct

from transform.figures.cues import cue_pattern
from transform.figures.days import NOWHEN, Span
from transform.figures.layout import Spot
from transform.figures.numerals import read_numeral
from transform.figures.scene import Scene
from transform.figures.times import Time
from transform.patterns import compiled

_BASELINE = ("比", "较", "与", "同", "由", "超过")
_CLAUSE_ENDS = frozenset("，。；、)")
_RESTORED = compiled("(?:恢复到|恢复至|相当于|达到)$")
_THAN = compiled("[低高好优大小多少强快慢弱早晚]于$|相当于$|恢复[到至]$")
_RATIO = compiled(r"[^，。；\d]{0,16}的?[^，。；\d]{0,3}[\d.一二三四五六七八九十两几]+多?倍")
_BASE_GOES_ON = ("的", "以来", "同期", "全年", "水平", "年初")
"""What follows a time compared with behind 是; a day on which something happened goes on otherwise."""
_FOR_YEARS = compiled(r"([一二两三四五六七八九十]|\d{1,2})年(?:时间|内|左右)")
_STOCK = compiled(r"已有|现有|拥有|尚有")
_FULL_STOP = compiled("[。！？!?\\n]")
_TOPIC = compiled(
    r"[一二三四五六七八九十]{1,2}(?:是|来)|[^，。；：\d]{2,10}方面(?:，|$)|第?[一二三四五六七八九十]{1,2}[、，]"
)
"""What begins another part of a list; a time before it is not that part's."""
_OCCASION = compiled("(?:上一?个?|本)[一-鿿]{0,4}?(?:季(?!度)|赛季|届|轮)")
"""One occasion among those that return: its days are its own, even where they are not told."""
_REPORT = compiled(r"\)?(?:电|讯|报道|消息|出版)")
DUE = ("到期", "届满", "期满", "前到期")
"""Behind a time that says when something ends, and not when what is told was so."""
_OWN = ("的", "同期", "同期的", "”末的", "”末", "末的")
"""What may stand between a time and the number that is its own, whatever it is compared with."""
_YEAR_AND = compiled(r"(?<!\d)((?:19|20)\d\d)年?[和、及与]$")
_EACH = compiled("分别|依次|各")
_LEADS_ON = compiled(r"[^，。；\d]{1,24}")
"""自2001年[开始推动认证]至今."""
_LOOK_BACK = 20
_AIMS = frozenset(("plan", "target", "forecast"))


class Period(Struct, frozen=True):
    """The period of a figure with the words it came from."""

    span: Span
    text: str | None
    how: str
    time: Time | None = None
    is_loose: bool = False
    """Inherited from a time behind a full stop that is the period of no statistic in its own sentence."""


NONE = Period(NOWHEN, None, "unknown")


def period_of(scene: Scene, spot: Spot, form: str, before: int | None = None) -> Period:
    """The period of the number at a spot: from its sentence or its paragraph; what is there, is so today.

    Times from `before` on belong to another number.
    """
    layout, published = scene.layout, scene.published
    place, first, last = spot.at, spot.first, spot.last
    index = bisect_left(scene.time_starts, place if before is None else before) - 1
    own = scene.times[index] if index >= 0 else None
    if (
        own is not None
        and layout.text[own.end : place] in _OWN
        and own.span.first
        and not _RATIO.match(layout.text, own.end)
        and not _RESTORED.search(layout.text, spot.first, own.start)
    ):
        return _period(scene, own, own.how)
    found = _last_usable(scene, index, first)
    if _OCCASION.search(layout.text, max(spot.segment, found.end if found else 0), place):
        return NONE
    if found is not None:
        period = _begun(scene, found) or _joined(scene, found, place) or _period(scene, found, found.how)
        return _closed(_grown(period, scene, found, place), layout.text[first:last], form)
    has = layout.text.find("有", spot.segment, place) if published is not None else -1
    if published is not None and has >= 0 and _STOCK.search(layout.text, layout.clause_start(spot), place):
        return Period(Span(published, published), None, "inherited")
    return _carried_on(scene, spot)


def _carried_on(scene: Scene, spot: Spot) -> Period:
    """The period that a sentence without a time goes on about, from those before it in its paragraph.

    What stands behind a semicolon goes on, unless it is the next part of a list. Behind a full stop a time
    holds that has measured something; before 其中 that may be another than the last.
    """
    text, first = scene.layout.text, spot.first
    paragraph, _ = scene.layout.paragraph(spot.at)
    index = bisect_left(scene.time_starts, first) - 1
    found = _last_usable(scene, index, paragraph)
    if found is None or found.span.first is None or found.span.last is None:
        return NONE
    if _TOPIC.match(text, first, spot.at):
        return NONE
    is_loose = False
    if _FULL_STOP.search(text, found.end, first):
        if found.shape == "now" or cue_pattern("standing").search(text, first, spot.at):
            return NONE
        sentence = scene.layout.sentence(found.start)[0] if text.startswith("其中", first) else found.start
        told = [t for t in scene.times_between(sentence, found.start + 1) if t.start in scene.telling]
        found, is_loose = (told[-1], False) if told else (found, True)
    return Period(found.span, scene.body[found.start : found.end], "inherited", found, is_loose)


def former_time(scene: Scene, spot: Spot, former: int) -> int | None:
    """Where the time of the value before a change stands (由[9月]的9568亿美元增至…)."""
    times = scene.times_between(spot.segment, former)
    if not times or scene.layout.text[times[-1].end : former] not in ("", "的"):
        return None
    return times[-1].start


def unless_past(period: Period, status: str, published: date | None) -> Period:
    """What is planned does not inherit a period that is over, a rule only the stretch for which it holds.

    Nor does what is so inherit one that lies ahead, or one that only dates an event.
    """
    first, last = period.span.first, period.span.last
    if period.how == "inherited" and status == "actual" and published and first and first > published:
        return NONE
    is_inherited = period.how == "inherited"
    if is_inherited and status == "rule-limit" and (period.time is None or period.time.shape != "span"):
        return NONE
    if period.is_loose and status == "actual":
        return NONE
    is_closed = period.how == "inherited" or (period.text or "").startswith(("截至", "截止"))
    if is_closed and status in _AIMS and published and last and last < published:
        return NONE
    return period


def is_baseline(text: str, time: Time) -> bool:
    """A time that something is compared with (比2022年, 是去年6月以来的最低)."""
    before = text[max(0, time.start - 3) : time.start].rstrip("\n“\"'‘")
    if before.endswith("是"):
        is_ratio = _RATIO.match(text, time.end, time.end + 30) is not None
        return is_ratio or text.startswith(_BASE_GOES_ON, time.end) or time.shape == "since"
    if time.is_year and before.endswith("于") and text[time.end : time.end + 1] in _CLAUSE_ENDS:
        return True  # 建于1958年，总库容…: when it came to be is no period of what it is
    return before.endswith(_BASELINE) or _THAN.search(before) is not None


def _last_usable(scene: Scene, index: int, first: int) -> Time | None:
    text = scene.layout.text
    last = max(-1, index - _LOOK_BACK)
    while index > last and scene.times[index].start >= first:
        time = scene.times[index]
        is_report = time.is_day and _REPORT.match(text, time.end)
        is_due = text.startswith(DUE, time.end)
        if time.shape != "clock" and not is_baseline(text, time) and not is_report and not is_due:
            return time
        index -= 1
    return None


def _period(scene: Scene, time: Time, how: str) -> Period:
    printed = scene.body[time.start : time.end]
    if time.span.first is None and time.span.last is None:
        return Period(time.span, printed, "unknown")
    return Period(time.span, printed, how, time)


def _begun(scene: Scene, time: Time) -> Period | None:
    """自7月1日起，迄今: both ends of one stretch."""
    index = bisect_left(scene.time_starts, time.start) - 1
    before = scene.times[index] if time.shape == "now" and index >= 0 else None
    if before is None or before.shape != "since" or before.span.first is None or before.span.last is not None:
        return None
    between = scene.layout.text[before.end : time.start]
    is_led = _LEADS_ON.fullmatch(between) and scene.layout.text.startswith(("至今", "迄今"), time.start)
    if between not in ("", "，", "、") and not is_led:
        return None
    span = Span(before.span.first, time.span.last)
    return Period(span, scene.body[before.start : time.end], before.how, time)


def _joined(scene: Scene, time: Time, place: int) -> Period | None:
    """2019年和2020年, 2019和2020年: two years named together are one stretch, unless each has its own."""
    first, last = time.span.first, time.span.last
    if not time.is_year or time.shape != "point" or first is None or last is None:
        return None
    if scene.layout.text[time.start - 1] not in "和、及与":
        return None
    before = _YEAR_AND.search(scene.layout.text, max(0, time.start - 8), time.start)
    if before is None or int(before[1]) != first.year - 1 or _EACH.search(scene.layout.text, time.end, place):
        return None
    printed = scene.body[before.start() : time.end]
    return Period(Span(date(first.year - 1, 1, 1), last), printed, time.how, time)


def _grown(period: Period, scene: Scene, time: Time, place: int) -> Period:
    """到2025年新增 counts from the year of publication on."""
    last, published = period.span.last, scene.published
    if time.shape != "until" or published is None or last is None or last <= published:
        return period
    if not cue_pattern("growth").search(scene.layout.text, time.end, place):
        return period
    return Period(Span(date(published.year, 1, 1), last), period.text, period.how, period.time)


def _closed(period: Period, sentence: str, form: str) -> Period:
    """从2023年起 with 3年时间 ends after three years; a doubling within years is reached in the last."""
    first, last = period.span.first, period.span.last
    if form == "doubling" and first and last and last.year > first.year:
        return Period(Span(date(last.year, 1, 1), last), period.text, period.how)
    if first is None or last is not None:
        return period
    match = _FOR_YEARS.search(sentence)
    numeral = read_numeral(match[1]) if match else None
    if numeral is None or numeral.low is None:
        return period
    return Period(Span(first, date(first.year + int(numeral.low) - 1, 12, 31)), period.text, period.how)
