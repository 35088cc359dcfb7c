"""A view on the terminal. Damage and repair stand in ‹ ›, so that they are seen without colours too."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from flows.console import printable, visible
from flows.explain_view import Card, Facts, Grid, Line, Mark, Passage, Prose, Say, View

STYLES = {
    Mark.PLAIN: "",
    Mark.DAMAGED: "red",
    Mark.MENDED: "bold green",
    Mark.CONVERTED: "cyan",
    Mark.LOST: "bold red",
    Mark.STATISTIC: "bold yellow",
    Mark.FIGURE: "yellow",
    Mark.ASKED: "bold reverse yellow",
    Mark.STRONG: "bold",
}
TOGETHER = 100
"""Lines printed in one call."""
_BRACKETED = {Mark.DAMAGED, Mark.MENDED}


def print_view(view: View, console: Console) -> None:
    """Print all sections."""
    for section in view.sections:
        console.print()
        console.rule(Text(printable(section.title), style="bold"), align="left")
        waiting: list[Text] = []
        for part in section.parts:
            if isinstance(part, Facts | Grid):
                _print_lines(waiting, console)
                waiting = []
                _print_table(part, console)
            else:
                waiting += _lines(part)
        _print_lines(waiting, console)


def _print_lines(lines: list[Text], console: Console) -> None:
    """Text as it is, many lines in one call: the terminal wraps it; where it is searched nothing is cut."""
    for some in range(0, len(lines), TOGETHER):
        console.print(Text("\n").join(lines[some : some + TOGETHER]), soft_wrap=True)


def _lines(part: Say | Passage | Prose | Card) -> list[Text]:
    match part:
        case Say():
            return [_text(part.text)]
        case Passage():
            return _passage(part)
        case Prose():
            return [_text(paragraph) for paragraph in part.paragraphs]
        case Card():
            facts = " · ".join(f"{name} {value}" for name, value in part.facts)
            line = Text(f"  {visible(part.surface)}  ", style="bold yellow")
            return [_text(part.sentence), Text.assemble(line, (visible(facts), "dim"))]


def _print_table(part: Facts | Grid, console: Console) -> None:
    if isinstance(part, Facts):
        _print_facts(part, console)
    else:
        _print_grid(part, console)


def _print_facts(facts: Facts, console: Console) -> None:
    table = Table(box=None, show_header=False, padding=(0, 1))
    table.add_column(style="cyan", no_wrap=True)
    table.add_column(overflow="fold")
    table.add_column(style="dim", overflow="fold")
    for name, value, evidence in facts.rows:
        table.add_row(Text(visible(name)), _text(value), Text(visible(evidence)))
    console.print(table)


def _print_grid(grid: Grid, console: Console) -> None:
    if grid.caption:
        console.print(Text(visible(grid.caption) + ":", style="dim"))
    table = Table(box=None, padding=(0, 1), header_style="dim")
    for number, name in enumerate(grid.columns):
        table.add_column(Text(name), overflow="fold", style="" if number else "cyan")
    for row in grid.rows:
        table.add_row(*map(_text, row))
    if grid.rows:
        console.print(table)


def _passage(passage: Passage) -> list[Text]:
    lines = [
        Text(passage.where, style="dim"),
        Text("  − ", style="red") + _text(passage.before),
        Text("  + ", style="green") + _text(passage.after),
    ]
    for edits in passage.edits:
        line = Text(f"    {edits.kind} {edits.confidence:.2f}: ", style="dim")
        for number, place in enumerate(edits.places):
            line.append(" · " if number else "", style="dim")
            line.append_text(_text(place))
        lines.append(line)
    return lines


def _text(line: Line) -> Text:
    text = Text()
    for run in line:
        shown = visible(run.text)
        text.append(f"‹{shown}›" if run.mark in _BRACKETED else shown, style=STYLES[run.mark] or None)
    return text
