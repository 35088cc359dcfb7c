"""By-lines as papers, agencies, stations and blogs write them; what stands there and is nobody."""

import pytest

from transform.maintext.blocks import Document, MainText
from transform.maintext.choose import choose_main
from transform.maintext.read import read_html
from transform.metadata.find import Metadata, find_metadata
from transform.metadata.names import glued_names, name_before_place, split_names

PROSE = "镇上的人说，今年的雨水比往年来得早，秧苗长得齐整，水渠里整日都有水声。" * 2


def read(lead: str = "", tail: str = "", above: str = "", head: str = "") -> Metadata:
    document = read_html(
        f"<html><head><title>水渠通了_某某网</title>{head}</head><body><h1>水渠通了</h1>{above}"
        f"<div><p>{lead}{PROSE}</p><p>{PROSE}</p><p>{PROSE}{tail}</p></div></body></html>"
    )
    assert isinstance(document, Document)
    main = choose_main(document)
    assert isinstance(main, MainText)
    return find_metadata(document, main, main.text, str)


@pytest.mark.parametrize(
    ("lead", "authors"),
    [
        ("【某某醒报记者石润田台北报导】", ("石润田",)),
        ("（某某社记者石润田台北11日电）", ("石润田",)),
        ("〔记者石润田／台北报导〕", ("石润田",)),
        ("某某社南京5月1日电（石润田、冯岚）", ("石润田", "冯岚")),
        ("某某网兰州1月11日电 (石润田)", ("石润田",)),
        ("某某网记者石润田5月13日报道：", ("石润田",)),
        ("本报记者石润田发自北京 ", ("石润田",)),
        ("（东江社记者石润台东县25日电）", ("石润",)),
        ("某某电（某某日报·某某客户端记者 石润田）", ("石润田",)),
    ],
)
def test_the_lead_names_the_reporter(lead: str, authors: tuple[str, ...]) -> None:
    assert read(lead=lead).authors == authors


@pytest.mark.parametrize(
    ("tail", "authors", "editors"),
    [
        ("（石润田 冯岚）", ("石润田", "冯岚"), ()),
        ("（总台记者 石润田）", ("石润田",), ()),
        ("（编译/石润田）", ("石润田",), ()),
        ("（作者石润田系某研究院研究员）", ("石润田",), ()),
        ("(石润田 编辑)", (), ("石润田",)),
        ("（责编：石润田）", (), ("石润田",)),
        ("（责编：石润田 总编辑：冯岚）", (), ("石润田",)),
        ("（经济通）", (), ()),
        ("（作者单位：某市委党校）", (), ()),
        ("（据新华社）", (), ()),
        ("（即时新闻）", (), ()),
        ("（feat. 石镇）", (), ()),
    ],
)
def test_the_end_names_author_or_editor(
    tail: str, authors: tuple[str, ...], editors: tuple[str, ...]
) -> None:
    found = read(tail=tail)
    assert (found.authors, found.editors) == (authors, editors)


@pytest.mark.parametrize(
    ("line", "authors", "editors"),
    [
        ("文丨石润田", ("石润田",), ()),
        ("文｜石润田 编辑｜冯岚", ("石润田",), ("冯岚",)),
        ("文 石润田", ("石润田",), ()),
        ("撰文 | 石润田", ("石润田",), ()),
        ("石润田 冯岚文/图", ("石润田", "冯岚"), ()),
        ("某某广播电台石润田报导", ("石润田",), ()),
        ("作者：某某日报记者 石润田", ("石润田",), ()),
        ("作者：石润田冯小岚", ("石润田", "冯小岚"), ()),
        ("2024-05-20 08:30 某某晚报 石润田", ("石润田",), ()),
        ("2024年5月20日08:19 [ 石润田 ] 来源：[ 某某晚报 ]", ("石润田",), ()),
        ("作者：某月谈记者 石润田", ("石润田",), ()),
        ("文/石润田 图/冯岚", ("石润田",), ()),
        ("文：石润田 图：冯岚", ("石润田",), ()),
        ("文/图 石润田", ("石润田",), ()),
        ("作者：石 润润", ("石润润",), ()),
        ("作者：石 润 田", ("石润田",), ()),
        ("作者：石 岚 冯 田", ("石岚", "冯田"), ()),
        ("作者：石 润 田 黑 小", (), ()),
        ("记者 石润田 通讯员 黑小岚", ("石润田", "黑小岚"), ()),
        ("作者：石润田 责任编辑:【冯岚】", ("石润田",), ("冯岚",)),
        ("来源：县融媒体中心（石润田 冯岚）", ("石润田", "冯岚"), ()),
        ("<div style='display:none'>记者：冯岚</div>记者：石润田", ("石润田",), ()),
        ("作者：媒体", (), ()),
        ("作者：县委宣传部", (), ()),
        ("作者：某市融媒体中心", (), ()),
        ("作者：网友", (), ()),
    ],
)
def test_a_line_under_the_headline(line: str, authors: tuple[str, ...], editors: tuple[str, ...]) -> None:
    found = read(above=f"<p>{line}</p>")
    assert (found.authors, found.editors) == (authors, editors)


