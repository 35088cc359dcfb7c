"""UTF-8 read as GBK where bytes found no character: what is whole comes back, what is not stays lost.

UTF-8 tells where each character begins, so the bytes around a hole fall into place by themselves. A
character that misses a byte is U+FFFD again, except where hardly another byte can have stood there: one
with which GBK would have read a pair is ruled out, and of the others one character must be far likelier.
"""

from collections.abc import Callable
from functools import lru_cache

from transform.decode.plausibility import weigh
from transform.decode.whatwg import LOST
from transform.patterns import compiled

_HOLE = -1
_SIZES = {**dict.fromkeys(range(0xC2, 0xE0), 2), **dict.fromkeys(range(0xE1, 0xF0), 3)}
_SIZES |= {0xE0: 3, **dict.fromkeys(range(0xF0, 0xF5), 4)}
_TRAILS = range(0x80, 0xC0)
_DIGIT = 0x40  # no byte below it is the second one of a pair
_PRIVATE = compiled("[\ue000-\uf8ff]")  # GB 18030 reads every pair; GBK has holes where these stand
_SURE_BITS = 10.0  # that all other characters together are less likely by


def read_holed(run: str) -> str | None:
    """The run's UTF-8 with U+FFFD for what is lost; None where the bytes beside the holes are no UTF-8.

    >>> read_holed("养殖户2个，大家都来。".encode().decode("gbk", "replace"))
    '养殖�2�，大家都来�'
    """
    try:
        is_total = _PRIVATE.search(run) is not None
        text = _read(_bytes_of(run, _pair), is_total)
        return _read(_bytes_of(run, _web), is_total) if text is None and "€" in run else text
    except UnicodeEncodeError:  # half of a surrogate pair
        return None


def _read(data: list[int], is_total: bool) -> str | None:
    out: list[str] = []
    at, size = 0, len(data)
    while at < size:
        start, wanted = at, _SIZES.get(data[at], 1)
        if data[at] in _TRAILS or data[at] > 0xF4:
            return None  # a byte that begins nothing, and no hole before it
        at += data[at] != _HOLE
        while at < start + wanted and at < size and data[at] in _TRAILS:
            at += 1
        if at == start + wanted:
            char = bytes(data[start:at]).decode("utf-8", "replace")
            if LOST in char and char != LOST:
                return None
            out.append(char)
            continue
        if at == size or data[at] != _HOLE:
            return None  # a character without its end, and no hole behind it
        hole = at
        while at < size and data[at] == _HOLE:
            at += 1
        behind = at
        while at < size and data[at] in _TRAILS:
            at += 1
        forced = None
        if at - start == wanted and behind - hole == 1:
            following = data[behind] if behind < size else 0
            forced = _find_forced(bytes(data[start:hole]), bytes(data[behind:at]), following, is_total)
        out.append(forced or LOST * max(1, round((at - start) / 3)))
    return "".join(out)


def _bytes_of(run: str, read_euro: Callable[[int, str], bytes]) -> list[int]:
    """The bytes that GBK read, and holes."""
    data: list[int] = []
    wanted = 0  # bytes that the character before lacks
    for char, behind in zip(run, run[1:] + " ", strict=True):
        unit = read_euro(wanted, behind) if char == "€" else char.encode("gb18030")
        for byte in (_HOLE,) if char == LOST else unit:
            wanted = max(0, wanted - 1) if byte == _HOLE or byte in _TRAILS else _SIZES.get(byte, 1) - 1
            data.append(byte)
    return data


def _pair(wanted: int, behind: str) -> bytes:
    return b"\xa2\xe3"


def _web(wanted: int, behind: str) -> bytes:
    """By the web's GBK a € is the byte 80 too."""
    goes_on = behind == "€" or (behind != LOST and behind.encode("gb18030")[0] in _TRAILS)
    return b"\xa2\xe3" if wanted == 1 and goes_on else b"\x80"


@lru_cache(maxsize=1 << 14)
def _find_forced(before: bytes, behind: bytes, following: int, is_total: bool) -> str | None:
    """The character whose missing byte can hardly have been another one, if there is one."""
    found = []
    for byte in _TRAILS:
        if following >= _DIGIT and byte != 0x80 and (is_total or _is_pair(byte, following)):
            continue
        char = (before + bytes((byte,)) + behind).decode("utf-8", "replace")
        if len(char) == 1 and char != LOST:
            found.append((weigh(char), char))
    if not found:
        return None
    bits, char = min(found)
    rest = sum(2 ** (bits - other) for other, read in found if read != char)
    return char if rest < 2**-_SURE_BITS else None


@lru_cache(maxsize=1 << 14)
def _is_pair(lead: int, trail: int) -> bool:
    try:
        bytes((lead, trail)).decode("gbk")
    except UnicodeDecodeError:
        return False
    return True
