"""One page through every stage, to be read by a person: what is shown, made from the page's trace."""

from collections.abc import Iterable

from msgspec.structs import replace

from extract.rejection import Rejection
from extract.sites.rules import Rule
from extract.sites.site import Site
from flows.explain_codec import show_decoding
from flows.explain_edits import show_flags, show_repairs
from flows.explain_figures import Span, show_body, show_figure
from flows.explain_view import Facts, Grid, Say, Section, View, line
from transform.article import Article
from transform.maintext.blocks import Choice
from transform.maintext.rules import Ruled
from transform.page import Trace

SHOWN = 100
"""Characters of a block."""


def explain_page(trace: Trace, site: Site | None = None, asked: Span | None = None) -> View:
    """Every stage as far as the page got, and what it gave; `asked` is the place of a figure in the body."""
    sections = [_show_page(trace)]
    if trace.decoded:
        sections.append(Section("Bytes → text", show_decoding(trace.page, trace.decoded, site)))
    ruled = trace.document.ruled if trace.document else None
    if ruled:
        notes = trace.main.notes if trace.main else ()
        sections.append(Section("The site's rules", (_show_rules(ruled, notes),)))
    if trace.main:
        kept, dropped = trace.main.kept, trace.main.dropped
        stripped = ruled.stripped if ruled else ()
        sections.append(Section(f"Blocks kept ({len(kept)})", (_show_choices(kept),)))
        count = len(dropped) + len(stripped)
        sections.append(Section(f"Blocks dropped ({count})", (_show_choices(dropped, stripped),)))
    if isinstance(trace.outcome, Rejection):
        why = f": {trace.outcome.detail}" if trace.outcome.detail else ""
        said = Say(line(f"at {trace.outcome.stage}, {trace.outcome.reason}{why}"))
        sections.append(Section("Rejected", (said,)))
    else:
        evidence = dict(trace.metadata.evidence) if trace.metadata else {}
        sections += _show_article(trace.outcome, evidence, asked)
    return View(trace.page.source, tuple(sections))


def _show_article(article: Article, evidence: dict[str, str], asked: Span | None) -> list[Section]:
    cards = tuple(
        show_figure(number, figure, article.body, asked) for number, figure in enumerate(article.figures)
    )
    sections = [Section(f"Repairs ({len(article.repairs)})", show_repairs(article))]
    if article.flags:
        sections.append(Section(f"Flags ({len(article.flags)})", show_flags(article)))
    sections += [
        Section("Metadata", (_show_metadata(article, evidence),)),
        Section("Body", (show_body(article.body, article.figures, asked),)),
        Section(f"Figures ({len(cards)})", cards),
    ]
    wanted = [
        replace(card, name=f"asked-{card.name}")
        for card, figure in zip(cards, article.figures, strict=True)
        if (figure.start, figure.end) == asked
    ]
    if wanted:
        sections.append(Section("The figure asked for", tuple(wanted)))
    return sections


def _show_page(trace: Trace) -> Section:
    page = trace.page
    facts = {
        "source": page.source,
        "address": page.url,
        "seen on": page.seen_on.isoformat() if page.seen_on else None,
        "content type": page.content_type,
        "bytes": f"{len(page.body):,}",
        "sha256": page.page_id,
        "site memory": getattr(trace.outcome, "site_memory", None),
    }
    return Section("Page", (Facts(tuple((name, line(value), "") for name, value in facts.items())),))


def _show_choices(choices: Iterable[Choice], stripped: Iterable[tuple[str, Rule]] = ()) -> Grid:
    """Blocks with the reason why they are kept or not, and elements that a rule took out before."""
    rows = [
        (
            line(_cut(choice.reason)),
            line(f"{choice.block.kind} <{choice.block.tag}>"),
            line(_cut(choice.block.text)),
        )
        for choice in choices
    ]
    rows += [
        (line(f"stripped by the site's rule {_cut(str(rule))}"), line("element"), line(_cut(text)))
        for text, rule in stripped
    ]
    return Grid(("why", "what", "begins"), tuple(rows))


def _show_rules(ruled: Ruled, more: Iterable[str]) -> Facts:
    """Which rules are in force, what each read, and which did not act."""
    rows = [("in force", line(ruled.rules.period), "")]
    if ruled.body:
        rows.append(("body", line(ruled.body), ""))
    for name, reading in ruled.fields.items():
        read = " | ".join(_cut(text) for text in reading.texts)
        rows.append((name, line(reading.rule), read))
    for note in (*ruled.notes, *more):
        name, _, said = note.partition(": ")
        rows.append((name if said else "", line(said or name), ""))
    return Facts(tuple(rows))


def _show_metadata(article: Article, evidence: dict[str, str]) -> Facts:
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
        "language": article.language,
    }
    return Facts(tuple((name, line(value), evidence.get(name, "")) for name, value in facts.items()))


def _cut(text: str) -> str:
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"
