"""Text read with a wrong codec comes back, and text that was read rightly stays."""

import re
from collections.abc import Callable

import pytest

from transform.decode.whatwg import read_lossy
from transform.repair.edits import apply_edits
from transform.repair.mojibake import find_mojibake
from transform.repair.repair import repair

SENTENCE = "镇卫生院新添了两台救护车，三个村的病人转运更快了。"
TRADITIONAL = "鎮衛生院新添了兩臺救護車，三個村的病人轉運更快了。"
LOSSY = (
    "阅览室添了18个座位，院子里的老人每周来两次。",
    "县里下拨抗旱资金120万元，惠及7个乡镇的农户。",
    "这位女士说，一年下来能省两千多元，很划算。",
    "记者获悉，12月起新开通两条公交线路，全程16.5公里。",
)
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


@pytest.mark.parametrize("codec", ["gbk", "gb18030"])
@pytest.mark.parametrize("text", LOSSY)
def test_a_character_that_misses_a_byte_stays_lost_and_the_others_come_back(text: str, codec: str) -> None:
    found = repair(text.encode().decode(codec, "replace"))
    assert len(found.text) == len(text)
    assert all(got in (char, "\ufffd") for got, char in zip(found.text, text, strict=True))
    assert found.text.count("\ufffd") <= len(text) / 3
    assert found.flags == ("mojibake", "lossy_text")


def test_a_lost_byte_that_can_only_have_been_one_is_put_back() -> None:
    """Of the characters that begin and end as 。 does, 。 is the only one that people write."""
    damaged = "他们来。车也到了".encode().decode("gbk", "replace")
    assert "\ufffd" in damaged[:-1]
    assert undo(damaged)[:4] == "他们来。"


def test_the_webs_gbk_reads_a_byte_as_euro() -> None:
    text = "他在一楼等了一个下午，问了三遍。也问了别人"
    damaged = read_lossy(text.encode(), "gb18030")[0]
    assert "€" in damaged
    assert undo(damaged) == text


def test_several_kinds_on_one_page_come_back_line_by_line() -> None:
    ways = [
        ("utf-8", "latin-1"),
        ("gbk", "latin-1"),
        ("utf-8", "utf-8"),
        ("big5", "gb18030"),
        ("gbk", "big5hkscs"),
    ]
    texts = [SENTENCE, SENTENCE, SENTENCE, TRADITIONAL, "乡村工作队驻村三年，修通了最后一公里的水泥路。"]
    lines = [text.encode(right).decode(wrong) for text, (right, wrong) in zip(texts, ways, strict=True)]
    assert undo("\n".join(lines)) == "\n".join(texts)


def test_a_damaged_line_is_one_edit() -> None:
    text = "\n".join(f"第{number}天，{SENTENCE}共{number}人次。" for number in range(10, 40))
    for right in ("gbk", "utf-8"):
        edits = find_mojibake(text.encode(right).decode("latin-1"))
        assert [edit.after for edit in edits] == text.split("\n")


def test_letters_beside_chinese_that_was_utf8() -> None:
    text = "發(fā)布會(huì)在報(bào)社開(kāi)，記者問(wèn)了四個(gè)問題。"
    assert undo(text.encode().decode("latin-1")) == text


@pytest.mark.parametrize(
    "wrong",
    [
        lambda text: text.encode().decode("latin-1"),
        lambda text: re.sub("[^\x00-\x7f]", lambda match: f"&#x{ord(match.group()):x};", text),
        lambda text: re.sub("[^\x00-\x7f]", lambda match: f"\\u{ord(match.group()):04x}", text),
    ],
)
def test_a_mirror_is_seen_behind_what_was_read_wrongly(wrong: Callable[[str], str]) -> None:
    text = "縣(xiàn)報(bào)訊(xùn) 開(kāi)學(xué)首日，各學(xué)校發(fā)布了食堂開(kāi)放時(shí)間，縣(xiàn)報(bào)記者來訪。"
    found = repair(wrong(text))
    assert found.text == "县报讯 开学首日，各学校发布了食堂开放时间，县报记者来访。"
    assert "pinyin_mirror" in found.flags


def test_kana_of_mojibake_are_no_japanese() -> None:
    """浣犲ソ has kana; the full-width digits behind it are folded, as in any Chinese text."""
    damaged = "你好好好好好好好好好好好好好，我们".encode().decode("gb18030", "replace")
    found = repair(f"{damaged}\n共３２人。")
    assert found.text.endswith("\n共32人。")


def test_half_of_a_surrogate_pair_breaks_nothing() -> None:
    text = "浣犲ソ鍏ㄥ尯\ud800鍏辨湁"
    assert repair(text).text.count("\ud800") == 1


def test_memory_that_nobody_wrote_to_is_lost_and_a_hot_pot_is_not() -> None:
    assert "lossy_text" not in repair("锅里烫烫烫，慢慢吃。").flags
    assert "lossy_text" in repair("编号：烫烫烫烫烫烫").flags
