"""The records of the contract as plain objects, ready for JSON: complete, with None where unknown."""

from dataclasses import asdict, fields
from datetime import date
from decimal import Decimal
from typing import Any

from extract.page import RawPage, UnreadPage
from extract.rejection import Rejection
from transform.article import Article
from transform.figures.figure import Figure
from transform.repair.edits import Edit

Record = dict[str, Any]

_ARTICLE_FIELDS = [field.name for field in fields(Article)]
_FIGURE_FIELDS = [field.name for field in fields(Figure)]


def page_record(page: RawPage | UnreadPage, outcome: Article | Rejection, *, full: bool = False) -> Record:
    """The record that `jianbao parse` prints of a page; `full` adds the body as found."""
    head: Record = {
        "source": page.source,
        "page_id": page.page_id if isinstance(page, RawPage) else None,
        "status": "rejected" if isinstance(outcome, Rejection) else "article",
        "reason": None,
        "encoding": None,
        "url": page.url,
    }
    if isinstance(outcome, Rejection):
        head |= {"reason": str(outcome.reason), "stage": str(outcome.stage), "detail": outcome.detail}
        empty: Record = dict.fromkeys(_ARTICLE_FIELDS)
        empty |= {"authors": [], "editors": [], "flags": [], "repairs": [], "figures": []}
        record = empty | head
    else:
        values = {name: getattr(outcome, name) for name in _ARTICLE_FIELDS}
        values |= {name: list(values[name]) for name in ("authors", "editors", "flags")}
        values["encoding"] = asdict(outcome.encoding)
        values["repairs"] = [edit_record(edit) for edit in outcome.repairs]
        values["figures"] = [figure_record(figure) for figure in outcome.figures]
        record = head | {"stage": None, "detail": None} | values
    if not full:
        del record["body_as_found"]
    return record


def edit_record(edit: Edit) -> Record:
    """One repair."""
    return asdict(edit)


def figure_record(figure: Figure) -> Record:
    """One figure: numbers as decimal strings without exponent, days as ISO dates."""
    return {name: _plain(getattr(figure, name)) for name in _FIGURE_FIELDS}


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return plain_number(value)
    return value.isoformat() if isinstance(value, date) else value


def plain_number(value: Decimal) -> str:
    """A decimal as people write it.

    >>> plain_number(Decimal("2.70E+4")), plain_number(Decimal("-3.90"))
    ('27000', '-3.9')
    """
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
