"""A decoded page becomes a document: one parse, one pass."""

from __future__ import annotations

import re
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from extract.rejection import Reason, Rejection, Stage
from extract.sites.rules import Rules
from transform.maintext.blocks import Block, Box, Document
from transform.maintext.head import read_head
from transform.maintext.nesting import nests_deeper
from transform.maintext.ruled_blocks import find_span
from transform.maintext.rules import Ruled, apply_rules
from transform.maintext.scripts import find_scripted, is_thin
from transform.maintext.spaces import collapse, strip_widthless
from transform.maintext.walk import DEEPEST, TooDeepError, walk

_MARKUP = re.compile(
    r"<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]|<(?:div|p|table|article|section|span|br|meta)[\s/>]",
    re.I,
)


_TOO_DEEP = Rejection(
    Stage.MAINTEXT, Reason.TOO_DEEP, "elements nest deeper than in a page of people's making"
)


def is_html(text: str, content_type: str | None, path: str) -> bool:
    """Whether a text is to be read as HTML: by its header, its markup, and only then its name."""
    if content_type and "html" in content_type.lower():
        return True
    name = path.lower().split("?")[0]
    if name.endswith(".txt") or (content_type and content_type.lower().startswith("text/plain")):
        return bool(re.match(r"\s*(?:<!doctype html|<html[\s>])", text[:500], re.I))
    return name.endswith((".html", ".htm", ".shtml", ".xhtml")) or bool(_MARKUP.search(text[:5000]))


def read_html(text: str, url: str | None = None, rules: tuple[Rules, ...] = ()) -> Document | Rejection:
    """Blocks, boxes and head of a page, after the rules of its site, in the order of `order_rules`."""
    if nests_deeper(text, DEEPEST):
        return _TOO_DEEP
    tree = LexborHTMLParser(text)
    root = tree.body or tree.root
    if root is None:
        return Rejection(Stage.MAINTEXT, Reason.NO_MAIN_TEXT, "the page has no elements")
    ruled = apply_rules(tree, rules) if rules else None
    try:
        blocks, boxes = walk(root)
        ruled = find_span(ruled, boxes) if ruled else None
        head = read_head(tree)
        scripted = find_scripted(tree, head) if is_thin(blocks) else None
        if scripted and nests_deeper(scripted, DEEPEST):
            return _TOO_DEEP
        if scripted and (body := LexborHTMLParser(f"<body><div>{scripted}</div></body>").body) is not None:
            blocks, boxes = walk(body)
            ruled = replace(ruled, span=None) if ruled else None
    except TooDeepError:
        return _TOO_DEEP
    if ruled and "title" in ruled.fields:
        head = replace(head, headlines=(*ruled.fields["title"].texts, *head.headlines))
    return Document(blocks, boxes, head, ruled=ruled)


def read_plain(text: str, rules: tuple[Rules, ...] = ()) -> Document:
    """The lines of a plain text."""
    lines = [collapse(line) for line in re.split(r"\r\n|[\r\n\u2028\u2029]", text)]
    blocks = tuple(
        Block(shown, "line", "line", 0, found=line if line != shown else "")
        for line in lines
        if (shown := strip_widthless(line))
    )
    boxes = (Box(-1, "body", "", 0, 0, len(blocks)),)
    return Document(blocks, boxes, is_plain=True, ruled=Ruled(rules[0]) if rules else None)
