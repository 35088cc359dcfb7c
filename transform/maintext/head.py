"""What a page says of itself outside its text: title, metas, JSON-LD, canonical address, language."""

from __future__ import annotations

import json
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from transform.maintext.blocks import Head
from transform.maintext.spaces import collapse, strip_widthless

_FACTS = (
    "title, meta, h1, time[datetime], [itemprop='datePublished']:not(meta), link[rel='canonical'],"
    " script[type='application/ld+json']"
)
"""All at once: to look through a page takes longer than to tell what was found."""


def read_head(tree: LexborHTMLParser) -> Head:
    """The facts of a page's head, wherever in the page they stand."""
    metas: dict[str, str] = {}
    times: list[str] = []
    titles: list[str] = []
    headlines: list[str] = []
    links: list[str | None] = []
    scripts: list[str] = []
    for node in tree.css(_FACTS):
        tag, attributes = node.tag, node.attributes
        if tag == "meta":
            content = (attributes.get("content") or "").strip()
            name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
            if name and content:
                metas.setdefault(name.strip().lower(), content)
            if attributes.get("itemprop") == "datePublished" and content:
                times.append(content)
        elif tag == "title":
            titles.append(strip_widthless(collapse(node.text())))
        elif tag == "link":
            links.append(attributes.get("href"))
        elif tag == "script":
            scripts.append(node.text() or "")
        elif tag == "time" or attributes.get("itemprop") == "datePublished":
            value = attributes.get("datetime") or attributes.get("content") or node.text(strip=True)
            if value:
                times.append(value.strip())
        if tag == "h1" and (text := strip_widthless(collapse(node.text()))):
            headlines.append(text)
    root = tree.root
    language = (root.attributes.get("lang") or root.attributes.get("xml:lang")) if root is not None else None
    return Head(
        (titles[0] or None) if titles else None,
        metas,
        tuple(_items(scripts)),
        tuple(headlines),
        links[0] if links else None,
        language,
        tuple(times),
    )


def _items(scripts: list[str]) -> list[dict[str, Any]]:
    """JSON-LD items, those inside lists and graphs too. What is no JSON is no fact."""
    out: list[dict[str, Any]] = []
    for script in scripts:
        try:
            found = json.loads(script, strict=False)
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
