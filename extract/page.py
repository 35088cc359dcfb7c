"""The page as it came: bytes, and what is known of where and when they were found."""

from datetime import date
from hashlib import sha256

from msgspec import Struct
from msgspec.structs import force_setattr

from extract.rejection import Rejection


def printed(name: str) -> str:
    """A file may have any name, and an address any bytes: what is no UTF-8 is shown by its numbers.

    >>> printed("\udcd6甲.html")
    '\\udcd6甲.html'
    """
    return name.encode("utf-8", "backslashreplace").decode()


class RawPage(Struct, frozen=True):
    """One document as received. Nothing here has been decoded or guessed."""

    source: str
    """For people: the path, `FILE#address` for a page of a WARC, or the address."""
    path: str
    """The page's place below its SOURCE (`2023/05/a.html`); for a fetched page its address."""
    body: bytes
    url: str | None = None
    """The address that the bytes came from, if known."""
    content_type: str | None = None
    """The Content-Type header as sent, with its charset label, if any."""
    seen_on: date | None = None
    """The day the bytes were taken from the site (WARC-Date, fetch); None for a file."""
    page_id: str = ""
    """sha256 of the bytes, hexadecimal; computed, whatever is given."""

    def __post_init__(self) -> None:
        _print_names(self)
        force_setattr(self, "page_id", sha256(self.body).hexdigest())


class UnreadPage(Struct, frozen=True):
    """A document whose bytes could not be had: it still counts, as a rejection."""

    source: str
    path: str
    rejection: Rejection
    url: str | None = None

    def __post_init__(self) -> None:
        _print_names(self)


def _print_names(page: RawPage | UnreadPage) -> None:
    for name in ("source", "path", "url"):
        value = getattr(page, name)
        if value and not value.isascii():
            force_setattr(page, name, printed(value))
