"""Standard output for people."""

import re

from rich import console

OFF_TERMINAL = 110
"""Columns where the output is a file or a pipe: what README shows."""

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


class Console(console.Console):
    """A console whose reader may leave: the command then ends well, as with any other output."""

    def on_broken_pipe(self) -> None:
        """Tell the command, which knows how to end."""
        raise BrokenPipeError


def make_console(width: int = OFF_TERMINAL) -> Console:
    """Standard output as a console, so wide where it is no terminal."""
    made = Console()
    return made if made.is_terminal else Console(width=width)


def printable(text: str) -> str:
    """Text of a page or a warehouse without what would steer the terminal.

    >>> printable("红\\x1b[31m字")
    '红\\\\x1b[31m字'
    """
    return CONTROL.sub(lambda match: f"\\x{ord(match[0]):02x}", text)
