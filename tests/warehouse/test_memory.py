"""What the warehouse remembers of sites: learned from all pages, in any order, and kept under its version."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from extract.archive import PageArchive
from extract.page import RawPage, UnreadPage
from extract.rejection import Reason, Rejection, Stage
from transform.maintext.memory import ENOUGH, Sketch
from warehouse.memory import find_memory, keep_sketches, learn_pending, unlearned
from warehouse.pending import PendingPages

NOW = datetime(2024, 5, 6, 8, 0, tzinfo=UTC)
MakePage = Callable[..., RawPage]


@pytest.fixture
def pending(con: duckdb.DuckDBPyConnection, tmp_path: Path) -> PendingPages:
    return PendingPages(con, PageArchive(tmp_path / "pages"))


def pages_of(make_page: MakePage, *names: str) -> list[RawPage]:
    return [make_page(name, name.encode(), url=f"http://a.example/{name}") for name in names]


def page_sketch(number: int) -> Sketch:
    """A page with a menu of its site and a paragraph of its own."""
    return Sketch(number, {1: 2, 2: 4, 1000 + number: 90})


def test_pending_pages_come_back_as_they_were_in_order(pending: PendingPages, make_page: MakePage) -> None:
    lost = UnreadPage("b", "b", Rejection(Stage.READ, Reason.EMPTY, "nothing in it"), "http://a.example/b")
    items = [*pages_of(make_page, "a"), lost, *pages_of(make_page, "c", "d")]
    pending.add(items[:3], ["a.example"] * 3)
    pending.add(items[3:], ["a.example"])
    assert [item for batch in pending.batches(3) for item in batch] == items
    assert list(pending.batches(3, [0, 2, 3])) == [[items[0], items[2], items[3]]]


def test_no_more_pages_are_looked_at_than_are_enough(
    con: duckdb.DuckDBPyConnection, pending: PendingPages, make_page: MakePage
) -> None:
    pages = pages_of(make_page, *map(str, range(ENOUGH + 50)))
    pending.add(pages, ["a.example"] * len(pages))
    chosen = {pages[nth].page_id for nth in unlearned(con)}
    assert chosen == set(sorted(page.page_id for page in pages)[:ENOUGH])
    assert len(unlearned(con)) == ENOUGH


def test_a_page_that_stands_twice_is_looked_at_once_and_a_known_one_not_again(
    con: duckdb.DuckDBPyConnection, pending: PendingPages, make_page: MakePage
) -> None:
    first, second = pages_of(make_page, "a", "b")
    pending.add([first, first, second], ["a.example"] * 3)
    keep_sketches(con, [("a.example", second.page_id, page_sketch(2))], NOW)
    assert unlearned(con) == [0]


def test_a_later_run_learns_from_earlier_pages_too(
    con: duckdb.DuckDBPyConnection, pending: PendingPages, make_page: MakePage
) -> None:
    first, second = pages_of(make_page, "a", "b")
    pending.add([first], ["a.example"])
    keep_sketches(con, [("a.example", first.page_id, page_sketch(1))], NOW)
    assert learn_pending(con, NOW) == {}
    keep_sketches(con, [("a.example", second.page_id, page_sketch(2))], NOW)
    memory = learn_pending(con, NOW)["a.example"]
    assert memory.recurring.keys() == {1, 2}
    assert find_memory(con, memory.version) == memory
    assert find_memory(con, "no such version") is None


def test_a_memory_is_written_once(
    con: duckdb.DuckDBPyConnection, pending: PendingPages, make_page: MakePage
) -> None:
    pending.add(pages_of(make_page, "a"), ["a.example"])
    keep_sketches(con, [("a.example", str(n), page_sketch(n)) for n in range(3)], NOW)
    assert learn_pending(con, NOW) == learn_pending(con, NOW + timedelta(days=1))
    assert con.execute("select count(*), min(learned_at) from ops.site_memory").fetchall() == [(1, NOW)]


def test_the_newest_sketches_of_a_host_stay(con: duckdb.DuckDBPyConnection) -> None:
    for day in range(3):
        keep_sketches(
            con,
            [("a.example", f"{day} {n}", page_sketch(n)) for n in range(ENOUGH)],
            NOW + timedelta(days=day),
        )
    days = "select left(page_id, 1) as day, count(*) from ops.site_sketch group by day order by day"
    assert con.execute(days).fetchall() == [("1", ENOUGH), ("2", ENOUGH)]
