"""When an article was published: stated, from its dateline or from its address; else nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from transform.maintext.blocks import Document, MainText
from transform.metadata.byline import words
from transform.metadata.stamps import Stamp, find_stamps, has_stamp

_LABEL = re.compile(r"(?:发[布表稿]|刊[登发]|上传|张贴|出版)|(?:时间|日期)\s*[:：]|由\S{1,16}于\s*$")
_UPDATE = re.compile(r"更新")
_NEAR = re.compile(r"来源|作者|记者|编辑|字号|字体|阅读|点击|浏览|评论|\bby\b", re.I)
_CALENDAR = re.compile(r"星期|周[一二三四五六日]|农历|今天是|当前时间|现在时间")
_SENTENCE = re.compile(r"[，。；]")
_RIGHTS = re.compile(r"版权所有|copyright|©|备案|许可证|ICP", re.I)
_YEARS = re.compile(
    r"(?:版权所有|copyright|©|&copy;)\D{0,40}((?:19|20)\d\d)(?:\s*[-–—~至]\s*((?:19|20)\d\d))?", re.I
)
_YEARS_BEFORE = re.compile(
    r"((?:19|20)\d\d)(?:\s*[-–—~至]\s*((?:19|20)\d\d))?\s*(?:版权所有|copyright|©)", re.I
)
_LEAD = re.compile(
    r"^(?:[^，。；]{0,30}(?:电|讯)|[(（][^()（）]{2,25}[)）]|\s)*[^，。；\d]{0,4}?(?<![\d至到-])(?:((?:19|20)\d\d)年)?(0?[1-9]|1[0-2])月(0?[1-9]|[12]\d|3[01])日(?!起|前|至|到|之前|—|-|、|开始|正式实施)"
)


@dataclass(frozen=True, slots=True)
class Published:
    """The day, how it is known, and where it stood."""

    iso: str
    how: str
    evidence: str


def find_published(
    document: Document, main: MainText, body: str, restore: Any, url: str | None, seen_on: date | None
) -> Published | None:
    """The best of what the page says of its day; nothing that lies in the future of when it was seen."""
    latest = seen_on + timedelta(days=1) if seen_on else date(9999, 1, 1)
    found = _from_head(document, latest) or _from_lines(document, main, restore, latest)
    if found is not None:
        return found
    address = url or document.head.metas.get("og:url") or document.head.canonical
    day = date_in_address(address) if address else None
    if day is not None and day <= latest:
        return Published(day.isoformat(), "url", "the address")
    return _from_lead(document, body, seen_on)


def _from_head(document: Document, latest: date) -> Published | None:
    said = [
        (f"meta {name}", document.head.metas[name])
        for name in words()["date_metas"]
        if name in document.head.metas
    ]
    said += [
        ("JSON-LD", str(item["datePublished"])) for item in document.head.items if item.get("datePublished")
    ]
    said += [("a <time> element", value) for value in document.head.times[:1]]
    return next((found for where, value in said if (found := read_moment(value, where, latest))), None)


def read_moment(value: str, where: str, latest: date) -> Published | None:
    """The first day that a value of the page states, if it can be one of publication."""
    stamp = next(find_stamps(_dashed(value)), None)
    if stamp is None or not date(1990, 1, 1) <= stamp.day <= latest:
        return None
    return Published(_without_midnight(stamp), "stated", where)


def _dashed(value: str) -> str:
    """20230424 and 20230424102213 as dates with dashes."""
    match = re.fullmatch(r"\s*((?:19|20)\d\d)([01]\d)([0-3]\d)(?:([0-2]\d)([0-5]\d)([0-5]\d)?)?\s*", value)
    if not match:
        return value
    year, month, day, hour, minute, second = match.groups()
    return f"{year}-{month}-{day}" + (f" {hour}:{minute}:{second or '00'}" if hour else "")


def _without_midnight(stamp: Stamp) -> str:
    return stamp.day.isoformat() if stamp.time == "00:00:00" else stamp.iso


def _from_lines(document: Document, main: MainText, restore: Any, latest: date) -> Published | None:
    """The stamp of a line by the headline, before any side bar's."""
    kept = [choice.index for choice in main.kept]
    first, last = (kept[0], kept[-1]) if kept else (0, 0)
    inside = set(kept)
    top = main.headline if main.headline is not None else first
    best: tuple[float, Published] | None = None
    edges = {*kept[:4], *kept[-2:]}
    days: set[date] = set()
    for index, block in enumerate(document.blocks):
        if not (8 <= len(block.text) <= 250 and has_stamp(block.text)):
            continue
        text = restore(block.text)
        for stamp in find_stamps(text):
            if not date(1990, 1, 1) <= stamp.day <= latest:
                continue
            rest = text[: stamp.start] + text[stamp.end :]
            score = 0.0
            before = text[max(0, stamp.start - 12) : stamp.start]
            is_labelled = _LABEL.search(before) is not None
            if index in inside and not is_labelled and len(rest) > 12 and _SENTENCE.search(text):
                continue  # a sentence tells of a day, it does not state the article's
            score += 3 if is_labelled else 1.5 if _UPDATE.search(rest) else 0
            score += 1 if stamp.time else 0
            score += 1.5 if _NEAR.search(rest) else 0
            score -= 3 if _CALENDAR.search(rest) and not _NEAR.search(rest) else 0
            score -= 6 if _RIGHTS.search(rest) else 0
            score -= 4 if block.linked * 5 > len(block.text) * 4 else 0
            score += 0.5 if len(text) < 60 else 0
            days.add(stamp.day)
            if index in inside:
                score -= 2 if len(text) > 60 else 0
                score += 1 if index in edges else 0
                score += 1.5 if index in edges and len(rest.strip()) < 12 else 0
            elif top <= index <= max(first, top) + 1:
                score += 3.5 - 0.05 * (index - top)
            elif index < top:
                score += 2.2 - 0.25 * (top - index)
            elif index > last:
                score += 1.2 - 0.4 * (index - last) - (3 if len(rest.strip()) < 4 else 0)
            if best is None or score > best[0]:
                best = (score, Published(stamp.iso, "stated", f"“{text[:40]}”"))
    return best[1] if best and best[0] >= (0.5 if len(days) == 1 else 2) else None


