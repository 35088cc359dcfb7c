"""Pages and plain texts become blocks; what is no page of people's making is turned away."""

import time

import pytest

from extract.rejection import Reason, Rejection
from transform.maintext.blocks import Document
from transform.maintext.lines import chosen_markup, read_lines
from transform.maintext.read import is_html, read_html, read_plain


def read(text: str) -> Document:
    document = read_html(text)
    assert isinstance(document, Document)
    return document


@pytest.mark.parametrize(
    ("text", "content_type", "path", "wanted"),
    [
        ("<!doctype html><p>甲", None, "a.html", True),
        ("早上好。", None, "a.txt", False),
        ("<html><body>早上好。", None, "a.txt", True),
        ("早上好。", "text/html; charset=utf-8", "a", True),
        ("a < b 而且 b > c", None, "notes", False),
        ("<div>早上好。</div>", None, "page", True),
    ],
)
def test_what_is_read_as_html(text: str, content_type: str | None, path: str, wanted: bool) -> None:
    assert is_html(text, content_type, path) is wanted


def test_line_breaks_and_elements_make_blocks() -> None:
    texts = [block.text for block in read("<td>甲<br>乙 <b>丙</b><p>丁</p>戊</td>").blocks]
    assert texts == ["甲", "乙 丙", "丁", "戊"]


def test_links_and_bold_are_counted() -> None:
    (block,) = read("<p>见<a href=x>今日要闻</a>和<b>图片</b></p>").blocks
    assert (block.linked, block.bold) == (4, 2)


def test_an_anchor_that_nobody_closed_is_no_link() -> None:
    document = read("<div><a href=x><img src=y>" + "<br>".join(f"第{i}段话。" for i in range(9)) + "</div>")
    assert sum(block.linked for block in document.blocks) == 0


def test_rows_of_a_table_of_data_are_one_block_each() -> None:
    document = read("<table><tr><th>年<th>吨<tr><td>2020<td>31<tr><td>2021<td>42</table>")
    assert [block.text for block in document.blocks] == ["年\t吨", "2020\t31", "2021\t42"]
    assert {block.kind for block in document.blocks} == {"row"}


def test_a_table_that_lays_out_the_page_is_no_table_of_data() -> None:
    document = read("<table><tr><td>栏目<td>" + "潮水退了，人们下到滩涂上。" * 30 + "</table>")
    assert all(block.kind != "row" for block in document.blocks)


def test_scripts_styles_and_comments_have_no_text() -> None:
    assert [b.text for b in read("<style>p{}</style><script>1</script><!-- 甲 --><p>乙</p>").blocks] == ["乙"]


def test_the_head_is_read_wherever_it_stands() -> None:
    head = read(
        '<html lang="zh-TW"><title>甲 - 某网</title><meta property="og:title" content="甲">'
        '<link rel=canonical href="http://x.example/1.html">'
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "甲"}]}</script>'
        '<script type="application/ld+json">{broken</script><body><h1>甲</h1>'
    ).head
    assert (head.title, head.language, head.canonical) == ("甲 - 某网", "zh-TW", "http://x.example/1.html")
    assert head.headlines == ("甲",)
    assert [item.get("headline") for item in head.items] == [None, "甲"]


def test_nesting_beyond_measure_is_a_rejection_and_quick() -> None:
    begin = time.perf_counter()
    outcome = read_html("<div>" * 60_000 + "甲")
    assert isinstance(outcome, Rejection)
    assert outcome.reason == Reason.TOO_DEEP
    assert time.perf_counter() - begin < 5


def test_lines_of_plain_text_are_its_blocks() -> None:
    document = read_plain("甲\r\n\r\n  乙\u3000丙 \n")
    assert [block.text for block in document.blocks] == ["甲", "乙 丙"]
    assert document.is_plain


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<p>甲</p><p>乙</p>", ["甲", "乙"]),
        ("<div>甲<br>乙</div>", ["甲", "乙"]),
        ("<ul><li>甲</li><li>乙</li></ul>", ["甲", "乙"]),
        ("甲</p><p>乙", ["甲", "乙"]),
        ("<table><tr><td colspan=2>甲</td><td>乙</td></tr></table>丙", ["甲\t\t乙", "丙"]),
        ("<figcaption>图为甲</figcaption>乙", ["图为甲", "乙"]),
        ("", []),
    ],
)
def test_markup_becomes_lines(markup: str, lines: list[str]) -> None:
    assert read_lines(markup) == lines


def test_an_article_that_begins_with_a_row_keeps_what_follows_its_table() -> None:
    document = read(
        "<table><tr><td><table><tr><td>甲<td>1<tr><td>乙<td>2</table><p>潮水退了，人们下到滩涂上。</td></tr></table>"
    )
    assert read_lines(chosen_markup(document, range(len(document.blocks)))) == [
        "甲\t1",
        "乙\t2",
        "潮水退了，人们下到滩涂上。",
    ]
