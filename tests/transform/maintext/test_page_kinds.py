"""What is no article is a rejection with its reason; what is odd about an article is a flag."""

import pytest

from extract.rejection import Reason, Rejection
from transform.maintext.blocks import Document, MainText
from transform.maintext.choose import choose_main
from transform.maintext.read import read_html, read_plain

PROSE = "渡口的船工说，今年的水位比往年高出半尺，两岸的人来往更勤了，船票还是两块钱一张。"


def choose(html: str) -> MainText | Rejection:
    document = read_html(html)
    assert isinstance(document, Document)
    return choose_main(document)


def article(inner: str) -> MainText:
    main = choose(f"<title>渡口又开了</title><h1>渡口又开了</h1><div>{inner}</div>")
    assert isinstance(main, MainText)
    return main


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<title>404 Not Found</title><h1>Not Found</h1><p>nginx", Reason.ERROR_PAGE),
        ("<title>提示</title><p>抱歉，您访问的内容已被删除。", Reason.ERROR_PAGE),
        ("<title>安全验证</title><p>访问过于频繁，请拖动滑块完成验证后继续访问。", Reason.ERROR_PAGE),
        (
            "<title>渡口论坛 错误信息</title><p>您尚未登录，请先登录再看这个帖子。</p>"
            "<p>版面不存在，或您没有权限。没有注册？忘记密码？</p>",
            Reason.ERROR_PAGE,
        ),
        ("<script>go()</script><noscript>请开启JavaScript并刷新该页。</noscript>", Reason.ERROR_PAGE),
        ("<p>", Reason.NO_MAIN_TEXT),
        (
            "<h2>江城要闻</h2><ul>"
            + "".join(f"<li><a href={i}>渡口{i}班船</a><span>2024-03-{i}</span></li>" for i in range(10, 19))
            + "</ul>",
            Reason.LIST_PAGE,
        ),
        (
            "<title>江城要闻</title>"
            + "".join(
                f"<div><h3><a href={i}>渡口第{i}班船</a></h3><p>{PROSE}…<a href={i}>[详细]</a></p>2024-03-{i}</div>"
                for i in range(10, 15)
            ),
            Reason.LIST_PAGE,
        ),
        ("<ul>" + "<li><a href=x>渡口今天又多了一班船</a>" * 9 + "</ul>", Reason.LIST_PAGE),
    ],
)
def test_rejections(html: str, reason: Reason) -> None:
    outcome = choose(html)
    assert isinstance(outcome, Rejection)
    assert outcome.reason == reason


def test_an_article_about_errors_is_an_article() -> None:
    assert PROSE in article(f"<p>网站上“页面不存在”的提示让{PROSE}</p>" + f"<p>{PROSE}</p>" * 6).text


def test_a_short_article_with_a_word_of_an_error_is_an_article() -> None:
    said = "渡口的票房昨天贴出告示，售票系统维护，改收现金。船工说，两天就好，不耽误过河。"
    assert said in article(f"<p>您尚未登录</p><p>{said}</p><p>{PROSE}</p>").text


def test_text_that_breaks_off_is_flagged() -> None:
    assert (
        "truncated"
        in article(f"<p>{PROSE}</p><p>{PROSE}</p><p>第二天一早，船工们把缆绳解开，正要往对岸撑").flags
    )
    assert article(f"<p>{PROSE}</p><p>{PROSE}</p>").flags == ()


def test_a_gallery_and_a_forwarded_text_are_flagged() -> None:
    pictures = "".join(f"<p><img src={i}></p><p>{PROSE}</p>" for i in range(7))
    assert "gallery" in article(pictures).flags
    assert (
        "forwarded" in article(f"<p>{PROSE}</p><p>{PROSE}</p><p>原文链接：http://y.example/1.html</p>").flags
    )


