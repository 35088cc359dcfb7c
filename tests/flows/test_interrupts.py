"""Ctrl-C that is swallowed on its way is not lost."""

import signal
import threading
from contextlib import suppress

import pytest

from flows.interrupts import check_interrupts, heeding_interrupts


def test_swallowed_interrupt_is_raised_when_asked_for() -> None:
    with heeding_interrupts():
        check_interrupts()
        with suppress(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            check_interrupts()
    with heeding_interrupts():
        check_interrupts()


def _fail_when_interrupted() -> None:
    with heeding_interrupts():
        try:
            signal.raise_signal(signal.SIGINT)
        except KeyboardInterrupt:
            raise RuntimeError("Query interrupted") from None


def _fail() -> None:
    with heeding_interrupts():
        raise RuntimeError("of another kind")


def test_error_that_comes_of_an_interrupt_is_one() -> None:
    with pytest.raises(KeyboardInterrupt):
        _fail_when_interrupted()
    with pytest.raises(RuntimeError, match="another kind"):
        _fail()


def test_what_handled_the_signal_before_handles_it_again() -> None:
    before = signal.getsignal(signal.SIGINT)
    with heeding_interrupts():
        assert signal.getsignal(signal.SIGINT) is not before
    assert signal.getsignal(signal.SIGINT) is before


def test_other_threads_are_left_alone() -> None:
    before, seen = signal.getsignal(signal.SIGINT), []

    def work() -> None:
        with heeding_interrupts():
            check_interrupts()
            seen.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert seen == [before]
