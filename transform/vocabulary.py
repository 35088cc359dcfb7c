"""The vocabulary: words, units and tables that stand as data in `transform/vocab/`."""

from collections.abc import Callable
from functools import cache, wraps
from pkgutil import get_data
from typing import Any, TypeVar

Table = TypeVar("Table")

TABLES: dict[str, Any] = {}
"""What was read and made of the files, by name, here and by earlier processes; `flows.kept` keeps it."""


def kept(make: Callable[[], Table]) -> Callable[[], Table]:
    """Let a function be called once, and not at all where an earlier process handed on what it gave.

    For what is made of this package's own files and code alone, and is plain: texts, numbers, lists, dicts.
    """
    name = f"{make.__module__}.{make.__qualname__}"

    @cache
    @wraps(make)
    def give() -> Table:
        return _once(name, make)

    return give


@cache
def read_words(name: str) -> dict[str, Any]:
    """A file of words (TOML), read once: what it gives is for all, and nobody changes it."""
    return _once(name, lambda: _parse(_read(name)))


def _parse(text: str) -> dict[str, Any]:
    import tomllib  # not at start: mostly the tables of an earlier process are at hand

    return tomllib.loads(text)


def _once(name: str, make: Callable[[], Table]) -> Table:
    if name not in TABLES:
        TABLES[name] = make()
    found: Table = TABLES[name]
    return found


def read_lines(name: str) -> list[str]:
    """The lines of a file, without those that begin with `#` and empty ones."""
    return [line for line in _read(name).split("\n") if line and line[0] != "#"]


def read_rows(name: str) -> list[list[str]]:
    """The lines of a table, cut at its tabs."""
    return [line.split("\t") for line in read_lines(name)]


def read_pairs(name: str) -> dict[str, str]:
    """A table of two columns: the first → the second."""
    return {first: second for first, second in read_rows(name)}  # noqa: C416  (a row has any length)


def read_bytes(name: str) -> bytes:
    """A file as it stands."""
    content = get_data("transform.vocab", name)
    if content is None:  # what loads the package gives no data
        raise FileNotFoundError(name)
    return content


def _read(name: str) -> str:
    return read_bytes(name).decode("utf-8")
