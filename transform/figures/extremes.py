"""Extremes: the highest and the lowest of what was measured before them (奖金最高5000元，最低500元)."""

from transform.patterns import compiled

_WORD = "最[高低多少大小]"
_ANY = compiled("最[高低多少大小长短快慢]|平均")
_IS = "[的者]?(?:为|是|达|仅)?"
IN_THE_SENTENCE = compiled(rf"[，、](?:其中，?)?(?:最[高低多少]|平均){_IS}")
"""Between a number and an extreme that follows it: both have one rate."""
NEXT = compiled(rf"(?:。?其中，|[、，]){_WORD}{_IS}")
"""The same, also in the next sentence."""
EXTREME = compiled(_WORD)


def other_extreme(subject: str | None, between: str) -> str | None:
    """The subject of an extreme: that of the number before, with its own word (奖金最高 → 奖金最低)."""
    said = _ANY.search(between)
    return _ANY.sub(said[0], subject, count=1) if subject is not None and said is not None else subject
