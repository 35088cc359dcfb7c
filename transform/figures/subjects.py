"""Subjects: which phrase around a number says what is counted or measured."""

from transform.figures.attributes import aged_of, attribute_of, deed_of, ends_of_attributes, sized_of, told_of
from transform.figures.chains import CHAIN_STARTS, subject_of_chain
from transform.figures.figure import Figure
from transform.figures.forms import CHARGES, charged_before, subject_by_form
from transform.figures.layout import Spot
from transform.figures.phrases import (
    Span,
    begins_noun,
    phrase_behind,
    words_of,
)
from transform.figures.quantity import Quantity
from transform.figures.reach import reach_back, reach_before
from transform.figures.scene import Scene
from transform.figures.status import is_former
from transform.figures.subject_words import cues_of_subjects, words_of_subjects
from transform.figures.unprinted import POINTS_BACK
from transform.patterns import compiled

_REACHED = compiled(r"[，,]?(?:至|到|，?达到?|，?为)")
_GOES_ON = ("，", ",", "至", "到", "达", "为", "（", "(")
RESTATED = compiled(r"[（(](?:按[年季月日]|约合?|折合|合|即|相当于)?")
_TIMES = frozenset(("次", "倍", "届"))
_PHYSICAL = frozenset(("mass", "volume", "area", "length", "energy", "power"))
_NAMED_RATES = ("的同比增长率", "的增长率", "的收益率", "的利率", "的税率", "的费率", "的年利率")
"""What a share is of, where it stands behind it."""
_NAMES_ON = frozenset("员者人病事率数案赔")
_VERB = compiled("([养种栽植喂卖买宰捕挖建修造开打])了?$")
_STOPS = frozenset(("，", "。", "；", "、", ",", ";", ")", "\n", ""))
_PEOPLE = frozenset(("人", "人次", "户"))
_MARK_SIGNS = frozenset("大关门")
_UNLIKE = compiled("相差|差距|相去|悬殊|相近|持平|不符|吻合|一致")
"""What a number is like is what was said before (与设计的800人相差很大)."""
_THIS_TIME = compiled("一[轮批届次](?:[有共达为]|共有)?$")
"""Of one time and the next the same is counted, and it has the same unit."""
_LIVED = compiled("享年|终年")
_AMONG = ("其中", "当中", "其中有", "当中有")
_ABOUT = compiled("[在被因由于]")
_SHORT_DEED = 2
_AGAIN = compiled("(?:先后|前后|接连|连续|相继|曾经?)$")
"""How often people do something is counted, not they (他先后4次[回乡授课])."""
_LONGEST_VERB = 4
_OLD_PEOPLE = compiled(r"的?[一-鿿]")
_PERSONS = compiled(
    r"(?:[^的]{2,})的(?![^的]*(?:人员?|人才|者|[员生工师民手客家长儿孩童女男兵友]|干部|队伍|群众)$)"
)


