"""A page as text, with the evidence for the codec that was chosen."""

from msgspec import Struct


class Decoding(Struct, frozen=True):
    """How bytes became text."""

    codec: str
    """The WHATWG name in lower case: `utf-8`, `gb18030`, `big5`, `utf-16le`, …"""
    evidence: str
    """`bom`, `utf8`, `http`, `meta`, `site`, `detector` or `given`: what spoke for the codec."""
    replaced: int = 0
    """Characters that no codec could read and that became U+FFFD."""
    also: tuple[str, ...] = ()
    """The codecs of other parts of the page, where it has any; `codec` is that of most of it."""


class DecodedPage(Struct, frozen=True):
    """The text of a page, nothing repaired and nothing stripped."""

    text: str
    decoding: Decoding
