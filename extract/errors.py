"""What can go wrong, as types.

    JianbaoError
    ├── UsageError          the call is wrong; the caller mends it               exit 2
    ├── RunError            the run failed; the same call will fail again        exit 3
    └── LockedError         another process holds the warehouse; try again later exit 75

A page that cannot be read is none of these: it is data, a `Rejection`.
"""


class JianbaoError(Exception):
    """Base of all errors that end a command with one sentence."""

    exit_status = 3


class UsageError(JianbaoError):
    """The call cannot be carried out as it stands: a missing path, an unknown option, nothing to read."""

    exit_status = 2


class RunError(JianbaoError):
    """The run failed for a reason that the caller cannot mend by calling differently."""

    exit_status = 3


class LockedError(JianbaoError):
    """Another process holds the warehouse; `pid` names it where it is known."""

    exit_status = 75

    def __init__(self, message: str, pid: int | None = None) -> None:
        super().__init__(message)
        self.pid = pid
