"""What a process keeps for the next one's start: compiled patterns, beside the compiled modules."""

import marshal
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path

from transform import patterns

MOST = 1500
"""Kept patterns, before those that nobody asked for are let go: patterns change as the project does."""
_DIGEST = 16
"""Bytes in front of the rest, by which a damaged file is told."""
_VERSION = f"{sys.implementation.cache_tag}-{sys.hexversion:x}-{sys.byteorder}"
_FILE = Path(__file__).parent / "__pycache__" / f"patterns.{_VERSION}.bin"
"""Of this very version of Python, as with a `.pyc`; a file of another is no use."""


@contextmanager
def kept_patterns() -> Iterator[None]:
    """Patterns of earlier processes are at hand inside; new ones are kept at the end.

    Where Python may keep no byte code (PYTHONDONTWRITEBYTECODE), neither are they.
    """
    known = _read()
    patterns.CODES.update(known)
    try:
        yield
    finally:
        if not sys.dont_write_bytecode and patterns.ASKED - known.keys():
            _write()


def _read() -> dict[patterns.Key, patterns.Code]:
    try:
        digest, packed = (whole := _FILE.read_bytes())[:_DIGEST], whole[_DIGEST:]
    except OSError:  # none yet
        return {}
    if digest != blake2b(packed, digest_size=_DIGEST).digest():  # no longer whole
        return {}
    found: dict[patterns.Key, patterns.Code] = marshal.loads(packed)
    return found


def _write() -> None:
    """Put them where the next process finds them, whole or not at all."""
    codes = _read() | patterns.CODES  # others may have written since
    if len(codes) > MOST:
        codes = {key: code for key, code in codes.items() if key in patterns.ASKED}
    draft = _FILE.with_name(f"{_FILE.name}.{os.getpid()}")
    with suppress(OSError):  # a folder that is not ours to write in: the patterns are compiled again
        _FILE.parent.mkdir(exist_ok=True)
        packed = marshal.dumps(codes)
        draft.write_bytes(blake2b(packed, digest_size=_DIGEST).digest() + packed)
        draft.replace(_FILE)
