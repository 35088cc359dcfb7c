"""Learn `transform/vocab/maintext_weights.toml` from annotated pages. Needs scikit-learn beside the project.

    python tools/maintext_weights.py GOLD.jsonl PAGES_DIR > transform/vocab/maintext_weights.toml

GOLD.jsonl has `id`, `encoding` and `text` a line, PAGES_DIR the pages as `ID.html`. Whether a block belongs
to the article is read off the annotated text by an alignment in page order; disclaimers never do. Pages whose
annotation the first round cannot follow (a part of the article, another article) are left out of the second.
"""

import json
import re
import sys
from pathlib import Path

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from transform.maintext.blocks import Document
from transform.maintext.features import name_evidence
from transform.maintext.read import read_html
from transform.maintext.scene import letters, survey

LEAST, AGREED = 0.005, 0.8
DISCLAIMER = re.compile(r"\W*(?:免责声明|免責聲明|版权声明|版權聲明)")
HEADER = """\
# How much each piece of evidence speaks for keeping a block (transform/maintext/features.py names them).
# Learned by logistic regression from annotated pages (docs/maintext.md says how); not written by hand.

[weights]"""


def belongs(document: Document, gold: str) -> list[bool]:
    """For each block whether it stands in the annotated text, in page order."""
    text = letters(gold)
    pieces = {text[i : i + 4] for i in range(len(text) - 3)}
    places: list[tuple[int, int, int]] = []
    for index, block in enumerate(document.blocks):
        own = letters(block.text)
        found = [match.start() for match in re.finditer(f"(?={re.escape(own)})", text)][:20] if own else []
        if not found and len(own) >= 8:
            hits = [own[i : i + 4] for i in range(len(own) - 3) if own[i : i + 4] in pieces]
            if len(hits) * 10 >= (len(own) - 3) * 6:
                found = [text.find(hits[0])]
        places += [(index, at, len(own)) for at in reversed(found)]
    best, back = [0.0] * len(places), [-1] * len(places)
    for here, (index, at, size) in enumerate(places):
        for there in range(max(0, here - 400), here):
            before, start, length = places[there]
            far = 0.3 if index - before > 30 else 0.02 * (index - before) if size < 6 else 0.0
            if before < index and start + length <= at + 3 and best[there] - far > best[here]:
                best[here], back[here] = best[there] - far, there
        best[here] += size - (0.5 if size < 3 else 0.0)
    out = [False] * len(document.blocks)
    step = max(range(len(places)), key=lambda place: best[place]) if places else -1
    while step >= 0:
        out[places[step][0]] = not DISCLAIMER.match(document.blocks[places[step][0]].text)
        step = back[step]
    return out


def examples(document: Document, wanted: list[bool]) -> list[tuple[dict[str, float], bool, float]]:
    """Evidence, verdict and weight of each block of a page; the headline is neither kept nor dropped."""
    scene = survey(document)
    sizes = [min(len(block.text), 150) ** 0.6 for block in document.blocks]
    share = 20 / (sum(sizes) ** 0.7 + 1)
    return [
        (
            name_evidence(document, scene, index),
            wanted[index],
            sizes[index] * share,
        )
        for index in range(len(document.blocks))
        if index != scene.headline
    ]


def fit(rows: list[tuple[dict[str, float], bool, float]]) -> dict[str, float]:
    """Logistic regression with an L2 penalty."""
    vectors = DictVectorizer()
    matrix = vectors.fit_transform([evidence for evidence, _, _ in rows])
    matrix.indices, matrix.indptr = matrix.indices.astype("int32"), matrix.indptr.astype("int32")
    model = LogisticRegression(C=0.03, max_iter=400, solver="liblinear", fit_intercept=False)
    model.fit(matrix, [wanted for _, wanted, _ in rows], sample_weight=[mass for _, _, mass in rows])
    return dict(zip(vectors.feature_names_, map(float, model.coef_[0]), strict=True))


def follows(rows: list[tuple[dict[str, float], bool, float]], weights: dict[str, float]) -> bool:
    """Whether the weights agree with most of a page's article."""
    kept = [
        (sum(weights.get(n, 0.0) * v for n, v in f.items()) > 0, wanted, mass) for f, wanted, mass in rows
    ]
    same = sum(mass for keep, wanted, mass in kept if keep and wanted)
    return 2 * same > AGREED * sum(mass * (keep + wanted) for keep, wanted, mass in kept)


def main(gold: str, pages: str) -> None:
    """Write the table to standard output."""
    sets = []
    for line in Path(gold).read_text(encoding="utf-8").splitlines():
        page = json.loads(line)
        text = (Path(pages) / f"{page['id']}.html").read_bytes().decode(page["encoding"], "replace")
        document = read_html(text)
        if isinstance(document, Document):
            sets.append(examples(document, belongs(document, page["text"])))
    first = fit([row for rows in sets for row in rows])
    weights = fit([row for rows in sets if follows(rows, first) for row in rows])
    print(HEADER)
    for name, weight in sorted(weights.items()):
        if abs(weight) >= LEAST:
            print(f"{name} = {weight:.3f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
