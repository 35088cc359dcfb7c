"""What a token of a mirrored line can stand for, as steps of a path (docs/repairs.md, “Token by token”).

A path is in phase, or a lead byte is pending. Two bytes out of phase end one character and begin the next.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from transform.repair.language import Language
from transform.repair.mirror import Mirror, strip_annotations
from transform.repair.observed import Token
from transform.repair.script import is_simplified_only, simplify_single
from transform.repair.truth import (
    ANY,
    annotated_pairs,
    char_of,
    chars_with_lead,
    chars_with_trail,
    is_in_area,
    pair_of,
    vanishing,
)

BEAM = 11.0  # bits behind the best that a path may fall
_LINE_END = 99  # a line that ends in phase needs no more tokens
_SLIP = 6.0  # bits: a question mark is likelier than a slip where no reading shows one
_VANISHED = 2.0  # a pair of the user-defined areas
_VANISHING_TOGETHER = (12, 4, 2)  # so many guesses for one, two, three such pairs in a row
_VANISHING = 8.0  # bits behind the best that a path may be to lose such a pair
_WHOLE = 6.0  # both bytes of a character in one `?`
_UNEXPLAINED = 40.0  # a `?)` left as it is
_CONTRADICTION = 9.0  # a character of the page's table without its reading, or a simplified one
_FOREIGN = 2.0  # a reading on a character that the page shows nowhere else
_ON_PAGE = 2.5  # bits less for two characters that stand together elsewhere on the page
# Lead bytes of pairs that are no character.
_UNMAPPED = (0xA2, 0xA4, 0xA5, 0xA6, 0xA7, 0xA8, 0xA9, 0xD7, 0xFE)
_LOST = 10.0  # a character beside a slip that is lost for good
_DELIMITERS = ",?;!:\n"


@dataclass(frozen=True, slots=True)
class Path:
    """One way to read the tokens so far."""

    cost: float
    context: str
    """The last two characters, simplified."""
    last: str
    """The last character, as the mirror's page had it."""
    text: str = ""
    pending: int | None = None
    """A lead byte that waits for its trail byte, or an area of them; None in phase."""
    settled: int = 0
    length: int = 0
    """How much of `text` belongs to the slip, which ends at `end` of the text as seen."""
    end: int = 0
    gap: float = 99.0
    """Bits to the next best reading."""
    is_lossy: bool = False
    is_unexplained: bool = False
    is_split: bool = False
    """A reading was put between the pending byte and the next: their character has none of its own."""


