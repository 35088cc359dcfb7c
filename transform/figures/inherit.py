"""Which of the times around a number is its period."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date

from transform.figures.days import Span
from transform.figures.numerals import read_numeral
from transform.figures.periods import Time
from transform.figures.scene import Scene

_BASELINE = re.compile(r"(?:比|较|与|同|于|由|自|低于|高于|超过|是)$")
_FOR_YEARS = re.compile(r"([一二两三四五六七八九十]|\d{1,2})年(?:时间|内|左右)")
_STOCK = re.compile(r"已有|现有|共有|拥有|目前|仍有|尚有")


@dataclass(frozen=True, slots=True)
class Period:
    """The period of a figure with the words it came from."""

    span: Span
    text: str | None
    how: str


NONE = Period(Span(None, None), None, "unknown")


def period_of(scene: Scene, place: int, kind: str) -> Period:
    """The period of the number at `place`: from its sentence, its paragraph, or the article."""
    layout = scene.layout
    first, last = layout.sentence(place)
    index = bisect_left(scene.time_starts, place) - 1
    found = _last_usable(scene, index, first)
    if found is not None:
        return _closed(_period(scene, found, found.how), layout.text[first:last])
    if scene.published is not None and _STOCK.search(layout.text, layout.clause_start(place), place):
        return Period(Span(scene.published, scene.published), None, "inherited")
    paragraph, _ = layout.paragraph(place)
    while index >= 0 and scene.times[index].start >= first:
        index -= 1
    found = _last_usable(scene, index, paragraph)
    if found is not None and found.span.first is not None:
        return _period(scene, found, "inherited")
    return NONE


def _last_usable(scene: Scene, index: int, first: int) -> Time | None:
    text = scene.layout.text
    while index >= 0 and scene.times[index].start >= first:
        time = scene.times[index]
        if time.shape != "clock" and not is_baseline(text, time) and not _is_byline(text, time):
            return time
        index -= 1
    return None


def _closed(period: Period, sentence: str) -> Period:
    """从2023年起 with 3年时间 in the sentence ends after three years."""
    first = period.span.first
    if first is None or period.span.last is not None:
        return period
    match = _FOR_YEARS.search(sentence)
    numeral = read_numeral(match[1]) if match else None
    if numeral is None or numeral.low is None:
        return period
    return Period(Span(first, date(first.year + int(numeral.low) - 1, 12, 31)), period.text, period.how)


def is_baseline(text: str, time: Time) -> bool:
    """A time that something is compared with (比2022年, 是去年6月以来的最低)."""
    return bool(_BASELINE.search(text, max(0, time.start - 3), time.start))


def _is_byline(text: str, time: Time) -> bool:
    """The day of a report (新华社5月12日电) is no period of what it tells."""
    return text.startswith(("电", "讯", "报道", "消息", "出版"), time.end) or text.startswith(
        (")电", "讯"), time.end
    )


def _period(scene: Scene, time: Time, how: str) -> Period:
    printed = scene.body[time.start : time.end]
    if time.span.first is None and time.span.last is None:
        return Period(time.span, printed, "unknown")
    return Period(time.span, printed, how)
