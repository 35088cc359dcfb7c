"""What `jianbao explain` shows of a page: the view, which both the terminal and the HTML page draw."""

import io
import time

import pytest
from msgspec.structs import replace
from rich.console import Console

from extract.page import RawPage
from extract.sites.site import Site
from flows.explain import explain_page
from flows.explain_edits import show_repairs
from flows.explain_html import html_page
from flows.explain_terminal import print_view
from flows.explain_view import Card, Facts, Grid, Line, Mark, Passage, Prose, Say, Section, View
from transform.article import Article
from transform.decode.decoded import Decoding
from transform.page import examine, read_page
from transform.repair.edits import Edit, apply_edits
from transform.repair.script import to_hans

SENTENCE = "今年春天，镇上的水库坝体加高2米，下游三个村的农田灌溉有了保证，村民不再为用水发愁。"
MIRRORED = (
    "縣里開(kāi)辦(bàn)夜校,教會(huì)村民記(jì)賬和看圖紙。報(bào)名的有140人,村里騰出舊(jiù)倉庫當課堂。\n"
    "夜校開(kāi)了三個月,會(huì)計老師每周來(lái)兩次,辦(bàn)法是邊學(xué)邊用,學(xué)完就去記(jì)合作社的賬。\n"
)


def text(line: Line) -> str:
    return "".join(run.text for run in line)


def marked(line: Line, mark: Mark) -> list[str]:
    return [run.text for run in line if run.mark is mark]


def view_of(body: str | bytes, *, content_type: str | None = None, site: Site | None = None) -> View:
    raw = body if isinstance(body, bytes) else body.encode()
    name = "a.html" if b"<html" in raw else "a.txt"
    page = RawPage(name, name, raw, content_type=content_type)
    read = read_page(page, site)
    return explain_page(examine(read), read.site)


def section(view: View, title: str) -> Section:
    return next(section for section in view.sections if section.title.startswith(title))


def facts(view: View, title: str) -> dict[str, tuple[str, str]]:
    parts = [part for part in section(view, title).parts if isinstance(part, Facts)]
    return {name: (text(value), said) for part in parts for name, value, said in part.rows}


def said(view: View, title: str) -> str:
    return "\n".join(text(part.text) for part in section(view, title).parts if isinstance(part, Say))


def html(charset: str, body: str = "", times: int = 4) -> str:
    paragraphs = f"<p>{SENTENCE}</p>" * times
    return (
        f"<html><head><meta charset={charset}></head><body><h1>水库加高</h1>{paragraphs}{body}</body></html>"
    )


def passages(found: str, edits: list[Edit]) -> list[Passage]:
    body = to_hans(apply_edits(found, edits))
    article = Article(
        encoding=Decoding("utf-8", "utf8"), body=body, body_as_found=found, repairs=tuple(edits)
    )
    shown = [part for part in show_repairs(article) if isinstance(part, Passage)]
    for part in shown:
        assert text(part.after) in body.replace("\n", "") or "\n" in text(part.after)
    assert sum(len(group.places) for part in shown for group in part.edits) == len(edits)
    return shown


def test_mirrored_sentence_stands_once_with_all_its_edits() -> None:
    view = view_of(MIRRORED)
    shown = [part for part in section(view, "Repairs").parts if isinstance(part, Passage)]
    assert len(shown) == 3
    first = shown[0]
    assert text(first.before) == MIRRORED[: MIRRORED.index("報")]
    assert text(first.after) == "县里开办夜校,教会村民记账和看图纸。"
    assert marked(first.before, Mark.DAMAGED) == ["(kāi)", "(bàn)", "(huì)", "(jì)"]
    assert "".join(marked(first.after, Mark.CONVERTED)) == "县开办会记账图纸"
    assert [(group.kind, group.confidence, len(group.places)) for group in first.edits] == [
        ("pinyin_annotation", 0.99, 4)
    ]
    assert text(first.edits[0].places[0]) == "3–8 (kāi)→∅"
    assert shown[2].where == f"line 2, characters {MIRRORED.index('夜校開(kāi)了')}–{len(MIRRORED) - 1}"


