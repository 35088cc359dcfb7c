"""Ctrl-C that is not lost.

KeyboardInterrupt is raised wherever the main thread happens to be: in a callback whose errors are ignored, or
in an event loop of a library that takes the signal for itself. A long run would go on as if nobody had asked.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_asked = threading.Event()


@contextmanager
def heeding_interrupts() -> Iterator[None]:
    """Ctrl-C raises KeyboardInterrupt at once, as ever; `check_interrupts` raises what was swallowed.

    An error that comes of it is the same: DuckDB says of its queries that they were interrupted. Only the
    main thread may handle signals; elsewhere nothing changes.
    """
    _asked.clear()
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, _stop)
    try:
        yield
    except Exception as error:
        if _asked.is_set():
            raise KeyboardInterrupt from error
        raise
    finally:
        signal.signal(signal.SIGINT, before)


def check_interrupts() -> None:
    """Raise KeyboardInterrupt if Ctrl-C was pressed, though it was swallowed on its way."""
    if _asked.is_set():
        raise KeyboardInterrupt


def _stop(_number: int, _frame: FrameType | None) -> None:
    _asked.set()
    raise KeyboardInterrupt
