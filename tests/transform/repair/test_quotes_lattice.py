"""The readings of a line's places: which can stand, and that their probabilities add up."""

from transform.repair.quote_features import find_blanks, find_repeated
from transform.repair.quote_lattice import Lattice, weights_of

LINE = "厂里把 质量月 当作大事，厂长说： 一件也不能差。"


def test_the_readings_of_a_place_add_up_to_one() -> None:
    for chances in Lattice(LINE, find_blanks(LINE)).chances(weights_of):
        assert abs(sum(chances.values()) - 1) < 1e-6


def test_a_mark_closes_only_what_is_open() -> None:
    for arcs in Lattice(LINE, find_blanks(LINE)).arcs:
        assert not [arc for arc in arcs if arc.marks == "”" and arc.state not in "ST"]
        assert not [arc for arc in arcs if arc.marks == "’" and arc.state not in "st"]


def test_blanks_of_bylines_and_between_foreign_words_are_no_places() -> None:
    assert find_blanks("（记者 张明 通讯员 李华）") == []
    assert find_blanks("New York Times") == []


def test_a_term_that_stands_between_blanks_twice_is_known() -> None:
    lines = ["推进 厕所革命 工作", "今年的 厕所革命 见了成效。"]
    assert find_repeated([(line, find_blanks(line)) for line in lines]) == {"厕所革命"}
