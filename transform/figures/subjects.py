"""Subjects: which phrase around a number says what is counted or measured."""

from transform.figures.attributes import attribute_of, deed_of, ends_of_attributes
from transform.figures.figure import Figure
from transform.figures.forms import subject_by_form
from transform.figures.layout import Spot
from transform.figures.leads import phrase_before
from transform.figures.phrases import (
    Span,
    begins_noun,
    cut_to_verb,
    phrase_behind,
)
from transform.figures.quantity import Quantity
from transform.figures.scene import Scene
from transform.figures.subject_words import cues_of_subjects, words_of_subjects
from transform.patterns import compiled

_REACHED = compiled(r"[，,]?(?:至|到|，?达到?|，?为)")
_ASIDE_ROLES = frozenset(("label", "enumeration"))
_GOES_ON = ("，", ",", "至", "到", "达", "为", "（", "(")
RESTATED = compiled(r"[（(](?:按[年季月日]|约合?|折合|合|即|相当于)?")
_TIMES = frozenset(("次", "倍", "届"))
_PHYSICAL = frozenset(("mass", "volume", "area", "length", "energy", "power"))
_TIME_TAIL = compiled(
    r"之?[内后前](?![容勤果方景来期部地蒙]|[往后])|以来|来(?![自源宾访华信])|期?间(?!接)|[”’]?时期|[上下]午|底"
)
_BASE = compiled(r"(?:会|将|将会|已|已经)?是[^，。；]{1,18}的[约近超逾过到不]{0,2}$")
"""What a multiple is compared with is not what it measures (产量是[原来的]3倍)."""
_NAMED_RATES = ("的同比增长率", "的增长率", "的收益率", "的利率", "的税率", "的费率", "的年利率")
"""What a share is of, where it stands behind it."""
_NAMES_ON = frozenset("员者人病事率数案赔")
_RANKED = compiled(r"(?:[位稳跃高]居|[位名]列|排名?在?|居|列)[^，。；、]{0,16}$")
_VERB = compiled("([养种栽植喂卖买宰捕挖建修造开打])了?$")
_STOPS = frozenset(("，", "。", "；", "、", ",", ";", ")", "\n", ""))
_PEOPLE = frozenset(("人", "人次", "户"))
_SHORT_DEED = 2
_LONGEST_VERB = 4
_LONGEST_LIST = 13
_DIGIT = compiled(r"\d")
_OLD_PEOPLE = compiled(r"的?[一-鿿]")
_PERSONS = compiled(
    r"(?:[^的]{2,})的(?![^的]*(?:人员?|人才|者|[员生工师民手客家长儿孩童女男兵友]|干部|队伍|群众)$)"
)


