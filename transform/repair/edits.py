"""A repair is evidence: what stood where, what stands there now, and how sure we are."""

from collections.abc import Iterable

from msgspec import Struct

SURE = 0.9
"""From this confidence on an edit is taken for the truth."""


class Edit(Struct, frozen=True):
    """One undoable change of text; `start` and `end` count code points in the text as found."""

    kind: str
    """`mojibake`, `entity`, `character`, `punctuation`, `pinyin_annotation`, `byte_slip`,
    `headline_piece` or `quote`."""
    start: int
    end: int
    before: str
    after: str
    confidence: float


class Repaired(Struct, frozen=True):
    """A text after repair: `apply_edits(found, edits)`; of a pinyin mirror, the same in simplified script."""

    text: str
    edits: tuple[Edit, ...] = ()
    """In order of place, not overlapping."""
    flags: tuple[str, ...] = ()
    """What is wrong with the whole: `pinyin_mirror`, `headline_pieces`, `synonym_spun`, `lost_quotes`, …"""
    script: str = "other"
    """`Hans`, `Hant` or `other`: the script of the text as found."""


def apply_edits(found: str, edits: Iterable[Edit]) -> str:
    """The text after its edits.

    >>> apply_edits("發(fā)布會(huì)", [Edit("pinyin_annotation", 1, 5, "(fā)", "", 1.0)])
    '發布會(huì)'
    """
    out: list[str] = []
    at = 0
    for edit in edits:
        out += found[at : edit.start], edit.after
        at = edit.end
    return "".join(out) + found[at:]


def find_guesses(edits: Iterable[Edit]) -> list[tuple[int, int]]:
    """The spans of the text after its edits where characters stand that were put back and are not sure."""
    spans: list[tuple[int, int]] = []
    moved = 0
    for edit in edits:
        start = edit.start + moved
        if edit.kind == "byte_slip" and edit.confidence < SURE:
            spans.append((start, start + len(edit.after)))
        moved += len(edit.after) - len(edit.before)
    return spans
