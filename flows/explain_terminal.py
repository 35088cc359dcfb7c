"""A view on the terminal. Damage and repair stand in ‹ ›, so that they are seen without colours too."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from flows.console import printable, visible
from flows.explain_view import Card, Facts, Grid, Line, Mark, Part, Passage, Prose, Say, View

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
_BRACKETED = {Mark.DAMAGED, Mark.MENDED}


def print_view(view: View, console: Console) -> None:
    """Print all sections."""
    for section in view.sections:
        console.print()
        console.rule(Text(printable(section.title), style="bold"), align="left")
        for part in section.parts:
            _print_part(part, console)


def _print_part(part: Part, console: Console) -> None:
    match part:
        case Say():
            _print_line(_text(part.text), console)
        case Facts():
            _print_facts(part, console)
        case Grid():
            _print_grid(part, console)
        case Passage():
            _print_passage(part, console)
        case Prose():
            for paragraph in part.paragraphs:
                _print_line(_text(paragraph), console)
        case Card():
            _print_line(_text(part.sentence), console)
            facts = " · ".join(f"{name} {value}" for name, value in part.facts)
            line = Text(f"  {visible(part.surface)}  ", style="bold yellow")
            _print_line(line + Text(visible(facts), style="dim"), console)


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


def _print_passage(passage: Passage, console: Console) -> None:
    _print_line(Text(passage.where, style="dim"), console)
    _print_line(Text("  − ", style="red") + _text(passage.before), console)
    _print_line(Text("  + ", style="green") + _text(passage.after), console)
    for edits in passage.edits:
        line = Text(f"    {edits.kind} {edits.confidence:.2f}: ", style="dim")
        for number, place in enumerate(edits.places):
            line.append(" · " if number else "", style="dim")
            line.append_text(_text(place))
        _print_line(line, console)


def _print_line(line: Text, console: Console) -> None:
    """Text as it is: the terminal wraps it; where it is searched or copied nothing is cut."""
    console.print(line, soft_wrap=True)


def _text(line: Line) -> Text:
    text = Text()
    for run in line:
        shown = visible(run.text)
        text.append(f"‹{shown}›" if run.mark in _BRACKETED else shown, style=STYLES[run.mark] or None)
    return text
