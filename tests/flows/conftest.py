"""Prefect's own server, once for all tests that run a flow: it takes its time to start."""

from collections.abc import Iterator

import pytest

from flows.platform import prepare_prefect


@pytest.fixture(scope="session")
def prefect_server() -> Iterator[str]:
    """The server's address, for commands that are to use it."""
    prepare_prefect()
    from prefect.settings import PREFECT_API_URL
    from prefect.testing.utilities import prefect_test_harness

    with prefect_test_harness(server_startup_timeout=120):
        yield str(PREFECT_API_URL.value())
