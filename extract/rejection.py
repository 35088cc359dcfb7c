"""A page that gave no article is data too: it has a stage, a reason and the bytes' id."""

from enum import StrEnum

from msgspec import Struct


class Stage(StrEnum):
    """Where on its way a page was given up."""

    READ = "read"
    DECODE = "decode"
    MAINTEXT = "maintext"


class Reason(StrEnum):
    """Why a page gave no article. The list is closed: analysts group by it."""

    UNREADABLE = "unreadable"  # the file or address could not be read at all
    DAMAGED_ARCHIVE = "damaged_archive"  # a WARC or gzip file breaks off or does not parse
    TOO_BIG = "too_big"  # more bytes than a page may have
    HTTP_ERROR = "http_error"  # the site answered with an error status
    REFUSED = "refused"  # robots.txt or our own rules forbid the address
    EMPTY = "empty"  # no bytes, or nothing but white space
    BINARY = "binary"  # an image, an archive, a program: no text
    UNDECODABLE = "undecodable"  # no codec reads it within the limit of lost characters
    TOO_DEEP = "too_deep"  # nested beyond what a page of people's making is
    NO_MAIN_TEXT = "no_main_text"  # a page without a run of sentences
    LIST_PAGE = "list_page"  # headlines of other pages, no article of its own
    ERROR_PAGE = "error_page"  # “404”, “page removed”, a login or challenge page


class Rejection(Struct, frozen=True):
    """Why a page gave no article; `detail` is one sentence for a person."""

    stage: Stage
    reason: Reason
    detail: str | None = None
