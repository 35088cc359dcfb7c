import gzip
from datetime import date
from pathlib import Path

import pytest

from extract.page import RawPage, UnreadPage
from extract.rejection import Reason
from extract.warc import read_warc


def record(
    url: str, body: bytes, status: str = "200 OK", kind: str = "text/html", headers: str = ""
) -> bytes:
    http = (
        f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{headers}Content-Length: {len(body)}\r\n\r\n".encode()
        + body
    )
    head = (
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        f"WARC-Date: 2024-05-05T17:00:00Z\r\nWARC-Target-URI: {url}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def read(
    tmp_path: Path, data: bytes, name: str = "crawl.warc", max_bytes: int = 10_000
) -> list[RawPage | UnreadPage]:
    file = tmp_path / name
    file.write_bytes(data)
    return list(read_warc(file, name, max_bytes=max_bytes))


def test_page_has_address_header_and_the_day_in_china(tmp_path: Path) -> None:
    data = record("http://news.example/a.html", "北京".encode("gbk"), kind="text/html; charset=gbk")
    (page,) = read(tmp_path, data)
    assert isinstance(page, RawPage)
    assert page.body == "北京".encode("gbk")
    assert page.url == "http://news.example/a.html"
    assert page.content_type == "text/html; charset=gbk"
    assert page.source.endswith("crawl.warc#http://news.example/a.html")
    assert page.seen_on == date(2024, 5, 6), "17:00 UTC is the next day in China"


def test_compressed_warc_and_compressed_body(tmp_path: Path) -> None:
    plain = record("http://a.example/1", b"<p>one</p>")
    packed = record("http://a.example/2", gzip.compress(b"<p>two</p>"), headers="Content-Encoding: gzip\r\n")
    pages = read(tmp_path, gzip.compress(plain) + gzip.compress(packed), "crawl.warc.gz")
    assert [page.body for page in pages if isinstance(page, RawPage)] == [b"<p>one</p>", b"<p>two</p>"]


def test_images_and_redirects_are_no_pages(tmp_path: Path) -> None:
    data = (
        record("http://a.example/i.png", b"png", kind="image/png")
        + record("http://a.example/old", b"", status="301 Moved", headers="Location: /new\r\n")
        + record("http://a.example/new", b"<p>x</p>")
    )
    assert [page.url for page in read(tmp_path, data)] == ["http://a.example/new"]


def reasons(items: list[RawPage | UnreadPage]) -> list[Reason | None]:
    return [item.rejection.reason if isinstance(item, UnreadPage) else None for item in items]


def test_error_status_and_size_are_rejections(tmp_path: Path) -> None:
    data = record("http://a.example/1", b"gone", status="404 Not Found") + record(
        "http://a.example/2", b"x" * 20_000
    )
    assert reasons(read(tmp_path, data)) == [Reason.HTTP_ERROR, Reason.TOO_BIG]


def test_broken_off_warc_keeps_what_came_before(tmp_path: Path) -> None:
    data = gzip.compress(record("http://a.example/1", b"<p>one</p>"))
    items = read(tmp_path, data + data[: len(data) // 2], "crawl.warc.gz")
    assert reasons(items)[0] is None
    assert reasons(items)[1:] == [Reason.DAMAGED_ARCHIVE]


def test_warc_without_pages_is_empty(tmp_path: Path) -> None:
    assert reasons(read(tmp_path, record("http://a.example/i.png", b"png", kind="image/png"))) == [
        Reason.EMPTY
    ]


@pytest.mark.parametrize("data", [b"x", b"\x89PNG\r\n\x1a\n" + b"\0" * 100])
def test_file_that_is_no_warc_is_a_rejection(tmp_path: Path, data: bytes) -> None:
    assert reasons(read(tmp_path, data)) == [Reason.DAMAGED_ARCHIVE]
