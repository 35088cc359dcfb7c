"""A view as a page of its own: no script, nothing fetched, every text escaped."""

from functools import cache
from html import escape
from importlib.resources import files
from string import Template

from flows.console import visible
from flows.explain_view import Card, Facts, Grid, Line, Mark, Part, Passage, Prose, Run, Say, Section, View

ELEMENTS = {Mark.DAMAGED: "del", Mark.MENDED: "ins", Mark.STRONG: "strong"}
"""Other marks are `<mark>` with a class."""
_FIGURES = (Mark.STATISTIC, Mark.FIGURE, Mark.ASKED)


def html_page(view: View) -> str:
    """The whole document."""
    named = [(f"section-{number}", section) for number, section in enumerate(view.sections, 1)]
    links = "\n".join(f'<li><a href="#{name}">{_escape(section.title)}</a></li>' for name, section in named)
    sections = "\n".join(_section(name, section) for name, section in named)
    return _template().substitute(title=_escape(view.title), links=links, sections=sections)


@cache
def _template() -> Template:
    return Template(files("flows").joinpath("explain_page.html").read_text(encoding="utf-8"))


def _section(name: str, section: Section) -> str:
    parts: list[str] = []
    cards: list[Card] = []
    for part in section.parts:
        if isinstance(part, Card):
            cards.append(part)
        else:
            parts.append(_part(part))
    if cards:
        parts.append(_cards(cards))
    title = f'<h2 id="{name}-title">{_escape(section.title)}</h2>'
    body = "\n".join(parts)
    return f'<section id="{name}" aria-labelledby="{name}-title">\n{title}\n{body}\n</section>'


def _part(part: Part) -> str:
    match part:
        case Say():
            return f"<p>{_line(part.text)}</p>"
        case Facts():
            return _facts(part)
        case Grid():
            return _grid(part)
        case Passage():
            return _passage(part)
        case Prose():
            paragraphs = "\n".join(f"<p>{_line(paragraph)}</p>" for paragraph in part.paragraphs)
            return f'<div class="prose" lang="zh">\n{paragraphs}\n</div>'
        case Card():
            return _cards([part])


def _facts(facts: Facts) -> str:
    rows = "\n".join(
        f'<tr><th scope="row">{_escape(name)}</th><td>{_line(value)}</td>'
        f'<td class="evidence">{_escape(evidence)}</td></tr>'
        for name, value, evidence in facts.rows
    )
    return f'<table class="facts">\n{rows}\n</table>'


def _grid(grid: Grid) -> str:
    if not grid.rows:
        return ""
    caption = f"<caption>{_escape(grid.caption)}</caption>\n" if grid.caption else ""
    head = "".join(f'<th scope="col">{_escape(name)}</th>' for name in grid.columns)
    rows = "\n".join(
        "<tr>" + "".join(f"<td>{_line(cell)}</td>" for cell in row) + "</tr>" for row in grid.rows
    )
    return _table(caption, head, rows)


def _passage(passage: Passage) -> str:
    groups = "\n".join(
        f"<li>{_escape(edits.kind)} {edits.confidence:.2f}: "
        + " · ".join(f'<span class="edit">{_line(place)}</span>' for place in edits.places)
        + "</li>"
        for edits in passage.edits
    )
    return (
        f'<div class="passage">\n<h3>{_escape(passage.where)}</h3>\n<dl>\n'
        f'<dt>as found</dt><dd lang="zh">{_line(passage.before)}</dd>\n'
        f'<dt>repaired</dt><dd lang="zh">{_line(passage.after)}</dd>\n</dl>\n<ul>\n{groups}\n</ul>\n</div>'
    )


def _cards(cards: list[Card]) -> str:
    """One table; the fields that many figures share are columns, the rest stands in the last."""
    shown = ("subject", "value", "unit", "is", "period", "place", "sure")
    head = "".join(f'<th scope="col">{name}</th>' for name in ("figure", *shown, "more", "sentence"))
    rows = []
    for card in cards:
        facts = dict(card.facts)
        cells = "".join(f"<td>{_escape(facts.get(name, '∅'))}</td>" for name in shown)
        more = " · ".join(f"{name} {value}" for name, value in card.facts if name not in shown)
        rows.append(
            f'<tr id="{_escape(card.name)}"><th scope="row" lang="zh">{_escape(card.surface)}</th>{cells}'
            f'<td>{_escape(more)}</td><td lang="zh">{_line(card.sentence)}</td></tr>'
        )
    return _table("", head, "\n".join(rows))


def _table(caption: str, head: str, rows: str) -> str:
    body = f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>"
    return f'<div class="wide"><table>\n{caption}{body}</table></div>'


def _line(line: Line) -> str:
    return "".join(map(_run, line))


def _run(run: Run) -> str:
    text = _escape(run.text)
    if run.mark is Mark.PLAIN:
        return text
    note = f' title="{_escape(run.note)}"' if run.note else ""
    if run.target and run.mark in _FIGURES:
        return f'<a class="{run.mark}" href="#{_escape(run.target)}"{note}>{text}</a>'
    element = ELEMENTS.get(run.mark)
    return (
        f"<{element}{note}>{text}</{element}>" if element else f'<mark class="{run.mark}"{note}>{text}</mark>'
    )


def _escape(text: str) -> str:
    return escape(visible(text), quote=True)
