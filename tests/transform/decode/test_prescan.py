"""The meta prescan of the HTML standard."""

import base64
import json
from pathlib import Path

import pytest

from transform.decode.labels import find_header_label, resolve_label
from transform.decode.prescan import find_meta

WEB = Path(__file__).parents[4] / "shared/suites/web"


@pytest.mark.parametrize(
    ("page", "codec"),
    [
        (b"<meta charset=gb2312>", "gbk"),
        (b"<META CharSet = 'Big5'>", "big5"),
        (b'<meta http-equiv=Content-Type content="text/html; charset=gb18030">', "gb18030"),
        (b'<meta content="text/html; charset = gbk ; x" http-equiv="content-type">', "gbk"),
        (b'<meta content="text/html; charset=gbk">', None),
        (b'<!-- <meta charset="gbk"> --><p><meta charset=utf8>', "utf-8"),
        (b"<!--> <meta charset=gbk>", "gbk"),
        (b'<p title="<meta charset=gbk>"><i>', None),
        (b"<meta charset=unknown><meta charset=big5-hkscs>", "big5"),
        (b"<meta charset=utf-16>", "utf-8"),
        (b"<meta charset=gbk", None),
        (b"<metacharset=gbk>", None),
        (b"<" + b"p><" * 2000 + b"meta charset=gbk>", "gbk"),
        (b"", None),
    ],
)
def test_cases(page: bytes, codec: str | None) -> None:
    assert find_meta(page) == codec


@pytest.mark.parametrize("end", range(60))
def test_a_cut_page_never_breaks_the_scan(end: int) -> None:
    assert (
        find_meta(
            b"""<!DOCTYPE x><meta a='1' http-equiv="content-type" content="text/html; charset=gbk">"""[:end]
        )
        is None
    )


@pytest.mark.parametrize(
    ("header", "label"),
    [
        ("text/html;charset=GBK", "GBK"),
        ('text/html; Charset="utf-8"; x', "utf-8"),
        ("text/html", None),
        (None, None),
    ],
)
def test_header(header: str | None, label: str | None) -> None:
    assert find_header_label(header) == label


def test_every_label_of_the_standard() -> None:
    if not WEB.exists():
        pytest.skip("the shared suites are not here")
    rows = [json.loads(line) for line in (WEB / "encoding_labels_whatwg.jsonl").read_text().splitlines()]
    assert [resolve_label(row["label"].upper()) for row in rows] == [row["name"].lower() for row in rows]


def test_html5lib_cases_without_script() -> None:
    if not WEB.exists():
        pytest.skip("the shared suites are not here")
    rows = [
        json.loads(line) for line in (WEB / "html_encoding_sniff_html5lib.jsonl").read_text().splitlines()
    ]
    for row in rows:
        page = base64.b64decode(row["data_b64"])
        if not row["scripted"] and not page.startswith(b"\xef\xbb\xbf"):
            assert (find_meta(page) or "windows-1252") == resolve_label(row["encoding"]), row["id"]
