"""The title of an article: its headline, not the name of the site nor of a column."""

from __future__ import annotations

import re
from collections.abc import Callable

from transform.maintext.blocks import Document
from transform.maintext.plain import choose_lines
from transform.maintext.scene import find_headline, letters, titles_of

_CUT = re.compile(r"\s*[|｜_＿\-–—－»«>›~]+\s*|\s+[:：·•]+\s+|\s{2,}")
_SITE = re.compile(
    r"(?:网|網|报|報|社|台|频道|頻道|新闻|新聞|中心|博客|论坛|論壇|首页|門戶|门户|在线|News|\.com|\.cn|\.tw|\.hk|\.net)$",
    re.I,
)


def find_title(document: Document, restore: Callable[[str], str]) -> str | None:
    """The headline as the page shows it, or as it names itself, or None."""
    found = title_and_evidence(document)
    return restore(found[0]) if found else None


def title_and_evidence(document: Document) -> tuple[str, str] | None:
    """The title as found, and where."""
    head = document.head
    named = titles_of(document)
    index = find_headline(document, named)
    own = letters(head.title or "") + " " + letters(head.metas.get("og:title") or "")
    if index is not None:
        text = document.blocks[index].text
        if letters(text) in own or (document.blocks[index].tag == "h1"):
            return text, "the headline on the page"
    said = {
        "og:title": head.metas.get("og:title"),
        "JSON-LD": _item_headline(document),
        "<title>": head.title,
    }
    for where, name in said.items():
        if name:
            return cut_site(name, head.metas.get("og:site_name")), where
    if document.is_plain:
        return _plain_title(document)
    return None


def cut_site(title: str, site: str | None) -> str:
    """A page's title without the names of site and column at its end.

    >>> cut_site("江边小镇迎来早稻丰收_要闻_某某新闻网", None)
    '江边小镇迎来早稻丰收'
    """
    if site and title.endswith(site):
        title = title[: -len(site)].rstrip(" -_|—–｜")
    pieces = _CUT.split(title)
    if len(pieces) == 1:
        return title.strip()
    first = pieces[0]
    if len(letters(first)) >= 6 and not _SITE.search(first):
        end = title.find(pieces[1], len(first)) if pieces[1] else -1
        rest = title[end:] if end > 0 else ""
        return title if rest and len(letters(rest)) > 12 and not _SITE.search(rest) else first.strip()
    return max(pieces, key=lambda piece: len(letters(piece))).strip()


def _item_headline(document: Document) -> str | None:
    for item in document.head.items:
        if isinstance(item.get("headline"), str) and item["headline"].strip():
            return str(item["headline"]).strip()
    return None


def _plain_title(document: Document) -> tuple[str, str] | None:
    """The line above the article of a plain text."""
    headline = choose_lines(document)[1]
    return (document.blocks[headline].text, "the line above the article") if headline is not None else None
