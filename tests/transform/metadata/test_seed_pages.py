"""The seed pages that have their metadata beside them, read whole; skipped where the measuring data is absent."""

import json
from pathlib import Path

import pytest

from extract.page import RawPage
from transform.article import Article
from transform.page import transform

SHARED = Path(__file__).parents[4] / "shared"
GOLD = SHARED / "gold/meta.jsonl"

pytestmark = pytest.mark.skipif(not GOLD.exists(), reason="the measuring data is not here")


def cases() -> list[dict[str, object]]:
    """The entries of seeds: those that say which lines go."""
    if not GOLD.exists():
        return []
    entries = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [entry for entry in entries if "drop_lines" in entry]


def read(case: dict[str, object]) -> tuple[Article, list[str]]:
    """The article of a seed, and its page's lines."""
    path = next((SHARED / "seeds").glob(f"{case['doc']}_*.txt"))
    found = transform(RawPage(source=path.name, path=path.name, body=path.read_bytes()))
    assert isinstance(found, Article)
    return found, path.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("case", cases(), ids=lambda case: str(case["doc"]))
def test_metadata_of_a_seed(case: dict[str, object]) -> None:
    article, _ = read(case)
    assert article.title == case["title"]
    assert article.published == case["published"]
    assert article.source_name == case["source_name"]
    assert list(article.authors) == case["authors"]
    assert list(article.editors) == case["editors"]
    assert article.place_code == case["place_code"]
    assert article.site is not None
    assert str(case["site"]).startswith(article.site)


@pytest.mark.parametrize("case", cases(), ids=lambda case: str(case["doc"]))
def test_lines_that_are_no_text_go(case: dict[str, object]) -> None:
    article, lines = read(case)
    kept = set(article.body_as_found.split("\n"))
    assert isinstance(case["drop_lines"], list)
    for number, start in case["drop_lines"]:
        line = lines[number - 1].strip()
        assert line[:1] == start[:1]  # the entry shows some lines repaired
        assert line not in kept
