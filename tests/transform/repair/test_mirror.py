"""A pinyin mirror is undone, honest brackets stay."""

import pytest

from transform.repair.mirror import find_mirror
from transform.repair.repair import diagnose, repair, repair_line

MIRRORED = (
    "縣(xiàn)里今年新開(kāi)辦(bàn)了三所學(xué)校,學(xué)生們(men)都很高興,"
    "還(hái)開(kāi)了運(yùn)動(dòng)會(huì)。"
)
CLEAN = "县里今年新开办了三所学校,学生们都很高兴,还开了运动会。"
HONEST = [
    "王博士(后)、记者(林晨)与单于(chán yú)的故事,国内生产总值(GDP)增长",
    "嬴(yíng)政、嫪(lào)毐(ǎi)和芈(mǐ)月,都是古人的名字。嬴政是皇帝,芈月不是,嫪先生也不是。",
    "漢字的讀音：龜(guī)字難寫,龜是動物。鬱字也難寫,鬱(yù)是心情,麤(cū)字少見。龜龜鬱鬱。",
    "他说(say)话(word)的时候(time)很慢(slow),很好(good)笑(laugh),不错(ok)",
    "昨日、図書館(toshokan)で会(kai)が開かれた。",
]


def test_mirror_is_undone() -> None:
    repaired = repair(MIRRORED)
    assert repaired.text == CLEAN
    assert repaired.flags == ("pinyin_mirror",)
    assert repaired.script == "Hant"
    assert {edit.kind for edit in repaired.edits} == {"pinyin_annotation"}


def test_the_table_is_learned_from_the_page() -> None:
    mirror = find_mirror(MIRRORED)
    assert mirror is not None
    assert mirror.readings["學"] == "xué"
    assert "興" not in mirror.readings


def test_a_gloss_on_a_mirrored_page_stays() -> None:
    text = MIRRORED + "校長王翀(chōng)說,單位(GDP)好。"
    assert repair(text).text == CLEAN + "校长王翀(chōng)说,单位(GDP)好。"


def test_short_lines_share_the_diagnosis() -> None:
    diagnosis = diagnose(MIRRORED)
    assert repair_line("開(kāi)學(xué)", diagnosis) == "开学"
    assert repair_line("編輯:陳(chén)明", diagnosis) == "编辑:陈明"


def test_toneless_and_doubled_readings() -> None:
    text = "縣(xian)(xian)里開(kai)辦(ban )了學(xue)校,學(xue)生們(men)高興,還(hai)開(kai)會(hui )"
    assert repair(text).text == "县里开办了学校,学生们高兴,还开会"


@pytest.mark.parametrize("text", HONEST)
def test_honest_brackets(text: str) -> None:
    assert repair(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        "這個字很難：「長(zhǎng)大」與「長(cháng)短」、「樂(yuè)器」與「快樂(lè)」、「還(huán)錢」與「還(hái)有」。",
        "難字註音：鑊(huò)、鑰(yuè)、鑿(záo)、鱉(biē)、蠱(gǔ)惑、齏(jī)粉。",
        "陳(chen)先生、張(zhang)先生、黃(huang)小姐、劉(liu)太太、吳(wu)經理、趙(zhao)主任、許(xu)先生一起吃飯。",
    ],
)
def test_glosses_of_people_on_traditional_pages_stay(text: str) -> None:
    repaired = repair(text)
    assert (repaired.text, repaired.flags) == (text, ())
