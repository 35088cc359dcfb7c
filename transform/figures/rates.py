"""Rates: for each of what a number holds (每年, 人均, 月销售额, 元/吨)."""

import re
from functools import cache

from transform.figures.cues import cue_groups, cue_pattern, join_words
from transform.patterns import compiled

_YEARLY = compiled(r"年(?![初底末内中终代度前后来均夜关龄级节货轻纪满仅约近逾过老幼长少三味报会])[一-鿿]{2,}")
_OF_SHARE = compiled(r"均(?!价)|每")
_DATE_ENDS = tuple("个昨同次首少青老童今去明前本上当全每半近多几0123456789零一二三四五六七八九十")
_MEAN = compiled(r"平均(?!气温|温度|年龄|增|涨|下|每|水平|线)|均(?=负债|投入|收入)")
_TIMES = ("year", "quarter", "month", "day")
_BESIDE = 6
"""Characters from the beginning of one rate to that of the next, at most, where they belong together."""
_WHOM = compiled(
    r"[一-鿿]{0,5}?(?P<household>家庭|农户)|[一-鿿]{0,4}?(?P<enterprise>企业|公司)"
    r"|[一-鿿]{0,4}?(?P<person>婴幼儿|幼儿|孩子|儿童|学生|学员|考生|老人|员工|职工|居民|村民|农民|用户|病人|患者)"
)
"""For each of whom: 每个城市家庭 is a household."""
_BODY = compiled(r"医院|学校|院校|机构|院所|高校|校")
_REACHED = (
    "降到",
    "减到",
    "降至",
    "减至",
    "跌到",
    "跌至",
    "增到",
    "增至",
    "升到",
    "升至",
    "涨到",
    "涨至",
    "增加到",
    "增加至",
    "减少到",
    "减少至",
)
_CLAUSE = compiled("(?P<measured>[^，。；]*?)(?:左右|上下|以[上下])?$")
_NUMBER = compiled(r"\d[\d.~\-—至到万千亿多余]*$")
_ASIDE = compiled(r"，(?:[^，。；\d]{1,12}，)?$")
_FIRM = compiled(r"企业|公司|工厂|银行")


def match_slash(text: str, end: int, is_money: bool = False) -> int:
    """Where the denominator that is printed after a unit ends (元/吨, 元/人·年; for money 元每吨 too)."""
    sign = text[end : end + 1]
    if sign == "/":
        slash = _slash().match(text, end)
    else:
        slash = _each().match(text, end) if sign == "每" and is_money else None
    return slash.end() if slash else end


def read_rate(segment: str, sentence: str, unit_text: str, after: str, kind: str) -> str | None:
    """The rate of a number from its clause; two that stand together are joined by a hyphen."""
    if kind == "multiplier":
        return None
    slash = _slash().search(unit_text) or _each().search(unit_text) if _has_slash(unit_text) else None
    if slash and kind != "speed":
        names = cue_groups("denominators")
        return _joined([names[part] for part in slash.groups() if part])
    one = _one().match(after) if kind == "money" and after.startswith("一") else None
    one = one or (_of_one().search(segment) if kind == "money" and "一" in segment[-6:] else None)
    if one:
        return cue_groups("denominators")[one[1]]
    found = [
        (start, name)
        for start, word, name in _rates_in(segment)
        if kind not in ("percent", "delta") or _OF_SHARE.search(word)
    ]
    if not found and kind not in ("percent", "delta") and _YEARLY.match(segment):
        return "year"
    if found:
        return _joined([name for start, name in found[-2:] if found[-1][0] - start <= _BESIDE])
    if segment.endswith(_REACHED) and kind not in ("percent", "delta") and unit_text:
        return _carried(sentence, segment, unit_text)
    if kind == "money" and _MEAN.search(segment):
        has_bodies = "家" in sentence
        if has_bodies and _BODY.search(sentence):
            return "institution"
        if has_bodies and _FIRM.search(sentence):
            return "enterprise"
    return None


def _carried(sentence: str, segment: str, unit_text: str) -> str | None:
    """The rate of the same measure just before, from which it moved (日均客流8000人次，后降到900人次)."""
    at = sentence.find(segment)
    aside = _ASIDE.search(sentence, max(0, at - 15), at) if at > 0 else None
    said = _CLAUSE.search(sentence, 0, aside.start()) if aside else None
    if said is None or not said["measured"].endswith(unit_text):
        return None
    clause = said["measured"].removesuffix(unit_text)
    measured = _NUMBER.search(clause)
    if measured is None:
        return None
    names = [name for _, _, name in _rates_in(clause[: measured.start()])]
    return names[-1] if len(names) == 1 else None


def _joined(names: list[str]) -> str:
    """Two rates in one: who or what first, then the time; else the nearer one alone."""
    times = [name for name in names if name in _TIMES]
    others = [name for name in names if name not in _TIMES]
    if len(names) == 2 and len(times) == 1 and "-" not in others[0]:
        return f"{others[0]}-{times[0]}"
    return names[-1]


def _rates_in(segment: str) -> list[tuple[int, str, str]]:
    """Where rates begin in a clause, the words and what they mean; one may begin inside a tail."""
    found: list[tuple[int, str, str]] = []
    search = cue_pattern("rates").search
    match = search(segment)
    while match:
        if _is_tail(segment, match):
            at = match.start() + 1
        else:
            at = match.end()
            whom = _WHOM.match(segment, at) if match[0] in ("每", "每个") else None
            name = str(whom.lastgroup) if whom else cue_groups("rates")[match[0]]
            found.append((match.start(), match[0], name))
        match = search(segment, at)
    return found


@cache
def _measures() -> str:
    return join_words([word for word in cue_groups("denominators") if not word.isascii()])


@cache
def _one() -> re.Pattern[str]:
    return compiled(rf"一({_measures()})(?![性家个名位半次线流级])")


@cache
def _of_one() -> re.Pattern[str]:
    """What one costs, told before the price (一包才9元)."""
    return compiled(rf"(?<![第统唯万专])一({_measures()})(?:才|只|仅|就|要|卖|约|得|需|售价|不到|大约)*$")


def _has_slash(unit_text: str) -> bool:
    return "/" in unit_text or "每" in unit_text


@cache
def _slash() -> re.Pattern[str]:
    words = join_words(cue_groups("denominators"))
    return compiled(rf"/\(?({words})(?![a-zA-Z])(?:[·・/]({words})(?![a-zA-Z]))?\)?")


@cache
def _each() -> re.Pattern[str]:
    words = join_words(cue_groups("denominators"))
    return compiled(rf"每({words})(?=[，。；、,;)的左以]|$)()")


def _is_tail(segment: str, match: re.Match[str]) -> bool:
    """The word goes on from a date (今年产量, 5月销售额, 近一年)."""
    before = segment[match.start() - 1 : match.start()]
    if match[0] == "均价":
        return before == "平"
    if match[0] == "每":
        return segment[match.end() : match.end() + 1] in ("逢", "到", "当", "况", "每")
    if match[0][0] in "年月日":
        return before in _DATE_ENDS and before != ""
    return match[0][0] == "一" and before in tuple("近去前后第上下这那另新过未同")
