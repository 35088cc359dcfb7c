"""Write transform/vocab/figures_words.txt: words in which a subject must not be cut.

    python tools/figures_words.py path/to/jieba/dict.txt

Subjects lose the words that only lead to a number (在, 有, 为), and end before some verbs (对, 等, 因).
Each of these single characters also stands in other words (在岗, 行为, 高等): those that jieba's dictionary
(MIT) has often enough are written here. A line is a kind and its words: `begins` begin with a leading
character, `ends` end with a trailing one, `holds` hold a verb.
"""

import sys
import tomllib
from pathlib import Path

VOCAB = Path(__file__).parents[1] / "transform/vocab"
OUT = VOCAB / "figures_words.txt"
FEWEST = {"begins": 50, "ends": 20, "holds": 50}
NOUNS = ("n", "nz", "l", "j", "b", "s", "vn", "an")
WORDS = (*NOUNS, "v", "a", "z", "t", "i")


def main(dictionary: str) -> None:
    """Choose the words by their kind and count, and write them."""
    subjects = tomllib.loads((VOCAB / "figures_subjects.toml").read_text(encoding="utf-8"))
    front, back, verbs = ({w for w in subjects[name] if len(w) == 1} for name in ("front", "back", "verbs"))
    cut = {word for name in ("front", "back", "empty") for word in subjects[name]}
    kinds: dict[str, list[str]] = {"begins": [], "ends": [], "holds": []}
    for row in Path(dictionary).read_text(encoding="utf-8").splitlines():
        word, number, tag = row.split(" ")
        count = int(number)
        if word in subjects["verbs"] or not 2 <= len(word) <= 4 or tag not in WORDS:
            continue
        if not verbs.isdisjoint(word) and len(word) == 2 and word[0] != "在" and count >= FEWEST["holds"]:
            kinds["holds"].append(word)
        if word in cut:
            continue
        if word[0] in front and count >= FEWEST["begins"]:
            kinds["begins"].append(word)
        if (
            word[-1] in back
            and word[-1] != "的"
            and len(word) == 2
            and tag in NOUNS
            and count >= FEWEST["ends"]
        ):
            kinds["ends"].append(word)
    OUT.write_text("".join(f"{kind} {' '.join(words)}\n" for kind, words in kinds.items()), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