def test_numbered_pictures_with_one_text_are_a_gallery() -> None:
    pictures = "".join(f"<p><img src={i}></p><p>{i}/6</p>" for i in range(1, 7))
    main = article(f"{pictures}<p>3月9日，江城渡口，船工正在解缆。陶然 摄</p>")
    assert main.flags == ("gallery",)
    assert main.text == "3月9日，江城渡口，船工正在解缆。陶然 摄"


def test_what_is_sold_is_an_advertisement() -> None:
    assert "advertisement" in article(f"<p>2024-03-09 推广</p><p>{PROSE}</p><p>{PROSE}</p>").flags
    selling = "江城新茶一盒只要三十元，满两盒包邮，数量有限，先到先得，货到付款，七天无理由退换。"
    assert "advertisement" in article(f"<p>{PROSE}</p><p>{selling}</p>").flags
    assert "advertisement" not in article(f"<p>{PROSE}</p><p>{PROSE}今年网上下单的人多了。</p>").flags


def test_choices_and_rows_by_the_thousand_take_no_time() -> None:
    many = "<select>" + "<option>渡口" * 50_000 + "</select>"
    rows = "<table>" + "<tr><td>渡口<td>12<td>3 &amp; 4" * 3_000 + "</table>"
    lines = article(f"{many}<p>{PROSE}</p><p>{PROSE}</p>{rows}").text.split("\n")
    assert lines[:3] == [PROSE, PROSE, "渡口\t12\t3 & 4"]
    assert len(lines) == 3_002


def test_every_block_is_kept_or_dropped_with_a_reason() -> None:
    main = article(f"<p>{PROSE}</p><p>{PROSE}</p><p>责任编辑：陶然</p><p>某某网 版权所有</p>")
    choices = sorted((*main.kept, *main.dropped), key=lambda choice: choice.index)
    assert [choice.index for choice in choices] == list(range(len(choices)))
    assert all(choice.reason for choice in choices)
    assert main.text.split("\n") == [PROSE, PROSE]


def test_lines_of_a_plain_text_without_prose_are_no_article() -> None:
    outcome = choose_main(read_plain("首页\n2024-01-01\n版权所有"))
    assert isinstance(outcome, Rejection)


@pytest.mark.parametrize(
    "script",
    [
        '<script>var page = {"content": "<p>BODY</p><p>BODY<\\/p><p>BODY</p><p>BODY"}</script>',
        '<script type="application/ld+json">{"articleBody": "BODY\\nBODY\\nBODY\\nBODY"}</script>',
    ],
)
def test_an_article_in_a_script_is_found(script: str) -> None:
    main = choose(f"<title>渡口又开了</title><div id=app></div>{script.replace('BODY', PROSE)}")
    assert isinstance(main, MainText)
    assert main.text.split("\n") == [PROSE] * 4


@pytest.mark.parametrize(
    "line",
    [
        "（内容由渡口网江城站提供。未经授权，不得转载。）",
        "(內容由渡口網江城站提供。未經授權，不得轉載。)",
        "江城网专稿，未经书面授权请勿转载。",
        "【本文权益归江城报社所有。未经许可，禁止转载、摘编。】",
        "分享让更多人看到",
        "责任编辑：",
        "原标题：老渡口的新船票",
        "《 江城日报 》（ 2024年05月10日 04 版）",
        "２０２３－１１－１５ 出处：江城网",
    ],
)
def test_notices_around_an_article_are_no_part_of_it(line: str) -> None:
    for inner in (f"<p>{line}</p><p>{PROSE}</p><p>{PROSE}</p>", f"<p>{PROSE}</p><p>{PROSE}</p><p>{line}</p>"):
        assert article(inner).text == f"{PROSE}\n{PROSE}"


def test_a_sentence_about_rights_is_part_of_an_article() -> None:
    said = "法院认为，船票上的画由摄影师所作，摊主未经许可，不得复制出售，应当赔偿两千元。"
    assert said in article(f"<p>{PROSE}</p><p>{said}</p><p>{PROSE}</p>").text
