"""Read-only SQL for people: one statement in, a table out, within limits of time and memory."""

import csv
import io
import json
import threading
from collections import Counter
from collections.abc import Iterable
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from extract.errors import RunError, UsageError

Rows = Iterable[tuple[Any, ...]]


def ask(con: duckdb.DuckDBPyConnection, sql: str, seconds: float = 60.0) -> pa.Table:
    """The answer to one statement. Raises UsageError for SQL that DuckDB refuses, RunError past the time."""
    timer = threading.Timer(min(seconds, threading.TIMEOUT_MAX), con.interrupt)
    timer.start()
    try:
        if len(con.extract_statements(sql)) != 1:
            raise UsageError("One statement at a time.")
        relation = con.sql(sql)
        if relation is None:
            raise UsageError("This statement has no answer; jianbao query takes statements such as SELECT.")
        table = relation.to_arrow_table()
    except duckdb.InterruptException as error:
        raise RunError(f"The query took longer than {seconds:.0f} seconds and was stopped.") from error
    except duckdb.Error as error:
        raise UsageError(_sentence(error)) from error
    finally:
        timer.cancel()
    for name, count in Counter(table.column_names).items():
        if count > 1:
            raise UsageError(f"{count} columns are named {name}; give each a name of its own with AS.")
    return table


def _sentence(error: duckdb.Error) -> str:
    """DuckDB's own words, without the drawing of the place below them."""
    return " ".join(line.strip() for line in str(error).split("LINE 1:")[0].splitlines() if line.strip())


def to_csv(table: pa.Table) -> str:
    """CSV with a header line. A text that a spreadsheet would run as a formula gets an apostrophe first."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.column_names)
    for row in table.to_pylist():
        writer.writerow([_cell(value) for value in row.values()])
    return out.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        value = "; ".join(str(part) for part in value)
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")):
        return "'" + value
    return value


def to_json(table: pa.Table) -> str:
    """One JSON object a line; decimals as strings, times in ISO form."""
    return "".join(json.dumps(row, ensure_ascii=False, default=str) + "\n" for row in table.to_pylist())


def to_parquet(table: pa.Table) -> bytes:
    """A Parquet file."""
    out = io.BytesIO()
    pq.write_table(table, out, compression="zstd")
    return out.getvalue()
