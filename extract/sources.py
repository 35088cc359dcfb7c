"""What a SOURCE on the command line means: a file, a folder, a glob or an address."""

import glob
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from extract.errors import UsageError
from extract.files import is_page_file, read_file
from extract.page import RawPage, UnreadPage

Item = RawPage | UnreadPage


class PageFile(Struct, frozen=True):
    """A file to read, and its place below the SOURCE that named it."""

    file: Path
    path: str


class Address(Struct, frozen=True):
    """An http(s) address to fetch."""

    url: str


def find_sources(sources: Iterable[str]) -> list[PageFile | Address]:
    """The files and addresses that the SOURCEs name, in the order given; those of a folder by name.

    A file named on the command line is taken whatever its ending; a folder or glob gives the files that
    may be pages. Raises UsageError for a path that is not there and for a folder or glob without pages.
    """
    found: dict[PageFile | Address, None] = {}
    for source in sources:
        found |= dict.fromkeys(_find(source))
    match list(found):
        case []:
            raise UsageError("Nothing to read: no SOURCE was given.")
        case [PageFile(file)]:
            _must_open(file)
    return list(found)


def _must_open(file: Path) -> None:
    """One unreadable file among others is a rejection; alone it leaves nothing to read."""
    try:
        file.open("rb").close()
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}.") from error


def _find(source: str) -> Sequence[PageFile | Address]:
    if source.startswith(("http://", "https://")):
        return [Address(source)]
    if not source:
        raise UsageError("An empty SOURCE names nothing.")
    try:
        return _find_on_disk(source, Path(source))
    except OSError as error:
        raise UsageError(f"{source[:80]} cannot be read: {error.strerror}.") from error


def _find_on_disk(source: str, path: Path) -> Sequence[PageFile | Address]:
    if path.is_dir():
        pages = _pages_below(path)
        if not pages:
            raise UsageError(f"Nothing to read in the folder {source}: no .html, .htm, .txt, .warc or .gz.")
        return pages
    if path.exists():
        return [PageFile(path, path.name)]
    if glob.has_magic(source):
        return _matches(source)
    raise UsageError(f"No such file, folder or address: {source}")


def _matches(pattern: str) -> list[PageFile]:
    found: list[PageFile] = []
    for name in sorted(glob.glob(pattern, recursive=True)):  # noqa: PTH207  (the pattern may be absolute)
        path = Path(name)
        if path.is_dir():
            found += [PageFile(p.file, f"{path.name}/{p.path}") for p in _pages_below(path)]
        elif is_page_file(path):
            found.append(PageFile(path, _below_pattern(path, pattern)))
    if not found:
        raise UsageError(f"Nothing to read: no page file matches {pattern}")
    return found


def _below_pattern(path: Path, pattern: str) -> str:
    """The part of a match below the folders that the pattern spells out."""
    fixed = Path(pattern)
    while glob.has_magic(str(fixed)):
        fixed = fixed.parent
    return path.relative_to(fixed).as_posix()


def _pages_below(folder: Path) -> list[PageFile]:
    return [
        PageFile(file, file.relative_to(folder).as_posix())
        for file in sorted(folder.rglob("*"))
        if is_page_file(file) and not file.is_dir()
    ]


def shared_places(found: Iterable[PageFile | Address]) -> list[str]:
    """Places below their SOURCEs at which more than one file stands: an article is known by its place."""
    count = Counter(item.path for item in found if isinstance(item, PageFile))
    return sorted(path for path, files in count.items() if files > 1)


def read_sources(found: Iterable[PageFile | Address], *, max_bytes: int, user_agent: str) -> Iterator[Item]:
    """Every page of the sources, one after the other; what cannot be read comes as an UnreadPage."""
    for item in found:
        if isinstance(item, PageFile):
            yield from read_file(item.file, item.path, max_bytes=max_bytes)
        else:
            from extract.fetch.client import fetch  # httpx takes 0.2 s to import, and files do without

            yield fetch(item.url, max_bytes=max_bytes, user_agent=user_agent)
