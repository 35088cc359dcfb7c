"""Laws of edits: two passes joined do what they do one after the other, and every edit can be undone."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from transform.repair.compose import compose
from transform.repair.edits import Edit, apply_edits


@st.composite
def edits_of(draw: st.DrawFn, text: str) -> list[Edit]:
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))  # some touch each other
    edits = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        if draw(st.booleans()):
            end = start
        edits.append(Edit("character", start, end, text[start:end], draw(st.text("甲乙(1", max_size=3)), 1.0))
    return [edit for edit in edits if edit.before != edit.after]


@st.composite
def two_passes(draw: st.DrawFn) -> tuple[str, list[Edit], list[Edit]]:
    found = draw(st.text("天地人abc", max_size=20))
    first = draw(edits_of(found))
    return found, first, draw(edits_of(apply_edits(found, first)))


@given(two_passes())
def test_compose(case: tuple[str, list[Edit], list[Edit]]) -> None:
    found, first, second = case
    joined = compose(found, first, second)
    assert apply_edits(found, joined) == apply_edits(apply_edits(found, first), second)
    assert all(found[edit.start : edit.end] == edit.before != edit.after for edit in joined)
    assert all(a.end <= b.start for a, b in pairwise(joined))


@given(two_passes())
def test_undo(case: tuple[str, list[Edit], list[Edit]]) -> None:
    found, first, second = case
    text, at, undone = apply_edits(found, joined := compose(found, first, second)), 0, ""
    for edit in joined:
        undone += text[at : at + edit.start - len(undone)] + edit.before
        at = len(apply_edits(found[: edit.end], [e for e in joined if e.end <= edit.end]))
    assert undone + text[at:] == found
