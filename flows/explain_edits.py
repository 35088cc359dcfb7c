"""Repairs sentence by sentence: as found with the damage marked, below it as repaired."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from flows.explain_view import Edits, Facts, Grid, Line, Mark, Part, Passage, Run, Say, line
from transform.article import Article
from transform.flags import explain_flags
from transform.repair.edits import Edit, apply_edits
from transform.repair.evidence import Evidence, count_of

LISTED = 40
"""Characters of an edit in the list; the sentence has all."""
PAIRS = 20
_SENTENCE = re.compile(
    r"(?:[^\n]{1,400}?[。！？]+[”’」』）)]*|[^\n]{200,400}?[，；,;、 ]|[^\n]{1,600})\n?|\n"
)  # what is longer than a sentence can be is cut at a comma, or anywhere
_SCRIPTS = {"Hans": "simplified", "Hant": "traditional", "other": "no Chinese"}


def show_repairs(article: Article) -> tuple[Part, ...]:
    """What was changed between the text as found and the body."""
    found, edits = article.body_as_found, article.repairs
    mended = apply_edits(found, edits)
    kinds = Counter(edit.kind for edit in edits)
    parts: list[Part] = []
    if edits:
        counted = ", ".join(f"{kind} {count:,}" for kind, count in kinds.most_common())
        said = f"Places count in the text as found: {len(found):,} characters. {counted}."
        parts.append(Say(line(said)))
    else:
        parts.append(Say(line("Nothing was repaired.")))
    parts += _conversion(article.script, mended, article.body)
    parts += _passages(found, edits, mended, article.body)
    return tuple(parts)


def show_flags(article: Article) -> tuple[Part, ...]:
    """Each flag with its meaning and what it rests on."""
    parts: list[Part] = []
    for flag, evidence in explain_flags(article).items():
        said = f": {evidence.meaning}. Here: {evidence.summary}."
        parts.append(Say((Run(flag, Mark.STRONG), Run(said))))
        if evidence.items:
            parts.append(_grid(evidence))
    return tuple(parts)


def _grid(evidence: Evidence) -> Grid:
    columns = tuple(evidence.items[0])
    return Grid(columns, tuple(tuple(line(_said(item[name])) for name in columns) for item in evidence.items))


def _said(value: Any) -> str | None:
    if value is None:
        return None
    return " ".join(value) if isinstance(value, list) else str(value)


def _conversion(script: str, mended: str, body: str) -> list[Part]:
    """How much of the text was traditional."""
    pairs = Counter((old, new) for old, new in zip(mended, body, strict=True) if old != new)
    if not pairs:
        return []
    said = (
        f"Traditional → simplified: {pairs.total():,} of {len(body):,} characters changed,"
        f" {len(pairs):,} different ones (the text as found is {_SCRIPTS[script]})."
    )
    most = " ".join(f"{old}→{new} {count}" for (old, new), count in pairs.most_common(PAIRS))
    return [Say(line(said)), Facts((("most frequent", line(most), ""),))]


def _passages(found: str, edits: Sequence[Edit], mended: str, body: str) -> Iterator[Passage]:
    """Every sentence with an edit, once."""
    moved = 0  # how far a place in the body lies behind the same place in the text as found
    number, counted = 1, 0
    for start, end, inside in _group(found, edits):
        number += found.count("\n", counted, start)
        counted = start
        before: list[Run] = []
        after: list[Run] = []
        at = start
        for edit in inside:
            before += [Run(found[at : edit.start]), Run(edit.before, Mark.DAMAGED)]
            after += _converted(mended, body, at + moved, edit.start + moved)
            to = edit.start + moved
            after.append(Run(body[to : to + len(edit.after)], Mark.MENDED))
            at, moved = edit.end, moved + len(edit.after) - (edit.end - edit.start)
        before.append(Run(found[at:end]))
        after += _converted(mended, body, at + moved, end + moved)
        where = f"line {number}, characters {start:,}–{end:,}"
        yield Passage(where, _tidy(before), _tidy(after), _listed(inside))


def _group(found: str, edits: Sequence[Edit]) -> Iterator[tuple[int, int, list[Edit]]]:
    """Sentences with the edits in them; sentences that one edit joins are one.

    What is put in at a line's end, or at the text's, belongs to the sentence before it.
    """
    spans = (match.span() for match in _SENTENCE.finditer(found))
    start = end = 0
    inside: list[Edit] = []
    for edit in edits:
        place = min(edit.start, len(found) - 1)
        if inside and end <= place:
            yield start, end, inside
            inside = []
        while end <= place and (span := next(spans, None)):
            if not inside:
                start = span[0]
            end = span[1]
        while end < edit.end and (span := next(spans, None)):
            end = span[1]
        inside.append(edit)
    if inside:
        yield start, end, inside


def _converted(mended: str, body: str, start: int, end: int) -> Iterator[Run]:
    """A stretch of the body without edits, the characters marked that are not as they were."""
    at = start
    while at < end:
        is_new, first = mended[at] != body[at], at
        while at < end and (mended[at] != body[at]) == is_new:
            at += 1
        yield Run(body[first:at], Mark.CONVERTED if is_new else Mark.PLAIN)


def _tidy(runs: list[Run]) -> Line:
    """Without empty runs, but those that mark a place, and without the line's end."""
    kept = [run for run in runs if run.text or run.mark is Mark.DAMAGED]
    if kept and kept[-1].mark is Mark.PLAIN:
        kept[-1] = Run(kept[-1].text.rstrip("\n"))
    return tuple(kept)


def _listed(edits: list[Edit]) -> tuple[Edits, ...]:
    groups: dict[tuple[str, float], list[Line]] = {}
    for edit in edits:
        place = (
            Run(f"{edit.start:,}–{edit.end:,} "),
            Run(_short(edit.before), Mark.DAMAGED),
            Run("→"),
            Run(_short(edit.after), Mark.MENDED) if edit.after else Run("∅"),
        )
        groups.setdefault((edit.kind, edit.confidence), []).append(place)
    return tuple(Edits(kind, sure, tuple(places)) for (kind, sure), places in groups.items())


def _short(text: str) -> str:
    if len(text) <= LISTED:
        return text
    return f"{text[:LISTED]}… ({count_of(len(text), 'character')})"
