"""What a token of a mirrored line can stand for, as steps of a path (docs/repairs.md, “Token by token”).

A path (`path.py`) is in phase, or a lead byte is pending. Two bytes out of phase end one character and
begin the next.
"""

import math
from collections.abc import Iterable, Iterator
from itertools import pairwise

from transform.repair import costs
from transform.repair.language import Language
from transform.repair.mirror import Mirror, strip_annotations
from transform.repair.observed import Token
from transform.repair.path import Path
from transform.repair.script import is_simplified_only, simplify_single
from transform.repair.truth import (
    ANY,
    annotated_pairs,
    char_of,
    chars_of,
    chars_with_lead,
    choice_of,
    is_common,
    is_in_area,
    pair_of,
    vanishing,
)

_LINE_END = 99  # a line that ends in phase needs no more tokens
# Lead bytes of pairs that are no character.
_UNMAPPED = (0xA2, 0xA4, 0xA5, 0xA6, 0xA7, 0xA8, 0xA9, 0xD7, 0xFE)
_BEFORE_BLANK = "。！？”》；"
_MARKS = "—…·‘’「」『』【】"  # which the model does not know
_STOPS = "，。、；：！？"
_DELIMITERS = ",?;!:\n"


class Reader:
    """The steps that a page allows: what its mirror annotates, and which characters stand together on it."""

    def __init__(self, language: Language, mirror: Mirror, text: str) -> None:
        self.language, self.mirror = language, mirror
        self.has_wide = "，" in text
        plain = "".join(map(simplify_single, strip_annotations(text, mirror)))
        self.pairs = frozenset(map("".join, pairwise(plain)))
        self.marks = frozenset(_MARKS).intersection(text)
        # Of the line before the slip: whether a quotation is open, and another slip in it.
        self.is_open = self.is_behind_slip = False
        self.steps = 0
        """Characters tried so far, over all slips."""
        self._limit, self._floor = math.inf, 0.0
        """What a path may cost to be kept, and what the best cost before the token."""

    def read(self, paths: list[Path], token: Token, after: Token | None) -> list[Path]:
        """All paths, the likeliest first, one token further."""
        self._limit, self._floor = math.inf, paths[0].cost
        return [new for path in paths for new in self._read(path, token, after)]

    def _read(self, path: Path, token: Token, after: Token | None) -> Iterator[Path]:
        for start in self._vanish(path):
            if token.swallowed:
                yield from self._read_swallowed(start, token)
            elif token.char == "?":
                yield from self._read_question(start, token, after)
            elif token.char == "\n":
                if start.pending is None:
                    cost = start.cost + costs.cost_of_end(start.last)
                    yield start._replace(
                        cost=cost, context="^", last="", text=start.text + "\n", settled=_LINE_END
                    )
            else:
                yield from self._read_seen(start, token)

    def _vanish(self, path: Path) -> Iterator[Path]:
        """The path, and those with pairs of the user-defined areas, which leave no trace, before a token."""
        yield path
        paths = [path] if path.pending is not None and path.cost <= self._floor + costs.VANISHING else []
        for kept in costs.VANISHING_TOGETHER:
            more: list[Path] = []
            for old in paths:
                if old.pending is None or old.cost + costs.VANISHED > self._limit:
                    continue
                choice, chars = vanishing(old.pending)
                for simplified in self.language.choose(old.context, choice, 2 * kept):
                    for char, area in chars[simplified]:
                        more += self._emit(old, char, old.end, area, cost=costs.VANISHED)
            paths = sorted(more, key=lambda path: path.cost)[:kept]
            yield from paths
            paths = paths[: kept // 4] if path.cost <= self._floor + 1 else []

    def _read_swallowed(self, path: Path, token: Token) -> Iterator[Path]:
        """`?zhǔn)`: a byte that swallowed the bracket; with the byte before it it is read zhǔn."""
        assert token.reading is not None
        if path.pending is None:
            pair = pair_of(path.last)
            for lead, trail in annotated_pairs(token.reading):
                if pair and pair[1] == lead and trail > 0x80:
                    cost = self._foreign(lead, trail, token.reading)
                    across = bytes((lead, trail)).decode("gbk"), token.reading
                    new = path._replace(cost=path.cost + cost, pending=trail, settled=0, end=token.end)
                    yield new._replace(is_split=True, noted=(*path.noted, across))
            yield from self._read_whole(path, token)
            yield path.keep(token.char, costs.UNEXPLAINED)._replace(is_unexplained=True)
            return
        for lead, trail in annotated_pairs(token.reading):
            if is_in_area(lead, path.pending):
                cost = self._foreign(lead, trail, token.reading)
                yield from self._emit(
                    path, char_of(lead, trail), token.end, None, cost=cost, reading=token.reading
                )

    def _read_whole(self, path: Path, token: Token) -> Iterator[Path]:
        """A character that the first of the two decodings, out of phase, lost whole; its reading stayed."""
        assert token.reading is not None
        for lead, trail in annotated_pairs(token.reading):
            char = char_of(lead, trail)
            foreign = self._foreign(lead, trail, token.reading)
            if foreign and not (self.is_behind_slip or path.length):
                continue
            if char and is_common(char) and (token.swallowed or trail == 0x80):
                cost = costs.WHOLE + foreign
                yield from self._emit(path, char, token.end, None, cost=cost, reading=token.reading)

    def _read_question(self, path: Path, token: Token, after: Token | None) -> Iterator[Path]:
        """A question mark, a byte without its partner at the end of a piece, or a byte that is none."""
        is_cut = after is not None and after.char in _DELIMITERS
        if path.pending is None:
            if token.reading is not None:
                yield from self._read_whole(path, token)
            cost = costs.UNEXPLAINED if token.reading else self.language.cost(path.context, "？")
            yield path.keep(token.char, cost)
            if is_cut and after is not None and after.char != "\n":
                yield path._replace(cost=path.cost + costs.SLIP, pending=ANY, settled=0, end=token.end)
            return
        yield from self._read_pair(path, (0xA3, 0xBF), token.end)
        if path.pending < 0:
            return
        if token.reading is None or (path.pending, 0x80) in annotated_pairs(token.reading):
            char = char_of(path.pending, 0x80)
            if char and is_common(char):
                yield from self._emit(path, char, token.end, None, reading=token.reading)
        if token.reading is None:
            for lead in _UNMAPPED:
                yield from self._emit(path, char_of(path.pending, lead), token.end, ANY, cost=costs.VANISHED)
            for char in chars_with_lead(path.pending):
                if is_cut:
                    yield from self._emit(path, char, token.end, None)
                elif after is not None:
                    yield from self._lose(path, char, token.end, after.char.isascii())

    def _lose(self, path: Path, char: str, end: int, is_before_ascii: bool) -> Iterator[Path]:
        """A character whose trail byte swallowed a digit or a letter, behind a sentence mostly a blank."""
        is_blank = char in _BEFORE_BLANK and not is_before_ascii
        cost = costs.BLANK if is_blank else costs.LOST if is_before_ascii else costs.LOST_ALONE
        for lossy in self._emit(path, char, end, None, cost=cost):
            text = lossy.text + (" " if is_blank else "?")
            yield lossy._replace(text=text, length=lossy.length + 1, is_lossy=True)

    def _read_seen(self, path: Path, token: Token) -> Iterator[Path]:
        char = token.char
        if path.pending is None:
            wide = chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else simplify_single(char)
            cost = self.language.cost(path.context, wide)
            if char.isascii():
                cost = costs.ASCII if char.isalnum() else min(cost, costs.ASCII_MARK)
            if is_simplified_only(char) or (char in self.mirror.readings and token.reading is None):
                cost += costs.CONTRADICTION
            yield path.keep(token.char, cost, wide)
            return
        if char.isascii() and "@" <= char <= "~":
            for found in chars_of(path.pending, ord(char)):
                pair = pair_of(found)
                if token.reading is None or pair in annotated_pairs(token.reading):
                    yield from self._emit(path, found, token.end, None, reading=token.reading)
        if token.pair is not None:
            yield from self._read_pair(path, token.pair, token.end)

    def _read_pair(self, path: Path, pair: tuple[int, int], end: int) -> Iterator[Path]:
        """Two bytes out of phase: the first ends a character, the second begins one, or is a letter."""
        assert path.pending is not None
        if path.pending < 0:
            choice, known = choice_of(path.pending, pair[0])
            likely = self.language.choose(path.context, choice, costs.LIKELY)
            chars: Iterable[str] = (char for simplified in likely for char in known[simplified])
        else:
            chars = chars_of(path.pending, pair[0])
        for char in chars:
            if pair[1] >= 0x81:
                yield from self._emit(path, char, end, pair[1])
                continue
            for new in self._emit(path, char, end, None, cost=costs.ASCII):
                text = new.text + chr(pair[1])
                yield new._replace(context="^", last="", text=text, length=new.length + 1)

    def _emit(
        self,
        path: Path,
        char: str | None,
        end: int,
        pending: int | None,
        cost: float = 0.0,
        reading: str | None = None,
    ) -> Iterator[Path]:
        """The path with one more character of the truth."""
        if char is None or (pending is not None and 0 <= pending < 0x81):
            return
        self.steps += 1
        simplified = simplify_single(char)
        cost += path.cost + self._cost_of(path, simplified)
        if char in self.mirror.readings and reading is None and not path.is_split:
            cost += costs.CONTRADICTION
        if (path.context + simplified)[-2:] in self.pairs:
            cost -= costs.ON_PAGE
        if cost > self._limit:
            return
        if end != path.end:
            self._limit = min(self._limit, cost + costs.BEAM)
        shown = chr(ord(char) - 0xFEE0) if "！" <= char <= "～" and not self.has_wide else char
        text = path.text + shown
        seen = (path.context + simplified)[-2:]
        yield Path(
            cost, seen, char, text, pending, 0, len(text), end, path.gap, path.is_lossy,
            noted=(*path.noted, (char, reading)) if reading else path.noted,
        )  # fmt: skip

    def _cost_of(self, path: Path, simplified: str) -> float:
        """What a character costs behind a path."""
        if simplified in _MARKS:
            if path.last == simplified and simplified in "—…":
                return costs.MARK_AGAIN
            return costs.MARK_ON_PAGE if simplified in self.marks else costs.MARK
        cost = self.language.cost(path.context, simplified)
        if simplified in "“”":
            last = max(path.text.rfind("“"), path.text.rfind("”"))
            is_open = path.text[last] == "“" if last >= 0 else self.is_open
            cost += costs.UNPAIRED * ((simplified == "“") == is_open)
        elif simplified == path.last and simplified in _STOPS:
            cost += costs.STOP_AGAIN
        return cost

    def _foreign(self, lead: int, trail: int, reading: str) -> float:
        """What it costs that a character has the reading: nothing where the page shows it elsewhere."""
        return (
            0.0 if self.mirror.readings.get(bytes((lead, trail)).decode("gbk")) == reading else costs.FOREIGN
        )
