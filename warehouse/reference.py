"""Reference data of the release as tables: places, units, sites."""

import json
from collections.abc import Iterable
from typing import Any

import duckdb
import pyarrow as pa

from extract.sites.site import Site
from transform.divisions import all_places, place_of
from transform.figures.units import unit_table


def reference_tables(con: duckdb.DuckDBPyConnection, known: Iterable[Site]) -> list[tuple[str, pa.Table]]:
    """(table, its rows) for each table that holds what the project knows by itself, or from a user's files.

    A code that was given a new name has one row, with its last name.
    """
    places = [
        {
            "place_code": place.code,
            "name": place.name,
            "full_name": place.full_name,
            "level": place.level,
            "parent_code": place.parent_code,
            "since": place.since,
            "until": place.until,
        }
        for place in {place.code: place_of(place.code) or place for place in all_places()}.values()
    ]
    units = [
        {
            "unit": unit.canonical,
            "kind": unit.kind,
            "factor": unit.factor,
            "unit_base": unit.base,
            "written": list(unit.forms),
            "example": unit.examples[0] if unit.examples else None,
        }
        for unit in unit_table()
    ]
    sites = [
        {
            "site_id": site.id,
            "name": site.name,
            "hosts": list(site.hosts),
            "place_code": site.place_code,
            "charset_hint": site.charset_hint,
            "family": site.family,
            "lag_days": site.lag_days,
            "has_rules": bool(site.rules),
            "expectations": _json(site.expect.as_table()),
        }
        for site in known
    ]
    return [
        (name, arrow_like(con, name, rows))
        for name, rows in (("core.place", places), ("core.unit", units), ("core.site", sites))
    ]


def _json(table: dict[str, Any]) -> str | None:
    return json.dumps(table, ensure_ascii=False) if table else None


def arrow_like(con: duckdb.DuckDBPyConnection, table: str, rows: list[dict[str, Any]]) -> pa.Table:
    """Rows as an Arrow table with the types of a warehouse table, whose schema stands in SQL alone."""
    return pa.Table.from_pylist(rows, schema=con.table(table).limit(0).to_arrow_table().schema)
