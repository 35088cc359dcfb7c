"""Where a page lost characters, a digit may be gone."""

from datetime import date

from extract.page import RawPage
from transform.article import Article
from transform.figures.doubt import LITTLE, doubt
from transform.figures.find import find_figures
from transform.page import transform
from transform.repair.edits import Edit, find_guesses

BODY = "全县将近? 930户搬进新居,另有115户正在收拾行李准备动身。"


def confidences(guessed: list[tuple[int, int]]) -> dict[str, float]:
    figures = doubt(find_figures(BODY, date(2024, 5, 6)), BODY, guessed)
    return {figure.surface: figure.confidence for figure in figures}


def test_a_figure_behind_a_lost_character_has_little_confidence_and_one_far_from_it_has_not() -> None:
    found = confidences([])
    assert found["930户"] == LITTLE
    assert found["115户"] > 0.9


def test_a_guess_beside_it_is_as_bad() -> None:
    place = BODY.index("另有")
    assert confidences([(place, place + 2)])["115户"] == LITTLE


def test_guesses_are_found_where_they_stand_after_the_edits() -> None:
    edits = [
        Edit("pinyin_annotation", 1, 5, "(fā)", "", 0.99),
        Edit("byte_slip", 6, 9, "??蒲", "。科研", 0.6),
        Edit("byte_slip", 12, 13, "?", "式", 0.95),
    ]
    assert find_guesses(edits) == [(2, 5)]


def test_a_mirrored_page_doubts_the_figure_that_lost_a_digit() -> None:
    text = (
        "全縣(xiàn)開(kāi)會(huì),驅(qū)車進(jìn)村看望搬家的人。"
        "據統計,氣球?qū)⒔? 930戶(hù)搬進新居,大家都說好極了,另有115戶(hù)没有搬。"
    )
    article = transform(RawPage("a.txt", "a.txt", text.encode()))
    assert isinstance(article, Article)
    assert "byte_slip_unrepaired" in article.flags
    found = {figure.surface: figure.confidence for figure in article.figures}
    assert found["930户"] == LITTLE
    assert found["115户"] > 0.9
