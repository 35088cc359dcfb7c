"""Slips by one byte are undone: the mirror forwards, then repair back."""

import pytest
from mirror_model import DELIMITERS, mirror

from transform.repair.path import Path
from transform.repair.repair import repair

TEXT = (
    "县里组织技术员进村入户，教乡亲们种蘑菇。合作社统一收购，去年带动三百多户农民增收，大家都说这条路走对了。"
)
TABLE = {
    "縣": "xiàn",
    "組": "zǔ",
    "織": "zhī",
    "術": "shù",
    "員": "yuán",
    "農": "nóng",
    "對": "duì",
    "條": "tiáo",
}


def narrow(text: str) -> str:
    return "".join(chr(ord(char) - 0xFEE0) if "！" <= char <= "～" else char for char in text)


def test_the_model_without_slips() -> None:
    shown = mirror(TEXT, TABLE)
    assert shown.startswith("縣(xiàn)里組(zǔ)織(zhī)技術(shù)員(yuán)進村入戶,")
    assert repair(shown).text == narrow(TEXT)


@pytest.mark.parametrize(
    ("text", "across"),
    [
        (
            "这是一项系统工程，专业机构提供技术支持，链式效应明显，产业协同发展。",
            {"準": "zhǔn", "應": "yīng"},
        ),
        ("他每个星期回家看望老人，新时代的农村变化很大，人们对未来充满信心。", {"總": "zǒng", "聲": "shēng"}),
        ("剧团的演员们走进农村，为老人们演出，时间很长，企业也对这个项目表示欢迎。", {"輪": "lún"}),
        ("记者从省农业厅获悉，能够享受补贴的农户已经超过两万户，资金将在年内发放。", {"軌": "guǐ"}),
    ],
)
def test_readings_put_across_two_characters(text: str, across: dict[str, str]) -> None:
    table = {
        "廳": "tīng",
        "獲": "huò",
        "戶": "hù",
        "內": "nèi",
        "將": "jiāng",
        "農": "nóng",
        "產": "chǎn",
        "業": "yè",
        "個": "gè",
        "時": "shí",
        "對": "duì",
        "項": "xiàng",
        "們": "men",
    }
    shown = mirror(text, {**across, **table})
    assert "?" in shown
    repaired = repair(shown)
    assert repaired.text == narrow(text)
    assert "byte_slip" in {edit.kind for edit in repaired.edits}


def test_a_mark_found_out_of_phase() -> None:
    text = "县里组织培训。科研人员说，这项技术对农民增收很有帮助。"
    shown = mirror(text, TABLE, delimiters=(*DELIMITERS, "！"))
    assert "??" in shown
    assert repair(shown).text == narrow(text)


def test_honest_question_marks_stay() -> None:
    text = "这样行吗？县里组织技术员来了吗？！大家说：“对，来了！”，条件好吗？好。"
    assert repair(mirror(text, TABLE)).text == narrow(text)


def test_what_nothing_explains_is_left_and_flagged() -> None:
    shown = mirror(TEXT, TABLE) + "他說?qù)好"
    repaired = repair(shown)
    assert repaired.text.endswith("他说?qù)好")
    assert "byte_slip_unrepaired" in repaired.flags


def test_a_hostile_page_costs_no_more_than_its_budget() -> None:
    repaired = repair(mirror(TEXT, TABLE) + "?!?,??;" * 400)
    assert repaired.flags == ("pinyin_mirror", "byte_slip_unrepaired")


def test_a_character_on_which_readings_as_good_do_not_agree_is_not_guessed() -> None:
    best = Path(10.0, "库", "库", text="家库，壮大", length=5)
    rival = Path(11.0, "帮", "帮", text="家帮，壮大", length=5)
    far = Path(19.0, "国", "国", text="国库，壮大", length=5)
    path = best.doubt(rival).doubt(far)
    assert (path.doubted, path.gap) == ({1}, 9.0)
    shorter = Path(11.5, "大", "大", text="家壮大", length=3)
    assert best.doubt(shorter).doubted == {1, 2}
    assert best.doubt(best._replace(cost=10.5)).doubted == frozenset()
