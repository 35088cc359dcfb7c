"""Opening the warehouse: the build file to write, the published snapshot to read."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
from msgspec import Struct

from extract.errors import LockedError, RunError, UsageError
from warehouse.sql import query


class Warehouse(Struct, frozen=True):
    """Where a warehouse lies: the snapshot that analysts open, and what stands beside it."""

    snapshot: Path

    @property
    def build(self) -> Path:
        """The file that the loader writes."""
        return self.snapshot.with_name(self.snapshot.name + ".build")

    @property
    def pages(self) -> Path:
        """The folder with the bytes of every page."""
        return self.snapshot.with_name(self.snapshot.name + ".pages")


@contextmanager
def open_to_write(file: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The one writer's connection.

    Raises LockedError if another process holds the file, RunError if it is no database that DuckDB can open.
    """
    con = _connect(file, {})
    try:
        con.execute("set checkpoint_threshold = '1GB'")  # else each batch compresses the last row group anew
        yield con
    finally:
        con.close()


@contextmanager
def open_to_read(warehouse: Warehouse, memory_limit: str = "2GB") -> Iterator[duckdb.DuckDBPyConnection]:
    """A reader's connection to the snapshot: it can neither write nor reach other files nor the network."""
    if not warehouse.snapshot.is_file():
        raise UsageError(f"There is no warehouse at {warehouse.snapshot}: make one with jianbao run.")
    guard = {
        "enable_external_access": "false",
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
        "memory_limit": memory_limit,
        "lock_configuration": "true",
    }
    con = _connect(warehouse.snapshot, guard, read_only=True)
    try:
        if not con.execute(query("is_warehouse")).fetchall():
            raise RunError(f"{warehouse.snapshot} is no Jianbao warehouse.")
        yield con
    finally:
        con.close()


def _connect(file: Path, config: dict[str, str], *, read_only: bool = False) -> duckdb.DuckDBPyConnection:
    try:
        return duckdb.connect(str(file), read_only=read_only, config=dict(config))
    except duckdb.IOException as error:
        message = str(error)
        if "lock" in message.lower():
            pid = re.search(r"PID (\d+)", message)
            holder = f"process {pid[1]}" if pid else "another process"
            raise LockedError(
                f"The warehouse {file} is locked by {holder}; try again later.", int(pid[1]) if pid else None
            ) from error
        raise RunError(f"The warehouse {file} cannot be opened: {message.splitlines()[0]}") from error
    except duckdb.Error as error:
        raise RunError(f"The warehouse {file} cannot be opened: {str(error).splitlines()[0]}") from error