class Reader:
    """The steps that a page allows: what its mirror annotates, and which characters stand together on it."""

    def __init__(self, language: Language, mirror: Mirror, text: str) -> None:
        self.language, self.mirror = language, mirror
        self.has_wide = "，" in text
        plain = "".join(map(simplify_single, strip_annotations(text, mirror)))
        self.pairs = frozenset(map("".join, pairwise(plain)))
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
                    yield replace(start, context="^", last="", text=start.text + "\n", settled=_LINE_END)
            else:
                yield from self._read_seen(start, token)

    def _vanish(self, path: Path) -> Iterator[Path]:
        """The path, and those with pairs of the user-defined areas, which leave no trace, before a token."""
        yield path
        paths = [path] if path.pending is not None and path.cost <= self._floor + _VANISHING else []
        for kept in _VANISHING_TOGETHER:
            more: list[Path] = []
            for old in paths:
                if old.pending is None or old.cost + _VANISHED > self._limit:
                    continue
                choice, chars = vanishing(old.pending)
                for simplified in self.language.choose(old.context, choice, 2 * kept):
                    for char, area in chars[simplified]:
                        more += self._emit(old, char, old.end, area, cost=_VANISHED)
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
                    yield replace(
                        path, cost=path.cost + cost, pending=trail, settled=0, end=token.end, is_split=True
                    )
            yield from self._read_whole(path, token)
            yield replace(self._keep(path, token, _UNEXPLAINED), is_unexplained=True)
            return
        for lead, trail in annotated_pairs(token.reading):
            if is_in_area(lead, path.pending):
                cost = self._foreign(lead, trail, token.reading)
                yield from self._emit(path, char_of(lead, trail), token.end, None, cost=cost, is_noted=True)

    def _read_whole(self, path: Path, token: Token) -> Iterator[Path]:
        """A character that the first of the two decodings, out of phase, lost whole; its reading stayed."""
        for char, reading in self.mirror.readings.items():
            if reading == token.reading and (token.swallowed or char.encode("gbk")[1] == 0x80):
                yield from self._emit(path, char, token.end, None, cost=_WHOLE, is_noted=True)

    def _read_question(self, path: Path, token: Token, after: Token | None) -> Iterator[Path]:
        """A question mark, a byte without its partner at the end of a piece, or a byte that is none."""
        is_cut = after is not None and after.char in _DELIMITERS
        if path.pending is None:
            yield from self._read_whole(path, token)
            cost = _UNEXPLAINED if token.reading else self.language.cost(path.context, "？")
            yield self._keep(path, token, cost)
            if is_cut and after is not None and after.char != "\n":
                yield replace(path, cost=path.cost + _SLIP, pending=ANY, settled=0, end=token.end)
            return
        yield from self._read_pair(path, (0xA3, 0xBF), token.end)
        if path.pending < 0:
            return
        if token.reading is None or (path.pending, 0x80) in annotated_pairs(token.reading):
            noted = token.reading is not None
            yield from self._emit(path, char_of(path.pending, 0x80), token.end, None, is_noted=noted)
        if token.reading is None:
            for lead in _UNMAPPED:
                yield from self._emit(path, char_of(path.pending, lead), token.end, ANY, cost=_VANISHED)
            for char in chars_with_lead(path.pending):
                if is_cut:
                    yield from self._emit(path, char, token.end, None)
                elif after is not None and after.char.isascii():
                    for lossy in self._emit(path, char, token.end, None, cost=_LOST):
                        yield replace(lossy, text=lossy.text + "?", length=lossy.length + 1, is_lossy=True)

    def _read_seen(self, path: Path, token: Token) -> Iterator[Path]:
        char = token.char
        if path.pending is None:
            wide = chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else simplify_single(char)
            cost = self.language.cost(path.context, wide) if not char.isalnum() or not char.isascii() else 5.0
            if is_simplified_only(char) or (char in self.mirror.readings and token.reading is None):
                cost += _CONTRADICTION
            yield self._keep(path, token, cost, wide)
            return
        if char.isascii() and "@" <= char <= "~":
            for found in self._pending_chars(path, ord(char)):
                pair = pair_of(found)
                if token.reading is None or pair in annotated_pairs(token.reading):
                    yield from self._emit(path, found, token.end, None, is_noted=token.reading is not None)
        if token.pair is not None:
            yield from self._read_pair(path, token.pair, token.end)

    def _read_pair(self, path: Path, pair: tuple[int, int], end: int) -> Iterator[Path]:
        """Two bytes out of phase: the first ends a character, the second begins one."""
        for char in self._pending_chars(path, pair[0]):
            yield from self._emit(path, char, end, pair[1])

    def _pending_chars(self, path: Path, trail: int) -> tuple[str, ...]:
        assert path.pending is not None
        if path.pending < 0:
            return chars_with_trail(path.pending, trail)
        char = char_of(path.pending, trail)
        return (char,) if char else ()

    def _emit(
        self,
        path: Path,
        char: str | None,
        end: int,
        pending: int | None,
        cost: float = 0.0,
        is_noted: bool = False,
    ) -> Iterator[Path]:
        """The path with one more character of the truth."""
        if char is None or (pending is not None and 0 <= pending < 0x81):
            return
        self.steps += 1
        simplified = simplify_single(char)
        cost += path.cost + self.language.cost(path.context, simplified)
        if char in self.mirror.readings and not is_noted and not path.is_split:
            cost += _CONTRADICTION
        if (path.context + simplified)[-2:] in self.pairs:
            cost -= _ON_PAGE
        if cost > self._limit:
            return
        if end != path.end:
            self._limit = min(self._limit, cost + BEAM)
        shown = chr(ord(char) - 0xFEE0) if "！" <= char <= "～" and not self.has_wide else char
        text = path.text + shown
        yield Path(
            cost,
            (path.context + simplified)[-2:],
            char,
            text,
            pending,
            length=len(text),
            end=end,
            gap=path.gap,
            is_lossy=path.is_lossy,
        )

    def _keep(self, path: Path, token: Token, cost: float, wide: str = "？") -> Path:
        """The path with a token as it is seen."""
        context = "^" if wide.isascii() or "０" <= wide <= "ｚ" else (path.context + wide)[-2:]
        text = path.text + token.char
        return replace(
            path, cost=path.cost + cost, context=context, last=token.char, text=text, settled=path.settled + 1
        )

    def _foreign(self, lead: int, trail: int, reading: str) -> float:
        """What it costs that a character has the reading: nothing where the page shows it elsewhere."""
        return 0.0 if self.mirror.readings.get(bytes((lead, trail)).decode("gbk")) == reading else _FOREIGN
