"""What the warehouse keeps of its runs, and what it knows already."""

from collections.abc import Sequence
from datetime import datetime

import duckdb
import pyarrow as pa

from warehouse.rows import Item, location
from warehouse.sql import query


def start_run(
    con: duckdb.DuckDBPyConnection, run_id: str, sources: Sequence[str], transform_version: str, now: datetime
) -> None:
    """Record that a run began; runs that never ended are marked killed."""
    con.execute(query("mark_killed"))
    values = {"run_id": run_id, "now": now, "sources": list(sources), "transform_version": transform_version}
    con.execute(query("start_run"), values)


def finish_run(con: duckdb.DuckDBPyConnection, run_id: str, now: datetime, pages: int) -> None:
    """Record that a run is done with so many pages. The ledger tells what it loaded."""
    con.execute(query("finish_run"), {"run_id": run_id, "now": now, "pages": pages, "error": None})


def fail_run(con: duckdb.DuckDBPyConnection, run_id: str, now: datetime, error: BaseException) -> None:
    """Record why a run failed. Where not even that can be written, the error says so."""
    sentence = str(error) or type(error).__name__
    try:
        con.execute(query("finish_run"), {"run_id": run_id, "now": now, "pages": None, "error": sentence})
    except duckdb.Error as second:
        error.add_note(f"and the run could not be marked failed: {second}")


def find_new(con: duckdb.DuckDBPyConnection, items: Sequence[Item]) -> tuple[list[Item], int]:
    """The pages that the warehouse does not hold, in order, and how many of the others are rejections."""
    keys = [(location(item), getattr(item, "page_id", None)) for item in items]
    con.register(
        "candidate",
        pa.table(
            {
                "row": pa.array(range(len(keys)), pa.int32()),
                "location": pa.array([place for place, _ in keys], pa.string()),
                "page_id": pa.array([page_id for _, page_id in keys], pa.string()),
            }
        ),
    )
    known = dict(con.execute(query("known")).fetchall())
    con.unregister("candidate")
    fresh = [item for row, item in enumerate(items) if row not in known]
    return fresh, list(known.values()).count("rejected")


def count_run(con: duckdb.DuckDBPyConnection, run_id: str) -> dict[str, dict[str, int]]:
    """A run's rejections by reason, repairs by kind and figures by kind, most first."""
    return {
        name: dict(con.execute(query(f"count_{name}"), {"run_id": run_id}).fetchall())
        for name in ("reasons", "repairs", "figures")
    }


def first_rejections(con: duckdb.DuckDBPyConnection, run_id: str) -> list[str]:
    """A few of a run's rejections, a line each: what was rejected, and why."""
    rows = con.execute(query("first_rejections"), {"run_id": run_id}).fetchall()
    return [f"{source}: {reason}" + (f" ({detail})" if detail else "") for source, reason, detail in rows]


def count_all(con: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """What the warehouse holds: pages, articles, rejections, figures."""
    result = con.execute(query("totals"))
    names = [column[0] for column in result.description or []]
    return dict(zip(names, result.fetchall()[0], strict=True))
