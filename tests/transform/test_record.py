import json
from datetime import date
from decimal import Decimal

from extract.page import RawPage, UnreadPage
from extract.rejection import Reason, Rejection, Stage
from transform.article import Article
from transform.decode.decoded import Decoding
from transform.figures.figure import Figure
from transform.record import json_line, page_record, plain_number

KEYS = [
    *("source", "page_id", "status", "stage", "reason", "detail", "encoding", "url", "canonical_url"),
    *("original_url", "title", "published", "published_how", "source_name", "authors", "editors", "site"),
    *("place_code", "place_name", "script", "language", "body", "flags", "repairs", "figures"),
    "site_memory",
]
ARTICLE = Article(encoding=Decoding("gb18030", "meta", 0), body="正文", body_as_found="正文")
REJECTION = Rejection(Stage.READ, Reason.UNREADABLE, "gone")


def test_records_are_complete_with_null_for_what_is_unknown() -> None:
    page = RawPage("a.html", "a.html", b"x", "http://a.example/")
    record = page_record(page, ARTICLE)
    assert list(record) == KEYS
    assert (record["status"], record["title"], record["authors"]) == ("article", None, [])
    assert record["encoding"] == {"codec": "gb18030", "evidence": "meta", "replaced": 0, "also": []}
    assert page_record(page, ARTICLE, full=True).keys() - record.keys() == {"body_as_found", "flag_evidence"}


def test_rejection_has_the_same_keys_and_its_address() -> None:
    record = page_record(UnreadPage("w#http://a.example/", "p", REJECTION, "http://a.example/"), REJECTION)
    assert list(record) == KEYS
    assert (record["url"], record["page_id"], record["body"], record["flags"]) == (
        "http://a.example/",
        None,
        None,
        [],
    )
    assert (record["stage"], record["reason"], record["detail"]) == ("read", "unreadable", "gone")
    record["flags"].append("mine")
    assert page_record(UnreadPage("x", "p", REJECTION), REJECTION)["flags"] == [], "no list is shared"


def test_figure_is_ready_for_json() -> None:
    figure = Figure(
        surface="约2.7万人",
        start=0,
        end=6,
        sentence="约2.7万人",
        kind="count",
        role="statistic",
        value=Decimal("2.7E+4"),
        period_start=date(2024, 1, 1),
    )
    record = json.loads(json_line(figure))
    assert (record["value"], record["value_min"], record["period_start"], record["period_end"]) == (
        "27000",
        None,
        "2024-01-01",
        None,
    )


def test_numbers_have_no_exponent_and_no_idle_zeros() -> None:
    cases = {"1E+12": "1000000000000", "-3.90": "-3.9", "100": "100", "0.000": "0", "0.0000001": "0.0000001"}
    assert {text: plain_number(Decimal(text)) for text in cases} == cases
