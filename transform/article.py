"""The article: a page's repaired main text with its metadata, repairs and figures."""

from msgspec import Struct

from transform.decode.decoded import Decoding
from transform.figures.figure import Figure
from transform.repair.edits import Edit


class Article(Struct, frozen=True, kw_only=True):
    """One article, as the contract's record of it. Unknown is None, never an empty string."""

    encoding: Decoding
    url: str | None = None
    canonical_url: str | None = None
    original_url: str | None = None
    """The address that the page names as its origin (原文链接)."""
    title: str | None = None
    published: str | None = None
    """`2023-04-24` or `2023-04-24T10:22:13`, wall time of the site (Asia/Shanghai)."""
    published_how: str | None = None
    """`stated`, `dateline`, `inferred` or `url`."""
    source_name: str | None = None
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    site: str | None = None
    place_code: str | None = None
    """GB/T 2260 division that the article is about."""
    place_name: str | None = None
    script: str = "other"
    """The script of the text as found: `Hans`, `Hant` or `other`."""
    language: str = "zh"
    body: str
    """Paragraphs, one a line, repaired, in simplified script."""
    body_as_found: str
    """The same before any repair: edits count in it."""
    flags: tuple[str, ...] = ()
    repairs: tuple[Edit, ...] = ()
    figures: tuple[Figure, ...] = ()
    site_memory: str | None = None
    """Version of what the site was known to repeat when the main text was chosen."""
