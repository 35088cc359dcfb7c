"""Roles: which numbers measure the world, which count parts of the text, which are names, which are times."""

from transform.figures.classes import Sides, is_bound, names_count, names_measure
from transform.figures.quantity import Quantity
from transform.figures.role_words import words_of_roles
from transform.figures.units import Unit
from transform.patterns import compiled

_ANGLE_BEFORE = compiled(r"[纬经](?:度|为|约)?$|\d['′\"″~～—-]+$")
_ANGLE_AFTER = compiled(r"\d|角|['′]")
_SPELLED_OUT = compiled(r"[^，。；：:]{0,8}[：:]\s?[“\"]?(?:一是|一、|其一|第一[，、是]|[1１][.、．])")
_OF_EACH = compiled("每$|(?<![目此以之日年月先生])前$")
_CALLED = ("关于", "名为", "名叫", "题为", "称为", "叫做")
_WITHIN = compiled(r"(?:的?范围)?(?:以?内|以?外|之外|之内)|范围")
_VILLAGERS = compiled("的?(?:村民|居民)|村")
_INDEX_AFTER = compiled(r"[，。；、,;)\s]|$|水平|附近|关口|一线|点位|左右")
_LISTED_AT = compiled(r"均?(?:[位排]?列|[位高]居|排名?在)[^，。；\d]{0,3}\d*[^，。；\d]{0,10}$")
_FINISHED = compiled(r"[获取夺][得取]|的?(?:成绩|身份|名次)?(?:完赛|完成比赛|冲线|撞线|收官|结束比赛|作收)")
_OLD = compiled(r"大(?=[的，。小婴宝]|了|$)")
_CLASS_AFTER = compiled(r"的?[一-鿿]")
_LASTING = compiled(r"寿命|可连续|仅有$|(?:领先|落后|推迟|延期)[^，。；]{0,14}$")
_LASTED = compiled("了[，。！？；”\\n]")
"""已经结婚12[年了]."""
_BUILDINGS = frozenset(("栋", "幢", "座", "单元"))
_ROOM = compiled(r"\d+[-—\d]*(?:[室号房，。；、,;）)\s]|$)")
"""5栋1-1 is an address."""
_ABOUT_HALF = ("大", "小", "多", "个", "上", "下", "前", "后")
_ONES = (1, 10)
"""A lone 一, or 一成."""
_ENDS = ("", "，", "。", "；", "、")
_ENDS_SAYING = (*_ENDS, ":", "：", "“", "！", "\n")
_QUOTES = frozenset('“「‘"')
_QUOTED_BEHIND = compiled(r"[^”」’\"，。；]{0,6}[”」’\"]")
_NO_NAME_AFTER = compiled(r"[，。；、,;)\s”’」』]|的|$")


def role_of(quantity: Quantity, sides: Sides, is_near_great: bool) -> str | None:
    """The role of a quantity; None when it is no figure at all."""
    unit = quantity.unit
    if quantity.form == "great":
        return "enumeration"
    if quantity.form in ("first", "rank"):
        return "label"
    if quantity.form == "ordinal":
        return _ordinal_role(quantity, sides)
    if quantity.form == "index":
        return "statistic" if _INDEX_AFTER.match(sides.after) and "." in sides.number else None
    if unit is None or _is_no_figure(quantity, unit, sides):
        return None
    if quantity.form == "plain" and unit.kind == "count":
        return _count_role(quantity, sides, is_near_great)
    if unit.kind == "duration":
        return _duration_role(quantity, sides)
    if quantity.qualifier == "vague":
        return "label" if unit.kind == "money" else "statistic"
    return "label" if _is_label(quantity, unit, sides) else "statistic"


