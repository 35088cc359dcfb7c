"""Pages without a warehouse: their sites are learned from the pages themselves."""

from extract.page import RawPage
from flows.batches import host_of
from flows.windows import transform_windows
from transform.article import Article

PROMOTION = "本台现已搬到新的频道页，欢迎随时回来坐坐，把小城的故事讲给朋友听。"


def page(word: str, url: str | None, path: str = "a.html") -> RawPage:
    lines = [
        f"{word}的消息传开以后，{i}条街上的人都来打听，茶馆里坐得满满当当，话题没有断过。" for i in "一二三"
    ]
    body = "".join(f"<p>{line}</p>" for line in [*lines, PROMOTION])
    markup = f"<title>{word}</title><h1>{word}</h1><div>{body}</div>"
    return RawPage(source=path, path=path, body=markup.encode(), url=url)


def outcomes(pages: list[RawPage], size: int = 500) -> list[Article]:
    found = [outcome for _, outcome in transform_windows(pages, size=size)]
    assert all(isinstance(outcome, Article) for outcome in found)
    return found  # type: ignore[return-value]


WORDS = ("修桥", "办学", "种树", "养蜂")


def test_pages_of_one_host_tell_what_it_repeats_and_the_articles_name_it() -> None:
    found = outcomes([page(word, f"http://a.example/{word}") for word in WORDS])
    assert not any(PROMOTION in article.body for article in found)
    assert len({article.site_memory for article in found}) == 1
    assert found[0].site_memory is not None


def test_a_page_alone_keeps_what_nothing_speaks_against() -> None:
    pages = [page(word, f"http://{n}.example/") for n, word in enumerate(WORDS)]
    assert all(PROMOTION in article.body and article.site_memory is None for article in outcomes(pages))


def test_files_without_an_address_share_the_furniture_of_their_folder() -> None:
    found = outcomes([page(word, None, f"saved/{word}.html") for word in WORDS])
    assert not any(PROMOTION in article.body for article in found)


def test_a_window_knows_what_those_before_it_showed() -> None:
    found = outcomes([page(word, f"http://a.example/{word}") for word in WORDS], size=3)
    assert [PROMOTION in article.body for article in found] == [False] * 4


def test_host_of_a_page() -> None:
    assert host_of(page("一", "http://WWW.a.example:8080/x")) == "www.a.example"
    assert host_of(page("一", None, "www.a.example/2024/x.html")) == "www.a.example"
    assert host_of(page("一", None, "2024/05/x.html")) == "file:2024/05"
    assert host_of(page("一", "http://[", "x.html")) == "file:"
