"""What a person at the terminal is told on standard error: a word, and how far the work is."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from flows.console import printable


def say(sentence: str) -> None:
    """A word to the person at the terminal."""
    print(printable(sentence), file=sys.stderr, flush=True)


class Advance(Protocol):
    """What a loop tells of its progress."""

    def advance(self, pages: int) -> None:
        """So many pages more are done."""


class _Silent:
    def advance(self, pages: int) -> None:
        pass


class _Bar:
    def __init__(self, pages: int, what: str) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        self.bar = Progress(
            TextColumn("  {task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeElapsedColumn(),
            console=Console(stderr=True),
        )
        self.task = self.bar.add_task(what, total=pages, rate="")

    def advance(self, pages: int) -> None:
        """A WARC is one file and many pages, so the total grows when there turn out to be more."""
        task = self.bar.tasks[self.task]
        done = task.completed + pages
        rate = f"{done / task.elapsed:.0f}/s" if task.elapsed else ""
        self.bar.update(self.task, completed=done, total=max(task.total or 0, done), rate=rate)


@contextmanager
def show_progress(pages: int, what: str = "pages") -> Iterator[Advance]:
    """A progress bar while the block runs on a terminal, silence elsewhere."""
    if not sys.stderr.isatty():
        yield _Silent()
        return
    bar = _Bar(pages, what)
    with bar.bar:
        yield bar
