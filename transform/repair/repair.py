"""Text to text: what is damaged in a page is diagnosed once, then undone in every text of the page."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from transform.repair.characters import find_characters
from transform.repair.compose import compose
from transform.repair.edits import Edit, Repaired, apply_edits
from transform.repair.entities import find_entities
from transform.repair.flags import Flag
from transform.repair.mirror import Mirror, find_annotations, find_mirror
from transform.repair.mojibake import find_mojibake
from transform.repair.punctuation import find_punctuation, has_mixed_widths
from transform.repair.quotes import has_lost_quotes
from transform.repair.script import is_japanese, script_of, to_hans
from transform.repair.spun import is_spun

_LOSSY = re.compile("[\ufffd]|锟斤拷|烫烫烫|屯屯屯")


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What is wrong with a page as a whole; it holds for the title and the short lines as well."""

    mirror: Mirror | None = None
    has_mixed_widths: bool = False
    has_lost_quotes: bool = False
    is_spun: bool = False
    is_chinese: bool = True


def diagnose(found: str, title: str | None = None) -> Diagnosis:
    """Look at the body as found, and its title, once."""
    text = f"{title}\n{found}" if title else found
    return Diagnosis(
        mirror=find_mirror(text),
        has_mixed_widths=has_mixed_widths(found),
        has_lost_quotes=has_lost_quotes(found),
        is_spun=is_spun(found),
        is_chinese=not is_japanese(text),
    )


def repair(text: str, diagnosis: Diagnosis | None = None, title: str | None = None) -> Repaired:
    """Undo the damage in one text of a page; what is not sure becomes a flag."""
    if diagnosis is None:
        diagnosis = diagnose(text, title)
    edits: tuple[Edit, ...] = ()
    now = text
    for find in _passes(diagnosis):
        more = find(now)
        if more:
            edits = compose(text, edits, more)
            now = apply_edits(text, edits)
    repaired = to_hans(now) if diagnosis.mirror else now
    return Repaired(repaired, edits, _flags(text, diagnosis, edits), script_of(text))


def _passes(diagnosis: Diagnosis) -> list[Callable[[str], list[Edit]]]:
    passes: list[Callable[[str], list[Edit]]] = [find_mojibake, find_entities]
    if diagnosis.is_chinese:
        passes.append(find_characters)
    if (mirror := diagnosis.mirror) is not None:
        passes.append(lambda now: find_annotations(now, mirror))
    if diagnosis.has_mixed_widths:
        passes.append(find_punctuation)
    return passes


def _flags(text: str, diagnosis: Diagnosis, edits: tuple[Edit, ...]) -> tuple[str, ...]:
    kinds = {edit.kind for edit in edits}
    found = {
        Flag.PINYIN_MIRROR: diagnosis.mirror is not None,
        Flag.SYNONYM_SPUN: diagnosis.is_spun,
        Flag.LOST_QUOTES: diagnosis.has_lost_quotes,
        Flag.MOJIBAKE: "mojibake" in kinds,
        Flag.LOSSY_TEXT: _LOSSY.search(text) is not None,
    }
    return tuple(flag.value for flag in Flag if found.get(flag))
