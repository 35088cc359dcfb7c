"""Chains: numbers side by side that share the words behind the last (2人4次破5项省纪录, 9座、24间厂房)."""

import re

from transform.figures.phrases import phrase_behind
from transform.figures.units import match_unit
from transform.patterns import compiled

_DIGITS = r"[\d一二两三四五六七八九十]{1,5}"
_RECORD = compiled(
    rf"(?:{_DIGITS}(?:人次|[人次队对组])){{0,2}}((?:打?破|[超平创改]|创造|刷新|改写|追平)了?){_DIGITS}[项个]"
)
"""All who break a record, and how often, are counted by it."""
_RUNNERS = frozenset(("人", "人次", "次", "队", "对", "组"))
_NEXT = compiled(r"、[\d.]+[百千万]*[余多]?")
_LONGEST = 20


CHAIN_STARTS = frozenset("、打破超平创改刷追0123456789一二两三四五六七八九十")
"""What follows a number that may be in a chain."""


def subject_of_chain(text: str, body: str, end: int, last: int, unit: str) -> str | None:
    """What the number that ends at `end` shares with those behind it; `unit` is its canonical unit."""
    sign = text[end : end + 1]
    if unit in _RUNNERS and sign != "、" and (record := _RECORD.match(text, end, last)):
        broken = phrase_behind(text, record.end(), last)
        return (body[slice(*record.span(1))] + body[slice(*broken)])[:_LONGEST] if broken else None
    return _joined(text, body, end, last) if sign == "、" else None


def _joined(text: str, body: str, end: int, last: int) -> str | None:
    """The noun behind the second of two numbers (9座、24间厂房)."""
    follows: re.Match[str] | None = _NEXT.match(text, end, last)
    unit = match_unit(text, follows.end()) if follows else None
    if unit is None or unit[0].kind != "count":
        return None
    noun = phrase_behind(text, unit[1], last)
    return body[slice(*noun)] if noun and noun[0] == unit[1] else None
