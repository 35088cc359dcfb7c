"""What stands first in an article and is none of its text: a headline that no title names, an abstract."""

from __future__ import annotations

import re

from transform.maintext.blocks import Document
from transform.maintext.letters import letters
from transform.maintext.scene import Scene, may_be_title
from transform.patterns import compiled

LONGEST = 40
"""A headline is shorter."""
LEAST = 4
PROSE = 25
"""A first paragraph has so many characters."""
GRAM = 4
REPEATED = 0.9
"""An abstract of which the article's first blocks have such a share repeats them."""
AHEAD = 3
"""So many blocks behind an abstract are looked at."""
_SAID = compiled(
    r"[。；，！!;,:：…]\W*$|^[（(【\[〔]|^\W*(?:本报|本報|记者|記者|[一二三四五六七八九十]、|\d+[.、])"
)
_NAMED = compiled(r"summary|abstract|zhaiyao|daodu|digest|(?<![a-z])intro(?![a-z])", re.I)
_LABEL = compiled(
    r"^\W*(?:摘\s*要|内容提要|內容提要|内容摘要|內容摘要|内容简介|导\s*读|導\s*讀|导\s*语|導\s*語"
    r"|提\s*要|文章摘要|本文摘要)\W+"
)


def find_bare_headline(document: Document, scene: Scene, kept: list[int]) -> int | None:
    """The first block kept where it looks like a headline: short, alone, set off, with prose behind it."""
    if scene.headline is not None or len(kept) < 3:
        return None
    block, then = document.blocks[kept[0]], document.blocks[kept[1]]
    size = len(block.text)
    is_set_off = block.kind == "heading" or block.tag == "center" or block.bold * 5 >= size * 4
    if not LEAST < size <= LONGEST or not is_set_off or block.linked or _SAID.search(block.text):
        return None
    is_alone = len(then.text) >= PROSE and then.kind != "heading" and kept[1] - kept[0] <= AHEAD
    return kept[0] if is_alone and may_be_title(block.text) else None


def find_abstract(document: Document, kept: list[int]) -> int | None:
    """The first block kept where it is called an abstract and the next say it again.

    A lead that repeats is else part of the text: readers count it in.
    """
    if len(kept) < AHEAD:
        return None
    block = document.blocks[kept[0]]
    own = letters(_LABEL.sub("", block.text))
    if len(own) < PROSE:
        return None
    if not _LABEL.match(block.text):
        is_named = _NAMED.search(document.boxes[block.box].marks) is not None
        return kept[0] if is_named and own == letters(document.blocks[kept[1]].text) else None
    behind = letters("".join(document.blocks[index].text for index in kept[1 : 1 + AHEAD]))
    grams = {own[at : at + GRAM] for at in range(len(own) - GRAM + 1)}
    return kept[0] if sum(gram in behind for gram in grams) > REPEATED * len(grams) else None
