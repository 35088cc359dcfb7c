"""One page from a server on loopback that misbehaves in every way asked of it."""

import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from extract.fetch import client
from extract.fetch.client import fetch
from extract.page import RawPage, UnreadPage
from extract.rejection import Reason

BODY = "潮州新闻".encode("gb18030")


class Site(BaseHTTPRequestHandler):
    asked: list[tuple[str, str]] = []  # noqa: RUF012  (shared on purpose: the test reads it)
    robots: tuple[int, bytes] = (404, b"")

    def do_GET(self) -> None:
        Site.asked.append((self.path, self.headers["User-Agent"]))
        if self.path == "/robots.txt":
            self.answer(Site.robots[0], Site.robots[1], "text/plain")
        elif self.path.startswith("/loop"):
            self.answer(302, b"", location=f"/loop{len(Site.asked)}")
        elif self.path == "/moved":
            self.answer(301, b"", location="/page")
        elif self.path == "/file":
            self.answer(302, b"", location="file:///etc/hostname")
        elif self.path == "/same":
            self.answer(304, b"")
        elif self.path == "/gone":
            self.answer(404, b"gone")
        elif self.path == "/cut":
            self.answer(200, BODY, length=len(BODY) + 10)
        elif self.path == "/big":
            self.answer(200, b"x" * 5000)
        elif self.path == "/packed":
            self.answer(200, gzip.compress(BODY), encoding="gzip")
        else:
            self.answer(200, BODY)

    def answer(
        self,
        status: int,
        body: bytes,
        kind: str = "text/html",
        location: str = "",
        length: int = -1,
        encoding: str = "",
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body) if length < 0 else length))
        if location:
            self.send_header("Location", location)
        if encoding:
            self.send_header("Content-Encoding", encoding)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[str]:
    Site.asked, Site.robots = [], (404, b"")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def get(url: str) -> RawPage | UnreadPage:
    return fetch(url, max_bytes=4000, user_agent="Jianbao-Test/1 (test@news.example)")


def test_bytes_come_undecoded_with_header_and_day(site: str) -> None:
    page = get(f"{site}/page")
    assert isinstance(page, RawPage)
    assert (page.body, page.url, page.content_type) == (BODY, f"{site}/page", "text/html")
    assert page.seen_on is not None
    assert Site.asked == [(path, "Jianbao-Test/1 (test@news.example)") for path in ("/robots.txt", "/page")]


def test_redirect_is_followed_and_its_end_is_the_address(site: str) -> None:
    page = get(f"{site}/moved")
    assert isinstance(page, RawPage)
    assert page.url == f"{site}/page"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/gone", Reason.HTTP_ERROR),
        ("/same", Reason.HTTP_ERROR),
        ("/loop", Reason.HTTP_ERROR),
        ("/file", Reason.REFUSED),
        ("/cut", Reason.UNREADABLE),
        ("/big", Reason.TOO_BIG),
        ("/packed", Reason.UNREADABLE),
    ],
)
def test_what_is_no_whole_page_is_a_rejection(site: str, path: str, reason: Reason) -> None:
    page = get(f"{site}{path}")
    assert isinstance(page, UnreadPage)
    assert page.rejection.reason == reason


def test_robots_forbids_and_a_failing_robots_forbids_for_now(site: str) -> None:
    for Site.robots in ((200, b"User-agent: *\nDisallow: /page"), (503, b"")):
        page = get(f"{site}/page")
        assert isinstance(page, UnreadPage)
        assert page.rejection.reason == Reason.REFUSED
    assert "/page" not in [path for path, _ in Site.asked]


def test_long_robots_is_read_as_far_as_the_standard_asks(site: str) -> None:
    rules = b"User-agent: *\nDisallow: /page\n"
    Site.robots = (200, rules + b"#" * 600_000)
    page = get(f"{site}/page")
    assert isinstance(page, UnreadPage)
    assert page.rejection.reason == Reason.REFUSED
    assert isinstance(get(f"{site}/other"), RawPage)


def test_slow_page_ends_at_the_deadline(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "DEADLINE_SECONDS", -1.0)
    page = get(f"{site}/page")
    assert isinstance(page, UnreadPage)
    assert page.rejection.reason == Reason.UNREADABLE


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/x", "http://[::bad/x", f"http://{'a' * 70}.example/x"])
def test_unreachable_address_is_a_rejection(url: str) -> None:
    page = get(url)
    assert isinstance(page, UnreadPage)
    assert page.rejection.reason == Reason.UNREADABLE
