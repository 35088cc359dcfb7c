"""A page as text, with the evidence for the codec that was chosen."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Decoding:
    """How bytes became text."""

    codec: str
    """The WHATWG name in lower case: `utf-8`, `gb18030`, `big5`, `utf-16le`, …"""
    evidence: str
    """`bom`, `utf8`, `http`, `meta`, `site`, `detector` or `given`: what spoke for the codec."""
    replaced: int = 0
    """Characters that no codec could read and that became U+FFFD."""


@dataclass(frozen=True, slots=True)
class MixedDecoding(Decoding):
    """The same of a page whose parts have several codecs; `codec` is the one of most of it."""

    also: tuple[str, ...] = ()
    """The other codecs that characters were read by."""


@dataclass(frozen=True, slots=True)
class DecodedPage:
    """The text of a page, nothing repaired and nothing stripped."""

    text: str
    decoding: Decoding
