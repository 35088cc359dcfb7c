"""Prefect as this project uses it: quiet, on loopback, with time enough to start on a small machine.

`prepare_prefect` is called before prefect is imported, which reads its settings from the environment.
Errors come to the user as one sentence from the command, so Prefect does not log their tracebacks as well;
PREFECT_LOGGING_LEVEL=INFO brings its log back.
"""

import os

_DEFAULTS = {
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "DO_NOT_TRACK": "1",
    "PREFECT_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_LOGGING_SERVER_LEVEL": "CRITICAL",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
}
"""What a user has set in the environment stays as it is."""


def prepare_prefect() -> None:
    """Set Prefect's environment where the user has not."""
    for name, value in _DEFAULTS.items():
        os.environ.setdefault(name, value)


def has_server() -> bool:
    """Whether a running server is named; else Prefect starts one of its own inside the command."""
    return bool(os.environ.get("PREFECT_API_URL"))