def test_edit_over_two_sentences_joins_them() -> None:
    found = "头一句完。第二句起，接着说。第三句。\n下一段。"
    edits = [Edit("byte_slip", 3, 7, "完。第二", "到第", 0.8), Edit("character", 19, 20, "下", "上", 0.99)]
    first, second = passages(found, edits)
    assert (text(first.before), text(first.after)) == (
        "头一句完。第二句起，接着说。",
        "头一句到第句起，接着说。",
    )
    assert (second.where, text(second.before), text(second.after)) == (
        "line 2, characters 19–23",
        "下一段。",
        "上一段。",
    )


@pytest.mark.parametrize("end", ["", "\n下一段。"])
def test_mark_at_the_end_of_a_line_belongs_to_its_sentence(end: str) -> None:
    found = "他说， 先修渠。再修路。" + end
    edits = [Edit("quote", 3, 4, " ", "“", 0.95), Edit("quote", 12, 12, "", "”", 0.8)]
    first, second = passages(found, edits)
    assert (text(first.after), text(second.after)) == ("他说，“先修渠。", "再修路。”")
    assert marked(second.before, Mark.DAMAGED) == [""], "where nothing stood there is a mark all the same"


def test_sentence_without_an_end_is_cut_at_a_comma() -> None:
    found = "水渠修好，农田有水，" * 80
    (shown,) = passages(found, [Edit("character", 400, 401, found[400], "口", 0.99)])
    assert 200 <= len(text(shown.before)) <= 400
    assert text(shown.before).endswith("，")


def test_conversion_is_told_with_its_counts() -> None:
    view = view_of("縣裡修了新水渠，農田灌溉有了保證，鄉親們都說好。" * 3)
    assert said(view, "Repairs").splitlines() == [
        "Nothing was repaired.",
        "Traditional → simplified: 24 of 72 characters changed, 8 different ones (the text as found is traditional).",
    ]
    assert facts(view, "Repairs")["most frequent"][0].startswith("縣→县 3 裡→里 3 ")


def test_flag_has_its_meaning_and_its_places() -> None:
    view = view_of(MIRRORED.replace("每周來", "每?zǒng)?ш?d來") * 2)
    said_of_flags = said(view, "Flags")
    assert "pinyin_mirror: a mirror had made the page traditional" in said_of_flags
    grids = [part for part in section(view, "Flags").parts if isinstance(part, Grid)]
    assert ("character", "reading", "times") in [grid.columns for grid in grids]
    if "byte_slip_unrepaired" in said_of_flags:
        assert grids[0].columns == ("line", "start", "end", "seen", "proposed", "confidence", "around")


def test_claims_are_shown_with_what_became_of_them() -> None:
    view = view_of(html("utf-8").encode("gbk"), content_type="text/html; charset=GB2312")
    shown = facts(view, "Bytes")
    assert shown["HTTP header"] == ("GB2312, which means gb18030", "believed")
    assert shown["meta"][0] == "utf-8"
    assert shown["meta"][1].startswith("not believed: ")
    assert shown["meta"][1].endswith(" characters would be lost")
    grid = next(part for part in section(view, "Bytes").parts if isinstance(part, Grid))
    assert {text(row[0]): text(row[1]) for row in grid.rows} == {
        "gb18030": "HTTP header",
        "utf-8": "meta",
        "big5": "–",
    }


@pytest.mark.parametrize(
    ("body", "content_type", "name", "value", "verdict"),
    [
        (html("gbk").encode(), None, "meta", "gbk, which means gb18030", "not asked: the bytes themselves"),
        (html("gbk").encode(), "text/html; charset=x-nope", "HTTP header", "x-nope, which is no label", "passed over"),
        (html("utf-8").encode(), "text/html", "HTTP header", "none", ""),
        (html("utf-8").encode(), None, "meta", "utf-8", "agrees with what was found"),
        (b"\xef\xbb\xbf" + html("gbk").encode(), None, "why", "a byte order mark", ""),
        (html("gbk", "<p>最后一句").encode("gbk") + "是后来加的。</p>".encode(), None, "why", "the page's own label", ""),
        (html("gbk").encode("gbk").replace("农田".encode("gbk"), b"\xff\xff", 1), None, "why", "meta names it", ""),
        (SENTENCE.encode("gbk"), None, "why", "nobody names a codec", ""),
    ],
)  # fmt: skip
def test_codec_has_its_reason(
    body: bytes, content_type: str | None, name: str, value: str, verdict: str
) -> None:
    shown = facts(view_of(body, content_type=content_type), "Bytes")[name]
    assert shown[0].startswith(value)
    assert shown[1].startswith(verdict)


