"""Attributes and deeds: a bare measure is named by its owner (投资3亿元的[码头]), people by what they do."""

import re
from functools import cache

from msgspec import Struct

from transform.figures.cues import join_words
from transform.figures.figure import Figure
from transform.figures.phrases import phrase_behind
from transform.figures.subject_words import subject_words
from transform.patterns import compiled

LONGEST_NAME = 20
_PEOPLE = frozenset(("人", "户", "人次"))
_CASES = "例"
_NOT = compiled("[均皆都全](?=[未没无])")
"""Cases of which something is told that did not happen (3例均[未住院])."""
_MADE = compiled(
    "(?:新建|建成|建设|打造|改造|修建|兴建|改建|引进|购置|购进|开发)(?:起来|而成|完成)?的(?=[一-鿿])"
)
"""投资3亿元[新建的]码头."""
_DEED = compiled(
    r"(?![的和与及、以之左右不前后内外中为是占也都还才便则却]|就(?![近地业读医学餐诊任]))[一-鿿“”]{2,12}(?=[，。；、,;！!？?\n)）]|$|\d)"
)


def ends_of_attributes() -> frozenset[str]:
    """The last characters of all attributes: what ends otherwise is none."""
    return _patterns().ends


def attribute_of(
    text: str, before: str, behind: str | None, spot: tuple[int, int], previous: Figure | None
) -> str | None:
    """A bare attribute with its owner, None where `before` is none or the owner is not sure.

    `before` leads to the number and `behind` follows it; `spot` is where its part of the sentence begins and
    where the number ends.
    """
    patterns, (clause, end) = _patterns(), spot
    if patterns.attribute.fullmatch(before):
        made = _MADE.match(text, end)
        owner = phrase_behind(text, made.end(), end + 30) if made else None
        if owner is not None:
            return _joined(text[slice(*owner)], before)
        if behind and text.startswith("的", end):
            return _joined(behind, before)
    if previous is None or not previous.subject:
        return None
    if patterns.rate.fullmatch(before):
        former = patterns.rate.search(previous.subject)
        named = previous.subject[: former.start()] if former else previous.subject
        return _joined(named, before) if named else None
    is_next = clause - previous.end == 1 and text[previous.end] in "、，" and previous.kind == "count"
    if is_next and patterns.total.fullmatch(before) and patterns.owner.search(previous.subject):
        return _joined(previous.subject, before)
    return None


def deed_of(text: str, end: int, unit: str, before: str | None) -> str | None:
    """What people do, where no noun follows their number (1.1万人[就近就业]); a verb before goes with it."""
    verb = _patterns().deed.search(before) if before else None
    if unit == _CASES and (negated := _NOT.match(text, end)):
        end = negated.end()
    elif unit not in _PEOPLE and not (unit == "次" and before is None):
        return None
    if before and verb is None:
        return None
    match = _DEED.match(text, end, min(len(text), end + 13))
    return (verb[0] if verb else "") + match[0] if match else None


def told_of(text: str, end: int) -> str | None:
    """What a share of people does or is (31%的人[没有读过书]): 人 alone says nothing."""
    match = _TOLD.match(text, end)
    return match and match["who"] + match["what"]


def aged_of(text: str, end: int) -> str | None:
    """Who is so old, behind what is told of him (76岁身患风湿的[妇人])."""
    match = _AGED.match(text, end)
    return match and match[1]


def sized_of(text: str, clause: int, start: int, end: int) -> str | None:
    """一名重3200克的[男婴]: one thing with its size before it is named behind."""
    lead = _ONE_SIZED.search(text, clause, start)
    match = _OF_SIZE.match(text, end) if lead else None
    return match[1] + lead[1] if match and lead else None


def _joined(owner: str, attribute: str) -> str | None:
    name = owner if owner.endswith(attribute) else owner + attribute
    return name if len(name) <= LONGEST_NAME else None


_TOLD = compiled(
    r"的(?P<who>人)(?:在[^，。；]{2,12}?[里中内间后前])?(?P<what>[^，。；：:、\d]{2,16})(?=[，。；\n、]|$)"
)
_AGED = compiled(
    "(?:患有?|有|没有|身|来自|从事|带着?|独居|无)[^，。；的]{1,12}的([一-鿿]{2,4}?)(?=[，。；、及和在与被因]|$)"
)
_ONE_SIZED = compiled(r"一?[名个条只头块株棵座辆艘尊件颗枚][^，。；的]{0,4}?([重高长宽深厚])达?$")
_OF_SIZE = compiled(r"[^。；\n]{0,16}?的([一-鿿]{2,6})(?=[，。；、\n]|$)")


class _Patterns(Struct, frozen=True):
    attribute: re.Pattern[str]
    total: re.Pattern[str]
    rate: re.Pattern[str]
    deed: re.Pattern[str]
    owner: re.Pattern[str]
    ends: frozenset[str]
    """The last characters of all attributes."""


@cache
def _patterns() -> _Patterns:
    words = subject_words()
    return _Patterns(
        attribute=compiled(rf"[总年月日]?{join_words(words['attributes'])}"),
        total=compiled(rf"(?:计划|年度|预计)?总?{join_words(words['totals'])}"),
        rate=compiled(rf"(?:平均|最高|最大|总体|整体|综合)?{join_words(words['rates'])}$"),
        deed=compiled(rf"{join_words(words['deeds'])}$"),
        owner=compiled(rf"{join_words(words['owners'])}$"),
        ends=frozenset(word[-1] for name in ("attributes", "totals", "rates") for word in words[name]),
    )
