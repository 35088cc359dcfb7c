"""Pages of two codecs: a GBK block inside UTF-8, or a UTF-8 block inside GBK.

The bytes `<`, `>` and the line feed never stand inside a character of GB 18030, Big5 or UTF-8, so a page
can be cut there and every piece read by itself.
"""

import re

from transform.decode.plausibility import weigh
from transform.decode.whatwg import read, read_lossy

_CUT = re.compile(rb"([<>\n])")
_UTF8_HAN = re.compile(rb"(?:[\xe4-\xe9][\x80-\xbf]{2}){3}")
_SAMPLE = 80_000  # bytes that decide between codecs
_UTF8_WIDE = re.compile(rb"[\xe2-\xef][\x80-\xbf]{2}")


def has_utf8_part(body: bytes) -> bool:
    """Whether three Han characters in UTF-8 stand together somewhere: in GBK that is next to impossible."""
    end = 0  # of the piece that was looked at last
    for match in _UTF8_HAN.finditer(body):
        if match.start() < end:
            continue
        start = max(body.rfind(sign, end, match.start()) for sign in (b"<", b">", b"\n")) + 1
        cut = _CUT.search(body, match.end())
        end = cut.start() if cut else len(body)
        if read(body[start:end], "utf-8") is not None:
            return True
    return False


def decode_parts(body: bytes, others: list[str]) -> tuple[str, str, int]:
    """The text of a page of UTF-8 and one other codec, the codec of most of it, how many characters are lost.

    `others` are the codecs that the other parts may have; the likeliest over all of them is taken.
    """
    pieces = _CUT.split(body)
    utf8 = [_is_utf8(piece) for piece in pieces]
    foreign = b"\n".join(piece for piece, is_utf8 in zip(pieces, utf8, strict=True) if not is_utf8)
    other = min(others, key=lambda name: weigh(read_lossy(foreign[:_SAMPLE], name)[0]))
    out, lost = [], 0
    for piece, is_utf8 in zip(pieces, utf8, strict=True):
        text, count = read_lossy(piece, "utf-8") if is_utf8 else _read_foreign(piece, other)
        out.append(text)
        lost += count
    wide = sum(
        len(piece) for piece, is_utf8 in zip(pieces, utf8, strict=True) if is_utf8 and not piece.isascii()
    )
    return "".join(out), "utf-8" if wide >= len(foreign) else other, lost


def _is_utf8(piece: bytes) -> bool:
    return piece.isascii() or read(piece, "utf-8") is not None


def _read_foreign(piece: bytes, other: str) -> tuple[str, int]:
    """A piece that is not UTF-8: the other codec or UTF-8 with a few broken bytes, what reads better."""
    by_other = read_lossy(piece, other)
    if not _UTF8_WIDE.search(piece):
        return by_other
    return min(by_other, read_lossy(piece, "utf-8"), key=lambda reading: weigh(reading[0]))
