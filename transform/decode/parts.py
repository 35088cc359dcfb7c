"""Pages of two codecs: a GBK block inside UTF-8, or a UTF-8 block inside GBK.

The bytes `<`, `>`, `"` and the line feed never stand inside a character of GB 18030, Big5 or UTF-8, so a
page can be cut there and every piece read by itself. Where both codecs meet in one piece, `resync` finds the
place.
"""

import re

from transform.decode.plausibility import PLAUSIBLE, weigh, weigh_character
from transform.decode.resync import MOST, read_likeliest
from transform.decode.whatwg import read, read_lossy

_CUT = re.compile(rb'([<>"\n])')
_HAN = rb"[\xe4-\xe9][\x80-\xbf]{2}"
_UTF8_HAN = re.compile(_HAN)
_WIDE = rb"[\xe2-\xe9\xef][\x80-\xbf]{2}"
_UTF8_RUN = re.compile(rb"(?:%s|[\x00-\x7f]|\xc2\xb7(?=%s))++" % (_WIDE, _HAN))
_FEW = 3  # Han characters in a row that GBK can hardly look like
_UTF8_WORDS = re.compile(b"(?:%s){%d}" % (_HAN, _FEW))
_SAMPLE = 80_000  # bytes that decide between codecs
_MAIN = 6.0  # bits that a piece costs more in the codec that the page is not in
_UTF8_WIDE = re.compile(_WIDE)


def has_utf8_part(body: bytes) -> bool:
    """Whether somewhere a piece is UTF-8 with Han characters, or three of these stand together."""
    if _UTF8_WORDS.search(body):
        return True
    end = 0  # of the piece that was looked at last
    for match in _UTF8_HAN.finditer(body):
        if match.start() < end:
            continue
        start = max(body.rfind(sign, end, match.start()) for sign in (b"<", b">", b'"', b"\n")) + 1
        cut = _CUT.search(body, match.end())
        end = cut.start() if cut else len(body)
        text = read(body[start:end], "utf-8")
        if text is not None and weigh_character(text) <= PLAUSIBLE:
            return True
    return False


def decode_parts(body: bytes, others: list[str]) -> tuple[str, str, int]:
    """The text of a page of UTF-8 and one other codec, the codec of most of it, how many characters are lost.

    `others` are the codecs that the other parts may have; the likeliest over all of them is taken.
    """
    pieces = _CUT.split(body)
    utf8 = [piece for piece in pieces if _is_surely_utf8(piece)]
    foreign = [piece for piece in pieces if not piece.isascii() and read(piece, "utf-8") is None]
    sample = b"\n".join(foreign)[:_SAMPLE]
    for start, end in reversed(_find_runs(sample)):
        sample = sample[:start] + b"\n" + sample[end:]
    other = min(others, key=lambda name: weigh(read_lossy(sample, name)[0]))
    main = "utf-8" if sum(map(len, utf8)) >= sum(map(len, foreign)) else other
    out, lost, close = [], 0, 0
    read_before: dict[bytes, tuple[str, int]] = {}  # a page repeats its short pieces
    for piece in pieces:
        if piece not in read_before:
            read_before[piece] = _read_piece(piece, other, main)
        text, count = read_before[piece]
        if close + len(piece) < MOST and read(piece, "utf-8") is None and _find_runs(piece):
            close += len(piece)
            text, count = read_likeliest(piece, other, text, count, has_utf8=True)
        out.append(text)
        lost += count
    return "".join(out), main, lost


def _is_surely_utf8(piece: bytes) -> bool:
    return _UTF8_WORDS.search(piece) is not None and read(piece, "utf-8") is not None


def _read_piece(piece: bytes, other: str, main: str) -> tuple[str, int]:
    """A piece of the page: UTF-8, the other codec, or UTF-8 with a few broken bytes."""
    if piece.isascii() or _is_surely_utf8(piece):
        return piece.decode("utf-8"), 0
    by_other = read_lossy(piece, other)
    if not _UTF8_WIDE.search(piece) and read(piece, "utf-8") is None:
        return by_other
    debt = _MAIN if main == "utf-8" else -_MAIN
    readings = [(weigh(by_other[0]) + debt, by_other)]
    by_utf8 = read_lossy(piece, "utf-8")
    readings.append((weigh(by_utf8[0]), by_utf8))
    return min(readings, key=lambda reading: reading[0])[1]


def _find_runs(piece: bytes) -> list[tuple[int, int]]:
    found = _UTF8_RUN.finditer(piece)
    return [run.span() for run in found if len(_UTF8_WIDE.findall(run.group())) >= _FEW]
