"""A site's rules against its saved pages: every difference is a finding."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from extract.errors import UsageError
from extract.rejection import Rejection
from extract.sites.registry import Sites
from extract.sites.rules import KEYS, ONE, SOME, Rule, Rules
from extract.sites.saved import FIELDS, SavedPage, find_saved, read_saved
from extract.sites.site import Site
from transform.article import Article
from transform.maintext.ruled_blocks import stripped_by
from transform.page import Trace, examine, read_page


class Finding(Struct, frozen=True):
    """One thing that is not as the site's file or a saved page says."""

    site: str
    page: str | None
    """The folder of the saved page. None: of the site as a whole."""
    field: str
    expected: Any
    found: Any


class Checked(Struct, frozen=True):
    """A site's saved pages, read with its rules."""

    site: str
    pages: int
    findings: tuple[Finding, ...]


def check_site(site: Site, sites: Sites) -> Checked:
    """Read every saved page with the site's rules, and say what differs."""
    findings: list[Finding] = []
    traces: list[Trace] = []
    folders = find_saved(site)
    for folder in folders:
        try:
            saved = read_saved(folder)
        except UsageError as error:
            findings.append(Finding(site.id, folder.name, "files", "a saved page", str(error)))
            continue
        named = sites.of_page(saved.page)
        if named is not site:
            host = saved.page.url or saved.page.path
            findings.append(Finding(site.id, saved.slug, "url", f"an address of {site.id}", host))
        trace = examine(read_page(saved.page, site))
        traces.append(trace)
        findings += (
            Finding(site.id, saved.slug, *difference) for difference in _differences(saved, trace.outcome)
        )
    if not folders:
        findings.append(Finding(site.id, None, "saved pages", "at least one", "none"))
    else:
        findings += (Finding(site.id, None, *idle) for idle in _idle_rules(site, traces))
    return Checked(site.id, len(folders), tuple(findings))


def _differences(saved: SavedPage, outcome: Article | Rejection) -> Iterator[tuple[str, Any, Any]]:
    """(field, expected, found) of all that is not as a person read it."""
    expected = saved.expected
    if isinstance(outcome, Rejection):
        if expected != {"reason": str(outcome.reason)}:
            yield "reason", expected.get("reason"), str(outcome.reason)
        return
    if "reason" in expected:
        yield "reason", expected["reason"], None
    for name in FIELDS:
        found = getattr(outcome, name)
        found = list(found) if isinstance(found, tuple) else found
        if name in expected and found != expected[name]:
            yield name, expected[name], found
    lines = outcome.body.split("\n")
    of_body = {"first_line": lines[0], "last_line": lines[-1], "lines": len(lines)}
    for name, value in of_body.items():
        if name in expected and value != expected[name]:
            yield name, expected[name], value
    for text in expected.get("with", ()):
        if text not in outcome.body:
            yield "with", text, None
    for text in expected.get("without", ()):
        if text in outcome.body:
            yield "without", None, text


def _idle_rules(site: Site, traces: Iterable[Trace]) -> Iterator[tuple[str, Any, Any]]:
    """The site's own rules that no saved page shows at work. What is a family's may be for other sites."""
    acted: Counter[tuple[str, str, Rule]] = Counter()
    in_force: set[Rules] = set()
    notes: dict[str, str] = {}
    for trace in traces:
        ruled = trace.document.ruled if trace.document else None
        if ruled is None:
            continue
        in_force.add(ruled.rules)
        period = ruled.rules.period
        acted.update((period, name, reading.rule) for name, reading in ruled.fields.items())
        acted.update((period, "strip", rule) for _, rule in ruled.stripped)
        if ruled.body and trace.main and not any(note.startswith("body:") for note in trace.main.notes):
            acted[period, "body", ruled.body] += 1
        reasons = {choice.reason for choice in trace.main.dropped} if trace.main else set()
        acted.update(
            (period, "strip_lines", rule) for rule in ruled.rules.strip_lines if stripped_by(rule) in reasons
        )
        said = (*ruled.notes, *(trace.main.notes if trace.main else ()))
        notes |= {note.partition(" ")[2]: note for note in said}
    for rules in site.rules:
        if rules not in in_force:
            yield f"rules {rules.period}", "a saved page", "none"
            continue
        for key in KEYS:
            own = [rule for rule in getattr(rules, key) if rule.origin == site.id]
            idle = [rule for rule in own if not acted[rules.period, key, rule]]
            for rule in idle:
                why = next((note for about, note in notes.items() if about.startswith(str(rule))), None)
                wanted = "one element" if key in ONE else "elements" if key in SOME else "something to strip"
                yield f"{key} {rule.text}", wanted, why or "no saved page shows it"
