"""The likeliest reading of bytes in which a codec loses its place: a byte is missing, or two codecs meet.

A dynamic program over the bytes of a piece. At each place stands an ASCII character, a character of UTF-8,
one of the page's other codec, or a byte that is lost; the whole costs the fewest bits. Bytes of one codec
are not read with the other for a character or two: a change costs as much as a rare character.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from itertools import accumulate

from transform.decode.plausibility import find_common, weigh
from transform.decode.whatwg import LOST, read, read_lossy
from transform.patterns import compiled

_LOST_BITS = 30.0
_CHANGE_BITS = 18.0
_ASCII_BITS = 5.0
_FOREIGN_BITS = 8.0  # a Latin or Greek letter where Chinese text changes its codec
_SIGNS = "·×°±"
_GAIN = 20.0  # bits by which the reading must be likelier than the plain one
MOST = 60_000
"""Bytes of a page that are looked at so closely, which takes a fifth of a second."""
_CUT = compiled(rb'([<>"\n])')
_CUT_TEXT = compiled(r'([<>"\n])')
_UTF8 = compiled(rb"[\xc2-\xdf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}")
_BROKEN_UTF8 = compiled(rb"[\xe1-\xef][\x80-\xbf](?![\x80-\xbf])")
_END_OF_UTF8 = compiled(rb"[\x80-\xbf]{2}(?![\x80-\xbf])")  # its first byte is missing
_RUN = 4  # characters that ordinary text lacks, close together
_CLOSE = 16  # characters from the first of them to the last
_ASCII = compiled(r"[\x00-\x7f]")
_TO_ASCII = compiled(r"[^\x00-\x7f]{1,24}")
_NONSENSE = 13.5  # bits a character: vegetables and rare names cost up to 13, a text out of step 15 and more
_NEVER = float("inf")
_Unit = tuple[int, float, str]
"""How many bytes, at what cost, which text."""


def mend_phase(body: bytes, codec: str, text: str, lost: int) -> tuple[str, int]:
    """The text of a page again, where pieces that read like nonsense may have lost a byte.

    >>> body = "镇上的供水管网，改造完成以后居民放心。".encode("gb18030")
    >>> mend_phase(body[:3] + body[4:], "gb18030", "", 0)
    ('镇�的供水管网，改造完成以后居民放心。', 1)
    """
    if text and not is_strange(text):
        return text, lost
    pieces, shown = _CUT.split(body), _CUT_TEXT.split(text)
    if len(pieces) != len(shown):  # a lost byte took a sign of markup with it
        readings = [read_lossy(piece, codec) for piece in pieces]
        shown, lost = [plain for plain, _ in readings], sum(count for _, count in readings)
    ends = list(accumulate(map(len, shown)))
    places = _strange_places("".join(shown))  # none goes beyond a piece: all that cuts is ASCII
    seen = 0
    for number in dict.fromkeys(bisect_right(ends, place) for place in places):
        piece, plain = pieces[number], shown[number]
        if seen + len(piece) < MOST:
            seen += len(piece)
            count = plain.count(LOST)
            shown[number], more = read_likeliest(piece, codec, plain, count)
            lost += more - count
    return "".join(shown), lost


def is_strange(text: str) -> bool:
    """Whether characters that ordinary text lacks stand close together: a codec has lost its place."""
    return next(_strange_places(text), None) is not None


def read_likeliest(
    piece: bytes, codec: str, plain: str, lost: int, main: str | None = None
) -> tuple[str, int]:
    """The cheapest reading of a piece and what it loses; the plain one where that is nearly as cheap.

    `main` is the codec that the page is mostly in, if UTF-8 and `codec` meet in it.
    """
    bits, units = _walk(piece, codec, main)
    if bits + _GAIN > weigh(plain):
        return plain, lost
    return "".join(units), units.count(LOST)


def _walk(piece: bytes, codec: str, main: str | None) -> tuple[float, list[str]]:
    """The fewest bits for the piece, and its characters. Costs are kept for both codecs at every place."""
    size = len(piece)
    kinds: list[Callable[[bytes], tuple[_Unit, ...]]] = [_find_pairs[codec]]
    change = [0.0]  # to the page's codec, before the piece and behind it
    if main is not None:
        kinds.append(_find_wide)
        change = [_CHANGE_BITS * (main != codec), _CHANGE_BITS * (main == codec)]
    costs = [[_NEVER] * (size + 4) for _ in kinds]
    steps: list[list[tuple[int, int, str]]] = [[(0, 0, "")] * (size + 4) for _ in kinds]
    for cost, bits in zip(costs, change, strict=True):
        cost[0] = bits
    for at in range(size):
        origin = min(range(len(kinds)), key=lambda kind: costs[kind][at])
        for kind, find in enumerate(kinds):
            bits, before = costs[kind][at], kind
            if costs[origin][at] + _CHANGE_BITS < bits:
                bits, before = costs[origin][at] + _CHANGE_BITS, origin
            byte = piece[at]
            units = ((1, _ASCII_BITS, chr(byte)),) if byte < 0x80 else find(piece[at : at + 3])
            for length, more, unit in units:
                if bits + more < costs[kind][at + length]:
                    costs[kind][at + length] = bits + more
                    steps[kind][at + length] = (at, before, unit)
    kind = min(range(len(kinds)), key=lambda kind: costs[kind][size] + change[kind])
    bits, at, out = costs[kind][size], size, []
    while at:
        at, kind, unit = steps[kind][at]
        out.append(unit)
    return bits, out[::-1]


@lru_cache(maxsize=1 << 16)
def _find_wide(ahead: bytes) -> tuple[_Unit, ...]:
    """What can begin here in UTF-8; of the characters, those of the basic plane."""
    lost = (1, _LOST_BITS, LOST)
    if found := _UTF8.match(ahead):
        text = read(found.group(), "utf-8")
        if text is not None:
            is_foreign = found.end() == 2 and text not in _SIGNS
            return lost, (found.end(), weigh(text) + _FOREIGN_BITS * is_foreign, text)
    elif _BROKEN_UTF8.match(ahead) or _END_OF_UTF8.match(ahead):
        return lost, (2, _LOST_BITS, LOST)
    return (lost,)


def _find_pair(codec: str) -> Callable[[bytes], tuple[_Unit, ...]]:
    @cache
    def find(pair: bytes) -> tuple[_Unit, ...]:
        text = read(pair, codec) if len(pair) == 2 else None
        lost = (1, _LOST_BITS, LOST)
        return (lost,) if text is None or len(text) > 1 else (lost, (2, weigh(text), text))

    return lambda ahead: find(ahead[:2])


_find_pairs = {codec: _find_pair(codec) for codec in ("gb18030", "big5")}


def _strange_places(text: str) -> Iterator[int]:
    """Where some characters of no ordinary text stand close together, with no ASCII between them."""
    places = [match.start() for match in _strange().finditer(text)]
    for first, last in zip(places, places[_RUN - 1 :], strict=False):
        if last - first < _CLOSE and not _ASCII.search(text, first, last):
            said = _TO_ASCII.match(text, first)
            if said and weigh(said[0]) > _NONSENSE * len(said[0]):
                yield first


@cache
def _strange() -> re.Pattern[str]:
    return compiled(f"[^{re.escape(''.join(sorted(_ordinary())))}]")


@cache
def _ordinary() -> frozenset[str]:
    """What ordinary text is made of."""
    signs = [(0x00, 0xFF), (0x2000, 0x2E7F), (0x3000, 0x30FF), (0xFF01, 0xFF5E)]
    return frozenset(chr(code) for first, last in signs for code in range(first, last + 1)) | frozenset(
        find_common()
    )
