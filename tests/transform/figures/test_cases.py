"""Cases are data: a text goes in, its figures come out; only the fields that a case names are compared."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import asdict

from transform.figures.find import find_figures

FOLDER = Path(__file__).parents[2] / "cases" / "figures"
CASES = [
    pytest.param(case, id=f"{path.stem}-{number:02}")
    for path in sorted(FOLDER.glob("*.json"))
    for number, case in enumerate(json.loads(path.read_text(encoding="utf-8")), 1)
]


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return format(value.normalize(), "f") if value else "0"
    return value.isoformat() if isinstance(value, date) else value


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, Any]) -> None:
    published = date.fromisoformat(case["published"]) if "published" in case else None
    found = find_figures(case["text"], published, case.get("place_code"), case.get("place_name"))
    kept = [figure for figure in found if case.get("times") or figure.role != "time"]
    assert [figure.surface for figure in kept] == [wanted["surface"] for wanted in case["figures"]], case[
        "text"
    ]
    for figure, wanted in zip(kept, case["figures"], strict=True):
        fields = {name: _plain(value) for name, value in asdict(figure).items()}
        assert {name: fields[name] for name in wanted} == wanted, case["text"]


def test_there_are_cases_of_every_topic() -> None:
    assert len({path.stem for path in FOLDER.glob("*.json")}) >= 30
