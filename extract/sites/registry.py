"""The known sites: those that come with the project, and a user's own folder before them."""

from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from msgspec import Struct

from extract.errors import UsageError
from extract.page import RawPage
from extract.sites.site import Family, Site, parse_family, parse_site

OWN = Path(__file__).parent
"""The folder of the sites that come with the project."""


class Sites(Struct, frozen=True):
    """Sites with their families, to be asked by id or by address."""

    by_id: dict[str, Site]
    families: dict[str, Family]
    by_host: dict[str, Site]

    def of_address(self, url: str | None) -> Site | None:
        """The site that an address belongs to, by its host."""
        try:
            host = (urlsplit(url).hostname or "") if url else ""
        except ValueError:  # [ in the place of a host
            return None
        while host:
            if host in self.by_host:
                return self.by_host[host]
            host = host.partition(".")[2]
        return None

    def of_page(self, page: RawPage) -> Site | None:
        """The site that a page belongs to: by its address, or by the folder that a mirror has for it."""
        if page.url:
            return self.of_address(page.url)
        folder, _, rest = page.path.partition("/")
        return self.of_address(f"//{folder}") if rest else None

    def get(self, site_id: str) -> Site:
        """The site of an id. Raises UsageError where there is none."""
        if site_id not in self.by_id:
            raise UsageError(f"There is no site {site_id}; jianbao sites lists all.")
        return self.by_id[site_id]


@cache
def known_sites(folder: Path | None = None) -> Sites:
    """The project's sites; those of `folder` are added and win, by id and by host.

    Raises UsageError for a folder that is not there and a file that says what no site's file can say.
    """
    own = _read_folder(OWN, {})
    if folder is None:
        return own
    if not folder.is_dir():
        raise UsageError(f"No such folder of sites: {folder}")
    users = _read_folder(folder, own.families)
    by_id = own.by_id | users.by_id
    by_host = {host: site for host, site in own.by_host.items() if by_id[site.id] is site} | users.by_host
    return Sites(dict(sorted(by_id.items())), users.families, by_host)


def _read_folder(folder: Path, inherited: dict[str, Family]) -> Sites:
    families = dict(inherited)
    for file in sorted((folder / "families").glob("*.toml")):
        family = parse_family(_read(file), str(file))
        families[family.id] = family
    by_id: dict[str, Site] = {}
    by_host: dict[str, Site] = {}
    for file in sorted(folder.glob("*.toml")):
        site = parse_site(_read(file), str(file), families)
        by_id[site.id] = site
        for host in site.hosts:
            if host in by_host:
                raise UsageError(f"{file}: {host} is a host of the site {by_host[host].id} already.")
            by_host[host] = site
    return Sites(by_id, families, by_host)


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file} cannot be read: {error}.") from error
