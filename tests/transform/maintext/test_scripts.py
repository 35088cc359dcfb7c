"""Articles that a page keeps in a script are found by their headline, and with what stands beside them."""

import json

import pytest

from transform.maintext.blocks import Document, MainText
from transform.maintext.choose import choose_main
from transform.maintext.read import read_html
from transform.metadata.find import find_metadata

TEXT = [
    "渡口的船工说，今年的水位比往年高出半尺，两岸的人来往更勤了。",
    "船票还是两块钱一张，六十岁以上的老人不要钱，一天开二十个来回。",
    "对岸的茶农挑着担子过河，赶在中午以前把新茶送到镇上。",
]
MARKUP = "".join(f"<p>{text}</p>" for text in TEXT)
ARTICLE = {
    "title": "渡口又开了",
    "publishTime": "2024-03-09 07:45:00",
    "author": "陶然",
    "source": "江城日报",
    "content": MARKUP,
}
LONG = "这条评论说了很多话，写的人大概闲得很。" * 30


def read(script: str, shown: str = "<div id=app></div>") -> tuple[Document, MainText]:
    document = read_html(f"<title>渡口又开了-江城网</title>{shown}{script}")
    assert isinstance(document, Document)
    main = choose_main(document)
    assert isinstance(main, MainText)
    return document, main


def dumped(value: object) -> str:
    return json.dumps(value)


@pytest.mark.parametrize(
    "script",
    [
        f"<script id=__NEXT_DATA__ type=application/json>{dumped({'props': {'article': ARTICLE}})}</script>",
        f"<script>window.__INITIAL_STATE__={dumped({'a': ARTICLE})};(function(){{var s;}})()</script>",
        f"<script>var state = JSON.parse({dumped(dumped(ARTICLE))});</script>",
        f"<script>var contentTxt = '{MARKUP.replace('/', chr(92) + '/')}';</script>",
        f"<script>var page = {{body: `{MARKUP}`}};</script>",
        "<script>window.__DATA__="
        + dumped({"title": "渡口又开了", "paragraphs": [{"type": "text", "text": text} for text in TEXT]})
        + "</script>",
        f"<script>x = {dumped({'headline': '渡口又开了', 'body': chr(10).join(TEXT)})}</script>",
    ],
)
def test_an_article_is_found(script: str) -> None:
    assert read(script)[1].text.split("\n") == TEXT


def test_a_longer_comment_is_no_article() -> None:
    state = {"article": ARTICLE, "comments": [{"content": LONG}], "user": {"text": LONG}}
    assert read(f"<script>var s={dumped(state)}</script>")[1].text.split("\n") == TEXT


def test_what_stands_beside_it_is_known() -> None:
    document, main = read(f"<script>var s={dumped(ARTICLE)}</script>")
    found = find_metadata(document, main, main.text, str)
    assert (found.title, found.published) == ("渡口又开了", "2024-03-09T07:45:00")
    assert (found.authors, found.source_name) == (("陶然",), "江城日报")


def test_lines_that_the_page_shows_stay() -> None:
    shown = "<h1>渡口又开了</h1><div>2021-07-25 12:00 来源：江城晨刊</div><div id=content></div>"
    document, main = read(f"<script>var content = '{MARKUP}'</script>", shown)
    found = find_metadata(document, main, main.text, str)
    assert (found.published, found.source_name) == ("2021-07-25T12:00:00", "江城晨刊")
    assert main.text.split("\n") == TEXT


def test_scripts_that_break_off_cost_no_time() -> None:
    document = read_html("<title>渡口</title><script>" + 'content="' * 50_000 + "={[" * 50_000 + "</script>")
    assert isinstance(document, Document)
