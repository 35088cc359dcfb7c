"""Every kind of page that comes with a codec of its own: nineteen of twenty must be read right.

`python tests/transform/decode/test_classes.py` prints the table of docs/encodings.md.
"""

from collections.abc import Callable, Iterable
from itertools import pairwise

import pytest
from sentences import CANTONESE, ENGLISH, JAPANESE, KOREAN, RARE, RUSSIAN, SIMPLIFIED, TRADITIONAL

from extract.page import RawPage
from transform.decode.decode import decode
from transform.decode.decoded import DecodedPage

Sample = tuple[bytes, str, str | None]


def page(text: str, label: str) -> str:
    head = f'<meta charset="{label}"><title>{text[:8]}</title>'
    return f"<html><head>{head}</head><body><p>{text}</p></body></html>"


def plain(texts: Iterable[str], codec: str) -> list[Sample]:
    return [(text.encode(codec), text, None) for text in texts]


def labelled(texts: Iterable[str], label: str, codec: str, header: str | None = None) -> list[Sample]:
    pages = [page(text, label) for text in texts]
    return [(text.encode(codec), text, header and f"text/html; charset={header}") for text in pages]


def hz(text: str) -> bytes:
    pairs = ("~{" + bytes(byte & 0x7F for byte in char.encode("gb2312")).decode() + "~}" for char in text)
    return "".join(pairs).replace("~}~{", "").encode()


def mixed(first: str, second: str) -> list[Sample]:
    lines = zip(SIMPLIFIED, SIMPLIFIED[1:], SIMPLIFIED[2:], strict=False)
    return [
        (b"\n".join((a.encode(first), b.encode(second), c.encode(first))), "\n".join((a, b, c)), None)
        for a, b, c in lines
    ]


def inline(first: str, second: str) -> list[Sample]:
    """Two codecs in one line, with no tag between them."""
    pairs = list(zip(SIMPLIFIED, SIMPLIFIED[1:] + SIMPLIFIED[:1], strict=True))
    return [(a.encode(first) + b.encode(second), a + b, None) for a, b in pairs]


def blocks(first: str, second: str) -> list[Sample]:
    """A title, a list and a comment in another codec than the page."""
    made = []
    for a, b in zip(SIMPLIFIED, SIMPLIFIED[1:] + SIMPLIFIED[:1], strict=True):
        parts = [
            ("<html><head><title>", first),
            (b[:6], second),
            (f"</title></head><p>{a}</p><ul><li>", first),
        ]
        parts += [
            (f"{b[:4]}</li><li>{b[4:9]}", second),
            (f"</li></ul><p>{a}</p><!-- ", first),
            (b[:5], second),
        ]
        parts.append((" -->", first))
        made.append((b"".join(t.encode(c) for t, c in parts), "".join(t for t, _ in parts), None))
    return made


def gap(codec: str) -> list[Sample]:
    """A byte is missing in the middle of a line: one character is lost, not the rest of the line."""
    texts = [text + other for text, other in pairwise(SIMPLIFIED)]
    return [(t[:5].encode(codec) + t[5:].encode(codec)[1:], t[:5] + LOST + t[6:], None) for t in texts]


def cut(codec: str) -> list[Sample]:
    return [(text.encode(codec)[:-1], text[:-1] + "\ufffd", None) for text in SIMPLIFIED]


