"""Preformatted text whose lines were broken by hand at the edge of a screen."""

from itertools import pairwise

from transform.patterns import compiled

LEAST = 36
"""Columns that a line takes at least before it is broken."""
EDGE = 8
"""A line that was broken ends so near the longest."""
_GOES_ON = compiled(r"[^\s　]")
_COLUMNS = compiled(r"\S(?:\t|\s{2,})\S")
_OVER = compiled(r"[。！？!?：:；;…][”」』’）)]*\s*$")


def unwrap(lines: list[str]) -> list[str]:
    """Lines of preformatted text, those that were wrapped put together again.

    A line goes on where the one before is as long as lines get, breaks off, and it has no indent itself.

    >>> unwrap(["    老石桥昨天修好了，桥面加宽到六米，两岸的村", "民头一回能开过去。", "", "    好桥。"])
    ['    老石桥昨天修好了，桥面加宽到六米，两岸的村民头一回能开过去。', '', '    好桥。']
    """
    full = max(map(_width, lines), default=0) - EDGE
    if full < LEAST - EDGE:
        return lines
    out = lines[:1]
    for before, line in pairwise(lines):
        is_wrapped = _width(before) >= full and not _COLUMNS.search(before.strip())
        if is_wrapped and _GOES_ON.match(line) and not _OVER.search(before):
            out[-1] = out[-1].rstrip() + line
        else:
            out.append(line)
    return out


def _width(line: str) -> int:
    """Columns that a line takes: two for a Chinese character."""
    return len(line) + sum(char > "\u2e7f" for char in line)
