"""The words that cut phrases out of clauses, as sets and patterns; they stand in `figures_subjects.toml`."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from transform.figures.cues import join_words, sizes_by


@dataclass(frozen=True, slots=True)
class SubjectWords:
    """The words that cut a phrase out of its clause."""

    front: re.Pattern[str]
    back: tuple[frozenset[str], dict[str, tuple[int, ...]]]
    """The words, and last character → their lengths, longest first."""
    whole: frozenset[str]
    verbs: re.Pattern[str]
    empty: re.Pattern[str]
    doing: re.Pattern[str]
    keep: re.Pattern[str]
    nouns: re.Pattern[str]


@cache
def subject_words() -> dict[str, list[str]]:
    """The words of the subjects as they stand in the file."""
    return tomllib.loads(
        files("transform.vocab").joinpath("figures_subjects.toml").read_text(encoding="utf-8")
    )


@cache
def words_of_subjects() -> SubjectWords:
    """All words of the phrases, read once."""
    words = subject_words()
    return SubjectWords(
        front=re.compile(join_words(words["front"])),
        back=(frozenset(words["back"]), sizes_by(words["back"], -1)),
        whole=frozenset(words["whole"]),
        verbs=re.compile(join_words(words["verbs"])),
        empty=re.compile(rf"(?:{join_words(words['empty'])})+"),
        nouns=re.compile(
            rf"{join_words(words['nouns'])}|{join_words(words['states'])}[一-鿿]?{join_words(words['things'])}"
        ),
        keep=re.compile(join_words(words["keep"])),
        doing=re.compile(join_words(words["doing"])),
    )
