"""What a site repeats is furniture; what an article repeats is not."""

from transform.maintext.blocks import Document, MainText
from transform.maintext.choose import choose_main
from transform.maintext.memory import Memory, digest, learn, recall, sketch
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


def learn_from(pages: list[Document]) -> Memory | None:
    return learn("a.example", map(sketch, pages))


def stories(*titles: str) -> list[Document]:
    return [story(title, *prose(title)) for title in titles]


def test_a_host_with_one_page_teaches_nothing() -> None:
    assert learn_from(stories("修桥")) is None


def test_what_three_stories_share_is_furniture() -> None:
    pages = stories("修桥", "办学", "种树")
    memory = learn_from(pages)
    assert memory is not None
    assert memory.stories == 3
    for page in pages:
        assert PROMOTION in kept(page, None)
        assert PROMOTION not in kept(page, memory)
        assert len(kept(page, memory).split("\n")) == 3


def test_short_furniture_is_known_from_the_second_page_on() -> None:
    memory = learn_from(stories("修桥", "办学"))
    assert memory is not None
    assert digest("首页") in memory.furniture
    assert digest(PROMOTION) not in memory.furniture


def test_a_story_that_stands_twice_teaches_once_and_loses_nothing() -> None:
    pages = [story("修桥", *prose("修桥")), story("修桥 ", *prose("修桥")), story("办学", *prose("办学"))]
    memory = learn_from(pages)
    assert memory is not None
    assert memory.stories == 2
    for page in pages:
        assert kept(page, memory) == kept(page, None)


def test_a_quote_in_a_follow_up_is_not_lost() -> None:
    pages = [story("修桥", *prose("修桥"), QUOTE), story("卖果", QUOTE, *prose("卖果"))]
    memory = learn_from(pages)
    for page in pages:
        assert QUOTE in kept(page, memory)


def test_a_line_that_a_few_stories_share_is_not_lost() -> None:
    closing = "特此公告。"
    others = ("办学", "种树", "养蜂", "通车", "开渠", "打井")
    pages = [
        story("修桥", *prose("修桥"), closing),
        story("卖果", *prose("卖果"), closing),
        *stories(*others),
    ]
    memory = learn_from(pages)
    assert memory is not None
    assert digest(closing) not in memory.furniture
    assert closing in kept(pages[0], memory)


def test_a_subhead_in_the_midst_stays_where_the_same_line_at_the_end_goes() -> None:
    subhead = "下一步的打算是什么"
    long = {word: prose(word) + prose(word + "又") for word in ("修桥", "办学", "种树", "养蜂")}
    pages = [story(word, *lines[:3], subhead, *lines[3:]) for word, lines in list(long.items())[:2]]
    pages += [story(word, *lines) for word, lines in list(long.items())[2:]]
    memory = learn_from(pages)
    assert memory is not None
    assert digest(subhead) in memory.furniture - memory.everywhere
    assert subhead in kept(pages[0], memory)


def test_a_memory_that_would_take_most_of_a_page_takes_nothing() -> None:
    page = stories("修桥")[0]
    everything = sketch(page).blocks.keys()
    memory = recall("a.example", 9, everything, everything)
    assert kept(page, memory) == kept(page, None)


def test_the_same_pages_again_and_in_another_order_teach_the_same() -> None:
    pages = stories("修桥", "办学", "种树")
    assert learn_from(pages + pages[::-1]) == learn_from(pages)


def test_the_version_names_what_is_known_of_which_host() -> None:
    memory = learn_from(stories("修桥", "办学", "种树"))
    assert memory is not None
    assert recall(memory.host, 5, memory.furniture, memory.everywhere).version == memory.version
    assert recall("b.example", 5, memory.furniture, memory.everywhere).version != memory.version
    assert recall(memory.host, 5, memory.furniture | {1}, memory.everywhere).version != memory.version


def test_the_headline_is_never_furniture() -> None:
    pages = [story("修桥", *prose(word)) for word in ("石匠", "木匠", "船工")]
    memory = learn_from(pages)
    assert memory is not None
    assert digest("修桥") in memory.furniture
    main = choose_main(pages[0], memory)
    assert isinstance(main, MainText)
    assert main.headline is not None
    assert pages[0].blocks[main.headline].text == "修桥"
