"""The words that decide roles, as sets and patterns; they stand in `figures_roles.toml`."""

import re
from functools import cache

from msgspec import Struct

from transform.figures.cues import join_words
from transform.patterns import compiled
from transform.vocabulary import read_words

_HEAD_ENDS = "[，。；、,;：:)）]|$"


class RoleWords(Struct, frozen=True):
    """The words of one kind of context each."""

    list_units: frozenset[str]
    heads: re.Pattern[str]
    parted: tuple[str, ...]
    sections: tuple[str, ...]
    gathered: re.Pattern[str]
    until: tuple[str, ...]
    villages: tuple[str, ...]
    scored: tuple[str, ...]
    ordinal: frozenset[str]
    rank: tuple[str, ...]
    among: tuple[str, ...]
    durations: tuple[str, ...]
    leave: re.Pattern[str]
    """Leave behind a duration, or before one."""
    leave_before: re.Pattern[str]
    programme: tuple[str, ...]
    one_after: tuple[str, ...]
    one_units: frozenset[str]
    tenth_after: tuple[str, ...]
    event: re.Pattern[str]
    event_before: tuple[str, ...]
    demonstratives: tuple[str, ...]
    held: re.Pattern[str]
    hurt: re.Pattern[str]
    harmed: re.Pattern[str]
    many: re.Pattern[str]
    overdue: re.Pattern[str]
    single: re.Pattern[str]
    classed: re.Pattern[str]
    """Behind a limit: the class that it names and the number in it, up to its unit."""


@cache
def words_of_roles() -> RoleWords:
    """All words of the roles, read once."""
    words = role_words()
    heads = join_words(words["enumeration"]["heads"])
    ends = rf"{_HEAD_ENDS}|{join_words(words['enumeration']['ends'])}"
    return RoleWords(
        list_units=frozenset(words["enumeration"]["units"]),
        heads=compiled(rf"[^，。；、,;：:了是有\d“]{{0,8}}?(?:{heads})(?<![相有无海机]关)(?:{ends})"),
        parted=tuple(words["enumeration"]["parted"]),
        sections=tuple(words["enumeration"]["sections"]),
        gathered=compiled("的?" + join_words(words["bound"]["gathered"])),
        until=tuple(words["bound"]["until"]),
        villages=tuple(words["bound"]["villages"]),
        scored=tuple(words["rank"]["scored"]),
        ordinal=frozenset(words["label"]["ordinal"]),
        rank=tuple(words["rank"]["before"]),
        among=tuple(words["rank"]["among"]),
        durations=tuple(words["duration"]["statistic"]),
        leave=compiled(
            rf"(?:\+\d+个?[月天日周])?[”\"]?的?[一-鿿]{{0,3}}?{join_words(words['duration']['leave'])}"
        ),
        leave_before=compiled(rf"{join_words(words['duration']['leave'])}[^，。；、\d前后期]{{0,6}}$"),
        programme=tuple(words["label"]["programme"]),
        one_after=tuple(words["indefinite"]["one_after"]),
        one_units=frozenset(words["indefinite"]["one_units"]),
        tenth_after=tuple(words["indefinite"]["tenth_after"]),
        event=compiled(join_words(words["label"]["event"])),
        event_before=tuple(words["label"]["event_before"]),
        demonstratives=tuple(words["indefinite"]["demonstratives"]),
        held=compiled(rf"{join_words(words['label']['held'])}了?$"),
        many=compiled(join_words(words["bound"]["many"])),
        overdue=compiled(rf"(?:超过?|逾|过了?){join_words(words['bound']['terms'])}(?:已|达|有)?$"),
        single=compiled(rf"{join_words(words['indefinite']['single'])}[就都也却]?[只仅]有$"),
        classed=compiled(
            rf"(?:的?(?:[一-鿿]{{0,6}}?){join_words(words['bound']['heads'])}|的[一-鿿]{{1,8}}?(?=[有共占达]))"
            r"(?:已|就|也)?(?:共?有|共|占比?|达到?|仅有?|只有)?(?:约|近|超过?|逾)?(?:[\d,.]+[万亿]?|[一二三四五六七八九]成)"
        ),
        harmed=compiled(join_words(words["indefinite"]["harmed"])),
        hurt=compiled(join_words(words["indefinite"]["counted_people"])),
    )


@cache
def role_words() -> dict[str, dict[str, list[str]]]:
    """The words of the roles as they stand in the file."""
    return read_words("figures_roles.toml")
