"""The table of units: what may follow a number, what it is called, how it is summed."""

import re
from decimal import Decimal
from functools import cache
from typing import Any

from msgspec import Struct

from transform.patterns import compiled
from transform.vocabulary import read_words


class Unit(Struct, frozen=True):
    """A unit: `value * factor` in `base` can be summed with others; forms are as printed, simplified."""

    canonical: str
    kind: str
    base: str
    factor: Decimal
    forms: tuple[str, ...]
    examples: tuple[str, ...]
    currency: str | None = None


Form = tuple[str, Unit | None, re.Pattern[str] | None]
"""What is printed, the unit it stands for, or none, and what it is not."""


@cache
def unit_table() -> tuple[Unit, ...]:
    """All units, in the order of the file; measure words that are kept as printed come last."""
    words = _words()
    units = [
        Unit(
            canonical=row["name"],
            kind=row["kind"],
            base=row.get("base", row["name"]),
            factor=Decimal(row.get("factor", "1")),
            forms=tuple(row["forms"]),
            examples=tuple(row["examples"]),
            currency=row.get("currency"),
        )
        for row in words["unit"]
    ]
    one = Decimal(1)
    for row in words["plain"]:
        units += [Unit(form, row["kind"], form, one, (form,), ("3" + form,)) for form in row["forms"]]
    return tuple(units)


def to_base(value: Decimal, unit: str, kind: str | None = None) -> tuple[Decimal, str] | None:
    """The value in its base unit; None for a unit that is not in the table.

    `kind` tells units of one name apart: 分 of money from 分 of a score.

    >>> to_base(Decimal(3), "公顷")
    (Decimal('30000'), '平方米')
    """
    found = _by_kind().get((unit, kind)) or _by_name().get(unit)
    return (value * found.factor, found.base) if found else None


def match_unit(text: str, start: int) -> tuple[Unit, int] | None:
    """The longest unit printed at `start`, with its end; None where another word begins there."""
    forms = _forms()
    for form, unit, unless in forms.get(text[start : start + 2]) or forms.get(text[start : start + 1]) or ():
        if not text.startswith(form, start):
            continue
        if unit is None:
            return None
        end = start + len(form)
        if (form[-1].isascii() and _goes_on(text, end)) or (unless is not None and unless.match(text, start)):
            continue
        return unit, end
    return None


def _goes_on(text: str, end: int) -> bool:
    """Letters go on behind a unit in letters: it is none (39media)."""
    return end < len(text) and text[end].isascii() and text[end].isalpha()


@cache
def unit_starts() -> frozenset[str]:
    """The characters that units begin with."""
    return frozenset(head[0] for head in _forms())


def unit_named(name: str) -> Unit:
    """The unit with this canonical name."""
    return _by_name()[name]


@cache
def _words() -> dict[str, list[dict[str, Any]]]:
    return read_words("units.toml")


@cache
def _by_name() -> dict[str, Unit]:
    return {unit.canonical: unit for unit in reversed(unit_table())}


@cache
def _by_kind() -> dict[tuple[str, str | None], Unit]:
    return {(unit.canonical, unit.kind): unit for unit in reversed(unit_table())}


@cache
def _forms() -> dict[str, list[Form]]:
    """The first two characters, and the first alone → the forms that may stand there, longest first."""
    forms: dict[str, tuple[Unit | None, re.Pattern[str] | None]] = {}
    words = _words()
    for row in words["unit"] + words["plain"]:
        for word in row.get("unless", []):
            forms[word] = (None, None)
    patterns = {
        row["name"]: compiled(row["unless_pattern"]) for row in words["unit"] if "unless_pattern" in row
    }
    for unit in unit_table():
        for form in unit.forms:
            forms[form] = (unit, patterns.get(unit.canonical))
    heads: dict[str, list[Form]] = {}
    for form in sorted(forms, key=len, reverse=True):
        heads.setdefault(form[:2], []).append((form, *forms[form]))
    for head in heads:
        if len(head) > 1 and head[0] in heads:
            heads[head] += heads[head[0]]
    return heads
