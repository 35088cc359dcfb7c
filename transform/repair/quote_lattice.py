"""Every way to read the places of a line as marks, and how likely each is.

A chain of what is open: nothing `0`, speech `S`, a quoted term `T`, a quotation within either `s` `t`. What
the features of places and stretches weigh is added up (a conditional random field), so that each mark is
judged with all others of its line, and its probability is known.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from transform.repair.quote_features import place_features, simplify, stretch_features, turn_feature
from transform.vocabulary import read_lines

_AT_START = ("", "“", "“‘", "——", "——“", "……", "“……")
_AT_END = ("", "”", "’”", "——", "……", "……”", "”……")
_BETWEEN = (
    *("", "“", "”", "”“", "‘", "’", "“‘", "’”", "’‘", "—", "——", "……"),
    *("……”", "——“", "”——", "“……", "……“", "”……", "’……"),
)
_STATES = "0STst"
_SPOKEN = "：，。！？；^"  # behind these a quotation is speech, else a term
_UNCLOSED = "!"
Weights = Callable[[str], Mapping[str, float]]
"""What a feature weighs for marks or for what is open; nothing where it is not known."""


class Arc(NamedTuple):
    """One reading of a place: what was open before it, the marks, what is open after it."""

    state: str
    marks: str
    new: str


class Lattice:
    """The places of one line, its beginning first, its end last, and the features of each."""

    def __init__(self, line: str, blanks: list[int], repeated: frozenset[str] = frozenset()) -> None:
        text = simplify(line)
        self.places = [(0, 0), *((blank, blank + 1) for blank in blanks), (len(text), len(text))]
        last = len(self.places) - 1
        ends = [left for left, _ in self.places[1:]] + [len(text)]
        self.features = [
            list(place_features(text, left, right, soon))
            for (left, right), soon in zip(self.places, ends, strict=True)
        ]
        self.turns = [turn_feature(text, left, right) for left, right in self.places]
        stretches = [text[right:soon] for (_, right), soon in zip(self.places, ends, strict=True)][:-1]
        self.stretches = [
            list(
                stretch_features(
                    stretch,
                    ("^" if number == 0 else "") + ("$" if number == last - 1 else ""),
                    is_repeated=stretch in repeated,
                )
            )
            for number, stretch in enumerate(stretches)
        ]
        kinds = ["start", *["blank"] * len(blanks), "end"]
        self.arcs = [
            _arcs(kind, (text[left - 1 : left] or "^") in _SPOKEN)
            for kind, (left, _) in zip(kinds, self.places, strict=True)
        ]

    def chances(self, weights: Weights) -> list[dict[Arc, float]]:
        """For each place, the probability of each of its arcs."""
        scores = [self._score(number, weights) for number in range(len(self.places))]
        ahead: list[dict[str, float]] = [{"0": 0.0}]
        for score in scores:
            before = ahead[-1]
            sums: dict[str, list[float]] = defaultdict(list)
            for (state, _, new), value in score:
                if state in before:
                    sums[new].append(before[state] + value)
            ahead.append({state: _log_sum(values) for state, values in sums.items()})
        back: dict[str, float] = dict.fromkeys(_STATES, 0.0)
        found: list[dict[Arc, float]] = []
        for before, score in zip(reversed(ahead[:-1]), reversed(scores), strict=True):
            score = [(arc, value) for arc, value in score if arc[2] in back]
            paths = [(arc, before[arc[0]] + value + back[arc[2]]) for arc, value in score if arc[0] in before]
            total = _log_sum([value for _, value in paths])
            found.append({arc: math.exp(value - total) for arc, value in paths})
            sums = defaultdict(list)
            for (state, _, new), value in score:
                sums[state].append(value + back[new])
            back = {state: _log_sum(values) for state, values in sums.items()}
        return found[::-1]

    def _score(self, number: int, weights: Weights) -> list[tuple[Arc, float]]:
        """What each arc of a place weighs, with the stretch after it."""
        of_marks = _add(weights, self.features[number])
        of_turns = weights(self.turns[number])
        is_last = number == len(self.stretches)
        after = weights(_UNCLOSED) if is_last else _add(weights, self.stretches[number])
        open_after = {state: after.get(open_kind(state), 0.0) for state in _STATES}
        return [
            (arc, of_marks.get(arc[1], 0.0) + of_turns.get(arc[0] + arc[1], 0.0) + open_after[arc[2]])
            for arc in self.arcs[number]
        ]

    def keys(self, number: int, arc: Arc) -> list[tuple[str, str]]:
        """The weights that an arc of a place is made of, to learn them."""
        is_last = number == len(self.stretches)
        after = [_UNCLOSED] if is_last else self.stretches[number]
        return [
            *((feature, arc.marks) for feature in self.features[number]),
            (self.turns[number], arc.state + arc.marks),
            *((feature, open_kind(arc.new)) for feature in after),
        ]


def open_kind(state: str) -> str:
    """What is open, as stretches know it: a quotation within a quotation is of one kind."""
    return "n" if state in "st" else state


@lru_cache(maxsize=1 << 12)
def weights_of(feature: str) -> dict[str, float]:
    """The weights of the table: a line is a feature, then what it weighs for marks or for what is open."""
    row = load_table().get(feature)
    cells = row.split("\t") if row else []
    return {kind: float(weight) for kind, weight in zip(cells[::2], cells[1::2], strict=True)}


@cache
def load_table() -> dict[str, str]:
    """Its lines by their features, read once; most are never asked for."""
    return dict(line.split("\t", 1) for line in read_lines("repair_quotes.tsv"))


@cache
def _arcs(kind: str, is_spoken: bool) -> tuple[Arc, ...]:
    readings = {"start": _AT_START, "blank": _BETWEEN, "end": _AT_END}[kind]
    arcs = []
    for state in "0" if kind == "start" else _STATES:
        for marks in readings:
            new = _turn(state, marks, is_spoken=is_spoken)
            if new:
                arcs.append(Arc(state, marks, new))
    return tuple(arcs)


def _turn(state: str, marks: str, *, is_spoken: bool) -> str:
    """What is open after the marks; nothing at all if they cannot stand there."""
    for number, mark in enumerate(marks):
        turns = {"‘": {"S": "s", "T": "t"}, "’": {"s": "S", "t": "T"}, "”": {"S": "0", "T": "0"}}
        turns["“"] = {"0": "S" if is_spoken and number == 0 else "T"}
        state = turns.get(mark, {}).get(state, "") if mark in turns else state
    return state


def _add(weights: Weights, features: Iterable[str]) -> dict[str, float]:
    total: dict[str, float] = {}
    for feature in features:
        for kind, weight in weights(feature).items():
            total[kind] = total.get(kind, 0.0) + weight
    return total


def _log_sum(values: list[float]) -> float:
    top = max(values)
    return top + math.log(sum([math.exp(value - top) for value in values]))
