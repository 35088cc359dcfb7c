"""The division that an article is about, where headline and lead name several, or a part of another."""

import pytest

from transform.metadata.local import find_local
from transform.metadata.place import find_place

PROSE = "镇上的人说，今年的雨水比往年来得早，秧苗长得齐整，水渠里整日都有水声。"


def place(title: str, body: str, site: str | None = None, language: str | None = None) -> str | None:
    found = find_place(title, body + PROSE, None, site, None, language)
    return found[0].code if found else None


@pytest.mark.parametrize(
    ("title", "body", "code"),
    [
        ("浙江大学的人来看水渠", "陕西汉中市洋县的村里，浙江大学的石润田看了一天水渠。", "610723"),
        ("浙江某某集团修水渠", "陕西汉中市洋县的村里，一条水渠通了水。", "610723"),
        ("修渠的人", "陕西汉中市洋县的水渠边，来自四川广元的石匠住了半年。", "610723"),
    ],
)
def test_what_somebody_comes_from_counts_little(title: str, body: str, code: str) -> None:
    assert place(title, body) == code


@pytest.mark.parametrize(
    ("title", "body", "code"),
    [
        ("聊城的水渠", "聊城市冠县的一条水渠通了水。聊城人说好。", "371525"),
        ("重庆的水渠", "长寿区的一条水渠通了水。重庆人说好。", "500115"),
        ("聊城的水渠", "聊城市冠县和莘县各有一条水渠。聊城人说好。", "371500"),
        ("聊城的水渠", "冠县的水渠通了水。" + PROSE * 5 + "聊城市莘县还要修一条。", "371500"),
        ("河南的水渠", "河南省的水渠都通了水，官员去了驻马店市遂平县。河南人说好。河南还要再修。", "410000"),
    ],
)
def test_the_one_county_of_the_lead_is_the_place_of_a_citys_article(title: str, body: str, code: str) -> None:
    assert place(title, body) == code


def test_a_citys_paper_says_nothing_against_a_county_of_it() -> None:
    assert place("水渠", "汉中市洋县的村里通了水渠。", "汉中江城网") == "610723"


def test_a_countys_long_short_name_is_no_word() -> None:
    assert place("满洲里修水渠", "水渠下月通水。") == "150781"


@pytest.mark.parametrize(
    ("title", "body", "language", "code"),
    [
        ("深水埗有水渠", "一条水渠通了水。", None, "810000"),
        ("旺角有水渠", "一条水渠通了水。", None, None),
        ("旺角有水渠", "房屋署说，一条水渠通了水。", None, "810000"),
        ("旺角有水渠", "一条水渠通了水。", "zh-HK", "810000"),
        ("鹿港有水渠", "花了新台币一百元。", None, "710000"),
        ("氹仔有水渠", "一条水渠通了水。", None, "820000"),
    ],
)
def test_quarters_without_a_code(title: str, body: str, language: str | None, code: str | None) -> None:
    assert place(title, body, None, language) == code


def test_a_quarter_is_found_where_it_stands() -> None:
    (mention,) = find_local("在深水埗的茶楼", "")
    assert (mention.start, mention.end, mention.place.code) == (1, 4, "810000")
