"""Keys of a TOML table in their types: what is unknown, missing or ill-typed is one sentence."""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from extract.errors import UsageError

Table = Mapping[str, Any]


def read_table(text: str, where: str) -> dict[str, Any]:
    """A TOML text as a table."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{where}: {error}.") from error


def check_keys(table: Table, known: Iterable[str], where: str, *, needed: Iterable[str] = ()) -> None:
    """Refuse a table with a key that nobody knows, or without one that it needs."""
    names = sorted(known)
    if unknown := sorted(table.keys() - set(names)):
        from difflib import get_close_matches  # not at start

        meant = get_close_matches(unknown[0], names, 1)
        hint = f"; is {meant[0]} meant?" if meant else f"; known are {', '.join(names)}."
        raise UsageError(f"{where}: unknown key {unknown[0]}{hint}")
    if missing := sorted(set(needed) - table.keys()):
        raise UsageError(f"{where}: the key {missing[0]} is missing.")


def take_text(table: Table, key: str, where: str) -> str | None:
    """A text with something in it."""
    value = table.get(key)
    if value is None or (isinstance(value, str) and value.strip()):
        return value
    raise _wrong(key, "a text", value, where)


def take_texts(table: Table, key: str, where: str) -> tuple[str, ...]:
    """A text, or a list of them."""
    value = table.get(key, [])
    texts = [value] if isinstance(value, str) else value
    if isinstance(texts, list) and all(isinstance(text, str) and text.strip() for text in texts):
        return tuple(texts)
    raise _wrong(key, "a text or a list of texts", value, where)


def take_whole(table: Table, key: str, where: str) -> int | None:
    """A whole number from 0."""
    value = table.get(key)
    if value is None or (isinstance(value, int) and not isinstance(value, bool) and value >= 0):
        return value
    raise _wrong(key, "a whole number from 0", value, where)


def take_share(table: Table, key: str, where: str) -> float | None:
    """A number from 0 to 1."""
    value = table.get(key)
    if value is None:
        return None
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
        return float(value)
    raise _wrong(key, "a number from 0 to 1", value, where)


def take_day(table: Table, key: str, where: str) -> date | None:
    """A day, written without quotation marks."""
    value = table.get(key)
    if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    raise _wrong(key, "a day such as 2023-05-01, without quotation marks", value, where)


def take_table(table: Table, key: str, where: str) -> dict[str, Any]:
    """A table within the table."""
    value = table.get(key, {})
    if isinstance(value, dict):
        return value
    raise _wrong(key, "a table", value, where)


def take_tables(table: Table, key: str, where: str) -> list[dict[str, Any]]:
    """A list of tables: each under its `[[key]]`."""
    value = table.get(key, [])
    if isinstance(value, list) and all(isinstance(each, dict) for each in value):
        return value
    raise _wrong(key, f"a list of tables, each under its own [[{key}]]", value, where)


def _wrong(key: str, kind: str, value: object, where: str) -> UsageError:
    return UsageError(f"{where}: {key} is {kind}, not {value!r}.")
