"""Commands that read pages: run, parse, explain."""

import importlib.util
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from extract.errors import RunError, UsageError
from extract.page import RawPage
from flows.commands.options import ArchiveOption, SitesOption, StrictOption, WarehouseOption
from flows.console import make_console
from flows.progress import say
from flows.settings import Settings, load_settings

if TYPE_CHECKING:
    from transform.maintext.memory import Memory

SAMPLES = Path(__file__).parents[2] / "samples" / "pages"


def run(
    *sources: str,
    warehouse: WarehouseOption = None,
    archive: ArchiveOption = None,
    workers: Annotated[str | None, Parameter(help="Batches transformed at a time, a number.")] = None,
    runner: Annotated[str | None, Parameter(help="threads, processes or dask.")] = None,
    cluster: Annotated[str | None, Parameter(help="Address of a Dask scheduler, with --runner dask.")] = None,
    sites: SitesOption = None,
    strict: StrictOption = False,
    as_json: Annotated[bool, Parameter(name="--json", negative="", help="The summary as JSON.")] = False,
) -> int:
    """Take pages into the warehouse: read or fetch, transform, load, publish.

    Example: jianbao run news/2024 crawl.warc.gz https://example.org/a.html

    Parameters
    ----------
    sources
        Files (.html .htm .txt .warc, each also .gz), folders, globs, addresses. None: the sample pages.
    """
    settings = load_settings(
        warehouse=warehouse, archive=archive, workers=workers, runner=runner, cluster=cluster, sites=sites
    )
    wanted = list(sources) or [_samples()]
    _fail_early(wanted, settings)

    from flows.platform import has_server, prepare_prefect

    prepare_prefect()
    if not has_server():
        say("Starting Prefect (10 to 20 seconds; quicker with a running server in PREFECT_API_URL) …")
    from flows.ingest import run_ingest
    from flows.summary import print_summary, summary_json

    summary = run_ingest(wanted, settings)
    if as_json:
        print(summary_json(summary))
    else:
        print_summary(summary, make_console(), program="jianbao" if shutil.which("jianbao") else sys.argv[0])
    return int(strict and summary.rejected_in_all > 0)


def _samples() -> str:
    if not SAMPLES.is_dir():
        raise UsageError("The sample pages are not installed: name a SOURCE.")
    here = Path.cwd()
    return str(SAMPLES.relative_to(here) if SAMPLES.is_relative_to(here) else SAMPLES)


def _fail_early(sources: list[str], settings: Settings) -> None:
    """What cannot go well is noticed before Prefect starts, which takes its time."""
    from extract.sources import find_sources, shared_places
    from flows.own_sites import load_sites
    from warehouse.build import open_build
    from warehouse.connect import Warehouse

    if shared := shared_places(find_sources(sources)):
        say(
            f"Files stand at the same place below different SOURCEs ({len(shared)}: {shared[0]} …): each is"
            " taken for a revision of one article. Name the folder above the SOURCEs to keep them apart."
        )
    sites = load_sites(settings.sites)
    if settings.runner == "dask" and importlib.util.find_spec("prefect_dask") is None:
        raise UsageError("The runner dask needs the extra: pip install 'jianbao[dask]'")
    with open_build(Warehouse(settings.warehouse), sites.by_id.values()):
        pass


def parse(
    *sources: str,
    full: Annotated[
        bool, Parameter(negative="", help="Add body_as_found, in which repairs count, and flag_evidence.")
    ] = False,
    strict: StrictOption = False,
    sites: SitesOption = None,
) -> int:
    """The same transform without a warehouse: one JSON record a page on standard output.

    Example: jianbao parse page.html crawl.warc.gz | jq .title

    Parameters
    ----------
    sources
        Files, folders, globs, addresses.
    """
    from flows.parse import parse_pages

    return parse_pages(sources, full=full, strict=strict, sites=sites)


def explain(
    source: str | None = None,
    /,
    *,
    figure: Annotated[
        str | None, Parameter(help="A figure_id of the warehouse, walked back to its bytes.")
    ] = None,
    html: Annotated[Path | None, Parameter(help="Write it as a page to this file.")] = None,
    warehouse: WarehouseOption = None,
    archive: ArchiveOption = None,
    sites: SitesOption = None,
    site: Annotated[str | None, Parameter(help="Id of the site whose rules are tried on the page.")] = None,
) -> int:
    """One page through every stage, to be read by a person.

    Example: jianbao explain page.html --html why.html

    Parameters
    ----------
    source
        A file or an address; of a WARC its first page, or FILE#ADDRESS.
    """
    from flows.explain import explain_page
    from flows.own_sites import load_sites
    from transform.page import examine, read_page

    settings = load_settings(warehouse=warehouse, archive=archive, sites=sites)
    known = load_sites(settings.sites)
    if (source is None) == (figure is None):
        raise UsageError("Name either a SOURCE or a --figure.")
    if source is not None:
        page, span, memory = _one_page(source, settings), None, None
    else:
        page, span, memory = _origin(figure or "", settings)
    read = read_page(page, known.get(site) if site else known.of_page(page), datetime.now(UTC).date())
    view = explain_page(examine(read, memory), read.site, span)
    if html is None:
        from flows.explain_terminal import print_view

        print_view(view, make_console())
        return 0
    from flows.explain_html import html_page

    try:
        html.write_text(html_page(view), encoding="utf-8")
    except OSError as error:
        raise RunError(f"{html} cannot be written: {error.strerror}.") from error
    return 0


def _origin(figure_id: str, settings: Settings) -> tuple[RawPage, tuple[int, int], "Memory | None"]:
    from extract.archive import PageArchive
    from warehouse.connect import Warehouse, open_to_read
    from warehouse.origin import find_origin

    with open_to_read(Warehouse(settings.warehouse)) as con:
        origin = find_origin(con, PageArchive(settings.archive_folder), figure_id)
    return origin.page, (origin.start, origin.end), origin.memory


def _one_page(source: str, settings: Settings) -> RawPage:
    """The page that SOURCE names. Raises UsageError if it cannot be read."""
    from extract.page import UnreadPage
    from extract.sources import find_sources, read_sources

    is_whole = source.startswith(("http://", "https://")) or Path(source).exists()
    name, _, address = (source, "", "") if is_whole else source.partition("#")
    found = find_sources([name])
    for item in read_sources(found, max_bytes=settings.max_page_bytes, user_agent=settings.user_agent):
        if address and item.url != address:
            continue
        if isinstance(item, UnreadPage):
            raise UsageError(
                f"{item.source} cannot be read: {item.rejection.detail or item.rejection.reason}"
            )
        return item
    raise UsageError(f"No page {address} in {name}.")


COMMANDS = (run, parse, explain)
