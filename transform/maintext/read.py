"""A decoded page becomes a document: one parse, one pass."""

from __future__ import annotations

import re
from html import escape

from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser

from extract.rejection import Reason, Rejection, Stage
from extract.sites.rules import Rules
from transform.maintext.blocks import Block, Box, Document, Head
from transform.maintext.furniture_words import classes_of
from transform.maintext.head import read_head
from transform.maintext.nesting import nests_deeper
from transform.maintext.ruled_blocks import find_span
from transform.maintext.rules import Ruled, apply_rules
from transform.maintext.scripts import Scripted, find_scripted, is_thin
from transform.maintext.spaces import collapse, strip_widthless
from transform.maintext.walk import DEEPEST, TooDeepError, walk
from transform.patterns import compiled

_MARKUP = compiled(
    r"<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]|<(?:div|p|table|article|section|span|br|meta)[\s/>]",
    re.I,
)

_DOCUMENT = compiled(r"\s*(?:<!doctype html|<html[\s>])", re.I)
_LINE_END = compiled(r"\r\n|[\r\n\u2028\u2029]")
_OPTION = compiled(r"<option\b[^<>]*>[^<]*(?:</option\s*>)?", re.I)
OPTIONS = 2000
"""A page with more choices to make is read without them."""
NOTHING = 12
"""A page with fewer characters shows nothing."""
BYLINES = frozenset(["source_line", "credit", "editor"])
LONGEST_BYLINE = 80
BYLINE_LINES = 4
_TOO_DEEP = Rejection(
    Stage.MAINTEXT, Reason.TOO_DEEP, "elements nest deeper than in a page of people's making"
)


def is_html(text: str, content_type: str | None, path: str) -> bool:
    """Whether a text is to be read as HTML: by its header, its markup, and only then its name."""
    if content_type and "html" in content_type.lower():
        return True
    name = path.lower().split("?")[0]
    if name.endswith(".txt") or (content_type and content_type.lower().startswith("text/plain")):
        return bool(_DOCUMENT.match(text[:500]))
    return name.endswith((".html", ".htm", ".shtml", ".xhtml")) or bool(_MARKUP.search(text[:5000]))


def read_html(text: str, url: str | None = None, rules: tuple[Rules, ...] = ()) -> Document | Rejection:
    """Blocks, boxes and head of a page, after the rules of its site, in the order of `order_rules`."""
    if text.count("<") > OPTIONS:  # too few tags are neither too many options nor too deep
        if text.count("<option") + text.count("<OPTION") > OPTIONS:
            text = _OPTION.sub("", text)  # the parser takes the square of their time, and no article has any
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
        shown = _show(scripted, blocks, head) if scripted else _show_without_scripts(tree, blocks)
        if shown and nests_deeper(shown, DEEPEST):
            return _TOO_DEEP
        if shown and (body := LexborHTMLParser(f"<body>{shown}</body>").body) is not None:
            blocks, boxes = walk(body)
            ruled = replace(ruled, span=None) if ruled else None
        head = _complete(head, scripted) if scripted else head
    except TooDeepError:
        return _TOO_DEEP
    if ruled and "title" in ruled.fields:
        head = replace(head, headlines=(*ruled.fields["title"].texts, *head.headlines))
    return Document(blocks, boxes, head, ruled=ruled)


def _show(scripted: Scripted, blocks: tuple[Block, ...], head: Head) -> str:
    """The page as its script would show it: headline, lines of date and source, article."""
    title = scripted.title if scripted.is_named else next(iter(head.headlines), "")
    lines = [
        block.text
        for block in blocks
        if not block.linked
        and len(block.text) < LONGEST_BYLINE
        and not BYLINES.isdisjoint(classes_of(block.text))
    ]
    if scripted.source and not any("来源" in line for line in lines):
        lines.append(f"来源：{scripted.source}")
    above = "".join(f"<div>{escape(line)}</div>" for line in lines[:BYLINE_LINES])
    return f"{f'<h1>{escape(title)}</h1>' if title else ''}{above}<div>{scripted.markup}</div>"


def _show_without_scripts(tree: LexborHTMLParser, blocks: tuple[Block, ...]) -> str:
    """What a page that shows nothing says to a reader without scripts."""
    if len(blocks) >= NOTHING or sum(len(block.text) for block in blocks) >= NOTHING:
        return ""
    said = collapse(" ".join(node.text(separator=" ") for node in tree.css("noscript")))
    return f"<p>{escape(said)}</p>" if said and "<" not in said else ""


def _complete(head: Head, scripted: Scripted) -> Head:
    """The head with what stands beside the article in the script, where it says nothing of its own."""
    said = {"article:published_time": scripted.published, "author": scripted.author}
    metas = {name: value for name, value in said.items() if value} | head.metas
    headlines = head.headlines or ((scripted.title,) if scripted.is_named else ())
    return replace(head, metas=metas, headlines=headlines)


def read_plain(text: str, rules: tuple[Rules, ...] = ()) -> Document:
    """The lines of a plain text."""
    lines = [collapse(line) for line in _LINE_END.split(text)]
    blocks = tuple(
        Block(shown, "line", "line", 0, found=line if line != shown else "")
        for line in lines
        if (shown := strip_widthless(line))
    )
    boxes = (Box(-1, "body", "", 0, 0, len(blocks)),)
    return Document(blocks, boxes, is_plain=True, ruled=Ruled(rules[0]) if rules else None)
