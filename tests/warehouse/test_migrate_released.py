"""A warehouse that an earlier release made is brought to this one."""

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from extract.sites.registry import known_sites
from extract.sites.site import parse_site
from warehouse.connect import open_to_write
from warehouse.migrate import migrate
from warehouse.sql import statements

RELEASED = {
    "0000_ledger": "e74929f63d0344cbc1f71bc94dcfcaaaaca0fef76ee56655e2364e94ae3ab0ff",
    "0001_base": "10f2fbf1b60cc33ee8a417ab34b17b05d76517bb4333b15989e18536310df4ae",
}
"""Migrations of version 0.1.0 and the sha256 of their files, which stand in warehouses out there."""


@pytest.fixture
def released(tmp_path: Path) -> Path:
    """A warehouse of version 0.1.0 with a site in it."""
    file = tmp_path / "w"
    with open_to_write(file) as con:
        for name, digest in RELEASED.items():
            con.execute(statements("migrations")[name])
            con.execute("insert into ops.schema_part values (?, ?, ?)", [name, digest, datetime.now(UTC)])
        con.execute("insert into core.site values ('xx_old', '旧站', ['old.example'], null, null)")
        con.execute("create view main.sites as select site_id, name from core.site")
    return file


def test_released_migrations_are_as_they_were() -> None:
    digests = {name: sha256(statements("migrations")[name].encode()).hexdigest() for name in RELEASED}
    assert digests == RELEASED


def test_sites_of_a_released_warehouse_get_their_new_columns(released: Path) -> None:
    with open_to_write(released) as con:
        migrate(con)
        rows = con.execute("select site_id, has_rules from sites order by 1").fetchall()
        assert [row[0] for row in rows] == list(known_sites().by_id)
        assert {row[1] for row in rows} <= {True, False}


def test_view_has_what_a_users_file_says(released: Path) -> None:
    toml = 'id = "gd_new"\nname = "新"\nhosts = ["new.example"]\nlag_days = 3\n[expect]\nnewest_article_days = 4\n'
    with open_to_write(released) as con:
        migrate(con, [parse_site(toml, "gd_new.toml")])
        columns = "site_id, family, lag_days, has_rules, expectations::json ->> '$.newest_article_days'"
        assert con.execute(f"select {columns} from sites").fetchall() == [("gd_new", None, 3, False, "4")]
        migrate(con)
        assert con.execute("select count(*) from sites where site_id = 'gd_new'").fetchone() == (0,)
