"""Loading: once, whole, and told apart by what changed."""

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal

import duckdb
import pytest

from extract.page import RawPage, UnreadPage
from extract.rejection import Reason, Rejection, Stage
from transform.article import Article
from transform.figures.figure import Figure
from transform.repair.edits import Edit
from warehouse.checks import run_checks
from warehouse.load import Loaded, load_batch
from warehouse.rows import Item, batch_rows
from warehouse.runs import find_new

NOW = datetime(2024, 5, 6, 8, 0, tzinfo=UTC)
Make = Callable[..., Article]
MakePage = Callable[..., RawPage]


def load(
    con: duckdb.DuckDBPyConnection, *done: tuple[Item, Article | Rejection], version: str = "1"
) -> Loaded:
    return load_batch(con, batch_rows(done, version), "run", NOW)


def figure(body: str, surface: str, **more: object) -> Figure:
    start = body.index(surface)
    values: dict[str, object] = {"kind": "count", "role": "statistic", "value": Decimal(45), "unit": "人"}
    values |= {"surface": surface, "start": start, "end": start + len(surface), "sentence": body}
    return Figure(**(values | more))  # type: ignore[arg-type]


def rows(con: duckdb.DuckDBPyConnection, sql: str) -> list[tuple[object, ...]]:
    return con.execute(sql).fetchall()


def assert_lawful(con: duckdb.DuckDBPyConnection) -> None:
    assert {finding.check: finding.rows for finding in run_checks(con) if finding.rows} == {}


def test_article_with_figures_and_repairs_is_in_every_view(
    con: duckdb.DuckDBPyConnection, make_page: MakePage, make_article: Make
) -> None:
    body = "全市引进博士45人。"
    article = make_article(
        body,
        body_as_found="全市引進(jìn)博士45人。",
        title="引才",
        published="2024-05-06",
        published_how="stated",
        place_code="371500",
        place_name="山东省聊城市",
        flags=("pinyin_mirror",),
        repairs=(Edit("pinyin_annotation", 4, 9, "(jìn)", "", 0.99),),
        figures=(figure(body, "45人", place_code="371500", place_how="inherited"),),
    )
    assert load(con, (make_page(), article)) == Loaded(1, 1, 0, 1, 1)
    assert rows(con, "select title, published_at::date::varchar, flags from articles") == [
        ("引才", "2024-05-06", ["pinyin_mirror"])
    ]
    assert rows(con, "select surface, value, unit, province, prefecture, title from statistics") == [
        ("45人", Decimal(45), "人", "山东省", "聊城市", "引才")
    ]
    assert rows(con, "select kind, before, after from repairs") == [("pinyin_annotation", "(jìn)", "")]
    assert rows(con, "select status, revision from pages") == [("article", 1)]
    assert_lawful(con)


def test_loading_twice_changes_nothing(
    con: duckdb.DuckDBPyConnection, make_page: MakePage, make_article: Make
) -> None:
    body = "全市引进博士45人。"
    done = (make_page(), make_article(body, figures=(figure(body, "45人"),)))
    load(con, done)
    before = rows(con, "from core.article") + rows(con, "from core.figure") + rows(con, "from raw.page")
    assert load(con, done) == Loaded(), "the ledger knows the batch"
    again = load(con, done, (make_page("b.html", b"other"), make_article("别的。")))
    assert again == Loaded(1, 1, 0, 0, 0), "in another batch the page is known all the same"
    after = rows(con, "from core.article") + rows(con, "from core.figure") + rows(con, "from raw.page")
    assert set(map(str, before)) < set(map(str, after))
    assert_lawful(con)


def test_changed_page_is_a_new_revision(
    con: duckdb.DuckDBPyConnection, make_page: MakePage, make_article: Make
) -> None:
    for number in (45, 46):
        body = f"全市引进博士{number}人。"
        found = figure(body, f"{number}人", value=Decimal(number))
        load(con, (make_page(body=b"%d" % number), make_article(body, figures=(found,))))
    assert rows(con, "select revision, body from articles") == [(2, "全市引进博士46人。")]
    assert rows(con, "select revision from article_revisions order by 1") == [(1,), (2,)]
    assert rows(con, "select surface from figures") == [("46人",)]
    assert_lawful(con)


def test_same_page_twice_in_a_batch_is_one(
    con: duckdb.DuckDBPyConnection, make_page: MakePage, make_article: Make
) -> None:
    assert load(con, (make_page(), make_article()), (make_page(), make_article())) == Loaded(1, 1, 0, 0, 0)
    assert_lawful(con)


