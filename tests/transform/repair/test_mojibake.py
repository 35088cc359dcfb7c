"""Text read with a wrong codec comes back, and text that was read rightly stays."""

import pytest

from transform.repair.edits import apply_edits
from transform.repair.mojibake import find_mojibake
from transform.repair.repair import repair

SENTENCE = "镇卫生院新添了两台救护车，三个村的病人转运更快了。"
TRADITIONAL = "鎮衛生院新添了兩臺救護車，三個村的病人轉運更快了。"
HOLES = (0x81, 0x8D, 0x8F, 0x90, 0x9D)


def cp1252(body: bytes) -> str:
    return "".join(chr(byte) if byte in HOLES else bytes([byte]).decode("cp1252") for byte in body)


def undo(text: str) -> str:
    return apply_edits(text, find_mojibake(text))


@pytest.mark.parametrize(
    "damaged",
    [
        SENTENCE.encode().decode("latin-1"),
        cp1252(SENTENCE.encode()),
        cp1252(cp1252(SENTENCE.encode()).encode()),
        SENTENCE.encode("gbk").decode("latin-1"),
        cp1252(SENTENCE.encode("gbk")),
    ],
)
def test_read_as_western(damaged: str) -> None:
    assert undo(damaged) == SENTENCE


def test_big5_read_as_gbk() -> None:
    assert undo(TRADITIONAL.encode("big5").decode("gb18030")) == TRADITIONAL


def test_gbk_read_as_big5() -> None:
    text = "乡村工作队驻村三年，修通了最后一公里的水泥路。"
    assert undo(text.encode("gbk").decode("big5hkscs")) == text


def test_utf8_read_as_gbk_keeps_what_is_lost_as_lost() -> None:
    damaged = "街道办开展消防演练".encode().decode("gb18030", "replace")
    assert "\ufffd" in damaged
    assert undo(damaged) == "街道办开展消防演\ufffd"
    assert undo("新华社北京电".encode().decode("gb18030")) == "新华社北京电"


def test_one_damaged_paragraph_among_others() -> None:
    damaged = f"{SENTENCE}\n{SENTENCE.encode().decode('latin-1')}\n{SENTENCE}"
    assert undo(damaged) == f"{SENTENCE}\n{SENTENCE}\n{SENTENCE}"


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE,
        TRADITIONAL,
        "佢哋喺街市買咗啲嘢，跟住就返咗屋企。",
        "昨日、駅前の図書館で講演会が開かれました。",
        "The naïve café-goer’s résumé – “très déjà vu” – cost £5 at 30°C.",
        "Ça coûte 5 € à l’élève âgé; öffnen Sie die Tür!",
        "喆、镕、堃、昇、淼、祎、翀、瑆、頔、赟都是人名里的字",
        "┌──┬──┐│表│格│└──┴──┘",
        "",
    ],
)
def test_honest_text_stays(text: str) -> None:
    assert find_mojibake(text) == []


def test_indents_of_utf8_read_as_gbk_go() -> None:
    text = "第一段没有坏。\n銆€銆€第二段只坏了缩进，银幕上的€是欧元。"
    assert repair(text).text == "第一段没有坏。\n第二段只坏了缩进，银幕上的€是欧元。"


def test_escaped_indents_go_and_other_escaped_blanks_are_blanks() -> None:
    text = "&amp;emsp;&nbsp; 早上七点半，宜昌&nbsp;西坝\n &nbsp;第二段。"
    assert repair(text).text == "早上七点半，宜昌 西坝\n 第二段。"
