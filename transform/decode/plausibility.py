"""How likely a text is as a Chinese page, in bits: the same bytes read by the right codec cost least.

Han characters cost what their share in the words of a dictionary says (`decode_characters.tsv`), frequent
letters of Korean and Russian less than others (`decode_letters.tsv`); the other blocks of Unicode have one
cost each. A character of Chinese prose costs about 9.5 bits, one of a wrong reading 15 and more.
"""

from bisect import bisect_right
from collections import Counter
from functools import cache

from transform.patterns import compiled
from transform.vocabulary import read_rows

PLAUSIBLE = 12.5
"""Bits a character: above it a reading needs more than its label to be believed."""
_TABLES = ("decode_characters.tsv", "decode_letters.tsv")
_RARE_HAN = 22.0
_COMMON = 15.0  # bits
_NON_ASCII = compiled(r"[^\x00-\x7f]+")
_PLAIN = compiled(r"[\t\n\r -~]+")
_PLAIN_BITS = 5.0
_SAMPLE = 4000
# From which code point on a character costs how much; Han characters of the table are looked up first.
_BLOCKS = (
    (0x00, 24.0), (0x09, 5.0), (0x0B, 20.0), (0x0D, 5.0), (0x0E, 20.0), (0x20, 5.0), (0x7F, 22.0),
    (0x80, 23.0), (0xA0, 11.0), (0x100, 13.5), (0x180, 16.0), (0x386, 12.0), (0x410, 12.0),
    (0x430, 11.0), (0x452, 16.0),
    (0x2010, 10.0), (0x2027, 14.0), (0x2030, 12.0),
    (0x20AC, 12.0), (0x20AD, 16.0), (0x2E80, 20.0), (0x3000, 9.0), (0x3003, 12.0), (0x3008, 9.0),
    (0x3012, 13.0), (0x3041, 9.5), (0x30A0, 10.5), (0x3100, 15.0), (0x3400, 24.0), (0x4E00, _RARE_HAN),
    (0xA000, 20.0), (0xAC00, 17.0), (0xD7B0, 24.0), (0xE000, 23.0), (0xF900, 22.0), (0xFB00, 18.0),
    (0xFE30, 15.0), (0xFF01, 9.0), (0xFF5F, 14.0), (0xFFE0, 13.0), (0xFFF0, 30.0), (0x10000, 26.0),
)  # fmt: skip
_STARTS = [start for start, _ in _BLOCKS]


def weigh(text: str) -> float:
    """The cost of the whole text in bits.

    >>> weigh("中国") < weigh("笢弊")
    True
    """
    costs = _costs()
    rest = _PLAIN.sub("", text)
    counts = Counter(rest).items()
    bits = sum(count * (costs.get(char) or _cost_of_block(char)) for char, count in counts)
    return bits + _PLAIN_BITS * (len(text) - len(rest))


def weigh_character(text: str) -> float:
    """The mean cost of the characters beyond ASCII, in bits; 0 where there are none."""
    runs: list[str] = []
    size = 0
    for run in _NON_ASCII.finditer(text):
        runs.append(run[0])
        size += len(run[0])
        if size >= _SAMPLE:
            break
    sample = "".join(runs)[:_SAMPLE]
    return weigh(sample) / len(sample) if sample else 0.0


def find_common() -> str:
    """The Han characters that ordinary text is made of."""
    return "".join(
        char for char, bits in _costs().items() if bits <= _COMMON and "\u4e00" <= char <= "\u9fff"
    )


def _cost_of_block(char: str) -> float:
    return _BLOCKS[bisect_right(_STARTS, ord(char)) - 1][1]


@cache
def _costs() -> dict[str, float]:
    costs = {char: float(bits) for name in _TABLES for bits, chars in read_rows(name) for char in chars}
    return costs | {"，": 5.0, "。": 6.0, "、": 7.0, "：": 8.0, "“": 8.0, "”": 8.0, "·": 11.0}
