"""Pages on disk: .html, .htm, .txt, .warc, and each of them as .gz."""

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from extract.page import RawPage, UnreadPage
from extract.rejection import Reason, Rejection, Stage
from extract.warc import read_warc

PAGE_SUFFIXES = frozenset({".html", ".htm", ".txt", ".warc"})


def is_page_file(path: Path) -> bool:
    """Whether a folder's file may be a page, by its name alone.

    >>> [is_page_file(Path(name)) for name in ("a.HTML", "b.warc.gz", "c.gz", "d.png", ".e.html")]
    [True, True, True, False, False]
    """
    return path.suffix.lower() in PAGE_SUFFIXES | {".gz"} and not path.name.startswith(".")


def read_file(file: Path, path: str, *, max_bytes: int) -> Iterator[RawPage | UnreadPage]:
    """The pages of one file: one, or those of a WARC. `path` is its place below its SOURCE."""
    names = [suffix.lower() for suffix in file.suffixes]
    if names[-1:] == [".warc"] or names[-2:] == [".warc", ".gz"]:
        yield from read_warc(file, path, max_bytes=max_bytes)
        return
    try:
        with _open(file, is_gzip=names[-1:] == [".gz"]) as stream:
            body = stream.read(max_bytes + 1)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield _unread(file, path, Reason.DAMAGED_ARCHIVE, f"The gzip file breaks off or is damaged: {error}")
    except OSError as error:
        yield _unread(file, path, Reason.UNREADABLE, error.strerror or str(error))
    else:
        if len(body) > max_bytes:
            yield _unread(file, path, Reason.TOO_BIG, f"More than {max_bytes} bytes.")
        else:
            yield RawPage(source=str(file), path=path, body=body)


def _open(file: Path, *, is_gzip: bool) -> BinaryIO:
    return cast(BinaryIO, gzip.open(file, "rb")) if is_gzip else file.open("rb")


def _unread(file: Path, path: str, reason: Reason, detail: str) -> UnreadPage:
    return UnreadPage(source=str(file), path=path, rejection=Rejection(Stage.READ, reason, detail))
