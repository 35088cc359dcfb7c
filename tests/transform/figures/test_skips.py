"""A search that skips finds what a plain one finds."""

import re

from transform.figures.skips import ALL, skipping


def test_skipping_finds_the_same_places() -> None:
    text = "共12家，第3期34人；B5"
    pattern = r"(?<!第)(?<!\d)\d+(?=[家人])"
    plain = [match.span() for match in re.finditer(pattern, text)]
    assert [match.span(ALL) for match in skipping(r"\d", pattern).finditer(text)] == plain
    assert plain == [(1, 3), (8, 10)]


def test_a_match_stands_where_its_group_begins() -> None:
    match = skipping("今去", "(?:今|去)年").search("据悉今年")
    assert match is not None
    assert (match.start(), match[ALL]) == (2, "今年")
