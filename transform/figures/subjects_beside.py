"""Subjects that stand beside their number: what is counted behind it, who is so old, what people do."""

from transform.figures.attributes import aged_of, attribute_of, deed_of, ends_of_attributes, sized_of, told_of
from transform.figures.chains import CHAIN_STARTS, subject_of_chain
from transform.figures.forms import CHARGES, charged_before
from transform.figures.phrases import Span, begins_noun, phrase_behind, words_of
from transform.figures.quantity import Quantity
from transform.figures.scene import Scene
from transform.figures.sought import PEOPLE, PHYSICAL, UNDECIDED, Sought, Told, or_undecided
from transform.figures.status import is_former
from transform.figures.subject_words import cues_of_subjects, words_of_subjects
from transform.patterns import compiled

_TIMES = frozenset(("次", "倍", "届"))
_NAMED_RATES = ("的同比增长率", "的增长率", "的收益率", "的利率", "的税率", "的费率", "的年利率")
"""What a share is of, where it stands behind it."""
_NAMES_ON = frozenset("员者人病事率数案赔")
_VERB = compiled("([养种栽植喂卖买宰捕挖建修造开打])了?$")
_STOPS = frozenset(("，", "。", "；", "、", ",", ";", ")", "\n", ""))
_MARK_SIGNS = frozenset("大关门")
_NOTES = frozenset(("备注", "说明", "提示", "注意", "其他", "附注", "地址", "要求", "规定", "标准"))
"""Before a colon these head what is told, and name no measure."""
_LIVED = compiled("享年|终年")
_SHORT_DEED = 2
_AGAIN = compiled("(?:先后|前后|接连|连续|相继|曾经?)$")
"""How often people do something is counted, not they (他先后4次[回乡授课])."""
_LONGEST_VERB = 4
_OLD_PEOPLE = compiled(r"的?[一-鿿]")
_PERSONS = compiled(
    r"(?:[^的]{2,})的(?![^的]*(?:人员?|人才|者|[员生工师民手客家长儿孩童女男兵友]|干部|队伍|群众)$)"
)


def look_behind(sought: Sought) -> Told:
    """Find the phrase behind; a price whose clause is but a condition is told already."""
    text, quantity, last, kind = sought.text, sought.quantity, sought.spot.last, sought.kind
    cues, end = cues_of_subjects(), quantity.end
    sought.is_mark = text[end : end + 1] in _MARK_SIGNS and cues.marks.match(text, end) is not None
    if sought.is_mark or (
        sought.before is not None and is_former(text[sought.spot.segment : quantity.start], text[end:last])
    ):
        behind = None
    else:
        behind = phrase_behind(text, end, last)
    if kind == "count" and (classed := cues.classed.match(text, end, last)):
        behind = phrase_behind(text, classed.end(), last) or behind
    if kind == "money" and behind and sought.scene.body[slice(*behind)] in CHARGES:
        charge, behind = behind, None
        if sought.before is None:
            charged = charged_before(sought.scene, sought.spot, sought.previous)
            if charged is not None:
                return charged + ("收费" if sought.scene.body[slice(*charge)] == "收费" else "")
    if behind is None and kind == "money" and (sum_of := cues.sums.match(text, end)):
        behind = sum_of.span() if text[sum_of.end() : sum_of.end() + 1] in _STOPS else None
    sought.behind = behind
    return UNDECIDED


def by_what_happened(sought: Sought) -> Told:
    """3人受伤 counts 受伤; 3人[次]、4人[次] what stands behind the last of a chain."""
    if sought.kind != "count":
        return UNDECIDED
    text, quantity, before = sought.text, sought.quantity, sought.before
    cues = cues_of_subjects()
    hurt = cues.happened.match(text, quantity.end)
    is_noun = hurt is not None and (
        text[hurt.end() : hurt.end() + 1] in _NAMES_ON or begins_noun(text, quantity.end)
    )
    if hurt and not is_noun and (before is None or cues.happened.match(text, *before)):
        return sought.scene.body[slice(*hurt.span())]
    may_chain = text[quantity.end : quantity.end + 1] in CHAIN_STARTS
    if not may_chain or sought.unit is None or not _is_bare(text, before):
        return UNDECIDED
    return or_undecided(
        subject_of_chain(text, sought.scene.body, quantity.end, sought.spot.last, sought.unit)
    )


def by_size_or_age(sought: Sought) -> Told:
    """一名重3200克的[男婴], [享年]79岁, 76岁患病的[妇人]."""
    text, quantity, kind, segment = sought.text, sought.quantity, sought.kind, sought.spot.segment
    told = None
    if kind in ("mass", "length"):
        told = sized_of(text, segment, quantity.start, quantity.end)
    elif kind == "age":
        lived = _LIVED.search(text, segment, quantity.start)
        told = lived[0] if lived else aged_of(text, quantity.end)
    return or_undecided(told)


