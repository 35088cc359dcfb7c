"""The main job as a Prefect flow: read → archive → transform in batches → load → publish → report."""

from collections import deque
from datetime import UTC, datetime
from typing import Any

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.futures import PrefectFuture
from prefect.runtime import flow_run

from extract.archive import PageArchive
from extract.errors import RunError
from extract.page import RawPage
from extract.sources import find_sources, read_sources
from flows.batches import Batch, cut_batches, transform_items
from flows.progress import show_progress
from flows.runners import make_runner
from flows.settings import Settings
from flows.summary import Summary
from transform.page import VERSION
from warehouse.connect import Warehouse, open_to_write
from warehouse.load import Loaded, load_batch
from warehouse.migrate import migrate
from warehouse.publish import publish, restore_build
from warehouse.rows import batch_rows
from warehouse.runs import count_all, count_run, find_new, finish_run, first_rejections, start_run


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
    warehouse.snapshot.parent.mkdir(parents=True, exist_ok=True)
    restore_build(warehouse)
    with open_to_write(warehouse.build) as con:
        migrate(con)
        start_run(con, run_id, sources, VERSION, started)
        try:
            loaded, known = _ingest_pages(con, sources, settings, run_id)
        except BaseException as error:
            finish_run(con, run_id, datetime.now(UTC), None, str(error) or type(error).__name__)
            raise
        finish_run(con, run_id, datetime.now(UTC), known)
        publish_snapshot(con, warehouse)
        return Summary(
            run_id=run_id,
            warehouse=str(warehouse.snapshot),
            seconds=(datetime.now(UTC) - started).total_seconds(),
            pages=loaded.pages + known,
            already_loaded=known,
            articles=loaded.articles,
            rejections=loaded.rejections,
            **count_run(con, run_id),
            first_rejections=first_rejections(con, run_id),
            totals=count_all(con),
        )


def _ingest_pages(con: Any, sources: list[str], settings: Settings, run_id: str) -> tuple[Loaded, int]:
    """Rows loaded, and pages that the warehouse held already.

    Batches are loaded in the order in which they were read, while later ones are still being transformed.
    """
    archive = PageArchive(settings.archive_folder)
    found = find_sources(sources)
    items = read_sources(found, max_bytes=settings.max_page_bytes, user_agent=settings.user_agent)
    underway: deque[PrefectFuture[Batch]] = deque()
    loaded, known = Loaded(), 0

    with show_progress(len(found)) as progress:

        def load_oldest() -> Loaded:
            done = underway.popleft().result()
            brought = load(con, done, run_id)
            progress.advance(len(done))
            return brought

        for batch in cut_batches(items, settings.batch_pages):
            fresh = find_new(con, batch)
            known += len(batch) - len(fresh)
            progress.advance(len(batch) - len(fresh))
            if fresh:
                for item in fresh:
                    if isinstance(item, RawPage):
                        archive.store(item)
                underway.append(transform_batch.submit(Batch(fresh)))
            while len(underway) > 2 * settings.workers:
                loaded += load_oldest()
        while underway:
            loaded += load_oldest()
    return loaded, known


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
