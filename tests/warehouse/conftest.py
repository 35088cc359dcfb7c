"""What tests of the warehouse share."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from warehouse.connect import open_to_write
from warehouse.migrate import migrate


@pytest.fixture
def con(tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """An empty warehouse, open to write."""
    with open_to_write(tmp_path / "w.build") as connection:
        migrate(connection)
        yield connection
