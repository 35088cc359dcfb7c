"""What a site repeats is furniture; what an article repeats is not."""

import pytest

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


def test_what_a_site_says_of_itself_is_known_from_three_stories_on() -> None:
    pages = stories("修桥", "办学", "种树")
    memory = learn_from(pages)
    assert memory is not None
    assert memory.stories == 3
    for page in pages:
        assert PROMOTION in kept(page, None)
        assert PROMOTION not in kept(page, memory)
        assert len(kept(page, memory).split("\n")) == 3


def test_short_furniture_is_known_from_the_second_page_on() -> None:
    line = "小城台客户端同步收听"
    pages = [story(title, *prose(title), line) for title in ("修桥", "办学")]
    assert line in kept(pages[0], None)
    memory = learn_from(pages)
    assert line not in kept(pages[0], memory)
    assert PROMOTION in kept(pages[0], memory), "a sentence is not"


def test_a_story_that_stands_twice_teaches_once_and_loses_nothing() -> None:
    pages = [story("修桥", *prose("修桥")), story("修桥 ", *prose("修桥")), story("办学", *prose("办学"))]
    memory = learn_from(pages)
    assert memory is not None
    assert memory.stories == 2
    for page in pages:
        assert kept(page, memory) == kept(page, None)


@pytest.mark.parametrize(
    "line",
    [
        QUOTE,
        "据此前报道，开春时河水漫过了老桥，两岸的人绕了半个月的路。",
        "特此公告。",
        "问：往后怎么打算？",
        "各乡镇人民政府，各有关单位：",
        "县交通运输局",
        "2024年5月6日",
        "“欠下的石料钱，一分也不少。”",
    ],
)
@pytest.mark.parametrize("at_end", [True, False])
def test_a_line_of_articles_that_merely_recurs_is_not_lost(line: str, at_end: bool) -> None:
    words = ("修桥", "办学", "种树", "养蜂", "通车", "开渠", "打井", "卖果", "唱戏", "盖房")
    pages = [story(word, *prose(word), line) if at_end else story(word, line, *prose(word)) for word in words]
    memory = learn_from(pages)
    for page in pages:
        assert (line in kept(page, memory)) == (line in kept(page, None))


def test_a_subhead_in_the_midst_stays() -> None:
    subhead = "下一步的打算是什么"
    pages = [
        story(word, *prose(word), subhead, *prose(word + "又")) for word in ("修桥", "办学", "种树", "养蜂")
    ]
    memory = learn_from(pages)
    assert subhead in kept(pages[0], None)
    for page in pages:
        assert subhead in kept(page, memory)


def test_rows_of_tables_are_never_furniture() -> None:
    def page(word: str, number: int) -> Document:
        head = "<tr><td>指标</td><td>数值（万元）</td></tr>"
        table = f"<table>{head}<tr><td>石料</td><td>{number}</td></tr><tr><td>人工</td><td>{number}5</td></tr></table>"
        body = "".join(f"<p>{line}</p>" for line in prose(word))
        found = read_html(f"<title>{word}</title><h1>{word}</h1><div>{body}{table}{body}</div>")
        assert isinstance(found, Document)
        return found

    pages = [page(word, number) for number, word in enumerate(("修桥", "办学", "种树"), 20)]
    memory = learn_from(pages)
    for each in pages:
        assert "数值（万元）" in kept(each, None)
        assert kept(each, memory) == kept(each, None)


def test_a_memory_that_would_take_most_of_a_page_takes_nothing() -> None:
    page = stories("修桥")[0]
    memory = recall("a.example", 99, dict.fromkeys(sketch(page).blocks, 15))
    assert kept(page, memory) == kept(page, None)


def test_the_same_pages_again_and_in_another_order_teach_the_same() -> None:
    pages = stories("修桥", "办学", "种树")
    assert learn_from(pages + pages[::-1]) == learn_from(pages)


def test_the_version_names_what_is_known() -> None:
    memory = learn_from(stories("修桥", "办学", "种树"))
    assert memory is not None
    assert recall("b.example", 5, memory.recurring).version == memory.version
    assert recall(memory.host, 5, {**memory.recurring, 1: 0}).version != memory.version


def test_the_headline_is_never_furniture() -> None:
    pages = [story("修桥", *prose(word)) for word in ("石匠", "木匠", "船工")]
    memory = learn_from(pages)
    assert memory is not None
    assert digest("修桥") in memory.recurring
    main = choose_main(pages[0], memory)
    assert isinstance(main, MainText)
    assert main.headline is not None
    assert pages[0].blocks[main.headline].text == "修桥"
