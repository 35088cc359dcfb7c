"""Laws of the figures: spans are surfaces, numerals come back, folding keeps places."""

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from transform.figures.find import find_figures
from transform.figures.hedges import bounds_of
from transform.figures.kinds import KINDS, PERIOD_HOW, QUALIFIERS, ROLES, STATUSES
from transform.figures.numerals import read_numeral
from transform.figures.script import fold

_DIGITS = "零一二三四五六七八九"
_PRINTED = (
    "约 近 3 万 亿元 余 人 ， 。 至 5 % 增长 比 2023年 去年 同比 下降 百分之 两 个 项目 三 十 百 “ ” 家 企业"
)
_PRINTED += " 翻 一番 第 首 月 日 截至目前 不超过 以上 ( ) 萬 兩 - ."
_WORDS = st.sampled_from([*_PRINTED.split(), " ", "\n"])


def _spell(number: int) -> str:
    """A number below a hundred million in Chinese characters."""
    if number >= 10000:
        rest = number % 10000
        gap = "零" if 0 < rest < 1000 else ""
        return _spell(number // 10000) + "万" + (gap + _spell(rest) if rest else "")
    text, gap = "", False
    for power, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            text += ("零" if gap and text else "") + _DIGITS[digit] + sign
            gap = False
        else:
            gap = True
    return text


@settings(deadline=None)
@given(st.integers(1, 99_999_999))
def test_numerals_in_characters_come_back(number: int) -> None:
    numeral = read_numeral(_spell(number))
    assert numeral is not None
    assert (numeral.low, numeral.high) == (number, number)


@settings(deadline=None)
@given(st.decimals(0, 10**9, places=3, allow_nan=False), st.sampled_from(["", "万", "亿", "万亿"]))
def test_numerals_in_digits_come_back(number: Decimal, scale: str) -> None:
    numeral = read_numeral(f"{number:,f}{scale}")
    assert numeral is not None
    assert numeral.low == number * {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}[scale]


@settings(max_examples=150, deadline=None)
@given(st.lists(_WORDS, max_size=40).map("".join), st.dates(date(2005, 1, 1), date(2030, 1, 1)))
def test_spans_are_surfaces_in_order(text: str, published: date) -> None:
    figures = find_figures(text, published)
    assert all(text[figure.start : figure.end] == figure.surface != "" for figure in figures)
    assert [figure.start for figure in figures] == sorted(figure.start for figure in figures)
    for figure in figures:
        assert figure.kind in KINDS
        assert figure.role in ROLES
        assert figure.qualifier in QUALIFIERS
        assert figure.status in STATUSES
        assert figure.period_how in PERIOD_HOW
        assert figure.sentence in text


@settings(max_examples=60, deadline=None)
@given(st.lists(_WORDS, max_size=30).map("".join))
def test_folding_keeps_places(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@settings(deadline=None)
@given(st.sampled_from(sorted(set(QUALIFIERS) - {"range", "vague"})), st.integers(-(10**9), 10**9))
def test_bounds_hold_the_value(qualifier: str, number: int) -> None:
    bounds = bounds_of(qualifier, Decimal(number))
    assert bounds.value == number
    assert bounds.low is None or bounds.low <= number
    assert bounds.high is None or bounds.high >= number


@settings(max_examples=20, deadline=None)
@given(st.integers(2, 400))
def test_sentences_are_bounded(times: int) -> None:
    figures = find_figures("新建企业3家，" * times)
    assert len(figures) == times
    assert max(len(figure.sentence) for figure in figures) <= 800
