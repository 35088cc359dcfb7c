"""Commands that read the warehouse: query, check, dictionary."""

import sys
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from extract.errors import RunError, UsageError
from flows.commands.options import WarehouseOption
from flows.console import make_console
from flows.settings import load_settings


def query(
    sql: str,
    /,
    *,
    warehouse: WarehouseOption = None,
    to: Annotated[str, Parameter(name="--format", help="table, csv, json or parquet.")] = "table",
    output: Annotated[Path | None, Parameter(help="Write to this file instead of standard output.")] = None,
) -> int:
    """Read-only SQL on the published snapshot.

    Example: jianbao query "select site, count(*) from articles group by all" --format csv

    Parameters
    ----------
    sql
        One statement in DuckDB's SQL. jianbao dictionary tells what there is.
    """
    from warehouse import query as answers
    from warehouse.connect import Warehouse, open_to_read

    if to not in ("table", "csv", "json", "parquet"):
        raise UsageError(f"--format takes table, csv, json or parquet, not {to!r}.")
    if to == "parquet" and output is None and sys.stdout.isatty():
        raise UsageError("Parquet is not for the terminal: name a file with --output.")
    settings = load_settings(warehouse=warehouse)
    with open_to_read(Warehouse(settings.warehouse), settings.query_memory) as con:
        table = answers.ask(con, sql, settings.query_seconds)
    if to == "table" and output is None:
        from flows.tables import WIDE, print_table

        print_table(table, make_console(WIDE))
        return 0
    render = {"csv": answers.to_csv, "table": answers.to_csv, "json": answers.to_json}
    content = answers.to_parquet(table) if to == "parquet" else render[to](table).encode()
    if output is None:
        sys.stdout.buffer.write(content)
        return 0
    try:
        output.write_bytes(content)
    except OSError as error:
        raise RunError(f"{output} cannot be written: {error.strerror}.") from error
    return 0


def check(*, warehouse: WarehouseOption = None) -> int:
    """The warehouse's own laws: prints the rows that break one, exit status 1 if any.

    Example: jianbao check --warehouse jianbao.duckdb
    """
    from flows.tables import WIDE, print_rows
    from warehouse.checks import run_checks
    from warehouse.connect import Warehouse, open_to_read

    console = make_console(WIDE)
    with open_to_read(Warehouse(load_settings(warehouse=warehouse).warehouse)) as con:
        findings = run_checks(con)
    for finding in findings:
        mark = "[red]✗[/]" if finding.rows else "[green]✓[/]"
        console.print(f"{mark} {finding.check}: {finding.law}", highlight=False)
        if finding.rows:
            print_rows(finding.columns, finding.rows, console)
    broken = sum(bool(finding.rows) for finding in findings)
    console.print(f"{len(findings)} laws, {broken} broken." if broken else f"All {len(findings)} laws hold.")
    return int(broken > 0)


def dictionary(*, warehouse: WarehouseOption = None) -> int:
    """The data dictionary: every view, table and column with its meaning, as Markdown.

    Example: jianbao dictionary > dictionary.md
    """
    from warehouse.connect import Warehouse, open_to_read
    from warehouse.dictionary import describe

    with open_to_read(Warehouse(load_settings(warehouse=warehouse).warehouse)) as con:
        sys.stdout.write(describe(con))
    return 0


COMMANDS = (query, check, dictionary)
