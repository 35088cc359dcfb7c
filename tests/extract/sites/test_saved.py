import json
from pathlib import Path
from typing import Any

import pytest

from extract.errors import UsageError
from extract.sites.registry import known_sites
from extract.sites.saved import find_saved, read_saved

GOOD = {"url": "http://a.example/1.html", "seen_on": "2024-05-06", "title": "题"}


def save(folder: Path, expected: Any, page: bytes | None = b"<p>x</p>") -> Path:
    folder.mkdir(parents=True)
    text = expected if isinstance(expected, str) else json.dumps(expected)
    (folder / "expected.json").write_text(text, encoding="utf-8")
    if page is not None:
        (folder / "page.html").write_bytes(page)
    return folder


def test_page_is_bytes_with_what_is_known_of_it(tmp_path: Path) -> None:
    saved = read_saved(save(tmp_path / "one", GOOD, b"\xb9\xab\xc2\xb7"))
    assert (saved.slug, saved.page.body, saved.page.url) == ("one", b"\xb9\xab\xc2\xb7", GOOD["url"])
    assert str(saved.page.seen_on) == "2024-05-06"
    assert saved.expected == {"title": "题"}


@pytest.mark.parametrize(
    ("expected", "page", "sentence"),
    [
        (GOOD, None, "one file page.html"),
        ("{", b"x", "expected.json"),
        ([], b"x", "holds no JSON object"),
        (GOOD | {"titel": "x"}, b"x", "unknown key titel; is title meant"),
        ({"title": "x"}, b"x", "the key url is missing"),
        ({"url": "http://a.example/"}, b"x", "expects nothing"),
        (GOOD | {"seen_on": "yesterday"}, b"x", "seen_on is a day"),
        (GOOD | {"url": 3}, b"x", "are texts"),
        (GOOD | {"without": "x"}, b"x", "without is a list of texts"),
    ],
)
def test_wrong_saved_page_is_one_sentence(
    tmp_path: Path, expected: Any, page: bytes | None, sentence: str
) -> None:
    with pytest.raises(UsageError, match=sentence):
        read_saved(save(tmp_path / "one", expected, page))


def test_every_site_has_a_saved_page_and_no_expected_value_holds_a_replacement_character() -> None:
    for site in known_sites().by_id.values():
        folders = find_saved(site)
        assert folders, site.id
        for folder in folders:
            assert "\ufffd" not in (folder / "expected.json").read_text(encoding="utf-8")
