"""Characters that only look right become the ordinary ones; full-width punctuation stays."""

import pytest

from transform.repair.characters import find_characters
from transform.repair.edits import apply_edits
from transform.repair.entities import find_entities
from transform.repair.punctuation import find_punctuation, has_mixed_widths
from transform.repair.repair import repair


def fold(text: str) -> str:
    return apply_edits(text, find_characters(text))


@pytest.mark.parametrize(
    ("found", "after"),
    [
        ("豈\uf900有此理", "豈豈有此理"),
        ("⻓江与⻔户、⺠众", "长江与门户、民众"),
        ("⼈⺟⽔", "人母水"),
        ("２０２３年，增长３．５％", "2023年，增长3.5%"),
        ("ＧＤＰ总量", "GDP总量"),
        ("新\u200b闻\ufeff网\u00ad", "新闻网"),
        ("甲\ue78d乙\ufe12", "甲，乙。"),
    ],
)
def test_folded(found: str, after: str) -> None:
    assert fold(found) == after


@pytest.mark.parametrize(
    "text",
    [
        "，！：（）？",
        "一家人👨\u200d👩\u200d👧出游",
        "plain\u200btext",
        "ＡＢＣ",
        "﨑山和﨑",
        "波斯语说می\u200cخواهم，是想要",
    ],
)
def test_kept(text: str) -> None:
    assert fold(text) == text


@pytest.mark.parametrize(
    ("found", "after"),
    [
        ("标题&amp;nbsp;正文", "标题 正文"),
        ("&amp;#x4e2d;&#22269;", "中国"),
        ("\\u4e2d\\u56fd与%u5929", "中国与天"),
        ("&amp;amp;ldquo;好&amp;rdquo;", "“好”"),
        ("\\u5c71\\u6c34\\ud83d\\ude00，caf\\u00e9", "山水😀，café"),
        ("他来自\\u676d州", "他来自杭州"),
        ("见 http://a.example/x?a=1&amp;b=2&nbsp;一文", "见 http://a.example/x?a=1&b=2 一文"),
    ],
)
def test_entities(found: str, after: str) -> None:
    assert apply_edits(found, find_entities(found)) == after


@pytest.mark.parametrize(
    "text",
    [
        "AT&T公司",
        "C:\\u0041\\users",
        "[\\u4e00-\\u9fa5]+匹配汉字",
        "字母\\u00e9的写法",
        "读作 \\u4e2d 时",
        "http://a.example/x?a=1&copy;=2&lang;b",
        "a & b; c",
        "&unknown;",
        "研发(R&D);投入",
    ],
)
def test_entities_kept(text: str) -> None:
    assert find_entities(text) == []


def test_punctuation_is_widened_between_chinese_characters_only() -> None:
    text = "他说，好。时间:三点,地点，A座,1,200人;“完”!\n是吗?"
    assert has_mixed_widths("甲，乙，丙,丁")
    assert not has_mixed_widths("甲,乙,丙")
    assert not has_mixed_widths("甲，乙，丙")
    assert (
        apply_edits(text, find_punctuation(text)) == "他说，好。时间：三点，地点，A座,1,200人；“完”！\n是吗？"
    )


def test_what_a_first_pass_takes_out_on_end_is_one_edit() -> None:
    found = "&nbsp;&nbsp;半Ｒ"
    done = repair(found)
    assert apply_edits(found, done.edits) == done.text == "半R"
