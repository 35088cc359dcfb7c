"""A console that may be a pipe."""

from rich.console import Console


class PipedConsole(Console):
    """A console whose reader may leave: the command then ends well, as with any other output."""

    def on_broken_pipe(self) -> None:
        """Tell the command, which knows how to end."""
        raise BrokenPipeError
