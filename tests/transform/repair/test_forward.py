"""The mirror forwards, as repair has it, agrees with the model of the tests, which was written apart."""

import pytest
from mirror_model import mirror, to_traditional

from transform.repair.forward import is_shown, read_leniently, show
from transform.repair.repair import repair

LINES = [
    "这是一项系统工程，专业机构提供技术支持，链式效应明显，产业协同发展。",
    "他每个星期回家看望老人，新时代的农村变化很大，人们对未来充满信心！",
    "县里组织培训。科研人员说，这项技术对农民增收很有帮助；条件好吗？好。",
]
TABLE = {
    "準": "zhǔn",
    "應": "yīng",
    "總": "zǒng",
    "聲": "shēng",
    "個": "gè",
    "農": "nóng",
    "對": "duì",
    "鏈": "liàn",
}


@pytest.mark.parametrize("cuts", ["，？；", "，？；！", "，", ""])
@pytest.mark.parametrize("line", LINES)
def test_both_models_agree(line: str, cuts: str) -> None:
    shown = show(to_traditional(line), TABLE, cuts)
    narrow = "".join(chr(ord(char) - 0xFEE0) if "！" <= char <= "～" else char for char in shown)
    kept = "".join(char for char in narrow if not "\ue000" <= char <= "\uf8ff")
    assert kept == mirror(line, TABLE, delimiters=tuple(cuts))


def test_bad_bytes_are_one_question_mark() -> None:
    assert read_leniently(b"a\x9c(b\x80\xd6\xd0\xaa\xa1\x81") == "a?b?中\ue000?"


def test_another_text_does_not_show_so() -> None:
    seen = "鏈?zhǔn)叫?yīng)"
    assert is_shown("鏈式效應", seen, {}, {"準": "zhǔn", "應": "yīng"})
    assert not is_shown("鏈式孝應", "鏈?zhǔn)叫А?yīng)", {}, {"準": "zhǔn", "應": "yīng"})
    assert not is_shown("鏈式效應", seen, {}, {"應": "yīng"})


def test_what_is_not_proved_stays_and_is_flagged(monkeypatch: pytest.MonkeyPatch) -> None:
    table = {
        "準": "zhǔn",
        "廳": "tīng",
        "獲": "huò",
        "戶": "hù",
        "農": "nóng",
        "產": "chǎn",
        "業": "yè",
        "項": "xiàng",
    }
    shown = mirror("农户获悉，这一项产业在县农业厅的支持下，链式效应明显，农户满意。", table)
    sure = repair(shown)
    monkeypatch.setattr("transform.repair.slips.is_shown", lambda *_: False)
    unsure = repair(shown)
    assert "byte_slip_unrepaired" not in sure.flags
    assert "byte_slip_unrepaired" in unsure.flags
    assert "byte_slip" in {edit.kind for edit in sure.edits}
    assert "byte_slip" not in {edit.kind for edit in unsure.edits}
    assert shown[shown.index("?") : shown.index("?") + 4] in unsure.text
