from collections.abc import Callable
from pathlib import Path

import pytest

from extract.errors import UsageError
from extract.page import RawPage
from extract.sites.registry import known_sites
from transform.decode.labels import resolve_label
from transform.divisions import place_of


def write_site(folder: Path, site_id: str, host: str, more: str = "") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    text = f'id = "{site_id}"\nname = "示例"\nhosts = ["{host}"]\n{more}'
    (folder / f"{site_id}.toml").write_text(text, encoding="utf-8")


def test_host_stands_for_all_below_it() -> None:
    sites = known_sites()
    site = next(iter(sites.by_id.values()))
    host = site.hosts[0]
    assert sites.of_address(f"http://{host}/a") is sites.of_address(f"https://www.{host}:8080/a?b") is site
    for url in (f"http://not{host}/a", None, "no address", "http://[bad/"):
        assert sites.of_address(url) is None


def test_mirrored_folder_names_its_host(make_page: Callable[..., RawPage]) -> None:
    sites = known_sites()
    site = next(iter(sites.by_id.values()))
    assert sites.of_page(make_page(f"www.{site.hosts[0]}/2024/a.html")) is site
    assert sites.of_page(make_page(f"{site.hosts[0]}")) is None
    assert sites.of_page(make_page("2024/a.html")) is None
    assert sites.of_page(make_page("x.example/a.html", url=f"http://{site.hosts[0]}/a.html")) is site


def test_known_sites_have_real_places_and_codecs() -> None:
    sites = known_sites().by_id.values()
    assert sites
    for site in sites:
        assert site.place_code is None or place_of(site.place_code)
        assert site.charset_hint is None or resolve_label(site.charset_hint)


def test_every_family_says_where_the_body_is() -> None:
    families = known_sites().families
    assert {"trs", "gov", "wordpress"} <= families.keys()
    for family in families.values():
        assert family.rules.body, family.id


def test_users_sites_are_added_and_win(tmp_path: Path) -> None:
    own = next(iter(known_sites().by_id.values()))
    write_site(tmp_path, own.id, "example.net")
    write_site(tmp_path, "gd_new", "example.org", 'family = "trs"\n')
    sites = known_sites(tmp_path)
    assert sites.get(own.id).hosts == ("example.net",)
    assert sites.of_address(f"http://{own.hosts[0]}/") is None
    assert sites.get("gd_new").rules[0].body[0].origin == "family trs"
    assert known_sites().get(own.id) is own


def test_users_host_wins_over_the_projects(tmp_path: Path) -> None:
    own = next(iter(known_sites().by_id.values()))
    write_site(tmp_path, "gd_new", own.hosts[0])
    found = known_sites(tmp_path).of_address(f"http://{own.hosts[0]}/")
    assert found
    assert found.id == "gd_new"


def test_users_families_are_known_to_their_sites(tmp_path: Path) -> None:
    (tmp_path / "families").mkdir()
    (tmp_path / "families" / "ours.toml").write_text(
        'id = "ours"\nname = "自有系统"\n[rules]\nbody = "#text"\n', encoding="utf-8"
    )
    write_site(tmp_path, "gd_new", "example.org", 'family = "ours"\n')
    assert known_sites(tmp_path).get("gd_new").rules[0].body[0].text == "#text"


def test_wrong_folders_are_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="No such folder of sites"):
        known_sites(tmp_path / "nowhere")
    write_site(tmp_path / "twice", "a", "example.org")
    write_site(tmp_path / "twice", "b", "example.org")
    with pytest.raises(UsageError, match=r"example\.org is a host of the site a already"):
        known_sites(tmp_path / "twice")
    with pytest.raises(UsageError, match="There is no site nope"):
        known_sites().get("nope")
