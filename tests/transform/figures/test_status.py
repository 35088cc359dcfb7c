"""Cues read step by step say what cues read at once say."""

from transform.figures.status import StatusCues

SENTENCE = (
    "去年建成3家，预计今年新增5家，计划到2030年达到20家，力争到2035年超过40家，截至目前已完成投资2亿元，"
    "规划投资9亿元，每户补贴最高不超过3万元，将建设两个中心"
)


def test_each_place_gives_the_same_from_left_to_right_and_alone() -> None:
    onward = StatusCues(SENTENCE)
    for end in range(len(SENTENCE) + 1):
        assert onward.nearest(end, 2024) == StatusCues(SENTENCE).nearest(end, 2024), SENTENCE[:end]


def test_a_number_before_the_last_one_is_read_anew() -> None:
    cues = StatusCues(SENTENCE)
    last = cues.nearest(len(SENTENCE), 2024)
    assert cues.nearest(4, 2024) == StatusCues(SENTENCE).nearest(4, 2024)
    assert cues.nearest(len(SENTENCE), 2024) == last
