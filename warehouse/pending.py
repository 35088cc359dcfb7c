"""The new pages of a run between its two passes: known by their ids, their bytes in the archive."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import duckdb
import pyarrow as pa

from extract.archive import PageArchive
from extract.page import RawPage, UnreadPage
from extract.rejection import Reason, Rejection, Stage
from warehouse.rows import Item
from warehouse.sql import query

_TYPES = pa.schema(
    [
        ("nth", pa.int64()),
        *((name, pa.string()) for name in ("source", "path", "url", "content_type")),
        ("seen_on", pa.date32()),
        *((name, pa.string()) for name in ("page_id", "host", "stage", "reason", "detail")),
    ]
)


class PendingPages:
    """A temporary table of the writer's connection: a million pages weigh little in it."""

    def __init__(self, con: duckdb.DuckDBPyConnection, archive: PageArchive) -> None:
        self.con = con
        self.archive = archive
        self.count = 0
        con.execute(query("pending_create"))

    def add(self, items: Sequence[Item], hosts: Iterable[str]) -> None:
        """Keep the bytes of pages, and remember them with their hosts, in order."""
        for item in items:
            if isinstance(item, RawPage):
                self.archive.store(item)
        pairs = enumerate(zip(items, hosts, strict=True), self.count)
        rows = [_row(nth, item, host) for nth, (item, host) in pairs]
        self.con.register("batch_pending", pa.Table.from_pylist(rows, schema=_TYPES))
        self.con.execute(query("pending_add"))
        self.con.unregister("batch_pending")
        self.count += len(rows)

    def batches(self, size: int, wanted: Sequence[int] | None = None) -> Iterator[list[Item]]:
        """The pages again, in order, so many at a time: all, or those that are wanted, by their numbers."""
        numbers = range(self.count) if wanted is None else wanted
        for first in range(0, len(numbers), size):
            values = {"wanted": list(numbers[first : first + size])}
            yield [self._item(*row) for row in self.con.execute(query("pending_take"), values).fetchall()]

    def _item(
        self,
        source: str,
        path: str,
        url: str | None,
        content_type: str | None,
        seen_on: date | None,
        page_id: str | None,
        stage: str,
        reason: str,
        detail: str | None,
    ) -> Item:
        if page_id is None:
            return UnreadPage(source, path, Rejection(Stage(stage), Reason(reason), detail), url)
        return RawPage(source, path, self.archive.read(page_id), url, content_type, seen_on)


def _row(nth: int, item: Item, host: str) -> dict[str, object]:
    row: dict[str, object] = {"nth": nth, "source": item.source, "path": item.path, "url": item.url}
    if isinstance(item, RawPage):
        row |= {"content_type": item.content_type, "seen_on": item.seen_on}
        return row | {"page_id": item.page_id, "host": host}
    return row | {
        "stage": str(item.rejection.stage),
        "reason": str(item.rejection.reason),
        "detail": item.rejection.detail,
    }
