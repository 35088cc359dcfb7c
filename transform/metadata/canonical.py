"""The article's own address and the one it was taken from."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from transform.maintext.blocks import Document
from transform.patterns import compiled

_ORIGINAL = compiled(
    r"(?:原文|原始|源|来源|來源|出处)(?:链接|連結|鏈接|地址|网址|網址)\s*[:：]?\s*(https?://[^\s，。；、）)\"'<>]+)",
    re.I,
)
_OWN = compiled(
    r"(?:本文|文章|本页)(?:链接|連結|鏈接|地址|网址|網址)\s*[:：]?\s*(https?://[^\s，。；、）)\"'<>]+)", re.I
)

_NO_ADDRESS = compiled(r"[\s<>\"]")
_FILE = compiled(r"\d{2,}|\.[a-z]*html?$|.{24,}", re.I)
_NUMBER = compiled(r"\d{2,}")


def find_canonical(document: Document, url: str | None) -> tuple[str, str] | None:
    """The address that the page gives as its own, and where: never a site's root or a section's."""
    head = document.head
    canonical = absolute(head.canonical, url)
    if canonical and not _is_root(canonical):
        return canonical, "rel=canonical"
    shared = absolute(head.metas.get("og:url"), url)
    if shared and looks_like_a_page(shared):
        return shared, "og:url"
    for text in _lines_with_address(document):
        match = _OWN.search(text)
        if match and looks_like_a_page(match.group(1)):
            return match.group(1), "the line that gives the address"
    return None


def find_original(document: Document) -> str | None:
    """The address after 原文链接."""
    for text in _lines_with_address(document):
        match = _ORIGINAL.search(text)
        if match and _is_address(match.group(1)):
            return match.group(1)
    return None


def _lines_with_address(document: Document) -> list[str]:
    """The lines that hold an address in full: few pages have any."""
    return [block.text for block in document.blocks if "http" in block.text]


def absolute(address: str | None, url: str | None) -> str | None:
    """The address with its host, or None where that is not http."""
    if not address or not address.strip():
        return None
    try:
        joined = urljoin(url or "", address.strip())
    except ValueError:
        return None
    return joined if _is_address(joined) else None


def _is_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not _NO_ADDRESS.search(address)


def _is_root(address: str) -> bool:
    parts = urlsplit(address)
    return (
        parts.path.strip("/").lower() in ("", "index.html", "index.htm", "index.php", "index.shtml")
        and not parts.query
    )


def looks_like_a_page(address: str) -> bool:
    """Whether an address is one page's and not a section's: it has a number or a file name.

    >>> looks_like_a_page("http://news.example/2023/04/24/18406.html"), looks_like_a_page("http://news.example/finance/")
    (True, False)
    """
    if not _is_address(address) or _is_root(address):
        return False
    parts = urlsplit(address)
    last = parts.path.rstrip("/").rpartition("/")[2]
    return bool(_FILE.search(last) or _NUMBER.search(parts.query))
