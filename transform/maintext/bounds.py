"""Where the article ends, and what stands inside it whatever it looks like: rules, not matters of degree."""

from __future__ import annotations

import re
from itertools import groupby, pairwise

from transform.maintext.blocks import Block, Document
from transform.maintext.furniture_words import (
    announces,
    begins_comments,
    begins_related,
    begins_statement,
    classes_of,
)
from transform.maintext.scene import Scene
from transform.patterns import compiled

ENOUGH = 40
"""Characters of the article that stand before its end at least."""
SHORT = 40
"""Such a heading is shorter than this."""
RIGHTS = frozenset(["rights", "disclaimer"])
"""Words of what stands below the heading of a disclaimer."""
FAR = 12
"""A run of blocks so far behind the article may be another."""
GAP = 8
"""So many blocks in a row may be taken in between two kept ones."""
FILL = -1.2
"""They score so much at least."""
_PROSE = compiled(r".{24}[。！？!?…][”」』’）)]*$", re.S)
_VERSE = compiled(r"^[^，。；！？,;!?]{2,11}(?:[，、,][^，。；！？,;!?]{2,11})?[，。；！？,;!?]$")


def find_end(document: Document, scene: Scene, kept: list[int]) -> tuple[int, str]:
    """The block with which something else begins behind the article, and what that is."""
    blocks = document.blocks
    total = sum(len(blocks[index].text) for index in kept)
    chosen = set(kept)
    before = 0
    for index in range(kept[0], kept[-1] + 1) if kept else ():
        size = len(blocks[index].text)
        if size < SHORT and before > max(ENOUGH, total // 4):
            reason = _begins_another_part(document, index, kept)
            if reason and (reason != "comments" or before > 2 * ENOUGH):
                return index, reason
        if index in chosen:
            before += size
    return scene.end, "another article"


def _begins_another_part(document: Document, index: int, kept: list[int]) -> str:
    """What a short block is the heading of: comments, stories elsewhere, what the site says of its texts."""
    text = document.blocks[index].text
    if begins_related(text):
        behind = (document.blocks[at].text for at in kept if at > index)
        return "" if any(map(_PROSE.search, behind)) else "related stories"
    if begins_comments(text):
        return "comments"
    if not begins_statement(text):
        return ""
    said = [name for block in document.blocks[index + 1 : index + 3] for name in classes_of(block.text)]
    return "" if RIGHTS.isdisjoint(said) else "disclaimer"


def drop_strays(document: Document, scene: Scene, kept: list[int]) -> list[int]:
    """What is kept, less a run far behind it in another column that has nothing of its headline."""
    for order, (before, after) in enumerate(pairwise(kept), 1):
        if after - before <= FAR or scene.headline is None or scene.headline > before:
            continue
        behind = kept[order:]
        if any(scene.ups[index] == 0 for index in behind):
            continue
        texts = [document.blocks[index].text.lower() for index in behind]
        shared = sum(any(pair in text for text in texts) for pair in scene.pairs)
        if shared * 4 < len(scene.pairs):
            return kept[:order]
    return kept


def find_amid(document: Document, kept: list[int], candidates: list[int]) -> list[int]:
    """Those blocks that have prose of the article on both sides."""
    sizes = [(index, len(document.blocks[index].text)) for index in kept]
    before = {at: sum(size for index, size in sizes if index < at) for at in candidates}
    total = sum(size for _, size in sizes)
    return [at for at in candidates if before[at] > 80 and total - before[at] > 80]


def find_between(document: Document, kept: list[int], scene: Scene) -> list[int]:
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


def find_tables(document: Document, kept: list[int], scene: Scene) -> list[int]:
    """Tables of data with three columns and more that stand right behind or before the article.

    Outside its home only where the article announces them.
    """
    if not kept:
        return []
    blocks, known = document.blocks, set(kept)
    rows = (index for index, block in enumerate(blocks) if block.inner)
    out: list[int] = []
    for _, group in groupby(rows, key=lambda index: blocks[index].box):
        table = list(group)
        first, last = table[0], table[-1]
        wide = sum(blocks[index].text.count("\t") > 1 for index in table)
        linked = sum(blocks[index].linked for index in table)
        size = sum(len(blocks[index].text) for index in table)
        if wide * 2 < len(table) or linked * 5 > size or not kept[0] - 3 <= last or first > kept[-1] + 40:
            continue
        if scene.ups[first] == 0:
            is_near = any(index in known for index in (first - 1, first - 2, last + 1, last + 2))
        else:
            is_near = first - 1 in known and announces(blocks[first - 1].text)
        if is_near:
            out += [index for index in table if index not in known]
            known.update(table)
    return out


def find_verse(document: Document, scene: Scene, kept: list[int]) -> list[int]:
    """Lines of a poem between the headline and the first paragraph kept."""
    if not kept or scene.headline is None or kept[0] - scene.headline > 60:
        return []
    blocks = document.blocks
    lines = [
        index
        for index in range(scene.headline + 1, kept[0])
        if _VERSE.match(blocks[index].text) and not blocks[index].linked and not blocks[index].hidden
    ]
    for order, (before, after) in enumerate(pairwise(lines)):
        if after - before > 3:
            lines = lines[: order + 1]
            break
    return lines if len(lines) > 1 else []


def find_fill(scene: Scene, kept: list[int], scores: list[float]) -> list[int]:
    """Blocks that come near between two kept ones of one column."""
    out: list[int] = []
    columns = scene.columns
    for before, after in pairwise(kept):
        between = range(before + 1, after)
        if 0 < len(between) <= GAP and columns[before] == columns[after]:
            out += [index for index in between if scores[index] > FILL and columns[index] == columns[before]]
    return out
