"""A site: a source with its rules, as its TOML file says; a family: rules that many sites share."""

import re
from collections.abc import Mapping

from msgspec import Struct

from extract.errors import UsageError
from extract.sites.expect import NOTHING, Expect, parse_expect
from extract.sites.keys import (
    check_keys,
    read_table,
    take_table,
    take_tables,
    take_text,
    take_texts,
    take_whole,
)
from extract.sites.rules import Rules, check_periods, inherit, parse_rules


class Family(Struct, frozen=True):
    """Rules of a system that many sites are made with."""

    id: str
    name: str
    """The system, for people."""
    rules: Rules


class Site(Struct, frozen=True):
    """What we know of one site. Nothing depends on it: a page of an unknown site goes the same way."""

    id: str
    """`<region>_<name>`, never renamed."""
    name: str
    """What the site calls itself."""
    hosts: tuple[str, ...]
    """Host names it publishes under; `example.cn` stands for `www.example.cn` and all others below it too."""
    place_code: str | None = None
    """GB/T 2260 division that the site writes about."""
    family: str | None = None
    """The system that it is made with, whose rules come behind its own."""
    charset_hint: str | None = None
    """Charset label to try where neither the bytes nor the page tell."""
    lag_days: int | None = None
    """Days for which an article may still change after it was published."""
    rules: tuple[Rules, ...] = ()
    """Its rules, each with those of the family behind them; no two hold on one day."""
    expect: Expect = NOTHING
    file: str = ""
    """The TOML file that says all this. The saved pages lie beside it, in the folder of the site's id."""


_SITE_KEYS = (
    "id",
    "name",
    "hosts",
    "place_code",
    "family",
    "charset_hint",
    "lag_days",
    "rules",
    "expect",
)
_ID = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)*")
_LABEL = r"(?:[a-z0-9-]|[^\x00-\x7f])+"
_HOST = re.compile(rf"{_LABEL}(?:\.{_LABEL})+")


def parse_site(text: str, file: str, families: Mapping[str, Family] | None = None) -> Site:
    """The site of a TOML text. Unknown, missing or ill-typed keys raise UsageError with the file's name."""
    table = read_table(text, file)
    check_keys(table, _SITE_KEYS, file, needed=("id", "name", "hosts"))
    site_id, name = _id(table, file), take_text(table, "name", file) or ""
    hosts = take_texts(table, "hosts", file)
    if not hosts or not all(map(_HOST.fullmatch, hosts)):
        raise UsageError(f'{file}: hosts are host names in lower case such as "example.cn".')
    family = _family(take_text(table, "family", file), families or {}, file)
    own = [
        parse_rules(each, site_id, f"{file}, [[rules]] {number}")
        for number, each in enumerate(take_tables(table, "rules", file), 1)
    ]
    check_periods(own, file)
    if family:
        own = [inherit(each, family.rules) for each in own or [Rules()]]
    return Site(
        id=site_id,
        name=name,
        hosts=hosts,
        place_code=take_text(table, "place_code", file),
        family=family.id if family else None,
        charset_hint=take_text(table, "charset_hint", file),
        lag_days=take_whole(table, "lag_days", file),
        rules=tuple(own),
        expect=parse_expect(take_table(table, "expect", file), file),
        file=file,
    )


def parse_family(text: str, file: str) -> Family:
    """The family of a TOML text."""
    table = read_table(text, file)
    check_keys(table, ("id", "name", "rules"), file, needed=("id", "name", "rules"))
    family_id = _id(table, file)
    rules = parse_rules(
        take_table(table, "rules", file), f"family {family_id}", f"{file}, [rules]", is_dated=False
    )
    return Family(family_id, take_text(table, "name", file) or "", rules)


def _id(table: Mapping[str, object], file: str) -> str:
    """The id, which is the file's name too: so it is there once in a folder, and found at once."""
    found = take_text(table, "id", file) or ""
    if not _ID.fullmatch(found):
        raise UsageError(f"{file}: an id is made of a-z, 0-9 and single _, not {found!r}.")
    if re.split(r"[/\\]", file)[-1] != f"{found}.toml":
        raise UsageError(f"{file}: the id is {found}, so the file's name must be {found}.toml.")
    return found


def _family(name: str | None, families: Mapping[str, Family], file: str) -> Family | None:
    if name is None:
        return None
    if name not in families:
        known = ", ".join(sorted(families)) or "none"
        raise UsageError(f"{file}: unknown family {name}; known are {known}.")
    return families[name]
