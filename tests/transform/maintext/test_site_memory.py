"""What a site repeats is furniture; what an article repeats is not."""

from transform.maintext.blocks import Document, MainText
from transform.maintext.choose import choose_main
from transform.maintext.furniture import Memory, learn
from transform.maintext.read import read_html

PROMOTION = "本台现已搬到新的频道页，欢迎随时回来坐坐，把小城的故事讲给朋友听。"
QUOTE = "“先把路修到田头，再谈把果子卖出山去。”村支书在去年春天的那次院坝会上这样对大家说，很多人至今记得。"


def story(title: str, *paragraphs: str) -> Document:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    menu = "<ul><li><a href=1>首页</a><li><a href=2>要闻</a></ul>"
    document = read_html(
        f"<title>{title} - 小城台</title>{menu}<h1>{title}</h1><div>{body}<p>{PROMOTION}</p></div>"
    )
    assert isinstance(document, Document)
    return document


def prose(word: str) -> list[str]:
    return [
        f"{word}的消息传开以后，{i}条街上的人都来打听，茶馆里坐得满满当当，话题一直没有断过。"
        for i in "一二三"
    ]


def kept(document: Document, memory: Memory | None) -> str:
    main = choose_main(document, memory)
    assert isinstance(main, MainText)
    return main.text


def test_a_host_with_one_page_teaches_nothing() -> None:
    assert learn([("a.example", story("修桥", *prose("修桥")))]) == {}


def test_what_three_stories_share_is_furniture() -> None:
    pages = [story(title, *prose(title)) for title in ("修桥", "办学", "种树")]
    memory = learn([("a.example", page) for page in pages])["a.example"]
    assert memory.knows(PROMOTION)
    assert memory.pages == 3
    for page in pages:
        assert PROMOTION not in kept(page, memory)
        assert len(kept(page, memory).split("\n")) == 3


def test_short_furniture_is_known_from_the_second_page_on() -> None:
    memory = learn([("a.example", story(title, *prose(title))) for title in ("修桥", "办学")])["a.example"]
    assert memory.knows("首页")
    assert not memory.knows(PROMOTION)


def test_a_story_that_stands_twice_teaches_once_and_loses_nothing() -> None:
    pages = [story("修桥", *prose("修桥")), story("修桥 ", *prose("修桥")), story("办学", *prose("办学"))]
    memory = learn([("a.example", page) for page in pages])["a.example"]
    assert memory.pages == 2
    for page in pages:
        assert kept(page, memory) == kept(page, None)


def test_a_quote_in_a_follow_up_is_not_lost() -> None:
    pages = [story("修桥", *prose("修桥"), QUOTE), story("卖果", QUOTE, *prose("卖果"))]
    memory = learn([("a.example", page) for page in pages])["a.example"]
    for page in pages:
        assert QUOTE in kept(page, memory)


def test_the_same_pages_again_teach_the_same() -> None:
    pages = [("a.example", story(title, *prose(title))) for title in ("修桥", "办学", "种树")]
    assert learn(pages + pages) == learn(pages)


def test_the_headline_is_never_furniture() -> None:
    pages = [story("修桥", *prose(word)) for word in ("石匠", "木匠", "船工")]
    memory = learn([("a.example", page) for page in pages])["a.example"]
    assert memory.knows("修桥")
    main = choose_main(pages[0], memory)
    assert isinstance(main, MainText)
    assert main.headline is not None
    assert pages[0].blocks[main.headline].text == "修桥"
