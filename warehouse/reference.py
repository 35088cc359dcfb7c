"""Reference data of the release as tables: places, units, sites."""

from dataclasses import asdict
from typing import Any

import duckdb
import pyarrow as pa

from extract.sites.site import known_sites
from transform.figures.units import unit_table
from transform.places import all_places, place_of


def reference_tables(con: duckdb.DuckDBPyConnection) -> list[tuple[str, pa.Table]]:
    """(table, its rows) for each table that holds what the project knows by itself.

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
        {"site_id": site.id, **{k: v for k, v in asdict(site).items() if k != "id"}} for site in known_sites()
    ]
    return [
        (name, arrow_like(con, name, rows))
        for name, rows in (("core.place", places), ("core.unit", units), ("core.site", sites))
    ]


def arrow_like(con: duckdb.DuckDBPyConnection, table: str, rows: list[dict[str, Any]]) -> pa.Table:
    """Rows as an Arrow table with the types of a warehouse table, whose schema stands in SQL alone."""
    return pa.Table.from_pylist(rows, schema=con.table(table).limit(0).to_arrow_table().schema)
