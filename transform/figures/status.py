"""Status: whether a number is so, planned, aimed at, expected, or set by a rule."""

import re
from functools import cache, cached_property

from transform.figures.cues import branches, cue_groups, cue_pattern, cue_words, join_words
from transform.figures.figure import Figure
from transform.patterns import compiled

_AIM_AFTER = compiled(r"[^，。；]{0,2}的?(?:发展)?(?:目标|任务)(?!区间)")
_PLAN_AFTER = compiled("的(?:投资|建设|发展|扩建|扩产)?(?:计划|规划|设想|意向|意向书|框架协议)(?![内外])")
_CHANGED = compiled(
    r"(?:在[^，。；]{0,8}?)?(?:调整|减少|降低|下降|增加|提高|提升|下调|上调|上升|扩大|缩短|增|降|减|升|变|扩)(?:为|至|到)"
)
_FROM = compiled(r"(?:由|从)(?:目前|现有|原来|当前)?$|(?:由|从)[^，。；]{0,8}的$")
_CUE_REACH = 16
"""No cue is longer, with what is asked of the characters behind it."""
_WEATHER = compiled(r"降[水雨雪]量?|气温|温度|雨量|风力|积雪|能见度|浪高")
_OTHERS = {"到": "year", "目": "target"} | dict.fromkeys("需缺市保", "forecast")
_SUFFERED = compiled("被[^，。；]{0,8}?[罚处]")
_SET_AFTER = compiled(r"(?:/年)?的(?:补助|补贴|收费|执行|最低)?标准")
_OBLIGES = compiled("(?:不得|不能|不应|不可|不准|应不|应当|必须)")
"""A hedge that begins so is a rule by itself (不得超过5万元)."""
_WILL_AFTER = compiled("[^，。；、\\d]{0,8}?(?:将[于在]|拟于|预计[于将在])")
_CLAUSE_END = compiled("[，。；,;]")
_NEAR = 60
_FULL_STOP = compiled("[。！？!?；;\n]")
_AHEAD = frozenset(("plan", "target", "forecast"))
"""Behind one of these 完成 and 实现 are still ahead (将完成, 力争实现)."""
_SET = compiled(
    "(?:(?:须|应当?)(?!知|急|对|用|届)|每)[^，。；]{0,12}?(?:[设配建][立置备套]?|配建|预留|安排|配足)(?:有|够)?$"
)
"""Before a count these say, with a rule in the sentence, how many there are to be (每村须设1家)."""
_CHARGED = compiled("(?:收取|加收|计收|缴纳|征收)$")
_BOUND = compiled(
    r"(?:低于|高于|不足|超过|不满)?\d[^，。；、]{0,10}?(?:以[上下内]|\(含)|(?:低于|高于|不足|不满|少于)\d"
)
_FORESEEN = compiled("(?:预测|预计|预期|预估|估算)的$")
_GOES_ON = compiled("其中|同时|此外|另外|并|还")
_RELATIVE = compiled(r"[^，。；\d在于]{1,12}的[^，。；的\d]{1,8}(?<![上下中里后时前])，")
"""A plan told of somebody in passing (即将出任院长的他，) is not that of the next clause."""
_MUST = compiled("须(?![知眉])|应当|应在|不得")
_DO = compiled("(?:进行|开展|安排|完成|接受|参加|做)[^，。；\\d]{0,2}$")
_RULED = frozenset(("money", "percent", "volume", "duration", "area", "mass", "age"))


class StatusCues:
    """The cues of a sentence, read from left to right as its numbers come up.

    To read the sentence from its beginning for each number costs more the more numbers it holds.
    """

    def __init__(self, sentence: str) -> None:
        """Nothing of the `sentence` is read yet."""
        self._sentence = sentence
        self._at = self._end = 0
        self._nearest: str | None = None

    def nearest(self, end: int, year: int | None) -> str | None:
        """The nearest cue before `end`, except that a plan does not undo what is only expected or aimed at.

        The last characters are read again the next time: the end may have cut a cue short.
        """
        if end < self._end:
            self._at, self._nearest = 0, None
        self._end, sure, nearest, ahead = end, end - _CUE_REACH, self._nearest, -1
        for match in _cues().finditer(self._sentence, self._at, end):
            group = cue_groups("status").get(match[0]) or _OTHERS.get(match[0][0], "plan")
            is_of = group in ("forecast", "plan") and self._sentence.startswith("的", match.end(), end)
            is_of = is_of or (
                group == "plan" and _RELATIVE.match(self._sentence, match.end(), end) is not None
            )
            is_past = group == "year" and (year is None or int(match[0][1:5]) < year)
            is_weak = group in ("plan", "year") and nearest in ("forecast", "target")
            is_weak = is_weak or (group == "actual" and match.start() == ahead)
            ahead = match.end() if group in _AHEAD else -1
            if group == "told":
                nearest = None
            elif not (is_of or is_past or is_weak or group == "nothing"):
                nearest = "target" if group == "year" else group
            if match.start() < sure:
                self._at, self._nearest = match.end(), nearest
        self._at = max(self._at, sure)
        return nearest

    def is_condition(self, end: int, segment: str) -> bool:
        """Whether the number at `end` bounds what a rule is for, or is a charge (10件以上的, 收取2元/次)."""
        return bool(_CHARGED.search(segment) or _BOUND.match(self._sentence, end))

    @cached_property
    def names_rule(self) -> bool:
        """Whether a rule is named anywhere in the sentence."""
        return _rule().search(self._sentence) is not None

    def obliges(self, end: int) -> bool:
        """Whether something must be done, as told before `end`."""
        return _MUST.search(self._sentence, 0, end) is not None


