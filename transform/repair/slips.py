"""Slips by one byte on mirrored pages, undone.

The mirror puts readings into GBK bytes without looking where characters begin: 鏈|式 holds the bytes of
準, so `(zhǔn)` goes between them and what follows is read one byte off: 鏈?zhǔn)叫?yīng) was 鏈式效應. A
lead byte before a bracket swallows it and shows as `?`; pairs in the user-defined areas vanish; a line is
cut at ，？；！ found out of phase, and the byte left over shows as `?`. The whole model: docs/repairs.md.
"""

from collections.abc import Mapping

from msgspec.structs import replace

from transform.repair.edits import Edit, apply_edits
from transform.repair.forward import is_shown
from transform.repair.language import load_language
from transform.repair.mirror import Mirror, strip_annotations
from transform.repair.observed import SLIP
from transform.repair.path import Path
from transform.repair.search import Search

_MOST = 200  # slips of one text; a mirror makes about three in a thousand characters
_NEAR, _BEFORE = 16, 120  # characters before it
_BEYOND = 24  # characters behind a slip that may change how its end shows
_SURE = 6.0  # bits to the next best text
LOST = "?"
"""What stands for a character that cannot be told."""


def find_slips(text: str, mirror: Mirror) -> tuple[list[Edit], int]:
    """Edits that undo slips, and how many slips stay as they are or lost a character.

    An edit is what the readings within the margin have in common; what they do not agree on is `?`.
    """
    edits: list[Edit] = []
    unsure, searched, at = 0, 0, 0
    table = dict(mirror.readings)  # and what the page has only across two characters
    search: Search | None = None
    while (slip := SLIP.search(text, at)) is not None:
        at = slip.end()
        search = search or Search(load_language(), mirror, text)
        searched += 1
        path = search.find(slip.start()) if searched <= _MOST else None
        if path is None:
            unsure += 1
        elif path.end > slip.start():
            proposed = Edit("byte_slip", slip.start(), path.end, "", path.text[: path.length], 0.0)
            if not _is_proved(text, edits, proposed, table, dict(path.noted)):
                unsure += 1
                continue
            table |= dict(path.noted)
            edit = _settle(text, proposed, path)
            if edit.before != edit.after:
                edits.append(edit)
            unsure += path.is_lossy or edit.after != proposed.after
            at = max(at, path.end)
    return edits, unsure


def _settle(text: str, proposed: Edit, path: Path) -> Edit:
    """The edit with all that the readings within the margin have in common."""
    after = "".join(LOST if place in path.doubted else char for place, char in enumerate(proposed.after))
    is_sure = path.gap > _SURE and after == proposed.after and not path.is_lossy
    return replace(
        proposed, before=text[proposed.start : proposed.end], after=after, confidence=0.95 if is_sure else 0.8
    )


def _is_proved(
    text: str, edits: list[Edit], edit: Edit, table: Mapping[str, str], noted: Mapping[str, str]
) -> bool:
    """Whether the mirror, run over what is proposed, shows it as it is seen: by itself, or on its line."""
    line = text.rfind("\n", 0, edit.start) + 1
    last = max([line, *(old.end for old in edits[-1:])])
    for start in max(last, edit.start - _NEAR), max(line, edit.start - _BEFORE):
        start = max([start, *(old.end for old in edits if old.start < start < old.end)])
        while start < edit.start and not "\u4e00" <= text[start] <= "\u9fff":
            start += 1  # not within a reading
        end = text.find("\n", edit.end)
        end = min(edit.end + _BEYOND, end if end >= 0 else len(text))
        near = [*(old for old in edits if old.start >= start), edit]
        moved = [replace(old, start=old.start - start, end=old.end - start) for old in near]
        truth = strip_annotations(apply_edits(text[start:end], moved), Mirror(dict(table)))
        if is_shown(truth, text[start : edit.end], table, noted):
            return True
    return False
