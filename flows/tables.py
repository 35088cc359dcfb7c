"""Rows on the terminal."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

import pyarrow as pa
from rich.console import Console
from rich.table import Table
from rich.text import Text

from flows.console import printable
from transform.record import plain_number

MOST_ROWS = 100
MOST_CHARACTERS = 200
"""A terminal is for looking; --format csv, json or parquet gives all."""


WIDE = 10_000
"""Columns of a table in a file or pipe: its lines are as long as they need to be."""


def print_table(table: pa.Table, console: Console) -> None:
    """An answer to a query, the first rows of it if there are many."""
    print_rows(
        table.column_names, (tuple(row.values()) for row in table.slice(0, MOST_ROWS).to_pylist()), console
    )
    more = table.num_rows - MOST_ROWS
    if more > 0:
        console.print(f"… and {more:,} rows more; --format csv gives all.")


def print_rows(columns: Sequence[str], rows: Iterable[tuple[Any, ...]], console: Console) -> None:
    """Rows under their column names."""
    shown = Table(header_style="bold", box=None, padding=(0, 1), collapse_padding=True)
    for column in columns:
        shown.add_column(column, overflow="fold")
    for row in rows:
        shown.add_row(*(Text(_cell(value)) for value in row))
    console.print(shown)


def _cell(value: Any) -> str:
    if value is None:
        return "∅"
    if isinstance(value, Decimal):
        return plain_number(value)
    if isinstance(value, list):
        return printable(", ".join(map(str, value)))
    text = printable(str(value))
    return text if len(text) <= MOST_CHARACTERS else text[:MOST_CHARACTERS] + "…"
