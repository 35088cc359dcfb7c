"""The sites that a command knows: the project's, and those of the user's folder, faults of selectors told."""

from functools import cache
from pathlib import Path

from extract.errors import UsageError
from extract.sites.registry import Sites, known_sites
from extract.sites.site import Site


@cache
def load_sites(folder: Path | None) -> Sites:
    """The known sites. Raises UsageError for a folder or a file that is wrong, down to its selectors."""
    sites = known_sites(folder)
    for site in sites.by_id.values() if folder is not None else ():
        if (fault := find_fault(site)) is not None:
            raise UsageError(f"{site.file}: {fault}.")
    return sites


def find_fault(site: Site) -> str | None:
    """What only the transform can tell of a site's file: a place, a label or a selector that there is not."""
    from transform.decode.labels import resolve_label
    from transform.divisions import place_of
    from transform.maintext.rules import find_faults

    if site.place_code and place_of(site.place_code) is None:
        return f"place_code: there is no division {site.place_code}"
    if site.charset_hint and resolve_label(site.charset_hint) is None:
        return f"charset_hint: {site.charset_hint!r} is no label that the web knows"
    return next((fault for rules in site.rules for fault in find_faults(rules)), None)