def test_hint_of_the_site_is_a_claim() -> None:
    site = Site("xx_test", "某站", ("a.example",), charset_hint="gb2312")
    shown = facts(view_of(SENTENCE.encode("gbk"), site=site), "Bytes")
    assert shown["site's file"] == ("gb2312, which means gb18030", "believed")


def test_losses_have_places() -> None:
    view = view_of(html("utf-8").replace("农田", "农\ufffd\ufffd", 1))
    grid = section(view, "Bytes").parts[-1]
    assert isinstance(grid, Grid)
    assert grid.caption == "2 U+FFFD at 1 place of the page, 2 in the bytes already"
    assert marked(grid.rows[0][2], Mark.LOST) == ["\ufffd\ufffd"]


def test_figures_stand_in_place_and_lead_to_their_cards() -> None:
    text_of_page = "去年全市引进博士7人，今年引进博士7人，明年计划引进9人。" * 2
    page = RawPage("a.txt", "a.txt", text_of_page.encode())
    trace = examine(read_page(page))
    assert isinstance(trace.outcome, Article)
    figures = trace.outcome.figures
    asked = [figure for figure in figures if figure.surface == "7人"][1]
    view = explain_page(trace, asked=(asked.start, asked.end))
    (prose,) = section(view, "Body").parts
    assert isinstance(prose, Prose)
    assert "".join(map(text, prose.paragraphs)) == text_of_page
    runs = [run for run in prose.paragraphs[0] if run.target]
    assert {run.target for run in runs} <= {
        card.name for card in section(view, "Figures").parts if isinstance(card, Card)
    }
    assert "subject" in runs[0].note
    (card,) = section(view, "The figure asked for").parts
    assert isinstance(card, Card)
    at = [run.mark for run in card.sentence].index(Mark.ASKED)
    assert text(card.sentence[:at]).endswith("今年引进博士"), "the second 7人 of the sentence, not the first"


def test_rejected_page_is_shown_as_far_as_it_got() -> None:
    assert [part.title for part in view_of(b"%PDF-1.4").sections] == ["Page", "Rejected"]
    titles = [part.title for part in view_of("<html><body><p>404</p></body></html>").sections]
    assert titles == ["Page", "Bytes → text", "Rejected"]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param((MIRRORED * 60)[:5000], id="mirrored, 5,000 characters"),
        pytest.param(
            "今年引进博士7人&amp;nbsp;据介绍，工作有序推进。" * 300, id="entities, 8,000 characters"
        ),
    ],
)
def test_many_repairs_are_shown_soon(body: str) -> None:
    trace = examine(read_page(RawPage("a.txt", "a.txt", body.encode())))
    started = time.perf_counter()
    view = explain_page(trace)
    print_view(view, Console(file=io.StringIO(), width=110))
    html_page(view)
    assert time.perf_counter() - started < 2


def test_both_views_show_every_section_and_every_text() -> None:
    view = view_of(MIRRORED)
    out = Console(file=io.StringIO(), width=100_000)
    print_view(view, out)
    printed = out.file.getvalue()  # type: ignore[attr-defined]
    page = html_page(view)
    for shown in view.sections:
        assert shown.title in printed
        assert shown.title in page
    assert "縣里開‹(kāi)›辦‹(bàn)›夜校" in printed, "marks are seen without colours"
    assert "縣里開<del>(kāi)</del>辦<del>(bàn)</del>夜校" in page
    assert replace(view) == view
