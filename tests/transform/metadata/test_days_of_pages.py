"""Which of a page's days is that of publication: not one that is announced, of an update or of a portal's clock."""

from datetime import date

import pytest

from extract.page import RawPage
from transform.article import Article
from transform.maintext.blocks import Document, MainText
from transform.maintext.choose import choose_main
from transform.maintext.read import read_html
from transform.metadata.find import Metadata, find_metadata
from transform.metadata.stamps import find_stamps
from transform.page import transform

PROSE = "镇上的人说，今年的雨水比往年来得早，秧苗长得齐整，水渠里整日都有水声。" * 2


def page(above: str = "", top: str = "", lead: str = "") -> str:
    return (
        f"<html><head><title>水渠通了_某某网</title></head><body>{top}<h1>水渠通了</h1>{above}"
        f"<div><p>{lead}{PROSE}</p><p>{PROSE}</p></div></body></html>"
    )


def read(text: str, today: date | None = None) -> Metadata:
    document = read_html(text)
    assert isinstance(document, Document)
    main = choose_main(document)
    assert isinstance(main, MainText)
    return find_metadata(document, main, main.text, str, today=today)


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("更新时间：2024-05-22 10:00 发布时间：2024-05-20 07:45", "2024-05-20T07:45:00"),
        ("发布时间：2024-05-20 07:45 更新时间：2024-05-22 10:00", "2024-05-20T07:45:00"),
        ("更新时间：2024-05-22 10:00", "2024-05-22T10:00:00"),
        ("发文日期：2024-05-11　发布日期：2024-05-20", "2024-05-20"),
        ("成文日期：2024-05-11", "2024-05-11"),
        ("发布时间：17:02 2024-05-20", "2024-05-20T17:02:00"),
        ("报名截止：2024-05-20", None),
        ("有效期至2024-05-20", None),
        ("2024-05-20前报名", None),
        ("举办时间：2024-05-20 至 2024-05-22", None),
        ("2024-05-20 水渠会议", "2024-05-20"),
    ],
)
def test_what_the_words_beside_a_day_make_of_it(line: str, published: str | None) -> None:
    assert read(page(f"<p>{line}</p>")).published == published


def test_nothing_was_published_after_the_day_of_reading() -> None:
    text = page("<p>发布时间：2034-05-20</p>")
    assert read(text).published == "2034-05-20"
    assert read(text, date(2024, 6, 1)).published is None
    raw = RawPage("a.html", "a.html", text.encode())
    found = transform(raw, today=date(2024, 6, 1))
    assert isinstance(found, Article)
    assert found.published is None


def test_a_lead_is_no_later_than_the_day_of_reading() -> None:
    text = page(lead="某某社江城2034年5月20日电 ")
    assert read(text).published == "2034-05-20"
    assert read(text, date(2024, 6, 1)).published is None


def test_the_day_of_reading_gives_no_year() -> None:
    assert read(page(lead="本报讯 5月20日，"), date(2024, 6, 1)).published is None


def test_the_day_of_issue_beats_the_day_of_the_lead() -> None:
    lead = "某某报江城2024年5月17日讯 "
    issue = "<p>上一期 下一期 2024年05月20日 星期一 放大 缩小</p>"
    assert read(page(issue, lead=lead)).published == "2024-05-20"
    head = "<p>第03版：民生</p><p>2024年05月20日 星期一</p>"
    assert read(page(top=head, lead=lead)).published == "2024-05-20"


@pytest.mark.parametrize(
    "clock", ["今天是2024年05月20日 星期一", "2024年05月20日 星期一 江城天气 晴", "2024年05月20日 星期一"]
)
def test_a_portals_clock_is_no_day_of_issue(clock: str) -> None:
    found = read(page(top=f"<div>{clock}</div>", lead="某某报江城2024年5月17日讯 "))
    assert (found.published, found.published_how) == ("2024-05-17", "dateline")


def test_a_text_taken_from_a_paper_does_not_make_a_clock_its_day_of_issue() -> None:
    taken = "<p>《某某日报》（2024年05月17日 第 03 版）</p>"
    found = read(page(taken, top="<div>2024年05月20日 星期一</div>"))
    assert found.published == "2024-05-17"


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2024-05-20T16:30:00.000Z", "2024-05-21T00:30:00"),
        ("2024-05-20 16:30:00 GMT", "2024-05-21T00:30:00"),
        ("2024-05-20T20:00:00-05:00", "2024-05-21T09:00:00"),
        ("2024-05-20 10:00-12:00", "2024-05-20T10:00:00"),
        ("2024-05-20 7:05:09 +0800", "2024-05-20T07:05:09"),
    ],
)
def test_times_are_those_of_shanghai(text: str, iso: str) -> None:
    assert [stamp.iso for stamp in find_stamps(text)] == [iso]


def test_a_time_belongs_to_one_day() -> None:
    found = find_stamps("2024-05-19 17:02 2024-05-20")
    assert [stamp.iso for stamp in found] == ["2024-05-19T17:02:00", "2024-05-20"]
