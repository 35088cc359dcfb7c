"""Rules of a site act on a page, and never make it worse."""

import pytest

from extract.rejection import Rejection
from extract.sites.rules import Rule, Rules
from transform.maintext.blocks import Document, MainText
from transform.maintext.choose import choose_main
from transform.maintext.read import read_html, read_plain
from transform.maintext.rules import find_faults

ONE = "据介绍，全县今年新建农村公路36公里，改造危桥4座，惠及11个行政村的群众。"
TWO = "县交通运输局负责人表示，下一步还将完善管养机制，让每一条路都有人管、有人养。"
ASIDE = "本县文化馆周末将举办群众合唱比赛，欢迎各单位组队报名，报名截止到本月二十日。"
PAGE = f"""<html><head><title>新路通到家门口</title></head><body>
<div class="top"><h1>新路通到家门口</h1><p class="info">2021-03-04 来源：澜江日报</p></div>
<div id="zoom"><p>{ONE}</p><div class="share">分享到朋友圈</div><p>{TWO}</p><p>责任编辑：林小满</p></div>
<div class="other"><p>{ASIDE}</p></div></body></html>"""


def rules(**keys: str | list[str]) -> Rules:
    texts = {key: [value] if isinstance(value, str) else value for key, value in keys.items()}
    return Rules(**{key: tuple(Rule(text, "xx_site") for text in some) for key, some in texts.items()})  # type: ignore[arg-type]


def read(page: str, *candidates: Rules) -> tuple[Document, MainText]:
    document = read_html(page, None, candidates)
    assert isinstance(document, Document)
    main = choose_main(document)
    assert isinstance(main, MainText)
    return document, main


def test_body_is_what_its_element_holds_without_furniture() -> None:
    document, main = read(PAGE, rules(body="#zoom", strip=".share"))
    assert main.text == f"{ONE}\n{TWO}"
    assert document.ruled
    assert [(text, rule.text) for text, rule in document.ruled.stripped] == [("分享到朋友圈", ".share")]
    reasons = {choice.block.text: choice.reason for choice in main.dropped}
    assert reasons[ASIDE] in ("outside the site's body", "another column", "unlike the article")


def test_inline_element_and_cell_of_a_layout_table_may_be_the_body() -> None:
    for opening, closing in (
        ('<font id="zoom">', "</font>"),
        ('<table><tr><td id="zoom">', "</td></tr></table>"),
    ):
        page = PAGE.replace('<div id="zoom">', opening).replace(
            '</p></div>\n<div class="other">', f"</p>{closing}<div>"
        )
        document, main = read(page, rules(body="#zoom", strip=".share"))
        assert document.ruled
        assert document.ruled.span
        assert main.text == f"{ONE}\n{TWO}"


@pytest.mark.parametrize(
    ("key", "selector", "note"),
    [
        ("body", "#nope", "matches no elements"),
        ("body", "p", "matches 5 elements"),
        ("body", ".share", "next to none of the text"),
        ("body", ".info", "next to none of the text"),
        ("strip", "body", "would take out the article"),
        ("strip_lines", "。", "would leave nothing"),
    ],
)
def test_rule_that_does_not_fit_is_passed_over_with_a_note(key: str, selector: str, note: str) -> None:
    _, general = read(PAGE)
    document, main = read(PAGE, rules(**{key: selector}))
    assert main.text == general.text
    assert document.ruled
    assert note in "\n".join((*document.ruled.notes, *main.notes))


def test_strip_never_takes_out_what_holds_the_body() -> None:
    page = PAGE.replace('<div id="zoom">', '<div class="wrap"><div id="zoom">')
    document, main = read(page, rules(body="#zoom", strip=[".wrap", ".share"]))
    assert main.text == f"{ONE}\n{TWO}"
    assert document.ruled
    assert "strip: .wrap (xx_site) would take out the article" in document.ruled.notes


