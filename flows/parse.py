"""The transform without a warehouse: one JSON record a page on standard output."""

import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from extract.rejection import Rejection
from extract.sources import find_sources, read_sources
from flows.garbage import rare_collections
from flows.own_sites import load_sites
from flows.progress import say, show_progress
from flows.settings import load_settings
from flows.windows import transform_windows
from transform.record import json_line, page_record


def parse_pages(
    sources: Iterable[str], *, full: bool = False, strict: bool = False, sites: Path | None = None
) -> int:
    """Print the record of every page. Returns the exit status."""
    settings = load_settings(sites=sites)
    known = load_sites(settings.sites)
    found = find_sources(sources)
    pages = rejected = 0
    with rare_collections(), show_progress(0 if sys.stdout.isatty() else len(found)) as progress:
        items = read_sources(found, max_bytes=settings.max_page_bytes, user_agent=settings.user_agent)
        for item, outcome in transform_windows(items, known, today=datetime.now(UTC).date()):
            pages += 1
            if isinstance(outcome, Rejection):
                rejected += 1
                why = f" ({outcome.detail})" if outcome.detail else ""
                say(f"{item.source}: rejected, {outcome.reason}{why}")
            print(json_line(page_record(item, outcome, full=full)))
            progress.advance(1)
    return int(strict and rejected > 0)
