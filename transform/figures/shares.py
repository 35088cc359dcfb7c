"""Shares in words: 百分之三点五, 近四分之三, 三成半, 七五折, 2/3; all become %."""

from decimal import Decimal

from transform.figures.numerals import ARABIC, Numeral, read_numeral
from transform.figures.quantity import Quantity, draw_hedges
from transform.figures.units import unit_named
from transform.patterns import compiled

_HANZI = "零一二三四五六七八九十百千万亿两廿卅"
_FORMAL = "壹贰叁肆伍陆柒捌玖"
_PART = (
    rf"(?:(?:\d{{1,3}}(?:，\d{{3}})+(?!\d)|{ARABIC})[kK]?|[{_HANZI}{_FORMAL}拾佰仟几]+)"
    rf"(?:\s{{0,6}}点\s{{0,6}}[{_HANZI}{_FORMAL}]+)?"
)
_HALF = "(?<![另这那多])(?<![^达降减升涨不增]到)一半(?![个年天月斤里亩夜路分])|半数(?![据字])"
FRACTION = (
    rf"(?:(?:[{_HANZI}拾佰仟]+|\d++(?=\s?分)|百\s{{1,6}})\s{{0,6}}分\s{{0,6}}之\s{{0,6}}{_PART}|{_HALF})"
)
SLASH = compiled(r"(\d{1,2})/(\d{1,2})(?=[以的左,，。;；、])")
_SECOND_PART = compiled(rf"(?:至|到|-|~|—)(?:百分之)?({_PART})(?![{_HANZI}\d])")
_SECOND_TENTH = compiled(r"(?:至|到|-|~|—)([一二三四五六七八九十]|\d(?:\.\d)?)成")
_ONES = compiled("[一二三四五六七八九1-9](?=[，。；、)的左以]|$)")
"""三成二 is 32%."""
_FIRST_TENTH = compiled(r"(?<![一二三四五六七八九十\d])([一二三四五六七八九]|\d)(?:至|到|-|~|—)$")
_CENTS = compiled(r"(\d|[一二三四五六七八九])[角毛](?:(\d|[一二三四五六七八九])分)?钱?")
_BLANKS = compiled(r"[\s，]")
_NO_TENTHS = tuple("立为功了本都员果品长就型份熟交人")
_NO_REBATE = tuple("腾叠射合扣旧磨返")


def read_fraction(text: str, start: int, end: int, digits: int) -> Quantity | None:
    """百分之三, 四分之三, 一半; `start` is where a sign begins, `digits` where the words begin."""
    if "半" in text[digits:end]:
        return _drawn(text, start, end, (digits, end), Numeral(Decimal(50), Decimal(50)), False)
    below, _, above = _BLANKS.sub("", text[digits:end]).partition("分之")
    bottom, top = read_numeral(below.replace("百万万", "万亿")), read_numeral(above)
    if bottom is None or top is None or not bottom.low:
        return None
    span = (digits, end)
    if text[end : end + 1] in ("余", "多"):
        end += 1
    sign = -1 if start < digits else 1
    second = _SECOND_PART.match(text, end) if bottom.low == 100 and end == span[1] else None
    until = read_numeral(second[1]) if second else None
    if (
        second is not None
        and until is not None
        and until.high
        and top.low is not None
        and until.high > top.low
    ):
        return _drawn(text, start, second.end(), span, Numeral(top.low, until.high), False)
    if top.low is None or top.high is None:
        return _drawn(text, start, end, span, Numeral(None, None), False)
    numeral = Numeral(_percent(top.low * sign, bottom.low), _percent(top.high * sign, bottom.low))
    return _drawn(text, start, end, span, numeral, end > span[1])


def read_cents(text: str, end: int) -> tuple[Decimal, int]:
    """角 and 分 behind 元, as a part of it, and where they end (123元1角1分)."""
    match = _CENTS.match(text, end)
    if match is None:
        return Decimal(0), end
    tenths, cents = (read_numeral(part) if part else None for part in match.groups())
    value = (tenths.low if tenths and tenths.low else Decimal(0)) / 10
    return value + (cents.low if cents and cents.low else Decimal(0)) / 100, match.end()


def read_slash(text: str, start: int) -> Quantity | None:
    """2/3以上."""
    match = SLASH.match(text, start)
    if match is None or not int(match[2]) or int(match[1]) >= int(match[2]):
        return None
    share = _percent(Decimal(match[1]), Decimal(match[2]))
    return _drawn(text, start, match.end(), match.span(), Numeral(share, share), False)


def read_tenths(text: str, start: int, digits: int, end: int, numeral: Numeral) -> Quantity | None:
    """三成, 三成半, 八九成; 七五折, 9.9折."""
    at = end
    is_more = text[at : at + 1] in ("余", "多")
    at += is_more
    while text[at : at + 1] == " ":
        at += 1
    word, after = text[at : at + 1], text[at + 1 : at + 2]
    if word not in ("成", "折") or numeral.low is None or numeral.high is None:
        return None
    if word == "折" and (after in _NO_REBATE or numeral.high >= 100):
        return None
    if word == "成" and (
        after in _NO_TENTHS or numeral.high > 10 or text[digits - 1 : digits] in ("化", "合")
    ):
        return None
    factor = Decimal(1) if word == "折" and numeral.high >= 10 else Decimal(10)
    if word == "折" and text[digits:end] == "半":
        factor = Decimal(100)
    extra = Decimal(5) if after == "半" else Decimal(0)
    ones = _ONES.match(text, at + 1) if word == "成" else None
    if ones is not None:
        extra = Decimal("一二三四五六七八九".find(ones[0]) + 1 or int(ones[0]))
    shares = Numeral(numeral.low * factor + extra, numeral.high * factor + extra)
    end = at + 1 + (after == "半" or ones is not None)
    second = _SECOND_TENTH.match(text, end)
    top = read_numeral(second[1]) if second else None
    if second is not None and top is not None and top.high is not None and shares.low is not None:
        shares, end = Numeral(shares.low, top.high * 10), second.end()
    first = _FIRST_TENTH.search(text, max(0, start - 3), start) if word == "成" else None
    bottom = read_numeral(first[1]) if first else None
    if first is not None and bottom is not None and bottom.low and numeral.high > bottom.low:
        shares, start = Numeral(bottom.low * 10, shares.high), first.start()
    return _drawn(text, start, end, (digits, at), shares, is_more)


def _drawn(
    text: str, start: int, end: int, span: tuple[int, int], numeral: Numeral, is_more: bool
) -> Quantity | None:
    made = Quantity(start, end, *span, unit_named("%"), span[1], end, form="share")
    return draw_hedges(text, made, numeral, is_more)


def _percent(top: Decimal, bottom: Decimal) -> Decimal:
    share = top * 100 / bottom
    return share if share == share.quantize(Decimal("0.000000001")) else share.quantize(Decimal("0.01"))
