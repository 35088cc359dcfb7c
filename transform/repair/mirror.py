"""The pinyin mirror: pages turned to traditional script, with readings behind characters in brackets.

本報(bào)訊 was 本报讯. A mirror annotates a character of its table wherever it stands and other characters
never; the table differs from site to site, so it is learned from the page. Brackets that people wrote stay:
博士(后), (记者 林晨), 单于(chán yú), 国内生产总值(GDP), and a gloss on a rare character here and there.
"""

import re
from collections import Counter, defaultdict

from msgspec import Struct

from transform.decode.plausibility import weigh_character
from transform.patterns import compiled
from transform.repair.edits import Edit, apply_edits
from transform.repair.readings import fold_tone, has_reading, spell
from transform.repair.script import has_traditional
from transform.repair.truth import annotated_pairs, pair_of

_LETTERS = "a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿêɡɑăĕĭŏŭ"
SYLLABLE = f"[{_LETTERS}{_LETTERS.upper()}\u0300\u0301\u0304\u0308\u030c]{{1,8}}"
_ANNOTATION = compiled(rf"(?P<char>[\u3400-\u9fff])(?P<note>(?:[(（] ?(?P<reading>{SYLLABLE}) ?[)）])+)")
_ON_LETTER = compiled(rf"(?P<char>[^\x00-\x7f]|[!-?])(?P<letter>[@-~])(?P<note>\((?P<reading>{SYLLABLE})\))")
_NOTE = compiled(rf"[(（] ?{SYLLABLE} ?[)）]")
_BEHIND = compiled(r"[\u3400-\u9fff)）]")
_TWICE = compiled(rf"(?P<note>[(（] ?{SYLLABLE} ?[)）])(?P=note)")
_FEWEST = 3  # annotations that make a mirror
_FEWEST_TONELESS = 6  # the same without tones, where English words could be meant
_CONVERTED = 0.7  # of them on traditional characters; books for children annotate any
_CONVERTED_TONELESS = 0.5
_RARE = 12.5  # bits of a character alone
_ONE_READING = 8  # of so many characters at most one shows two readings
_WITHIN = 0.4  # of the annotated characters stand behind another character or its reading


class Mirror(Struct, frozen=True):
    """What a page shows of its mirror: the characters that it annotates, each with its reading."""

    readings: dict[str, str]


def find_mirror(text: str) -> Mirror | None:
    """The mirror that a page went through, or None.

    >>> find_mirror("本報(bào)訊(xùn),市政府召開(kāi)會(huì)議").readings["開"]
    'kāi'
    >>> find_mirror("他叫王翀(chōng),国内生产总值(GDP)增长")
    """
    if text.count("(") + text.count("（") < _FEWEST or len(_NOTE.findall(text)) < _FEWEST:
        return None
    notes = [match for match in _ANNOTATION.finditer(text) if has_reading(match["char"], match["reading"])]
    if len(notes) < _FEWEST:
        return None
    twice = {match["char"] for match in notes if _TWICE.fullmatch(match["note"])}
    if len(twice) < _FEWEST:
        twice = set()  # what nobody writes: 教(jiao)(jiao)育
    counts = Counter(match["char"] for match in notes)
    toneless = sum(fold_tone(spell(match["reading"])) == spell(match["reading"]) for match in notes)
    is_toneless = toneless * 2 > len(notes)
    always = {
        char: count
        for char, count in counts.items()
        if count * 2 >= text.count(char) and (has_traditional(char) or count >= _FEWEST or char in twice)
    }
    converted = sum(count for char, count in always.items() if has_traditional(char) or char in twice)
    if sum(always.values()) < (_FEWEST_TONELESS if is_toneless else _FEWEST) or len(always) < _FEWEST:
        return None
    if converted < len(notes) * (_CONVERTED_TONELESS if is_toneless else _CONVERTED):
        return None
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for match in notes:
        if match["char"] in always:
            found[match["char"]][spell(match["reading"])] += 1
    if _is_glossary(text, notes, found):
        return None
    return Mirror({char: readings.most_common(1)[0][0] for char, readings in found.items()})


def _is_glossary(text: str, notes: list[re.Match[str]], found: dict[str, Counter[str]]) -> bool:
    """Whether people wrote the readings: for rare characters, two for one character, behind lone names.

    A mirror has one reading for each character, knows the common ones, and looks for no word's beginning.
    """
    rare = sum(weigh_character(char) > _RARE for char in found)
    double = sum(len(readings) > 1 for readings in found.values())
    within = sum(_BEHIND.match(text, match.start() - 1) is not None for match in notes if match.start())
    return rare * 2 > len(found) or double * _ONE_READING > len(found) or within < _WITHIN * len(notes)


def strip_annotations(text: str, mirror: Mirror) -> str:
    """The text without its readings."""
    return apply_edits(text, find_annotations(text, mirror))


def find_annotations(text: str, mirror: Mirror) -> list[Edit]:
    """Edits that take the readings out."""
    edits = []
    for match in _ANNOTATION.finditer(text):
        char, reading = match["char"], match["reading"]
        is_known = char in mirror.readings
        if is_known or (has_traditional(char) and has_reading(char, reading)):
            start, end = match.span("note")
            edits.append(Edit("pinyin_annotation", start, end, match["note"], "", 0.99 if is_known else 0.9))
    for match in _ON_LETTER.finditer(text):
        # A trail byte and the letter behind it can be the bytes of one of the table: 到o(gěi)ffer.
        pair = pair_of(match["char"])
        if pair and (pair[1], ord(match["letter"])) in annotated_pairs(match["reading"]):
            edits.append(Edit("pinyin_annotation", *match.span("note"), match["note"], "", 0.9))
    return sorted(edits, key=lambda edit: edit.start)
