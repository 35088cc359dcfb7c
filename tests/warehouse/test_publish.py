"""One writer, many readers, and a snapshot between them."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.errors import LockedError, RunError, UsageError
from warehouse.build import restore_build
from warehouse.connect import Warehouse, open_to_read, open_to_write
from warehouse.migrate import migrate
from warehouse.publish import publish
from warehouse.query import ask

HOLD = "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('held', flush=True); sys.stdin.read()"


@pytest.fixture
def warehouse(tmp_path: Path) -> Warehouse:
    made = Warehouse(tmp_path / "news.duckdb")
    with open_to_write(made.build) as con:
        migrate(con)
        publish(con, made)
    return made


@pytest.fixture
def holder(warehouse: Warehouse) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(warehouse.build)], stdin=-1, stdout=-1, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.communicate("")


def test_second_writer_is_told_who_holds_the_file(
    warehouse: Warehouse, holder: subprocess.Popen[str]
) -> None:
    with (
        pytest.raises(LockedError, match=f"locked by process {holder.pid}") as caught,
        open_to_write(warehouse.build),
    ):
        pass
    assert caught.value.pid == holder.pid


def test_readers_read_while_the_build_file_is_held(
    warehouse: Warehouse, holder: subprocess.Popen[str]
) -> None:
    with open_to_read(warehouse) as con:
        assert con.execute("select count(*) from articles").fetchone() == (0,)


def test_reader_of_the_old_snapshot_reads_on_when_a_new_one_is_published(warehouse: Warehouse) -> None:
    with open_to_read(warehouse) as reader:
        with open_to_write(warehouse.build) as con:
            con.execute("insert into core.site (site_id, name, hosts) values ('x_y', 'Y', ['y.example'])")
            publish(con, warehouse)
        assert reader.execute("select count(*) from sites where site_id = 'x_y'").fetchone() == (0,)
    with open_to_read(warehouse) as reader:
        assert reader.execute("select count(*) from sites where site_id = 'x_y'").fetchone() == (1,)
    assert sorted(file.name for file in warehouse.snapshot.parent.iterdir()) == [
        "news.duckdb",
        "news.duckdb.build",
    ]


def test_snapshot_has_the_comments(warehouse: Warehouse) -> None:
    with open_to_read(warehouse) as con:
        found = con.execute("select count(*) from duckdb_columns() where not internal and comment is null")
        assert found.fetchone() == (0,)


def test_lost_build_file_begins_again_from_the_snapshot(warehouse: Warehouse) -> None:
    warehouse.build.unlink()
    restore_build(warehouse)
    with open_to_write(warehouse.build) as con:
        migrate(con)
        assert con.execute("select count(*) from ops.run").fetchone() == (0,)


@pytest.mark.parametrize(
    "sql",
    [
        "select * from read_text('/etc/hostname')",
        "copy articles to '/tmp/out.csv'",
        "attach '/tmp/other.db'",
        "install httpfs",
        "set enable_external_access = true",
        "create table x (y integer)",
        "delete from core.article",
        "select * from nowhere",
        "selekt 1",
    ],
)
def test_query_can_do_nothing_but_read(warehouse: Warehouse, sql: str) -> None:
    with open_to_read(warehouse) as con, pytest.raises(UsageError) as caught:
        ask(con, sql)
    assert "\n" not in str(caught.value)


def test_query_that_takes_too_long_is_stopped(warehouse: Warehouse) -> None:
    with open_to_read(warehouse) as con, pytest.raises(RunError, match="longer than"):
        ask(
            con,
            "select count(*) from range(1e9::bigint) a, range(1e9::bigint) b where a.range < b.range",
            seconds=0.3,
        )


def test_missing_warehouse_and_other_files_are_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no warehouse"), open_to_read(Warehouse(tmp_path / "none.duckdb")):
        pass
    (tmp_path / "text.duckdb").write_text("not a database at all, but long enough to look into" * 100)
    with pytest.raises(RunError, match="cannot be opened"), open_to_read(Warehouse(tmp_path / "text.duckdb")):
        pass
