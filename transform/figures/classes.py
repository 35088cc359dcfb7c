"""Numbers that name a class of things and do not measure it: limits, ages, of how many one is asked."""

from msgspec import Struct

from transform.figures.quantity import Quantity
from transform.figures.role_words import words_of_roles
from transform.figures.units import Unit, match_unit
from transform.patterns import compiled

_LIMITS = ("range", "at_most", "at_least", "approx_under")
_BOUND_AFTER = compiled(r"(?:元|岁|%|吨|人|亩|平方米)?(?:\(含\))?的(?:只?有|仅|共|占|达|為|为)|的僅|的仅")
_OF_EACH = compiled(
    r"[\d一二三四五六七八九十百余多几两][家个户名所座项](?:以[上下]|左右)?[月年]?(?:主营业务|销售|营业|应纳税)?"
    r"(?:总?额|收入|产值|总产值|产量|营收|利润|资产|资本|规模|投资额?|纳税额?|销量|产能)[达在为]?到?$"
)
"""Behind a number of firms: a limit that follows is of each of them (3家年产值超2亿元的企业)."""
_OF_CLASS = compiled(
    r"(?:及?以[上下])?(?:的|[一-鿿]{0,14}?(?:企业|集团|公司|基地|园区|门店|合作社|产业|农户|大户))"
)
_OF_THINGS = compiled("的[一-鿿]")
_OBLIGED = frozenset("须必应至")
_NEEDS = compiled(
    r"(?:须|必须|应当?|至少)(?:至少)?(?:[设配建][立置备设套]?|配建|安排|拥?有)(?:不少于|至少)?[\d一二两三四五六七八九十]"
)
_FROM_EACH = compiled(r"可以|能够|可(?=[定种产栽养收])|能(?=[定种产栽养收])|地?的?(?:[产收][值量益入])")
_AREAS = frozenset(("亩", "平方米", "公顷", "立方米"))


class Sides(Struct, frozen=True):
    """The folded text around a quantity: its clause before it, what follows, the whole sentence."""

    segment: str
    after: str
    sentence: str
    number: str
    unit_text: str


def is_bound(quantity: Quantity, sides: Sides) -> bool:
    """A limit that names a class (负债100万至500万元的有17家, 5亿元以上的项目32个)."""
    if quantity.unit is None or quantity.qualifier not in _LIMITS:
        return False
    if _OF_CLASS.match(sides.after) and _OF_EACH.search(sides.segment):
        return True
    if quantity.qualifier != "approx_under" and _BOUND_AFTER.match(sides.after):
        return True
    if _OF_THINGS.match(sides.after) and words_of_roles().many.search(sides.segment):
        return True
    if quantity.unit.kind == "duration" and words_of_roles().overdue.search(sides.segment):
        return True
    match = words_of_roles().classed.match(sides.after)
    if match is None:
        return False
    return match[0].endswith("成") or match_unit(sides.after, match.end()) is not None


def names_count(quantity: Quantity, name: str, sides: Sides) -> bool:
    """A count of the unit `name` that says of which things is told.

    三人以上工作场所; 3000人须设1家; 新河村5组.
    """
    if name == "人" and quantity.qualifier in _LIMITS and words_of_roles().gathered.match(sides.after):
        return True
    if name == "组":
        return sides.segment.endswith(words_of_roles().villages)
    if sides.after[:1] not in _OBLIGED or quantity.size <= 1 or quantity.qualifier != "exact":
        return False
    return _NEEDS.match(sides.after) is not None


def names_measure(quantity: Quantity, unit: Unit, sides: Sides) -> bool:
    """An age until which, or one piece of land from which something comes (3岁以前, 1亩可产)."""
    if quantity.qualifier != "exact":
        return False
    if unit.kind == "age":
        return sides.after.startswith(words_of_roles().until)
    is_one = unit.canonical in _AREAS and sides.number in ("1", "一")
    return is_one and _FROM_EACH.match(sides.after) is not None
