"""The data dictionary: what the comments in the database say, as Markdown."""

import duckdb

from warehouse.sql import query


def describe(con: duckdb.DuckDBPyConnection) -> str:
    """Every view and table with its columns, types and comments; views first, as analysts need them."""
    columns: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    for schema, table, name, kind, comment in con.execute(query("columns")).fetchall():
        columns.setdefault((schema, table), []).append((name, kind, comment))
    parts = ["# Data dictionary", "", "Made from the comments in the database by `jianbao dictionary`."]
    for schema, name, kind, comment in con.execute(query("tables")).fetchall():
        shown = name if schema == "main" else f"{schema}.{name}"
        parts += ["", f"## {shown} ({kind})", "", comment, "", "| column | type | meaning |", "|---|---|---|"]
        parts += [
            f"| `{column}` | {data_type} | {_cell(text)} |"
            for column, data_type, text in columns[schema, name]
        ]
    return "\n".join(parts) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
