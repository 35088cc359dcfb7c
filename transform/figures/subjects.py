"""Subjects: which phrase around a number says what is counted or measured."""

from transform.figures.extremes import other_extreme
from transform.figures.figure import Figure
from transform.figures.forms import subject_by_form
from transform.figures.layout import Spot
from transform.figures.phrases import words_of
from transform.figures.quantity import Quantity
from transform.figures.reach import reach_back, reach_before
from transform.figures.scene import Scene
from transform.figures.sought import PEOPLE, PHYSICAL, UNDECIDED, Sought, Told, or_undecided
from transform.figures.subject_words import cues_of_subjects
from transform.figures.subjects_beside import (
    by_attribute,
    by_behind,
    by_deed,
    by_distance,
    by_size_or_age,
    by_what_happened,
    look_behind,
)
from transform.figures.unprinted import POINTS_BACK
from transform.patterns import compiled

_REACHED = compiled(r"[，,]?(?:至|到|，?达到?|，?为)")
_GOES_ON = ("，", ",", "至", "到", "达", "为", "（", "(")
RESTATED = compiled(r"[（(](?:按[年季月日]|约合?|折合|合|即|相当于)?")
_UNLIKE = compiled("相差|差距|相去|悬殊|相近|持平|不符|吻合|一致")
"""What a number is like is what was said before (与设计的800人相差很大)."""
_THIS_TIME = compiled("一[轮批届次](?:[有共达为]|共有)?$")
"""Of one time and the next the same is counted, and it has the same unit."""
_AMONG = ("其中", "当中", "其中有", "当中有")
_ABOUT = compiled("[在被因由于]")


def read_subject(
    scene: Scene, quantity: Quantity, spot: Spot, kind: str, previous: Figure | None
) -> str | None:
    """What is counted: the words behind a counted number, before a measured one, or an earlier subject."""
    unit = quantity.unit.canonical if quantity.unit else None
    sought = Sought(scene, quantity, spot, kind, previous, scene.layout.text, unit)
    for step in _STEPS:
        told = step(sought)
        if told is not UNDECIDED:
            return told
    return None


def _goes_on_with(sought: Sought) -> Told:
    """The value that a change leads to has the subject of the one before; so has what points back to it."""
    text, quantity, previous = sought.text, sought.quantity, sought.previous
    if previous is None:
        return UNDECIDED
    if _goes_on(text, previous, sought.spot.segment, quantity.start):
        return previous.subject
    points_back = POINTS_BACK.search(text, sought.spot.segment, quantity.start) is not None
    return previous.subject if points_back or _is_some_of(text, quantity, previous) else UNDECIDED


def _by_form(sought: Sought) -> Told:
    """Forms that say by themselves what is measured."""
    text, quantity, kind = sought.text, sought.quantity, sought.kind
    may_be = (
        text[quantity.start - 1] in "的按以照"
        or (kind == "money" and text[quantity.end : quantity.end + 1] in ("、", "和"))
        or kind == "duration"
        or text.startswith(("的", "用于"), quantity.end)
    )
    ruled = subject_by_form(sought.scene, quantity, sought.spot, kind, sought.previous) if may_be else None
    return or_undecided(ruled)


def _look_before(sought: Sought) -> Told:
    sought.before = reach_before(sought.scene, sought.quantity, sought.spot, sought.previous)
    return UNDECIDED


def _like_the_one_before(sought: Sought) -> Told:
    """2倍、3倍 are of one thing; what a number is unlike is what was said before."""
    text, quantity, previous = sought.text, sought.quantity, sought.previous
    if previous is None:
        return UNDECIDED
    if sought.kind == "multiplier" and previous.kind == sought.kind and text[previous.end] == "、":
        return previous.subject
    if text[quantity.start - 1] == "的" and _UNLIKE.match(text, quantity.end, sought.spot.last):
        is_same = sought.unit == previous.unit and sought.unit is not None
        return previous.subject if is_same and previous.end > sought.spot.first else None
    return UNDECIDED


def _by_the_one_before(sought: Sought) -> Told:
    """Where nothing leads to a number, the one before it in the sentence says what is counted."""
    text, quantity, previous, unit = sought.text, sought.quantity, sought.previous, sought.unit
    if sought.before is not None or previous is None or not previous.subject:
        return UNDECIDED
    is_listed = text[quantity.start - 1] == "、"
    if sought.kind == "count" and _THIS_TIME.search(text, max(0, quantity.start - 4), quantity.start):
        return previous.subject if unit is not None and unit == previous.unit else None
    is_other = sought.kind == "money" and previous.kind in PHYSICAL and not is_listed
    if is_listed and unit in PEOPLE and unit != previous.unit:
        is_other = previous.end < quantity.start - 1
    return None if is_other else other_extreme(previous.subject, text[previous.end : quantity.start])


def _by_what_is_left(sought: Sought) -> Told:
    """What leads to the number, though it be the part of the sentence before; else what follows it."""
    text, body, before, quantity = sought.text, sought.scene.body, sought.before, sought.quantity
    if before is None and sought.behind is None and sought.spot.segment > sought.spot.first:
        before = reach_back(sought.scene, sought.spot)
    cues = cues_of_subjects()
    if before is not None and text[before[1] - 1] in cues.cause_ends and cues.causes.search(text, *before):
        after = cues.happened.match(text, quantity.end)
        if after:
            return body[after.start() : after.end()]
    found = before or sought.behind
    if found is None and body[quantity.unit_start : quantity.unit_end].endswith("人口"):
        return "人口"
    return words_of(body, found) if found else None


def _goes_on(text: str, previous: Figure, segment: int, start: int) -> bool:
    """The value that a change leads to, or the same in brackets."""
    if previous.end > start or previous.subject is None:
        return False
    between = text[previous.end : start]
    if not between.startswith(_GOES_ON):
        return False
    if previous.end > segment and _REACHED.fullmatch(between):
        return previous.kind == "delta" or previous.compare_kind is not None
    return RESTATED.fullmatch(between) is not None


def _is_some_of(text: str, quantity: Quantity, previous: Figure) -> bool:
    """Of those counted before, so many are told something of (当中17人[在调查中…])."""
    is_same = quantity.unit is not None and quantity.unit.canonical == previous.unit
    is_among = is_same and text.endswith(_AMONG, previous.end, quantity.start)
    return is_among and _ABOUT.match(text, quantity.end) is not None


_STEPS = (
    _goes_on_with,
    _by_form,
    _look_before,
    by_what_happened,
    by_size_or_age,
    _like_the_one_before,
    look_behind,
    by_attribute,
    by_deed,
    by_distance,
    by_behind,
    _by_the_one_before,
    _by_what_is_left,
)
"""One after another, until one of them tells the subject."""