def test_nested_elements_of_one_selector_count_as_the_outer_one() -> None:
    page = PAGE.replace('<div id="zoom">', '<div class="TRS_Editor"><div class="TRS_Editor">').replace(
        '</p></div>\n<div class="other">', "</p></div></div><div>"
    )
    document, main = read(page, rules(body=".TRS_Editor", strip=["div.share, .share", ".share"]))
    assert document.ruled
    assert document.ruled.body
    assert main.text == f"{ONE}\n{TWO}"


def test_rules_are_tried_in_their_order() -> None:
    document, _ = read(PAGE, rules(body=["#nope", "#zoom"], title=["h2", "h1"]))
    assert document.ruled
    assert document.ruled.body == Rule("#zoom", "xx_site")
    assert document.ruled.fields["title"].texts == ("新路通到家门口",)


def test_first_rules_whose_own_body_stands_are_in_force() -> None:
    old, new = rules(body=".old"), rules(body="#zoom")
    assert read(PAGE, old, new)[0].ruled.rules is new  # type: ignore[union-attr]
    assert read(PAGE, old)[0].ruled.rules is old  # type: ignore[union-attr]


def test_body_of_the_family_does_not_decide_where_the_site_has_one() -> None:
    old = Rules(body=(Rule(".old", "xx_site"), Rule("#zoom", "family gov")))
    new = Rules(body=(Rule("div#zoom", "xx_site"), Rule("#zoom", "family gov")))
    assert read(PAGE, old, new)[0].ruled.rules is new  # type: ignore[union-attr]
    assert read(PAGE, old)[0].ruled.body == Rule("#zoom", "family gov")  # type: ignore[union-attr]


def test_body_of_a_family_may_hold_comments_and_stories() -> None:
    comments = "<ul><li>最热评论 刷新</li>" + "<li>江边人 5月16日19:27 举报<a>赞</a></li>" * 4 + "</ul>"
    page = PAGE.replace("<p>责任编辑：林小满</p>", comments)
    family = Rules(body=(Rule("#zoom", "family gov"),), strip=(Rule(".share", "family gov"),))
    _, main = read(page, family)
    assert main.text == f"{ONE}\n{TWO}"
    assert "刷新" in read(page, rules(body="#zoom"))[1].text


def test_lines_go_by_expression_in_markup_and_in_plain_text() -> None:
    _, main = read(PAGE, rules(body="#zoom", strip_lines="^县交通运输局"))
    assert main.text == ONE
    assert "stripped by the site's rule ^县交通运输局 (xx_site)" in [choice.reason for choice in main.dropped]
    plain = choose_main(read_plain(f"{ONE}\n{TWO}\n{ONE}", (rules(strip_lines="^县交通运输局"),)))
    assert isinstance(plain, MainText)
    assert TWO not in plain.text


def test_meta_and_time_say_their_values() -> None:
    page = PAGE.replace("<head>", '<head><meta name="ArticleTitle" content="新路">').replace(
        "2021-03-04", '<time datetime="2021-03-05">昨天</time>'
    )
    document, _ = read(page, rules(title="meta[name='articletitle' i]", published="time"))
    assert document.ruled
    assert document.ruled.fields["title"].texts == ("新路",)
    assert document.ruled.fields["published"].texts == ("2021-03-05",)


def test_short_body_that_is_all_of_the_text_is_believed() -> None:
    page = (
        "<h1>通告</h1><div id='zoom'><p>明日停水，请储水备用。</p><p>另行通知。</p></div><p>首页 上一页</p>"
    )
    assert read(page, rules(body="#zoom"))[1].text == "明日停水，请储水备用。\n另行通知。"


def test_list_page_stays_a_list_page() -> None:
    links = "".join(f"<li><a href='{n}'>第{n}条新闻的标题写在这里</a></li>" for n in range(9))
    document = read_html(f"<div id='zoom'><ul>{links}</ul></div>", None, (rules(body="#zoom"),))
    assert isinstance(document, Document)
    outcome = choose_main(document)
    assert isinstance(outcome, Rejection)
    assert outcome.reason == "list_page"


def test_selector_that_is_none_is_found() -> None:
    assert find_faults(rules(body=["div["], title="//h1", strip="p")) == [
        "title: '//h1' is no CSS selector",
        "body: 'div[' is no CSS selector",
    ]
