"""The article of a page that keeps it in a script: a JSON value or a variable that a program would show."""

from __future__ import annotations

import json
import re
from html import escape

from selectolax.lexbor import LexborHTMLParser

from transform.maintext.blocks import Block, Head

THIN = 150
"""A page with fewer characters of prose on it may keep its article elsewhere."""
LEAST = 120
"""Characters that such an article has at least."""
_VALUE = re.compile(
    r"""["']?(?:content|articleBody|article_content|body|html|detail|text|newsContent|main_content)["']?\s*[:=]\s*"""
    r'''"([^"\\]*(?:\\.[^"\\]*)*)"''',
    re.I | re.S,
)
_HAN = re.compile(r"[㐀-鿿]")


def is_thin(blocks: tuple[Block, ...]) -> bool:
    """Whether what the page shows is too little for an article."""
    return sum(len(block.text) - block.linked for block in blocks if len(block.text) > 20) < THIN


def find_scripted(tree: LexborHTMLParser, head: Head) -> str | None:
    """The longest text of a script that reads like an article, as markup."""
    best = ""
    for item in head.items:
        if isinstance(item.get("articleBody"), str):
            best = max(best, str(item["articleBody"]), key=_letters)
    for script in tree.css("script"):
        for match in _VALUE.finditer(script.text() or ""):
            if len(match.group(1)) >= LEAST:
                best = max(best, _unquote(match.group(1)), key=_letters)
    if _letters(best) < LEAST:
        return None
    if re.search(r"<(?:p|div|br)\b", best, re.I):
        return best
    return "".join(f"<p>{escape(line)}</p>" for line in best.splitlines() if line.strip())


def _letters(text: str) -> int:
    return len(_HAN.findall(text))


def _unquote(text: str) -> str:
    """A string of JSON without its escapes; as it stands where it is none."""
    try:
        return str(json.loads(f'"{text}"', strict=False))
    except ValueError:
        return text
