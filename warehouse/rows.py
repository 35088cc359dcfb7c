"""Pages and what became of them, as the rows of a batch."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from hashlib import sha256
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from extract.archive import archive_path
from extract.page import RawPage, UnreadPage
from extract.rejection import Rejection
from transform.article import Article
from transform.figures.figure import LARGEST, SMALLEST, Figure
from transform.figures.units import to_base

Row = dict[str, Any]
Item = RawPage | UnreadPage

_SAME_IN_ARTICLE = (
    *("url", "canonical_url", "original_url", "site", "title", "body", "body_as_found"),
    *("published_how", "source_name", "place_code", "place_name", "language", "script", "site_memory"),
)


class BatchRows(Struct, frozen=True):
    """The rows of one batch by table; `row` joins them, as ids of articles exist only after the load."""

    batch_id: str
    pages: list[Row]
    articles: list[Row]
    repairs: list[Row]
    figures: list[Row]


def batch_rows(done: Iterable[tuple[Item, Article | Rejection]], transform_version: str) -> BatchRows:
    """The rows of a batch of pages with their outcomes."""
    pages: list[Row] = []
    articles: list[Row] = []
    repairs: list[Row] = []
    figures: list[Row] = []
    for row, (item, outcome) in enumerate(done):
        pages.append({"row": row, **_page_row(item, outcome)})
        if isinstance(outcome, Article):
            articles.append(
                {"row": row, "transform_version": transform_version, **_article_row(item, outcome)}
            )
            repairs += ({"row": row, **asdict(edit)} for edit in outcome.repairs)
            figures += ({"row": row, **figure} for figure in _figure_rows(outcome.figures))
    names = sorted(f"{page['location']} {page['page_id']}" for page in pages)
    batch_id = sha256("\n".join([transform_version, *names]).encode()).hexdigest()
    return BatchRows(batch_id, pages, articles, repairs, figures)


def location(item: Item) -> str:
    """Where a page stands: its address, or its path below its SOURCE."""
    return item.url or item.path


def article_id(item: Item, article: Article) -> str:
    """Hash of the canonical address or, where there is none, of the path below the SOURCE."""
    return sha256((article.canonical_url or location(item)).encode()).hexdigest()[:32]


def _page_row(item: Item, outcome: Article | Rejection) -> Row:
    row: Row = {"location": location(item), "source": item.source, "url": item.url, "status": "article"}
    if isinstance(item, RawPage):
        row |= {
            "page_id": item.page_id,
            "content_type": item.content_type,
            "size_bytes": len(item.body),
            "archive_path": archive_path(item.page_id),
            "seen_on": item.seen_on,
        }
    else:
        row["page_id"] = None
    if isinstance(outcome, Rejection):
        row |= {"status": "rejected", "stage": str(outcome.stage), "reason": str(outcome.reason)}
        row["detail"] = outcome.detail
    return row


def _article_row(item: Item, article: Article) -> Row:
    published = article.published
    return {
        "article_id": article_id(item, article),
        "page_id": item.page_id if isinstance(item, RawPage) else None,
        **{name: getattr(article, name) for name in _SAME_IN_ARTICLE},
        "body_id": sha256(article.body.encode()).hexdigest(),
        "published_at": datetime.fromisoformat(published) if published else None,
        "published_precision": None if not published else "day" if len(published) == 10 else "second",
        "authors": list(article.authors),
        "editors": list(article.editors),
        "flags": list(article.flags),
        "encoding": article.encoding.codec,
        "encoding_evidence": article.encoding.evidence,
        "replaced_characters": article.encoding.replaced,
    }


def _figure_rows(figures: Iterable[Figure]) -> Iterator[Row]:
    """Figures with their bases; `nth` is None for the first of those that share a span."""
    seen: Counter[tuple[int, int]] = Counter()
    for figure in figures:
        span = (figure.start, figure.end)
        seen[span] += 1
        row = asdict(figure) | {"nth": str(seen[span]) if seen[span] > 1 else None}
        base = None
        if figure.value is not None and figure.unit:
            base = to_base(figure.value, figure.unit, figure.kind)
        if base and abs(base[0]) < LARGEST:
            row |= {"value_base": base[0].quantize(SMALLEST), "unit_base": base[1]}
        yield row
