"""Rules: where a site's pages keep what, from one day to another."""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from extract.errors import UsageError
from extract.sites.keys import Table, check_keys, take_day, take_texts


class Rule(NamedTuple):
    """One selector or expression, and whose it is."""

    text: str
    origin: str
    """The id of a site, or `family` with the family's."""

    @property
    def is_own(self) -> bool:
        """Whether the site itself has it, and not its family."""
        return not self.origin.startswith("family ")

    def __str__(self) -> str:
        return f"{self.text} ({self.origin})"


class Rules(Struct, frozen=True):
    """What holds for a site's pages between two days. Each key is a list that is tried in its order."""

    since: date | None = None
    """First day on which they hold. None: from the beginning."""
    until: date | None = None
    """Last day on which they hold. None: to this day."""
    title: tuple[Rule, ...] = ()
    """CSS selectors of the element that is the headline."""
    body: tuple[Rule, ...] = ()
    """CSS selectors of the element that holds the article."""
    published: tuple[Rule, ...] = ()
    """CSS selectors of the element that says the day; of a `<meta>` its content counts."""
    source_name: tuple[Rule, ...] = ()
    """CSS selectors of the element that says the source, with or without 来源."""
    authors: tuple[Rule, ...] = ()
    """CSS selectors of elements with names of authors."""
    editors: tuple[Rule, ...] = ()
    """CSS selectors of elements with names of editors."""
    strip: tuple[Rule, ...] = ()
    """CSS selectors of elements that are taken out before the page is read."""
    strip_lines: tuple[Rule, ...] = ()
    """Regular expressions: a line in which one is found is no part of the article."""

    @property
    def period(self) -> str:
        """`2019-01-01 … 2021-06-30`; an open end is left out."""
        days = f"{self.since or ''} … {self.until or ''}".strip()
        return "always" if days == "…" else days

    def holds_on(self, day: date) -> bool:
        """Whether they hold on a day."""
        return (self.since or date.min) <= day <= (self.until or date.max)


ONE = ("title", "body", "published", "source_name")
"""Keys whose selector matches one element and no other."""
SOME = ("authors", "editors")
"""Keys whose selector matches one element or more."""
KEYS = tuple(name for name in Rules.__struct_fields__ if name not in ("since", "until"))
SELECTORS = tuple(key for key in KEYS if key != "strip_lines")


def parse_rules(table: Table, origin: str, where: str, *, is_dated: bool = True) -> Rules:
    """The rules of a TOML table. Raises UsageError for what they cannot mean."""
    check_keys(table, (*KEYS, "since", "until") if is_dated else KEYS, where)
    since, until = (take_day(table, key, where) if is_dated else None for key in ("since", "until"))
    if since and until and until < since:
        raise UsageError(f"{where}: until lies before since.")
    taken = {key: tuple(Rule(text, origin) for text in take_texts(table, key, where)) for key in KEYS}
    for rule in taken["strip_lines"]:
        try:
            re.compile(rule.text)
        except re.error as error:
            raise UsageError(f"{where}: {rule.text!r} is no regular expression: {error}.") from error
    return Rules(since, until, **taken)


def inherit(own: Rules, family: Rules) -> Rules:
    """A site's rules with its family's behind them."""
    return replace(own, **{key: getattr(own, key) + getattr(family, key) for key in KEYS})


def check_periods(rules: Iterable[Rules], where: str) -> None:
    """Refuse rules of which two hold on one day: nobody could say which is meant."""
    before: Rules | None = None
    for each in sorted(rules, key=lambda one: one.since or date.min):
        if before is not None and (before.until or date.max) >= (each.since or date.min):
            raise UsageError(f"{where}: the rules {before.period} and {each.period} hold on the same day.")
        before = each


def order_rules(rules: Iterable[Rules], days: Iterable[date | None]) -> tuple[Rules, ...]:
    """Rules in the order in which a page is to be held against them.

    First those of its days, the surest day first; then all others, the newest first.
    """
    newest = sorted(rules, key=lambda one: one.since or date.min, reverse=True)
    of_days = [one for day in days if day for one in newest if one.holds_on(day)]
    return tuple(dict.fromkeys([*of_days, *newest]))
