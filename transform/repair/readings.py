"""How Han characters are read: pinyin with tone marks, and the same without (`repair_readings.tsv`)."""

import unicodedata
from functools import cache, lru_cache

from transform.vocabulary import read_pairs

_AS_PRINTED = str.maketrans("ɡɑăĕĭŏŭ", "gaǎěǐǒǔ")


def fold_tone(reading: str) -> str:
    """The syllable without its tone.

    >>> fold_tone("lǜ"), fold_tone("zhǎng")
    ('lü', 'zhang')
    """
    parts = unicodedata.normalize("NFD", reading)
    bare = "".join(char for char in parts if char == "\u0308" or not unicodedata.combining(char))
    return unicodedata.normalize("NFC", bare)


@lru_cache(4096)
def spell(reading: str) -> str:
    """The syllable as the tables have it: small letters, one character each.

    >>> spell("DÒNɡ"), spell("mă"), spell("xia\u0300n")
    ('dòng', 'mǎ', 'xiàn')
    """
    return unicodedata.normalize("NFC", reading).lower().translate(_AS_PRINTED)


def has_reading(char: str, reading: str) -> bool:
    """Whether a character can be read so; a reading without tone stands for all tones."""
    return char in readers_of(reading)


def readers_of(reading: str) -> str:
    """The characters that can be read so."""
    reading = spell(reading)
    table = _toned() if fold_tone(reading) != reading else _toneless()
    return table.get(reading, "")


@cache
def _toned() -> dict[str, str]:
    return read_pairs("repair_readings.tsv")


@cache
def _toneless() -> dict[str, str]:
    table: dict[str, str] = {}
    for reading, chars in _toned().items():
        bare = fold_tone(reading)
        for key in {bare, bare.replace("ü", "v"), bare.replace("ü", "u")}:
            table[key] = table.get(key, "") + chars
    return table
