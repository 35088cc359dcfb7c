"""What the warehouse knows of the sites: sketches of their pages, and every memory learned from them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import groupby
from operator import itemgetter

import duckdb
import pyarrow as pa

from transform.maintext.memory import ENOUGH, Memory, Sketch, learn, recall
from warehouse.sql import query

_KEPT = 2 * ENOUGH
"""Sketches of a host that stay: those of the last run and as many from before."""
_SKETCHES = pa.schema(
    [
        ("host", pa.string()),
        ("page_id", pa.string()),
        ("title", pa.uint64()),
        ("blocks", pa.list_(pa.uint64())),
        ("sizes", pa.list_(pa.int32())),
    ]
)
_MEMORIES = pa.schema(
    [
        ("site_memory", pa.string()),
        ("host", pa.string()),
        ("stories", pa.int32()),
        ("blocks", pa.list_(pa.uint64())),
        ("levels", pa.list_(pa.uint8())),
    ]
)


def unlearned(con: duckdb.DuckDBPyConnection) -> list[int]:
    """Numbers of the pending pages to learn from."""
    return [nth for (nth,) in con.execute(query("pending_unlearned"), {"enough": ENOUGH}).fetchall()]


def keep_sketches(
    con: duckdb.DuckDBPyConnection, sketches: Iterable[tuple[str, str, Sketch]], now: datetime
) -> None:
    """Add sketches, each with host and page id; the oldest of a host make room."""
    rows = [
        {
            "host": host,
            "page_id": page_id,
            "title": page.title,
            "blocks": list(page.blocks),
            "sizes": list(page.blocks.values()),
        }
        for host, page_id, page in sketches
    ]
    con.register("batch_sketch", pa.Table.from_pylist(rows, schema=_SKETCHES))
    con.execute(query("sketch_add"), {"learned_at": now})
    con.unregister("batch_sketch")
    con.execute(query("sketch_prune"), {"kept": _KEPT})


def learn_pending(con: duckdb.DuckDBPyConnection, now: datetime) -> Mapping[str, Memory]:
    """The memory of each host of the pending pages, from all its sketches, kept under its version."""
    memories: dict[str, Memory] = {}
    for host, sketches in groupby(_sketch_rows(con), key=itemgetter(0)):
        pages = (Sketch(title, dict(zip(marks, sizes, strict=True))) for _, title, marks, sizes in sketches)
        if (memory := learn(host, pages)) is not None:
            memories[host] = memory
    keep_memories(con, memories.values(), now)
    return memories


def _sketch_rows(con: duckdb.DuckDBPyConnection) -> Iterator[tuple[str, int, list[int], list[int]]]:
    """Not all at once: a sketch holds some hundred numbers."""
    found = con.execute(query("sketches"))
    while rows := found.fetchmany(ENOUGH):
        yield from rows


def keep_memories(con: duckdb.DuckDBPyConnection, memories: Iterable[Memory], now: datetime) -> None:
    """Keep memories under their versions; one that is there already stays as it is."""
    rows = [
        {
            "site_memory": memory.version,
            "host": memory.host,
            "stories": memory.stories,
            "blocks": sorted(memory.recurring),
            "levels": [level for _, level in sorted(memory.recurring.items())],
        }
        for memory in memories
    ]
    con.register("batch_memory", pa.Table.from_pylist(rows, schema=_MEMORIES))
    con.execute(query("memory_add"), {"learned_at": now})
    con.unregister("batch_memory")


def find_memory(con: duckdb.DuckDBPyConnection, version: str) -> Memory | None:
    """The memory of a version, as it was; None if the warehouse has none of that name."""
    rows = con.execute(query("memory"), {"site_memory": version}).fetchall()
    if not rows:
        return None
    host, stories, marks, levels = rows[0]
    return recall(host, stories, dict(zip(marks, levels, strict=True)))