def by_attribute(sought: Sought) -> Told:
    """A bare measure is named by its owner."""
    text, body, before = sought.text, sought.scene.body, sought.before
    if before is None or text[before[1] - 1] not in ends_of_attributes():
        return UNDECIDED
    noun = words_of(body, sought.behind) if sought.behind else None
    spot_of = (sought.scene.layout.clause_start(sought.spot), sought.quantity.end)
    named = attribute_of(text, words_of(body, before), noun, spot_of, sought.previous)
    return or_undecided(named)


def by_deed(sought: Sought) -> Told:
    """People are named by what they do, where no noun stands behind their number."""
    if sought.behind is not None or sought.kind != "count" or sought.unit is None or sought.is_mark:
        return UNDECIDED
    text, quantity, before = sought.text, sought.quantity, sought.before
    again = before is not None and _AGAIN.search(text, before[1], quantity.start) is not None
    is_there = text[quantity.start - 1] == "有"
    done = words_of(sought.scene.body, before) if before and not (again or is_there) else None
    deed = deed_of(text, quantity.end, sought.unit, done)
    return or_undecided(deed)


def by_distance(sought: Sought) -> Told:
    """与他人保持1米的[距离]; [距机场]5公里的[仓库]."""
    text, body, before, behind = sought.text, sought.scene.body, sought.before, sought.behind
    if sought.kind != "length" or not before or not behind or not text.startswith("的", sought.quantity.end):
        return UNDECIDED
    if text[before[0]] == "距":
        return words_of(body, behind) + words_of(body, before)
    far = text.find("距离", *before)
    if far > 0:
        return body[far : before[1]]
    return "距离" if text.startswith("距离", behind[0]) else UNDECIDED


def by_behind(sought: Sought) -> Told:
    """What stands behind, where that is what is counted."""
    text, body, quantity, kind = sought.text, sought.scene.body, sought.quantity, sought.kind
    before, behind = sought.before, sought.behind
    if behind is None or not _is_behind(text, quantity, kind, before, behind[1]):
        return UNDECIDED
    if behind[1] - behind[0] == 1 and (kind == "count" or kind in PHYSICAL):
        is_near = before is not None and text[before[1] : quantity.start] in ("", "了")
        return _with_verb(sought.scene, quantity.start, behind, before if is_near else None)
    if kind == "age" and (of := text.find("的", behind[0] + 2, behind[1])) > 0:
        behind = behind[0], of
    if kind == "percent" and text[slice(*behind)] == "人":
        return told_of(text, quantity.end) or "人"
    persons = _PERSONS.match(text, *behind) if sought.unit == "人" else None
    return words_of(body, (behind[0], persons.end() - 1) if persons else behind)


def _is_bare(text: str, before: Span | None) -> bool:
    """Whether nothing before a number names what it counts: there is nothing, or it ends in a verb."""
    return before is None or cues_of_subjects().bare.fullmatch(text, before[1] - 2, before[1]) is not None


def _is_behind(text: str, quantity: Quantity, kind: str, before: Span | None, behind: int) -> bool:
    """Whether what follows a number, up to `behind`, is what it counts rather than what leads to it."""
    if before is None:
        return True
    if text.endswith("一行", 0, quantity.start):
        return False
    cues = cues_of_subjects()
    if kind != "count" and text[quantity.start - 1] in "：:" and text[slice(*before)] not in _NOTES:
        return False
    unit = quantity.unit.canonical if quantity.unit else ""
    if unit in _TIMES:
        is_near = unit == "次" and not text.startswith("的", quantity.end)
        return is_near or bool(cues.held.search(text, max(0, quantity.start - 6), quantity.start))
    is_count = quantity.unit is not None and quantity.unit.kind == "count"
    if is_count and text[quantity.end] != "的" and cues.named.search(text, *before):
        at = quantity.end
        if cues.sorts.fullmatch(text, at, behind) or (unit in PEOPLE and behind - at <= _SHORT_DEED):
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
    if kind in PHYSICAL and cues.bare_end.search(text, *before):
        return True
    if kind == "percent" and text[before[1] - 1] in "里中内":
        return True
    if cues.general.match(text, quantity.end):
        return kind == "percent" and text.startswith(_NAMED_RATES, quantity.end)
    if text.startswith("的", quantity.end):
        return not cues.measured.search(text[slice(*before)])
    return kind in PHYSICAL and not cues.measured.search(text[slice(*before)])


def _with_verb(scene: Scene, start: int, noun: Span, before: Span | None) -> str:
    """A noun of one character with the verb before its number (养牛, 覆盖村), which alone says too little."""
    verb = _VERB.search(scene.layout.text, max(0, start - 2), start)
    lead = verb[1] if verb else ""
    if before is not None and not lead:
        done = words_of_subjects().doing.search(scene.layout.text, *before)
        begin = done.start() if done else before[0]
        lead = scene.body[begin : before[1]] if before[1] - begin <= _LONGEST_VERB else ""
    return lead + scene.body[slice(*noun)]
