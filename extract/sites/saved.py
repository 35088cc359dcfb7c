"""Saved pages of a site: bytes as received, with what a person read on them."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct

from extract.errors import UsageError
from extract.page import RawPage
from extract.sites.keys import check_keys
from extract.sites.site import Site

OF_PAGE = ("url", "seen_on", "content_type")
"""What is known of the page besides its bytes."""
FIELDS = (
    "title",
    "published",
    "published_how",
    "source_name",
    "authors",
    "editors",
    "place_code",
    "canonical_url",
    "original_url",
)
"""Fields of the record of `jianbao parse`."""
OF_BODY = ("first_line", "last_line", "lines", "with", "without")
"""First and last line, how many there are, what is part of the body and what is not."""


class SavedPage(Struct, frozen=True):
    """A page in `<site>/<slug>/`, and what is expected of it."""

    slug: str
    page: RawPage
    expected: dict[str, Any]
    """Name in FIELDS or OF_BODY, or `reason`, the reason of a rejection → what a person read."""


def find_saved(site: Site) -> list[Path]:
    """The folders of a site's saved pages."""
    folder = Path(site.file).with_suffix("")
    return sorted(path for path in folder.glob("*") if path.is_dir() and not path.name.startswith((".", "_")))


def read_saved(folder: Path) -> SavedPage:
    """A saved page. Raises UsageError where its files are not what they should be."""
    file = folder / "expected.json"
    pages = sorted(folder.glob("page.*"))
    if len(pages) != 1:
        raise UsageError(f"{folder}: one file page.html (or page.htm, page.txt) is needed.")
    try:
        table = json.loads(file.read_text(encoding="utf-8"))
        body = pages[0].read_bytes()
    except OSError as error:
        raise UsageError(f"{error.filename} cannot be read: {error.strerror}.") from error
    except ValueError as error:  # no UTF-8, no JSON
        raise UsageError(f"{file}: {error}.") from error
    if not isinstance(table, dict):
        raise UsageError(f"{file} holds no JSON object.")
    check_keys(table, (*OF_PAGE, *FIELDS, *OF_BODY, "reason"), str(file), needed=("url",))
    known = {key: table.pop(key, None) for key in OF_PAGE}
    if not all(value is None or isinstance(value, str) for value in known.values()):
        raise UsageError(f"{file}: {', '.join(OF_PAGE)} are texts.")
    for key in ("with", "without"):
        if not isinstance(table.get(key, []), list):
            raise UsageError(f"{file}: {key} is a list of texts.")
    if not table:
        raise UsageError(f"{file} expects nothing of the page.")
    return SavedPage(folder.name, _page(pages[0], body, known, file), table)


def _page(file: Path, body: bytes, known: dict[str, Any], where: Path) -> RawPage:
    try:
        seen = date.fromisoformat(known["seen_on"]) if known["seen_on"] else None
    except ValueError as error:
        raise UsageError(f"{where}: seen_on is a day, YYYY-MM-DD.") from error
    return RawPage(str(file), file.name, body, known["url"], known["content_type"], seen)
