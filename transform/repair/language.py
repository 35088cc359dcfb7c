"""How likely Chinese text is: a model of three characters, in bits (`repair_ngrams.gz`, see docs/repairs.md).

It knows simplified text. It is loaded, in a fifth of a second, only where damage needs a choice.
"""

import gzip
import re
from functools import cache
from importlib.resources import files

_UNSEEN = 20.0
_START = "^"
_RUN = re.compile(r"[\u4e00-\u9fff，。、：；？！“”《》（）]")


class Language:
    """The model: what a character costs after the two before it."""

    def __init__(self, table: str) -> None:
        self._costs: dict[str, float] = {}
        self._back: dict[str, float] = {}
        for line in table.split("\n"):
            context, _, codes = line.partition("\t")
            self._back[context] = (ord(codes[0]) - 33) / 4
            for char, code in zip(codes[1::2], codes[2::2], strict=True):
                self._costs[context + char] = (ord(code) - 33) / 4

    def cost(self, before: str, char: str) -> float:
        """Bits of `char` after `before`, which is at most two characters."""
        costs = self._costs
        found = costs.get(before + char)
        if found is not None:
            return found
        back = self._back.get(before, 0.0)
        if len(before) > 1:
            one = before[1]
            found = costs.get(one + char)
            if found is not None:
                return back + found
            back += self._back.get(one, 0.0)
        return back + costs.get(char, _UNSEEN)

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
    packed = files("transform.vocab").joinpath("repair_ngrams.gz").read_bytes()
    return Language(gzip.decompress(packed).decode("utf-8"))
