"""Basis: a level at a moment, what happened within a period, or a sum from a beginning on."""

from transform.figures.cues import cue_pattern, cue_words
from transform.figures.days import Span


def read_basis(segment: str, span: Span) -> str | None:
    """The basis of a counted or summed number from its clause; a flow without a period is a sum."""
    if cue_pattern("basis", "stock").search(segment) or segment.endswith(cue_words("basis", "stock_end")):
        return "stock"
    if cue_pattern("basis", "cumulative").search(segment):
        return "cumulative"
    if span.first is not None:
        return "flow"
    return "cumulative" if cue_pattern("basis", "flow").search(segment) else None
