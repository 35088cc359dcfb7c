"""Why a block is no part of the article: one of few reasons, named by the strongest evidence at hand."""

from __future__ import annotations

import re
from functools import lru_cache

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
BY_CLASS = (
    ("comments", re.compile(r"comment|pinglun|reply|replies|review", re.I)),
    ("related stories", re.compile(r"relat|recommend|tuijian|xiangguan|rank|(?<![a-z])hot", re.I)),
    ("imprint", re.compile(r"foot|copyright|(?<![a-z])icp|(?<![a-z])record", re.I)),
    (
        "buttons",
        re.compile(r"share|tool|player|login|search|(?<![a-z])btn|button|popup|dialog|toast|modal", re.I),
    ),
    ("menu", re.compile(r"nav|menu|crumb|header", re.I)),
    ("promotion", re.compile(r"(?<![a-z])ads?(?![a-z])|advert|banner|promo|guanggao|qrcode", re.I)),
)
"""Reason, and what the names of an element's classes say of it."""
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
    box = document.boxes[scene.columns[index]]
    if reason := _name_class(box.marks) or _name_class(document.boxes[max(0, box.parent)].marks):
        return reason
    if scene.ups[index] == 0:
        return "unlike the article"
    if scene.headline is not None and index < scene.headline:
        return "before the headline"
    return "another column"


@lru_cache(maxsize=1024)  # a page's classes come again and again
def _name_class(marks: str) -> str:
    return next((reason for reason, pattern in BY_CLASS if pattern.search(marks)), "")
