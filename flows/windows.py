"""A window of pages at a time, their sites learned from the pages themselves: no warehouse remembers."""

from collections import deque
from collections.abc import Iterable, Iterator
from datetime import date

from extract.rejection import Rejection
from extract.sites.registry import Sites
from flows.batches import Item, Outcome, cut_batches, finish_item, host_of, is_marked_up, read_item
from transform.maintext.blocks import Document
from transform.maintext.memory import ENOUGH, Memory, Sketch, learn, sketch
from transform.page import ReadPage

WINDOW = 500
"""Pages held at a time, read and not yet chosen from."""
HELD = 2000
"""Sketches of pages held, before those of hosts that no longer come are let go."""


def transform_windows(
    items: Iterable[Item], sites: Sites | None = None, size: int = WINDOW, today: date | None = None
) -> Iterator[tuple[Item, Outcome]]:
    """What becomes of each item, in order, with all that its window and those before show of its host."""
    known: dict[str, list[Sketch]] = {}
    for window in cut_batches(items, size):
        read = deque(_hold(read_item(item, sites, today)) for item in window)
        hosts = [host_of(item) for item in window]
        memories = _learn(hosts, read, known, is_last=len(window) < size)
        for item, host in zip(window, hosts, strict=True):
            # taken out to be let go: a page that was read weighs a few hundred kilobytes
            yield item, finish_item(item, read.popleft(), memories.get(host))


def _hold(read: ReadPage | Rejection) -> ReadPage | Rejection:
    return read.without_text() if isinstance(read, ReadPage) else read


def _learn(
    hosts: list[str], read: Iterable[ReadPage | Rejection], known: dict[str, list[Sketch]], *, is_last: bool
) -> dict[str, Memory]:
    """The memories of the hosts in a window; what it adds to `known` is for the next."""
    documents: dict[str, list[Document]] = {}
    for host, page in zip(hosts, read, strict=True):
        if isinstance(page, ReadPage) and is_marked_up(page.document):
            documents.setdefault(host, []).append(page.document)
    if sum(map(len, known.values())) > HELD:
        for host in known.keys() - documents.keys():
            del known[host]
    memories = {}
    for host, pages in documents.items():
        if is_last and len(pages) == 1 and host not in known:
            continue  # it has nothing to learn from, and nobody will ask later
        known[host] = (known.get(host, []) + [sketch(page) for page in pages[-ENOUGH:]])[-ENOUGH:]
        if (memory := learn(host, known[host])) is not None:
            memories[host] = memory
    return memories