def read_subject(
    scene: Scene, quantity: Quantity, spot: Spot, kind: str, previous: Figure | None
) -> str | None:
    """What is counted: the words behind a counted number, before a measured one, or an earlier subject."""
    text, first, last, segment = scene.layout.text, spot.first, spot.last, spot.segment
    if previous is not None and _goes_on(text, previous, segment, quantity.start):
        return previous.subject
    if text[quantity.start - 1] == "的" or text.startswith(("的", "用于"), quantity.end):
        ruled = subject_by_form(scene, quantity, spot, kind, previous)
        if ruled is not None:
            return ruled
    before = _before(scene, quantity, spot, previous)
    hurt = cues_of_subjects().happened.match(text, quantity.end) if kind == "count" else None
    is_noun = hurt is not None and (
        text[hurt.end() : hurt.end() + 1] in _NAMES_ON or begins_noun(text, quantity.end)
    )
    if hurt and not is_noun and (before is None or cues_of_subjects().happened.match(text, *before)):
        return scene.body[slice(*hurt.span())]
    behind = phrase_behind(text, quantity.end, last)
    if kind == "count" and (classed := cues_of_subjects().classed.match(text, quantity.end, last)):
        behind = phrase_behind(text, classed.end(), last) or behind
    if behind is None and kind == "money" and (sum_of := cues_of_subjects().sums.match(text, quantity.end)):
        behind = sum_of.span() if text[sum_of.end() : sum_of.end() + 1] in _STOPS else None
    if before is not None and text[before[1] - 1] in ends_of_attributes():
        noun = _words_of(scene, behind) if behind else None
        spot_of = (scene.layout.clause_start(spot), quantity.end)
        named = attribute_of(text, _words_of(scene, before), noun, spot_of, previous)
        if named is not None:
            return named
    if behind is None and kind == "count" and quantity.unit is not None:
        done = _words_of(scene, before) if before else None
        deed = deed_of(text, quantity.end, quantity.unit.canonical, done)
        if deed is not None:
            return deed
    is_far = kind == "length" and before is not None and text[before[0]] == "距"
    if before and behind and is_far and text.startswith("的", quantity.end):
        return _words_of(scene, behind) + _words_of(scene, before)
    if behind and _is_behind(text, quantity, kind, before, behind[1]):
        if behind[1] - behind[0] == 1 and (kind == "count" or kind in _PHYSICAL):
            is_near = before is not None and text[before[1] : quantity.start] in ("", "了")
            return _with_verb(scene, quantity.start, behind, before if is_near else None)
        persons = _PERSONS.match(text, *behind) if quantity.unit and quantity.unit.canonical == "人" else None
        return _words_of(scene, (behind[0], persons.end() - 1) if persons else behind)
    if before is None and previous is not None and previous.subject:
        is_listed = text[quantity.start - 1] == "、"
        is_other = kind == "money" and previous.kind in _PHYSICAL and not is_listed
        unit = quantity.unit.canonical if quantity.unit else None
        if is_listed and unit in _PEOPLE and unit != previous.unit:
            is_other = previous.end < quantity.start - 1
        return None if is_other else previous.subject
    if before is None and behind is None and segment > first:
        before = phrase_before(text, segment - 1, scene.layout.segment_start(first, segment - 1))
    if before is not None and cues_of_subjects().causes.search(text, *before):
        after = cues_of_subjects().happened.match(text, quantity.end)
        if after:
            return scene.body[after.start() : after.end()]
    found = before or behind
    if found is None and scene.body[quantity.unit_start : quantity.unit_end].endswith("人口"):
        return "人口"
    return _words_of(scene, found) if found else None


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


def _before(scene: Scene, quantity: Quantity, spot: Spot, previous: Figure | None) -> Span | None:
    """The phrase before, not reaching back over another figure or a time."""
    text, segment, clause = scene.layout.text, spot.segment, scene.layout.clause_start(spot)
    is_ratio = quantity.unit is not None and quantity.unit.kind == "multiplier"
    base = _BASE.search(text, segment, quantity.start) if is_ratio else None
    if quantity.form in ("ordinal", "first"):
        base = _RANKED.search(text, segment, quantity.start)
    lead = base.start() if base else quantity.start
    is_list = clause > segment and (text[clause - 1] == "、" or not text[clause : quantity.start].strip())
    for start in (clause, segment) if is_list else (clause,):
        times = scene.times_between(start, quantity.start)
        after = (
            next((time.end for time in reversed(times) if time.end <= quantity.start), start)
            if times
            else start
        )
        if times and times[-1].start > start and text[times[-1].start - 1] in "比较":
            return phrase_before(text, times[-1].start - 1, start)
        tail = _TIME_TAIL.match(text, after) if after > start else None
        after = tail.end() if tail else after
        is_next = (
            previous is not None
            and previous.role not in _ASIDE_ROLES
            and start < previous.end <= quantity.start
        )
        if is_next and previous is not None:
            after = max(after, previous.end)
        found = phrase_before(text, lead, max(start, after))
        if found is None and times and not is_next:
            found = phrase_before(text, times[-1].start, start)
        if found is not None and is_next and previous is not None and _is_its_own(scene, previous, found):
            return None
        if found is not None:
            if is_next or times or (previous is not None and previous.end > segment):
                return cut_to_verb(text, _behind_of(text, found)) if is_next else found
            return _with_list(text, segment, lead, found) if text[found[0] - 1] == "、" else found
    return None