def read_subject(
    scene: Scene, quantity: Quantity, spot: Spot, kind: str, previous: Figure | None
) -> str | None:
    """What is counted: the words behind a counted number, before a measured one, or an earlier subject."""
    text, first, last, segment = scene.layout.text, spot.first, spot.last, spot.segment
    cues = cues_of_subjects()
    if previous is not None and _goes_on(text, previous, segment, quantity.start):
        return previous.subject
    if (
        text[quantity.start - 1] in "的按以照"
        or (kind == "money" and text[quantity.end : quantity.end + 1] in ("、", "和"))
        or kind == "duration"
        or text.startswith(("的", "用于"), quantity.end)
    ):
        ruled = subject_by_form(scene, quantity, spot, kind, previous)
        if ruled is not None:
            return ruled
    points_back = POINTS_BACK.search(text, segment, quantity.start) is not None
    if previous is not None and (points_back or _is_some_of(text, quantity, previous)):
        return previous.subject
    before = reach_before(scene, quantity, spot, previous)
    hurt = cues.happened.match(text, quantity.end) if kind == "count" else None
    is_noun = hurt is not None and (
        text[hurt.end() : hurt.end() + 1] in _NAMES_ON or begins_noun(text, quantity.end)
    )
    if hurt and not is_noun and (before is None or cues.happened.match(text, *before)):
        return scene.body[slice(*hurt.span())]
    may_chain = kind == "count" and text[quantity.end : quantity.end + 1] in CHAIN_STARTS
    if may_chain and quantity.unit is not None and _is_bare(text, before):
        shared = subject_of_chain(text, scene.body, quantity.end, last, quantity.unit.canonical)
        if shared is not None:
            return shared
    if kind in ("mass", "length"):
        sized = sized_of(text, segment, quantity.start, quantity.end)
        if sized is not None:
            return sized
    if kind == "age" and (lived := _LIVED.search(text, segment, quantity.start)):
        return lived[0]
    if kind == "age" and (aged := aged_of(text, quantity.end)):
        return aged
    behind = phrase_behind(text, quantity.end, last)
    is_mark = text[quantity.end : quantity.end + 1] in _MARK_SIGNS and cues.marks.match(text, quantity.end)
    behind = (
        None
        if is_mark
        or (before is not None and is_former(text[segment : quantity.start], text[quantity.end : last]))
        else behind
    )
    if kind == "money" and behind and scene.body[slice(*behind)] in CHARGES:
        charge, behind = behind, None
        if before is None:
            charged = charged_before(scene, spot, previous)
            if charged is not None:
                return charged + ("收费" if scene.body[slice(*charge)] == "收费" else "")
    if kind == "multiplier" and previous is not None and previous.kind == kind and text[previous.end] == "、":
        return previous.subject
    if previous is not None and text[quantity.start - 1] == "的" and _UNLIKE.match(text, quantity.end, last):
        is_same = quantity.unit is not None and quantity.unit.canonical == previous.unit
        return previous.subject if is_same and previous.end > first else None
    if kind == "count" and (classed := cues.classed.match(text, quantity.end, last)):
        behind = phrase_behind(text, classed.end(), last) or behind
    if behind is None and kind == "money" and (sum_of := cues.sums.match(text, quantity.end)):
        behind = sum_of.span() if text[sum_of.end() : sum_of.end() + 1] in _STOPS else None
    if before is not None and text[before[1] - 1] in ends_of_attributes():
        noun = words_of(scene.body, behind) if behind else None
        spot_of = (scene.layout.clause_start(spot), quantity.end)
        named = attribute_of(text, words_of(scene.body, before), noun, spot_of, previous)
        if named is not None:
            return named
    if behind is None and kind == "count" and quantity.unit is not None and not is_mark:
        again = before is not None and _AGAIN.search(text, before[1], quantity.start) is not None
        is_there = text[quantity.start - 1] == "有"
        done = words_of(scene.body, before) if before and not (again or is_there) else None
        deed = deed_of(text, quantity.end, quantity.unit.canonical, done)
        if deed is not None:
            return deed
    is_far = kind == "length" and before is not None and text[before[0]] == "距"
    if kind == "length" and before and behind and not is_far and text.startswith("的", quantity.end):
        far = text.find("距离", *before)
        if far > 0:
            return scene.body[far : before[1]]
        if text.startswith("距离", behind[0]):
            return "距离"
    if before and behind and is_far and text.startswith("的", quantity.end):
        return words_of(scene.body, behind) + words_of(scene.body, before)
    if behind and _is_behind(text, quantity, kind, before, behind[1]):
        if behind[1] - behind[0] == 1 and (kind == "count" or kind in _PHYSICAL):
            is_near = before is not None and text[before[1] : quantity.start] in ("", "了")
            return _with_verb(scene, quantity.start, behind, before if is_near else None)
        if kind == "age" and (of := text.find("的", behind[0] + 2, behind[1])) > 0:
            behind = behind[0], of
        if kind == "percent" and text[slice(*behind)] == "人":
            return told_of(text, quantity.end) or "人"
        persons = _PERSONS.match(text, *behind) if quantity.unit and quantity.unit.canonical == "人" else None
        return words_of(scene.body, (behind[0], persons.end() - 1) if persons else behind)
    if before is None and previous is not None and previous.subject:
        is_listed = text[quantity.start - 1] == "、"
        if kind == "count" and _THIS_TIME.search(text, max(0, quantity.start - 4), quantity.start):
            return previous.subject if quantity.unit and quantity.unit.canonical == previous.unit else None
        is_other = kind == "money" and previous.kind in _PHYSICAL and not is_listed
        unit = quantity.unit.canonical if quantity.unit else None
        if is_listed and unit in _PEOPLE and unit != previous.unit:
            is_other = previous.end < quantity.start - 1
        return None if is_other else previous.subject
    if before is None and behind is None and segment > first:
        before = reach_back(scene, spot)
    if before is not None and text[before[1] - 1] in cues.cause_ends and cues.causes.search(text, *before):
        after = cues.happened.match(text, quantity.end)
        if after:
            return scene.body[after.start() : after.end()]
    found = before or behind
    if found is None and scene.body[quantity.unit_start : quantity.unit_end].endswith("人口"):
        return "人口"
    return words_of(scene.body, found) if found else None


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


