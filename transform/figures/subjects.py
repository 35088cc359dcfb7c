"""Subjects: the phrase that is counted, behind the number (40名引才大使) or before it (引进博士45人)."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from transform.figures.cues import join_words
from transform.figures.figure import Figure
from transform.figures.quantity import Quantity
from transform.figures.scene import Scene

LONGEST = 20
_STOP = re.compile(r"[，。；、,;：:！？!?\n（(）)《》【】\[\]…—]|\s{2,}")
_NOUN_START = re.compile(r"[一-鿿“「‘\"A-Za-z]")
_PARENTHESES = re.compile(r"\([^()]*\)")


def subject_behind(text: str, end: int, limit: int) -> tuple[int, int] | None:
    """Where the phrase that follows a number stands: 40名[引才大使]."""
    start = end
    while start < limit and text[start] in "的 ":
        start += 1
    if start >= limit or not _NOUN_START.match(text[start]):
        return None
    stop = _STOP.search(text, start, min(limit, start + LONGEST))
    last = stop.start() if stop else min(limit, start + LONGEST)
    quote = text[start] in '“「‘"'
    verb = None if quote else _words().verbs.search(text, start + 1, last)
    if _words().verbs.match(text, start) and not quote:
        return None
    if verb is not None:
        last = verb.start()
    return (start, min(last, start + LONGEST)) if last - start >= 2 else None


def subject_before(text: str, start: int, clause: int) -> tuple[int, int] | None:
    """Where the phrase that leads to a number stands: [引进博士]45人."""
    first, last = clause, start
    while True:
        back = _words().back.search(text, max(first, last - 6), last)
        if back is None or back.start() < first or back.start() == last:
            break
        last = back.start()
    while front := _words().front.match(text, first, last):
        if front.end() == first or last - front.end() < 2:
            break
        first = front.end()
    while first < last and text[first] in '”」’" ，,、：:（(':
        first += 1
    if last - first > LONGEST:
        first = last - LONGEST
    phrase = text[first:last].strip()
    if len(phrase) < 2 or _words().empty.fullmatch(phrase) or phrase.isdigit():
        return None
    return first, last


def read_subject(scene: Scene, quantity: Quantity, kind: str, previous: Figure | None) -> str | None:
    """What is counted: the words behind a counted number, before a measured one, or in the clause before."""
    text, layout = scene.layout.text, scene.layout
    first, last = layout.sentence(quantity.number_start)
    segment = layout.segment_start(quantity.start)
    behind = subject_behind(text, quantity.end, last)
    if behind and (kind in ("count", "rank", "ordinal") or text.startswith("的", quantity.end)):
        return _words_of(scene, behind)
    clause = max(layout.clause_start(quantity.start), segment)
    found = subject_before(text, quantity.start, clause)
    if found is None and clause > segment:
        found = subject_before(text, quantity.start, segment)
    if found is None and previous is not None and previous.subject:
        return previous.subject
    if found is None and behind is None and segment > first:
        found = subject_before(text, segment - 1, layout.segment_start(segment - 1))
    found = found or behind
    return _words_of(scene, found) if found else None


def _words_of(scene: Scene, span: tuple[int, int]) -> str:
    return scene.body[slice(*span)].strip('“”‘’" 、')


@dataclass(frozen=True, slots=True)
class _Words:
    front: re.Pattern[str]
    back: re.Pattern[str]
    verbs: re.Pattern[str]
    empty: re.Pattern[str]


@cache
def _words() -> _Words:
    words = tomllib.loads(
        files("transform.vocab").joinpath("figures_subjects.toml").read_text(encoding="utf-8")
    )

    def choice(name: str) -> str:
        return join_words(words[name])

    return _Words(
        re.compile(choice("front")),
        re.compile(rf"(?:{choice('back')})$"),
        re.compile(choice("verbs")),
        re.compile(rf"(?:{choice('empty')})+"),
    )
