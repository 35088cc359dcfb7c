import gzip
import os
from pathlib import Path

import pytest

from extract.files import read_file
from extract.page import RawPage, UnreadPage
from extract.rejection import Reason


def read(file: Path, max_bytes: int = 1000) -> list[RawPage | UnreadPage]:
    return list(read_file(file, file.name, max_bytes=max_bytes))


@pytest.mark.parametrize("name", ["a.html", "a.txt", "a.htm.gz"])
def test_bytes_come_as_they_are(tmp_path: Path, name: str) -> None:
    body = "新闻\r\n".encode("gb18030") + b"\xff\x00"
    file = tmp_path / name
    file.write_bytes(gzip.compress(body) if name.endswith(".gz") else body)
    (page,) = read(file)
    assert isinstance(page, RawPage)
    assert (page.body, page.path, page.url, page.seen_on) == (body, name, None, None)


def reason(item: RawPage | UnreadPage) -> Reason:
    assert isinstance(item, UnreadPage)
    return item.rejection.reason


def test_page_over_the_limit_is_too_big(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_bytes(b"x" * 1001)
    assert [reason(item) for item in read(file)] == [Reason.TOO_BIG]


def test_gzip_bomb_is_read_no_further_than_the_limit(tmp_path: Path) -> None:
    file = tmp_path / "a.html.gz"
    file.write_bytes(gzip.compress(b"\0" * 50_000_000))
    assert [reason(item) for item in read(file)] == [Reason.TOO_BIG]


@pytest.mark.parametrize("body", [gzip.compress(b"x" * 500)[:-9], b"not gzip at all"])
def test_damaged_gzip_is_a_rejection(tmp_path: Path, body: bytes) -> None:
    file = tmp_path / "a.txt.gz"
    file.write_bytes(body)
    assert [reason(item) for item in read(file)] == [Reason.DAMAGED_ARCHIVE]


def test_unreadable_file_is_a_rejection(tmp_path: Path) -> None:
    folder = tmp_path / "folder.html"
    folder.mkdir()
    assert [reason(item) for item in read(folder)] == [Reason.UNREADABLE]


def test_page_id_is_the_hash_of_the_bytes(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_bytes(b"abc")
    (page,) = read(file)
    assert isinstance(page, RawPage)
    assert page.page_id == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_name_that_is_no_utf8_is_told_by_its_bytes(tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"\xd6\xd0.html")
    file.write_bytes(b"<p>1")
    (page,) = read(file)
    assert (page.path, page.source[-18:]) == ("\\udcd6\\udcd0.html", "/\\udcd6\\udcd0.html")
    file.unlink()
    (page,) = read(file)
    assert (reason(page), page.path) == (Reason.UNREADABLE, "\\udcd6\\udcd0.html")
