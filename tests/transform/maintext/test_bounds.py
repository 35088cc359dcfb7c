"""Where an article ends, what belongs to it whatever it looks like, and why the rest is dropped."""

import pytest

from transform.maintext.blocks import Document, MainText
from transform.maintext.choose import choose_main
from transform.maintext.read import read_html

ONE = "清水河上的老石桥昨天修好了，桥面加宽到六米，两岸的村民头一回能把拖拉机开过去。"
TWO = "施工队长说，桥墩用的是山里的青石，工期比原来打算的短了二十天，花费也省下不少。"
THREE = "下个月镇上还要在桥头立一块碑，把捐过石料的人家都写上去，让后来的人知道这件事。"
BODY = f"<p>{ONE}</p><p>{TWO}</p><p>{THREE}</p>"
TEXT = [ONE, TWO, THREE]
MENU = "<ul>" + "".join(f"<li><a href={i}>栏目{i}</a></li>" for i in range(8)) + "</ul>"
OTHER = [
    f"山那边的第{i}家茶厂也在这几天开了工，炒茶的师傅说今年的叶子比往年厚，火候要慢一些。" for i in range(9)
]


def choose(inner: str, around: str = "") -> MainText:
    document = read_html(
        f"<html><head><title>老石桥修好了_清水新闻</title></head><body>{MENU}<div><h1>老石桥修好了</h1>"
        f"<div class=box>{inner}</div></div>{around}</body></html>"
    )
    assert isinstance(document, Document)
    main = choose_main(document)
    assert isinstance(main, MainText)
    return main


def lines(inner: str, around: str = "") -> list[str]:
    return choose(inner, around).text.split("\n")


def reasons(main: MainText) -> dict[str, str]:
    return {choice.block.text: choice.reason for choice in main.dropped}


@pytest.mark.parametrize(
    "heading", ["已有12条评论", "发表评论", "网友评论（3）", "Comments (2)", "3 Responses"]
)
def test_comments_end_an_article(heading: str) -> None:
    said = "".join(f"<p>{text}</p>" for text in OTHER[:4])
    main = choose(f"{BODY}<h3>{heading}</h3>{said}")
    assert main.text.split("\n") == TEXT
    assert reasons(main)[OTHER[0]] == "comments"


def test_a_button_for_comments_above_an_article_ends_nothing() -> None:
    assert lines(f"<p>发表评论</p>{BODY}") == TEXT
    assert (
        lines(f"<p>{ONE}</p><p>我来说两句</p>" + "".join(f"<p>{text}</p>" for text in OTHER))[-1] == OTHER[-1]
    )


def test_what_the_site_says_of_its_texts_ends_an_article() -> None:
    said = (
        "<p>声明：</p><p>• 凡注明来自其他报刊的文章，都是转载，不代表渡口网赞同文中看法。</p>"
        "<p>电话：0000-1234567 传真：0000-7654321</p><p>邮箱处理时间：每天上午</p>"
    )
    assert lines(BODY + said) == TEXT


def test_a_second_article_behind_the_first_is_another() -> None:
    second = "".join(f"<p>{text}</p>" for text in OTHER)
    around = f"<div><h1>茶厂开工的日子到了，师傅们忙了起来</h1><div>{second}</div></div>"
    main = choose(BODY, around)
    assert main.text.split("\n") == TEXT
    assert reasons(main)[OTHER[0]] == "another article"


def test_the_headline_is_the_one_that_the_title_names() -> None:
    around = "<div><h1>茶厂开工的日子到了，山里的师傅们又忙了起来，叶子比往年厚</h1></div>"
    main = choose(BODY, around)
    assert main.headline is not None
    block = sorted((*main.kept, *main.dropped), key=lambda choice: choice.index)[main.headline].block
    assert block.text == "老石桥修好了"


TABLE = (
    "<table>"
    + "".join(f"<tr><td>{name}<td>{n}<td>{n * 2}" for name, n in (("石料", 30), ("木料", 12), ("人工", 55)))
    + "</table>"
)


def test_a_table_of_data_behind_an_article_is_part_of_it() -> None:
    rows = ["石料\t30\t60", "木料\t12\t24", "人工\t55\t110"]
    assert lines(f"{BODY}{TABLE}") == TEXT + rows
    assert lines(f"{BODY}<p>附表：修桥用料</p>", TABLE)[-3:] == rows


