"""Script conversion keeps every position."""

import pytest

from transform.repair.script import script_of, to_hans


@pytest.mark.parametrize(
    ("found", "after"),
    [
        ("臺灣後來發展得很快", "台湾后来发展得很快"),
        ("著名作家聽著音樂", "著名作家听着音乐"),
        ("沿著著力點", "沿着着力点"),
        ("存在著有利條件", "存在着有利条件"),
        ("乾隆年間乾燥", "乾隆年间干燥"),
        ("简体不变", "简体不变"),
        ("この著者の図書館", "この著者の図書館"),
        ("", ""),
    ],
)
def test_to_hans(found: str, after: str) -> None:
    assert to_hans(found) == after


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("汉语", "Hans"),
        ("漢語說明", "Hant"),
        ("山水", "Hans"),
        ("Hello", "other"),
        ("これは日本語です", "other"),
        ("", "other"),
    ],
)
def test_script_of(text: str, script: str) -> None:
    assert script_of(text) == script
