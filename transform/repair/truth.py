"""Which characters a mirror's GBK text can hold, by their bytes and by their readings."""

from functools import cache

from transform.repair.language import Choice, load_language
from transform.repair.readings import readers_of
from transform.repair.script import is_simplified_only, simplify_single

_COMMON = 16.5  # bits; rarer characters are not guessed
_MARKS = "，。、：；？！“”‘’《》（）「」『』【】—…·％０１２３４５６７８９～"
HIGH, LOW, ANY = -1, -2, -3
"""Unknown lead bytes: of the user-defined area AAA1-FEFE, of A140-A7A0, or any."""
_LEADS = {HIGH: range(0xA1, 0xFF), LOW: range(0x81, 0xA1), ANY: range(0x81, 0xFF)}
_USER_AREAS = [(lead, HIGH) for lead in (*range(0xAA, 0xB0), *range(0xF8, 0xFF))]
_USER_AREAS += [(lead, LOW) for lead in range(0xA1, 0xA8)]


@cache
def char_of(lead: int, trail: int) -> str | None:
    """The character of two bytes, if a page converted to traditional script can hold it."""
    try:
        char = bytes((lead, trail)).decode("gbk")
    except UnicodeDecodeError:
        return None
    return None if is_simplified_only(char) or not _is_text(char) else char


@cache
def chars_of(lead: int, trail: int) -> tuple[str, ...]:
    """The character of two bytes; of an area and a trail byte the common characters."""
    if lead >= 0:
        char = char_of(lead, trail)
        return (char,) if char else ()
    chars = (char_of(byte, trail) for byte in _LEADS[lead])
    return tuple(char for char in chars if char and is_common(char))


def is_in_area(lead: int, pending: int) -> bool:
    """Whether a lead byte is the pending one, or lies in the pending area."""
    return lead == pending if pending >= 0 else lead in _LEADS[pending]


@cache
def chars_with_lead(lead: int) -> tuple[str, ...]:
    """The common characters of a lead byte."""
    chars = (char_of(lead, byte) for byte in (*range(0x40, 0x7F), *range(0x80, 0xFF)))
    return tuple(char for char in chars if char and is_common(char))


@cache
def choice_of(area: int, trail: int) -> tuple[Choice, dict[str, list[str]]]:
    """The same of an area, to choose from: the simplified characters, and what each was on the page."""
    found: dict[str, list[str]] = {}
    for char in chars_of(area, trail):
        found.setdefault(simplify_single(char), []).append(char)
    return load_language().rank(found), found


@cache
def vanishing(pending: int) -> tuple[Choice, dict[str, list[tuple[str, int]]]]:
    """What can have ended where a pair of the user-defined areas vanished behind a pending byte.

    The simplified characters, and for each the characters as the page had them with the area now pending.
    """
    found: dict[str, list[tuple[str, int]]] = {}
    for byte, area in _USER_AREAS:
        for char in chars_of(pending, byte):
            found.setdefault(simplify_single(char), []).append((char, area))
    return load_language().rank(found), found


@cache
def annotated_pairs(reading: str) -> frozenset[tuple[int, int]]:
    """The bytes of the characters with that reading that conversion to traditional script yields."""
    chars = (char for char in readers_of(reading) if simplify_single(char) != char)
    return frozenset((body[0], body[1]) for body in (char.encode("gbk") for char in chars) if len(body) == 2)


def pair_of(char: str) -> tuple[int, int] | None:
    """The two bytes of a character in GBK; for ASCII those of its full-width form."""
    if not char:
        return None
    if "!" <= char <= "~":
        return 0xA3, ord(char) + 0x80
    try:
        body = char.encode("gb18030")
    except UnicodeEncodeError:
        return None
    return (body[0], body[1]) if len(body) == 2 else None


@cache
def is_common(char: str) -> bool:
    """Whether a character is common enough to be guessed."""
    return load_language().cost("", simplify_single(char)) <= _COMMON


def _is_text(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff" or char in _MARKS
