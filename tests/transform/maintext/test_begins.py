"""A hastened pattern is found where the pattern is."""

import re

import pytest

from transform.maintext.begins import hasten


@pytest.mark.parametrize(
    ("pattern", "texts"),
    [
        (r"甲乙|(?:丙|丁?)戊|\d天", ["甲乙", "戊", "丁戊", "3天", "甲", "丁"]),
        (r"[A-Z一-鿿]?ICP\d", ["京ICP1", "ICP1", "1ICP1", "ICP"]),
        (r"(?<!不)(?:很?好)", ["很好", "不很好", "不好", "好"]),
        (r"^\W*首页|>\s*正文", ["  首页", "看首页", "> 正文", "首页"]),
        (r"app下载|ſ甲", ["APP下载", "App", "S甲"]),
        (r".甲", ["乙甲", "甲"]),
        (r"甲*", ["", "甲"]),
    ],
)
def test_hastened_patterns_are_found_in_the_same_texts(pattern: str, texts: list[str]) -> None:
    hastened = re.compile(hasten(pattern), re.I)
    for text in texts:
        assert bool(hastened.search(text)) == bool(re.search(pattern, text, re.I)), text
