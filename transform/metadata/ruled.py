"""Metadata that a site's rules point to: read like the rest, from where the rule says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from transform.maintext.blocks import Document
from transform.maintext.rules import Reading
from transform.maintext.scene import may_be_title
from transform.metadata.byline import Byline, read_line
from transform.metadata.dates import Published, read_moment
from transform.metadata.stamps import find_stamps

Restore = Callable[[str], str]


def ruled_title(document: Document) -> tuple[str, str] | None:
    """The headline that a rule points to, as found, and where."""
    reading = _reading(document, "title")
    if reading is None or not may_be_title(reading.texts[0]):
        return None
    return reading.texts[0], f"rule {reading.rule}"


def ruled_published(document: Document, restore: Restore, latest: date) -> Published | None:
    """The day that a rule points to; nothing later than `latest`."""
    reading = _reading(document, "published")
    if reading is None:
        return None
    return read_moment(restore(reading.texts[0]), f"rule {reading.rule}", latest)


def rule_byline(document: Document, restore: Restore, byline: Byline) -> None:
    """Put what rules point to in the place of what the lines around the article say."""
    for key, role in (("source_name", "来源"), ("authors", "作者"), ("editors", "责任编辑")):
        reading = _reading(document, key)
        if reading is None:
            continue
        own = Byline()
        for text in reading.texts:
            _read(restore(text), role, own)
        where = f"rule {reading.rule}"
        if key == "source_name" and own.source:
            byline.source, byline.evidence[key] = own.source, where
        elif key == "authors" and own.authors:
            byline.authors, byline.evidence[key] = own.authors, where
        elif key == "editors" and own.editors:
            byline.editors, byline.evidence[key] = own.editors, where


def _reading(document: Document, key: str) -> Reading | None:
    return document.ruled.fields.get(key) if document.ruled else None


def _read(text: str, role: str, byline: Byline) -> None:
    """Read a line with its labels; one without is what the rule says it is."""
    read_line(text, byline, True)
    if not (byline.source or byline.authors or byline.editors) and next(find_stamps(text), None) is None:
        read_line(f"{role}：{text}", byline, True)
