"""What a process keeps for the next one's start, beside the compiled modules: patterns, tables of words."""

import marshal
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import source_hash
from pathlib import Path
from typing import Any

from transform import patterns, vocabulary

MOST = 1500
"""Kept patterns, before those that nobody asked for are let go: patterns change as the project does."""
_CHECK = 8
"""Bytes in front of the rest, by which a damaged file is told."""
_VERSION = f"{sys.implementation.cache_tag}-{sys.hexversion:x}-{sys.byteorder}"
_FORM = 2
"""Of what is kept: raised when its shape changes."""
_FILE = Path(__file__).parent / "__pycache__" / f"kept-{_FORM}.{_VERSION}.bin"
"""Of this very version of Python, as with a `.pyc`; a file of another is no use."""
_SOURCES = Path(vocabulary.__file__).parent

Codes = dict[patterns.Key, patterns.Code]
Stamp = list[tuple[str, int, int]]
"""Name, time and size of each file that tables are made by and of."""


@contextmanager
def kept_tables() -> Iterator[None]:
    """Patterns and tables of earlier processes are at hand inside; new ones are kept at the end.

    Where Python may keep no byte code (PYTHONDONTWRITEBYTECODE), neither are they.
    """
    stamp = _stamp(str(_SOURCES))
    tables, codes = _read(stamp)
    vocabulary.TABLES.update(tables)
    patterns.CODES.update(codes)
    try:
        yield
    finally:
        is_new = patterns.ASKED - codes.keys() or vocabulary.TABLES.keys() - tables.keys()
        if is_new and not sys.dont_write_bytecode:
            _write(stamp)


def _stamp(folder: str) -> Stamp:
    """By time and size it is told, as with byte code, that a file was changed: tables are made anew."""
    stamp: Stamp = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                stamp += _stamp(entry.path) if entry.name != "__pycache__" else []
            else:
                about = entry.stat(follow_symlinks=False)  # an editor's lock may lead nowhere
                stamp.append((entry.path, about.st_mtime_ns, about.st_size))
    return sorted(stamp)


def _read(stamp: Stamp) -> tuple[dict[str, Any], Codes]:
    """Kept tables, if nothing has changed since, and patterns, which say for themselves what they are."""
    try:
        check, packed = (whole := _FILE.read_bytes())[:_CHECK], whole[_CHECK:]
    except OSError:  # none yet
        return {}, {}
    if check != source_hash(packed):  # no longer whole
        return {}, {}
    made_by, tables, codes = marshal.loads(packed)
    return tables if made_by == stamp else {}, codes


def _write(stamp: Stamp) -> None:
    """Put them where the next process finds them, whole or not at all."""
    tables, codes = _read(stamp)  # others may have written since
    tables |= vocabulary.TABLES
    codes |= patterns.CODES
    if len(codes) > MOST:
        codes = {key: code for key, code in codes.items() if key in patterns.ASKED}
    draft = _FILE.with_name(f"{_FILE.name}.{os.getpid()}")
    try:
        _FILE.parent.mkdir(exist_ok=True)
        packed = marshal.dumps((stamp, tables, codes))
        draft.write_bytes(source_hash(packed) + packed)
        draft.replace(_FILE)
    except OSError:  # a folder that is not ours to write in: all is made again
        with suppress(OSError):
            draft.unlink()
