"""Lists inside an article belong to it; lists of links, of dates and of buttons do not."""

import pytest

from transform.maintext.blocks import Document, MainText
from transform.maintext.choose import choose_main
from transform.maintext.read import read_html

ONE = "清水河上的老石桥昨天修好了，桥面加宽到六米，两岸的村民头一回能把拖拉机开过去。"
TWO = "施工队长说，桥墩用的是山里的青石，工期比原来打算的短了二十天，花费也省下不少。"
THREE = "下个月镇上还要在桥头立一块碑，把捐过石料的人家都写上去，让后来的人知道这件事。"
BODY = f"<p>{ONE}</p><p>{TWO}</p><p>{THREE}</p>"
TEXT = [ONE, TWO, THREE]
ITEMS = ["青石二百方", "杉木四十根", "人工六百日"]
LISTS = {
    "ul": "<ul>" + "".join(f"<li>{item}</li>" for item in ITEMS) + "</ul>",
    "ol": "<ol>" + "".join(f"<li><p>{item}</p></li>" for item in ITEMS) + "</ol>",
    "dl": f"<dl><dt>{ITEMS[0]}<dd>{ITEMS[1]}<dd><b>{ITEMS[2]}</b></dl>",
    "nested": f"<ul><li>{ITEMS[0]}<ul><li>{ITEMS[1]}</li></ul></li><li>{ITEMS[2]}</li></ul>",
}


def lines(inner: str, around: str = "") -> list[str]:
    document = read_html(
        f"<title>老石桥修好了_清水新闻</title><div><a href=/>首页</a> <a href=/n>新闻</a></div>"
        f"<div><h1>老石桥修好了</h1><div class=box>{inner}</div></div>{around}"
    )
    assert isinstance(document, Document)
    main = choose_main(document)
    assert isinstance(main, MainText)
    return main.text.split("\n")


@pytest.mark.parametrize("kind", sorted(LISTS))
def test_a_list_between_paragraphs_is_in(kind: str) -> None:
    assert lines(f"<p>{ONE}</p><p>{TWO}</p>{LISTS[kind]}<p>{THREE}</p>") == [ONE, TWO, *ITEMS, THREE]


def test_a_list_below_its_heading_is_in() -> None:
    wanted = [ONE, TWO, "修桥用料", *ITEMS, THREE]
    assert lines(f"<p>{ONE}</p><p>{TWO}</p><h3>修桥用料</h3>{LISTS['ul']}<p>{THREE}</p>") == wanted


@pytest.mark.parametrize("kind", sorted(LISTS))
def test_a_list_at_the_end_is_in(kind: str) -> None:
    assert lines(BODY + LISTS[kind]) == TEXT + ITEMS
    assert lines(f"{BODY}<p>附：修桥用料</p><div>{LISTS[kind]}</div>") == [*TEXT, "附：修桥用料", *ITEMS]


@pytest.mark.parametrize(
    "items",
    [
        ["<a href=1>茶厂开工</a>", "<a href=2>渡口停航</a>", "<a href=3>山路塌方</a>"],
        ["茶厂开工 2021-05-04", "渡口停航 2021-05-03", "山路塌方 2021-05-02"],
        ["分享到：", "收藏", "打印"],
        ["责任编辑：陆遥", "来源：清水日报"],
    ],
)
def test_a_list_of_something_else_is_out(items: list[str]) -> None:
    some = "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"
    assert lines(BODY + some) == TEXT
    assert lines(f"<p>{ONE}</p><p>{TWO}</p>{some}<p>{THREE}</p>") == TEXT


def test_a_list_whose_class_says_what_it_is_is_out() -> None:
    assert lines(f"{BODY}{LISTS['ul'].replace('<ul>', '<ul class=footer-nav>')}") == TEXT


def test_a_list_beside_the_article_is_out() -> None:
    assert lines(BODY, f"<div>{LISTS['ul']}</div>") == TEXT
