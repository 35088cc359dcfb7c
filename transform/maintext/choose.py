"""The article is chosen: each block is weighed by what it looks like and where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from extract.rejection import Rejection
from transform.maintext.blocks import Block, Document, MainText
from transform.maintext.bounds import (
    drop_strays,
    find_amid,
    find_between,
    find_end,
    find_fill,
    find_tables,
    find_verse,
)
from transform.maintext.features import look, read_words, weigh, weight_table
from transform.maintext.furniture_words import NEVER, begins_comments
from transform.maintext.lines import chosen_markup, read_lines
from transform.maintext.lists import find_lists
from transform.maintext.memory import Memory, find_repeated
from transform.maintext.opening import find_abstract, find_bare_headline
from transform.maintext.pages import find_flags, reject
from transform.maintext.plain import choose_lines
from transform.maintext.reasons import name_places, name_words
from transform.maintext.ruled_blocks import follow_rules
from transform.maintext.scene import Scene, survey

HOPELESS = -2.2
"""Below this score no words can save a block, so they are not looked at."""
OUT = -9.0
"""The score of a block that is no part of any article."""
NEAR = -1.5
"""A page whose best block comes so near has an article all the same."""
PROSE = 20
"""Lines of this length are prose, where what is hidden is held against what is shown."""
ENDS = frozenset(["credit", "address"])
"""Lines of date, source and names, addresses: out at an article's ends, part of it in its midst."""
LONGEST_CREDIT = 70
"""They are shorter than this."""
LONGEST_LINK = 40
"""A shorter block that is a link is no part of an article."""


def choose_main(document: Document, memory: Memory | None = None) -> MainText | Rejection:
    """The article of a page, or why there is none."""
    scene = None if document.is_plain else survey(document)
    if scene is None:
        kept, headline, reasons = choose_lines(document)
    else:
        kept, headline, reasons = _choose_blocks(document, scene)
        for index in find_repeated(document.blocks, kept, memory) if memory else ():
            kept.remove(index)
            reasons[index] = "repeated on the site"
    notes: tuple[str, ...] = ()
    if document.ruled is not None:
        kept, reasons, notes = follow_rules(
            document, document.ruled, kept, _name_all(document, scene, reasons)
        )
    rejection = reject(document, kept, headline)
    if rejection is not None:
        return rejection
    if document.is_plain:
        text = "\n".join(document.blocks[index].found or document.blocks[index].text for index in kept)
    else:
        text = "\n".join(read_lines(chosen_markup(document, kept)))
    return MainText(
        text,
        document.blocks,
        tuple(sorted(kept)),
        partial(_name_all, document, scene, reasons),
        headline,
        find_flags(document, kept, headline),
        notes,
    )


def _name_all(document: Document, scene: Scene | None, reasons: list[str]) -> list[str]:
    """A reason for each block."""
    return name_places(document, scene, reasons) if scene else reasons


def _choose_blocks(document: Document, scene: Scene) -> tuple[list[int], int | None, list[str]]:
    """The blocks kept, the headline's block, and reasons for the blocks that were looked at."""
    table = weight_table()
    reasons = [""] * len(document.blocks)
    scores = [OUT] * len(document.blocks)
    credits: list[int] = []
    lists = {
        column for column, stat in scene.stats.items() if stat.moments > 4 and stat.moments * 6 > stat.count
    }
    hides = _hides_little(document, scene)
    for index, block in enumerate(document.blocks[: scene.end]):
        size = len(block.text)
        if index == scene.headline:
            reasons[index] = "headline"
        elif hides and block.hidden:
            continue
        elif scene.columns[index] in lists:
            reasons[index] = "one of many dated entries"
        elif block.linked * 5 < 4 * size or size >= LONGEST_LINK:
            score = weigh(table, *look(table, document, scene, index))
            if score > HOPELESS:
                words, found = read_words(table, document, scene, index)
                score += sum(words)
                if (
                    score > (NEAR if "address" in found else 0)
                    and size < LONGEST_CREDIT
                    and not ENDS.isdisjoint(found)
                ):
                    credits.append(index)
                is_heading = score > 0 and size < LONGEST_LINK and begins_comments(block.text)
                if is_heading or not _may_stand(found, size):
                    score = OUT
                reasons[index] = name_words(found)
                scores[index] = score
    kept = _keep(scores)
    kept = sorted([*kept, *find_amid(document, kept, credits)])
    end, what = find_end(document, scene, kept)
    for index in range(end, len(scores)):
        if scores[index] > HOPELESS or (index >= scene.end and scene.masses[index]):
            reasons[index] = reasons[index] or what
    kept = drop_strays(document, scene, [index for index in kept if index < end])
    kept = sorted([*kept, *find_fill(scene, kept, scores)])
    headline = scene.headline
    bare, repeated = find_bare_headline(document, scene, kept), find_abstract(document, kept)
    if bare is not None:
        kept, headline, reasons[bare] = kept[1:], bare, "headline"
    elif repeated is not None:
        kept, reasons[repeated] = kept[1:], "abstract"
    inside = find_between(document, kept, scene)
    inside += find_tables(document, sorted(kept + inside), scene) + find_verse(document, scene, kept)
    inside += find_lists(document, scene, sorted({*kept, *inside}))
    for index in kept:
        reasons[index] = "article"
    for index in inside:
        reasons[index] = f"{document.blocks[index].kind} inside the article"
    return sorted({*kept, *inside}), headline, reasons


def _hides_little(document: Document, scene: Scene) -> bool:
    """Whether most prose of a page is shown, and not its home hidden: some show theirs by a script."""
    hidden = _prose(block for block in document.blocks if block.hidden)
    if not hidden:
        return False  # nearly every page
    shown = _prose(block for block in document.blocks if not block.hidden)
    home = document.boxes[scene.home]
    return shown > hidden and not all(block.hidden for block in document.blocks[home.first : home.end])


def _prose(blocks: Iterable[Block]) -> int:
    return sum(len(block.text) for block in blocks if len(block.text) >= PROSE and not block.linked)


def _may_stand(found: list[str], size: int) -> bool:
    """Whether a block with such words may stand in an article by its score."""
    if not NEVER.isdisjoint(found):
        return False
    return size >= LONGEST_CREDIT or (ENDS.isdisjoint(found) and "control" not in found)


def _keep(scores: list[float]) -> list[int]:
    """Blocks above zero; where there is none, those that come near it."""
    kept = [index for index, score in enumerate(scores) if score > 0]
    top = max(scores, default=OUT)
    return kept if kept or top < NEAR else [index for index, score in enumerate(scores) if score > top - 0.5]
