"""The bytes of every page, kept for ever under the name of their own hash."""

import os
from pathlib import Path

from extract.page import RawPage


def archive_path(page_id: str) -> str:
    """Where a page's bytes lie below the archive's folder.

    >>> archive_path("3f9a")
    '3f/3f9a'
    """
    return f"{page_id[:2]}/{page_id}"


class PageArchive:
    """A folder of page bytes, `ab/abcdef…`, one file a page; the name is the sha256 of what is in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def store(self, page: RawPage) -> str:
        """Keep a page's bytes, once, and return their place below the archive's folder.

        Written beside its name and renamed, so that a killed run leaves no half page.
        """
        place = archive_path(page.page_id)
        target = self.folder / place
        if not target.exists() or target.stat().st_size != len(page.body):
            target.parent.mkdir(parents=True, exist_ok=True)
            partial = target.with_name(f"{target.name}.{os.getpid()}.part")
            partial.write_bytes(page.body)
            partial.replace(target)
        return place

    def read(self, page_id: str) -> bytes:
        """The bytes of a page. Raises FileNotFoundError if they are not kept."""
        return (self.folder / archive_path(page_id)).read_bytes()
