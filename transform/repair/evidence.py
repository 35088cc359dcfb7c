"""What the flags of a repair rest on: the places, the words and the counts.

For people who ask (`explain`, `--full`, `--json`); a batch never does. All of it is found in the text as
found and in its edits, so it says nothing that the record does not hold.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from transform.patterns import compiled
from transform.repair.edits import SURE, Edit
from transform.repair.flags import LOSSY, MEANINGS, Flag
from transform.repair.mirror import SYLLABLE
from transform.repair.observed import SLIP
from transform.repair.quote_features import find_blanks
from transform.repair.script import to_hans
from transform.repair.spun import find_exchanges

AROUND = 12
"""Characters shown on either side of a place."""
MOST = 20
"""Items listed; the summary counts all."""
_LONG = 60
_READING = compiled(rf"[(（]{SYLLABLE} ?[)）]")
_SWALLOWED = compiled(rf"\?{SYLLABLE}\)")


class Evidence(Struct, frozen=True):
    """Why a flag is set."""

    meaning: str
    """What the flag says of any text."""
    summary: str
    """What it rests on in this one, in a sentence with counts."""
    items: tuple[dict[str, Any], ...] = ()
    """Places or words, the first or the most frequent; the same keys in each."""


def find_evidence(found: str, edits: Sequence[Edit], flags: Iterable[str]) -> dict[str, Evidence]:
    """The evidence for each flag of a repair; other flags are passed over.

    >>> text = "全长约\ufffd公里"
    >>> find_evidence(text, (), ["lossy_text"])["lossy_text"].summary
    'characters lost at 1 place'
    """
    names = {flag.value: flag for flag in Flag}
    return {
        name: Evidence(MEANINGS[names[name]], *_FINDERS[names[name]](found, edits))
        for name in flags
        if name in names
    }


def evidence_record(evidence: dict[str, Evidence]) -> dict[str, Any]:
    """The same as plain objects, ready for JSON."""
    return {flag: asdict(one) | {"items": list(one.items)} for flag, one in evidence.items()}


def describe_places(found: str, places: Sequence[tuple[int, int]]) -> tuple[dict[str, Any], ...]:
    """The first places of a text: line, span, and the characters around."""
    return tuple(
        _place(found, start, end) | {"around": _around(found, start, end)} for start, end in places[:MOST]
    )


def count_of(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun.

    >>> count_of(1, "place"), count_of(1200, "place"), count_of(2, "is", "are")
    ('1 place', '1,200 places', '2 are')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


_Found = tuple[str, tuple[dict[str, Any], ...]]


def _mirror(found: str, edits: Sequence[Edit]) -> _Found:
    readings: Counter[tuple[str, str]] = Counter()
    for edit in edits:
        if edit.kind == "pinyin_annotation" and edit.start:
            readings[found[edit.start - 1], edit.before.strip("(（)） ")] += 1
    slips = [edit for edit in edits if edit.kind == "byte_slip"]
    inside = sum(len(_READING.findall(e.before)) + len(_SWALLOWED.findall(e.before)) for e in slips)
    characters = len({char for char, _ in readings})
    summary = f"{count_of(sum(readings.values()), 'reading')} behind {count_of(characters, 'character')}"
    if slips:
        summary += f", {inside:,} more in {count_of(len(slips), 'stretch', 'stretches')} read one byte off"
    listed = readings.most_common(MOST)
    return summary, tuple({"character": c, "reading": r, "times": n} for (c, r), n in listed)


def _slips(found: str, edits: Sequence[Edit]) -> _Found:
    slips = [edit for edit in edits if edit.kind == "byte_slip"]
    unsure = [edit for edit in slips if edit.confidence < SURE and "?" in edit.after]
    left, at = [], 0
    for match in SLIP.finditer(found):
        while at < len(slips) and slips[at].end <= match.start():
            at += 1
        if at == len(slips) or match.start() < slips[at].start:
            left.append(match.span())
    spots: list[tuple[int, int, Edit | None]] = [(edit.start, edit.end, edit) for edit in unsure]
    spots = sorted(spots + [(start, end, None) for start, end in left], key=lambda spot: spot[:2])
    summary = (
        f"{count_of(len(unsure), 'stretch', 'stretches')} undone but for a character or more,"
        f" {count_of(len(left), 'place')} left as found"
    )
    return summary, tuple(
        _place(found, start, end)
        | {"seen": found[start:end]}
        | {"proposed": edit and edit.after, "confidence": edit and edit.confidence}
        | {"around": _around(found, start, end)}
        for start, end, edit in spots[:MOST]
    )


def _spun(found: str, edits: Sequence[Edit]) -> _Found:
    exchanges = find_exchanges(found)
    times = sum(one.times for one in exchanges)
    absent = len({word for one in exchanges for word in one.everyday})
    summary = (
        f"{count_of(len(exchanges), 'spun word')} {times:,} times, and none of the"
        f" {count_of(absent, 'everyday word')} that they stand for"
    )
    listed = ({"word": x.word, "times": x.times, "absent": list(x.everyday)} for x in exchanges[:MOST])
    return summary, tuple(listed)


def _quotes(found: str, edits: Sequence[Edit]) -> _Found:
    marks = [edit for edit in edits if edit.kind == "quote"]
    blanks, at = set(), 0
    for line in to_hans(found).split("\n"):
        blanks |= {at + place for place in find_blanks(line)}
        at += len(line) + 1
    back = {edit.start for edit in marks if edit.before == " "}
    stay = sorted(blanks - back)
    ends = len(marks) - len(back)
    summary = (
        f"of {count_of(len(blanks | back), 'blank')} between words {len(back):,} came back as marks,"
        f" {len(stay):,} stayed"
    )
    if ends:
        summary += f"; {count_of(ends, 'mark')} more at the ends of lines"
    return summary, describe_places(found, [(place, place + 1) for place in stay])


def _edited(kind: str, noun: str, done: str) -> Callable[[str, Sequence[Edit]], _Found]:
    """Evidence that is the edits of one kind."""

    def find(found: str, edits: Sequence[Edit]) -> _Found:
        mine = [edit for edit in edits if edit.kind == kind]
        items = tuple(
            _place(found, edit.start, edit.end)
            | {"before": _short(edit.before), "after": _short(edit.after), "confidence": edit.confidence}
            for edit in mine[:MOST]
        )
        return f"{count_of(len(mine), noun)} {done}", items

    return find


def _lossy(found: str, edits: Sequence[Edit]) -> _Found:
    places = [match.span() for match in LOSSY.finditer(found)]
    return f"characters lost at {count_of(len(places), 'place')}", describe_places(found, places)


_FINDERS: dict[Flag, Callable[[str, Sequence[Edit]], _Found]] = {
    Flag.PINYIN_MIRROR: _mirror,
    Flag.BYTE_SLIP_UNREPAIRED: _slips,
    Flag.HEADLINE_PIECES: _edited("headline_piece", "piece", "of the headline taken out"),
    Flag.SYNONYM_SPUN: _spun,
    Flag.LOST_QUOTES: _quotes,
    Flag.MOJIBAKE: _edited("mojibake", "run", "of text read again by the right codec"),
    Flag.LOSSY_TEXT: _lossy,
}


def _place(found: str, start: int, end: int) -> dict[str, Any]:
    return {"line": found.count("\n", 0, start) + 1, "start": start, "end": end}


def _around(found: str, start: int, end: int) -> str:
    return found[max(0, start - AROUND) : end + AROUND].replace("\n", "⏎")


def _short(text: str) -> str:
    return text if len(text) <= _LONG else text[: _LONG - 1] + "…"