@pytest.mark.parametrize(
    "sentence",
    [
        "资金来源：村里出一半，镇上出一半",
        "石料来源：石山",
        "图片来源：某某图库",
        "数据来源：某某局",
        "合作者：石润田",
    ],
)
def test_a_label_inside_a_longer_word_is_none(sentence: str) -> None:
    found = read(above=f"<p>{sentence}</p>")
    assert (found.source_name, found.authors) == (None, ())


def test_who_took_the_picture_is_no_author_beside_one() -> None:
    assert read(lead="本报讯（记者 石润田）", tail="（记者冯岚摄）").authors == ("石润田",)
    assert read(tail="（记者冯岚摄）").authors == ("冯岚",)
    assert read(tail="渠边的人。冯岚 摄").authors == ("冯岚",)
    assert read(above="<p>【某某报／记者石润田／台北报导】</p><p>记者冯岚／摄影</p>").authors == ("石润田",)


def test_the_editor_in_a_meta_is_no_author() -> None:
    found = read(above="<p>责任编辑：石润田</p>", head="<meta name=author content=石润田>")
    assert (found.authors, found.editors) == ((), ("石润田",))


def test_a_long_last_paragraph_among_few_is_read_to_its_end() -> None:
    assert read(tail=PROSE * 3 + "（记者 石润田）").authors == ("石润田",)


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("石润田冯小岚", ["石润田", "冯小岚"]),
        ("谭飞王艳明闫鹃", ["谭飞", "王艳明", "闫鹃"]),
        ("石科润盈", []),
        ("国际金融报", []),
        ("某某某某某", []),
    ],
)
def test_names_written_as_one(said: str, names: list[str]) -> None:
    assert glued_names(said) == names


def test_a_place_behind_a_name_is_left_off() -> None:
    assert [name_before_place(said) for said in ("石润田台北", "石润台东县", "昨日获悉台北")] == [
        "石润田",
        "石润",
        None,
    ]
    assert split_names("石润田台北") == ["石润田"]


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("摘自《某某文摘》", "某某文摘"),
        ("来源：综合某某新闻、某某晚报", "某某新闻"),
        ("来源：某某晚报、某某融媒", "某某晚报"),
        ("来源：江城网，转载请注明", "江城网"),
        ("来源：县融媒体中心（石润田）", "县融媒体中心"),
        ("来源：综合", None),
    ],
)
def test_sources(line: str, source: str | None) -> None:
    assert read(above=f"<p>{line}</p>").source_name == source


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("中华民国101年1月12日", "2012-01-12"),
        ("发布日期：101-01-12", "2012-01-12"),
        ("第101年1月12日的水", None),
    ],
)
def test_years_of_the_republic(line: str, published: str | None) -> None:
    assert read(above=f"<p>{line}</p>").published == published


def test_a_sentence_that_tells_of_a_day_does_not_state_the_articles() -> None:
    assert read(lead="一九九八年的事，老人记得：1998-07-12那天，水漫过了渠。").published is None
