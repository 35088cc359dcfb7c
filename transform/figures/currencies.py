"""Names and signs of money before a number: 人民币93元, $50."""

from transform.patterns import compiled

_BEFORE = compiled(r"(新台币|台币|人民币|港币|美元|US\$|USD|HK\$|NT\$|RMB|CNY|\$|¥|€|£|欧元|日元)\s*$")
_UNITS = dict.fromkeys(("新台币", "台币", "NT$"), "新台币")
_UNITS |= dict.fromkeys(("人民币", "RMB", "CNY", "¥"), "元") | dict.fromkeys(("港币", "HK$"), "港元")
_UNITS |= dict.fromkeys(("美元", "US$", "USD", "$"), "美元")
_UNITS |= {"€": "欧元", "欧元": "欧元", "£": "英镑", "日元": "日元"}
_ENDS = frozenset("币元$¥€£DBY ")


def find_currency(text: str, start: int) -> tuple[str, int] | None:
    """The unit of money whose name or sign ends at `start`, and where that begins."""
    if text[start - 1 : start] not in _ENDS:
        return None
    match = _BEFORE.search(text, max(0, start - 4), start)
    return (_UNITS[match[1]], match.start()) if match else None
