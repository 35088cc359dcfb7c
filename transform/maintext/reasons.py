"""Why a block is no part of the article: one of few reasons, named by the strongest evidence at hand."""

from __future__ import annotations

from transform.maintext.blocks import Document
from transform.maintext.scene import Scene

BY_WORDS = {
    "source_line": "date and source",
    "credit": "date and source",
    "editor": "credits",
    "tool": "buttons",
    "control": "buttons",
    "rights": "disclaimer",
    "disclaimer": "disclaimer",
    "imprint": "imprint",
    "address": "imprint",
    "notice": "notice",
    "related": "related stories",
    "comment": "comments",
    "place_line": "menu",
    "follow": "promotion",
    "promo": "promotion",
    "abstract": "abstract",
}
"""Class of words → reason."""
MANY = 4
"""Blocks that a list has at least."""


def name_words(found: list[str]) -> str:
    """The reason that a block's words give, or nothing.

    >>> name_words(["related"]), name_words([])
    ('related stories', '')
    """
    return BY_WORDS[found[0]] if found else ""


def name_place(document: Document, scene: Scene, index: int) -> str:
    """The reason that a block's links and its place on the page give."""
    block, stat = document.blocks[index], scene.stats[scene.columns[index]]
    if block.hidden:
        return "hidden"
    if block.linked * 2 > len(block.text):
        if stat.linked * 2 <= stat.size or stat.count < MANY:
            return "a link alone"
        is_menu = index < (scene.headline or 0) or stat.size < 8 * stat.count
        return "menu" if is_menu else "list of links"
    if scene.ups[index] == 0:
        return "unlike the article"
    if scene.headline is not None and index < scene.headline:
        return "before the headline"
    return "another column"
