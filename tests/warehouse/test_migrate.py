from pathlib import Path

import duckdb
import pytest

from extract.errors import RunError
from warehouse import migrate as module
from warehouse.connect import open_to_write
from warehouse.migrate import migrate
from warehouse.sql import statements


def migrated(file: Path) -> None:
    with open_to_write(file) as con:
        migrate(con)


def test_every_view_of_the_contract_answers_and_every_column_is_commented(tmp_path: Path) -> None:
    with open_to_write(tmp_path / "w") as con:
        migrate(con)
        views = {
            name
            for (name,) in con.execute("select view_name from duckdb_views() where not internal").fetchall()
        }
        wanted = (
            "articles article_revisions figures statistics repairs rejections places units sites runs pages"
        )
        assert views == set(wanted.split())
        for view in views:
            con.execute(f"from {view}").fetchall()
        assert con.execute(statements("checks")["columns_commented"]).fetchall() == []
        assert con.execute("select count(*) from places").fetchone() > (3000,)
        assert con.execute("select count(*) from units").fetchone() > (30,)


def test_migrating_again_changes_nothing(tmp_path: Path) -> None:
    migrated(tmp_path / "w")
    with open_to_write(tmp_path / "w") as con:
        before = con.execute("from ops.schema_part order by name").fetchall()
        migrate(con)
        assert con.execute("from ops.schema_part order by name").fetchall() == before


def test_foreign_database_is_refused(tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / "w")) as con:
        con.execute("create table cats (name varchar)")
    with pytest.raises(RunError, match=r"no Jianbao warehouse: it holds main\.cats"):
        migrated(tmp_path / "w")


def test_newer_warehouse_is_refused(tmp_path: Path) -> None:
    migrated(tmp_path / "w")
    with duckdb.connect(str(tmp_path / "w")) as con:
        con.execute("insert into ops.schema_part values ('9999_future', 'x', now())")
    with pytest.raises(RunError, match="newer release"):
        migrated(tmp_path / "w")


def test_failed_migration_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    migrated(tmp_path / "w")
    parts = dict(statements("migrations")) | {
        "0002_broken": "create table core.half (x integer); select nonsense;"
    }
    monkeypatch.setattr(
        module, "statements", lambda folder: parts if folder == "migrations" else statements(folder)
    )
    with pytest.raises(duckdb.Error):
        migrated(tmp_path / "w")
    monkeypatch.undo()
    with open_to_write(tmp_path / "w") as con:
        migrate(con)
        assert con.execute("select count(*) from duckdb_tables() where table_name = 'half'").fetchone() == (
            0,
        )
