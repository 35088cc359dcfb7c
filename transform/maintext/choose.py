"""The article is chosen: each block is weighed by what it looks like and where it stands."""

from __future__ import annotations

from itertools import pairwise

from extract.rejection import Rejection
from transform.maintext.blocks import Block, Choice, Document, MainText
from transform.maintext.features import look, read_words, weigh, weight_table
from transform.maintext.lines import chosen_markup, read_lines
from transform.maintext.memory import Memory, find_repeated
from transform.maintext.pages import find_flags, reject
from transform.maintext.plain import choose_lines
from transform.maintext.ruled_blocks import follow_rules
from transform.maintext.scene import Scene, survey

HOPELESS = -2.5
"""Below this score no words can save a block, so they are not looked at."""
NEVER = frozenset(["disclaimer", "imprint", "notice"])
"""Words that no article has, whatever the block looks like."""
LONGEST_CREDIT = 70
"""Shorter lines of date, source and names: out at an article's ends, entries of a chronicle in its midst."""


def choose_main(document: Document, memory: Memory | None = None) -> MainText | Rejection:
    """The article of a page, or why there is none."""
    if document.is_plain:
        kept, headline, reasons = choose_lines(document)
    else:
        kept, headline, reasons = _choose_blocks(document)
        for index in find_repeated(document.blocks, kept, memory) if memory else ():
            kept.remove(index)
            reasons[index] = "repeated on the site"
    kept, reasons, notes = follow_rules(document, kept, reasons)
    rejection = reject(document, kept, headline)
    if rejection is not None:
        return rejection
    chosen = set(kept)
    choices = [
        Choice(block, reason, at)
        for at, (block, reason) in enumerate(zip(document.blocks, reasons, strict=True))
    ]
    if document.is_plain:
        text = "\n".join(document.blocks[index].found or document.blocks[index].text for index in kept)
    else:
        text = "\n".join(read_lines(chosen_markup(document, kept)))
    return MainText(
        text,
        tuple(choice for choice in choices if choice.index in chosen),
        tuple(choice for choice in choices if choice.index not in chosen),
        headline,
        find_flags(document, kept, headline),
        notes,
    )


def _choose_blocks(document: Document) -> tuple[list[int], int | None, list[str]]:
    """The blocks kept, the headline's block, and a reason for each block."""
    scene, table = survey(document), weight_table()
    kept: list[int] = []
    reasons: list[str] = []
    credits: list[int] = []
    lists = {
        column for column, stat in scene.stats.items() if stat.moments > 4 and stat.moments * 6 > stat.count
    }
    for index, block in enumerate(document.blocks):
        reason = "beside the article"
        if index == scene.headline:
            reason = "headline"
        elif scene.columns[index] in lists:
            reason = "one of many dated entries"
        elif block.linked * 5 >= 4 * len(block.text) and len(block.text) < 40:
            reason = "a link alone"
        else:
            score = weigh(table, *look(table, document, scene, index))
            if score > HOPELESS:
                words, found = read_words(table, document, scene, index)
                score += sum(words)
                if score > 0 and "credit" in found and len(block.text) < LONGEST_CREDIT:
                    credits.append(index)
                    score = HOPELESS
                elif not NEVER.isdisjoint(found):
                    score = HOPELESS
                if score > 0:
                    kept.append(index)
                    reason = "article"
                elif found:
                    reason = found[0]
        reasons.append(reason)
    for index in _amid(document, kept, credits):
        kept.append(index)
        reasons[index] = "article"
    kept.sort()
    for index in _between(document, kept, scene):
        kept.append(index)
        reasons[index] = f"{document.blocks[index].kind} inside the article"
    return sorted(kept), scene.headline, reasons


def _amid(document: Document, kept: list[int], credits: list[int]) -> list[int]:
    """Those blocks that have prose of the article on both sides."""
    sizes = [(index, len(document.blocks[index].text)) for index in kept]
    before = {at: sum(size for index, size in sizes if index < at) for at in credits}
    total = sum(size for _, size in sizes)
    return [at for at in credits if before[at] > 80 and total - before[at] > 80]


def _between(document: Document, kept: list[int], scene: Scene) -> list[int]:
    """Tables of data and captions that stand at home right between two kept paragraphs."""
    out: list[int] = []
    for before, after in pairwise(kept):
        between = range(before + 1, after)
        if between and all(_belongs(document.blocks[index]) and scene.ups[index] == 0 for index in between):
            out += between
    return out


def _belongs(block: Block) -> bool:
    """A row of a table, not of links laid out as one; a caption."""
    return bool(block.inner or block.kind == "caption") and block.linked * 3 < len(block.text)
