"""Pages that nest too deep are turned away before the parser; honest pages that forget end tags are not."""

import time

import pytest

from extract.rejection import Reason, Rejection
from transform.maintext.nesting import nests_deeper
from transform.maintext.read import read_html


@pytest.mark.parametrize(
    "tag",
    [
        "<div>",
        "<main>",
        "<SECTION class='a>b'>",
        "<x-card>",
        "<font size=2>",
        "<li><ul>",
        "<div><p>",
        "<b><div></b>",
        "<table><tr><td></div>",
        '<div title="></div>">',
        "<!--><div>",
        "<svg><g>",
    ],
)
def test_a_page_that_nests_without_end_is_turned_away_at_once(tag: str) -> None:
    began = time.perf_counter()
    outcome = read_html(f"<html><body>{tag * 60_000}潮水退了。")
    assert isinstance(outcome, Rejection)
    assert outcome.reason == Reason.TOO_DEEP
    assert time.perf_counter() - began < 5


@pytest.mark.parametrize(
    "piece",
    [
        "<p>甲<br>",
        "<li>甲",
        "<dt>甲<dd>乙",
        "<tr><td>甲<td>乙",
        "<option>甲",
        "<a name=x>甲",
        "<p><font color=red>甲",
        "<img src=x><input>",
        "<!-- <div> -->",
        "<script>document.write('<div>')</script>",
        "<svg><path d=x /></svg>",
        "</div>",
        "<h2>甲</h2><p>乙<div>丙</div>",
    ],
)
def test_end_tags_that_may_be_left_out_do_not_count(piece: str) -> None:
    assert not nests_deeper(f"<table>{piece * 9000}", 100)


def test_a_script_that_holds_a_deep_text_is_turned_away_too() -> None:
    deep = "<div>" * 60_000 + "潮水退了，渔民下滩。" * 20
    outcome = read_html(f'<title>潮</title><script>var page = {{"content": "{deep}"}}</script>')
    assert isinstance(outcome, Rejection)
