"""Metadata of an article, each with where it came from; null rather than a guess."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache

from msgspec import Struct

from transform.maintext.blocks import Document, MainText
from transform.maintext.furniture_words import classes_of
from transform.metadata.byline import Byline, read_groups, read_line
from transform.metadata.canonical import find_canonical, find_original
from transform.metadata.dates import find_published, latest_day
from transform.metadata.forms import read_forms
from transform.metadata.names import is_person, split_names
from transform.metadata.place import find_place
from transform.metadata.ruled import rule_byline, ruled_published
from transform.metadata.site import find_site
from transform.metadata.title import title_above, title_and_evidence
from transform.patterns import compiled

_HAN = compiled("[一-鿿]+")
_MEDIUM = compiled(r"http|@|网|报社|新闻|\.com")
_BETWEEN = compiled(r"[\s、，,　]")
_LANGUAGE = compiled("[a-z]{2,3}")
_OTHERS = frozenset(("comment", "related"))
LOOKED_AT, LOOKED_AT_FIRST = 2000, 600
"""The language is told by so many characters of a text; for most so few are enough."""


class Metadata(Struct, frozen=True, kw_only=True):
    """What is known of an article beside its text. Unknown is None."""

    title: str | None = None
    published: str | None = None
    published_how: str | None = None
    source_name: str | None = None
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    site: str | None = None
    place_code: str | None = None
    place_name: str | None = None
    canonical_url: str | None = None
    original_url: str | None = None
    language: str = "zh"
    evidence: tuple[tuple[str, str], ...] = ()
    """Field → where its value came from."""


def find_metadata(
    document: Document,
    main: MainText,
    body: str,
    restore: Callable[[str], str],
    url: str | None = None,
    seen_on: date | None = None,
    site_name: str | None = None,
    site_place: str | None = None,
    today: date | None = None,
) -> Metadata:
    """Everything that a page says of its article."""
    evidence: dict[str, str] = {}
    restore = cache(restore)  # a line is read for its day, its names and its source
    titled = title_and_evidence(document)
    if titled is None:
        titled = title_above(document, main, body, restore)
    title = restore(titled[0]) if titled else None
    if titled:
        evidence["title"] = titled[1]
    published = ruled_published(document, restore, latest_day(seen_on, today))
    published = published or find_published(document, main, body, restore, url, seen_on, today)
    if published is not None:
        evidence["published"] = published.evidence
    byline = find_byline(document, main, body, restore)
    rule_byline(document, restore, byline)
    evidence |= byline.evidence
    site = (site_name, "the site's file") if site_name else find_site(document, restore)
    if site:
        evidence["site"] = site[1]
    place = find_place(
        title, body, byline.source, site[0] if site else None, site_place, document.head.language
    )
    if place is not None:
        evidence["place_code"] = place[1]
    canonical, original = find_canonical(document, url), find_original(document)
    if canonical:
        evidence["canonical_url"] = canonical[1]
    if original:
        evidence["original_url"] = "the line 原文链接"
    return Metadata(
        title=title,
        published=published.iso if published else None,
        published_how=published.how if published else None,
        source_name=byline.source,
        authors=tuple(byline.authors),
        editors=tuple(byline.editors),
        site=site[0] if site else None,
        place_code=place[0].code if place else None,
        place_name=place[0].full_name if place else None,
        canonical_url=canonical[0] if canonical else None,
        original_url=original,
        language=_language(document, body),
        evidence=tuple(sorted(evidence.items())),
    )


def find_byline(document: Document, main: MainText, body: str, restore: Callable[[str], str]) -> Byline:
    """Authors, editors and source from the lines around the article and its first and last paragraphs."""
    byline = Byline()
    kept = main.indexes
    first, last = (kept[0], kept[-1]) if kept else (0, 0)
    top = main.headline if main.headline is not None and main.headline <= first else max(0, first - 6)
    inside = set(kept)
    _read_blocks(
        document,
        [index for index in range(max(0, top - 2), first) if index != main.headline],
        byline,
        restore,
    )
    paragraphs = body.split("\n")
    ends = paragraphs[:3] + [p for p in paragraphs[3:6] if len(p) < 40]
    ends += [p for p in paragraphs[-4:] if p not in ends]
    for number, paragraph in enumerate(ends):
        is_last = number >= len(ends) - 2
        if number < 3:
            read_groups(paragraph[:200], byline, is_last and len(paragraph) <= 200)
        if number >= 3 or (len(paragraph) > 200 and paragraph in paragraphs[-2:]):
            read_groups(paragraph[-200:], byline, is_last or paragraph is paragraphs[-1])
        read_forms(paragraph[:80], byline)
        if len(paragraph) < 60:
            read_line(paragraph, byline, True)
    after = Byline()
    outside = [index for index in range(first, last) if index not in inside and index != main.headline]
    _read_blocks(document, outside + _tail(document, last), after, restore)
    byline.authors = byline.authors or after.authors
    byline.editors += [name for name in after.editors if name not in byline.editors]
    byline.source = byline.source or after.source
    byline.evidence = after.evidence | byline.evidence
    if not byline.authors:
        _from_head(document, restore, byline)
    if not byline.authors:
        _from_name_line(
            document,
            range(max(0, top - 1), min(first + 2, len(document.blocks))),
            main.headline,
            restore,
            byline,
        )
    if not byline.authors:
        byline.authors = byline.photographers or after.photographers
    byline.authors[:] = [name for name in byline.authors if name != byline.source]
    return byline


def _tail(document: Document, last: int) -> list[int]:
    """The blocks right behind the article, up to comments and related stories."""
    out = []
    for index in range(last + 1, min(last + 7, len(document.blocks))):
        if not _OTHERS.isdisjoint(classes_of(document.blocks[index].text)):
            break
        out.append(index)
    return out


def _read_blocks(
    document: Document, indexes: list[int], byline: Byline, restore: Callable[[str], str]
) -> None:
    for index in indexes:
        block = document.blocks[index]
        if block.hidden:
            continue  # what readers do not see names nobody
        if 3 <= len(block.text) <= 160 and block.linked * 2 <= len(block.text) + 20:
            text = restore(block.text)
            read_line(text, byline, len(text) < 60)
            read_forms(text, byline)
            read_groups(text, byline, len(text) < 60)


def _from_head(document: Document, restore: Callable[[str], str], byline: Byline) -> None:
    said = [document.head.metas.get("author"), document.head.metas.get("article:author")]
    for item in document.head.items:
        author = item.get("author")
        people = author if isinstance(author, list) else [author]
        said += [
            one.get("name") for one in people if isinstance(one, dict) and one.get("@type") != "Organization"
        ]
    for text in said:
        if isinstance(text, str) and len(text) < 40 and not _MEDIUM.search(text):
            names = split_names(restore(text))
            if names and all(map(is_person, names)):
                byline.authors += [name for name in names if name not in byline.authors + byline.editors]
                byline.evidence.setdefault("authors", "meta author")


def _from_name_line(
    document: Document, indexes: range, headline: int | None, restore: Callable[[str], str], byline: Byline
) -> None:
    """A line under the headline that is nothing but names."""
    for index in indexes:
        text = document.blocks[index].text
        if index != headline and 2 <= len(text) <= 14 and not document.blocks[index].linked:
            names = split_names(restore(text))
            if names and all(map(is_person, names)) and len("".join(names)) == len(_BETWEEN.sub("", text)):
                byline.authors += names
                byline.evidence.setdefault("authors", f"the line “{text}”")
                return


def _language(document: Document, body: str) -> str:
    """The language of the text: what it is written in, then what the page says."""
    beginning = body[:LOOKED_AT]
    if _count_han(body[:LOOKED_AT_FIRST]) * 4 > len(beginning):
        return "zh"
    han = _count_han(beginning)
    if han * 4 > len(beginning):
        return "zh"
    said = (document.head.language or "").split("-")[0].lower()
    return said if _LANGUAGE.fullmatch(said) and said != "zh" else "en" if han == 0 else "zh"


def _count_han(text: str) -> int:
    return sum(map(len, _HAN.findall(text)))
