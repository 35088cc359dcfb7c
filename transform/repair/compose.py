"""Repairs come in passes; the record counts in the text as found. Two passes of edits make one."""

from collections.abc import Sequence

from msgspec import Struct

from transform.repair.edits import Edit, apply_edits


class _Place(Struct, frozen=True):
    """An edit, its place in the text between the passes, and the shift from there to the text as found."""

    start: int
    end: int
    edit: Edit
    is_first: bool
    shift: int = 0


def compose(found: str, first: Sequence[Edit], second: Sequence[Edit]) -> tuple[Edit, ...]:
    """The edits of `found` that do what `first` and then `second`, counted in the text after `first`, do.

    Edits of the two passes that share characters become one, of the later kind and the lower confidence.
    """
    if not first or not second:
        return tuple(first or second)
    between = apply_edits(found, first)
    places = _place_first(first) + [_Place(edit.start, edit.end, edit, False) for edit in second]
    places.sort(key=lambda place: (place.start, place.end, not place.is_first))
    out: list[Edit] = []
    group: list[_Place] = []
    end, shift = 0, 0
    for place in places:
        if group and not _shares(group, end, place):
            out.append(_join(found, between, group, shift))
            shift = _shift_after(group, shift)
            group = []
        end = max(end, place.end) if group else place.end
        group.append(place)
    out.append(_join(found, between, group, shift))
    return tuple(edit for edit in out if edit.before != edit.after)


def _place_first(edits: Sequence[Edit]) -> list[_Place]:
    places, shift = [], 0
    for edit in edits:
        start = edit.start - shift
        places.append(_Place(start, start + len(edit.after), edit, True, shift))
        shift += edit.end - edit.start - len(edit.after)
    return places


def _shares(group: list[_Place], end: int, place: _Place) -> bool:
    """Whether a place has characters, or an empty place, in common with a group of the other pass."""
    if place.start < end:
        return True
    is_empty = place.start == place.end
    return place.start == end and is_empty and any(p.start == p.end == end for p in group)


def _shift_after(group: list[_Place], shift: int) -> int:
    firsts = [place for place in group if place.is_first]
    return firsts[-1].edit.end - firsts[-1].end if firsts else shift


def _join(found: str, between: str, group: list[_Place], shift: int) -> Edit:
    if len(group) == 1:
        place = group[0]
        if place.is_first:
            return place.edit
        edit = place.edit
        return Edit(edit.kind, edit.start + shift, edit.end + shift, edit.before, edit.after, edit.confidence)
    low, high = min(place.start for place in group), max(place.end for place in group)
    inner = [place.edit for place in group if not place.is_first]
    moved = [Edit(e.kind, e.start - low, e.end - low, e.before, e.after, e.confidence) for e in inner]
    start, end = low + shift, high + _shift_after(group, shift)
    confidence = min(place.edit.confidence for place in group)
    kind = (inner or [place.edit for place in group])[-1].kind  # what a pass took out on end is one edit too
    return Edit(kind, start, end, found[start:end], apply_edits(between[low:high], moved), confidence)
