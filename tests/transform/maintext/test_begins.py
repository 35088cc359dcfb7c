"""A hastened pattern is found where the pattern is."""

import re

import pytest

from transform.maintext import furniture_words
from transform.maintext.begins import hasten, hasten_match
from transform.maintext.furniture_words import classes


@pytest.mark.parametrize(
    ("patterns", "texts"),
    [
        ([r"甲乙|(?:丙|丁?)戊|\d天"], ["甲乙", "戊", "丁戊", "3天", "甲", "丁"]),
        ([r"甲乙", r"丙[丁戊]", r"(?:甲|丙)己"], ["甲乙", "丙己", "甲丁", "丙戊", "甲丙己", "乙甲"]),
        ([r"[A-Z一-鿿]?ICP\d"], ["京ICP1", "ICP1", "1ICP1", "ICP"]),
        ([r"(?<!不)(?:很?好)"], ["很好", "不很好", "不好", "好"]),
        ([r"^\W*首页", r">\s*正文"], ["  首页", "看首页", "> 正文", "首页"]),
        ([r"app下载", "ſ甲"], ["APP下载", "App", "S甲"]),
        ([r".甲"], ["乙甲", "甲"]),
        ([r"甲*", "乙"], ["", "甲"]),
    ],
)
def test_hastened_patterns_are_found_in_the_same_texts(patterns: list[str], texts: list[str]) -> None:
    hastened = re.compile(hasten(patterns), re.I)
    for text in texts:
        assert bool(hastened.search(text)) == bool(re.search("|".join(patterns), text, re.I)), text


@pytest.mark.parametrize(
    ("patterns", "texts"),
    [
        ([r"^\W*甲[乙丙]", r"^.丁"], ["甲乙", "  甲丙", "甲丁", "乙丁", "乙甲丙", ""]),
        ([r"^\W*[【(]\s*广告", r"^(?:完|全文完)$"], ["【 广告", " ( 广告", "广告", "全文完", "完", "完了"]),
        ([r"^\W*(?:本文)?(?:来源|出处):"], ["来源:", "◆本文出处:", "本文", "于来源:"]),
        ([r"^\W*app", r"^\W*\d\d:\d\d"], ["APP", "·App", "12:30", "1:30", "x12:30"]),
        ([r"^(?=\D*+\d)\W*\S甲", r"^\W*乙*丙"], ["甲", "一甲", "一甲1", "丙", "乙乙丙", "乙"]),
    ],
)
def test_hastened_beginnings_are_found_in_the_same_texts(patterns: list[str], texts: list[str]) -> None:
    hastened, may = (re.compile(hasten_match(patterns, only_may=only), re.I) for only in (False, True))
    for text in texts:
        is_matched = re.match("|".join(patterns), text, re.I) is not None
        assert bool(hastened.match(text)) == is_matched, text
        assert may.match(text) or not is_matched, text


def test_the_furniture_is_found_where_its_classes_are() -> None:
    any_first, any_other = furniture_words._any_class()
    said = [
        *(
            "首页 > 本地",
            "【广告】",
            "责任编辑：陶然",
            "2024-05-03 来源：江风报",
            "未经授权不得转载",
            "纠错 校对：林晨",
        ),
        *(
            "潮水退去，渔民开始一天的工作。",
            "12:30 / 40:10",
            "版权所有",
            "打开客户端",
            "全文完",
            "分享到",
            "1/3",
        ),
    ]
    for text in said:
        firsts = [name for name, first, _ in classes() if first.match(text)]
        others = [name for name, _, other in classes() if other.search(text)]
        assert any_first.match(text) or not firsts, text
        assert (any_other.search(text) is not None) == bool(others), text
    assert any_first.match("潮水退去，渔民开始一天的工作。") is None
