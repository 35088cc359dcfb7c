"""Regular expressions, compiled once for many processes.

Python keeps the byte code of modules, but compiles their patterns anew in every process: some 400 of ours,
many with all Han characters in a class, took 0.3 seconds, half of what one page took. The engine's own code
of a pattern is plain numbers; read back, all of them take 0.01 seconds. Who keeps them is `flows.kept`.

The module rests on how CPython's `re` is made inside; another Python gets its patterns from `re.compile`.
"""

import re
from array import array
from typing import AnyStr

try:
    import _sre  # type: ignore[import-not-found]
    from re import _compiler, _parser  # type: ignore[attr-defined]
except ImportError:  # another Python
    _compiler = None

Key = tuple[str | bytes, int]
"""A pattern and its flags."""
Code = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""What makes a pattern: all flags, code, count of groups, their names, the names by number."""

CODES: dict[Key, Code] = {}
"""Of every pattern that was asked for here, and of those that earlier processes hand on."""
ASKED: set[Key] = set()
"""The patterns that were asked for here."""


def compiled(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The same as `re.compile`, sooner where an earlier process handed the code on. Errors: `re.error`.

    >>> compiled("[\u4e00-\u9fff]{2}").findall("一 甲乙丙丁")
    ['甲乙', '丙丁']
    """
    if _compiler is None:
        return re.compile(pattern, flags)
    key = (pattern, int(flags))
    ASKED.add(key)
    if key not in CODES:
        CODES[key] = _compile(*key)
    found, code, groups, names, by_number = CODES[key]
    made: re.Pattern[AnyStr] = _sre.compile(
        pattern, found, array("I", code).tolist(), groups, names, by_number
    )
    return made


def _compile(pattern: str | bytes, flags: int) -> Code:
    """What `re` does, up to the last step."""
    tree = _parser.parse(pattern, flags)
    state = tree.state
    names: dict[str, int] = dict(state.groupdict)
    by_number: list[str | None] = [None] * state.groups
    for name, number in names.items():
        by_number[number] = name
    code = array("I", _compiler._code(tree, flags)).tobytes()
    return flags | state.flags, code, state.groups - 1, names, tuple(by_number)
