"""Days, names, sources, titles, addresses and places, each from the smallest text that says it."""

from datetime import date

import pytest

from transform.maintext.blocks import Document, MainText
from transform.maintext.choose import choose_main
from transform.maintext.read import read_html, read_plain
from transform.metadata.byline import Byline, read_groups, read_line
from transform.metadata.canonical import find_canonical, find_original, looks_like_a_page
from transform.metadata.dates import date_in_address
from transform.metadata.find import Metadata, find_metadata
from transform.metadata.forms import read_forms
from transform.metadata.names import is_person, split_names
from transform.metadata.place import find_place
from transform.metadata.stamps import find_stamps
from transform.metadata.title import cut_site, find_title

PROSE = "镇上的人说，今年的雨水比往年来得早，秧苗长得齐整，水渠里整日都有水声。" * 2


def page(head: str = "", above: str = "", below: str = "", body: str = PROSE) -> Document:
    document = read_html(
        f"<html><head><title>水渠通了_某某网</title>{head}</head><body><h1>水渠通了</h1>{above}"
        f"<div><p>{body}</p><p>{PROSE}</p></div>{below}</body></html>"
    )
    assert isinstance(document, Document)
    return document


def metadata(document: Document, url: str | None = None, seen_on: date | None = None) -> Metadata:
    main = choose_main(document)
    assert isinstance(main, MainText)
    return find_metadata(document, main, main.text, str, url, seen_on)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2023年4月24日 10:22", "2023-04-24T10:22:00"),
        ("2023-04-24", "2023-04-24"),
        ("２０２３－０４－２４", "2023-04-24"),
        ("2022-02-06T20:48:06+00:00", "2022-02-07T04:48:06"),
        ("2012.01.12 06:45 pm", "2012-01-12T18:45:00"),
        ("7/5/2005 9:23:57", "2005-07-05T09:23:57"),
        ("7/5/2005 9:75", "2005-07-05"),
        ("2024-03-20 10:00-12:00", "2024-03-20T10:00:00"),
        ("民国101年1月12日", "2012-01-12"),
        ("時間 : 113.02.05", "2024-02-05"),
    ],
)
def test_stamps(text: str, iso: str) -> None:
    assert [stamp.iso for stamp in find_stamps(text)] == [iso]


@pytest.mark.parametrize("text", ["2023年13月4日", "2023-02-30", "电话 0932-2023-0424", "12:30"])
def test_what_is_no_day(text: str) -> None:
    assert list(find_stamps(text)) == []


def test_the_stated_day_wins_over_a_side_bar() -> None:
    side = "<ul><li><a href=1>别的新闻</a> 2024-06-01 08:00</li></ul>"
    found = metadata(page(above="<p>发布时间：2024-05-20 10:00 来源：某某网</p>", below=side))
    assert (found.published, found.published_how) == ("2024-05-20T10:00:00", "stated")


def test_nothing_lies_in_the_future() -> None:
    found = metadata(page(above="<p>发布时间：2034-05-20</p>"), seen_on=date(2024, 6, 1))
    assert found.published is None


def test_the_day_of_the_address() -> None:
    assert date_in_address("http://x.example/2023/0424/c12.html") == date(2023, 4, 24)
    found = metadata(page(), "http://x.example/news/20230424/77.html")
    assert (found.published, found.published_how) == ("2023-04-24", "url")


def test_a_dateline_without_a_year_looks_back() -> None:
    lead = "本报讯（记者 石润田）12月20日，水渠正式通水，三个村的稻田当天就喝上了水，村民们敲锣打鼓。"
    assert metadata(page(body=lead), seen_on=date(2025, 8, 4)).published == "2024-12-20"
    assert metadata(page(body=lead)).published is None
    rights = "<div>某某网 2006-2025 版权所有</div>"
    assert metadata(page(body=lead, below=rights)).published == "2025-12-20"


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("杨红义 杨 琳", ["杨红义", "杨琳"]),
        ("张三、李四光", ["张三", "李四光"]),
        ("支全明 SF099", ["支全明"]),
        ("佚名", []),
        ("综合", []),
        ("陈望（文/图）", ["陈望"]),
        ("山东冠县", []),
        ("石润田摄", ["石润田"]),
        ("冯岚摄", ["冯岚"]),
        ("江城网、石润田、新城报", ["石润田"]),
        ("冯岚）返回首页", ["冯岚"]),
        ("石润田_NN1234", ["石润田"]),
        ("广告", []),
    ],
)
def test_names(said: str, names: list[str]) -> None:
    assert split_names(said) == names