def test_same_bytes_at_two_addresses_are_two_articles_one_a_duplicate(
    con: duckdb.DuckDBPyConnection, make_page: MakePage, make_article: Make
) -> None:
    body = "全市引进博士45人。"
    late = make_article(body, published="2024-05-06", figures=(figure(body, "45人"),))
    early = make_article(body, published="2024-05-05", figures=(figure(body, "45人"),))
    load(con, (make_page("late.html"), late), (make_page("early.html"), early))
    (first,) = rows(con, "select article_id from articles where published_at::date = date '2024-05-05'")
    assert rows(con, "select duplicate_of from articles where duplicate_of is not null") == [first]
    assert rows(con, "select count(*) from figures") == [(2,)]
    assert rows(con, "select count(*) from statistics") == [(1,)], "a figure counts once"


def test_two_addresses_with_one_canonical_are_one_article(
    con: duckdb.DuckDBPyConnection, make_page: MakePage, make_article: Make
) -> None:
    article = make_article(canonical_url="https://a.example/1")
    page, mobile = (
        make_page("1", url="https://a.example/1?from=x"),
        make_page("2", url="https://m.a.example/1"),
    )
    load(con, (page, article), (mobile, article))
    assert rows(con, "select count(*), max(revision) from articles") == [(1, 1)]
    assert rows(con, "select count(*) from pages") == [(2,)]
    assert_lawful(con)


def test_figures_of_one_span_have_ids_of_their_own(
    con: duckdb.DuckDBPyConnection, make_page: MakePage, make_article: Make
) -> None:
    body = "建成国家级平台、省级平台各两个。"
    figures = tuple(figure(body, "各两个", subject=subject) for subject in ("国家级平台", "省级平台"))
    load(con, (make_page(), make_article(body, figures=figures)))
    assert rows(con, "select count(distinct figure_id) from figures") == [(2,)]
    assert_lawful(con)


def test_rejection_is_kept_with_its_reason(con: duckdb.DuckDBPyConnection, make_page: MakePage) -> None:
    unread = UnreadPage("x.html", "x.html", Rejection(Stage.READ, Reason.UNREADABLE, "gone"))
    binary = Rejection(Stage.DECODE, Reason.BINARY)
    for _ in range(2):
        load(con, (unread, unread.rejection), (make_page(), binary))
    assert rows(
        con, "select location, page_id is null, stage, reason, detail from rejections order by 1"
    ) == [
        ("a.html", False, "decode", "binary", None),
        ("x.html", True, "read", "unreadable", "gone"),
    ]
    assert_lawful(con)


def test_failed_batch_leaves_nothing(
    con: duckdb.DuckDBPyConnection, make_page: MakePage, make_article: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    from warehouse import load as module

    broken = dict(module.statements("upserts")) | {"09_broken": "select 1 / nowhere"}
    monkeypatch.setattr(module, "statements", lambda folder: broken)
    with pytest.raises(duckdb.Error):
        load(con, (make_page(), make_article()))
    assert rows(con, "select count(*) from core.article") == [(0,)]
    monkeypatch.undo()
    assert load(con, (make_page(), make_article())).articles == 1


def test_known_pages_are_not_new(
    con: duckdb.DuckDBPyConnection, make_page: MakePage, make_article: Make
) -> None:
    unread = UnreadPage("x.html", "x.html", Rejection(Stage.READ, Reason.UNREADABLE))
    load(con, (make_page(), make_article()), (unread, unread.rejection))
    changed, other = make_page(body=b"changed"), make_page("b.html")
    assert find_new(con, [make_page(), changed, unread, other]) == ([changed, unread, other], 0)

    binary = make_page("c.html", b"\x00")
    load(con, (binary, Rejection(Stage.DECODE, Reason.BINARY)))
    assert find_new(con, [binary]) == ([], 1)


def test_place_that_can_be_read_again_is_no_rejection_any_more(
    con: duckdb.DuckDBPyConnection, make_page: MakePage, make_article: Make
) -> None:
    unread = UnreadPage("a.html", "a.html", Rejection(Stage.READ, Reason.UNREADABLE))
    other = UnreadPage("b.html", "b.html", Rejection(Stage.READ, Reason.UNREADABLE))
    load(con, (unread, unread.rejection), (other, other.rejection))
    load(con, (make_page("a.html"), make_article()))
    assert rows(con, "select location from rejections") == [("b.html",)]
    assert rows(con, "select location, status from pages order by 1") == [
        ("a.html", "article"),
        ("b.html", "rejected"),
    ]
    assert_lawful(con)
