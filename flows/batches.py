"""Sources cut into batches: the unit of work, of transaction and of progress."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from itertools import islice
from posixpath import dirname
from typing import Generic, TypeGuard, TypeVar
from urllib.parse import urlsplit

from extract.page import RawPage, UnreadPage
from extract.rejection import Rejection
from extract.sites.registry import Sites, known_sites
from transform.article import Article
from transform.maintext.blocks import Document
from transform.maintext.memory import Memory, Sketch, sketch
from transform.page import ReadPage, examine, read_page

Item = RawPage | UnreadPage
Outcome = Article | Rejection
Done = TypeVar("Done")


class Batch(Generic[Done]):
    """Pages that go together, with what their sites repeat and, once it is known, what became of them.

    No dataclass and no list on purpose: a task runner looks into those, record by record, and Dask makes them
    anew; this it passes on whole.
    """

    def __init__(
        self,
        items: Sequence[Item],
        memories: Sequence[Memory | None] = (),
        outcomes: Sequence[Done] = (),
        sites: Sites | None = None,
        today: date | None = None,
    ) -> None:
        self.items = items
        self.memories = memories or [None] * len(items)
        self.outcomes = outcomes
        self.sites = sites  # they go where the batch goes; None: those of the project
        self.today = today  # nothing that a page says was published later

    def __len__(self) -> int:
        return len(self.items)


def cut_batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """Lists of at most `size` items, in order."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


def transform_batch(batch: Batch[None]) -> Batch[Outcome]:
    """The batch with what becomes of each page."""
    pairs = zip(batch.items, batch.memories, strict=True)
    outcomes = [transform_item(item, memory, batch.sites, batch.today) for item, memory in pairs]
    return Batch(batch.items, batch.memories, outcomes)


def transform_item(
    item: Item, memory: Memory | None = None, sites: Sites | None = None, today: date | None = None
) -> Outcome:
    """One item's article, or why it has none."""
    return finish_item(item, read_item(item, sites, today), memory)


def finish_item(item: Item, read: ReadPage | Rejection, memory: Memory | None) -> Outcome:
    """The same for an item that was read."""
    if isinstance(read, Rejection):
        return read
    with naming(item):
        return examine(read, memory).outcome


@contextmanager
def naming(item: Item) -> Iterator[None]:
    """An error of ours names the page that showed it, and goes on up."""
    try:
        yield
    except Exception as error:
        error.add_note(f"while transforming {item.source}")
        raise


def sketch_batch(batch: Batch[None]) -> Batch[Sketch | None]:
    """The batch with what each page teaches of its site; None for one that has no markup to be read."""
    sketches: list[Sketch | None] = []
    for item in batch.items:
        read = read_item(item, batch.sites)
        document = read.document if isinstance(read, ReadPage) else None
        sketches.append(sketch(document) if is_marked_up(document) else None)
    return Batch(batch.items, outcomes=sketches)


def read_item(item: Item, sites: Sites | None = None, today: date | None = None) -> ReadPage | Rejection:
    """A page as far as it goes without its site's memory, or why it could not be read."""
    if isinstance(item, UnreadPage):
        return item.rejection
    with naming(item):
        return read_page(item, (sites or known_sites()).of_page(item), today)


def is_marked_up(document: Document | Rejection | None) -> TypeGuard[Document]:
    """Whether a page can share furniture with others: a plain text has none of a site's."""
    return isinstance(document, Document) and not document.is_plain


def named_sketches(batch: Batch[Sketch | None]) -> Iterator[tuple[str, str, Sketch]]:
    """The sketches of a batch with host and page id."""
    for item, found in zip(batch.items, batch.outcomes, strict=True):
        if found is not None and isinstance(item, RawPage):
            yield host_of(item), item.page_id, found


def host_of(item: Item) -> str:
    """What a page shares its furniture with: its host, that which its folder is named for, or its folder."""
    with suppress(ValueError):  # [ in the place of a host
        if item.url and (host := urlsplit(item.url).hostname):
            return host
    folder, _, rest = item.path.partition("/")
    return folder if rest and "." in folder else f"file:{dirname(item.source)}"
