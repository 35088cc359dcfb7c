"""One page through every stage, to be read by a person."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from extract.rejection import Rejection
from extract.sites.rules import Rule
from flows.console import CONTROL, printable
from transform.article import Article
from transform.figures.figure import Figure
from transform.maintext.blocks import Choice
from transform.maintext.rules import Ruled
from transform.page import Trace
from transform.record import plain_number
from transform.repair.edits import Edit

AROUND = 12
"""Characters shown on either side of an edit."""
SHOWN = 60
REASON = 40
"""Columns for why a block was kept or dropped."""


def print_trace(trace: Trace, console: Console) -> None:
    """Every stage as far as the page got, and what it gave."""
    page = trace.page
    _head("Page", console)
    _facts(
        {"source": page.source, "address": page.url, "bytes": f"{len(page.body):,}", "sha256": page.page_id},
        console,
    )
    if trace.decoded:
        decoding = trace.decoded.decoding
        _head("Bytes → text", console)
        lost = f", {decoding.replaced} characters lost" if decoding.replaced else ""
        _say(
            f"{len(trace.decoded.text):,} characters, read as {decoding.codec}, by {decoding.evidence}{lost}",
            console,
        )
    if trace.document and trace.document.ruled:
        _head("The site's rules", console)
        _print_rules(trace.document.ruled, trace.main.notes if trace.main else (), console)
    if trace.main:
        _head(f"Blocks kept ({len(trace.main.kept)})", console)
        _print_choices(trace.main.kept, console)
        stripped = trace.document.ruled.stripped if trace.document and trace.document.ruled else ()
        _head(f"Blocks dropped ({len(trace.main.dropped) + len(stripped)})", console)
        _print_choices(trace.main.dropped, console)
        _print_stripped(stripped, console)
    if isinstance(trace.outcome, Rejection):
        _head("Rejected", console)
        why = f": {trace.outcome.detail}" if trace.outcome.detail else ""
        _say(f"at {trace.outcome.stage}, {trace.outcome.reason}{why}", console)
        return
    article = trace.outcome
    _head(f"Repairs ({len(article.repairs)})", console)
    _print_edits(article.body_as_found, article.repairs, console)
    if article.flags:
        _say("Flags: " + ", ".join(article.flags), console)
    _head("Metadata", console)
    _print_metadata(article, dict(trace.metadata.evidence) if trace.metadata else {}, console)
    _head("Body", console)
    _print_body(article.body, article.figures, console)
    _head(f"Figures ({len(article.figures)})", console)
    for figure in article.figures:
        print_figure(figure, console)


def print_figure(figure: Figure, console: Console) -> None:
    """A figure in its sentence, with the fields that are known."""
    sentence = Text(printable(figure.sentence))
    sentence.highlight_words([figure.surface], "bold yellow")
    console.print(sentence)
    number = {
        "value": plain_number(figure.value) if figure.value is not None else None,
        "min": plain_number(figure.value_min) if figure.value_min is not None else None,
        "max": plain_number(figure.value_max) if figure.value_max is not None else None,
        "unit": figure.unit,
        "currency": figure.currency,
        "per": figure.per,
    }
    days = f"{figure.period_start} … {figure.period_end} ({figure.period_how})"
    place = f"{figure.place_name or figure.place_code} ({figure.place_how})"
    facts = {
        "subject": figure.subject,
        **number,
        "is": f"{figure.role}, {figure.kind}, {figure.qualifier}, {figure.status}",
        "change": figure.compare_kind,
        "basis": figure.basis,
        "period": days if figure.period_start else None,
        "place": place if figure.place_how else None,
        "group": f"{figure.group_role} of {figure.group_id}" if figure.group_id else None,
        "sure": f"{figure.confidence:.2f}",
    }
    line = " · ".join(f"{name} {value}" for name, value in facts.items() if value is not None)
    console.print(Text(f"  {figure.surface}  ", style="bold yellow") + Text(line, style="dim"))


def _print_choices(choices: Iterable[Choice], console: Console) -> None:
    table = Table(box=None, show_header=False, padding=(0, 1))
    table.add_column(style="cyan", overflow="fold", max_width=REASON)
    table.add_column(style="dim", no_wrap=True)
    table.add_column()
    for choice in choices:
        table.add_row(choice.reason, f"{choice.block.kind} <{choice.block.tag}>", _short(choice.block.text))
    console.print(table)


def _print_rules(ruled: Ruled, more: Iterable[str], console: Console) -> None:
    """Which rules are in force, what each read, and which did not act."""
    table = Table(box=None, show_header=False, padding=(0, 1))
    for _ in range(3):
        table.add_column(overflow="fold")
    table.add_row(Text("in force", style="cyan"), Text(ruled.rules.period), Text())
    if ruled.body:
        table.add_row(Text("body", style="cyan"), Text(printable(str(ruled.body))), Text())
    for name, reading in ruled.fields.items():
        read = " | ".join(_short(text).plain for text in reading.texts)
        table.add_row(Text(name, style="cyan"), Text(printable(str(reading.rule))), Text(read))
    for note in (*ruled.notes, *more):
        name, _, said = printable(note).partition(": ")
        table.add_row(Text(name if said else "", style="dim"), Text(said or name, style="dim"), Text())
    console.print(table)


def _print_stripped(stripped: Iterable[tuple[str, Rule]], console: Console) -> None:
    """Elements that a rule took out before there were blocks."""
    table = Table(box=None, show_header=False, padding=(0, 1))
    table.add_column(style="cyan", overflow="fold", max_width=REASON)
    table.add_column()
    for text, rule in stripped:
        table.add_row(Text(f"stripped by the site's rule {printable(str(rule))}"), _short(text))
    console.print(table)


def _print_edits(found: str, edits: Sequence[Edit], console: Console) -> None:
    """One edit a line, in its surroundings: ‹before›→‹after›."""
    for edit in edits:
        line = Text(f"{edit.kind:18} {edit.confidence:.2f}  ", style="dim")
        line.append(_one_line(found[max(0, edit.start - AROUND) : edit.start]), style="default")
        line.append(f"‹{_one_line(edit.before)}›", style="red")
        line.append(f"→‹{_one_line(edit.after)}›", style="bold green")
        line.append(_one_line(found[edit.end : edit.end + AROUND]), style="default")
        console.print(line)


def _one_line(text: str) -> str:
    return printable(text).replace("\n", "⏎")


def _print_metadata(article: Article, evidence: dict[str, str], console: Console) -> None:
    place = f"{article.place_name} {article.place_code}" if article.place_code else None
    facts = {
        "title": article.title,
        "published": f"{article.published} ({article.published_how})" if article.published else None,
        "source_name": article.source_name,
        "authors": "、".join(article.authors) or None,
        "editors": "、".join(article.editors) or None,
        "site": article.site,
        "place_code": place,
        "canonical_url": article.canonical_url,
        "original_url": article.original_url,
        "script": article.script,
    }
    _facts(facts, console, evidence)


def _print_body(body: str, figures: Iterable[Figure], console: Console) -> None:
    text = Text(CONTROL.sub(" ", body))  # figures count in it
    for figure in figures:
        text.stylize("bold yellow" if figure.role == "statistic" else "yellow", figure.start, figure.end)
    console.print(text)


def _facts(facts: dict[str, str | None], console: Console, evidence: dict[str, str] | None = None) -> None:
    table = Table(box=None, show_header=False, padding=(0, 1))
    table.add_column(style="cyan", no_wrap=True)
    table.add_column(overflow="fold")
    table.add_column(style="dim", overflow="fold")
    for name, value in facts.items():
        table.add_row(
            name,
            Text("∅" if value is None else printable(value)),
            Text(printable((evidence or {}).get(name, ""))),
        )
    console.print(table)


def _head(title: str, console: Console) -> None:
    console.print()
    console.rule(Text(title, style="bold"), align="left")


def _say(sentence: str, console: Console) -> None:
    console.print(Text(sentence))


def _short(text: str) -> Text:
    return Text(printable(text if len(text) <= SHOWN else text[:SHOWN] + "…"))