def _behind_of(text: str, found: Span) -> Span:
    """Of 省份的作品 between two numbers the first counts 省份 and the second 作品."""
    of = text.find("的", found[0], found[1] - 2)
    return (of + 1, found[1]) if of >= 0 else found


def _with_list(text: str, segment: int, lead: int, found: Span) -> Span:
    """All of a short list that one number counts (发放[生活补贴、购房补贴]814万元)."""
    whole = phrase_before(text, lead, segment)
    is_short = whole is not None and whole[0] < found[0] and whole[1] - whole[0] <= _LONGEST_LIST
    if not is_short or whole is None or whole[1] != found[1] or _DIGIT.search(text, *whole):
        return found
    return whole


def _is_its_own(scene: Scene, previous: Figure, found: Span) -> bool:
    """The phrase directly behind a count is what that one counts."""
    return found[0] == previous.end and _words_of(scene, found) == previous.subject


def _is_behind(text: str, quantity: Quantity, kind: str, before: Span | None, behind: int) -> bool:
    """Whether what follows a number, up to `behind`, is what it counts rather than what leads to it."""
    if before is None:
        return True
    unit = quantity.unit.canonical if quantity.unit else ""
    if unit in _TIMES:
        is_near = unit == "次" and not text.startswith("的", quantity.end)
        return is_near or bool(
            cues_of_subjects().held.search(text, max(0, quantity.start - 6), quantity.start)
        )
    is_count = quantity.unit is not None and quantity.unit.kind == "count"
    cues = cues_of_subjects()
    if is_count and text[quantity.end] != "的" and cues.named.search(text, *before):
        at = quantity.end
        if cues.sorts.fullmatch(text, at, behind) or (unit in _PEOPLE and behind - at <= _SHORT_DEED):
            return False
    if (
        kind in ("count", "rank", "ordinal")
        or (kind == "delta" and is_count)
        or cues_of_subjects().bare.fullmatch(text, *before)
    ):
        return True
    if kind == "money" and cues_of_subjects().sums.search(text, quantity.end, behind):
        return True
    if kind == "age":
        return bool(_OLD_PEOPLE.match(text, quantity.end))
    if kind == "length" and text[before[0]] == "距":
        return False
    if kind in _PHYSICAL and cues_of_subjects().bare_end.search(text, *before):
        return True
    if kind == "percent" and text[before[1] - 1] in "里中内":
        return True
    if cues_of_subjects().general.match(text, quantity.end):
        return kind == "percent" and text.startswith(_NAMED_RATES, quantity.end)
    if text.startswith("的", quantity.end):
        return not cues_of_subjects().measured.search(text[slice(*before)])
    return kind in _PHYSICAL and not cues_of_subjects().measured.search(text[slice(*before)])


def _with_verb(scene: Scene, start: int, noun: Span, before: Span | None) -> str:
    """A noun of one character with the verb before its number (养牛, 覆盖村), which alone says too little."""
    verb = _VERB.search(scene.layout.text, max(0, start - 2), start)
    lead = verb[1] if verb else ""
    if before is not None and not lead:
        done = words_of_subjects().doing.search(scene.layout.text, *before)
        begin = done.start() if done else before[0]
        lead = scene.body[begin : before[1]] if before[1] - begin <= _LONGEST_VERB else ""
    return lead + scene.body[slice(*noun)]


def _words_of(scene: Scene, span: Span) -> str:
    words = scene.body[slice(*span)].strip('“”‘’" 、（(：:')
    if "”" in words and "“" not in words:
        is_opened = span[0] > 0 and scene.body[span[0] - 1] == "“"
        return f"“{words}" if is_opened or scene.body[span[0]] == "“" else words.replace("”", "")
    if "“" in words and "”" not in words:
        is_closed = scene.body[span[1] : span[1] + 1] == "”" or scene.body[span[1] - 1] == "”"
        return f"{words}”" if is_closed else words.replace("“", "")
    return words
