"""The command `jianbao`: its commands, its errors, its exit status.

Nothing heavy is imported here, so that --help is there at once.
"""

import errno
import os
import sys
import traceback

from cyclopts import App, CycloptsError

from extract.errors import JianbaoError
from flows.commands import pages, sites, texts, warehouses
from flows.kept import kept_patterns
from flows.platform import end_process

app = App(
    name="jianbao",
    help="News pages of Chinese regions in, a warehouse of clean articles and their figures out.",
    help_epilogue=(
        "Exit status: 0 done · 1 findings (check; rejected pages with --strict) · 2 wrong use · "
        "3 the run failed · 75 locked by another process, try again later.\n\n"
        "Example: jianbao run news/ && jianbao query 'select title from articles limit 5'"
    ),
    help_format="plaintext",
    version_flags=["--version"],
    suppress_keyboard_interrupt=False,
)
for module in (pages, texts, warehouses, sites):
    for command in module.COMMANDS:
        app.command(command, help_epilogue="")


def main() -> None:
    """Run the command line and end the process with its exit status."""
    status = call()
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _drop_output()
    except OSError as error:
        status = _give_up_output(error)
    end_process(status)


def call() -> int:
    """Run the command line; every mistake ends in one sentence. Returns the exit status."""
    try:
        with kept_patterns():
            status = app(
                sys.argv[1:],
                exit_on_error=False,
                print_error=False,
                result_action="return_value",
            )
    except CycloptsError as error:
        status = _complain(" ".join(str(error).split()) + " See jianbao --help.", 2)
    except JianbaoError as error:
        status = _complain(str(error), error.exit_status)
    except KeyboardInterrupt:
        status = _complain("Stopped. What was loaded is safe; the same command takes up the rest.", 130)
    except BrokenPipeError:
        _drop_output()
        status = 0
    except OSError as error:
        is_output = error.errno in (errno.ENOSPC, errno.EIO) and not error.filename
        status = _give_up_output(error) if is_output else _confess(error)
    except Exception as error:
        status = _confess(error)
    return int(status or 0)


def _confess(error: Exception) -> int:
    """An error that nobody foresaw."""
    if os.environ.get("JIANBAO_DEBUG"):
        traceback.print_exc()
    note = "; ".join(getattr(error, "__notes__", []))
    return _complain(f"An error of Jianbao's own{f' {note}' if note else ''}: {error!r}", 3)


def _give_up_output(error: OSError) -> int:
    """Standard output takes nothing: the disk is full."""
    _drop_output()
    return _complain(f"Output cannot be written: {error.strerror}.", 3)


def _drop_output() -> None:
    """The reader of standard output left (`| head`): nothing more is to be said, at the end neither."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(sentence: str, status: int) -> int:
    print(f"jianbao: {sentence}", file=sys.stderr)
    return status


if __name__ == "__main__":
    main()