LOST = "\ufffd"
NAMES = [
    f"记者王{name}、通讯员李{other}报道" for name, other in zip(RARE * 2, RARE[3:] + RARE, strict=False)
][:20]
CLASSES: dict[str, Callable[[], list[Sample]]] = {
    "UTF-8": lambda: plain(SIMPLIFIED, "utf-8"),
    "UTF-8, traditional": lambda: plain(TRADITIONAL, "utf-8"),
    "UTF-8, Japanese": lambda: plain(JAPANESE, "utf-8"),
    "UTF-8, English": lambda: plain(ENGLISH, "utf-8"),
    "GBK sentence": lambda: plain(SIMPLIFIED, "gbk"),
    "GBK title of 8 characters": lambda: plain([text[:8] for text in SIMPLIFIED], "gbk"),
    "GBK title of 4 characters": lambda: plain([text[:4] for text in SIMPLIFIED], "gbk"),
    "gb18030, rare names": lambda: plain(NAMES, "gb18030"),
    "Big5": lambda: plain(TRADITIONAL, "big5"),
    "Big5 title of 8 characters": lambda: plain([text[:8] for text in TRADITIONAL], "big5"),
    "Big5-HKSCS": lambda: plain(CANTONESE, "big5hkscs"),
    "HZ": lambda: [(hz(text), text, None) for text in SIMPLIFIED],
    "UTF-16 LE, no mark": lambda: plain(SIMPLIFIED, "utf-16-le"),
    "UTF-16 BE, no mark": lambda: plain(SIMPLIFIED, "utf-16-be"),
    "says gb2312, is UTF-8": lambda: labelled(SIMPLIFIED, "gb2312", "utf-8", "gb2312"),
    "says UTF-8, is GBK": lambda: labelled(SIMPLIFIED, "utf-8", "gbk", "utf-8"),
    "says gb2312, is gb18030": lambda: labelled(NAMES, "gb2312", "gb18030"),
    "says gb2312, is Big5": lambda: labelled(TRADITIONAL, "gb2312", "big5"),
    "says iso-8859-1, is GBK": lambda: labelled(SIMPLIFIED, "iso-8859-1", "gbk", "iso-8859-1"),
    "UTF-8 with a line of GBK": lambda: mixed("utf-8", "gbk"),
    "GBK with a line of UTF-8": lambda: mixed("gbk", "utf-8"),
    "UTF-8 with titles, lists, comments of GBK": lambda: blocks("utf-8", "gbk"),
    "GBK with titles, lists, comments of UTF-8": lambda: blocks("gbk", "utf-8"),
    "UTF-8 and GBK in one line": lambda: inline("utf-8", "gbk"),
    "GBK and UTF-8 in one line": lambda: inline("gbk", "utf-8"),
    "UTF-8 cut in the last character": lambda: cut("utf-8"),
    "GBK cut in the last character": lambda: cut("gbk"),
    "Shift_JIS, no label": lambda: plain(JAPANESE, "shift_jis"),
    "EUC-JP, no label": lambda: plain(JAPANESE, "euc_jp"),
    "EUC-KR, no label": lambda: plain(KOREAN, "euc_kr"),
    "windows-1251, no label": lambda: plain(RUSSIAN, "cp1251"),
    "KOI8-R, no label": lambda: plain((f"{a}\n{b}" for a, b in pairwise(RUSSIAN)), "koi8-r"),
    "windows-1252 English, no label": lambda: plain([text.replace("−", "-") for text in ENGLISH], "cp1252"),
}


def read_right(samples: list[Sample]) -> tuple[int, list[str]]:
    wrong = []
    for body, text, header in samples:
        found = decode(RawPage("test", "test", body, content_type=header))
        if not isinstance(found, DecodedPage) or found.text != text:
            wrong.append(f"{text}: {found}")
    return len(samples) - len(wrong), wrong


@pytest.mark.parametrize("name", CLASSES)
def test_class(name: str) -> None:
    samples = CLASSES[name]()
    right, wrong = read_right(samples)
    assert len(samples) >= 20
    assert right >= 0.95 * len(samples), wrong


@pytest.mark.parametrize("sample", gap("gbk"), ids=[str(n) for n in range(21)])
def test_a_missing_byte_costs_three_characters_at_most(sample: Sample) -> None:
    body, text, _ = sample
    found = decode(RawPage("test", "test", body))
    assert isinstance(found, DecodedPage)
    assert found.text[:3] == text[:3]
    assert found.text[-30:] == text[-30:]
    assert found.decoding.replaced


if __name__ == "__main__":
    for name, make in CLASSES.items():
        samples = make()
        print(f"| {name} | {len(samples)} | {read_right(samples)[0] / len(samples):.2f} |")
