"""Walking a figure back to the bytes that it was read from."""

import duckdb
from msgspec import Struct

from extract.archive import PageArchive
from extract.errors import UsageError
from extract.page import RawPage
from transform.maintext.memory import Memory
from warehouse.memory import find_memory
from warehouse.sql import query


class Origin(Struct, frozen=True):
    """A figure's span in the body, and the page that it came from, with its bytes."""

    start: int
    end: int
    title: str | None
    revision: int
    page: RawPage
    memory: Memory | None
    """What the site was known to repeat when the article was made."""


def find_origin(con: duckdb.DuckDBPyConnection, archive: PageArchive, figure_id: str) -> Origin:
    """The page of a figure. Raises UsageError for an id that is not there or bytes that are not kept."""
    rows = con.execute(query("figure_origin"), {"figure_id": figure_id}).fetchall()
    if not rows:
        raise UsageError(f"The warehouse has no figure {figure_id}.")
    start, end, title, revision, *where, page_id, place, version = rows[0]
    source, location, url, content_type, seen_on = where
    try:
        body = archive.read(page_id)
    except FileNotFoundError as error:
        raise UsageError(
            f"The bytes of page {page_id} are not in the archive {archive.folder / place}."
        ) from error
    page = RawPage(
        source=source, path=location, body=body, url=url, content_type=content_type, seen_on=seen_on
    )
    return Origin(start, end, title, revision, page, find_memory(con, version) if version else None)
