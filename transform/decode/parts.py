"""Pages of two codecs: a GBK block inside UTF-8, or a UTF-8 block inside GBK.

The bytes `<`, `>`, `"` and the line feed never stand inside a character of GB 18030, Big5 or UTF-8, so a
page can be cut there and every piece read by itself. Where both codecs meet in one piece, `resync` finds the
place.
"""

import re

from msgspec import Struct

from transform.decode.plausibility import PLAUSIBLE, weigh, weigh_character
from transform.decode.resync import MOST, is_strange, read_likeliest
from transform.decode.whatwg import LOST, read, read_lossy
from transform.patterns import compiled

_CUT = compiled(rb'([<>"\n])')
_HAN = rb"[\xe4-\xe9][\x80-\xbf]{2}"
_WIDE = rb"[\xe2-\xe9\xef][\x80-\xbf]{2}"
_UTF8_RUN = compiled(rb"(?:%s|[\x00-\x7f]|\xc2\xb7(?=%s))++" % (_WIDE, _HAN))
_FEW = 3  # Han characters in a row that GBK can hardly look like
_UTF8_WORDS = compiled(_HAN * _FEW)  # written out it is found in a sixth of the time
# A Han character before as many as make a word, or one that no half of a character of UTF-8 stands beside.
_MAYBE_UTF8 = compiled(rb"%s(?:(%s)|(?<![\xc0-\xff].{3})(?![\x80-\xbf]))" % (_HAN, _HAN * (_FEW - 1)), re.S)
_SAMPLE = 80_000  # bytes that decide between codecs
_MAIN = 6.0  # bits that a piece costs more in the codec that the page is not in
_FOREIGN = bytes(range(0x80, 0x100))
_WORD = 4  # bytes beyond ASCII that are more than half a character of UTF-8
_UTF8_WIDE = compiled(_WIDE)


class _Part(Struct, frozen=True):
    """What a piece reads, how many characters it loses, which codecs gave what is not ASCII."""

    text: str
    lost: int
    codecs: frozenset[str]

    @classmethod
    def of(cls, found: tuple[str, int], codec: str) -> "_Part":
        text, lost = found
        return cls(text, lost, frozenset() if text.replace(LOST, "").isascii() else frozenset((codec,)))


def has_utf8_part(body: bytes) -> bool:
    """Whether somewhere a piece is UTF-8 with Han characters, or three of these stand together."""
    end = 0  # of the piece that was looked at last
    for match in _MAYBE_UTF8.finditer(body):
        if match[1]:
            return True
        if match.start() < end:
            continue
        start = max(body.rfind(sign, end, match.start()) for sign in (b"<", b">", b'"', b"\n")) + 1
        cut = _CUT.search(body, match.end())
        end = cut.start() if cut else len(body)
        text = read(body[start:end], "utf-8")
        if text is not None and weigh_character(text) <= PLAUSIBLE:
            return True
    return False


def decode_parts(body: bytes, others: list[str]) -> tuple[str, str, tuple[str, ...], int]:
    """The text of a page of UTF-8 and one other codec, the codec of most of it, the one of less, its losses.

    `others` are the codecs that the other parts may have; the likeliest over all of them is taken.
    """
    pieces = _CUT.split(body)
    foreign = [piece for piece in pieces if not piece.isascii() and read(piece, "utf-8") is None]
    rest = b"\n".join(map(_cut_runs, foreign))
    other = min(others, key=lambda name: weigh(read_lossy(rest[:_SAMPLE], name)[0]))
    main = other if 2 * _count_foreign(rest) > _count_foreign(body) else "utf-8"
    out, lost, close = [], 0, 0
    seen: set[str] = set()
    read_before: dict[bytes, _Part] = {}  # a page repeats its short pieces
    for piece in pieces:
        part = read_before.get(piece)
        if part is None:
            part = _read_piece(piece, other, main)
            if close + len(piece) < MOST and _has_lost_its_place(piece, part):
                close += len(piece)
                part = _read_closely(piece, other, main, part)
            read_before[piece] = part
        out.append(part.text)
        lost += part.lost
        seen |= part.codecs
    return "".join(out), main, tuple(sorted(seen - {main})), lost


def _is_surely_utf8(piece: bytes) -> bool:
    return _UTF8_WORDS.search(piece) is not None and read(piece, "utf-8") is not None


def _read_piece(piece: bytes, other: str, main: str) -> "_Part":
    """A piece of the page: UTF-8, the other codec, both, or UTF-8 with a few broken bytes."""
    if piece.isascii():
        return _Part(piece.decode("ascii"), 0, frozenset())
    if _is_surely_utf8(piece):
        return _Part(piece.decode("utf-8"), 0, frozenset(("utf-8",)))
    runs = _find_runs(piece)
    if runs and (by_runs := _read_runs(piece, other, runs)):
        return by_runs
    by_other = _Part.of(read_lossy(piece, other), other)
    if not _UTF8_WIDE.search(piece) and read(piece, "utf-8") is None:
        return by_other
    debt = _MAIN if main == "utf-8" else -_MAIN
    readings = [(weigh(by_other.text) + debt, by_other)]
    by_utf8 = _Part.of(read_lossy(piece, "utf-8"), "utf-8")
    readings.append((weigh(by_utf8.text), by_utf8))
    return min(readings, key=lambda reading: reading[0])[1]


def _read_runs(piece: bytes, other: str, runs: list[tuple[int, int]]) -> "_Part | None":
    """UTF-8 where it can be UTF-8, the other codec elsewhere, if words stand there and no broken UTF-8."""
    out: list[str] = []
    at = 0
    for start, end in [*runs, (len(piece), len(piece))]:
        gap = piece[at:start]
        text = read(gap, other)
        if text is None or (0 < _count_foreign(gap) < _WORD) or weigh_character(text) > PLAUSIBLE:
            return None
        out += text, piece[start:end].decode("utf-8")
        at = end
    return _Part("".join(out), 0, frozenset(("utf-8", other)))


def _has_lost_its_place(piece: bytes, part: "_Part") -> bool:
    if "utf-8" in part.codecs and not part.lost and not is_strange(part.text):
        return False
    return is_strange(part.text) or (read(piece, "utf-8") is None and bool(_find_runs(piece)))


def _read_closely(piece: bytes, other: str, main: str, part: "_Part") -> "_Part":
    text, lost = read_likeliest(piece, other, part.text, part.lost, main)
    if text == part.text:
        return part
    alone = [
        name
        for name in ("utf-8", other)
        if all(run.encode(name, "replace") in piece for run in text.split(LOST) if run)
    ]
    return _Part(text, lost, frozenset(alone[:1] or ("utf-8", other)))


def _find_runs(piece: bytes) -> list[tuple[int, int]]:
    found = _UTF8_RUN.finditer(piece)
    return [run.span() for run in found if len(_UTF8_WIDE.findall(run.group())) >= _FEW]


def _cut_runs(piece: bytes) -> bytes:
    for start, end in reversed(_find_runs(piece)):
        piece = piece[:start] + b"\n" + piece[end:]
    return piece


def _count_foreign(piece: bytes) -> int:
    return len(piece) - len(piece.translate(None, _FOREIGN))
