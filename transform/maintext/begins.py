r"""The characters that a match of a regular expression can begin with.

The engine tries every alternative of a long pattern at every place of a text. Asked for the first character,
then for two, it passes most places over: the words of furniture are searched in a sixth of the time.
"""

import re
from collections.abc import Iterable
from itertools import dropwhile
from re import _constants as ops  # type: ignore[attr-defined]  # the library has no other way to a parsed pattern
from re import _parser as parser  # type: ignore[attr-defined]
from re._casefix import _EXTRA_CASES as EXTRA_CASES  # type: ignore[import-not-found]
from typing import Any

Starts = frozenset[tuple[tuple[str, ...], bool]]
"""Ways to begin: up to two parts of a class, and whether what follows in the pattern stands right behind."""

GROUPS = 8
"""Where every place is asked, first characters are in so many groups, each with seconds of its own."""
_REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT)
_CATEGORIES = {ops.CATEGORY_DIGIT: r"\d", ops.CATEGORY_SPACE: r"\s", ops.CATEGORY_WORD: r"\w"}
_EMPTY: Starts = frozenset([((), True)])
_AT_BEGINNING: Starts = frozenset([(("^",), False)])
_NEVER = "(?!)"


def hasten(patterns: Iterable[str]) -> str:
    r"""Patterns as one that is found, with `re.I`, in the same texts sooner.

    Those of which little is known are tried as they are.

    >>> hasten(["甲[乙丙]", "丁"]), hasten([".甲"])
    ('(?-i:[丁甲])(?<=(?=[丁]|[甲][丙乙])(?:(?=[丁])(?=丁)|(?=[甲][丙乙])(?=甲[乙丙]))[\\s\\S])', '.甲')
    """
    begins = {pattern: {parts for parts, _ in _begin(parser.parse(pattern), True)} for pattern in patterns}
    others = [pattern for pattern, starts in begins.items() if () in starts or ("^",) in starts]
    asked = {pattern: starts for pattern, starts in begins.items() if pattern not in others}
    if asked:
        every = set().union(*asked.values())
        heads = _class({variant for parts in every for variant in _cases(parts[0])})
        tried = []
        for pair, firsts in _pairs(every, GROUPS):
            own = [
                pattern for pattern, starts in asked.items() if any(parts[0] in firsts for parts in starts)
            ]
            tried.append(f"(?={pair})(?={'|'.join(own)})")
        gate = "|".join(pair for pair, _ in _pairs(every, GROUPS))
        # only a pattern that begins with a class is searched by it: hence the look back from behind it
        others.append(rf"(?-i:{heads})(?<=(?={gate})(?:{'|'.join(tried)})[\s\S])")
    return "|".join(others) or _NEVER


def hasten_match(patterns: Iterable[str], *, only_may: bool = False) -> str:
    r"""Patterns that begin with `^` as one that is matched, with `re.I`, in the same texts sooner.

    Behind signs (`\W*`) it asks for the first character of them all, then for two, before it tries any.
    Those of which little is known are tried as they are. With `only_may` some texts that none of them matches
    are matched too: those to try them on one by one.

    >>> hasten_match([r"^\W*甲[乙丙]", r"^.丁"])
    '^.丁|(?=\\W*[甲])(?=\\W*(?:[甲][丙乙]))(?:^\\W*甲[乙丙])'
    """
    asked: list[str] = []
    others: list[str] = []
    starts: set[tuple[str, ...]] = set()
    for pattern in patterns:
        begins = {parts for parts, _ in _begin(_behind_signs(parser.parse(pattern)), False)}
        (others if () in begins else asked).append(pattern)
        starts |= begins
    starts.discard(())
    if asked:
        heads = _class({parts[0] for parts in starts})
        pairs = "|".join(pair for pair, _ in _pairs(starts, len(starts)))
        tried = "" if only_may else f"(?:{'|'.join(asked)})"
        others.append(rf"(?=\W*{heads})(?=\W*(?:{pairs})){tried}")
    return "|".join(others) or _NEVER


