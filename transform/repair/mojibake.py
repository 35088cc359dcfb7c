"""Text read with a wrong codec, where the way back is exact: write it with that codec, read it rightly.

Known are UTF-8 read as latin-1 or windows-1252 (also twice), GBK or Big5 read as latin-1, GBK read as Big5,
Big5 read as GBK, UTF-8 read as GBK (浣犲ソ). A way back is taken only where its result is much likelier.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files

from transform.decode.plausibility import PLAUSIBLE, weigh
from transform.decode.whatwg import LOST, read, read_lossy
from transform.repair.edits import Edit

_LATIN = r"\x80-\xbfŒœŠšŽžŸƒˆ˜–—‘’‚“”„†‡•…‰‹›€™"
_UTF8_RUN = re.compile(f"(?<![\\x80-\\xff])(?:[\\xc2-\\xf4][{_LATIN}]{{1,3}})+(?![\\x80-\\xff])")
_UTF8_SHAPE = re.compile(f"[\\xc3-\\xef][{_LATIN}]{{1,2}}")
_WESTERN = re.compile(r"[\xa1-\xb6\xb8-\xff]")
_GBK_RUN = re.compile(
    r"(?:[\x81-\xfe][\x40-\x7e\x80-\xfe]|(?<=[\x81-\xfe])[\x00-\x3f]){3,}|(?:[\xa1-\xfe]{2}){2,}"
)
_WESTERN_RUN = re.compile(r"[^\x00-\x7f]{2,}")
_WIDE_RUN = re.compile(r"[^\x00-\x7f]+")
_INDENT = re.compile("(?m)^(?:銆€)+")  # two ideographic blanks of UTF-8, read as GBK before a paragraph
_HAN_RUN = re.compile(r"[^\x00-\x7f]{4,}")
_COMMON_BITS = 15  # of a character of ordinary text, at most
_FEWEST_STRANGE = 3  # characters beyond that
_STRANGE_SHARE = 0.2  # of a run
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
    indents = []
    if "銆€" in text:
        indents = [Edit("mojibake", m.start(), m.end(), m.group(), "", 0.99) for m in _INDENT.finditer(text)]
    taken = {place for edit in indents for place in (edit.start, edit.end - 1)}
    edits = [
        edit
        for edit in _find_latin(text) or _find_wide(text)
        if taken.isdisjoint(range(edit.start, edit.end))
    ]
    return sorted(indents + edits, key=lambda edit: edit.start)


def _find_latin(text: str) -> list[Edit]:
    if len(_WESTERN.findall(text)) < 2:
        return []
    edits = []
    for match in _UTF8_RUN.finditer(text):
        after = _undo_utf8(match.group())
        if after is not None and after != match.group():
            edits.append(Edit("mojibake", match.start(), match.end(), match.group(), after, 0.99))
    if edits:
        return edits
    plain = text.translate(_SPECIAL)
    for match in _GBK_RUN.finditer(plain):
        before = text[match.start() : match.end()]
        readings = [read(match.group().encode("latin-1"), codec) for codec in ("gb18030", "big5")]
        after = min((a for a in readings if a is not None), key=weigh, default=None)
        if after is not None and _is_better(before, after):
            edits.append(Edit("mojibake", match.start(), match.end(), before, after, 0.97))
    return _with_neighbours(text, edits, _WESTERN_RUN, _read_western)


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
    return text if re.search(r"[\u2010-\u2027\u3000-\u9fff\uff00-\uffef]", text) else None


def _find_wide(text: str) -> list[Edit]:
    strange = set(_strange().findall(text))
    if len(strange) < _FEWEST_STRANGE:
        return []
    edits = []
    for match in _HAN_RUN.finditer(text):
        run = match.group()
        if sum(map(strange.__contains__, run)) < max(2, _STRANGE_SHARE * len(run)):
            continue
        best = max(_ways_back(run), key=lambda after: _cost(run) - _cost(after), default=None)
        if best is not None and _is_better(run, best):
            edits.append(Edit("mojibake", match.start(), match.end(), run, best, 0.95))
    return _with_neighbours(text, edits, _WIDE_RUN, _ways_back)


def _with_neighbours(
    text: str, edits: list[Edit], runs: re.Pattern[str], ways: Callable[[str], list[str]]
) -> list[Edit]:
    """In a line that was read wrongly, the short runs between digits and brackets were too."""
    out = list(edits)
    for start, end in _gaps(text, edits):
        for match in runs.finditer(text, start, end):
            run = match.group()
            best = min(ways(run), key=weigh, default=None)
            if best is not None and weigh(best) + len(best) < weigh(run):
                out.append(Edit("mojibake", match.start(), match.end(), run, best, 0.95))
    return sorted(out, key=lambda edit: edit.start)


def _gaps(text: str, edits: list[Edit]) -> Iterator[tuple[int, int]]:
    """What stands beside edits in their lines."""
    ends = [0, *(edit.end for edit in edits)]
    starts = [*(edit.start for edit in edits), len(text)]
    for end, start in zip(ends, starts, strict=True):
        cut = text.find("\n", end, start)
        if end and cut >= 0:
            yield end, cut
        if start < len(text):
            yield text.rfind("\n", end, start) + 1 if cut >= 0 else end, start
        elif end and cut < 0:
            yield end, start


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
    return out + _read_utf8_with_loss(run)


def _read_utf8_with_loss(run: str) -> list[str]:
    """UTF-8 read as GBK where some bytes were no GBK: inside it was 0x80, at the end it stays lost."""
    body = b"".join(
        char.encode("gb18030") if char != LOST else b"\x80" if after > "\x7f" else b""
        for char, after in zip(run, run[1:] + " ", strict=True)
    )
    text, lost = read_lossy(body, "utf-8")
    return [text] if lost * 8 <= len(text) else []


def _cost(text: str) -> float:
    return weigh(text) / max(1, len(text))


def _is_better(before: str, after: str) -> bool:
    """Chinese came out, and the whole of it is much likelier than what stood there."""
    return weigh(after) + _GAIN * len(after) < weigh(before) and _cost(after.replace(LOST, "")) < PLAUSIBLE


@cache
def _strange() -> re.Pattern[str]:
    """A character beyond ASCII, Chinese punctuation and the few thousand Han characters of ordinary text."""
    table = files("transform.vocab").joinpath("decode_characters.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines())
    han = "".join(chars for bits, chars in rows if int(bits) <= _COMMON_BITS)
    signs = "".join(
        map(chr, (*range(0x80), *range(0x2000, 0x2E80), *range(0x3000, 0x3020), *range(0xFF01, 0xFF5F)))
    )
    return re.compile(f"[^{re.escape(han + signs + '·×°—')}]")
