"""Basis: a level at a moment, what happened within a period, or a sum from a beginning on."""

import re
from functools import cache

from transform.figures.cues import cue_words, join_words
from transform.figures.days import Span


def read_basis(segment: str, span: Span) -> str | None:
    """The basis of a counted or summed number from its clause; a flow without a period is a sum."""
    if _pattern("stock").search(segment) or segment.endswith(cue_words("basis", "stock_end")):
        return "stock"
    if _pattern("cumulative").search(segment):
        return "cumulative"
    if span.first is not None:
        return "flow"
    return "cumulative" if _pattern("flow").search(segment) else None


@cache
def _pattern(group: str) -> re.Pattern[str]:
    return re.compile(join_words(list(cue_words("basis", group))))
