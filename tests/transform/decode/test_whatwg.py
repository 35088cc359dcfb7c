"""The web's codecs differ from Python's at some pairs, and in what a wrong byte does."""

import json
from pathlib import Path

import pytest

from transform.decode.whatwg import read, read_lossy

SUITES = Path(__file__).parents[4] / "shared/suites/web"


def suite(name: str) -> list[dict[str, str]]:
    path = SUITES / name
    if not path.exists():
        pytest.skip("the shared suites are not here")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(
    ("pair", "codec", "char"),
    [
        ("a2e3", "gbk", "€"),
        ("80", "gb18030", "€"),
        ("a6d9", "gb18030", "︐"),
        ("fe59", "gb18030", "\u9fb4"),
        ("a8bc", "gb18030", "\u1e3f"),
        ("8135f437", "gb18030", "\ue7c7"),
        ("a145", "big5", "\u2027"),
        ("a241", "big5", "\u2215"),
        ("a1fe", "big5", "\uff0f"),
        ("a140", "big5", "\u3000"),
        ("8862", "big5", "\u00ca\u0304"),
        ("87df", "big5", "\u9fcb"),
        ("81", "windows-1252", "\x81"),
        ("8740", "shift_jis", "①"),
    ],
)
def test_pairs(pair: str, codec: str, char: str) -> None:
    assert read(bytes.fromhex(pair), codec) == char


@pytest.mark.parametrize(
    ("body", "codec", "text", "lost"),
    [
        (b"\xc4\xe3\xba<b>", "gb18030", "你\ufffd<b>", 1),
        (b"\x84\x31\xa4\x37\xff", "gb18030", "\ufffd\ufffd", 1),
        (b"\xc4\xe3\xba", "gb18030", "你\ufffd", 1),
        (b"\xa7\x41\xfe<p>", "big5", "你\ufffd<p>", 1),
        (b"\xa7\x41\xc7\xff\xa7\x41", "big5", "你\ufffd你", 1),
        ("你".encode() + b"\xe4\xbd<", "utf-8", "你\ufffd<", 1),
        (b"any", "replacement", "\ufffd", 1),
        (b"~{VP~}~~a", "hz", "中~a", 0),
    ],
)
def test_wrong_bytes_swallow_no_ascii(body: bytes, codec: str, text: str, lost: int) -> None:
    assert read_lossy(body, codec) == (text, lost)


@pytest.mark.parametrize("codec", ["gb18030", "big5"])
def test_every_code_point_of_the_standard(codec: str) -> None:
    wrong = []
    for row in suite(f"decode_{codec}_whatwg.jsonl"):
        text = "".join(chr(int(code[2:], 16)) for code in row["cp"].split())
        if read(bytes.fromhex(row["bytes"]), codec) != text:
            wrong.append(row)
    assert wrong == []


def test_errors_as_in_the_standard() -> None:
    rows = suite("decode_errors_wpt_raw.jsonl")
    assert [read_lossy(bytes.fromhex(row["bytes"]), row["enc"])[0] for row in rows] == [
        row["expect"] for row in rows
    ]
