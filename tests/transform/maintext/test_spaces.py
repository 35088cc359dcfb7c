"""White space is collapsed; what repair has to see is left to it."""

from transform.maintext.blocks import Document, MainText
from transform.maintext.choose import choose_main
from transform.maintext.read import read_html, read_plain
from transform.repair.repair import repair

PROSE = "谷雨前后，茶农天不亮就上山，赶在日头高起来以前采完头一遍芽，晌午背着竹篓下到茶厂。"
SAID = "老茶工说，今年加工车间添了两台烘干机，全部炒制原来熬到半夜，傍晚之前就能做完，省心。"


def choose(document: object) -> str:
    assert isinstance(document, Document)
    main = choose_main(document)
    assert isinstance(main, MainText)
    return main.text


def page(*paragraphs: str) -> str:
    body = "".join(f"<p>　　{paragraph}</p>\n" for paragraph in paragraphs)
    return choose(read_html(f"<title>头遍茶</title><h1>头遍茶</h1><div>{body}</div>"))


def test_a_misread_paragraph_reaches_repair_whole() -> None:
    misread = SAID.encode().decode("latin-1")
    assert {"\x85", "\xa0"} <= set(misread)  # halves of letters
    text = page(PROSE, "　　".encode().decode("latin-1") + misread, PROSE)
    assert text.split("\n") == [PROSE, misread, PROSE]
    assert repair(text).text.split("\n")[1] == SAID


def test_blanks_that_cannot_be_broken_are_blanks() -> None:
    assert page(PROSE, f"\u00a0\u00a0{SAID}\u00a0 \u3000") == f"{PROSE}\n{SAID}"


def test_characters_without_width_are_left_to_repair() -> None:
    dotted = "\ufeff" + SAID.replace("，", "，\u200b")
    assert page(PROSE, dotted).split("\n") == [PROSE, dotted]
    assert choose(read_plain(f"{PROSE}\n{dotted}\n{PROSE}")).split("\n")[1] == dotted
    assert {edit.before for edit in repair(page(PROSE, dotted)).edits} == {"\ufeff", "\u200b"}


def test_they_leave_no_blank_behind() -> None:
    assert page(PROSE, f"\u200b {SAID} \u200b 完。 \u200b").split("\n")[1] == f"\u200b{SAID} \u200b完。\u200b"


def test_a_line_of_nothing_else_is_no_line() -> None:
    assert page(PROSE, "\u200b", "\ufeff \u200b", SAID) == f"{PROSE}\n{SAID}"
