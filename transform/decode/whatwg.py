"""The web's codecs: Python's, mended where they read other characters than the WHATWG Encoding standard.

`gb18030` differs at 20 byte pairs (and lacks 0x80, the euro sign of cp936), `big5hkscs` at 203; the pairs
stand in `decode_gb18030.tsv` and `decode_big5.tsv`. Wrong bytes become U+FFFD as the standard says: a
lead byte never swallows the ASCII character behind it. `hz` is no codec of the web, but old mailing lists
and archives use it.
"""

import codecs
import re
from functools import cache

from transform.patterns import compiled
from transform.vocabulary import read_rows

LOST = "\ufffd"
_PYTHON = {
    "iso-8859-8-i": "iso8859-8",
    "windows-874": "cp874",
    "x-mac-cyrillic": "mac-cyrillic",
    "macintosh": "mac-roman",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
}
_NO_TEXT = frozenset({"replacement", "x-user-defined"})
_OWN_LOSS = {
    "utf-8": b"\xef\xbf\xbd",
    "utf-16le": b"\xfd\xff",
    "utf-16be": b"\xff\xfd",
    "gb18030": b"\x84\x31\xa4\x37",
}
_GB_ERROR = compiled(
    rb"[\x81-\xfe](?:[0-9][\x81-\xfe]?)?\Z|[\x81-\xfe][0-9][\x81-\xfe][0-9]|[\x81-\xfe]\xff|.", re.S
)
_BIG5_UNIT = compiled(rb"[\x00-\x7f]+|[\x81-\xfe][\x40-\x7e\xa1-\xfe]|[\x81-\xfe][\x80-\xa0\xff]|.", re.S)
_HZ_UNIT = compiled(rb"~\{((?:[\x21-\x7d][\x21-\x7e])*)(?:~\}|(?=\n)|\Z)|~~|~\n")


def read(body: bytes, name: str) -> str | None:
    """The text of `body` by the codec of that WHATWG name, or None where a byte does not fit.

    >>> read("堃".encode("gb18030"), "gbk"), read(b"\\x80", "gb18030"), read(b"\\xff", "gb18030")
    ('堃', '€', None)
    """
    if name == "utf-8":  # bytes that do not fit are many: the first is enough
        try:
            return body.decode()
        except UnicodeDecodeError:
            return None
    text, lost = read_lossy(body, name)
    return None if lost else text


def read_lossy(body: bytes, name: str) -> tuple[str, int]:
    """The text by that codec with U+FFFD where bytes do not fit, and how many of these were put there.

    >>> read_lossy(b"\\xc4\\xe3\\xba<b>", "gb18030")
    ('你�<b>', 1)
    """
    if name in _NO_TEXT:
        return LOST, 1
    name = "gb18030" if name == "gbk" else name
    if name == "gb18030":
        text = body.decode("gb18030", "jianbao.gb18030")
        if _differing().search(text):
            text = text.translate(_gb18030())
    elif name == "big5":
        table = _big5()
        text = "".join(
            [
                table.get(unit) or (unit.decode() if unit[0] < 0x80 else _lose_big5_unit(unit))
                for unit in _BIG5_UNIT.findall(body)
            ]
        )
    elif name == "hz":
        text = _read_hz(body)
    else:
        text = body.decode(
            _PYTHON.get(name, name), "jianbao.c1" if name.startswith("windows-") else "replace"
        )
    lost = text.count(LOST)
    return text, lost - min(lost, body.count(_OWN_LOSS[name])) if lost and name in _OWN_LOSS else lost


def count_lost(body: bytes, name: str) -> int:
    """About how many characters a codec loses of a few bytes, without a table of its differences."""
    return body.decode("big5hkscs", "replace").count(LOST) if name == "big5" else read_lossy(body, name)[1]


def _read_hz(body: bytes) -> str:
    """HZ (RFC 1843): GB2312 with the high bits off, between `~{` and `~}`."""
    out, at = [], 0
    for unit in _HZ_UNIT.finditer(body):
        out.append(body[at : unit.start()])
        pairs = unit.group(1)
        out.append(b"~" if unit.group() == b"~~" else bytes(byte | 0x80 for byte in pairs or b""))
        at = unit.end()
    return read_lossy(b"".join(out) + body[at:], "gb18030")[0]


def _lose_big5_unit(unit: bytes) -> str:
    return LOST + (chr(unit[1]) if len(unit) == 2 and unit[1] < 0x80 else "")


@cache
def _big5() -> dict[bytes, str]:
    """Every pair that is a character with its text: Python's big5hkscs with the differences on top."""
    trails = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    pairs = [bytes((lead, trail)) for lead in range(0x81, 0xFF) for trail in trails]
    # in one go, a line each: no pair holds the end of a line
    texts = b"\n".join(pairs).decode("big5hkscs", "ignore").split("\n")
    known = {pair: text for pair, text in zip(pairs, texts, strict=True) if not text.isascii()}
    return known | _differences("decode_big5.tsv")


@cache
def _gb18030() -> dict[int, str]:
    """What Python reads for the differing pairs, and what the web does."""
    table = {ord(pair.decode("gb18030")): text for pair, text in _differences("decode_gb18030.tsv").items()}
    return table | {0x1E3F: "\ue7c7"}  # its four bytes and the pair a8bc change places


@cache
def _differing() -> re.Pattern[str]:
    return compiled("[" + "".join(map(chr, _gb18030())) + "]")


def _differences(name: str) -> dict[bytes, str]:
    return {
        bytes.fromhex(pair): "".join(chr(int(code, 16)) for code in codes.split())
        for pair, codes in read_rows(name)
    }


def _replace_gb18030(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    if error.object[error.start] == 0x80:
        return "€", error.start + 1
    unit = _GB_ERROR.match(error.object, error.start)
    assert unit is not None
    return LOST, unit.end()


def _pass_c1(error: UnicodeError) -> tuple[str, int]:
    """The web reads the holes of the windows codecs below 0xA0 as control characters."""
    assert isinstance(error, UnicodeDecodeError)
    byte = error.object[error.start]
    return chr(byte) if byte < 0xA0 else LOST, error.start + 1


codecs.register_error("jianbao.gb18030", _replace_gb18030)
codecs.register_error("jianbao.c1", _pass_c1)