def date_in_address(address: str) -> date | None:
    """The day that an address carries: /2023/04/24/, /20230424/, /t20230424_1.htm.

    >>> date_in_address("http://news.example/a/2023-04/24/c_1.htm"), date_in_address("http://news.example/2023/04/1.htm")
    (datetime.date(2023, 4, 24), None)
    """
    path = re.sub(r"^https?://[^/]+", "", address)
    for match in re.finditer(
        r"(?<!\d)((?:19|20)\d\d)[-/_]?(0[1-9]|1[0-2])[-/_]?(0[1-9]|[12]\d|3[01])(?=\D|$|\d{4,})", path
    ):
        try:
            return date(*map(int, match.groups()))
        except ValueError:
            continue
    return None


def _from_lead(document: Document, body: str, seen_on: date | None) -> Published | None:
    """The day of the lead, its year the last that is possible: news looks back."""
    match = _LEAD.search(body)
    if match is None:
        return None
    year, month, day = match.groups()
    bound = seen_on or _page_was_there(document)
    years = [int(year)] if year else [bound.year, bound.year - 1] if bound else []
    told = [int(y) for y in re.findall(r"((?:19|20)\d\d)年(?!底|至|到|-|—|前|末)", body[:3000])]
    for candidate in years:
        try:
            when = date(candidate, int(month), int(day))
        except ValueError:
            continue
        if (bound is None or when <= bound) and (year or bound):
            if not year and told and max(told) > candidate and max(told) <= (bound.year if bound else 0):
                return None
            return Published(when.isoformat(), "dateline", f"“{match.group(0)[-30:]}” in the lead")
    return None


def _page_was_there(document: Document) -> date | None:
    """The last day that the page itself shows: stamps of its side bars, the years of its copyright line."""
    last: date | None = None
    for block in document.blocks:
        if not 8 <= len(block.text) <= 250:
            continue
        for stamp in find_stamps(block.text):
            if stamp.day.year < 2100 and (last is None or stamp.day > last):
                last = stamp.day
        for pattern in (_YEARS, _YEARS_BEFORE):
            match = pattern.search(block.text.replace("權", "权").replace("版权", "版权"))
            if match and last is None:
                last = date(int(match.group(2) or match.group(1)), 12, 31)
    return last
