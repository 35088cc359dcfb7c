"""What stands around an article's text and is none of it: lines of furniture, a bare headline, an abstract."""

import pytest

from transform.maintext.blocks import Document, MainText
from transform.maintext.choose import choose_main
from transform.maintext.read import read_html

ONE = "清水河上的老石桥昨天修好了，桥面加宽到六米，两岸的村民头一回能把拖拉机开过去。"
TWO = "施工队长说，桥墩用的是山里的青石，工期比原来打算的短了二十天，花费也省下不少。"
THREE = "下个月镇上还要在桥头立一块碑，把捐过石料的人家都写上去，让后来的人知道这件事。"
TEXT = [ONE, TWO, THREE]
BODY = "".join(f"<p>{text}</p>" for text in TEXT)


def choose(
    inner: str, title: str = "老石桥修好了_清水新闻", headline: str = "<h1>老石桥修好了</h1>"
) -> MainText:
    menu = "<div><a href=/>首页</a> <a href=/n>新闻</a></div>"
    document = read_html(f"<title>{title}</title>{menu}{headline}<div class=box>{inner}</div>")
    assert isinstance(document, Document)
    main = choose_main(document)
    assert isinstance(main, MainText)
    return main


@pytest.mark.parametrize(
    "line",
    [
        "（完）",
        "（本文不构成投资建议，据此操作，风险自负）",
        "投资有风险，入市需谨慎。",
        "如有侵权，请联系我们删除，邮箱：bridge@qs.example",
        "文章来源于网络，版权归原作者所有",
        "本網站之文字及圖片，非經授權，不得轉載。",
        "投稿邮箱：bridge@qs.example",
        "本文来源：清水日报 责任编辑：陆遥_QS01",
        "编辑丨陆遥 校对丨陶然 审核丨江一舟",
        "一审：陆遥 二审：陶然 三审：江一舟",
        "【纠错】 【责任编辑：陆遥】",
        "（责编 陆遥）",
        "更新時間：18:35 2023-06-14 HKT",
        "点击进入专题：山里的桥",
        "点击查看更多",
        "扫描二维码关注我们",
        "关注“清水”微信公众号，获取更多资讯",
        "打开清水APP阅读全文",
        "立即下載清水日報App",
        "点赞 0 收藏 分享",
        "【打印】【关闭】",
        "第1页/共3页",
        "展开全文",
        "登錄後閱讀全文",
        "原文链接：https://qs.example/1.html",
        "转自：微信公众号“清水镇”",
        "相关链接：茶厂开工的日子到了",
        "首页 > 新闻 > 民生",
        "您所在的位置：首页 > 新闻",
        "【广告】修桥石料大减价，今天下单就送！",
    ],
)
def test_furniture_is_out_at_both_ends(line: str) -> None:
    main = choose(f"<p>{line}</p>{BODY}<p>{line}</p>")
    assert main.text.split("\n") == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "修桥的账到这里就算完（完）了，剩下的石料分给了沿河的三个村子。",
        "他打开手机里的客户端，把桥的照片发给了在外地读书的孩子。",
        "记者在位置更偏的下游看到，另一座桥也开始备料了。",
        "相关报道见报以后，县里又拨下了五万元。",
        "老乡们说：投资修桥有风险，可是没有桥，日子更难过。",
    ],
)
def test_a_sentence_with_such_words_is_in(line: str) -> None:
    assert line in choose(f"{BODY}<p>{line}</p>").text
    assert line in choose(f"<p>{ONE}</p><p>{line}</p><p>{THREE}</p>").text


def test_furniture_at_the_end_breaks_no_text_off() -> None:
    assert "truncated" not in choose(f"{BODY}<p>打开清水APP阅读全文</p>").flags
    assert "truncated" in choose(f"{BODY}<p>展开全文</p>").flags


@pytest.mark.parametrize("heading", ["相关新闻：", "相关阅读", "延伸閱讀"])
def test_stories_behind_their_heading_are_out(heading: str) -> None:
    stories = "<p>茶厂开工的日子到了</p><p>渡口又开了，两岸都高兴</p><p>山路上新添了十二盏灯</p>"
    assert choose(f"{BODY}<p>{heading}</p>{stories}").text.split("\n") == TEXT
    again = choose(f"<p>{ONE}</p><p>{TWO}</p><p>{heading}</p><p><a href=1>茶厂开工</a></p><p>{THREE}</p>")
    assert again.text.split("\n") == TEXT


def test_a_headline_that_no_title_names_is_no_part_of_the_text() -> None:
    inner = f"<center><b>老石桥修好了</b></center><p>2003-02-11 清水在线</p>{BODY}"
    main = choose(inner, title="::: 清水在线 :::", headline="")
    assert main.text.split("\n") == TEXT
    assert main.headline is not None


def test_an_abstract_that_repeats_the_lead_is_out() -> None:
    assert choose(f"<p>【摘要】{ONE}</p>{BODY}").text.split("\n") == TEXT
    other = "桥修了四个月，用掉青石二百方，三个村子的人轮流上工，没有一天停过。"
    assert other in choose(f"<p>摘要：{other}</p>{BODY}").text


@pytest.mark.parametrize(
    "attribute",
    [
        "hidden",
        "aria-hidden=true",
        "style='visibility:hidden'",
        "style='font-size:0'",
        "style='display:none'",
    ],
)
def test_hidden_text_is_out(attribute: str) -> None:
    said = "这一段是给搜索引擎看的，讲的是修桥的石料批发和代购，读者看不见它。"
    assert choose(f"<p>{ONE}</p><p {attribute}>{said}</p><p>{TWO}</p><p>{THREE}</p>").text.split("\n") == TEXT


def test_a_page_that_a_script_shows_is_read() -> None:
    assert choose(f"<div id=content style='visibility:hidden'>{BODY}</div>").text.split("\n") == TEXT
    assert choose(f"<div style='display:none'>{BODY}</div>").text.split("\n") == TEXT


def test_lines_wrapped_in_a_pre_are_joined() -> None:
    wrapped = "\n".join("　　" + text[:22] + "\n" + text[22:] for text in TEXT)
    assert choose(f"<pre>\n{wrapped}\n</pre>").text.split("\n") == TEXT
