"""Standard output for people."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

OFF_TERMINAL = 110
"""Columns where the output is a file or a pipe: what README shows."""

STEERING = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f"  # the terminal
    r"\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"  # the direction of writing, the end of a line
    r"\ud800-\udfff\U000e0000-\U000e007f]"  # halves of characters, invisible tags
)
UNSEEN = re.compile(
    rf"{STEERING.pattern[:-1]}\xad\u200b-\u200d\u2060-\u2065\ufeff\ufff9-\ufffb\ue000-\uf8ff]"
)
"""The same, and what has no width or no form of its own."""


def make_console(width: int = OFF_TERMINAL) -> "Console":
    """Standard output as a console, so wide where it is no terminal."""
    from flows.piped_console import PipedConsole  # heavy: not for commands that print records

    made = PipedConsole()
    return made if made.is_terminal else PipedConsole(width=width)


def printable(text: str) -> str:
    """Text of a page or a warehouse without what would steer the terminal or turn the line round.

    >>> printable("红\\x1b[31m字"), printable("1\\u202e23")
    ('红\\\\x1b[31m字', '1\\\\u202e23')
    """
    return STEERING.sub(_escape, text)


def visible(text: str) -> str:
    """The same with everything seen that the text has: characters without width, private ones, line ends.

    >>> visible("湖\\u200b区\\n")
    '湖\\\\u200b区⏎'
    """
    return UNSEEN.sub(_escape, text).replace("\n", "⏎")


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
