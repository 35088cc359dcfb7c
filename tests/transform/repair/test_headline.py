"""Pieces of the headline are taken out where they go round in their order, and only there."""

import pytest

from transform.repair.edits import apply_edits
from transform.repair.headline import cut_headline, find_headline_pieces

TITLE = "县里新建供水管网 四百户居民告别挑水吃"
GROUPS = ("县里居民", "新建水管", "供告别", "网四百户", "挑水吃")
BODY = (
    "昨天上午，山脚下的几个村子通上了自来水。村民老李打开水龙头，清亮的水流了出来。他说，这是盼了多年的事情。\n"
    "据介绍，工程从去年春天开工，总投资三百万元，铺设的主管道有二十公里。施工队克服了山高路远、雨水偏多的困难。\n"
    "“以前要走两里路，现在方便多了。”邻居们都很高兴。"
)


def strew(body: str, twos: list[str], deal: list[tuple[int, ...]], start: int, count: int) -> str:
    """The body with groups of the headline's twos put behind every other mark, round and round."""
    groups = ["".join(twos[index] for index in group) for group in deal]
    out, place, done = "", 0, 0
    for char in body:
        out += char
        if char in "，。、的是" and done < count:
            place += 1
            if place % 2:
                out += groups[(start + done) % len(groups)]
                done += 1
    return out


@pytest.mark.parametrize("start", [0, 2, 4])
def test_pieces_are_found_in_their_order(start: int) -> None:
    twos = cut_headline(TITLE)
    deal = [(0, 5), (1, 3), (2,), (4, 6, 8), (7,)]
    strewn = strew(BODY, twos, deal, start, 7)
    assert strewn != BODY
    edits = find_headline_pieces(strewn, TITLE)
    assert apply_edits(strewn, edits) == BODY
    assert {edit.kind for edit in edits} == {"headline_piece"}


@pytest.mark.parametrize("title", [TITLE, "几个村子通上自来水", "", "水", "GDP grows", "山高路远雨水偏多"])
def test_clean_text_stays(title: str) -> None:
    assert find_headline_pieces(BODY, title) == []


def test_a_headline_told_again_stays() -> None:
    body = "县里新建供水管网，四百户居民告别挑水吃。" + BODY
    assert find_headline_pieces(body, TITLE) == []


def test_two_pieces_are_not_enough() -> None:
    twos = cut_headline(TITLE)
    assert find_headline_pieces(strew(BODY, twos, [(0, 5), (1, 3)], 0, 2), TITLE) == []


def test_a_headline_of_one_character_ends() -> None:
    assert find_headline_pieces("，中中中中中中，的中中中中是中中中中" * 50, "中" * 100) == []