def _is_no_figure(quantity: Quantity, unit: Unit, sides: Sides) -> bool:
    """An article (一家), an hour (8点), an angle, a figure of speech."""
    if sides.number == "半" and sides.segment.endswith(_ABOUT_HALF):
        return True
    is_lone = sides.number == "一" and quantity.qualifier == "exact" and quantity.value in _ONES
    if is_lone and not _may_be_one(quantity, sides):
        return True
    if quantity.form == "share" and sides.after.startswith("秒"):
        return True
    if sides.segment.endswith("数以") and sides.after.startswith("计"):
        return True
    if unit.canonical in _BUILDINGS and _ROOM.match(sides.after):
        return True
    if unit.canonical == "点":
        size = quantity.size
        return size <= 24 and size == int(size) and quantity.qualifier == "exact"
    if unit.canonical == "℃" and (_ANGLE_BEFORE.search(sides.segment) or _ANGLE_AFTER.match(sides.after)):
        return True
    return _is_figurative(quantity, sides)


def _is_label(quantity: Quantity, unit: Unit, sides: Sides) -> bool:
    """A measure that names a class: a race, a distance within which, an age from which on."""
    if sides.after.startswith("级") or _is_name(sides) or sides.segment.endswith("每"):
        return True
    if unit.kind == "length" and (
        words_of_roles().event.match(sides.after) or sides.segment.endswith(words_of_roles().event_before)
    ):
        return True
    if (
        unit.kind == "age"
        and quantity.qualifier not in ("exact", "approx", "approx_over")
        and _CLASS_AFTER.match(sides.after)
    ):
        return True
    if unit.kind == "age" and quantity.qualifier == "range" and sides.segment.endswith(("(", "（")):
        return True
    if unit.kind == "length" and _WITHIN.match(sides.after):
        return True
    return names_measure(quantity, unit, sides) or is_bound(quantity, sides)


def _is_figurative(quantity: Quantity, sides: Sides) -> bool:
    """Small numbers in characters before 度, 方 and 环 are no measures (三度洒泪, 双方, 北三环)."""
    if sides.number[0].isdigit() or quantity.size > 10 or quantity.unit is None:
        return False
    name = quantity.unit.canonical
    if name == "环":
        return sides.segment.endswith(("东", "南", "西", "北", "内", "外"))
    return name in ("立方米", "℃") and sides.unit_text in ("方", "度") and quantity.size <= 5


def _may_be_one(quantity: Quantity, sides: Sides) -> bool:
    """一 is mostly an article (一家企业); it counts behind some words and before some measures."""
    if quantity.form == "share":
        return sides.unit_text != "成" or sides.segment.endswith(words_of_roles().tenth_after)
    is_measure = quantity.unit is not None and quantity.unit.canonical in words_of_roles().one_units
    is_measure = is_measure or _is_hurt(quantity, sides)
    return is_measure or sides.segment.endswith(words_of_roles().one_after)


def _is_hurt(quantity: Quantity, sides: Sides) -> bool:
    """一人死亡 counts, as the two of 两人死亡 do."""
    is_person = quantity.unit is not None and quantity.unit.canonical == "人"
    is_any = sides.segment.endswith(("何", "每", "某"))
    return is_person and not is_any and words_of_roles().harmed.match(sides.after) is not None


def _ordinal_role(quantity: Quantity, sides: Sides) -> str | None:
    name, near = quantity.unit.canonical if quantity.unit else "", sides.segment[-8:]
    rank = (
        any(word in near for word in words_of_roles().rank)
        or sides.segment.endswith(words_of_roles().among)
        or sides.segment.endswith(words_of_roles().scored)
        or _LISTED_AT.search(sides.segment) is not None
    )
    if (name == "人" and sides.unit_text != "人") or quantity.unit is None:
        rank = rank or (
            not sides.after.startswith(("获", "取", "夺")) and _FINISHED.match(sides.after) is not None
        )
        if rank and (name or _NO_NAME_AFTER.match(sides.after) or _FINISHED.match(sides.after)):
            return "statistic"
        return "label" if name else None
    return "label" if name in words_of_roles().ordinal else None


