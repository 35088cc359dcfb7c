"""Docs that are made from code: settings, data dictionary, and what README shows of the sample pages.

    python -m tools.docs [--check]

With --check nothing is written.
"""

import io
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
from rich.console import Console

from extract.sources import find_sources, read_sources
from flows.settings import describe_settings
from flows.summary import Summary, print_summary
from flows.tables import print_table
from flows.windows import transform_windows
from transform.page import VERSION
from warehouse.connect import open_to_write
from warehouse.dictionary import describe
from warehouse.load import load_batch
from warehouse.migrate import migrate
from warehouse.query import ask
from warehouse.rows import batch_rows
from warehouse.runs import count_all, count_run, first_rejections

ROOT = Path(__file__).parents[1]
SECONDS = 1.7
"""A run's time is not the same twice; this one was measured on two cores."""


@contextmanager
def sample_warehouse() -> Iterator[duckdb.DuckDBPyConnection]:
    """The sample pages loaded as one batch, without Prefect."""
    samples = Path("samples/pages")
    items = list(read_sources(find_sources([str(samples)]), max_bytes=1 << 23, user_agent=""))
    rows = batch_rows(transform_windows(items), VERSION)
    with TemporaryDirectory() as folder, open_to_write(Path(folder) / "samples.duckdb") as con:
        migrate(con)
        load_batch(con, rows, "samples", datetime(2026, 1, 1, tzinfo=UTC))
        yield con


def make_docs() -> dict[str, str]:
    """File name below the project → text."""
    with sample_warehouse() as con:
        readme = (ROOT / "README.md").read_text(encoding="utf-8")
        return {
            "docs/settings.md": describe_settings(),
            "docs/data-dictionary.md": describe(con),
            "README.md": _with_answers(_with_summary(readme, con), con),
        }


def _with_summary(text: str, con: duckdb.DuckDBPyConnection) -> str:
    """What `make run` prints, behind its marker."""
    totals = count_all(con)
    summary = Summary(
        run_id="samples",
        warehouse="jianbao.duckdb",
        seconds=SECONDS,
        already_loaded=0,
        first_rejections=first_rejections(con, "samples"),
        totals=totals,
        **count_run(con, "samples"),
        rejected_in_all=totals["rejections"],
        **{name: totals[name] for name in ("pages", "articles", "rejections")},
    )
    console = Console(file=io.StringIO(), width=110)
    print_summary(summary, console)
    shown = _printed(console)
    return re.sub(r"(?s)(<!-- made by make docs -->\n```\n).*?(```)", lambda m: m[1] + shown + m[2], text)


def _with_answers(text: str, con: duckdb.DuckDBPyConnection) -> str:
    """Every SQL block of a text with its answer in the block that follows."""

    def answer(block: re.Match[str]) -> str:
        console = Console(file=io.StringIO(), width=10_000)
        print_table(ask(con, block[2]), console)
        return f"{block[1]}{block[2]}```\n```\n{_printed(console)}```"

    return re.sub(r"(?s)(```sql\n)(.*?)```\n```\n.*?```", answer, text)


def _printed(console: Console) -> str:
    assert isinstance(console.file, io.StringIO)
    lines = console.file.getvalue().strip("\n").splitlines()
    return "".join(line.rstrip() + "\n" for line in lines)


def main() -> None:
    """Write the docs, or name those that differ."""
    stale = []
    for name, text in make_docs().items():
        file = ROOT / name
        if "--check" not in sys.argv:
            file.write_text(text, encoding="utf-8")
        elif not file.exists() or file.read_text(encoding="utf-8") != text:
            stale.append(name)
    if stale:
        sys.exit(f"{', '.join(stale)} differ from the code: make docs")


if __name__ == "__main__":
    main()