def test_words_that_are_no_names() -> None:
    assert not any(map(is_person, ["了解到", "新华社", "关闭", "海淀区", "责编", "a"]))


@pytest.mark.parametrize(
    ("text", "authors", "editors", "source"),
    [
        ("2023-04-24 来源: 中共某某省委组织部 作者:佚名", [], [], "中共某某省委组织部"),
        ("来源：《江城晚报》 记者：石润田 冯 岚 责编：陶然", ["石润田", "冯岚"], ["陶然"], "江城晚报"),
        ("（记者 石润田 通讯员 冯岚）", ["石润田", "冯岚"], [], None),
        ("监制:洪燕。", [], ["洪燕"], None),
        ("【江城报／記者石润田／综合报道】", ["石润田"], [], "江城报"),
        ("（某某市委组织部供稿）", [], [], "某某市委组织部"),
        ("文/石润田", ["石润田"], [], None),
        ("本贴由山中客于2005年8月12日发表", ["山中客"], [], None),
        ("2024-07-02 18:30 苗岭新闻网 记者 石润田", ["石润田"], [], "苗岭新闻网"),
        ("记者从县里了解到，水渠下月完工。", [], [], None),
    ],
)
def test_bylines(text: str, authors: list[str], editors: list[str], source: str | None) -> None:
    byline = Byline()
    text = text.replace("記", "记")
    read_line(text, byline, len(text) < 60)
    read_forms(text, byline)
    read_groups(text, byline, True)
    assert (byline.authors, byline.editors, byline.source) == (authors, editors, source)


@pytest.mark.parametrize(
    "said",
    ['size="20', "转载文章", "本站", "网络", "互联网", "本站原创", "网络整理", "来自网络", "&nbsp;x"],
)
def test_what_is_no_source(said: str) -> None:
    byline = Byline()
    read_line(f"来源：{said}", byline, True)
    assert byline.source is None


def test_a_medium_between_brackets_is_no_author() -> None:
    byline = Byline()
    read_line("【作者：《江河》综合报道 】 (责任编辑：冯岚)", byline, True)
    assert (byline.authors, byline.editors) == ([], ["冯岚"])


@pytest.mark.parametrize(
    ("title", "cut"),
    [
        ("早稻丰收_要闻_某某新闻网", "早稻丰收"),
        ("江边小镇迎来早稻丰收 - 某某网", "江边小镇迎来早稻丰收"),
        ("某某网", "某某网"),
        (
            "河长湖长这个月 | 船桨一摇山色动，网兜一起浪花开",
            "河长湖长这个月 | 船桨一摇山色动，网兜一起浪花开",
        ),
    ],
)
def test_titles_lose_the_names_of_sites(title: str, cut: str) -> None:
    assert cut_site(title, None) == cut


def test_the_headline_on_the_page_is_the_title() -> None:
    assert find_title(page(), str) == "水渠通了"
    assert find_title(read_plain("某某网\n水渠通到了三个村的田头\n" + PROSE), str) == "水渠通到了三个村的田头"


def titled(head: str, heading: str = "") -> str | None:
    document = read_html(f"<html><head>{head}</head><body>{heading}<div><p>{PROSE}</p><p>{PROSE}</p></div>")
    assert isinstance(document, Document)
    return find_title(document, str)


@pytest.mark.parametrize(
    ("head", "heading", "title"),
    [
        ("<title>水渠通了 - 江城网</title><meta property=og:title content='　'>", "", "水渠通了"),
        (
            "<title>水渠通了</title><meta property=og:title content=江城网>"
            "<meta property=og:site_name content=江城网>",
            "",
            "水渠通了",
        ),
        ("<title>水渠通了_江城网</title>", "<h1>Copyright © 2011 江城网</h1>", "水渠通了"),
        (
            "<title>水渠通了_江城网</title>",
            "<h1><a href=2>会员专区</a></h1><h1><a href=1>食品法例</a></h1><p>全文</p>" + "<p>乙</p>" * 3,
            "水渠通了",
        ),
        (
            "<title>别的事情_江城网</title>",
            "<h1><a href=2>会员专区</a></h1><p>甲</p><h1>三个村的水渠通了</h1>",
            "三个村的水渠通了",
        ),
        ("<title>显示</title>", "", None),
        ("<title>1</title>", "", None),
        ("<title>江城新闻网</title>", "", None),
        ("<title>夜雨</title>", "", "夜雨"),
    ],
)
def test_what_is_no_title_gives_way_to_the_next(head: str, heading: str, title: str | None) -> None:
    assert titled(head, heading) == title


