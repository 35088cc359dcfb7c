"""The records of the contract, ready for JSON: complete, with None where unknown."""

from decimal import Decimal
from typing import Any

import orjson
from msgspec import Struct
from msgspec.structs import asdict

from extract.page import RawPage, UnreadPage
from extract.rejection import Rejection
from transform.article import Article
from transform.figures.figure import Figure
from transform.flags import explain_flags
from transform.repair.evidence import evidence_record

Record = dict[str, Any]

_ARTICLE_FIELDS = Article.__struct_fields__
_NUMBERS = ("value", "value_min", "value_max")
_LISTS = ("authors", "editors", "flags", "repairs", "figures")


def page_record(page: RawPage | UnreadPage, outcome: Article | Rejection, *, full: bool = False) -> Record:
    """The record that `jianbao parse` prints of a page, its repairs and figures for `json_line` to write.

    `full` adds the body as found and, for each flag, what it rests on.
    """
    rejection = outcome if isinstance(outcome, Rejection) else None
    record: Record = {
        "source": page.source,
        "page_id": page.page_id if isinstance(page, RawPage) else None,
        "status": "rejected" if rejection else "article",
        "stage": str(rejection.stage) if rejection else None,
        "reason": str(rejection.reason) if rejection else None,
        "detail": rejection.detail if rejection else None,
    }
    record |= dict.fromkeys(_ARTICLE_FIELDS) | {name: [] for name in _LISTS} | {"url": page.url}
    if isinstance(outcome, Article):
        record |= {name: getattr(outcome, name) for name in _ARTICLE_FIELDS}
        record |= {name: list(record[name]) for name in _LISTS}
        record["encoding"] = asdict(outcome.encoding) | {"also": list(outcome.encoding.also)}
    if full:
        record["flag_evidence"] = (
            evidence_record(explain_flags(outcome)) if isinstance(outcome, Article) else None
        )
    else:
        del record["body_as_found"]
    return record


def json_line(record: Record | Figure) -> str:
    """A record, or a figure alone, as JSON: numbers as decimal strings without exponent, days as ISO dates.

    >>> json_line({"value": Decimal("2.70E+4"), "day": date(2024, 2, 15)})
    '{"value":"27000","day":"2024-02-15"}'
    """
    return orjson.dumps(_flat(record), default=_plain).decode()


def _flat(record: Record | Figure) -> Record:
    """Made plain here: what `orjson` calls back for would lose a Ctrl-C that comes meanwhile."""
    if isinstance(record, Figure):
        plain = asdict(record)
        for name in _NUMBERS:
            if plain[name] is not None:
                plain[name] = plain_number(plain[name])
        return plain
    if isinstance(record, Struct):
        return asdict(record)
    return {
        name: list(map(_flat, value)) if _holds_records(value) else value for name, value in record.items()
    }


def _holds_records(value: Any) -> bool:
    return isinstance(value, (list, tuple)) and bool(value) and isinstance(value[0], Struct)


def _plain(value: Any) -> str:
    if isinstance(value, Decimal):
        return plain_number(value)
    raise TypeError(f"{value!r} is no part of a record")


def plain_number(value: Decimal) -> str:
    """A decimal as people write it.

    >>> plain_number(Decimal("2.70E+4")), plain_number(Decimal("-3.90"))
    ('27000', '-3.9')
    """
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
