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
        ("吉林大学教授来村里讲水渠", "山东菏泽市曹县的村里，吉林大学教授石润田讲了一下午水渠。", "371721"),
        ("浙江某某集团修水渠", "山东菏泽市曹县的村里，一条水渠通了水。", "371721"),
        ("采茶的人", "福建南平市武夷山市的茶山上，来自江西上饶的采茶工已经忙了三天。", "350782"),
    ],
)
def test_what_somebody_comes_from_counts_little(title: str, body: str, code: str) -> None:
    assert place(title, body) == code


@pytest.mark.parametrize(
    ("title", "body", "code"),
    [
        ("桂林的水渠", "桂林市七星区的一条水渠通了水。桂林人说好。", "450305"),
        ("重庆的水渠", "长寿区的一条水渠通了水。重庆人说好。", "500115"),
        ("桂林的水渠", "桂林市七星区和象山区各有一条水渠。桂林人说好。", "450300"),
        ("桂林的水渠", "七星区的水渠通了水。" + PROSE * 5 + "桂林市象山区还要修一条。", "450300"),
        ("河南的水渠", "河南省的水渠都通了水，官员去了驻马店市遂平县。河南人说好。河南还要再修。", "410000"),
    ],
)
def test_the_one_county_of_the_lead_is_the_place_of_a_citys_article(title: str, body: str, code: str) -> None:
    assert place(title, body) == code


def test_a_citys_paper_says_nothing_against_a_county_of_it() -> None:
    assert place("夜校", "宜宾市高县的文化站里办起了夜校。", "宜宾生活网") == "511525"


def test_a_countys_long_short_name_is_no_word() -> None:
    assert place("阿尔山机场通航", "首日起降航班4架次。") == "152202"


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