def read_status(
    cues: StatusCues,
    end: int,
    segment: str,
    hedge: str,
    after: str,
    is_future: bool,
    kind: str,
    year: int | None,
    carried: str | None = None,
) -> str:
    """The status of a number that begins at `end` in the sentence of the cues, behind its `hedge`.

    The nearest cue before it wins. A rule must stand in the clause, or be said of money or a share in the
    sentence. Without any cue, what lies ahead or is granted has the status that is `carried`
    on from the sentence before.
    """
    if ("目标" in after or "任务" in after) and _AIM_AFTER.match(after):
        return "target"
    if after.startswith("的") and _PLAN_AFTER.match(after):
        return "plan"
    if after.startswith(("的", "/")) and _SET_AFTER.match(after) and kind in _RULED:
        return "rule-limit"
    if ("将" in after or "拟于" in after or "预计" in after) and _WILL_AFTER.match(after):
        return "plan"
    nearest = cues.nearest(end, year)
    if segment.endswith("的") and _FORESEEN.search(segment):
        return "forecast"
    if nearest in ("forecast", "target"):
        return nearest
    if (hedge and _OBLIGES.match(hedge)) or _is_ruled(cues, end, segment, after, nearest, kind):
        return "rule-limit"
    if nearest == "actual":
        return "actual"
    if nearest == "plan":
        if kind in ("temperature", "length") and _WEATHER.search(segment):
            return "forecast"
        return "actual" if is_former(segment, after) else "plan"
    if nearest is None and carried is not None:
        is_granted = carried == "rule-limit" and kind == "money" and cue_pattern("granted").search(segment)
        if is_granted or (is_future and carried != "rule-limit"):
            return carried
    if not is_future:
        return "actual"
    return "forecast" if kind == "temperature" or _WEATHER.search(segment) else "target"


def carried_status(text: str, last: Figure | None, first: int, at: int) -> str | None:
    """What the sentence at `first` takes over from that of the `last` statistic, for a number at `at`.

    Behind a semicolon a plan or a rule goes on; behind a full stop only where a word says so (其中).
    """
    if last is None or last.status == "actual" or last.end > first:
        return None
    between = text[last.end : first]
    if len(between) > _NEAR or _FULL_STOP.search(between, 0, len(between) - 1):
        return None
    is_open = between.endswith(("；", ";"))
    return last.status if is_open or (between.endswith("。") and _GOES_ON.match(text, first, at)) else None


def is_former(segment: str, after: str) -> bool:
    """The value before a change (从520亿减少至…)."""
    return bool(_FROM.search(segment) and _CHANGED.match(after))


def _is_ruled(cues: StatusCues, end: int, segment: str, after: str, nearest: str | None, kind: str) -> bool:
    if "被" in segment and _SUFFERED.search(segment):
        return False
    if nearest == "rule" and cues.is_condition(end, segment):
        return True
    if kind == "count":
        is_set = _SET.search(segment) or (_DO.search(segment) and cues.obliges(end))
        return nearest == "rule" and bool(is_set)
    if kind not in _RULED:
        return False
    if cue_pattern("status", "rule").search(segment):
        return True
    if nearest == "actual" or kind not in ("money", "percent"):
        return False
    if kind == "percent":
        return cues.names_rule
    return _rule().search(segment + _CLAUSE_END.split(after, maxsplit=1)[0]) is not None


@cache
def _rule() -> re.Pattern[str]:
    """What names a rule; 不得不 is what one cannot help."""
    return compiled(rf"{join_words(cue_words('rule', 'words'))}(?!(?<=不得)不)")


@cache
def _cues() -> re.Pattern[str]:
    groups = cue_groups("status")
    nouns = set(cue_words("noun", "words"))
    plain = branches([word for word in groups if word not in nouns])
    doing = "|".join(map(re.escape, cue_words("noun", "doing")))
    verbs = "|".join(map(re.escape, cue_words("future", "verbs")))
    meant = "|".join(rf"{noun}(?<![”》」]{noun})(?={doing})" for noun in sorted(nouns))
    return compiled(  # each branch begins with a character: a search skips to it (55 → 32 µs a page)
        rf"{meant}|目标(?<![”》」]目标)(?![区的，,、。；”])|{plain}"
        rf"|需求量?预?将(?![来由在于对从])|缺口预?将|市场规模预?将|保有量预?将"
        rf"|将(?={verbs})|到(?<![年月\d升降涨跌增长提高加]到)20\d\d年(?!的)"
    )
