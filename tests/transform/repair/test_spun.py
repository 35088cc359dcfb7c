"""Spun text is flagged, honest text that uses such words is not."""

from transform.repair.spun import is_spun
from transform.vocabulary import read_rows

SPUN = (
    "咱们要坚持立异，加速展开，保证大众利益。各地采纳有用举动，夯实根底，紧记使命，做好作业，环绕要点范畴树立准则。"
    "通过训练，供应更强大的支撑，交融推进。"
)


def test_spun() -> None:
    assert is_spun(SPUN * 3)


def test_honest() -> None:
    assert not is_spun("我们要坚持创新，加快发展，保障群众利益，各地采取有效措施，夯实基础，做好工作。" * 5)
    assert not is_spun("学生们按时完成作业，参加训练和竞赛，保证质量。" * 5)
    assert not is_spun("")


def test_every_word_has_two_characters() -> None:
    words = [word for row in read_rows("repair_spun.tsv") for cell in row for word in cell.split(" ")]
    assert {len(word) for word in words} == {2}
