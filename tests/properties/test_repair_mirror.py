"""Laws of the mirror's repair, for any tables and texts: edits undo, nothing is left for a second repair."""

from hypothesis import given, settings
from hypothesis import strategies as st

from transform.repair.edits import Edit, apply_edits
from transform.repair.forward import show
from transform.repair.readings import has_reading
from transform.repair.repair import repair

TABLE = {
    "準": "zhǔn",
    "應": "yīng",
    "總": "zǒng",
    "聲": "shēng",
    "個": "gè",
    "農": "nóng",
    "對": "duì",
    "縣": "xiàn",
}
SENTENCES = [
    "縣里請農技員來講課,農民對新品種很感興趣。",
    "這是一項系統工程，鏈式效應明顯，縣里對此滿意。",
    "他每個星期回家,新時代的農村變化很大！",
    "全縣增收 3,200 萬元,比上年多12%。",
]
tables = st.permutations(list(TABLE.items())).flatmap(
    lambda rows: st.integers(0, 8).map(lambda n: dict(rows[:n]))
)


def undo(text: str, edits: tuple[Edit, ...]) -> str:
    """The text as found, from the text after its edits."""
    shift, back = 0, []
    for edit in edits:
        start = edit.start + shift
        back.append(Edit(edit.kind, start, start + len(edit.after), edit.after, edit.before, 1.0))
        shift += len(edit.after) - len(edit.before)
    return apply_edits(text, back)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5),
    tables,
    st.sampled_from(["，？；！", "，", ""]),
)
def test_a_mirrored_page_is_repaired_once_for_all(lines: list[str], table: dict[str, str], cuts: str) -> None:
    found = "\n".join(show(line, table, cuts) for line in lines)
    repaired = repair(found)
    assert undo(apply_edits(found, repaired.edits), repaired.edits) == found
    assert repair(repaired.text).text == repaired.text


@settings(deadline=None, max_examples=150)
@given(
    st.lists(
        st.sampled_from([*"縣農對個應?()（）,，\n\ue001A3a", "(xiàn)", "?nóng)", "(duì)(duì)", "個(gè)"])
    )
)
def test_rubbish_never_raises_and_undoes(parts: list[str]) -> None:
    found = "縣(xiàn)里農(nóng)民對(duì)這個(gè)好,對(duì)農(nóng)。" + "".join(parts)
    repaired = repair(found)
    assert undo(apply_edits(found, repaired.edits), repaired.edits) == found


def test_the_readings_of_the_table_are_theirs() -> None:
    assert all(has_reading(char, reading) for char, reading in TABLE.items())
