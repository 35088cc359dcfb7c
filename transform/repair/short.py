"""Short texts of a page whose damage is known: lines around the article, names, titles.

Most of them are plain: nothing in them can be damage of any kind, which one search tells.
"""

import re
from functools import cache

from transform.decode.plausibility import find_common
from transform.patterns import compiled
from transform.repair.repair import Diagnosis, repair_line
from transform.repair.script import to_hans

_SIGNS = " !\"#$'()*+,-./0-9:;<=>?@A-Z\\[\\]^_`a-z{|}~\t\n　，。、；：？！“”‘’（）《》〈〉【】—…·"
"""Signs that no damage leaves: ASCII but for what escapes begin with, and ordinary punctuation."""


def restore(text: str, diagnosis: Diagnosis) -> str:
    """The text repaired and in simplified script.

    >>> restore("記者 江&amp;#x6c34;", Diagnosis()), restore("来源：江风报", Diagnosis())
    ('记者 江水', '来源：江风报')
    """
    if diagnosis.may_hold_for(text) or _suspect().search(text):
        text = repair_line(text, diagnosis)
    return to_hans(text)


@cache
def _suspect() -> re.Pattern[str]:
    return compiled(f"[^{_SIGNS}{find_common()}]")