def _is_bare(text: str, before: Span | None) -> bool:
    """Whether nothing before a number names what it counts: there is nothing, or it ends in a verb."""
    return before is None or cues_of_subjects().bare.fullmatch(text, before[1] - 2, before[1]) is not None


def _is_behind(text: str, quantity: Quantity, kind: str, before: Span | None, behind: int) -> bool:
    """Whether what follows a number, up to `behind`, is what it counts rather than what leads to it."""
    if before is None:
        return True
    if text.endswith("一行", 0, quantity.start) or (kind != "count" and text[quantity.start - 1] in "：:"):
        return False
    cues = cues_of_subjects()
    unit = quantity.unit.canonical if quantity.unit else ""
    if unit in _TIMES:
        is_near = unit == "次" and not text.startswith("的", quantity.end)
        return is_near or bool(cues.held.search(text, max(0, quantity.start - 6), quantity.start))
    is_count = quantity.unit is not None and quantity.unit.kind == "count"
    if is_count and text[quantity.end] != "的" and cues.named.search(text, *before):
        at = quantity.end
        if cues.sorts.fullmatch(text, at, behind) or (unit in _PEOPLE and behind - at <= _SHORT_DEED):
            return False
    if (
        kind in ("count", "rank", "ordinal")
        or (kind == "delta" and is_count)
        or cues.bare.fullmatch(text, *before)
    ):
        return True
    if kind == "money" and cues.sums.search(text, quantity.end, behind):
        return True
    if kind == "age":
        return bool(_OLD_PEOPLE.match(text, quantity.end))
    if kind == "length" and text[before[0]] == "距":
        return False
    if kind in _PHYSICAL and cues.bare_end.search(text, *before):
        return True
    if kind == "percent" and text[before[1] - 1] in "里中内":
        return True
    if cues.general.match(text, quantity.end):
        return kind == "percent" and text.startswith(_NAMED_RATES, quantity.end)
    if text.startswith("的", quantity.end):
        return not cues.measured.search(text[slice(*before)])
    return kind in _PHYSICAL and not cues.measured.search(text[slice(*before)])


def _with_verb(scene: Scene, start: int, noun: Span, before: Span | None) -> str:
    """A noun of one character with the verb before its number (养牛, 覆盖村), which alone says too little."""
    verb = _VERB.search(scene.layout.text, max(0, start - 2), start)
    lead = verb[1] if verb else ""
    if before is not None and not lead:
        done = words_of_subjects().doing.search(scene.layout.text, *before)
        begin = done.start() if done else before[0]
        lead = scene.body[begin : before[1]] if before[1] - begin <= _LONGEST_VERB else ""
    return lead + scene.body[slice(*noun)]
