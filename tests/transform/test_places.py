"""Places in names and in running text."""

import pytest

from transform.divisions import all_places, place_of
from transform.places import find_places, place_named


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("广东省潮州市湘桥区", "445102"),
        ("潮州湘桥", "445102"),
        ("湘桥", "445102"),
        ("聊城", "371500"),
        ("吉林", "220000"),
        ("吉林市", "220200"),
        ("海南", "460000"),
        ("北京朝阳", "110105"),
        ("南京市鼓楼区", "320106"),
        ("恩施州", "422800"),
        ("东乡族自治县", "622926"),
        ("新疆喀什", "653100"),
        ("香港", "810000"),
        ("台北市", "710000"),
        ("仙桃市", "429004"),
    ],
)
def test_a_name_says_its_division(name: str, code: str) -> None:
    place = place_named(name)
    assert place is not None
    assert place.code == code


@pytest.mark.parametrize("name", ["鼓楼区", "朝阳", "鼓楼", "市区", "城区", "火星市", ""])
def test_a_name_of_several_or_of_none_is_not_guessed(name: str) -> None:
    assert place_named(name) is None


def test_the_whole_chain_is_one_mention() -> None:
    text = "近日，广东省潮州市湘桥区召开会议。"
    (mention,) = find_places(text)
    assert text[mention.start : mention.end] == "广东省潮州市湘桥区"
    assert mention.place.full_name == "广东省潮州市湘桥区"
    assert mention.place.level == "county"
    assert mention.place.parent_code == "445100"


def test_a_district_of_many_cities_is_read_with_the_city_named_elsewhere() -> None:
    assert [m.place.code for m in find_places("南京下雨了，鼓楼区积水。")] == ["320100", "320106"]
    assert find_places("鼓楼区积水。") == []


@pytest.mark.parametrize(
    "text",
    [
        *("黄河南岸的村庄", "南京路步行街", "东方市场开业", "来宾致辞", "日照充足"),
        *(
            "月亮湖南岸修了步道",
            "镜湖北侧",
            "贵阳北路",
            "延安西路口",
            "得了香港脚",
            "电视台中秋晚会",
            "平台南边",
            "停了三天水",
        ),
    ],
)
def test_words_that_only_look_like_places(text: str) -> None:
    assert find_places(text) == []


@pytest.mark.parametrize("title", ["云龙湖畔放风筝", "秀山岛开渔", "太湖南岸的村子", "访龙湖寺"])
def test_a_short_name_inside_a_longer_word_is_none(title: str) -> None:
    assert find_places(title, with_short=True) == []


def test_a_part_of_a_land_is_no_county_of_it() -> None:
    assert [mention.place.code for mention in find_places("四川南部有雨")] == ["510000"]


def test_divisions_that_are_no_more_say_when_they_ended() -> None:
    place = place_named("蓬莱市")
    assert place is not None
    assert place.until == "2020-06"
    assert place_of("370684") == place


@pytest.mark.parametrize(
    ("name", "code"),
    [
        *(("临平区", "330113"), ("钱塘区", "330114"), ("沙县区", "350405"), ("白杨市", "659012")),
        *(("米林市", "540481"), ("错那市", "540581"), ("和安县", "653229"), ("两江新区", "500157")),
    ],
)
def test_changes_of_the_last_years_are_in(name: str, code: str) -> None:
    place = place_named(name)
    assert place is not None
    assert (place.code, place.until) == (code, None)
    assert place.since is not None


def test_every_division_has_its_parent_and_every_code_six_digits() -> None:
    codes = {place.code for place in all_places()}
    assert len([place for place in all_places() if place.until is None]) > 3100
    for place in all_places():
        assert len(place.code) == 6
        assert place.code.isdigit()
        assert place.parent_code is None or place.parent_code in codes
        assert place.full_name.endswith(place.name)


def test_short_names() -> None:
    shorts = {place.name: place.short for place in all_places()}
    names = ["聊城市", "恩施土家族苗族自治州", "赵县", "内蒙古自治区", "浦东新区", "城区", "东乡族自治县"]
    assert [shorts[name] for name in names] == ["聊城", "恩施", "赵县", "内蒙古", "浦东", "城区", "东乡"]


def test_a_short_name_begins_as_the_full_one_does() -> None:
    assert all(place.name.startswith(place.short) and len(place.short) > 1 for place in all_places())
