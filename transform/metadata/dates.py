"""When an article was published: stated, from its dateline or from its address; else nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from msgspec import Struct

from transform.maintext.blocks import Document, MainText
from transform.metadata.byline import words
from transform.metadata.dated_lines import EARLIEST, LONGEST, SHORTEST, find_dated_line
from transform.metadata.stamps import Stamp, find_stamps
from transform.patterns import compiled

Restore = Callable[[str], str]

_YEARS = compiled(
    r"(?:版权所有|copyright|©|&copy;)\D{0,40}((?:19|20)\d\d)(?:\s*[-–—~至]\s*((?:19|20)\d\d))?", re.I
)
_YEARS_BEFORE = compiled(
    r"((?:19|20)\d\d)(?:\s*[-–—~至]\s*((?:19|20)\d\d))?\s*(?:版权所有|copyright|©)", re.I
)
_YEARS_TOLD = compiled(r"((?:19|20)\d\d)年(?!底|至|到|-|—|前|末)")
_DATELINE = compiled(
    r"\W*[㐀-鿿·]{2,16}?(?:\W{0,2}(?:记者|通讯员)[^，。；\d]{2,12}?)?\s*(?:((?:19|20)\d\d)年)?"
    r"(0?[1-9]|1[0-2])月(0?[1-9]|[12]\d|3[01])日(?=\s*(?:专?电|讯|消息))"
)
"""某某社江城5月17日电."""
_LEAD = compiled(
    r"^(?:[^，。；]{0,30}(?:电|讯)|[(（][^()（）]{2,25}[)）]|\s)*[^，。；\d]{0,4}?(?<![\d至到-])(?:((?:19|20)\d\d)年)?(0?[1-9]|1[0-2])月(0?[1-9]|[12]\d|3[01])日(?!起|前|至|到|之前|—|-|、|开始|正式实施)"
)

_DIGITS = compiled(r"\s*((?:19|20)\d\d)([01]\d)([0-3]\d)(?:([0-2]\d)([0-5]\d)([0-5]\d)?)?\s*")
_HOST = compiled(r"https?://[^/]+")
_IN_ADDRESS = compiled(
    r"(?<!\d)((?:19|20)\d\d)[-/_]?(0[1-9]|1[0-2])[-/_]?(0[1-9]|[12]\d|3[01])(?=\D|$|\d{4,})"
)


class Published(Struct, frozen=True):
    """The day, how it is known, and where it stood."""

    iso: str
    how: str
    evidence: str


def find_published(
    document: Document,
    main: MainText,
    body: str,
    restore: Restore,
    url: str | None = None,
    seen_on: date | None = None,
    today: date | None = None,
) -> Published | None:
    """The best of what the page says of its day; nothing later than when it was seen or read."""
    latest = latest_day(seen_on, today)
    found = _from_head(document, latest) or _from_lines(document, main, restore, latest)
    if found is not None:
        return found
    address = url or document.head.metas.get("og:url") or document.head.canonical
    day = date_in_address(address) if address else None
    if day is not None and day <= latest:
        return Published(day.isoformat(), "url", "the address")
    return _from_lead(document, body, seen_on, latest)


def latest_day(seen_on: date | None, today: date | None) -> date:
    """The last day that an article can be of: a day more, as clocks of the earth differ."""
    bound = seen_on or today
    return bound + timedelta(days=1) if bound else date.max


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
    if stamp is None or not EARLIEST <= stamp.day <= latest:
        return None
    return Published(_without_midnight(stamp), "stated", where)


def _dashed(value: str) -> str:
    """20230424 and 20230424102213 as dates with dashes."""
    match = _DIGITS.fullmatch(value)
    if not match:
        return value
    year, month, day, hour, minute, second = match.groups()
    return f"{year}-{month}-{day}" + (f" {hour}:{minute}:{second or '00'}" if hour else "")


def _without_midnight(stamp: Stamp) -> str:
    return stamp.day.isoformat() if stamp.time == "00:00:00" else stamp.iso


def _from_lines(document: Document, main: MainText, restore: Restore, latest: date) -> Published | None:
    found = find_dated_line(document, main, restore, latest)
    return Published(found.stamp.iso, "stated", f"“{found.text[:40]}”") if found else None


def date_in_address(address: str) -> date | None:
    """The day that an address carries: /2023/04/24/, /20230424/, /t20230424_1.htm.

    >>> date_in_address("http://news.example/a/2023-04/24/c_1.htm"), date_in_address("http://news.example/2023/04/1.htm")
    (datetime.date(2023, 4, 24), None)
    """
    host = _HOST.match(address)
    for match in _IN_ADDRESS.finditer(address[host.end() :] if host else address):
        try:
            return date(*map(int, match.groups()))
        except ValueError:
            continue
    return None


def _from_lead(document: Document, body: str, seen_on: date | None, latest: date) -> Published | None:
    """The day of the lead, its year the last that is possible: news looks back."""
    match = _DATELINE.match(body) or _LEAD.search(body)
    if match is None:
        return None
    year, month, day = match.groups()
    bound = latest if year else seen_on or _page_was_there(document, latest)
    if bound is None:
        return None
    told = [int(y) for y in _YEARS_TOLD.findall(body[:3000])]
    for candidate in (int(year),) if year else (bound.year, bound.year - 1):
        try:
            when = date(candidate, int(month), int(day))
        except ValueError:
            continue
        if when <= bound:
            if not year and candidate < max(told, default=0) <= bound.year:
                return None
            return Published(when.isoformat(), "dateline", f"“{match.group(0)[-30:]}” in the lead")
    return None


def _page_was_there(document: Document, latest: date) -> date | None:
    """The last day that the page itself shows: stamps of its side bars, the years of its copyright line."""
    last: date | None = None
    for block in document.blocks:
        if not SHORTEST <= len(block.text) <= LONGEST:
            continue
        days = [stamp.day for stamp in find_stamps(block.text) if stamp.day <= latest]
        last = max([*days, last or date.min]) if days else last
        text = block.text.replace("權", "权")
        if last is None and (match := _YEARS.search(text) or _YEARS_BEFORE.search(text)):
            last = date(int(match.group(2) or match.group(1)), 12, 31)
    return last
