"""What tests of several packages share."""

import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import hypothesis
import pytest

from extract.page import RawPage
from flows.platform import end_process
from transform.article import Article
from transform.decode.decoded import Decoding

hypothesis.settings.register_profile("same", derandomize=True, deadline=None, database=None)
hypothesis.settings.load_profile("same")  # the same examples every time, and none kept in the tree

SHARED = Path(__file__).parents[2] / "shared"

for name in [name for name in os.environ if name.startswith("JIANBAO_")]:
    del os.environ[name]  # a developer's own settings are not the tests'


_status = 0


def pytest_sessionfinish(exitstatus: int) -> None:
    global _status
    _status = int(exitstatus)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure() -> None:
    if "prefect" in sys.modules:
        end_process(_status)  # as the command does


@pytest.fixture
def make_page() -> Callable[..., RawPage]:
    def make(path: str = "a.html", body: bytes = b"<p>x</p>", **more: object) -> RawPage:
        return RawPage(source=path, path=path, body=body, **more)  # type: ignore[arg-type]

    return make


@pytest.fixture
def make_article() -> Callable[..., Article]:
    def make(body: str = "全市引进博士45人。", **more: object) -> Article:
        values: dict[str, object] = {
            "encoding": Decoding("utf-8", "utf8"),
            "body": body,
            "body_as_found": body,
        }
        return Article(**(values | more))  # type: ignore[arg-type]

    return make


@pytest.fixture
def a_day() -> date:
    return date(2024, 5, 6)
