"""Which stamped line of a page says when its article was published: by its label, its words and its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache

from msgspec import Struct

from transform.maintext.blocks import Block, Document, MainText
from transform.metadata.stamps import Stamp, find_stamps, has_stamp, may_have_stamp
from transform.patterns import compiled
from transform.vocabulary import read_words

EARLIEST = date(1990, 1, 1)
SHORTEST, LONGEST = 8, 250
"""Lines of so many characters are read."""
BEFORE = 12
"""A label is looked for so far before a day."""
ENOUGH, ENOUGH_ALONE = 2.0, 0.5
"""What a day must weigh; less where the page's lines show no other."""

LABELS = {"published": 3.0, "written": 2.0, "updated": 1.0}
WITH_TIME = 1.0
BESIDE_SOURCE = 1.5
"""来源, 作者 or 阅读 in the same line."""
SHORT_LINE, SHORT = 0.5, 60
OF_ISSUE = 3.0
CLOCK = -3.0
RIGHTS = -6.0
LINKED = -4.0

IN_LONG_PARAGRAPH = -2.0
AT_AN_EDGE = 1.0
"""In the first four or the last two paragraphs of the article."""
ALONE_AT_AN_EDGE, ALONE = 1.5, 12
"""And with fewer than so many other characters."""
UNDER_HEADLINE, A_LINE_DOWN = 3.5, -0.05
OVER_HEADLINE, A_LINE_UP = 2.2, -0.25
BEHIND, A_LINE_BEHIND = 1.2, -0.4
BARE_BEHIND, BARE = -3.0, 4
"""A line behind the article that is little but a day is a side bar's."""

_NEAR = compiled(r"来源|作者|记者|编辑|字号|字体|阅读|点击|浏览|评论|\bby\b", re.I)
_ANY_LABEL = compiled(r"(?:时间|日期)\s*[:：]|由\S{1,16}于\s*$")
_WEEKDAY = compiled(r"星期|周[一二三四五六日]")
_PAGE_OF_PAPER = compiled(r"第\s*[A-Z]?\d{1,3}\s*版|第\s*\d{2,6}\s*期")
_TO = compiled(r"\s*[至到—~～-]+\s*")
_SENTENCE = compiled(r"[，。；]")
_RIGHTS = compiled(r"版权所有|copyright|©|备案|许可证|ICP", re.I)


class DatedLine(Struct, frozen=True):
    """A day and the line that shows it."""

    stamp: Stamp
    text: str


class _Around(Struct, frozen=True):
    """Where the article lies among the blocks of its page."""

    top: int
    """The headline, or else the first block."""
    first: int
    last: int
    inside: frozenset[int]
    edges: frozenset[int]


def find_dated_line(
    document: Document, main: MainText, restore: Callable[[str], str], latest: date
) -> DatedLine | None:
    """The line whose stamp most looks like the article's, before any side bar's; None where none does."""
    around = _around(main)
    best: tuple[float, DatedLine] | None = None
    days: set[date] = set()
    for index, block in enumerate(document.blocks):
        text = block.text
        if not (SHORTEST <= len(text) <= LONGEST and may_have_stamp(text)):
            continue
        text = restore(text)
        for stamp, label in _stamps_of(text, latest):
            rest = text[: stamp.start] + text[stamp.end :]
            if index in around.inside and label != "published" and _tells(text, rest):
                continue
            days.add(stamp.day)
            score = LABELS.get(label or "", 0.0) + (WITH_TIME if stamp.time else 0.0) + _shape(block, text)
            score += _words(text, rest, document) + _place(index, text, rest, around)
            if best is None or score > best[0]:
                best = (score, DatedLine(stamp, text))
    enough = ENOUGH_ALONE if len(days) == 1 else ENOUGH
    return best[1] if best and best[0] >= enough else None


def _stamps_of(text: str, latest: date) -> Iterator[tuple[Stamp, str | None]]:
    """The stamps of a line that may be of publication, each with what labels it."""
    end, label = 0, None
    for stamp in find_stamps(text):
        before = text[max(end, stamp.start - BEFORE) : stamp.start]
        end = max(end, stamp.end)
        if label == "event" and _TO.fullmatch(before):
            continue
        label = "event" if _events()[1].match(text, stamp.end) else _label(before)
        if EARLIEST <= stamp.day <= latest and label != "event":
            yield stamp, label