def _count_role(quantity: Quantity, sides: Sides, is_near_great: bool) -> str | None:
    assert quantity.unit is not None
    name, after = quantity.unit.canonical, sides.after
    if (_OF_EACH.search(sides.segment) and quantity.size > 1) or is_bound(quantity, sides):
        return "label"
    if not sides.number[0].isdigit() and quantity.size <= 10 and quantity.qualifier == "exact":
        is_pronoun = (
            sides.unit_text in ("人", "个人") and not sides.segment and not words_of_roles().hurt.match(after)
        )
        is_pronoun = is_pronoun and not _is_hurt(quantity, sides)
        if is_pronoun or sides.segment.endswith(words_of_roles().demonstratives):
            return None
    is_one = sides.number == "一" and quantity.qualifier == "exact"
    if (
        is_one
        and (
            not sides.segment.endswith(words_of_roles().one_after)
            or sides.segment.endswith("最近")
            or after.startswith(_CALLED)
        )
        and not _is_hurt(quantity, sides)
    ):
        return None
    if sides.number == "一" and after[:1] in _ENDS_SAYING and words_of_roles().single.search(sides.segment):
        return None
    if (
        name in ("期", "届", "班", "组", "段")
        and not sides.number[0].isdigit()
        and not words_of_roles().held.search(sides.segment)
    ):
        return "label"
    if names_count(quantity, name, sides):
        return "label"
    if (
        name in words_of_roles().list_units
        and sides.segment.endswith(words_of_roles().parted)
        and after.startswith(words_of_roles().sections)
    ):
        return "enumeration"
    if _is_name(sides) or (name == "组" and _VILLAGERS.match(after)):
        return "label"
    is_small = quantity.size <= 30 and quantity.qualifier != "vague"
    is_told = name == "类" and sides.number[0].isdigit() and sides.segment and after[:1] in _ENDS
    if name in ("类", "方面") and is_small and not is_told:
        return "enumeration"
    if is_small and _SPELLED_OUT.match(after):
        return "enumeration"
    is_list = is_small or (name in ("项", "条") and quantity.size <= 100)
    if is_list and name in words_of_roles().list_units and words_of_roles().heads.match(after):
        return "enumeration"
    if name in ("部", "级") and after.startswith("分"):
        return "enumeration"
    if is_small and name in words_of_roles().list_units and after[:1] in ("“", "「", "‘", '"', " ", "—"):
        return "enumeration"
    if is_near_great and quantity.size <= 12 and name in words_of_roles().list_units:
        return "enumeration"
    if name == "种" and quantity.size < 8:
        return "enumeration"
    return "statistic"


def is_old(quantity: Quantity, sides: Sides) -> bool:
    """A duration that says how old somebody is (90天大, 两岁三个月)."""
    if quantity.unit is None or quantity.unit.kind != "duration":
        return False
    return sides.unit_text.startswith(("岁", "周岁")) or _OLD.match(sides.after) is not None


def _duration_role(quantity: Quantity, sides: Sides) -> str | None:
    after = sides.after
    if is_old(quantity, sides):
        return "statistic"
    if after.startswith(words_of_roles().programme) or words_of_roles().overdue.search(sides.segment):
        return "label"
    lead = sides.segment.rstrip("约近达为在超过到有共只仅了已")
    if lead.removesuffix("均").endswith(words_of_roles().durations) or lead.endswith("平均"):
        return "statistic"
    if _LASTING.search(sides.segment) or _LASTED.match(after):
        return "statistic"
    if "假" in after[:12] and words_of_roles().leave.match(after):
        return "statistic"
    if "假" in sides.segment[-12:] and words_of_roles().leave_before.search(sides.segment):
        return "statistic"
    return "time"


def _is_name(sides: Sides) -> bool:
    """Inside short quotation marks a number belongs to a name (“8365项目”)."""
    return sides.segment[-1:] in _QUOTES and _QUOTED_BEHIND.match(sides.after) is not None
