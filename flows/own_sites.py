"""The sites that a command knows: the project's, and those of the user's folder, faults of selectors told."""

from functools import cache
from pathlib import Path

from extract.errors import UsageError
from extract.sites.registry import Sites, known_sites


@cache
def load_sites(folder: Path | None) -> Sites:
    """The known sites. Raises UsageError for a folder or a file that is wrong, down to its selectors."""
    sites = known_sites(folder)
    if folder is not None:
        from transform.maintext.rules import find_faults

        for site in sites.by_id.values():
            for rules in site.rules:
                if faults := find_faults(rules):
                    raise UsageError(f"{site.file}: {faults[0]}.")
    return sites
