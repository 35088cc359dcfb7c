"""Slips by one byte on mirrored pages, undone.

The mirror puts readings into GBK bytes without looking where characters begin: 鏈|式 holds the bytes of
準, so `(zhǔn)` goes between them and what follows is read one byte off: 鏈?zhǔn)叫?yīng) was 鏈式效應. A
lead byte before a bracket swallows it and shows as `?`; pairs in the user-defined areas vanish; a line is
cut at ，？；！ found out of phase, and the byte left over shows as `?`. The whole model: docs/repairs.md.
"""

from collections.abc import Mapping
from dataclasses import replace

from transform.repair.edits import Edit, apply_edits
from transform.repair.forward import is_shown
from transform.repair.language import load_language
from transform.repair.mirror import Mirror, strip_annotations
from transform.repair.observed import SLIP
from transform.repair.search import Search

_MOST = 200  # slips of one text; a mirror makes about three in a thousand characters
_NEAR, _BEFORE = 16, 120  # characters before it
_BEYOND = 24  # characters behind a slip that may change how its end shows
_SURE, _FAIR = 6.0, 2.0  # bits to the next best text


def find_slips(text: str, mirror: Mirror) -> tuple[list[Edit], int]:
    """Edits that undo slips, and how many slips stay, lost a character or have a second reading as good."""
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
            edit = Edit("byte_slip", slip.start(), path.end, "", path.text[: path.length], 0.0)
            is_proved = _is_proved(text, edits, edit, table, dict(path.noted))
            table |= dict(path.noted) if is_proved else {}
            confidence = 0.95 if path.gap > _SURE else 0.8 if path.gap > _FAIR else 0.6
            edit = replace(
                edit, before=text[edit.start : edit.end], confidence=confidence if is_proved else 0.6
            )
            if edit.before != edit.after:
                edits.append(edit)
            unsure += path.is_lossy or path.gap <= _FAIR or not is_proved
            at = max(at, path.end)
    return edits, unsure


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
