"""Text run through a synonym spinner: 立异 for 创新, 咱们 for 我们, and the everyday words nowhere.

The mapping is many-to-one (作业 is 工作 or 就业), so nothing is reverted; the page is flagged.
"""

import re
from collections import Counter
from functools import cache
from importlib.resources import files

_FEWEST_PAIRS = 6  # spun words of which the everyday word never appears
_PER_CHARACTER = 6 / 1000  # hits of such words
_MARGIN = 3  # times as many pairs must be spun as are everyday


def is_spun(text: str) -> bool:
    """Whether spun words stand all through the text while the words that they replace are missing."""
    pairs, words = _pairs()
    counts = Counter(words.findall(text))
    if not counts:
        return False
    found = counts.keys()
    honest = {word for word, everyday in pairs.items() if not found.isdisjoint(everyday)}
    spun = (found & pairs.keys()) - honest
    hits = sum(counts[word] for word in spun)
    return len(spun) >= max(_FEWEST_PAIRS, _MARGIN * len(honest)) and hits >= _PER_CHARACTER * len(text)


@cache
def _pairs() -> tuple[dict[str, tuple[str, ...]], re.Pattern[str]]:
    table = files("transform.vocab").joinpath("repair_spun.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    pairs = {word: tuple(everyday.split(" ")) for word, everyday in rows}
    words = {*pairs, *(word for everyday in pairs.values() for word in everyday)}
    return pairs, re.compile("|".join(sorted(words)))
