"""How far back the phrase that leads to a number reaches: not over another figure, nor over a time."""

from transform.figures.figure import Figure
from transform.figures.layout import Spot
from transform.figures.leads import SHARES, phrase_before
from transform.figures.phrases import Span, cut_to_verb, words_of
from transform.figures.quantity import Quantity
from transform.figures.scene import Scene
from transform.patterns import compiled

_ASIDE_ROLES = frozenset(("label", "enumeration"))
_TIME_TAIL = compiled(
    r"之?[内后前](?![容勤果方景来期部地蒙]|[往后])|以来|来(?![自源宾访华信])|期?间(?!接)|[”’]?时期|[上下]午|底"
)
_BASE = compiled(r"(?:会|将|将会|已|已经)?是[^，。；]{1,18}的[约近超逾过到不]{0,2}$")
"""What a multiple is compared with is not what it measures (产量是[原来的]3倍)."""
_RANKED = compiled(r"(?:[位稳跃高]居|[位名]列|排名?在?|居|列)[^，。；、]{0,16}$")
_LONGEST_LIST = 13
_DIGIT = compiled(r"\d")
_PRAISED = compiled(
    "(?:就是|真是|确实|实在|[很真更也挺太]|非常|特别|相当|比较)[高大好多低少快稳足旺][了啊呢]?$"
)
"""Of what went before, the verdict is not what is measured (产量[就是高]，每亩能产3吨)."""


def reach_before(scene: Scene, quantity: Quantity, spot: Spot, previous: Figure | None) -> Span | None:
    """The phrase before, not reaching back over another figure or a time."""
    text, segment, clause = scene.layout.text, spot.segment, scene.layout.clause_start(spot)
    is_ratio = quantity.unit is not None and quantity.unit.kind == "multiplier"
    base = _BASE.search(text, segment, quantity.start) if is_ratio else None
    if quantity.form in ("ordinal", "first"):
        base = _RANKED.search(text, segment, quantity.start)
    lead = base.start() if base else quantity.start
    is_list = clause > segment and (text[clause - 1] == "、" or not text[clause : quantity.start].strip())
    for start in (clause, segment) if is_list else (clause,):
        times, after = scene.times_between(start, quantity.start), start
        if times:
            after = next((time.end for time in reversed(times) if time.end <= quantity.start), start)
            if times[-1].start > start and text[times[-1].start - 1] in "比较":
                return phrase_before(text, times[-1].start - 1, start)
            tail = _TIME_TAIL.match(text, after) if after > start else None
            after = tail.end() if tail else after
        is_next = (
            previous is not None
            and previous.role not in _ASIDE_ROLES
            and start < previous.end <= quantity.start
            and (base is None or is_ratio or previous.start < lead)
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
                return _behind_of(text, found) if is_next else found
            return _with_list(text, segment, lead, found) if text[found[0] - 1] == "、" else found
    return None


def _behind_of(text: str, found: Span) -> Span:
    """Of 省份的作品 between two numbers the first counts 省份 and the second 作品."""
    if text.endswith(SHARES, *found):
        return found
    of = text.find("的", found[0], found[1] - 2)
    return cut_to_verb(text, (of + 1, found[1]) if of >= 0 else found)


def _with_list(text: str, segment: int, lead: int, found: Span) -> Span:
    """All of a short list that one number counts (兑付[种粮补贴、农机补贴]62万元)."""
    whole = phrase_before(text, lead, segment)
    is_short = whole is not None and whole[0] < found[0] and whole[1] - whole[0] <= _LONGEST_LIST
    if not is_short or whole is None or whole[1] != found[1] or _DIGIT.search(text, *whole):
        return found
    return whole


def _is_its_own(scene: Scene, previous: Figure, found: Span) -> bool:
    """The phrase directly behind a count is what that one counts."""
    return found[0] == previous.end and words_of(scene.body, found) == previous.subject


def reach_back(scene: Scene, spot: Spot) -> Span | None:
    """The phrase that ends the part of the sentence before the one of `spot`."""
    text, last = scene.layout.text, spot.segment - 1
    begin = scene.layout.segment_start(spot.first, last)
    praised = _PRAISED.search(text, begin, last)
    return phrase_before(text, praised.start() if praised else last, begin)
