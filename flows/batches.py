"""Sources cut into batches: the unit of work, of transaction and of progress."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from extract.page import RawPage, UnreadPage
from extract.rejection import Rejection
from extract.sites.site import site_of
from transform.article import Article
from transform.page import transform

Item = RawPage | UnreadPage
Outcome = Article | Rejection


class Batch:
    """Pages that go together, with what became of them once they are transformed.

    No dataclass and no list on purpose: a task runner looks into those, record by record, and Dask makes them
    anew; this it passes on whole.
    """

    def __init__(self, items: Sequence[Item], outcomes: Sequence[Outcome] = ()) -> None:
        self.items = items
        self.outcomes = outcomes

    def __len__(self) -> int:
        return len(self.items)


def cut_batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """Lists of at most `size` items, in order."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


def transform_items(items: Iterable[Item]) -> list[Outcome]:
    """What becomes of each item, in order. An error of ours names the page that showed it, and goes on up."""
    outcomes: list[Outcome] = []
    for item in items:
        try:
            outcomes.append(transform_item(item))
        except Exception as error:
            error.add_note(f"while transforming {item.source}")
            raise
    return outcomes


def transform_item(item: Item) -> Outcome:
    """One item's article, or why it has none."""
    return item.rejection if isinstance(item, UnreadPage) else transform(item, site_of(item.url))