def test_a_calendar_beside_an_article_is_none_of_it() -> None:
    week = "<table><tr><td>一<td>二<td>三<td>四<tr><td>1<td>2<td>3<td>4<tr><td>5<td>6<td>7<td>8</table>"
    assert lines(BODY, f"<div>{week}</div>") == TEXT


def test_verse_below_the_headline_is_in() -> None:
    verse = ["清水流过石桥头，", "春来两岸草先柔。", "行人莫问桥新旧，", "只看拖拉机过沟。"]
    inner = f"<div>{'<br>'.join(verse)}</div><div><div>{ONE}{TWO}{THREE}</div></div>"
    assert lines(inner) == [*verse, ONE + TWO + THREE]


def test_short_lines_between_paragraphs_are_in() -> None:
    agenda = "<p>上午 剪彩</p><p>中午 流水席</p><p>下午 过桥</p>"
    assert lines(f"<p>{ONE}</p><p>{TWO}</p>{agenda}<p>{THREE}</p>") == [
        ONE,
        TWO,
        "上午 剪彩",
        "中午 流水席",
        "下午 过桥",
        THREE,
    ]


@pytest.mark.parametrize("credit", ["来源：清水日报", "作者：陶然 责任编辑：陆遥", "责任编辑：陆遥"])
def test_credits_at_the_end_are_out(credit: str) -> None:
    assert lines(f"{BODY}<p>{credit}</p>") == TEXT


def test_an_address_in_the_midst_of_a_notice_is_in() -> None:
    where = "邮政编码：000000"
    assert lines(f"{BODY}<p>{where}</p>{BODY}")[3] == where


@pytest.mark.parametrize(
    "said",
    [
        "您的浏览器不支持视频播放",
        "正在为您切换到高清，请稍候",
        "语音播报文章，释放双眼",
        "清水新闻现已开设官方微博，欢迎大家来说说镇上的新鲜事，每天都有礼物送出。",
    ],
)
def test_what_the_page_says_to_its_visitor_is_out(said: str) -> None:
    assert lines(f"<p>{said}</p>{BODY}<p>{said}</p>") == TEXT


def test_a_run_far_behind_that_has_nothing_of_the_headline_is_out() -> None:
    far = "".join(f"<p><a href={i}>另一条新闻的标题第{i}条</a></p>" for i in range(20))
    behind = "".join(f"<div>{text}</div>" for text in OTHER[:2])
    assert lines(BODY, f"<div>{far}</div><div><div>{behind}</div></div>") == TEXT


def test_reasons_tell_what_a_block_is() -> None:
    links = "".join(f"<li><a href={i}>别处的新闻说了另一件事第{i}条</a></li>" for i in range(6))
    around = f"<div><p>相关新闻</p><ul>{links}</ul></div><div style='display:none'>{OTHER[0]}</div><div><p>夜色</p></div>"
    around += "<div class=comment-box><p>好桥</p></div><div id=footer><div>清水镇</div></div>"
    main = choose(f"<p>2021-05-04 10:20</p>{BODY}<p>责任编辑：陆遥</p>", around)
    found = reasons(main)
    assert found["栏目1"] == "menu"
    assert found["2021-05-04 10:20"] == "date and source"
    assert found["责任编辑：陆遥"] == "credits"
    assert found["别处的新闻说了另一件事第1条"] == "list of links"
    assert found[OTHER[0]] == "hidden"
    assert found["好桥"] == "comments"
    assert found["清水镇"] == "imprint"
    assert found["夜色"] == "another column"
    assert found["老石桥修好了"] == "headline"


def test_of_several_posts_without_a_headline_the_first_is_the_article() -> None:
    posts = "".join(
        f"<div class=head>第{i}天</div><div class=when>2006-03-0{i} 08:0{i}</div>"
        f"<div class=post><p>{OTHER[i]}{OTHER[i + 4]}</p></div>"
        for i in range(1, 5)
    )
    document = read_html(f"<title>茶山</title><div>{MENU}</div>{posts}")
    assert isinstance(document, Document)
    main = choose_main(document)
    assert isinstance(main, MainText)
    assert main.text == OTHER[1] + OTHER[5]
