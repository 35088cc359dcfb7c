"""A site: a source with its rules, as its TOML file says."""

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources
from urllib.parse import urlsplit

from extract.errors import UsageError


@dataclass(frozen=True, slots=True)
class Site:
    """What we know of one site. Nothing depends on it: a page of an unknown site goes the same way."""

    id: str
    """`<region>_<name>`, never renamed."""
    name: str
    """What the site calls itself."""
    hosts: tuple[str, ...]
    """Host names it publishes under; `example.cn` stands for `www.example.cn` and all others below it too."""
    place_code: str | None = None
    """GB/T 2260 division that the site writes about."""
    charset_hint: str | None = None
    """Charset label to try where neither the bytes nor the page tell."""


def parse_site(text: str, name: str) -> Site:
    """The site of a TOML text. Unknown, missing or ill-typed keys raise UsageError with the file's name."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{name}: {error}") from error
    known = {field.name for field in fields(Site)}
    if unknown := sorted(table.keys() - known):
        raise UsageError(f"{name}: unknown key {unknown[0]}; known are {', '.join(sorted(known))}.")
    if missing := sorted({"id", "name", "hosts"} - table.keys()):
        raise UsageError(f"{name}: the key {missing[0]} is missing.")
    hosts = table.pop("hosts")
    if not isinstance(hosts, list) or not all(isinstance(value, str) for value in (*hosts, *table.values())):
        raise UsageError(f"{name}: hosts is a list of strings, every other key a string.")
    return Site(hosts=tuple(hosts), **table)


@cache
def known_sites() -> tuple[Site, ...]:
    """The sites of the project's own TOML files, by id."""
    files = [file for file in resources.files(__package__).iterdir() if file.name.endswith(".toml")]
    sites = [parse_site(file.read_text(encoding="utf-8"), file.name) for file in files]
    return tuple(sorted(sites, key=lambda site: site.id))


def site_of(url: str | None) -> Site | None:
    """The site that an address belongs to, by its host."""
    host = (urlsplit(url).hostname or "") if url else ""
    while host:
        for site in known_sites():
            if host in site.hosts:
                return site
        host = host.partition(".")[2]
    return None
