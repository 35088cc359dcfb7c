"""The main job as a Prefect flow: read → archive → transform in batches → load → publish → report."""

from collections import deque
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.futures import PrefectFuture
from prefect.runtime import flow_run

from extract.archive import PageArchive
from extract.errors import RunError
from extract.page import RawPage
from extract.rejection import Rejection
from extract.sources import find_sources, read_sources
from flows.batches import Batch, cut_batches, transform_items
from flows.progress import show_progress
from flows.runners import make_runner
from flows.settings import Settings
from flows.summary import Summary
from transform.page import VERSION
from warehouse.build import open_build
from warehouse.connect import Warehouse
from warehouse.load import Loaded, load_batch
from warehouse.publish import publish
from warehouse.rows import batch_rows
from warehouse.runs import count_all, count_run, fail_run, find_new, finish_run, first_rejections, start_run


def run_ingest(sources: list[str], settings: Settings) -> Summary:
    """Run the flow with the task runner that the settings name. Raises RunError if Prefect has no server."""
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
    with open_build(warehouse) as con:
        start_run(con, run_id, sources, VERSION, started)
        try:
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


@dataclass(slots=True)
class _Counts:
    """What a run has met so far, new or not, and what it loaded."""

    pages: int = 0
    rejected: int = 0
    loaded: Loaded = field(default_factory=Loaded)


def _ingest_pages(con: Any, sources: list[str], settings: Settings, run_id: str) -> _Counts:
    """Read, archive, transform and load every page of the sources.

    Batches are loaded in the order in which they were read, while later ones are still being transformed.
    """
    archive = PageArchive(settings.archive_folder)
    found = find_sources(sources)
    items = read_sources(found, max_bytes=settings.max_page_bytes, user_agent=settings.user_agent)
    underway: deque[PrefectFuture[Batch]] = deque()
    counts = _Counts()

    with show_progress(len(found)) as progress:

        def load_oldest() -> None:
            done = underway.popleft().result()
            counts.loaded += load(con, done, run_id)
            counts.rejected += sum(isinstance(outcome, Rejection) for outcome in done.outcomes)
            progress.advance(len(done))

        for batch in cut_batches(items, settings.batch_pages):
            for item in batch:
                if isinstance(item, RawPage):
                    archive.store(item)
            fresh, known_rejected = find_new(con, batch)
            counts.pages += len(batch)
            counts.rejected += known_rejected
            progress.advance(len(batch) - len(fresh))
            if fresh:
                underway.append(transform_batch.submit(Batch(fresh)))
            while len(underway) > 2 * settings.workers:
                load_oldest()
        while underway:
            load_oldest()
    return counts


@task(cache_policy=NO_CACHE)
def transform_batch(batch: Batch) -> Batch:
    """What becomes of each page of a batch."""
    return Batch(batch.items, transform_items(batch.items))


@task(cache_policy=NO_CACHE)
def load(con: Any, batch: Batch, run_id: str) -> Loaded:
    """Load a batch in one transaction with its row in the ledger."""
    rows = batch_rows(zip(batch.items, batch.outcomes, strict=True), VERSION)
    return load_batch(con, rows, run_id, datetime.now(UTC))


@task(cache_policy=NO_CACHE)
def publish_snapshot(con: Any, warehouse: Warehouse) -> None:
    """Put a fresh snapshot in place."""
    publish(con, warehouse)
