"""Text read with a wrong codec, where the way back is exact: write it with that codec, read it rightly.

Known are UTF-8 read as latin-1 or windows-1252 (also twice), GBK or Big5 read as latin-1, GBK read as Big5,
Big5 read as GBK, UTF-8 read as GBK (浣犲ソ). A way back is taken only where its result is much likelier.
Every line is looked at by itself: a page may be put together from parts that went different ways.
"""

import re
from collections.abc import Callable
from functools import cache

from transform.decode.plausibility import PLAUSIBLE, find_common, weigh
from transform.decode.whatwg import LOST, read
from transform.patterns import compiled
from transform.repair.edits import Edit, apply_edits
from transform.repair.flags import LOSSY, LOSSY_SIGNS
from transform.repair.holes import read_holed

_LATIN = r"\x80-\xbfŒœŠšŽžŸƒˆ˜–—‘’‚“”„†‡•…‰‹›€™"
_UTF8_RUN = compiled(f"(?<![\\x80-\\xff])(?:[\\xc2-\\xf4][{_LATIN}]{{1,3}})+(?![\\x80-\\xff])")
_NARROW_UTF8 = compiled(f"(?:[\\xc2-\\xdf][{_LATIN}])+")
_ASIAN = compiled(r"[\u2010-\u2027\u3000-\u9fff\uff00-\uffef]")
_UTF8_SHAPE = compiled(f"[\\xc3-\\xef][{_LATIN}]{{1,2}}")
_GBK_RUN = compiled(
    r"(?:[\x81-\xfe][\x40-\x7e\x80-\xfe]|(?<=[\x81-\xfe])[\x00-\x3f]){3,}|(?:[\xa1-\xfe]{2}){2,}"
)
_WESTERN_RUN = compiled(r"[^\x00-\x7f]{2,}")
_WIDE_RUN = compiled(r"[^\x00-\x7f]+")
_INDENT = compiled("(?:銆€)+")  # two ideographic blanks of UTF-8, read as GBK before a paragraph
_ASCII = compiled(r"[\x00-\x7f]+")
_HAN_RUN = compiled(r"[^\x00-\x7f]{4,}")
_FEWEST_STRANGE = 3  # characters that ordinary text lacks
_STRANGE_SHARE = 0.2  # of a run
_NOTHING = 99.0  # bits, of a text of which nothing is known
_GAIN = 4.0  # bits a character by which the way back must read better
_SPECIAL = dict(
    zip(
        map(ord, "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"),
        [
            *b"\x80\x82\x83\x84\x85\x86\x87\x88\x89\x8a\x8b\x8c\x8e\x91\x92\x93\x94\x95\x96\x97\x98\x99\x9a\x9b\x9c\x9e\x9f"
        ],
        strict=True,
    )
)


def find_mojibake(text: str) -> list[Edit]:
    """Edits that read runs of text with the codec that they were written in.

    >>> [edit.after for edit in find_mojibake("ä¸\\xadå›½æ–°é—»")]
    ['中国新闻']
    """
    odd, has_indent = _odd().findall(text), "銆€" in text
    if len(odd) < 2 and not has_indent:
        return []
    narrow = sum("\xa1" <= char <= "\xff" for char in odd) > 1
    wide = has_indent or len(set(odd).difference("×°")) >= _FEWEST_STRANGE
    edits: list[Edit] = []
    at = 0
    for line in text.split("\n") if narrow or wide else ():
        found: list[Edit] = []
        if narrow and not line.isascii():
            found = _find_utf8_in_latin(line) or _find_wide_in_latin(line)
        if wide and not found and (len(_strange_in(line)) > 1 or "銆€" in line):
            found = _find_whole(line) or _find_in_runs(line)
        if found:
            edits += [Edit(e.kind, e.start + at, e.end + at, e.before, e.after, e.confidence) for e in found]
        at += len(line) + 1
    return edits


def is_lossy(text: str) -> bool:
    """Whether characters stand in the text that others were lost for; a pot that is 烫烫烫 is none.

    >>> is_lossy("新�闻"), is_lossy("锅子烫烫烫"), is_lossy("烫烫烫烫")
    (True, False, True)
    """
    return any(map(text.__contains__, LOSSY_SIGNS)) and LOSSY.search(text) is not None


def _find_utf8_in_latin(line: str) -> list[Edit]:
    edits = []
    for match in _UTF8_RUN.finditer(line):
        after = _undo_utf8(match.group())
        if after is not None and after != match.group():
            edits.append(Edit("mojibake", match.start(), match.end(), match.group(), after, 0.99))
    return _join(line, _with_neighbours(line, edits, _NARROW_UTF8, _read_narrow), ("utf-8",))


def _find_wide_in_latin(line: str) -> list[Edit]:
    edits = []
    plain = line.translate(_SPECIAL)
    for match in _GBK_RUN.finditer(plain):
        before = line[match.start() : match.end()]
        readings = [read(match.group().encode("latin-1"), codec) for codec in ("gb18030", "big5")]
        after = min((a for a in readings if a is not None), key=weigh, default=None)
        if after is not None and _is_better(before, after):
            edits.append(Edit("mojibake", match.start(), match.end(), before, after, 0.97))
    return _join(line, _with_neighbours(line, edits, _WESTERN_RUN, _read_western), ("gb18030", "big5"))


