"""Slips by one byte on mirrored pages, undone.

The mirror puts readings into GBK bytes without looking where characters begin: 鏈|式 holds the bytes of
準, so `(zhǔn)` goes between them and what follows is read one byte off: 鏈?zhǔn)叫?yīng) was 鏈式效應. A
lead byte before a bracket swallows it and shows as `?`; pairs in the user-defined areas vanish; a line is
cut at ，？；！ found out of phase, and the byte left over shows as `?`. The whole model: docs/repairs.md.
"""

from transform.repair.edits import Edit
from transform.repair.language import load_language
from transform.repair.mirror import Mirror
from transform.repair.observed import SLIP
from transform.repair.search import Search

_MOST = 200  # slips of one text; a mirror makes about three in a thousand characters
_SURE, _FAIR = 6.0, 2.0  # bits to the next best text


def find_slips(text: str, mirror: Mirror) -> tuple[list[Edit], int]:
    """Edits that undo slips, and how many slips stay, lost a character or have a second reading as good."""
    edits: list[Edit] = []
    unsure, searched, at = 0, 0, 0
    search: Search | None = None
    while (slip := SLIP.search(text, at)) is not None:
        at = slip.end()
        search = search or Search(load_language(), mirror, text)
        searched += 1
        path = search.find(slip.start()) if searched <= _MOST else None
        if path is None:
            unsure += 1
        elif path.end > slip.start():
            before, after = text[slip.start() : path.end], path.text[: path.length]
            confidence = 0.95 if path.gap > _SURE else 0.8 if path.gap > _FAIR else 0.6
            if before != after:
                edits.append(Edit("byte_slip", slip.start(), path.end, before, after, confidence))
            unsure += path.is_lossy or path.gap <= _FAIR
            at = max(at, path.end)
    return edits, unsure
