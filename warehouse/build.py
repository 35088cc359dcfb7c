"""The build file: the one that the loader writes, from nothing, from the last run, or from the snapshot."""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb

from extract.errors import UsageError
from extract.sites.site import Site
from warehouse.connect import Warehouse, open_to_read, open_to_write
from warehouse.migrate import migrate


@contextmanager
def open_build(
    warehouse: Warehouse, sites: Iterable[Site] | None = None
) -> Iterator[duckdb.DuckDBPyConnection]:
    """The one writer's connection, the file migrated to this release.

    `sites` are the known sites, where a user has more than those of the project.
    Raises UsageError for a path where no file can be, LockedError if another process holds the file, RunError
    for a file that is no warehouse of this release or an earlier one.
    """
    if warehouse.snapshot.is_dir():
        raise UsageError(f"{warehouse.snapshot} is a folder; name the file of a warehouse.")
    try:
        warehouse.snapshot.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"No warehouse can be at {warehouse.snapshot}: {error.strerror}.") from error
    restore_build(warehouse)
    with open_to_write(warehouse.build) as con:
        for leftover in warehouse.snapshot.parent.glob(f"{warehouse.snapshot.name}.tmp*"):
            leftover.unlink(missing_ok=True)  # of a run that was killed: we hold the lock
        migrate(con, sites)
        yield con


def restore_build(warehouse: Warehouse) -> None:
    """Where the build file is gone, begin again from the snapshot, if that is a warehouse."""
    if warehouse.build.exists() or not warehouse.snapshot.exists():
        return
    with open_to_read(warehouse):
        partial = warehouse.build.with_name(f"{warehouse.build.name}.part{os.getpid()}")
        shutil.copyfile(warehouse.snapshot, partial)
    try:
        Path(f"{warehouse.build}.wal").unlink(missing_ok=True)  # of the file that is gone
        with suppress(FileExistsError):  # another run was quicker, and may hold its file already
            os.link(partial, warehouse.build)
    finally:
        partial.unlink()
