"""The rules of a site on the whole way of a page: which are in force, what they give, what they cannot spoil."""

from collections.abc import Callable
from datetime import date

import pytest

from extract.page import RawPage
from extract.sites.site import parse_site
from transform.article import Article
from transform.page import Trace, examine, read_page, transform

ONE = "据介绍，全县今年新建农村公路36公里，改造危桥4座，惠及11个行政村的群众。"
TWO = "县交通运输局负责人表示，下一步还将完善管养机制，让每一条路都有人管、有人养。"
PAGE = f"""<html><head><title>新路通到家门口</title></head><body><h1>新路通到家门口</h1>
<div class="old"><p>2021-03-04</p></div><div class="when">20210305</div><div class="who">林小满 许知远</div>
<div class="from">本县融媒体中心</div><div class="ed">审核：高远 责任编辑：纪小禾</div>
<div id="text"><p>{ONE}</p><p>{TWO}</p></div></body></html>""".encode()
HEAD = 'id = "xx_site"\nname = "某站"\nhosts = ["site.example"]\n'
MakePage = Callable[..., RawPage]


def trace(page: RawPage, rules: str) -> Trace:
    return examine(read_page(page, parse_site(HEAD + rules, "xx_site.toml")))


def article(page: RawPage, rules: str) -> Article:
    outcome = trace(page, rules).outcome
    assert isinstance(outcome, Article)
    return outcome


def test_fields_are_read_from_where_rules_point(make_page: MakePage) -> None:
    rules = "[[rules]]\npublished = '.when'\nauthors = '.who'\nsource_name = '.from'\neditors = '.ed'\ntitle = 'h1'"
    found = article(make_page(body=PAGE), rules)
    assert (found.title, found.published, found.published_how) == ("新路通到家门口", "2021-03-05", "stated")
    assert (found.source_name, found.authors, found.editors) == (
        "本县融媒体中心",
        ("林小满", "许知远"),
        ("纪小禾",),
    )
    evidence = dict(trace(make_page(body=PAGE), rules).metadata.evidence)  # type: ignore[union-attr]
    assert evidence["published"] == "rule .when (xx_site)"


def test_field_that_cannot_be_what_it_should_is_left_to_the_general_way(make_page: MakePage) -> None:
    general = transform(make_page(body=PAGE))
    rules = "[[rules]]\npublished = '.from'\nauthors = '.when'\ntitle = '.when'\nsource_name = '.when'"
    found = article(make_page(body=PAGE), rules)
    assert isinstance(general, Article)
    assert (found.title, found.published, found.authors, found.source_name) == (
        general.title,
        general.published,
        general.authors,
        general.source_name,
    )


def test_day_of_a_rule_does_not_lie_in_the_future(make_page: MakePage) -> None:
    page = make_page(body=PAGE, seen_on=date(2021, 3, 1))
    assert article(page, "[[rules]]\npublished = '.when'").published is None


@pytest.mark.parametrize(
    ("url", "seen_on", "period"),
    [
        ("http://site.example/2021/0304/1.html", date(2024, 1, 1), "… 2021-12-31"),
        ("http://site.example/1.html", date(2021, 6, 1), "… 2021-12-31"),
        ("http://site.example/1.html", date(2024, 1, 1), "2022-01-01 …"),
        ("http://site.example/2022/0304/1.html", None, "2022-01-01 …"),
        ("http://site.example/1.html", None, "2022-01-01 …"),
        (None, None, "2022-01-01 …"),
    ],
)
def test_rules_are_those_of_the_day_in_the_address_then_of_the_day_seen_then_the_newest(
    make_page: MakePage, url: str | None, seen_on: date | None, period: str
) -> None:
    rules = "[[rules]]\nuntil = 2021-12-31\ntitle = 'h1'\n[[rules]]\nsince = 2022-01-01\ntitle = 'h1'\n"
    document = trace(make_page(body=PAGE, url=url, seen_on=seen_on), rules).document
    assert document
    assert document.ruled
    assert document.ruled.rules.period == period


def test_page_that_was_rendered_anew_goes_by_what_it_is(make_page: MakePage) -> None:
    rules = "[[rules]]\nuntil = 2021-12-31\nbody = '.gone'\n[[rules]]\nsince = 2022-01-01\nbody = '#text'\n"
    document = trace(make_page(body=PAGE, url="http://site.example/2021/0304/1.html"), rules).document
    assert document
    assert document.ruled
    assert document.ruled.rules.period == "2022-01-01 …"


@pytest.mark.parametrize(
    "rules",
    [
        "strip = ['#text']",
        "strip = ['div']",
        "strip = ['p']",
        "strip = ['*']",
        "body = '#nope'",
        "body = 'p'",
        "body = '.old'",
        "body = '.when'",
        "body = 'h1'",
        "body = 'title'",
        "strip_lines = '.'",
        "strip_lines = ['县', '路']",
        "body = '#text'\nstrip = '#text > p'",
    ],
)
def test_no_rule_makes_a_rejection_or_an_empty_article(make_page: MakePage, rules: str) -> None:
    found = article(make_page(body=PAGE), f"[[rules]]\n{rules}\n")
    assert ONE in found.body
    assert TWO in found.body


def test_what_rules_left_nothing_of_is_told(make_page: MakePage) -> None:
    document = trace(make_page(body=PAGE), "[[rules]]\nstrip = 'p'\n").document
    assert document
    assert document.ruled
    assert document.ruled.stripped == ()
    assert any("leave next to nothing" in note for note in document.ruled.notes)


def test_page_without_an_article_stays_a_rejection(make_page: MakePage) -> None:
    page = make_page(body=b"<html><body><div id='text'></div></body></html>")
    assert not isinstance(trace(page, "[[rules]]\nbody = '#text'\nstrip = 'p'").outcome, Article)
