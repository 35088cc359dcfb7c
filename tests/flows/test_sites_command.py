"""The command sites from outside, with the project's sites and with a folder of one's own."""

import json
import pickle
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from extract.page import RawPage
from extract.sites.registry import OWN, known_sites
from flows import cli
from flows.batches import Batch, transform_batch
from transform.article import Article

ONE = "据介绍，全县今年新建农村公路36公里，改造危桥4座，惠及11个行政村的群众。"
ASIDE = "打开本县新闻端，收听本篇的语音版，还可以参加读者问答，赢取礼品一份，每天都有。"
TWO = "县交通运输局负责人表示，下一步还将完善管养机制，让每一条路都有人管、有人养。"
PAGE = f"""<html><head><title>新路</title></head><body><h1>新路通到家门口</h1><div id="text"><p>{ONE}</p>
<div class="app"><p>{ASIDE}</p></div><p>{TWO}</p></div></body></html>"""
SITE = 'id = "xx_site"\nname = "某站"\nhosts = ["site.example"]\n[[rules]]\nbody = "#text"\nstrip = ".app"\n'
URL = "http://www.site.example/2024/1.html"


@dataclass(frozen=True)
class Ran:
    status: int
    out: str
    err: str


@pytest.fixture
def jianbao(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path):  # type: ignore[no-untyped-def]
    monkeypatch.chdir(tmp_path)

    def call(*words: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["jianbao", *words])
        status = cli.call()
        return Ran(status, *capfd.readouterr())

    return call


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """A folder with one site of a user's own, and its saved page."""
    folder = tmp_path / "ours"
    saved = folder / "xx_site" / "road"
    saved.mkdir(parents=True)
    (folder / "xx_site.toml").write_text(SITE, encoding="utf-8")
    (saved / "page.html").write_text(PAGE, encoding="utf-8")
    expected = {"url": URL, "first_line": ONE, "last_line": TWO, "lines": 2, "without": ["语音版"]}
    (saved / "expected.json").write_text(json.dumps(expected), encoding="utf-8")
    return folder


def test_help_has_an_example(jianbao) -> None:  # type: ignore[no-untyped-def]
    ran = jianbao("sites", "--help")
    assert ran.status == 0
    assert "Example: jianbao sites" in ran.out


def test_list_names_every_site(jianbao, ours: Path) -> None:  # type: ignore[no-untyped-def]
    for words in ([], ["list"]):
        ran = jianbao("sites", *words, "--sites", str(ours))
        assert ran.status == 0
        for site_id in (*known_sites().by_id, "xx_site"):
            assert site_id in ran.out
    rows = json.loads(jianbao("sites", "--json").out)
    assert [row["id"] for row in rows] == list(known_sites().by_id)
    assert all(row["saved_pages"] for row in rows)


def test_show_says_where_each_rule_comes_from(jianbao) -> None:  # type: ignore[no-untyped-def]
    shown = json.loads(jianbao("sites", "show", "gd_lanjiang_ribao", "--json").out)
    assert {rule["from"] for rule in shown["rules"]} == {"gd_lanjiang_ribao", "family trs"}
    assert shown["expect"]["articles_per_day"] == {"min": 5, "max": 200}
    text = jianbao("sites", "show", "gd_lanjiang_ribao").out
    for words in ("family trs", "… 2023-04-30", "广东省潮州市", "published_at 0.99"):
        assert words in text


def test_own_rules_of_the_project_hold_on_its_saved_pages(jianbao) -> None:  # type: ignore[no-untyped-def]
    ran = jianbao("sites", "check")
    assert ran.status == 0, ran.out
    assert "no findings" in ran.out


