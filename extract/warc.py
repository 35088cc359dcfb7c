"""Pages of a WARC file: the text documents among its responses."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from extract.page import RawPage, UnreadPage
from extract.rejection import Reason, Rejection, Stage

CHINA = timezone(timedelta(hours=8))
"""A crawl's day is the day where the news is made."""

MOST_HEADER_BYTES = 64 * 1024

PAGE_TYPES = ("text/html", "application/xhtml", "text/plain")


def read_warc(file: Path, path: str, *, max_bytes: int) -> Iterator[RawPage | UnreadPage]:
    """The pages of a WARC in its order. A file that breaks off gives what came before, and a rejection.

    A record cut short is never taken for a whole page. Images, scripts and redirects of a crawl are no
    pages and are passed over; a page that its site answered with an error is a rejection.
    """
    count = 0
    try:
        for record in ArchiveIterator(
            str(file),
            record_types=WarcRecordType.response | WarcRecordType.resource,
            parse_http=False,
            fsspec_args=False,
        ):
            page = _page(record, file, max_bytes)
            if page is not None:
                count += 1
                yield page
    except (OSError, ValueError) as error:
        yield _unread(file, path, Reason.DAMAGED_ARCHIVE, f"The WARC breaks off after {count} pages: {error}")
        return
    if not count:
        yield _unread(file, path, Reason.EMPTY, "The WARC holds no page.")


def _page(record: WarcRecord, file: Path, max_bytes: int) -> RawPage | UnreadPage | None:
    stated = int(record.headers.get("Content-Length") or 0)
    is_too_big = stated > max_bytes + MOST_HEADER_BYTES
    if not is_too_big:
        record.freeze()
        if not stated or record.content_length != stated:
            raise OSError(f"a record has {record.content_length} of {stated} bytes")
    record.parse_http(auto_decode="all")
    url = (record.headers.get("WARC-Target-URI") or "").strip("<>")
    headers = record.http_headers
    content_type = headers.get("Content-Type") if headers else record.headers.get("Content-Type")
    status: int = (headers.status_code if headers else None) or 200
    if content_type and not content_type.lower().lstrip().startswith(PAGE_TYPES):
        return None
    if 300 <= status < 400:
        return None
    source = f"{file}#{url}"

    def reject(reason: Reason, detail: str) -> UnreadPage:
        return UnreadPage(source, path=url, url=url, rejection=Rejection(Stage.READ, reason, detail))

    if status >= 400:
        return reject(Reason.HTTP_ERROR, f"The site answered with status {status}.")
    body = b"" if is_too_big else record.reader.read(max_bytes + 1)
    if is_too_big or len(body) > max_bytes:
        return reject(Reason.TOO_BIG, f"More than {max_bytes} bytes.")
    return RawPage(
        source, path=url, body=body, url=url, content_type=content_type, seen_on=_day(record.record_date)
    )


def _day(moment: datetime | None) -> date | None:
    if moment is None:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(CHINA).date()


def _unread(file: Path, path: str, reason: Reason, detail: str) -> UnreadPage:
    return UnreadPage(source=str(file), path=path, rejection=Rejection(Stage.READ, reason, detail))
