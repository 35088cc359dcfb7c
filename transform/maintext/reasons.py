"""Why a block is no part of the article: one of few reasons, named by the strongest evidence at hand."""

from __future__ import annotations

import re
from functools import lru_cache

from transform.maintext.blocks import Document
from transform.maintext.scene import Scene
from transform.patterns import compiled

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
    "path": "menu",
    "press": "buttons",
    "invite": "promotion",
    "pointer": "related stories",
    "follow": "promotion",
    "promo": "promotion",
    "abstract": "abstract",
}
"""Class of words → reason."""
BY_CLASS = (
    ("comments", compiled(r"comment|pinglun|reply|replies|review", re.I)),
    ("related stories", compiled(r"relat|recommend|tuijian|xiangguan|rank|(?<![a-z])hot", re.I)),
    ("imprint", compiled(r"foot|copyright|(?<![a-z])icp|(?<![a-z])record", re.I)),
    (
        "buttons",
        compiled(r"share|tool|player|login|search|(?<![a-z])btn|button|popup|dialog|toast|modal", re.I),
    ),
    ("menu", compiled(r"nav|menu|crumb|header", re.I)),
    ("promotion", compiled(r"(?<![a-z])ads?(?![a-z])|advert|banner|promo|guanggao|qrcode", re.I)),
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


def name_places(document: Document, scene: Scene, reasons: list[str]) -> list[str]:
    """The reasons, and for each block without one what its links and its place on the page give."""
    boxes, home = document.boxes, scene.headline or 0
    of_columns: dict[int, str] = {}
    out = list(reasons)
    for index, (block, reason) in enumerate(zip(document.blocks, reasons, strict=True)):
        if reason:
            continue
        column = scene.columns[index]
        if block.hidden:
            out[index] = "hidden"
        elif block.linked * 2 > len(block.text):
            stat = scene.stats[column]
            if stat.linked * 2 <= stat.size or stat.count < MANY:
                out[index] = "a link alone"
            else:
                out[index] = "menu" if index < home or stat.size < 8 * stat.count else "list of links"
        else:
            if column not in of_columns:
                box = boxes[column]
                of_columns[column] = name_class(box.marks) or name_class(boxes[max(0, box.parent)].marks)
            out[index] = of_columns[column] or _name_part(scene, index)
    return out


def _name_part(scene: Scene, index: int) -> str:
    """The part of the page that a block stands in."""
    if scene.ups[index] == 0:
        return "unlike the article"
    if scene.headline is not None and index < scene.headline:
        return "before the headline"
    return "another column"


@lru_cache(maxsize=1024)  # a page's classes come again and again
def name_class(marks: str) -> str:
    """What the names of an element's classes say that it is, or nothing.

    >>> name_class("site-footer"), name_class("post")
    ('imprint', '')
    """
    return next((reason for reason, pattern in BY_CLASS if pattern.search(marks)), "")
