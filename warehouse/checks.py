"""The warehouse's own laws: each a query in checks/, whose rows are what breaks it."""

from typing import Any

import duckdb
from msgspec import Struct

from warehouse.sql import statements


class Finding(Struct, frozen=True):
    """One law, and the rows that break it."""

    check: str
    law: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def run_checks(con: duckdb.DuckDBPyConnection) -> list[Finding]:
    """Every law in the order of its file, broken or not."""
    found = []
    for name, text in statements("checks").items():
        result = con.execute(text)
        columns = tuple(column[0] for column in result.description or [])
        law = text.splitlines()[0].removeprefix("-- ")
        found.append(Finding(name, law, columns, tuple(result.fetchall())))
    return found
