"""How likely Chinese text is: a model of three characters, in bits (`repair_ngrams.tsv`, docs/repairs.md).

It knows simplified text. It is loaded only where damage needs a choice, and of its table only the lines that
are asked for are read: that takes 3 milliseconds instead of 60.
"""

from collections.abc import Iterable
from functools import cache, cached_property
from heapq import nsmallest

from msgspec import Struct

from transform.patterns import compiled
from transform.vocabulary import read_bytes

_UNSEEN = 20.0
_START = "^"
_RUN = compiled(r"[\u4e00-\u9fff，。、：；？！“”《》（）]")


class Choice(Struct, frozen=True, eq=False):
    """Characters of which one is to be chosen; `common` names them again, the commonest first."""

    chars: frozenset[str]
    common: tuple[str, ...]


class Language:
    """The model: what a character costs after the two before it."""

    def __init__(self, table: bytes) -> None:
        self._lines = dict(line.split(b"\t", 1) for line in table.splitlines())
        self._codes: dict[str, dict[str, str]] = {}
        self._after: dict[str, tuple[float, dict[str, float]]] = {}

    def cost(self, before: str, char: str) -> float:
        """Bits of `char` after `before`, which is at most two characters."""
        back, known = self._after.get(before) or self._read(before)
        found = known.get(char)
        if found is not None:
            return found
        if len(before) > 1:
            one = before[1]
            more, known = self._after.get(one) or self._read(one)
            found = known.get(char)
            if found is not None:
                return back + found
            back += more
        return back + self._single.get(char, _UNSEEN)

    def choose(self, before: str, choice: Choice, most: int) -> list[str]:
        """The likeliest characters of a choice, at most so many."""
        back = 0.0
        costs: dict[str, float] = {}
        for context in (before, before[1:]) if len(before) > 1 else (before,):
            more, known = self._after.get(context) or self._read(context)
            for char in choice.chars.intersection(known):
                costs.setdefault(char, back + known[char])
            back += more
        for char in choice.common[:most]:
            costs.setdefault(char, back + self._single.get(char, _UNSEEN))
        return nsmallest(most, costs, key=costs.__getitem__)

    def rank(self, chars: Iterable[str]) -> Choice:
        """A choice of these characters."""
        found = frozenset(chars)
        return Choice(found, tuple(sorted(found, key=lambda char: (self._single.get(char, _UNSEEN), char))))

    def _read(self, context: str) -> tuple[float, dict[str, float]]:
        """What stands in the table behind a context; read when it is first asked for, most never is."""
        first = context[:1]
        cells = self._codes.get(first) or self._cut(first)
        codes = cells.get(context[1:], "!")
        costs = {char: (ord(code) - 33) / 4 for char, code in zip(codes[1::2], codes[2::2], strict=True)}
        found = self._after[context] = (ord(codes[0]) - 33) / 4, costs
        return found

    def _cut(self, first: str) -> dict[str, str]:
        """The codes of all contexts that begin with a character, by what follows it."""
        alone, *more = self._lines.get(first.encode("utf-8", "surrogatepass"), b"!").decode().split("\t")
        found = self._codes[first] = {"": alone} | {cell[0]: cell[1:] for cell in more}
        return found

    @cached_property
    def _single(self) -> dict[str, float]:
        return self._read("")[1]

    def weigh(self, text: str, before: str = "") -> float:
        """Bits of the whole text after `before`; what is neither Han nor its punctuation breaks a run."""
        total = 0.0
        context = before
        for char in text:
            if _RUN.match(char):
                total += self.cost(context or _START, char)
                context = (context + char)[-2:]
            else:
                context = _START
        return total


@cache
def load_language() -> Language:
    """The model, read once."""
    return Language(read_bytes("repair_ngrams.tsv"))
