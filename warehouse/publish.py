"""The snapshot: a compact copy of the build file that readers open, put in place by one rename."""

import os
from pathlib import Path

import duckdb

from warehouse.connect import Warehouse


def publish(con: duckdb.DuckDBPyConnection, warehouse: Warehouse) -> None:
    """Copy the open build file to a new snapshot and rename it into place; who reads the old one reads on."""
    partial = warehouse.snapshot.with_name(f"{warehouse.snapshot.name}.tmp{os.getpid()}")
    _remove(partial)
    try:
        name = str(partial).replace("'", "''")  # ATTACH takes no parameters
        con.execute("checkpoint")
        con.execute(f"attach '{name}' as snapshot")
        try:
            ((build,),) = con.execute("select current_database()").fetchall()
            con.execute(f'copy from database "{build}" to snapshot')
        finally:
            con.execute("detach snapshot")
        partial.replace(warehouse.snapshot)
    finally:
        _remove(partial)


def _remove(partial: Path) -> None:
    for file in (partial, partial.with_name(partial.name + ".wal")):
        file.unlink(missing_ok=True)
