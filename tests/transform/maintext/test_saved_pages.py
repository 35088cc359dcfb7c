"""Saved pages: what is kept of each, and what is known of it, one test a field."""

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from extract.rejection import Rejection
from transform.maintext.blocks import MainText
from transform.maintext.choose import choose_main
from transform.maintext.read import read_html, read_plain
from transform.metadata.find import Metadata, find_metadata

PAGES = Path(__file__).parents[2] / "pages"
SLUGS = sorted(path.parent.name for path in PAGES.glob("*/expected.json"))


def load(slug: str, name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((PAGES / slug / name).read_text(encoding="utf-8"))
    return loaded


@cache
def parse(slug: str) -> tuple[MainText, Metadata] | Rejection:
    meta = load(slug, "meta.json")
    (path,) = PAGES.glob(f"{slug}/page.*")
    text = path.read_bytes().decode("utf-8")
    document = read_plain(text) if meta.get("plain") else read_html(text, meta["url"])
    if isinstance(document, Rejection):
        return document
    main = choose_main(document)
    if isinstance(main, Rejection):
        return main
    seen = date.fromisoformat(meta["seen_on"]) if meta["seen_on"] else None
    return main, find_metadata(document, main, main.text, str, meta["url"], seen)


def fields() -> Iterator[tuple[str, str]]:
    for slug in SLUGS:
        for name in load(slug, "expected.json"):
            yield slug, name


@pytest.mark.parametrize(("slug", "name"), list(fields()))
def test_field_is_as_a_person_read_it(slug: str, name: str) -> None:
    wanted, outcome = load(slug, "expected.json")[name], parse(slug)
    if name == "reason":
        assert isinstance(outcome, Rejection)
        assert outcome.reason == wanted
        return
    assert not isinstance(outcome, Rejection)
    main, metadata = outcome
    if name == "lines":
        assert main.text.split("\n") == wanted
    else:
        found = getattr(metadata, name)
        assert (list(found) if isinstance(found, tuple) else found) == wanted


def test_no_expected_value_holds_a_replacement_character() -> None:
    assert SLUGS
    for slug in SLUGS:
        assert "\ufffd" not in (PAGES / slug / "expected.json").read_text(encoding="utf-8")
