"""The words that cut phrases out of clauses, as sets and patterns; they stand in `figures_subjects.toml`."""

import re
from functools import cache

from msgspec import Struct

from transform.figures.cues import any_word, join_words, sizes_by
from transform.patterns import compiled
from transform.vocabulary import read_words

MARKS = '”」’" ，,、：:（()）'
"""What a phrase sheds at its beginning."""
POINTERS = "该这那此本我你他她它咱其"


class SubjectWords(Struct, frozen=True):
    """The words that cut a phrase out of its clause."""

    front: re.Pattern[str]
    starts: frozenset[str]
    """What may stand at the beginning of a phrase that has something to cut there."""
    back: tuple[frozenset[str], dict[str, tuple[int, ...]]]
    """The words, and last character → their lengths, longest first."""
    whole: frozenset[str]
    verbs: re.Pattern[str]
    empty: re.Pattern[str]
    doing: re.Pattern[str]
    keep: re.Pattern[str]
    nouns: re.Pattern[str]
    adverbs: frozenset[str]
    """Of two characters, before a verb."""


@cache
def subject_words() -> dict[str, list[str]]:
    """The words of the subjects as they stand in the file."""
    return read_words("figures_subjects.toml")


@cache
def words_of_subjects() -> SubjectWords:
    """All words of the phrases, read once."""
    words = subject_words()
    return SubjectWords(
        front=compiled(join_words(words["front"])),
        starts=frozenset(MARKS + POINTERS).union(word[0] for word in words["front"]),
        back=(frozenset(words["back"]), sizes_by(words["back"], -1)),
        whole=frozenset(words["whole"]),
        adverbs=frozenset(words["adverbs"]),
        verbs=any_word(words["verbs"]),
        empty=compiled(rf"(?:{join_words(words['empty'])})+"),
        nouns=compiled(
            rf"{join_words(words['nouns'])}|{join_words(words['states'])}[一-鿿]?{join_words(words['things'])}"
        ),
        keep=compiled(join_words(words["keep"])),
        doing=any_word(words["doing"]),
    )


class SubjectCues(Struct, frozen=True):
    """What around a number decides which phrase is its subject."""

    general: re.Pattern[str]
    measured: re.Pattern[str]
    held: re.Pattern[str]
    bare: re.Pattern[str]
    bare_end: re.Pattern[str]
    sums: re.Pattern[str]
    classed: re.Pattern[str]
    causes: re.Pattern[str]
    cause_ends: frozenset[str]
    happened: re.Pattern[str]
    named: re.Pattern[str]
    sorts: re.Pattern[str]
    marks: re.Pattern[str]
    """Names of a number that is a mark, which say nothing of what is counted."""


@cache
def cues_of_subjects() -> SubjectCues:
    """All cues of the subjects, read once."""
    joined = {name: join_words(words) for name, words in subject_words().items()}
    return SubjectCues(
        general=compiled(rf"的?{joined['general']}"),
        measured=compiled(rf"{joined['measured']}$"),
        held=compiled(rf"{joined['held']}[了过]?$"),
        bare=compiled(rf"(?:{joined['bare']})+"),
        bare_end=compiled(rf"{joined['bare_end']}$"),
        sums=compiled(joined["sums"]),
        classed=compiled(
            rf"年?{joined['classes']}[^，。；\d]{{0,3}}?[\d.]*[百千万亿]*(?:美?元|吨|亩|平方米|人|%)(?:以[上下]|左右)?的?"
            rf"|[个家总年月单]?[人庭]?{joined['attributes']}[在为达超约过]{{0,2}}[\d.一二三四五六七八九十两几]+"
            r"[百千万亿多余]*[一-鿿%℃]{1,4}?(?:以[上下]|左右)?的"
        ),
        cause_ends=frozenset(word[-1] for word in subject_words()["causes"]),
        causes=compiled(rf"{joined['causes']}$"),
        happened=compiled(joined["happened"]),
        named=compiled(rf"{joined['named']}$"),
        sorts=compiled(joined["sorts"]),
        marks=compiled(joined["marks"]),
    )
