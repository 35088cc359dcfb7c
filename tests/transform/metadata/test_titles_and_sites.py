"""What greets, names the site or a column is no title; what a copyright line says is not always a site."""

import pytest

from transform.maintext.blocks import Document, MainText
from transform.maintext.choose import choose_main
from transform.maintext.read import read_html, read_plain
from transform.metadata.find import find_metadata
from transform.metadata.site import find_site
from transform.metadata.title import cut_site, find_title

PROSE = "镇上的人说，今年的雨水比往年来得早，秧苗长得齐整，水渠里整日都有水声。" * 2


def page(head: str, above: str = "", below: str = "") -> Document:
    document = read_html(
        f"<html><head>{head}</head><body>{above}<div><p>{PROSE}</p><p>{PROSE}</p></div>{below}"
    )
    assert isinstance(document, Document)
    return document


@pytest.mark.parametrize(
    ("head", "above", "title"),
    [
        ("<title>谢谢您访问〖水渠中心〗</title>", "", None),
        ("<title>欢迎光临水渠之家</title>", "", None),
        ("<title>shuiqu.com</title>", "", None),
        ("<title>水渠娱乐</title>", "<div>水渠娱乐 &gt; 电影版区 &gt; 留言板</div>", None),
        ("<title></title>", "<h1>Blog统计</h1>", None),
        ("<title>主题: 三个村的水渠通了</title>", "", "三个村的水渠通了"),
        ("<title>::: 江城在线 ::: 新闻中心</title>", "", None),
        ("<title>江城网</title>", "<h1>江城网</h1>", None),
        (
            "<title>三个村的水渠通了 - 市民问政 - 江城论坛 - Powered by Discuz!</title>",
            "",
            "三个村的水渠通了",
        ),
        ("<title>三个村的水渠_都已经通了水 @ 老石的家 :: 某某邦</title>", "", "三个村的水渠_都已经通了水"),
    ],
)
def test_what_is_no_title(head: str, above: str, title: str | None) -> None:
    assert find_title(page(head, above), str) == title


def test_a_labelled_title_loses_its_label() -> None:
    assert cut_site("标题：早稻丰收的消息", None) == "早稻丰收的消息"


@pytest.mark.parametrize(
    ("head", "below", "site"),
    [
        ("<meta property=og:site_name content=江城网>", "", "江城网"),
        ("<meta property=og:site_name content=水渠通了><meta property=og:title content=水渠通了>", "", None),
        ("", "<div>版权所有：江城新闻网 2006-2025</div>", "江城新闻网"),
        ("<title>水渠通了_江城在线</title>", "<div>版权所有 北京江城网络技术有限公司</div>", "江城在线"),
        ("<title>水渠通了-江城网-新闻中心</title>", "", "江城网"),
        ("", "<div>本网站由江城网版权所有</div>", None),
        ("", "<div>凡非本网版权所有的文章</div>", None),
        ("", "<div>滚动新闻 版权所有</div>", None),
    ],
)
def test_the_site(head: str, below: str, site: str | None) -> None:
    found = find_site(page(head, "", below), str)
    assert (found[0] if found else None) == site


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("<p>镇上的水渠整日有水声</p><p>2024-05-20 来源：某某网</p>", "镇上的水渠整日有水声"),
        ("<div>小镇上水渠修好了</div><p>2024-05-20 来源：江城报</p>", "小镇上水渠修好了"),
        ("<p>记者石润田说的水渠</p><p>2024-05-20</p>", None),
        ("<p>一、镇上的水渠整日有水声</p>", None),
        ("<div style='display:none'>镇上的水渠整日有水声</div>", None),
        ("<p>个人专栏</p><p>首页 &gt; 镇上的人说今年</p>", None),
        ("<p><a href=1>别处的新闻与此无关</a></p>", None),
    ],
)
def test_a_page_without_a_title_has_it_from_the_line_above(above: str, title: str | None) -> None:
    document = page("<title>某某新闻网</title>", above)
    main = choose_main(document)
    assert isinstance(main, MainText)
    assert find_metadata(document, main, main.text, str).title == title


def test_a_plain_text_with_its_headline_apart_has_a_title() -> None:
    document = read_plain(f"首页 > 新闻\n小镇上水渠修好了\n发布时间：2024-05-20 浏览：338\n{PROSE}\n{PROSE}")
    assert isinstance(document, Document)
    main = choose_main(document)
    assert isinstance(main, MainText)
    assert find_metadata(document, main, main.text, str).title == "小镇上水渠修好了"
