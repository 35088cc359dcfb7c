"""The vocabulary: words, units and tables that stand as data in `transform/vocab/`."""

import tomllib
from functools import cache
from pkgutil import get_data
from typing import Any


@cache
def read_words(name: str) -> dict[str, Any]:
    """A file of words (TOML), read once: what it gives is for all, and nobody changes it."""
    return tomllib.loads(_read(name))


def read_lines(name: str) -> list[str]:
    """The lines of a file, without those that begin with `#` and empty ones."""
    return [line for line in _read(name).split("\n") if line and line[0] != "#"]


def read_rows(name: str) -> list[list[str]]:
    """The lines of a table, cut at its tabs."""
    return [line.split("\t") for line in read_lines(name)]


def read_pairs(name: str) -> dict[str, str]:
    """A table of two columns: the first → the second."""
    return {first: second for first, second in read_rows(name)}  # noqa: C416  (a row has any length)


def _read(name: str) -> str:
    return (get_data("transform.vocab", name) or b"").decode("utf-8")
