"""Bringing a warehouse file to the schema of this release: numbered, hashed, all or nothing."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from hashlib import sha256

import duckdb

from extract.errors import RunError
from extract.sites.registry import known_sites
from extract.sites.site import Site
from warehouse.reference import reference_tables
from warehouse.sql import query, statements


def migrate(con: duckdb.DuckDBPyConnection, sites: Iterable[Site] | None = None) -> None:
    """Apply what the file lacks, in one transaction with its record.

    `sites` are the known sites, where a user has more than those of the project.
    Raises RunError for a file that is no warehouse, was made by a newer release, or whose migrations differ.
    """
    con.execute("begin")
    try:
        _refuse_strangers(con)
        con.execute(statements("migrations")["0000_ledger"])
        applied = dict(con.execute("select name, sha256 from ops.schema_part").fetchall())
        changed = _apply_migrations(con, applied)
        _apply_views(con, applied, again=changed)
        _apply_reference(con, applied, known_sites().by_id.values() if sites is None else sites)
    except BaseException:
        con.execute("rollback")
        raise
    con.execute("commit")


def _refuse_strangers(con: duckdb.DuckDBPyConnection) -> None:
    tables = {f"{schema}.{name}" for schema, name, *_ in con.execute(query("tables")).fetchall()}
    if tables and "ops.schema_part" not in tables:
        ((file,),) = con.execute(query("file")).fetchall()
        raise RunError(f"{file} is no Jianbao warehouse: it holds {min(tables)}.")


def _apply_migrations(con: duckdb.DuckDBPyConnection, applied: dict[str, str]) -> bool:
    migrations = statements("migrations")
    if unknown := sorted(name for name in applied if re.match(r"\d{4}_", name) and name not in migrations):
        raise RunError(f"The warehouse was made by a newer release: it has the migration {unknown[-1]}.")
    changed = False
    for name, text in migrations.items():
        digest = sha256(text.encode()).hexdigest()
        if name in applied:
            if applied[name] != digest:
                raise RunError(f"The warehouse has another migration {name} than this release.")
            continue
        if name != "0000_ledger":
            con.execute(text)
        _record(con, name, digest)
        changed = True
    return changed


def _apply_views(con: duckdb.DuckDBPyConnection, applied: dict[str, str], *, again: bool) -> None:
    """Views hold no rows, so all are made anew whenever one differs, each upon those before it."""
    views = statements("views")
    digest = sha256("".join(views.values()).encode()).hexdigest()
    if applied.get("views") == digest and not again:
        return
    for text in views.values():
        con.execute(text)
        _comment_columns(con, text)
    _record(con, "views", digest)


def _comment_columns(con: duckdb.DuckDBPyConnection, view_sql: str) -> None:
    """Give a view's columns the comments of the tables that its head names, where it has none of its own."""
    view = _find(r"create or replace view main\.(\w+)", view_sql)
    for origin in _find(r"-- columns as in: (.*)", view_sql).split(", "):
        schema, table = origin.split(".")
        values = {"schema": schema, "table": table, "view": view}
        for column, comment in con.execute(query("columns_to_comment"), values).fetchall():
            text = comment.replace("'", "''")
            con.execute(f"""comment on column main.{view}."{column}" is '{text}'""")


def _find(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    if found is None:
        raise RunError(f"A view's file lacks {pattern!r}.")
    return found[1]


def _apply_reference(con: duckdb.DuckDBPyConnection, applied: dict[str, str], sites: Iterable[Site]) -> None:
    """Places and units of this release and the known sites, where they differ from what the file holds."""
    tables = reference_tables(con, sites)
    digest = sha256(repr([(name, table.to_pylist()) for name, table in tables]).encode()).hexdigest()
    if applied.get("reference") == digest:
        return
    for name, table in tables:
        con.register("reference", table)
        con.execute(f"truncate {name}")
        con.execute(f"insert into {name} by name select * from reference")
        con.unregister("reference")
    _record(con, "reference", digest)


def _record(con: duckdb.DuckDBPyConnection, name: str, digest: str) -> None:
    con.execute("delete from ops.schema_part where name = ?", [name])
    con.execute("insert into ops.schema_part values (?, ?, ?)", [name, digest, datetime.now(UTC)])
