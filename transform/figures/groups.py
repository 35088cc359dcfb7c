"""Groups: a total with its parts (12家(省级3家、市级9家)), one number for each of several (…各一个)."""

from decimal import Decimal

from msgspec.structs import replace

from transform.figures.extremes import EXTREME
from transform.figures.figure import Figure
from transform.figures.script import fold
from transform.patterns import compiled
from transform.places import find_places

_LISTED = compiled(r"[，。；：！？\n,;:（(]|在全[市省县区]|建设|设立|新建|建成|成立|拥有|获评|获批|命名|共有")
_ITEMS = compiled(r"、|和|以及|及|与|與")
_OPENS = compiled(r"[，,]?[(（]|[，,；;。](?:其中|包括|含)")
_MEAN = compiled("最高|最低|最大|最小|平均|人均|户均|单户|单笔|单个")
_NEAR = 6
_AMONG = ("其中", "包括")
"""One part is enough behind these; they may stand some clauses behind the total."""
_FARTHEST = 160
_OPENERS = frozenset("，,；;。(（")
_EACH_ENDS = frozenset("各有建设派配增评")
_EACH = compiled(r"各[有建设派配增评]?$")
_DIVISIONS = frozenset("省市县區区州盟旗镇鎮乡鄉村")
_LEADS = compiled(r"^(?:[国國]家[级級]的|的|其中|了)+")


def group_figures(figures: list[Figure], text: str, body: str) -> list[Figure]:
    """The figures with their groups; `text` is the body, folded."""
    spread: list[Figure] = []
    for figure in figures:
        each = None
        if figure.role == "statistic" and text[max(0, figure.start - 1)] in _EACH_ENDS:
            each = _EACH.search(text, max(0, figure.start - 2), figure.start)
        if each is None:
            spread.append(figure)
        else:
            spread += _each(figure, text, body, each.start())
    grouped = list(spread)
    for index, figure in enumerate(spread):
        if figure.role == "statistic" and (parts := _parts(spread, index, text)):
            name = f"g{figure.start}"
            grouped[index] = replace(figure, group_id=name, group_role="total")
            for part in parts:
                grouped[part] = _part(spread[part], figure, name, is_only=len(parts) == 1)
        elif figure.group_role == "bound" and index + 1 < len(spread) and _counts(spread, index, text):
            name = f"g{figure.start}"
            grouped[index] = replace(figure, group_id=name)
            grouped[index + 1] = replace(spread[index + 1], group_id=name, group_role="member")
    return grouped


def _each(figure: Figure, text: str, body: str, at: int) -> list[Figure]:
    """One figure for each thing that is listed before 各, which stands at `at`."""
    begin = max(
        (match.end() for match in _LISTED.finditer(text, max(0, at - 80), at)), default=max(0, at - 20)
    )
    items = [_LEADS.sub("", item.strip()).removesuffix("等") for item in _ITEMS.split(body[begin:at])]
    items = [item for item in items if 2 <= len(item) <= 20]
    if len(items) < 2:
        return [figure]
    name = f"g{figure.start}"
    return [_placed(replace(figure, subject=item, group_id=name, group_role="member")) for item in items]


def _placed(figure: Figure) -> Figure:
    """Where a division is what is listed, the number is its own."""
    name = fold(figure.subject or "")
    found = find_places(name)
    if not found or found[-1].start or found[-1].end < len(name):
        return figure
    place = found[-1].place
    return replace(figure, place_code=place.code, place_name=place.full_name, place_how="stated")


def _parts(figures: list[Figure], index: int, text: str) -> list[int]:
    """The places of the figures that a bracket or 其中 behind a total, a statistic, lists in its unit."""
    total = figures[index]
    if total.value is None or total.unit is None or total.compare_kind:
        return []
    opens = _OPENS.match(text, total.end) if text[total.end : total.end + 1] in _OPENERS else None
    begin = opens.end() if opens else _among(figures, index, text)
    if begin is None or total.kind == "percent":
        return []
    is_bracket = opens is not None and "(" in opens[0]
    end = text.find(")" if is_bracket else "。", begin, begin + _FARTHEST)
    places: list[int] = []
    counted = Decimal(0)
    for place in range(index + 1, len(figures)):
        part = figures[place]
        if end < 0 or part.start >= end:
            break
        is_same = part.role == "statistic" and part.unit == total.unit and part.kind == total.kind
        if part.start < begin or not is_same or part.compare_kind or part.value is None:
            continue
        if EXTREME.search(text, max(begin, part.start - _NEAR), part.start):
            continue  # the lowest of several is no part of a sum
        if part.value <= total.value and part.per == total.per and not _MEAN.search(part.subject or ""):
            if counted + part.value > total.value and counted:
                places = [] if total.value_min is not None else places
                break
            counted += part.value
            places.append(place)
    is_told = text[begin - 2 : begin] in _AMONG
    return places if len(places) > 1 or (places and is_told and figures[places[0]].start - begin < 20) else []


def _among(figures: list[Figure], index: int, text: str) -> int | None:
    """Where 其中 ends that comes back to this total over what else is said of it (12亿元，增长3%，其中…)."""
    total = figures[index]
    mark = text.find("其中", total.end, total.end + _FARTHEST)
    if mark < 0 or text[mark - 1] not in "，；" or text.find("。", total.end, mark) >= 0:
        return None
    largest = Decimal(0)
    for between in figures[index + 1 :]:
        if between.start > mark:
            is_part = between.unit == total.unit and largest < (between.value or 0) <= (total.value or 0)
            return mark + 2 if is_part else None
        if between.role == "statistic" and between.unit == total.unit and not between.compare_kind:
            is_again = between.qualifier != "exact" and (between.value or Decimal(0)) * 2 > (total.value or 0)
            largest = largest if is_again else max(largest, between.value or total.value or largest)
    return None


def _part(part: Figure, total: Figure, name: str, is_only: bool) -> Figure:
    """A part, named by its total where its own name is too short to stand alone."""
    subject = part.subject
    if (
        subject
        and total.subject
        and total.subject not in subject
        and (len(subject) <= (3 if is_only else 6) or (len(subject) <= 11 and subject[-1] in _DIVISIONS))
    ):
        subject = f"{total.subject[: 18 - len(subject)]}({subject})"
    return replace(part, group_id=name, group_role="part", subject=subject)


def _counts(figures: list[Figure], index: int, text: str) -> bool:
    """The next figure says how many are in the class."""
    between = text[figures[index].end : figures[index + 1].start]
    return figures[index + 1].role == "statistic" and len(between) <= 6 and "，" not in between
