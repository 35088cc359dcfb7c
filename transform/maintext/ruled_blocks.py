"""What a site's rules say of a page's blocks: where the body is, which lines go.

The general way has chosen already. Inside the body its words still count: a disclaimer is none of the article
wherever it stands. A body with next to nothing in it is no body.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from extract.sites.rules import Rule
from transform.maintext.blocks import Block, Box, Document
from transform.maintext.furniture_words import FURNITURE, classes_of
from transform.maintext.rules import FIRST, LAST, Ruled, has_line
from transform.patterns import compiled

LEAST = 12
"""Characters that a body has at least, as any article."""
SHARE = 5
"""The general way is believed where it finds so many times the text of the body."""
FINAL = frozenset(["headline", "repeated on the site", "a link alone"])
"""Reasons to drop a block that hold inside the body too."""

_SENTENCE = compiled(r"[。！？!?；;…]")

Chosen = tuple[list[int], list[str], tuple[str, ...]]
"""The blocks kept, a reason for each block of the page, and notes on rules that did not act."""


def find_span(ruled: Ruled, boxes: tuple[Box, ...]) -> Ruled:
    """The same with the blocks between the marks of the body."""
    if ruled.body is None:
        return ruled
    first = [box.first for box in boxes if box.marks == FIRST]
    last = [box.first for box in boxes if box.marks == LAST]
    if len(first) == len(last) == 1:
        return replace(ruled, span=(first[0], last[0]))
    note = f"body: {ruled.body} stands where no text is read"
    return replace(ruled, body=None, notes=(*ruled.notes, note))


def follow_rules(document: Document, ruled: Ruled, kept: list[int], reasons: list[str]) -> Chosen:
    """The choice of the general way, corrected by the site's rules."""
    notes: list[str] = []
    if ruled.span is not None:
        kept, reasons = _keep_body(document, ruled, kept, reasons, notes)
    if ruled.rules.strip_lines:
        kept, reasons = _strip_lines(document, ruled, kept, reasons, notes)
    return kept, reasons, tuple(notes)


def _keep_body(
    document: Document, ruled: Ruled, kept: list[int], reasons: list[str], notes: list[str]
) -> tuple[list[int], list[str]]:
    general, blocks = set(kept), document.blocks
    inside = _find_inside(document, ruled, kept, reasons)
    own, whole = ([blocks[at].text for at in some] for some in (inside, kept))
    if sum(map(len, own)) < LEAST or SHARE * prose_of(own) < prose_of(whole):
        notes.append(f"body: {ruled.body} holds next to none of the text; the general way is believed")
        return kept, reasons
    reasons = list(reasons)
    for at in general.difference(inside):
        reasons[at] = "outside the site's body"
    for at in set(inside) - general:
        reasons[at] = "inside the site's body"
    return inside, reasons


def _find_inside(document: Document, ruled: Ruled, kept: list[int], reasons: list[str]) -> list[int]:
    """The blocks that the body gives.

    A site's own body is all that its element holds. A family's is a box of that name, which on some sites
    holds comments and stories too: there the gaps in the general way's choice are filled, sentences that
    adjoin it come in, and a lead between headline and body stays.
    """
    first, end = ruled.span or (0, 0)
    blocks = document.blocks
    chosen = [at for at in kept if first <= at < end]
    belongs = [_belongs(blocks[at], reasons[at]) for at in range(first, end)]
    if not chosen or (ruled.body is not None and ruled.body.is_own):
        return sorted({*chosen, *(at for at in range(first, end) if belongs[at - first])})
    start, last = chosen[0], chosen[-1]
    while start > first and belongs[start - 1 - first] and _is_sentence(blocks[start - 1]):
        start -= 1
    while last + 1 < end and belongs[last + 1 - first] and _is_sentence(blocks[last + 1]):
        last += 1
    headline = reasons.index("headline") if "headline" in reasons else first
    lead = [at for at in kept if headline < at < first]
    return sorted({*lead, *chosen, *(at for at in range(start, last + 1) if belongs[at - first])})


def _is_sentence(block: Block) -> bool:
    return not block.linked and _SENTENCE.search(block.text[-3:]) is not None


def _belongs(block: Block, reason: str) -> bool:
    """Whether a block that the general way dropped is part of the article, since it lies in its body."""
    if reason in FINAL or block.hidden or block.linked * 2 > len(block.text):
        return False
    if block.inner or block.kind == "caption":
        return True
    return any(map(str.isalpha, block.text)) and FURNITURE.isdisjoint(classes_of(block.text))


def _strip_lines(
    document: Document, ruled: Ruled, kept: list[int], reasons: list[str], notes: list[str]
) -> tuple[list[int], list[str]]:
    found = {at: has_line(ruled.rules.strip_lines, document.blocks[at].text) for at in kept}
    rest = [at for at in kept if found[at] is None]
    if _size(document, rest) < LEAST <= _size(document, kept):
        notes.append("strip_lines: they would leave nothing of the article")
        return kept, reasons
    reasons = list(reasons)
    for at, rule in found.items():
        if rule is not None:
            reasons[at] = stripped_by(rule)
    return rest, reasons


def prose_of(lines: Iterable[str]) -> float:
    """How much prose lines are: characters, those of lines without a sentence for a fifth.

    >>> prose_of(["新路通车。", "审核：高远"])
    6.0
    """
    return sum(len(line) if _SENTENCE.search(line) else len(line) / 5 for line in lines)


def stripped_by(rule: Rule) -> str:
    """The reason of a line that a rule took out."""
    return f"stripped by the site's rule {rule}"


def _size(document: Document, indexes: list[int]) -> int:
    return sum(len(document.blocks[at].text) for at in indexes)
