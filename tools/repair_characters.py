"""Write transform/vocab/decode_characters.tsv: how common each Han character is, from the jieba dictionary.

    python tools/repair_characters.py path/to/jieba/dict.txt

The dictionary (MIT licence) gives words with counts; a character weighs what its words weigh. A traditional
character weighs what its simplified one does. A line holds the characters of one cost, in bits: the cost of c
is -log2 of its share of all characters.
"""

import math
import sys
from collections import Counter, defaultdict
from pathlib import Path

import opencc

OUT = Path(__file__).parents[1] / "transform/vocab/decode_characters.tsv"
RAREST = 19  # bits; what is rarer is not listed


def main(dictionary: str) -> None:
    """Count, convert, write."""
    counts: Counter[str] = Counter()
    for line in Path(dictionary).read_text(encoding="utf-8").splitlines():
        word, count, _ = line.split(" ")
        for char in word:
            if "\u4e00" <= char <= "\u9fff":
                counts[char] += int(count)
    total = sum(counts.values())
    traditional = opencc.OpenCC("s2t")
    cost = {c: round(-math.log2(n / total)) for c, n in counts.items()}
    for char, bits in sorted(cost.items()):
        other = traditional.convert(char)
        cost[other] = min(cost.get(other, bits), bits) if len(other) == 1 else bits
    lines = defaultdict(list)
    for char, bits in cost.items():
        if bits <= RAREST:
            lines[bits].append(char)
    OUT.write_text(
        "".join(f"{bits}\t{''.join(sorted(lines[bits]))}\n" for bits in sorted(lines)), encoding="utf-8"
    )


if __name__ == "__main__":
    main(sys.argv[1])
