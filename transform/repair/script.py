"""Traditional to simplified, one character for one, so that positions stay where they are.

OpenCC (Apache-2.0) does the work; it leaves 著 alone, which is 着 outside words like 著名 (`script_zhu.txt`).
Text without a traditional character is returned at once, and Japanese is left as it is.
"""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from transform.patterns import compiled
from transform.vocabulary import read_lines, read_pairs

if TYPE_CHECKING:
    from opencc import OpenCC

_HAN = compiled(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_HALF = compiled("([\ud800-\udfff])")
_ZHU = compiled("著")
_KANA = compiled(r"[\u3041-\u3096\u30a1-\u30fa]")
_KANA_BLOCKS = compiled(r"[\u3041-\u30fa]")  # one range is searched three times as fast as two
_KANA_SHARE = 0.1


@lru_cache(maxsize=8)  # the passes over a page ask for the same body again
def to_hans(text: str) -> str:
    """The text in simplified script; never longer or shorter.

    >>> to_hans("他看著名著，沿著臺灣海峽")
    '他看着名著，沿着台湾海峡'
    """
    if not has_traditional(text) or is_japanese(text):
        return text
    traditional, _ = _patterns_only_in()
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if traditional.search(line):
            lines[number] = _convert(line)
        if "著" in line:
            lines[number] = _settle_zhu(line, lines[number])
    return "\n".join(lines)


def script_of(text: str) -> str:
    """`Hans` or `Hant` by the characters that only one of them has; `other` for text that is not Chinese."""
    if not _HAN.search(text) or is_japanese(text):
        return "other"
    if not has_traditional(text):
        return "Hans"
    traditional, simplified = (pattern.finditer(text) for pattern in _patterns_only_in())
    for _ in zip(simplified, traditional, strict=False):
        pass  # one of each, until either is at its end
    return "Hant" if next(traditional, None) else "Hans"


@lru_cache(maxsize=8)
def has_traditional(text: str) -> bool:
    """Whether a character stands in the text that simplified text does not have."""
    return _patterns_only_in()[0].search(text) is not None


def is_simplified_only(char: str) -> bool:
    """Whether only simplified text has the character."""
    return char in _only_in()[1]


@cache
def simplify_single(char: str) -> str:
    """The simplified form of one character, whatever stands beside it.

    >>> simplify_single("貓"), simplify_single("著"), simplify_single("山")
    ('猫', '着', '山')
    """
    if char == "著":
        return "着"
    if char not in _only_in()[0]:
        return char
    converted: str = _opencc().convert(char)
    return converted if len(converted) == 1 else char


@lru_cache(maxsize=8)
def is_japanese(text: str) -> bool:
    """Whether kana make up a tenth of the text's Chinese characters and kana."""
    if not _KANA_BLOCKS.search(text):
        return False
    kana = len(_KANA.findall(text))
    return kana > _KANA_SHARE * (kana + len(_HAN.findall(text)))


def _convert(line: str) -> str:
    try:
        converted: str = _opencc().convert(line)
    except UnicodeEncodeError:  # half of a surrogate pair, which no bytes give and a caller may
        return "".join(part if _HALF.match(part) else to_hans(part) for part in _HALF.split(line))
    if len(converted) == len(line):
        return converted
    singles = (_opencc().convert(char) for char in line)
    return "".join(new if len(new) == 1 else char for char, new in zip(line, singles, strict=True))


def _settle_zhu(found: str, simplified: str) -> str:
    """着 for every 著 that no word keeps."""
    out = list(simplified)
    kept = {match.start() + match.group().index("著") for match in _zhu_words().finditer(found)}
    for match in _ZHU.finditer(found):
        out[match.start()] = "著" if match.start() in kept else "着"
    return "".join(out)


@cache
def _opencc() -> "OpenCC":
    from opencc import OpenCC  # loads its dictionaries: only when a traditional character is there

    return OpenCC("t2s")


@cache
def _only_in() -> tuple[frozenset[str], frozenset[str]]:
    """The characters that only traditional text has, and those that only simplified text has."""
    only = read_pairs("script_characters.tsv")
    return frozenset(only["Hant"]), frozenset(only["Hans"])


@cache
def _patterns_only_in() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The same as patterns of one character."""
    traditional, simplified = (compiled(f"[{''.join(sorted(chars))}]") for chars in _only_in())
    return traditional, simplified


@cache
def _zhu_words() -> re.Pattern[str]:
    words = {word for line in read_lines("script_zhu.txt") for word in line.split()}
    return compiled("|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word))))
