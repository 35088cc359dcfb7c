"""The main job as a Prefect flow, in two passes over the pages.

Read → archive; then, with what the sites repeat: transform in batches → load → publish → report.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from msgspec import Struct, field
from prefect import Task, flow, task
from prefect.cache_policies import NO_CACHE
from prefect.futures import PrefectFuture
from prefect.runtime import flow_run

from extract.archive import PageArchive
from extract.errors import RunError, UsageError
from extract.page import printed
from extract.rejection import Rejection
from extract.sources import find_sources, read_sources
from flows.batches import (
    Batch,
    Done,
    Outcome,
    cut_batches,
    host_of,
    named_sketches,
    sketch_batch,
    transform_batch,
)
from flows.interrupts import check_interrupts, heeding_interrupts
from flows.own_sites import load_sites
from flows.progress import show_progress
from flows.runners import make_runner
from flows.settings import Settings
from flows.summary import Summary
from transform.maintext.memory import Memory, Sketch
from transform.page import VERSION
from warehouse.build import open_build
from warehouse.connect import Warehouse
from warehouse.load import Loaded, load_batch
from warehouse.memory import keep_sketches, learn_pending, unlearned
from warehouse.pending import PendingPages
from warehouse.publish import publish
from warehouse.rows import batch_rows
from warehouse.runs import count_all, count_run, fail_run, find_new, finish_run, first_rejections, start_run


def run_ingest(sources: list[str], settings: Settings) -> Summary:
    """Run the flow with the task runner that the settings name.

    Raises RunError if Prefect has no server, UsageError for a name that its records cannot hold.
    """
    for source in sources:
        if printed(source) != source:
            raise UsageError(f"{printed(source)} is no name in UTF-8: give the folder that holds it.")
    run = ingest.with_options(task_runner=make_runner(settings))
    try:
        return run(sources, settings)
    except RuntimeError as error:
        if type(error) is RuntimeError and "API" in str(error):  # Prefect has no type of its own for it
            raise RunError(f"Prefect's server cannot be had: {error}.") from error
        raise


@flow(name="ingest", validate_parameters=False)
def ingest(sources: list[str], settings: Settings) -> Summary:
    """Take every page of the sources into the warehouse, batch by batch, and publish it."""
    started = datetime.now(UTC)
    run_id = str(flow_run.id)
    warehouse = Warehouse(settings.warehouse)
    with open_build(warehouse, load_sites(settings.sites).by_id.values()) as con:
        start_run(con, run_id, sources, VERSION, started)
        try:
            with heeding_interrupts():
                counts = _ingest_pages(con, sources, settings, run_id)
                finish_run(con, run_id, datetime.now(UTC), counts.pages)
                publish_snapshot(con, warehouse)
        except BaseException as error:
            fail_run(con, run_id, datetime.now(UTC), error)
            raise
        return Summary(
            run_id=run_id,
            warehouse=str(warehouse.snapshot),
            seconds=(datetime.now(UTC) - started).total_seconds(),
            pages=counts.pages,
            already_loaded=counts.pages - counts.loaded.pages,
            articles=counts.loaded.articles,
            rejections=counts.loaded.rejections,
            rejected_in_all=counts.rejected,
            **count_run(con, run_id),
            first_rejections=first_rejections(con, run_id),
            totals=count_all(con),
        )


class _Counts(Struct):
    """What a run has met so far, new or not, and what it loaded."""

    pages: int = 0
    rejected: int = 0
    loaded: Loaded = field(default_factory=Loaded)


def _ingest_pages(con: Any, sources: list[str], settings: Settings, run_id: str) -> _Counts:
    """Read and archive every page; learn what their sites repeat; transform and load those that are new."""
    pending = PendingPages(con, PageArchive(settings.archive_folder))
    counts = _read_pages(con, pending, sources, settings)
    memories = _learn_sites(con, pending, settings)
    _transform_pages(con, pending, memories, settings, run_id, counts)
    return counts


def _read_pages(con: Any, pending: PendingPages, sources: list[str], settings: Settings) -> _Counts:
    counts = _Counts()
    found = find_sources(sources)
    items = read_sources(found, max_bytes=settings.max_page_bytes, user_agent=settings.user_agent)
    with show_progress(len(found), "reading") as progress:
        for batch in cut_batches(items, settings.batch_pages):
            fresh, known_rejected = find_new(con, batch)
            pending.add(fresh, map(host_of, fresh))
            counts.pages += len(batch)
            counts.rejected += known_rejected
            progress.advance(len(batch))
            check_interrupts()
    return counts


def _learn_sites(con: Any, pending: PendingPages, settings: Settings) -> Mapping[str, Memory]:
    """Sketches of new pages join those of earlier runs; a host's memory is learned from all of them."""
    now = datetime.now(UTC)
    wanted, sites = unlearned(con), load_sites(settings.sites)
    batches = (Batch[None](items, sites=sites) for items in pending.batches(settings.batch_pages, wanted))
    with show_progress(len(wanted), "learning") as progress:
        for done in _in_order(sketch_pages, batches, settings.workers):
            keep_sketches(con, named_sketches(done), now)
            progress.advance(len(done))
            check_interrupts()
    return learn_pending(con, now)


def _transform_pages(
    con: Any,
    pending: PendingPages,
    memories: Mapping[str, Memory],
    settings: Settings,
    run_id: str,
    counts: _Counts,
) -> None:
    """Batches are loaded in the order in which they were read, while later ones are still on their way."""
    sites, today = load_sites(settings.sites), datetime.now(UTC).date()
    batches = (
        Batch[None](items, [memories.get(host_of(item)) for item in items], sites=sites, today=today)
        for items in pending.batches(settings.batch_pages)
    )
    with show_progress(pending.count, "transforming") as progress:
        for done in _in_order(transform_pages, batches, settings.workers):
            counts.loaded += load(con, done, run_id)
            counts.rejected += sum(isinstance(outcome, Rejection) for outcome in done.outcomes)
            progress.advance(len(done))
            check_interrupts()


def _in_order(
    work: Task[[Batch[None]], Batch[Done]], batches: Iterable[Batch[None]], workers: int
) -> Iterator[Batch[Done]]:
    """What a task makes of each batch, in order; at most `2 × workers + 1` are under way."""
    underway: deque[PrefectFuture[Batch[Done]]] = deque()
    for batch in batches:
        underway.append(work.submit(batch))
        while len(underway) > 2 * workers:
            yield underway.popleft().result()
    while underway:
        yield underway.popleft().result()


@task(cache_policy=NO_CACHE)
def sketch_pages(batch: Batch[None]) -> Batch[Sketch | None]:
    """What each page of a batch teaches of its site."""
    return sketch_batch(batch)


@task(cache_policy=NO_CACHE)
def transform_pages(batch: Batch[None]) -> Batch[Outcome]:
    """What becomes of each page of a batch."""
    return transform_batch(batch)


@task(cache_policy=NO_CACHE)
def load(con: Any, batch: Batch[Outcome], run_id: str) -> Loaded:
    """Load a batch in one transaction with its row in the ledger."""
    rows = batch_rows(zip(batch.items, batch.outcomes, strict=True), VERSION)
    return load_batch(con, rows, run_id, datetime.now(UTC))


@task(cache_policy=NO_CACHE)
def publish_snapshot(con: Any, warehouse: Warehouse) -> None:
    """Put a fresh snapshot in place."""
    publish(con, warehouse)