def test_canonical_addresses() -> None:
    root = page(
        '<link rel=canonical href="http://x.example/"><meta property="og:url" content="http://x.example/a/">'
    )
    assert find_canonical(root, "http://x.example/a/1.html") is None
    relative = page('<link rel=canonical href="/a/2.html">')
    assert find_canonical(relative, "http://x.example/a/1.html") == (
        "http://x.example/a/2.html",
        "rel=canonical",
    )
    assert find_canonical(page('<link rel=canonical href="javascript:alert(1)">'), None) is None
    assert looks_like_a_page("http://x.example/a?id=77")
    assert not looks_like_a_page("http://x.example/news/")


def test_the_original_address() -> None:
    document = page(below="<p>原文链接：https://y.example/post_18406.html</p>")
    assert find_original(document) == "https://y.example/post_18406.html"


@pytest.mark.parametrize(
    ("title", "body", "site", "code"),
    [
        ("潮州湘桥：人才回乡", "近日，潮州市湘桥区召开会议。", None, "445102"),
        (None, "我市在聊城市区修了三座桥，聊城人出门方便了，聊城市还要再修两座。", "聊城新闻网", "371500"),
        ("澄江治湖", "澄江市公布进展。", None, "530481"),
        ("两地携手", "广州市和武汉市签了约，广州市出钱，武汉市出地。", None, None),
        ("天气转凉", "夜里起了风。", None, None),
        ("中方回应水渠争议", "发言人说，水渠的事可以商量，各国都有好处。", None, None),
        ("中方的水渠通了", "怀化山里的水渠通了水，村里人说这是十年来头一回。", None, "431221"),
        ("春节人潮南来北往", "车站里人多，医生说要戴口罩。", None, None),
        ("年节返乡多洗手", "医师邱南昌指出，近来感冒的人多。邱南昌提醒，别忘洗手。", None, None),
        ("水渠用了新材料", "某某报北京3月2日电 新材料不怕冻。", None, None),
        ("两国商量修渠", "官员3月2日在北京表示，两国还在商量修渠的价格。", None, None),
        ("一个人的渠", "湖南卫视播了他的故事，湖南卫视还要再播，四川商会看了也说好。", None, None),
        ("养老专业的毕业生", "上海某某大学的学生说，上海某某大学开了新课。", None, None),
        ("水渠规定征求意见", "意见可以寄到北京市海淀区某某东路9号水渠司。", None, None),
        ("招生简章", PROSE * 8 + "报名地点：北京朝阳区某某里。", None, None),
    ],
)
def test_the_place_of_an_article(title: str | None, body: str, site: str | None, code: str | None) -> None:
    found = find_place(title, body, None, site, None)
    assert (found[0].code if found else None) == code


def test_every_value_says_where_it_came_from() -> None:
    found = metadata(page(above="<p>2024-05-20 来源：江城晚报 记者：石润田</p>"))
    assert {"title", "published", "source_name", "authors"} <= dict(found.evidence).keys()


def test_a_byline_of_full_width_characters_is_read() -> None:
    found = metadata(page(above="<p>２０２３－１１－１５ 出处：江城网 责编：冯岚</p>"))
    assert (found.published, found.source_name, found.editors) == ("2023-11-15", "江城网", ("冯岚",))


def test_reporters_at_the_end_are_found_whatever_blanks_stand_in_their_names() -> None:
    found = metadata(page(below=f"<p>{PROSE} (记者 石润田 冯 岚)</p>"))
    assert found.authors == ("石润田", "冯岚")


def test_a_headline_inside_a_script_is_a_title() -> None:
    inner = "<h1>三个村的水渠通了</h1>" + f"<p>{PROSE}<\\/p>" * 3
    document = read_html(f'<title>江城网</title><script>var page = {{"content": "{inner}"}}</script>')
    assert isinstance(document, Document)
    assert find_title(document, str) == "三个村的水渠通了"
