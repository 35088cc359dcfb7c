"""Prefect as this project uses it: quiet, on loopback, with time enough to start on a small machine.

`prepare_prefect` is called before prefect is imported, which reads its settings from the environment.
Errors come to the user as one sentence from the command, so Prefect does not log their tracebacks as well;
PREFECT_LOGGING_LEVEL=INFO brings its log back.
"""

import atexit
import os
import sys
from pathlib import Path
from typing import NoReturn

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


def open_streams() -> None:
    """Stand in for standard streams that the caller closed (`>&-`): what is written there goes nowhere."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115  (to the end)


def end_process(status: int) -> NoReturn:
    """End after what is registered for the end (Prefect stops its server), but not module by module.

    Where threads or errors hold on to a module to the last, DuckDB's binding reports every one of its types
    as leaked, thirty lines of it, on standard error; DuckDB 2.0.0 may even hang there.
    """
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)
