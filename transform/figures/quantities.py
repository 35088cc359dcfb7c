"""Numbers with their units and the hedges that adjoin them, found from left to right.

What they mean (change, rate, status, role) is decided elsewhere; here only what stands side by side counts.
The text is folded before.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from transform.figures.compounds import PARTS, read_compound
from transform.figures.currencies import find_currency
from transform.figures.hedges import hedge_after
from transform.figures.numerals import ARABIC, FORMAL_DIGITS, FORMAL_RUN, MORE, Numeral, read_numeral
from transform.figures.quantity import Quantity, draw_hedges, match_unit_and_half
from transform.figures.ranges import read_range
from transform.figures.rates import match_slash
from transform.figures.shared import read_shared
from transform.figures.shares import FRACTION, read_cents, read_fraction, read_slash, read_tenths
from transform.figures.skips import ALL, skipping
from transform.figures.units import Unit, match_unit, unit_named, unit_starts
from transform.patterns import compiled

_SCALE = r"(?:百(?![分帕])|千(?![米克瓦伏卡帕赫字])|万|亿|个多?亿|兆(?![瓦赫字帕欧伏]))"
_HANZI = "零一二三四五六七八九十百千万亿两廿卅"
_REST = _HANZI.replace("两", "")
_FIRST = rf"(?:[{_HANZI}半]|兆(?=[{_HANZI}])|[几数](?=[十百千万亿]|个亿))"
# 千 belongs to its unit in 一千亿千瓦时 and 五百千克: as a power it stands behind a digit.
_THOUSAND = "(?<=[一二三四五六七八九两几数])千(?![克瓦伏卡帕赫])"
_CHINESE = (
    rf"{_FIRST}(?:[{_REST.replace('千', '')}]|{_THOUSAND}|两(?=[百千万亿])|兆(?=[{_HANZI}元])"
    r"|(?<=[一二三四五六七八九两])[拾佰仟])*"
    r"(?:\s?点\s?[零一二三四五六七八九]+[百千万亿]*)?"
    rf"(?:[余多来几][十百千万亿]+|个多?亿)?"
)
_SPOKEN = r"\d{1,4}+点\d{1,3}(?=[万亿%倍米吨级]|公[里斤顷]|平方|立方|个百分)"
_ARABIC = (
    rf"(?:{_SPOKEN}|{ARABIC})(?:\s?[{MORE}]?\s?{_SCALE})*"
    r"(?:(?:零?\d+(?:\.\d+)?(?:[百千]?万|[百千](?![分克瓦米万亿])))+|(?<=万)(?:零\d{1,4}|\d{4})(?![\d.,年万亿%])"
    r"|\s\d+\s[百千](?=\s))?(?:[wk](?![a-zA-Z]))?"
)
_VAGUE = (
    "十几二十几?|[几数]十上百|[几数]百上千|[几数]千上万|[二三四五六七八]、[三四五六七八九](?!、)[十百千万亿]*"
)
_PLAIN = rf"(?:{_ARABIC}|{FORMAL_RUN}|{_VAGUE}|{_CHINESE})"
_ONE_BEFORE = "仅有各共达增加少还近约超逾过到足中满破上了多建设派配"
_ONE_AFTER = "吨公亩平立倍成半千百 "
# A lone 一 is an article (一家企业) but behind or before these; every third number of a page is one.
_ONE_AND = (
    r"[个年天亩斤里]半|个多?亿|[米块][一二三四五六七八九]|米(?:以[上下内外]|左右)|岁"
    r"|[块毛角分]多钱|[人名](?:[死伤]|受伤|[重轻]伤|遇难|失踪|身亡|获救|被困)"
)
"""A lone 一 counts where a part goes on behind its unit (一个半小时, 一米八), and of people harmed."""
_NO_ARTICLE = rf"(?!一(?<![第{_ONE_BEFORE}]一)(?!{_ONE_AND}|[{_ONE_AFTER}{_REST}两兆\s点余多来几分]))"
_NUMBER = skipping(
    rf"\d{_HANZI}半几数兆{FORMAL_DIGITS}", rf"{_NO_ARTICLE}(?:(?P<fraction>{FRACTION})|{_PLAIN})"
)
_NEXT = compiled(rf"(?P<minus>-|负|零下)?(?P<plus>零上)?(?P<number>{_PLAIN})")
_SIGN = compiled(r"(?:(?<![\d%元吨万亿a-zA-Z年月日号)])-|(?<![减担抱亏背欠胜自正])负|零下|零上)\s?$")
_MAY_BE_ONE = compiled(_ONE_AND)
_INDEX = compiled(
    r"(?:指数|倍率|认购倍数|汇率|汇价|系数|市盈率|评分|中间价|PMI|CPI|比值)[^，。；\d()]{0,4}?"
    r"(?:为|是|报|达|达到|降至|升至|收于|收报|于|突破|跌破|至|到|涨至|跌至|\s)?-?\s?$"
)
_POINTS = compiled(r"\s{0,6}个?\s{0,6}百\s{0,6}分\s{0,6}点")
SMALLEST = Decimal(10000)
"""No smaller number is of money or people without its unit."""
_TENTHS = frozenset("成折余多 ")
_MORE_MONEY = ("多钱", "来钱")
"""Behind the first character of a unit (三块多钱)."""
_SHARES = frozenset("、和或与")
_LEADS = frozenset("上近过超逾")
_LONGEST = 40
_SIGN_ENDS = frozenset("-负下上 ")
_MAY_FOLLOW = frozenset("余多来几大成折以左上下 (-—~～至到不有之及或内前出封为许开")
_NO_GREAT = frozenset("于概约学会型量小批多半气雨雪风家人")
_CONGRESSES = ("十五", "十六", "十七", "十八", "十九", "二十")
_CONGRESS_AFTER = frozenset("报精以召和代对会提作闭开指的上")


def find_quantities(text: str, spans: list[tuple[int, int]]) -> Iterator[Quantity]:
    """Every number with a unit, outside the given spans (dates, titles, addresses)."""
    position = index = 0
    while match := _NUMBER.search(text, position):
        start, end = match.span(ALL)
        while index < len(spans) and spans[index][1] <= start:
            index += 1
        if index < len(spans) and spans[index][0] < end:
            position = max(spans[index][1], start + 1)
            continue
        found = _read(text, match)
        position = end
        if found is not None:
            position = max(position, found.end)
            yield found


def _read(text: str, match: re.Match[str]) -> Quantity | None:
    start, end = match.span(ALL)
    number = match[ALL]
    if end - start > _LONGEST:
        return None
    before = text[start - 1] if start else ""
    if before.isascii() and before and _is_code(text, start, before):
        return None
    if before == "第":
        return _read_ordinal(text, match)
    if number == "一" and not _may_be_one(text, before, end):
        return None
    after = text[end : end + 1]
    shared = read_shared(text, start, end) if after in _SHARES and text[start].isdigit() else None
    if shared is not None:
        return shared
    if match["fraction"] is None and not _may_count(text, end) and not _is_led(text, start, end):
        return read_slash(text, start) if after == "/" else None
    sign = _SIGN.search(text, max(0, start - 3), start) if before in _SIGN_ENDS else None
    first = sign.start() if sign else start
    if match["fraction"]:
        return read_fraction(text, first, end, start)
    numeral = read_numeral(number)
    if numeral is None and text.startswith("折", end) and len(number) == 2:
        numeral = read_numeral(number[0] + "点" + number[1])
    if numeral is None:
        return None
    is_minus = sign is not None and "上" not in sign[0]
    if is_minus:
        numeral = numeral.scaled(Decimal(-1))
    great = _read_great(text, match, numeral) if after == "大" else None
    if great is not None:
        return great
    if number == "零":
        return None
    behind = match_unit(text, end)
    return (
        (read_tenths(text, first, start, end, numeral) if after in _TENTHS else None)
        or read_range(text, first, start, end, _NEXT, behind, is_minus=is_minus)
        or _measured(text, first, end, numeral, start, behind)
    )


def _may_be_one(text: str, before: str, end: int) -> bool:
    """Whether 一 may count between these characters."""
    after = text[end : end + 1]
    is_near = (before != "" and before in _ONE_BEFORE) or (after != "" and after in _ONE_AFTER)
    return is_near or _MAY_BE_ONE.match(text, end) is not None


def _is_code(text: str, start: int, before: str) -> bool:
    """A number that goes on from letters or other digits: PM2.5, A3, 1:100."""
    return before.isalpha() or (before in "./_@#&=" and text[max(0, start - 2)].isalnum())


def _is_led(text: str, start: int, end: int) -> bool:
    """A number that needs no unit: a large one, or one behind a sign of money or the name of an index."""
    if text[end - 1] in "万亿" and (end - start > 1 or text[start - 1 : start] in _LEADS):
        return True
    if not text[start].isdigit():
        return False
    return bool(find_currency(text, start) or _INDEX.search(text, max(0, start - 14), start))


def _may_count(text: str, end: int) -> bool:
    """Only what these may begin can be a unit, a hedge or a range."""
    return end >= len(text) or text[end] in unit_starts() or text[end] in _MAY_FOLLOW


def _measured(
    text: str, start: int, end: int, numeral: Numeral, digits: int, behind: tuple[Unit, int] | None
) -> Quantity | None:
    """A single number, the unit after it, the hedges around both; `behind` is what stands at `end`."""
    is_more, at = numeral.is_more, end
    if text[at : at + 1] in ("余", "多", "来", "几"):
        if text[at] == "几":
            numeral = Numeral(None, None)
        is_more, at = True, at + 1
    inner = hedge_after(text, at)
    if inner is not None and inner[0] == "approx_over":
        inner = None
    unit_at = inner[1] if inner else at
    while text[unit_at : unit_at + 1] == " ":
        unit_at += 1
    found = behind if unit_at == end else match_unit(text, unit_at)
    unit, unit_end, half = match_unit_and_half(text, unit_at, found)
    spaced = _POINTS.match(text, at) if unit is None or unit_at > at else None
    if spaced:
        unit, unit_end = unit_named("百分点"), spaced.end()
    is_more = is_more or text.startswith(_MORE_MONEY, unit_at + 1, unit_end)
    is_more = is_more or (text.startswith("个多", unit_at, unit_end) and text[digits:end] != "半")
    if unit is not None and unit.canonical == "元":
        half, unit_end = read_cents(text, unit_end)
    compound = None
    if unit is not None and not half and text[unit_end : unit_end + 1] in PARTS:
        compound = read_compound(text, numeral, unit, text[unit_at:unit_end], unit_end)
    if compound is not None:
        numeral, unit, unit_end, is_more = compound.numeral, compound.unit, compound.end, compound.is_more
    if unit is None:
        unit_at = unit_end = at
    elif half and numeral.low is not None and numeral.high is not None:
        numeral = Numeral(numeral.low + half, numeral.high + half)
    if unit is None and text[end - 1] in "wk" and (inner or text[max(0, start - 1) : start] == "薪"):
        unit = unit_named("元")
    if unit is not None and unit.canonical == "℃" and text[max(0, start - 2) : start] == "华氏":
        unit = unit_named("℉")
    prefix = find_currency(text, start)
    is_sign = prefix is not None and text[prefix[1]] == "$"
    if prefix and (unit is None or (unit.canonical == "元" and not is_sign)):
        unit, start = unit_named(prefix[0]), prefix[1]
    unit_end = match_slash(text, unit_end, unit.kind == "money") if unit is not None else unit_end
    form = "index" if unit is None and _INDEX.search(text, max(0, start - 14), start) else "plain"
    if unit is not None and unit.canonical == "人" and text[max(0, start - 1) : start] == "前":
        form, start = "rank", start - 1
    if unit is None and form == "plain" and numeral.high is not None and abs(numeral.high) < SMALLEST:
        return None
    made = Quantity(start, unit_end, digits, end, unit, unit_at, unit_end, form=form)
    return draw_hedges(text, made, numeral, is_more, inner[0] if inner and unit is not None else None)


def _read_great(text: str, match: re.Match[str], numeral: Numeral) -> Quantity | None:
    """六大领域: parts of a plan or of the text."""
    end = match.end(ALL) + 1
    follows = text[end : end + 1]
    if (
        numeral.low is None
        or not 1 < numeral.low <= 30
        or not "一" <= follows <= "鿿"
        or follows in _NO_GREAT
    ):
        return None
    if match[ALL] in _CONGRESSES and follows in _CONGRESS_AFTER:
        return None
    unit = unit_named("个")
    return Quantity(
        match.start(), end, *match.span(ALL), unit, match.end(ALL), end, value=numeral.low, form="great"
    )


def _read_ordinal(text: str, match: re.Match[str]) -> Quantity | None:
    numeral = read_numeral(match[ALL])
    if numeral is None or numeral.low is None or numeral.is_more:
        return None
    found = match_unit(text, match.end(ALL))
    unit, end = found if found else (None, match.end(ALL))
    start = match.start() - 1
    return Quantity(
        start, end, *match.span(ALL), unit, match.end(ALL), end, value=numeral.low, form="ordinal"
    )
