"""Rates: for each of what a number holds (每年, 人均, 月销售额, 元/吨)."""

import re

from transform.figures.cues import cue_groups, cue_pattern

_SLASH = re.compile(
    r"/(?:(?P<year>年)|(?P<month>月)|(?P<day>[天日])|(?P<person>人)|(?P<household>户)"
    r"|(?P<other>吨|平方米|平米|㎡|亩|股|公斤|千克|斤|桶|升|度|千瓦时|公里|小时|台|套|辆|件|张|次|克|立方米|盎司|版|只"
    r"|头|间|枚|册|kg|L|g|米|公顷|m³))"
)
_YEARLY = re.compile(
    r"年(?![初底末内中终代度前后来均夜关龄级节货轻纪满仅约近逾过老幼长少三味报会])[一-鿿]{2,}"
)
_OF_SHARE = re.compile(r"均|每")
_DATE_ENDS = tuple("少青老童今去明前本上当全每半近多几0123456789零一二三四五六七八九十")
_MEAN = re.compile(r"平均(?!气温|温度|年龄|增|涨|下|每|水平|线)|均(?=负债|投入|收入)")
_BODY = re.compile(r"医院|学校|院校|机构|院所|高校|校")
_FIRM = re.compile(r"企业|公司|工厂|银行")


def match_slash(text: str, end: int) -> int:
    """Where the denominator that is printed after a unit ends (元/吨)."""
    slash = _SLASH.match(text, end) if text.startswith("/", end) else None
    return slash.end() if slash else end


def read_rate(segment: str, sentence: str, unit_text: str, kind: str) -> str | None:
    """The rate of a number from its clause; two that stand together are joined by a hyphen."""
    slash = _SLASH.search(unit_text) if "/" in unit_text else None
    if slash and kind != "speed":
        return slash.lastgroup
    groups = cue_groups("rates")
    found = [
        (match.start(), groups[match[0]])
        for match in cue_pattern("rates").finditer(segment)
        if not _is_tail(segment, match) and (kind not in ("percent", "delta") or _OF_SHARE.search(match[0]))
    ]
    if not found and kind not in ("percent", "delta") and _YEARLY.match(segment):
        return "year"
    if found:
        names = {name for start, name in found[-2:] if found[-1][0] - start <= 6}
        if "person" in names and len(names) == 2 and names & {"year", "month", "day"}:
            return f"person-{(names - {'person'}).pop()}"
        return found[-1][1]
    if kind == "money" and _MEAN.search(segment):
        body = re.search(r"家[^，。；]*", sentence)
        if body and _BODY.search(sentence):
            return "institution"
        if body and _FIRM.search(sentence):
            return "enterprise"
    return None


def _is_tail(segment: str, match: re.Match[str]) -> bool:
    """The word goes on from a date (今年产量, 5月销售额, 近一年)."""
    before = segment[match.start() - 1 : match.start()]
    if match[0] == "每":
        return segment[match.end() : match.end() + 1] in ("逢", "到", "当", "况", "每")
    if match[0][0] in "年月日":
        return before in _DATE_ENDS and before != ""
    return match[0][0] == "一" and before in tuple("近去前后第上下这那另新过未同")
