"""Lost quotation marks: on some pages each “ ” ‘ ’ … — became a blank.

Several in a row left one blank; at the ends of a line the blank was trimmed. In each line that still has a
blank all ways to read the places are weighed against each other (`quote_lattice.py`); a mark is set where it
is likelier than not.
"""

from transform.patterns import compiled
from transform.repair.edits import Edit
from transform.repair.quote_features import find_blanks, find_repeated
from transform.repair.quote_lattice import Lattice, weights_of
from transform.repair.script import to_hans

_MARKS = compiled("[“”‘’…—]")  # others of the block (• ―) come from elsewhere and may be there
_GAP = compiled(
    r" (?:(?<=[\u3400-\u9fff，、：；。].)(?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff].)(?=[，、：；。]))"
)
_FEWEST = 4  # blanks
_LONGEST = 100_000  # characters; nobody writes so much without a mark
_DENSEST = 0.15  # of all characters: where blanks stand thicker they are somebody's style
_MOST_BLANKS = 60  # in a line: a table
_SHARE = 0.4  # of the blanks must certainly be marks
_CERTAIN = 0.85
_RAREST = 1500  # characters to a mark that is certain
_SURE = 0.5
_SURER = 0.7  # for dashes and ellipses, two characters each, and in headings, which have blanks of their own
_SENTENCE = compiled("[，。！？；：]")


def has_lost_quotes(text: str) -> bool:
    """Whether no such mark is left, and blanks of several lines, a good part of all, certainly were marks."""
    if _MARKS.search(text) or len(text) > _LONGEST or text.count(" ") < _FEWEST:
        return False
    gaps = len(_GAP.findall(text))
    if gaps < _FEWEST or gaps > _DENSEST * len(text):
        return False
    blanks = sum(len(find_blanks(line.strip())) for line in text.split("\n"))
    least = max(_FEWEST, _SHARE * blanks, len(text) / _RAREST)
    rows, repeated = _find_rows(text)
    left, found, lines = sum(len(blanks) for _, _, blanks in rows), 0, 0
    for row in rows:
        if found + left < least or lines + len(rows) < 2:
            return False  # too few are left to be marks
        marks = [edit for edit in _mark_row(text, row, repeated) if edit.before]
        certain = sum(edit.confidence >= _CERTAIN for edit in marks)
        left, found, lines = left - len(row[2]), found + certain, lines + (certain > 0)
    return found >= least and lines > 1


def find_quotes(text: str) -> list[Edit]:
    """Edits that put the marks back that are sure."""
    rows, repeated = _find_rows(text)
    return [edit for row in rows for edit in _mark_row(text, row, repeated)]


_Row = tuple[int, str, list[int]]


def _find_rows(text: str) -> tuple[list[_Row], frozenset[str]]:
    """The lines to be marked, each with its beginning and its blanks, and the terms that stand repeatedly."""
    rows: list[_Row] = []
    at = 0
    for line in to_hans(text).split("\n"):
        bare = line.strip()
        rows.append((at + line.find(bare), bare, find_blanks(bare)))
        at += len(line) + 1
    repeated = find_repeated([(line, blanks) for _, line, blanks in rows])
    return [row for row in rows if 0 < len(row[2]) <= _MOST_BLANKS], repeated


def _mark_row(text: str, row: _Row, repeated: frozenset[str]) -> list[Edit]:
    at, line, blanks = row
    lattice = Lattice(line, blanks, repeated)
    edits = []
    is_heading = not _SENTENCE.search(line)
    for (start, end), chances in zip(lattice.places, lattice.chances(weights_of), strict=True):
        readings: dict[str, float] = {}
        for arc, chance in chances.items():
            readings[arc.marks] = readings.get(arc.marks, 0.0) + chance
        marks = max(readings, key=lambda marks: readings[marks])
        least = _SURER if is_heading or marks in ("—", "——", "……") else _SURE
        if marks and readings[marks] >= least:
            start, end = at + start, at + end
            edits.append(Edit("quote", start, end, text[start:end], marks, round(readings[marks], 2)))
    return edits
