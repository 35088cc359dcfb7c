"""Docs lead where they say, and list what there is."""

import re
from pathlib import Path

import pytest

from flows.commands.app import app

ROOT = Path(__file__).parents[1]
DOCS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "samples" / "README.md"])


@pytest.mark.parametrize("file", DOCS, ids=lambda file: str(file.relative_to(ROOT)))
def test_links_lead_to_files(file: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#\s]+)[^)]*\)", file.read_text(encoding="utf-8"))
    assert [link for link in links if not (file.parent / link).exists()] == []


def test_readme_lists_every_command() -> None:
    listed = set(re.findall(r"^\| `jianbao (\w+)", (ROOT / "README.md").read_text(encoding="utf-8"), re.M))
    assert listed == {name for name in app if name.isalpha()}


def test_every_target_of_make_is_explained() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = set(re.search(r"^\.PHONY: (.*)", text, re.M)[1].split())  # type: ignore[index]
    assert phony == set(re.findall(r"^([a-z0-9-]+):.*##", text, re.M))


@pytest.mark.parametrize("file", DOCS, ids=lambda file: str(file.relative_to(ROOT)))
def test_nothing_is_left_to_be_filled_in(file: Path) -> None:
    assert "@@" not in file.read_text(encoding="utf-8")
