"""The command `jianbao`: its errors, its exit status.

Nothing heavy is imported here, so that --help is there at once.
"""

import errno
import os
import sys

from extract.errors import JianbaoError
from flows.garbage import rare_collections
from flows.kept import kept_tables
from flows.platform import end_process, open_streams


def main() -> None:
    """Run the command line and end the process with its exit status."""
    open_streams()
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
        with rare_collections(), kept_tables():
            status = _run(sys.argv[1:])
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


def _run(words: list[str]) -> int | None:
    """Run the command that is asked for.

    SOURCEs alone need nobody to read options: that takes as long as all else that `parse` needs to start.
    """
    if words[:1] == ["parse"] and not any(word.startswith("-") for word in words):
        from flows.parse import parse_pages

        return parse_pages(words[1:])
    from flows.commands.app import run_words

    return run_words(words)


def _confess(error: Exception) -> int:
    """An error that nobody foresaw."""
    if os.environ.get("JIANBAO_DEBUG"):
        import traceback  # not at start

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
    from flows.console import printable  # not at start

    print(f"jianbao: {printable(sentence)}", file=sys.stderr)
    return status


if __name__ == "__main__":
    main()
