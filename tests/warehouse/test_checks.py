"""Every law finds the row that breaks it."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from extract.page import RawPage
from transform.article import Article
from warehouse.checks import run_checks
from warehouse.connect import open_to_write
from warehouse.load import load_batch
from warehouse.migrate import migrate
from warehouse.rows import batch_rows
from warehouse.sql import statements

FIGURE = """
    insert into core.figure by name
    select 'f1' as figure_id, article_id, revision, '45人' as surface, 6 as "start", 9 as "end", body as sentence,
        'count' as kind, 'statistic' as role, 'exact' as qualifier, 'actual' as status, 'unknown' as period_how,
        1.0 as confidence
    from core.article;
"""
BREACHES = {
    "article_ids_unique": "insert into core.article from core.article",
    "bounds_ordered": FIGURE + "update core.figure set value_min = 2, value_max = 1",
    "columns_commented": "create table core.secret (x integer)",
    "figure_ids_unique": FIGURE + "insert into core.figure from core.figure",
    "figures_in_body": FIGURE + "update core.figure set surface = '46人'",
    "pages_accounted": "delete from core.article",
    "memories_kept": "update core.article set site_memory = 'nowhere'",
    "pages_unique": "insert into raw.page from raw.page",
    "periods_ordered": FIGURE
    + "update core.figure set period_start = '2024-02-01', period_end = '2024-01-01'",
    "places_known": "update core.article set place_code = '999999'",
    "published_not_in_future": "update core.article set published_at = '2999-01-01'",
    "repairs_in_body": "insert into core.repair select article_id, revision, 'quote', 0, 2, '不是', '', 1 from core.article",
    "rows_have_article": FIGURE + "update core.figure set revision = 7",
    "runs_add_up": "update ops.run set articles = 7",
    "units_unique": "insert into core.unit from core.unit limit 1",
}


def test_every_law_has_its_breach() -> None:
    assert BREACHES.keys() == statements("checks").keys()


@pytest.mark.parametrize("check", BREACHES)
def test_breach_is_found(
    tmp_path: Path, check: str, make_page: Callable[..., RawPage], make_article: Callable[..., Article]
) -> None:
    with open_to_write(tmp_path / "w") as con:
        migrate(con)
        now = datetime(2024, 5, 6, tzinfo=UTC)
        load_batch(con, batch_rows([(make_page(), make_article("全市引进博士45人。"))], "1"), "run", now)
        con.execute(
            "insert into ops.run (run_id, started_at, status, sources, transform_version, articles, rejections)"
            " values ('run', now(), 'done', ['x'], '1', 1, 0)"
        )
        assert [finding.check for finding in run_checks(con) if finding.rows] == []
        con.execute(BREACHES[check])
        assert check in [finding.check for finding in run_checks(con) if finding.rows]
