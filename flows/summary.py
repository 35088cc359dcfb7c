"""What a run did, for a person and for a program."""

import json

from msgspec import Struct
from msgspec.structs import asdict
from rich.console import Console
from rich.table import Table
from rich.text import Text

QUESTIONS = (
    "select title, published_at, site from articles order by published_at desc limit 10",
    "select place_name, subject, surface, period_text from statistics where unit = '人' limit 10",
    "select reason, count(*) from rejections group by all",
)


class Summary(Struct, frozen=True, kw_only=True):
    """The counts of one run, and what the warehouse holds after it."""

    run_id: str
    warehouse: str
    seconds: float
    pages: int
    already_loaded: int
    articles: int
    rejections: int
    rejected_in_all: int
    """Rejections of this run and pages of it that were rejected when they were loaded."""
    reasons: dict[str, int]
    first_rejections: list[str]
    repairs: dict[str, int]
    figures: dict[str, int]
    totals: dict[str, int]


def summary_json(summary: Summary) -> str:
    """The summary as one JSON object."""
    return json.dumps(asdict(summary), ensure_ascii=False)


def print_summary(summary: Summary, console: Console, program: str = "jianbao") -> None:
    """The summary as people like to read it, with what to do next; `program` is how they call the command."""
    console.print()
    console.print(f"[bold]{_count(summary.pages, 'page')}[/] in {summary.seconds:.1f} s", highlight=False)
    table = Table(box=None, show_header=False, padding=(0, 2))
    table.add_column(justify="right", style="bold")
    table.add_column()
    table.add_column(style="dim", overflow="fold")
    if summary.already_loaded:
        table.add_row(f"{summary.already_loaded:,}", "already loaded", "nothing changed for them")
    table.add_row(f"{summary.articles:,}", "article" if summary.articles == 1 else "articles", "")
    table.add_row(f"{summary.rejections:,}", "rejected", _breakdown(summary.reasons))
    table.add_row(f"{sum(summary.repairs.values()):,}", "repairs", _breakdown(summary.repairs))
    table.add_row(f"{sum(summary.figures.values()):,}", "figures", _breakdown(summary.figures))
    console.print(table)
    for line in summary.first_rejections:
        console.print(Text(f"  ✗ {line}", style="dim"), soft_wrap=True)
    if summary.rejections > len(summary.first_rejections):
        console.print("  … the rest stands in the view rejections", style="dim")
    held = ", ".join(_count(n, name.removesuffix("s")) for name, n in summary.totals.items())
    console.print(f"\nThe warehouse holds {held}:", highlight=False)
    console.print(f"  {summary.warehouse}", style="bold", highlight=False, soft_wrap=True)
    console.print("\nTry:", highlight=False)
    option = "" if summary.warehouse == "jianbao.duckdb" else f" --warehouse {summary.warehouse}"
    for question in QUESTIONS:
        line = f'  {program} query{option} "{question}"'
        console.print(line, style="cyan", highlight=False, soft_wrap=True)


def _count(n: int, noun: str) -> str:
    return f"{n:,} {noun}{'' if n == 1 else 's'}"


def _breakdown(counts: dict[str, int]) -> str:
    return " · ".join(f"{name} {n:,}" for name, n in counts.items())
