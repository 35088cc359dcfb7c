"""The page that `explain --html` writes: whatever stood on the page explained is text on this one."""

import json
import re
from html import escape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from extract.page import RawPage
from flows.console import printable, visible
from flows.explain import explain_page
from flows.explain_html import html_page
from transform.page import examine, read_page

SUITE = Path(__file__).parents[3] / "shared" / "suites" / "web" / "xss.jsonl"
THROWN = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "</title><svg/onload=alert(1)>",
    "]]><!--<style>@import 'http://a.example/'</style>",
    "$title ${links} $$",
    "1\u202e2\u2066三\u2069\u200f",
    "\x1b]0;x\x07\x1b[31m\x9b31m",
    "[red]not a colour[/red] [link=http://a.example]x[/link]",
    "javascript:alert(1)",
    "\u2028\u200b\ufeff\U000e0041",
]  # fmt: skip
TAGS = re.compile(
    "html|head|meta|title|style|body|header|h[123]|p|del|ins|mark|span|code|nav|ul|li|a|main|section|table|caption"
    "|thead|tbody|tr|th|td|div|dl|dt|dd|strong"
)
ATTRIBUTES = re.compile("lang|charset|http-equiv|content|name|class|aria-label(ledby)?|href|id|scope|title")


class Reader(HTMLParser):
    """Notes what does not belong on such a page."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.wrong += [] if TAGS.fullmatch(tag) else [tag]
        self.wrong += [f"{tag} {name}" for name, _ in attrs if not ATTRIBUTES.fullmatch(name)]
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.targets += [value for name, value in attrs if name == "href" and value]
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"/{tag}")

    def handle_comment(self, data: str) -> None:
        self.wrong.append("comment")


def assert_harmless(page: str) -> None:
    reader = Reader()
    reader.feed(page)
    assert reader.wrong == []
    assert reader.open == []
    assert len(reader.ids) == len(set(reader.ids))
    assert {target[:1] for target in reader.targets} == {"#"}
    assert {target[1:] for target in reader.targets} <= set(reader.ids)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]", page)
    page.encode()


def page_of(thrown: str, *, is_raw: bool) -> str:
    put = thrown if is_raw else escape(thrown)
    body = (
        f"<html><head><meta charset=utf-8><title>{put}</title></head><body><h1>湘桥引才{put}</h1>"
        f"<p>发布时间：2023-04-24 来源：{put}</p>"
        f"<p>区里的干部说，全区引进博士45人{put}，35名老工匠住进了驿站。</p>"
        f"<p>全区新开了11个实验室，今年还要&amp;nbsp;增加3个，{put}来的人越来越多。</p></body></html>"
    )
    page = RawPage(
        f"/tmp/{thrown}.html",
        thrown,
        body.encode(),
        f"http://a.example/{thrown}",
        f"text/html; charset={thrown}",
    )
    return html_page(explain_page(examine(read_page(page))))


@pytest.mark.parametrize("is_raw", [False, True], ids=["escaped", "raw"])
@pytest.mark.parametrize("thrown", THROWN, ids=ascii)
def test_whatever_is_thrown_is_text(thrown: str, is_raw: bool) -> None:
    page = page_of(thrown, is_raw=is_raw)
    assert_harmless(page)
    if not is_raw:
        assert escape(visible(thrown)) in page, "shown as it is"


@pytest.mark.skipif(not SUITE.exists(), reason="the suite is not here")
def test_whatever_the_suite_throws_is_text() -> None:
    rows = [json.loads(line)["payload"] for line in SUITE.read_text(encoding="utf-8").split("\n") if line]
    for at in range(0, len(rows), 400):
        assert_harmless(
            page_of(" ".join(rows[at : at + 400]).encode("utf-8", "replace").decode(), is_raw=False)
        )


def test_page_needs_nothing_from_elsewhere() -> None:
    page = page_of("好", is_raw=False)
    assert "default-src 'none'" in page
    assert '<meta charset="utf-8">' in page
    assert not re.search(r"url\(|@import|src=|https?://(?!a\.example)", page)
    assert 'class="statistic" href="#figure-' in page
    assert '<th scope="col">period</th>' in page


def test_file_name_that_is_no_text_is_shown() -> None:
    assert visible("坏\udcff名.html") == "坏\\udcff名.html"
    assert printable("\U000e0041a\tb\nc") == "\\U000e0041a\tb\nc"
    assert printable("👨\u200d👩") == "👨\u200d👩", "joined signs are no trick"
