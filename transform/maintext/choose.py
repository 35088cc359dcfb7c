"""The article is chosen: each block is weighed by what it looks like and where it stands."""

from __future__ import annotations

from extract.rejection import Reason, Rejection, Stage
from transform.maintext.blocks import Choice, Document, MainText
from transform.maintext.features import describe, survey
from transform.maintext.furniture import Memory
from transform.maintext.furniture_words import classes_of
from transform.maintext.lines import chosen_markup, read_lines
from transform.maintext.plain import choose_lines
from transform.maintext.weights import weights

REPEATED = -9.0
"""The score of what the site repeats."""


def titles_of(document: Document) -> list[str]:
    """What the page calls itself, the most telling first."""
    head = document.head
    named = (*head.headlines[:3], head.metas.get("og:title"), head.title)
    return [title for title in named if title]


def choose_main(document: Document, memory: Memory | None = None) -> MainText | Rejection:
    """The article of a page, or why there is none."""
    if document.is_plain:
        kept, headline, reasons = choose_lines(document)
    else:
        kept, headline, reasons = _choose_blocks(document, memory)
    if not kept:
        return Rejection(Stage.MAINTEXT, Reason.NO_MAIN_TEXT, "no block of the page reads like an article")
    chosen = set(kept)
    choices = [
        Choice(block, reason, at)
        for at, (block, reason) in enumerate(zip(document.blocks, reasons, strict=True))
    ]
    if document.is_plain:
        text = "\n".join(document.blocks[index].text for index in kept)
    else:
        text = "\n".join(read_lines(chosen_markup(document, kept)))
    return MainText(
        text,
        tuple(choice for choice in choices if choice.index in chosen),
        tuple(choice for choice in choices if choice.index not in chosen),
        headline,
    )


def _choose_blocks(document: Document, memory: Memory | None) -> tuple[list[int], int | None, list[str]]:
    """The blocks kept, the headline's block, and a reason for each block."""
    scene = survey(document, titles_of(document))
    weight = weights().get
    kept: list[int] = []
    reasons: list[str] = []
    for index, evidence in enumerate(describe(document, scene)):
        if index == scene.headline:
            reasons.append("headline")
            continue
        score = sum(weight(name, 0.0) * value for name, value in evidence.items())
        if memory is not None and memory.knows(document.blocks[index].text):
            reasons.append("repeated on the site")
        elif score > 0:
            kept.append(index)
            reasons.append("article")
        else:
            reasons.append(next(iter(classes_of(document.blocks[index].text)), "beside the article"))
    return kept, scene.headline, reasons
