"""The command sites: which sites are known, what their files say, and whether their rules still fit."""

import json
import sys
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import Parameter

from extract.errors import UsageError
from flows.commands.options import SitesOption
from flows.console import make_console
from flows.settings import load_settings

if TYPE_CHECKING:
    from extract.sites.registry import Sites
    from extract.sites.site import Site
    from flows.site_check import Checked

ACTIONS = ("list", "check", "show")


def sites(
    *words: str,
    sites: SitesOption = None,
    as_json: Annotated[bool, Parameter(name="--json", negative="", help="The same as JSON.")] = False,
) -> int:
    """The known sites, their rules and expectations; check reads their saved pages with them.

    Example: jianbao sites check --sites our-sites

    Parameters
    ----------
    words
        list, or nothing: all sites. show ID: what one site's file says, with its family's rules. check [ID…]:
        saved pages are read with the rules of their site; exit status 1 if anything is not as expected.
    """
    from flows.own_sites import load_sites

    action, *ids = words or ("list",)
    if action not in ACTIONS:
        raise UsageError(f"jianbao sites takes list, check or show ID, not {action!r}.")
    known = load_sites(load_settings(sites=sites).sites)
    if action == "check":
        return _check(known, [known.get(one) for one in ids] or list(known.by_id.values()), as_json)
    if action == "show":
        if len(ids) != 1:
            raise UsageError("Name one site: jianbao sites show ID.")
        _show(known.get(ids[0]), known, as_json)
    elif ids:
        raise UsageError(
            f"jianbao sites list takes no {ids[0]!r}; jianbao sites show {ids[0]} shows one site."
        )
    else:
        _list(list(known.by_id.values()), as_json)
    return 0


def _list(known: "list[Site]", as_json: bool) -> None:
    from extract.sites.saved import find_saved
    from flows.tables import print_rows

    columns = ("id", "name", "hosts", "family", "place", "rules", "saved_pages")
    rows = [
        (
            site.id,
            site.name,
            list(site.hosts),
            site.family,
            site.place_code,
            len(site.rules),
            len(find_saved(site)),
        )
        for site in known
    ]
    if as_json:
        _print_json([dict(zip(columns, row, strict=True)) for row in rows])
    else:
        print_rows(columns, rows, make_console())


def _show(site: "Site", known: "Sites", as_json: bool) -> None:
    from extract.sites.rules import KEYS
    from extract.sites.saved import find_saved
    from flows.tables import print_rows
    from transform.divisions import place_of

    place = place_of(site.place_code) if site.place_code else None
    family = known.families[site.family].name if site.family else None
    facts = {
        "id": site.id,
        "name": site.name,
        "hosts": list(site.hosts),
        "place": f"{site.place_code} {place.full_name}" if place else site.place_code,
        "family": f"{site.family}, {family}" if family else None,
        "charset_hint": site.charset_hint,
        "lag_days": site.lag_days,
        "expect": site.expect.as_table(),
        "file": site.file,
        "saved_pages": [folder.name for folder in find_saved(site)],
    }
    rules = [
        (each.period, key, rule.text, rule.origin)
        for each in site.rules
        for key in KEYS
        for rule in getattr(each, key)
    ]
    columns = ("period", "key", "rule", "from")
    if as_json:
        _print_json(facts | {"rules": [dict(zip(columns, row, strict=True)) for row in rules]})
        return
    console = make_console()
    expect = [f"{name} {_said(value)}" for name, value in site.expect.as_table().items()]
    shown = facts | {"expect": expect or None, "saved_pages": facts["saved_pages"] or None}
    print_rows(("about", "value"), shown.items(), console)
    console.print()
    print_rows(columns, rows=rules, console=console)


def _said(value: Any) -> str:
    return (
        " ".join(f"{name} {number}" for name, number in value.items())
        if isinstance(value, dict)
        else str(value)
    )


def _check(known: "Sites", wanted: "list[Site]", as_json: bool) -> int:
    from msgspec.structs import asdict

    from flows.site_check import check_site

    checked = [check_site(site, known) for site in wanted]
    if as_json:
        _print_json([asdict(one) for one in checked])
    else:
        _print_checked(checked)
    return int(any(one.findings for one in checked))


def _print_checked(checked: "list[Checked]") -> None:
    from flows.tables import WIDE, print_rows

    console = make_console(WIDE)
    for one in checked:
        mark = "[red]✗[/]" if one.findings else "[green]✓[/]"
        pages = f"{one.pages} saved page{'s' if one.pages != 1 else ''}"
        console.print(f"{mark} {one.site}: {pages}", highlight=False)
        if one.findings:
            rows = [(found.page, found.field, found.expected, found.found) for found in one.findings]
            print_rows(("page", "field", "expected", "found"), rows, console)
    findings = sum(len(one.findings) for one in checked)
    said = f"{findings or 'no'} finding{'s' if findings != 1 else ''}"
    total = sum(one.pages for one in checked)
    console.print(f"{len(checked)} sites, {total} saved pages: {said}.", highlight=False)


def _print_json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2, default=str), file=sys.stdout)


COMMANDS = (sites,)
