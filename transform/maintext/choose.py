"""The article is chosen: each block is weighed by what it looks like and where it stands."""

from __future__ import annotations

from extract.rejection import Reason, Rejection, Stage
from transform.maintext.blocks import Choice, Document, MainText
from transform.maintext.features import describe, survey
from transform.maintext.furniture import Memory
from transform.maintext.furniture_words import classes_of
from transform.maintext.lines import chosen_markup, read_lines
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
    scene = survey(document, titles_of(document))
    weight = weights().get
    kept: list[int] = []
    scores: list[float] = []
    for index, evidence in enumerate(describe(document, scene)):
        score = sum(weight(name, 0.0) * value for name, value in evidence.items())
        if memory is not None and index != scene.headline and memory.knows(document.blocks[index].text):
            score = min(score, REPEATED)
        scores.append(score)
        if score > 0 and index != scene.headline:
            kept.append(index)
    if not kept:
        return Rejection(Stage.MAINTEXT, Reason.NO_MAIN_TEXT, "no block of the page reads like an article")
    chosen = set(kept)
    choices = ([], [])  # type: tuple[list[Choice], list[Choice]]
    for index, block in enumerate(document.blocks):
        reason = "headline" if index == scene.headline else _reason(block.text, scores[index])
        choices[index not in chosen].append(Choice(block, reason, index))
    text = "\n".join(read_lines(chosen_markup(document, kept)))
    return MainText(text, tuple(choices[0]), tuple(choices[1]), scene.headline)


def _reason(text: str, score: float) -> str:
    if score > 0:
        return "article"
    if score == REPEATED:
        return "repeated on the site"
    return next(iter(classes_of(text)), "beside the article")
