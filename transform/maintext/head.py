"""What a page says of itself outside its text: title, metas, JSON-LD, canonical address, language."""

from __future__ import annotations

import json
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from transform.maintext.blocks import Head
from transform.maintext.spaces import collapse, strip_widthless


def read_head(tree: LexborHTMLParser) -> Head:
    """The facts of a page's head, wherever in the page they stand."""
    metas: dict[str, str] = {}
    times: list[str] = []
    for meta in tree.css("meta"):
        attributes = meta.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        content = attributes.get("content")
        if name and content and content.strip():
            metas.setdefault(name.strip().lower(), content.strip())
    for node in tree.css("time[datetime], [itemprop='datePublished']"):
        value = node.attributes.get("datetime") or node.attributes.get("content") or node.text(strip=True)
        if value:
            times.append(value.strip())
    title = tree.css_first("title")
    canonical = tree.css_first("link[rel='canonical']")
    root = tree.root
    language = (root.attributes.get("lang") or root.attributes.get("xml:lang")) if root is not None else None
    headlines = tuple(text for h1 in tree.css("h1") if (text := strip_widthless(collapse(h1.text()))))
    return Head(
        strip_widthless(collapse(title.text())) or None if title is not None else None,
        metas,
        tuple(_items(tree)),
        headlines,
        canonical.attributes.get("href") if canonical is not None else None,
        language,
        tuple(times),
    )


def _items(tree: LexborHTMLParser) -> list[dict[str, Any]]:
    """JSON-LD items, those inside lists and graphs too. What is no JSON is no fact."""
    out: list[dict[str, Any]] = []
    for script in tree.css("script[type='application/ld+json']"):
        try:
            found = json.loads(script.text() or "", strict=False)
        except (ValueError, RecursionError):
            continue
        queue = [found]
        while queue and len(out) < 50:
            item = queue.pop(0)
            if isinstance(item, list):
                queue = item + queue
            elif isinstance(item, dict):
                out.append(item)
                graph = item.get("@graph")
                queue = (graph if isinstance(graph, list) else []) + queue
    return out
