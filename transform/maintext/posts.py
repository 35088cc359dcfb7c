"""Where another article begins on a page that shows several: the first is the page's own."""

from __future__ import annotations

from itertools import pairwise

from transform.maintext.blocks import Document
from transform.maintext.elements import LEAVES
from transform.maintext.letters import letters, pairs_of
from transform.patterns import compiled

MOMENT = compiled(
    r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s*(?:\d{1,2}:\d\d|[上下]午|$)|\d{1,2}[-/月]\d{1,2}日?\s+\d{1,2}:\d\d|\d+楼"
)
"""A line with a date and a time: a comment, a post, a story in a list."""
MAY_BE_MOMENT = compiled(r"\d[-/.年月楼]")
"""What every such line holds."""
LEAST = 60
"""Characters of prose that the first article has at least."""
POSTS = 3
"""Fewer boxes of one class are no posts."""


def find_next_post(document: Document) -> int:
    """Where the second of several posts begins, on a page without a headline: the first is the article.

    Posts are boxes of one class with most of the page's prose, and dates between them.
    """
    blocks, boxes = document.blocks, document.boxes
    posts: dict[tuple[str, str], list[int]] = {}
    prose: dict[tuple[str, str], int] = {}
    for index, block in enumerate(blocks):
        if len(block.text) <= LEAST or block.linked * 3 > len(block.text):
            continue
        at = block.box
        while boxes[at].tag in LEAVES and boxes[at].parent >= 0:
            at = boxes[at].parent
        kind = boxes[at].tag, boxes[at].marks
        alike = posts.setdefault(kind, [])
        prose[kind] = prose.get(kind, 0) + len(block.text)
        if not alike or boxes[alike[-1]].end <= index:
            alike.append(at)
    kind = max(prose, key=lambda kind: prose[kind], default=("", ""))
    alike = posts.get(kind, [])
    if not kind[1] or len(alike) < POSTS or prose[kind] * 2 < sum(prose.values()):
        return len(blocks)
    between = [blocks[boxes[one].end : boxes[other].first] for one, other in pairwise(alike)]
    is_dated = all(any(MOMENT.search(block.text) for block in some) for some in between)
    return boxes[alike[0]].end if is_dated else len(blocks)


def find_next_article(document: Document, headline: int, pairs: frozenset[str]) -> int:
    """Where another article begins behind the first: at a second `<h1>` that shares nothing with it."""
    blocks, boxes = document.blocks, document.boxes
    if boxes[blocks[headline].box].tag != "h1" or len(pairs) < 4:
        return len(blocks)
    prose, column = 0, -1
    for index in range(headline + 1, len(blocks)):
        block = blocks[index]
        size, box = len(block.text), boxes[block.box]
        if box.tag == "h1":
            own = pairs_of(letters(block.text))
            if size >= 8 and prose > LEAST and len(own & pairs) * 5 < len(own) and box.parent != column:
                return index
        elif size >= 25 and block.linked * 3 < size:
            prose += size
            column = box.parent
    return len(blocks)
