"""The article is chosen: each block is weighed by what it looks like and where it stands."""

from __future__ import annotations

from extract.rejection import Rejection
from transform.maintext.blocks import Choice, Document, MainText
from transform.maintext.features import Features, look, read_words
from transform.maintext.furniture import Memory
from transform.maintext.furniture_words import classes
from transform.maintext.lines import chosen_markup, read_lines
from transform.maintext.pages import find_flags, reject
from transform.maintext.plain import choose_lines
from transform.maintext.scene import Scene, survey
from transform.maintext.weights import weights

HOPELESS = -2.5
"""Below this score no words can save a block, so they are not looked at."""
NEVER = frozenset(f"{name}_{scale}" for name in ("disclaimer", "imprint") for scale in "sml") | {
    "credit_s",
    "credit_m",
}
"""Words that no article has, whatever the block looks like."""
FURNITURE = frozenset(name for name, _, _ in classes())


def choose_main(document: Document, memory: Memory | None = None) -> MainText | Rejection:
    """The article of a page, or why there is none."""
    if document.is_plain:
        kept, headline, reasons = choose_lines(document)
    else:
        kept, headline, reasons = _choose_blocks(document, memory)
    rejection = reject(document, kept, headline)
    if rejection is not None:
        return rejection
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
        find_flags(document, kept, headline),
    )


def _choose_blocks(document: Document, memory: Memory | None) -> tuple[list[int], int | None, list[str]]:
    """The blocks kept, the headline's block, and a reason for each block."""
    scene = survey(document)
    kept: list[int] = []
    reasons: list[str] = []
    lists = {
        column for column, stat in scene.stats.items() if stat.moments > 4 and stat.moments * 6 > stat.count
    }
    for index, block in enumerate(document.blocks):
        reason = "beside the article"
        if index == scene.headline:
            reason = "headline"
        elif memory is not None and memory.knows(block.text):
            reason = "repeated on the site"
        elif scene.columns[index] in lists:
            reason = "one of many dated entries"
        elif block.linked * 5 >= 4 * len(block.text) and len(block.text) < 40:
            reason = "a link alone"
        else:
            evidence = look(document, scene, index)
            score = _weigh(evidence)
            if score > HOPELESS:
                words = read_words(document, scene, index)
                score += _weigh(words)
                if not NEVER.isdisjoint(words):
                    score = min(score, HOPELESS)
                if score > 0:
                    kept.append(index)
                    reason = "article"
                else:
                    reason = next((name[:-2] for name in words if name[:-2] in FURNITURE), reason)
        reasons.append(reason)
    for index in _tables_between(document, kept, scene):
        kept.append(index)
        reasons[index] = "table of the article"
    return sorted(kept), scene.headline, reasons


def _tables_between(document: Document, kept: list[int], scene: Scene) -> list[int]:
    """Rows of tables of data that stand at home between kept paragraphs, and were not kept themselves."""
    if not kept:
        return []
    inside = set(kept)
    return [
        index
        for index in range(kept[0] + 1, kept[-1])
        if document.blocks[index].inner
        and index not in inside
        and scene.ups[index] == 0
        and document.blocks[index].linked * 2 < len(document.blocks[index].text)
    ]


def _weigh(evidence: Features) -> float:
    weight = weights()
    return sum([weight[name] * value for name, value in evidence.items() if name in weight])
