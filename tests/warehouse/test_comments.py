"""Closed lists stand in comments: what analysts read there is what the code may write."""

import re
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from extract.rejection import Reason, Stage
from transform.figures import kinds
from transform.repair.flags import Flag
from warehouse.connect import open_to_write
from warehouse.migrate import migrate

OF_MAINTEXT = {"truncated", "gallery", "forwarded", "advertisement"}
OF_THE_PAGE = {"lossy_decode", "figures_out_of_range"}


@pytest.fixture(scope="module")
def con(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    file: Path = tmp_path_factory.mktemp("comments") / "w"
    with open_to_write(file) as connection:
        migrate(connection)
        yield connection


def comment(con: duckdb.DuckDBPyConnection, view: str, column: str) -> str:
    rows = con.execute(
        "select comment from duckdb_columns() where schema_name = 'main' and table_name = ? and column_name = ?",
        [view, column],
    ).fetchall()
    ((text,),) = rows
    assert isinstance(text, str)
    return text


def test_flags_are_listed_with_their_meaning(con: duckdb.DuckDBPyConnection) -> None:
    listed = set(re.findall(r"(\w+): ", comment(con, "articles", "flags").partition("nothing.")[2]))
    assert listed == {str(flag) for flag in Flag} | OF_MAINTEXT | OF_THE_PAGE


@pytest.mark.parametrize(
    ("view", "column", "values"),
    [
        ("rejections", "reason", list(Reason)),
        ("rejections", "stage", list(Stage)),
        ("figures", "kind", list(kinds.KINDS)),
        ("figures", "role", list(kinds.ROLES)),
        ("figures", "qualifier", list(kinds.QUALIFIERS)),
        ("figures", "basis", list(kinds.BASES)),
        ("figures", "per", list(kinds.RATES)),
        ("figures", "status", list(kinds.STATUSES)),
        ("figures", "period_how", list(kinds.PERIOD_HOW)),
        ("figures", "compare_kind", list(kinds.COMPARE_KINDS)),
        ("figures", "group_role", list(kinds.GROUP_ROLES)),
        ("figures", "place_how", list(kinds.PLACE_HOW)),
    ],
)
def test_closed_list_is_whole(
    con: duckdb.DuckDBPyConnection, view: str, column: str, values: list[str]
) -> None:
    words = set(re.findall(r"[\w-]+", comment(con, view, column)))
    assert {str(value) for value in values} - words == set()