def test_saved_pages_of_the_project_need_their_rules(jianbao, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    for site in known_sites().by_id.values():
        folder, hosts = tmp_path / f"{site.id}-alone", json.dumps(site.hosts)
        text = f'id = "{site.id}"\nname = "{site.name}"\nhosts = {hosts}\n'
        shutil.copytree(OWN / site.id, folder / site.id)
        (folder / f"{site.id}.toml").write_text(text, encoding="utf-8")
        assert jianbao("sites", "check", site.id, "--sites", str(folder)).status == 1, site.id


def test_folder_of_ones_own_is_checked(jianbao, ours: Path) -> None:  # type: ignore[no-untyped-def]
    ran = jianbao("sites", "check", "xx_site", "--sites", str(ours))
    assert ran.status == 0, ran.out
    assert "1 sites, 1 saved pages: no findings" in ran.out


@pytest.mark.parametrize(
    ("more", "expected", "words"),
    [
        ("", {"url": URL, "title": "旧路"}, ["road", "title", "旧路"]),
        ("", {"url": URL, "without": [ONE], "with": ["没有"]}, ["without", "with", "没有"]),
        ("", {"url": "http://other.example/", "first_line": ONE}, ["url", "xx_site"]),
        ("", {"url": URL, "reason": "list_page"}, ["reason", "list_page"]),
        ("", {"url": URL, "titel": "x"}, ["files", "unknown key titel"]),
        ('title = "p"\n', {"url": URL, "lines": 2}, ["title p", "one element", "matches 3 elements"]),
        ('editors = ".x"\n', {"url": URL, "lines": 2}, ["editors .x", "matches no elements"]),
        ('strip_lines = "广告"\n', {"url": URL, "lines": 2}, ["strip_lines 广告", "no saved page shows it"]),
        ("until = 2020-01-01\n[[rules]]\nsince = 2022-01-01\n", {"url": URL, "lines": 3}, ["rules"]),
    ],
)
def test_what_differs_is_a_finding_and_status_1(  # type: ignore[no-untyped-def]
    jianbao, ours: Path, more: str, expected: dict[str, object], words: list[str]
) -> None:
    (ours / "xx_site.toml").write_text(SITE + more, encoding="utf-8")
    (ours / "xx_site" / "road" / "expected.json").write_text(json.dumps(expected), encoding="utf-8")
    ran = jianbao("sites", "check", "xx_site", "--sites", str(ours))
    assert ran.status == 1
    for word in words:
        assert word in ran.out
    checked = json.loads(jianbao("sites", "check", "xx_site", "--sites", str(ours), "--json").out)
    assert checked[0]["findings"]


def test_site_without_a_saved_page_is_a_finding(jianbao, ours: Path) -> None:  # type: ignore[no-untyped-def]
    shutil.rmtree(ours / "xx_site")
    ran = jianbao("sites", "check", "xx_site", "--sites", str(ours))
    assert ran.status == 1
    assert "saved pages" in ran.out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["sites", "nope"], "takes list, check or show ID, not 'nope'"),
        (["sites", "show"], "Name one site"),
        (["sites", "show", "nope"], "There is no site nope"),
        (["sites", "check", "nope"], "There is no site nope"),
        (["sites", "list", "xx"], "jianbao sites show xx"),
        (["sites", "--sites", "nowhere"], "No such folder of sites: nowhere"),
        (["sites", "--sites", "wrong"], "'div[' is no CSS selector"),
        (["parse", "a.html", "--sites", "wrong"], "'div[' is no CSS selector"),
        (["explain", "a.html", "--sites", "nowhere"], "No such folder of sites"),
        (["explain", "a.html", "--site", "nope"], "There is no site nope"),
        (["run", "a.html", "--sites", "wrong"], "'div[' is no CSS selector"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_use_is_one_sentence_and_status_2(jianbao, words: list[str], sentence: str) -> None:  # type: ignore[no-untyped-def]
    Path("wrong").mkdir()
    Path("wrong/xx_site.toml").write_text(SITE.replace("#text", "div["), encoding="utf-8")
    Path("a.html").write_text(PAGE, encoding="utf-8")
    ran = jianbao(*words)
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert sentence in ran.err


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        ('place_code = "999999"', "there is no division 999999"),
        ('charset_hint = "klingon"', "'klingon' is no label that the web knows"),
    ],
)
def test_a_place_or_a_label_that_there_is_not_is_told(jianbao, key: str, sentence: str) -> None:  # type: ignore[no-untyped-def]
    folder = Path(key.partition(" ")[0]).resolve()  # known sites are read once a folder
    folder.mkdir()
    (folder / "xx_site.toml").write_text(SITE.replace("[[rules]]", f"{key}\n[[rules]]"), encoding="utf-8")
    ran = jianbao("sites", "--sites", str(folder))
    assert (ran.status, ran.out) == (2, "")
    assert sentence in ran.err


def test_parse_and_explain_go_by_the_rules_of_ones_own(jianbao, ours: Path) -> None:  # type: ignore[no-untyped-def]
    mirrored = Path("mirror/www.site.example/2024")
    mirrored.mkdir(parents=True)
    (mirrored / "1.html").write_text(PAGE, encoding="utf-8")
    with_rules = json.loads(jianbao("parse", "mirror", "--sites", str(ours)).out)
    without = json.loads(jianbao("parse", "mirror").out)
    assert (with_rules["body"], with_rules["site"]) == (f"{ONE}\n{TWO}", "某站")
    assert "语音版" in without["body"]
    told = jianbao(
        "explain", "mirror/www.site.example/2024/1.html", "--site", "xx_site", "--sites", str(ours)
    )
    assert "stripped by the site's rule .app" in told.out
    assert "The site's rules" in told.out


def test_sites_go_where_the_batch_goes(ours: Path) -> None:
    page = RawPage("a", "a.html", PAGE.encode(), url=URL)
    batch: Batch[None] = pickle.loads(pickle.dumps(Batch([page], sites=known_sites(ours))))
    (outcome,) = transform_batch(batch).outcomes
    assert isinstance(outcome, Article)
    assert outcome.body == f"{ONE}\n{TWO}"


@pytest.mark.prefect
def test_run_goes_by_the_rules_of_ones_own_and_the_view_shows_them(
    prefect_server: str, ours: Path, tmp_path: Path
) -> None:
    from flows.ingest import run_ingest
    from flows.settings import Settings
    from warehouse.connect import Warehouse, open_to_read

    mirrored = tmp_path / "mirror" / "site.example"
    mirrored.mkdir(parents=True)
    (mirrored / "1.html").write_text(PAGE, encoding="utf-8")
    settings = Settings(warehouse=tmp_path / "w.duckdb", sites=ours)
    run_ingest([str(tmp_path / "mirror")], settings)
    with open_to_read(Warehouse(settings.warehouse)) as con:
        assert con.execute("select site, body from articles").fetchall() == [("某站", f"{ONE}\n{TWO}")]
        assert con.execute("select has_rules from sites where site_id = 'xx_site'").fetchall() == [(True,)]