def _behind_signs(items: Iterable[tuple[Any, Any]]) -> list[tuple[Any, Any]]:
    """What follows `^`, what is looked ahead for there, and a `\\W*`."""
    rest = list(dropwhile(lambda item: item[0] in (ops.AT, ops.ASSERT, ops.ASSERT_NOT), items))
    if rest and rest[0][0] in (ops.MAX_REPEAT, ops.POSSESSIVE_REPEAT) and rest[0][1][0] == 0:
        (op, value), *more = rest[0][1][2]
        if op is ops.IN and value == [(ops.CATEGORY, ops.CATEGORY_NOT_WORD)] and not more:
            return rest[1:]
    return rest


def _pairs(starts: Iterable[tuple[str, ...]], most: int) -> list[tuple[str, list[str]]]:
    """Patterns of the first two characters, each with its firsts: those with like seconds go together."""
    alone = sorted({parts[0] for parts in starts if len(parts) == 1})
    seconds: dict[str, set[str]] = {}
    for first, second in (parts for parts in starts if len(parts) == 2 and parts[0] not in alone):
        seconds.setdefault(first, set()).add(second)
    order = sorted(seconds, key=lambda first: (sorted(seconds[first]), first))
    step = -(-len(order) // most)
    groups = [order[at : at + step] for at in range(0, len(order), step or 1)]
    pairs = [(_class(alone), alone)] if alone else []
    return pairs + [
        (_class(group) + _class(set().union(*(seconds[first] for first in group))), group) for group in groups
    ]


def _class(parts: Iterable[str]) -> str:
    return f"[{''.join(sorted(parts))}]"


def _cases(part: str) -> set[str]:
    """A part of a class with what `re.I` takes for the same character."""
    char = part.removeprefix("\\")
    if len(char) > 1 or part in _CATEGORIES.values():
        return {part}
    same = {form for case in (char, char.upper()) for form in (case, case.lower(), case.upper())}
    same |= {chr(code) for form in same if len(form) == 1 for code in EXTRA_CASES.get(ord(form), ())}
    return {re.escape(form) for form in same if len(form) == 1}


def _begin(items: Iterable[tuple[Any, Any]], is_first: bool) -> Starts:
    """What a sequence can begin with.

    What may be left out at the very beginning is, and what may be repeated there stands once: a text that
    holds the rest holds a match too.
    """
    found = _EMPTY
    for op, value in items:
        if op is ops.AT and value is ops.AT_BEGINNING and is_first:
            return _AT_BEGINNING
        if op in (ops.AT, ops.ASSERT, ops.ASSERT_NOT):
            is_first = False
            continue
        if op in _REPEATS and value[0] == 0 and is_first:
            continue
        found = _join(found, _begin_one(op, value, is_first))
        is_first = False
        if not any(is_open for _, is_open in found):
            break
    return found


def _join(starts: Starts, behind: Starts | None) -> Starts:
    out = set()
    for parts, is_open in starts:
        if not is_open or behind is None:
            out.add((parts, False))
            continue
        for more, goes_on in behind:
            both = (*parts, *more)[:2]
            out.add((both, goes_on and len(both) < 2))
    return frozenset(out)


def _begin_one(op: Any, value: Any, is_first: bool) -> Starts | None:
    """What one item can begin with; None where that is anything."""
    if op is ops.LITERAL:
        return frozenset([((re.escape(chr(value)),), True)])
    if op is ops.IN:
        return _members(value)
    if op is ops.SUBPATTERN:
        return _begin(value[3], is_first)
    if op is ops.BRANCH:
        return frozenset().union(*(_begin(branch, is_first) for branch in value[1]))
    if op in _REPEATS:
        once = _begin(value[2], False)
        often = once if value[1] == 1 or (is_first and value[0] == 1) else once | _join(once, once)
        return often if value[0] else often | _EMPTY
    return None


def _members(parts: Iterable[tuple[Any, Any]]) -> Starts | None:
    out = set()
    for op, value in parts:
        if op is ops.LITERAL:
            out.add(re.escape(chr(value)))
        elif op is ops.RANGE and (value[1] < 0x3A or value[0] > 0x2FFF):  # a range of letters has two cases
            out.add(f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}")
        elif op is ops.CATEGORY and value in _CATEGORIES:
            out.add(_CATEGORIES[value])
        else:
            return None
    return frozenset(((part,), True) for part in out)
