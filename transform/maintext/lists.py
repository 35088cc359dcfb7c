"""Lists inside the article: short items in a box of their own that belong to what is above them."""

from __future__ import annotations

from collections.abc import Iterator

from transform.maintext.blocks import Document
from transform.maintext.furniture_words import FURNITURE, announces, classes_of
from transform.maintext.posts import MOMENT
from transform.maintext.reasons import name_class
from transform.maintext.scene import Scene
from transform.patterns import compiled

_DATED = compiled(rf"{MOMENT.pattern}|日\d{{1,2}}:\d\d")
LISTS = frozenset(["ul", "ol", "dl"])
LONGEST = 60
"""Lists with more items than this are no part of a text."""
ENTRIES = 3
"""More lists than this in a row are entries: comments, each a list of its own."""
BEHIND = 2
"""So many blocks behind a list the article goes on, if it does."""


def find_lists(document: Document, scene: Scene, kept: list[int]) -> list[int]:
    """Items of lists that stand at home: between kept blocks, announced by one, or in its own column."""
    known = set(kept)
    out: list[int] = []
    for first, end in _runs(list(_lists(document, scene, kept))):
        items = [index for index in range(first, end) if index not in known]
        before = first - 1
        if not items or before not in known or not _is_text(document, items):
            continue
        text = document.blocks[before].text
        said = "" if before in out else text
        column = document.boxes[_list_of(document, first)].parent
        goes_on = any(index in known for index in range(end, end + BEHIND))
        if goes_on or announces(said) or before in out or scene.columns[before] == column:
            out += items
            known.update(items)
    return out


def _runs(lists: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The lists, but for those that many of stand in a row."""
    runs: list[list[tuple[int, int]]] = []
    for first, end in lists:
        if runs and runs[-1][-1][1] == first:
            runs[-1].append((first, end))
        else:
            runs.append([(first, end)])
    for run in runs:
        if len(run) <= ENTRIES:
            yield from run


def _lists(document: Document, scene: Scene, kept: list[int]) -> Iterator[tuple[int, int]]:
    """First block and end of each outermost list between the first kept block and what follows the last."""
    if not kept:
        return
    index = kept[0] + 1
    while index < min(len(document.blocks), kept[-1] + 1 + LONGEST, scene.end):
        box = _list_of(document, index)
        if box < 0:
            if index > kept[-1] + BEHIND:
                return
            index += 1
            continue
        first, end = document.boxes[box].first, document.boxes[box].end
        if (
            scene.ups[index] == 0
            and first >= index
            and end - first <= LONGEST
            and not name_class(document.boxes[box].marks)
        ):
            yield first, end
        index = max(end, index + 1)


def _list_of(document: Document, index: int) -> int:
    """The outermost list that a block is an item of; -1 where it is none."""
    boxes, found = document.boxes, -1
    at = document.blocks[index].box
    for _ in range(8):
        if at < 0:
            break
        if boxes[at].tag in LISTS:
            found = at
        at = boxes[at].parent
    return found


def _is_text(document: Document, items: list[int]) -> bool:
    """Whether items are mostly not links, not dated entries, and no furniture."""
    blocks = [document.blocks[index] for index in items]
    size = sum(len(block.text) for block in blocks)
    if sum(block.linked for block in blocks) * 3 >= size or any(block.hidden for block in blocks):
        return False
    if sum(block.text[-1] in ":：" for block in blocks) > ENTRIES:
        return False
    short = [block.text for block in blocks if len(block.text) < 80]
    if sum(_DATED.search(text) is not None for text in short) * 3 > len(blocks):
        return False
    return all(FURNITURE.isdisjoint(classes_of(text)) for text in short)