def _label(before: str) -> str | None:
    """What the words before a day make of it: the nearest counts."""
    if _events()[0].search(before):
        return "event"
    said = [match.lastgroup for match in _labels().finditer(before)]
    return said[-1] if said else "published" if _ANY_LABEL.search(before) else None


def _tells(text: str, rest: str) -> bool:
    """Whether a paragraph tells of a day: a sentence does not state when it was published."""
    return len(rest) > ALONE and _SENTENCE.search(text) is not None


def _words(text: str, rest: str, document: Document) -> float:
    """What the words beside a day make of it."""
    score = BESIDE_SOURCE if (is_near := _NEAR.search(rest) is not None) else 0.0
    if not is_near and any(word in rest for word in _lists()["clock"]):
        score += CLOCK
    elif not is_near and _WEEKDAY.search(text):
        is_clock = any(word in rest for word in _lists()["clock_with_weekday"])
        score += CLOCK if is_clock or not is_of_a_paper(document) else OF_ISSUE
    return score + (RIGHTS if _RIGHTS.search(rest) else 0.0)


def _shape(block: Block, text: str) -> float:
    return (LINKED if block.linked * 5 > len(block.text) * 4 else 0.0) + (
        SHORT_LINE if len(text) < SHORT else 0.0
    )


def _place(index: int, text: str, rest: str, around: _Around) -> float:
    """What a line's place says: best right under the headline, then above it, then behind the article."""
    if index in around.inside:
        score = IN_LONG_PARAGRAPH if len(text) > SHORT else 0.0
        if index in around.edges:
            score += AT_AN_EDGE + (ALONE_AT_AN_EDGE if len(rest.strip()) < ALONE else 0.0)
        return score
    if around.top <= index <= max(around.first, around.top) + 1:
        return UNDER_HEADLINE + A_LINE_DOWN * (index - around.top)
    if index < around.top:
        return OVER_HEADLINE + A_LINE_UP * (around.top - index)
    if index > around.last:
        bare = BARE_BEHIND if len(rest.strip()) < BARE else 0.0
        return BEHIND + A_LINE_BEHIND * (index - around.last) + bare
    return 0.0


def _around(main: MainText) -> _Around:
    kept = main.indexes
    first, last = (kept[0], kept[-1]) if kept else (0, 0)
    top = main.headline if main.headline is not None else first
    return _Around(top, first, last, frozenset(kept), frozenset((*kept[:4], *kept[-2:])))


def is_of_a_paper(document: Document) -> bool:
    """Whether a page is a paper's: it leads to the issue before, or says which page of the paper it is.

    第03版 beside another day than that of issue tells where a text was taken from.
    """
    return any(
        len(block.text) < SHORT
        and (_paper().search(block.text) or _PAGE_OF_PAPER.search(block.text))
        and (_WEEKDAY.search(block.text) or not has_stamp(block.text))
        for block in document.blocks
    )


@cache
def _lists() -> dict[str, list[str]]:
    return read_words("metadata_dates.toml")


@cache
def _labels() -> re.Pattern[str]:
    return compiled("|".join(f"(?P<{kind}>{'|'.join(_lists()[kind])})" for kind in LABELS))


@cache
def _events() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What may stand before and behind the day of something that happens."""
    words = _lists()
    bare, timed = "|".join(words["event"]), "|".join(words["event_with_time"])
    before = (
        rf"(?:(?:{bare})(?:时间|日期|期限|期)?|(?:{timed})(?:时间|日期|期限))\s*[:：]?\s*[至到自从为]?\s*$"
    )
    behind = rf"\s*(?:前(?!一)|{'|'.join(words['event_behind'])}|[-—~～]+\s*(?:\d{{4}}|\d{{1,2}}月))"
    return compiled(before), compiled(behind)


@cache
def _paper() -> re.Pattern[str]:
    return compiled("|".join(_lists()["paper"]))