def _join(line: str, edits: list[Edit], codecs: tuple[str, ...]) -> list[Edit]:
    """One edit for a line that is damaged from end to end: single characters in it come back too."""
    start, end = len(line) - len(line.lstrip()), len(line.rstrip())
    found = line[start:end]
    try:
        body = found.translate(_SPECIAL).encode("latin-1") if edits else b""
    except UnicodeEncodeError:
        return edits
    after = min(filter(None, (read(body, codec) for codec in codecs)), key=weigh, default=None)
    if after is None or weigh(after) > weigh(apply_edits(line, edits)[start : end - len(line) or None]):
        return edits
    return [Edit("mojibake", start, end, found, after, min(edit.confidence for edit in edits))]


def _undo_utf8(run: str) -> str | None:
    """The run read as UTF-8 until it no longer looks like UTF-8; None unless Chinese comes out."""
    text: str | None = run
    while text is not None and _UTF8_SHAPE.search(text):
        run = text
        try:
            text = run.translate(_SPECIAL).encode("latin-1").decode("utf-8")
        except UnicodeError:
            text = None
    text = run if text is None else text
    return text if _ASIAN.search(text) else None


def _read_narrow(run: str) -> list[str]:
    """Letters like à beside Chinese that was UTF-8."""
    text = read(run.translate(_SPECIAL).encode("latin-1", "replace"), "utf-8")
    return [] if text is None else [text]


def _find_whole(line: str) -> list[Edit]:
    """The line as UTF-8 that was read as GBK from its first to its last character."""
    start, end = len(line) - len(line.lstrip()), len(line.rstrip())
    found = line[start:end]
    beyond_ascii = len(found) - len(found.encode("ascii", "ignore"))
    if len(_strange_in(found)) < max(2, _STRANGE_SHARE * beyond_ascii):
        return []
    after = read_holed(found)
    if after is None or not _is_better(found, after):
        return []
    return [Edit("mojibake", start, end, found, after.lstrip("\u3000"), 0.95)]


def _find_in_runs(line: str) -> list[Edit]:
    """Runs beyond ASCII that a wide codec read wrongly, and indents that are nothing else."""
    indent = _INDENT.match(line)
    edits = []
    for match in _HAN_RUN.finditer(line, indent.end() if indent else 0):
        run = match.group()
        if len(_strange_in(run)) < max(2, _STRANGE_SHARE * len(run)):
            continue
        best = min(_ways_back(run), key=_cost, default=None)
        if best is not None and _is_better(run, best):
            edits.append(Edit("mojibake", match.start(), match.end(), run, best, 0.95))
    edits = _with_neighbours(line, edits, _WIDE_RUN, _ways_back)
    if indent and (not edits or edits[0].start >= indent.end()):
        edits.insert(0, Edit("mojibake", 0, indent.end(), indent.group(), "", 0.99))
    return edits


def _with_neighbours(
    line: str, edits: list[Edit], runs: re.Pattern[str], ways: Callable[[str], list[str]]
) -> list[Edit]:
    """In a line that was read wrongly, the short runs between digits and brackets were too."""
    out = list(edits)
    ends = [0, *(edit.end for edit in edits)]
    starts = [*(edit.start for edit in edits), len(line)]
    for end, start in zip(ends, starts, strict=True) if edits else ():
        for match in runs.finditer(line, end, start):
            run = match.group()
            best = min(ways(run), key=weigh, default=None)
            if best is not None and weigh(best) + len(best) < weigh(run):
                out.append(Edit("mojibake", match.start(), match.end(), run, best, 0.95))
    return sorted(out, key=lambda edit: edit.start)


def _read_western(run: str) -> list[str]:
    found = (
        read(run.translate(_SPECIAL).encode("latin-1", "replace"), codec) for codec in ("gb18030", "big5")
    )
    return [text for text in found if text is not None and "?" not in text]


def _ways_back(run: str) -> list[str]:
    out = []
    for wrong, right in (
        ("gb18030", "big5"),
        ("gb18030", "utf-8"),
        ("big5hkscs", "gb18030"),
        ("big5hkscs", "utf-8"),
        ("big5", "gb18030"),
        ("cp950", "gb18030"),
    ):
        try:
            text = read(run.encode(wrong), right)
        except UnicodeEncodeError:
            continue
        if text is not None:
            out.append(text)
    holed = read_holed(run)
    return out if holed is None else [*out, holed]


def _cost(text: str) -> float:
    """Bits of a character; what is lost tells nothing."""
    known = text.replace(LOST, "")
    return weigh(known) / len(known) if known else _NOTHING


def _is_better(before: str, after: str) -> bool:
    """Chinese came out, and the whole of it is much likelier than what stood there."""
    known = after.replace(LOST, "")
    gain = weigh(before.replace(LOST, "")) - weigh(known)
    return gain > _GAIN * len(_ASCII.sub("", known)) and _cost(_ASCII.sub("", after)) < PLAUSIBLE


@cache
def _ordinary() -> str:
    """ASCII, Chinese punctuation and the few thousand Han characters of ordinary text, for a class."""
    signs = "".join(
        map(chr, (*range(0x80), *range(0x2000, 0x2E80), *range(0x3000, 0x3020), *range(0xFF01, 0xFF5F)))
    )
    return re.escape(find_common() + signs + "·—")


@cache
def _odd() -> re.Pattern[str]:
    """A character of text read wrongly: a strange one, or any of latin-1 but the point of names."""
    return compiled(f"[^{_ordinary()}]")


@cache
def _strange() -> re.Pattern[str]:
    """A character that ordinary text lacks."""
    return compiled(f"[^{_ordinary()}×°]")


def _strange_in(text: str) -> list[str]:
    found: list[str] = _strange().findall(text)
    return found
