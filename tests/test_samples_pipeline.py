"""The sample pages through the whole transform, held against what was written of them by hand."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from rapidfuzz.distance import Levenshtein

from extract.rejection import Rejection
from extract.sources import Item, find_sources, read_sources
from flows.batches import transform_item
from transform.article import Article

SAMPLES = Path(__file__).parents[1] / "samples"
ROWS = [json.loads(line) for line in (SAMPLES / "expected.jsonl").read_text(encoding="utf-8").splitlines()]
EXPECTED = {row["path"].rpartition("#")[2]: row for row in ROWS}
ITEMS = {
    item.url or item.path: item
    for item in read_sources(find_sources([str(SAMPLES / "pages")]), max_bytes=1 << 23, user_agent="")
}
ARTICLES = [place for place, row in EXPECTED.items() if row["status"] == "article"]
TOLERATED = 0.025
"""Share of a body that may differ beside what is lost for good: marks, and pieces that are words themselves."""


def article(place: str) -> Article:
    outcome = transform_item(ITEMS[place])
    assert isinstance(outcome, Article)
    return outcome


def test_every_sample_is_expected() -> None:
    assert ITEMS.keys() == EXPECTED.keys()


@pytest.mark.parametrize("place", [place for place in EXPECTED if place not in ARTICLES])
def test_what_is_no_article_is_rejected_for_its_reason(place: str) -> None:
    item: Item = ITEMS[place]
    outcome = transform_item(item)
    assert isinstance(outcome, Rejection)
    assert outcome.reason == EXPECTED[place]["reason"]


@pytest.mark.parametrize("place", ARTICLES)
def test_metadata_is_as_written(place: str) -> None:
    found, row = article(place), EXPECTED[place]
    assert (found.title, found.source_name) == (row["title"], row["source_name"])
    assert (found.published or "")[:10] == (row["published"] or "")
    assert (list(found.authors), list(found.editors)) == (row["authors"], row["editors"])
    assert found.place_code in (row["place_code"], None), "a wrong place is worse than none"
    assert found.encoding.codec == row["codec"]
    assert set(row["flags"]) <= set(found.flags)


@pytest.mark.parametrize("place", ARTICLES)
def test_body_is_the_clean_text_but_for_what_is_lost(place: str) -> None:
    found, row = article(place), EXPECTED[place]
    distance = Levenshtein.distance(found.body, row["body"])
    assert distance <= row.get("lost", 0) + TOLERATED * len(row["body"])


def test_figures_written_down_are_found() -> None:
    wanted = found = 0
    for place in ARTICLES:
        figures = {
            (f.surface, f.value, f.unit, f.qualifier) for f in article(place).figures if f.role != "time"
        }
        for f in EXPECTED[place]["figures"]:
            value = Decimal(f["value"]) if f["value"] is not None else None
            wanted += 1
            found += (f["surface"], value, f["unit"], f["qualifier"]) in figures
    assert wanted > 100
    assert found / wanted > 0.95
