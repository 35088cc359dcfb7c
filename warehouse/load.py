"""Loading: one batch, one transaction, one row in the ledger."""

from datetime import datetime

import duckdb
import pyarrow as pa
from msgspec import Struct

from warehouse.rows import BatchRows, Row
from warehouse.sql import query, statements


class Loaded(Struct, frozen=True):
    """How many rows a batch brought; zero throughout if the warehouse had them all."""

    pages: int = 0
    articles: int = 0
    rejections: int = 0
    repairs: int = 0
    figures: int = 0

    def __add__(self, other: "Loaded") -> "Loaded":
        return Loaded(
            self.pages + other.pages,
            self.articles + other.articles,
            self.rejections + other.rejections,
            self.repairs + other.repairs,
            self.figures + other.figures,
        )


def load_batch(con: duckdb.DuckDBPyConnection, batch: BatchRows, run_id: str, now: datetime) -> Loaded:
    """Load a batch's rows, all or none. Pages that the warehouse holds already change nothing."""
    if _loaded(con, batch.batch_id):
        return Loaded()
    tables = {
        "batch_page": _staged(con, "raw.page", batch.pages, ("stage", "reason", "detail")),
        "batch_article": _staged(con, "core.article", batch.articles),
        "batch_repair": _staged(con, "core.repair", batch.repairs),
        "batch_figure": _staged(con, "core.figure", batch.figures, ("nth",)),
    }
    values = {"run_id": run_id, "loaded_at": now, "batch_id": batch.batch_id}
    con.execute("begin")
    try:
        for name, table in tables.items():
            con.register(name, table)
        for text in statements("upserts").values():
            con.execute(text, {name: value for name, value in values.items() if f"${name}" in text})
        con.execute("commit")
    except BaseException:
        con.execute("rollback")
        raise
    finally:
        for name in tables:
            con.unregister(name)
    return _loaded(con, batch.batch_id) or Loaded()


def _loaded(con: duckdb.DuckDBPyConnection, batch_id: str) -> Loaded | None:
    counts = con.execute(query("loaded"), {"batch_id": batch_id}).fetchall()
    return Loaded(*counts[0]) if counts else None


_SET_BY_THE_LOAD = frozenset({"revision", "figure_id", "run_id", "loaded_at"})


def _staged(
    con: duckdb.DuckDBPyConnection, table: str, rows: list[Row], more: tuple[str, ...] = ()
) -> pa.Table:
    """A batch's rows with the types of the table they are for, less what the load itself sets."""
    target = con.table(table).limit(0).to_arrow_table().schema
    own = {"article_id"} if table != "core.article" else set()
    kept = [field for field in target if field.name not in _SET_BY_THE_LOAD | own]
    staged = pa.schema([pa.field("row", pa.int32()), *kept, *(pa.field(name, pa.string()) for name in more)])
    return pa.Table.from_pylist(rows, schema=staged)
