"""Status: whether a number is so, planned, aimed at, expected, or set by a rule."""

import re
from functools import cache

from transform.figures.cues import cue_groups, cue_pattern, cue_words, join_words

_MEASURES = frozenset(("money", "percent", "volume", "duration", "area", "mass", "age"))
_AIM_AFTER = re.compile(r"[^，。；]{0,2}的?(?:发展)?(?:目标|任务)(?!区间)")


def read_status(before: str, after: str, sentence: str, is_future: bool, kind: str) -> str:
    """The status of a number from its sentence; the nearest cue before it wins."""
    if _AIM_AFTER.match(after):
        return "target"
    nearest = None
    for match in _cues().finditer(before):
        nearest = cue_groups("status").get(match[0], "plan")
    if nearest in ("forecast", "target"):
        return nearest
    is_rule = nearest == "rule" or (nearest != "actual" and _is_rule(sentence))
    if is_rule and kind in _MEASURES:
        return "rule-limit"
    if nearest == "plan":
        return "plan"
    return "target" if is_future else "actual"


def _is_rule(sentence: str) -> bool:
    return cue_pattern("rule", "words").search(sentence) is not None


@cache
def _cues() -> re.Pattern[str]:
    words = [word for word, group in cue_groups("status").items() if group != "target"]
    aims = join_words(list(cue_words("status", "target")))
    verbs = "|".join(map(re.escape, cue_words("future", "verbs")))
    return re.compile(rf"{aims}(?!区间)|{join_words(words)}|将(?={verbs})")
