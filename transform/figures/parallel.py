"""Parallels: of several things and as many numbers behind 分别 each has its own thing, place or time."""

import re
from bisect import bisect_left
from itertools import pairwise
from operator import attrgetter

from msgspec.structs import replace

from transform.divisions import Place, place_of
from transform.figures.figure import Figure
from transform.figures.leads import phrase_before
from transform.figures.phrases import LONGEST, phrase_behind
from transform.figures.scene import Scene
from transform.patterns import compiled
from transform.places import find_places

_MARKS = ("分别", "依次", "分列")
_MARK = compiled("|".join(_MARKS))
_STOP = compiled(r"[，。；：:！？\n]")
_GAP = compiled(r"[、，和与及]|以及|、和")
_MOVES = compiled(r"(?:[、，和与及]|以及|、和)(?:增长|下降|上升|提高|降低|增加|减少|为|达|达到)了?")
_JOINT = compiled(r"、|以及|[和与及](?!平|谐|解|睦|田|静|县|时|其|格)")
_JOINTS = (_JOINT, compiled(r"、|以及|[和与](?!平|谐|解|睦|田|静|县|时|其|格)"), compiled("、"))
"""What parts a list: of 日用品及服务、居住 only the mark does, where there are two numbers."""
_GOES_ON = compiled(r"(?:[、和与及]|以及)\s?第?[\d一二三四五六七八九十]")  # to a number of another kind
_CLASSES = frozenset("级候待于次两二三四五六七八九十0123456789")
_NUMERALS = {2: "两二2", 3: "三3", 4: "四4", 5: "五5", 6: "六6", 7: "七7", 8: "八8", 9: "九9", 10: "十"}
_HEAD = r"(?:等)?[%s](?:[大个类种家项款座条](?:[一-鿿]{2})?|[市县区省州国地镇乡村校厂人者]{1,2}|产业)(?:的)?"
_NUMBERED = compiled(r"第?([一二三四五六七八九十])([一-鿿]{2})?")
_PEOPLE = compiled(r"(?<=..)(?:居民|人口|企业|人均|平均|整体|职工|学生|家庭|户籍)")
_SUFFIX = frozenset("市县区镇乡村校厂")
_INDICATOR = compiled(
    r"(?:产量|销量|收入|支出|价格|吞吐量|增加值|利润|总额|余额|面积|产值|投资|数量|人数|比重|(?:控制|合格|就业|失业|增长|覆盖|普及|利用|使用|死亡|发病|出生|完成|达标)率|[^效]率|比例|均价|用量|总量|成本|指数|增速|规模|进?出口|进口|销售|[水电气暖租]费|[水电气油房粮]价)$"
)
_GIVEN = frozenset(("给予", "发放", "奖励", "补贴", "补助", "资助", "支付", "投入"))
_SHORT = 2
_FARTHEST = 60
_LEAD = 18


def part_parallels(figures: list[Figure], scene: Scene) -> list[Figure]:
    """The figures, each behind 分别 with its own subject, place or period; they stand in order."""
    text = scene.layout.text
    if not any(mark in text for mark in _MARKS):
        return figures
    parted = list(figures)
    for mark in _MARK.finditer(text):
        run = _run(parted, text, mark.end())
        if len(run) > 1 and not _GOES_ON.match(text, parted[run[-1]].end):
            changed = _by_times(parted, run, scene, mark) or _by_items(parted, run, scene, mark)
            changed = changed or _by_figures(parted, run, scene, mark) or _alike(parted, run, mark[0])
            for place, figure in changed.items():
                parted[place] = figure
    return parted


def _run(figures: list[Figure], text: str, at: int) -> list[int]:
    """The places of the numbers of one unit that follow a mark one after another."""
    run: list[int] = []
    for place in range(bisect_left(figures, at, key=attrgetter("start")), len(figures)):
        figure = figures[place]
        if figure.kind in ("date", "period"):
            continue
        if not run:
            if figure.start - at > _LEAD or _STOP.search(text, at, figure.start):
                return []
        else:
            last = figures[run[-1]]
            gap = (last.end, figure.start)
            if figure.unit != last.unit or not (_GAP.fullmatch(text, *gap) or _MOVES.fullmatch(text, *gap)):
                break
        run.append(place)
    return run


def _by_times(
    figures: list[Figure], run: list[int], scene: Scene, mark: re.Match[str]
) -> dict[int, Figure] | None:
    """今年和去年分别评选30名、20名."""
    times = [t for t in scene.times_between(mark.start() - _FARTHEST, mark.start()) if t.span.first]
    times = times[-len(run) :]
    if len(times) < len(run) or not all(
        _GAP.fullmatch(scene.layout.text, one.end, two.start) for one, two in pairwise(times)
    ):
        return None
    if scene.layout.sentence(times[0].start) != scene.layout.sentence(mark.start()):
        return None
    return {
        place: replace(
            figures[place],
            period_start=time.span.first,
            period_end=time.span.last,
            period_text=scene.body[time.start : time.end],
            period_how=time.how,
        )
        for place, time in zip(run, times, strict=True)
    }


def _by_items(
    figures: list[Figure], run: list[int], scene: Scene, mark: re.Match[str]
) -> dict[int, Figure] | None:
    """甲、乙两县分别引进12人、15人."""
    text = scene.layout.text
    first, _ = scene.layout.sentence(mark.start())
    stops = [stop.end() for stop in _STOP.finditer(text, max(first, mark.start() - _FARTHEST), mark.start())]
    begin, last_end = stops[-1] if stops else first, mark.start()
    clause = ""
    if last_end - begin <= _SHORT and stops and text[begin - 1] == "，":
        clause = text[begin:last_end] if _INDICATOR.fullmatch(text, begin, last_end) else ""
        begin, last_end = stops[-2] if len(stops) > 1 else first, begin - 1
    end = phrase_before(text, last_end, begin)
    own = scene.body[begin : end[1] if end else last_end]
    listed = _apposed(own, len(run))
    if listed is not None:
        return _named(figures, run, scene, mark, listed[0], clause or listed[1])
    items = next(
        (found for joint in _JOINTS if len(found := joint.split(own)) == len(run)), _JOINT.split(own)
    )
    if len(items) < len(run) or (len(items) > len(run) and "、" not in text[begin:last_end]):
        return None
    if any(sign.isdigit() for sign in "".join(items[-len(run) + 1 :])):
        return None
    items = [item.strip() for item in items[-len(run) :]]
    items[0] = _trimmed(items[0])
    *heads, last = items
    numbered = [_NUMBERED.fullmatch(head) for head in heads]
    final = _NUMBERED.match(last)
    if final and final[2] and all(numbered):
        items = [f"第{match[1]}{final[2]}" for match in (*numbered, final) if match]
        return _named(figures, run, scene, mark, items, last[final.end() :])
    own, shared = _shared(heads, last, len(run))
    suffix, after = last[len(own) + 1 : len(own) + 2], last[len(own) + 2 : len(own) + 3]
    items = [*heads, own]
    if suffix in _SUFFIX and after not in _SUFFIX and not last.endswith(own + shared):
        items = [item if item.endswith(suffix) else item + suffix for item in items]
    if not all(_SHORT <= len(item) <= LONGEST for item in items):
        return None
    return _named(figures, run, scene, mark, items, shared)


def _apposed(words: str, size: int) -> tuple[list[str], str] | None:
    """As many things as numbers before 等, and what is measured of them (茶、笋等山货[出口])."""
    listed, among, rest = words.partition("等")
    items = next((found for joint in _JOINTS if len(found := joint.split(listed)) == size), None)
    if not among or items is None or rest[:1] in _CLASSES or any(sign.isdigit() for sign in listed):
        return None
    items = [_trimmed(items[0].strip()), *(item.strip() for item in items[1:])]
    measured = _INDICATOR.search(rest)
    if not all(_SHORT <= len(item) <= LONGEST for item in items) or not (measured or _JOINT.search(rest)):
        return None
    return items, measured[0] if measured else ""


def _trimmed(item: str) -> str:
    span = phrase_before(item, len(item), 0)
    return item[slice(*span)] if span else item


def _shared(heads: list[str], last: str, size: int) -> tuple[str, str]:
    """The last item and what follows it for all (仪征 and 增加值 in 仪征三地增加值)."""
    counted = re.search(_HEAD % _NUMERALS.get(size, "数"), last)
    if counted is not None and counted.start() > 0:
        return last[: counted.start()], last[counted.end() :]
    own, among, shared = last.partition("等")
    if among and len(own) >= _SHORT:
        return own, shared
    own, of, shared = last.partition("的")
    if of and own and not any("的" in head for head in heads):
        return own, shared
    found = find_places(last)
    if found and found[0].start == 0 and found[0].end < len(last) and find_places(heads[0]):
        return last[: found[0].end], last[found[0].end :]
    if all(len(head) == 1 for head in heads) and len(last) > _SHORT:
        shared = last[1:]
        heads[:] = [head + shared[:_SHORT] for head in heads]
        return last[: 1 + _SHORT], shared[_SHORT:]
    people = _PEOPLE.search(last)
    if people and not any(_PEOPLE.search(head) for head in heads):
        return last[: people.start()], last[people.start() :]
    size = len(heads[-1])
    if len(last) >= size + 2 and last[size - 1] == heads[-1][-1]:
        return last[:size], last[size:]
    tail = _INDICATOR.search(last)
    if tail and tail.start() >= _SHORT and not any(_INDICATOR.search(head) for head in heads):
        return last[: tail.start()], tail[0]
    return last, ""


def _named(
    figures: list[Figure], run: list[int], scene: Scene, mark: re.Match[str], items: list[str], shared: str
) -> dict[int, Figure]:
    text = scene.layout.text
    start, end = figures[run[0]].start, figures[run[-1]].end
    before = phrase_before(text, start, mark.end())
    is_counted = figures[run[0]].kind == "count" or before is None or text[slice(*before)] in _GIVEN
    behind = phrase_behind(text, end, scene.layout.sentence(end - 1)[1]) if is_counted else None
    lead = behind or before
    done = scene.body[slice(*lead)].strip('“”"') if lead else ""
    done = "" if done.startswith("每") else done
    named: dict[int, Figure] = {}
    for place, item in zip(run, items, strict=True):
        figure = figures[place]
        division = _division(item, scene)
        what = shared if shared and not behind else done
        subject = f"{item}{what}" if what and not (division and behind) else what or item
        figure = replace(figure, subject=subject if len(subject) <= LONGEST else what or item)
        if division is not None:
            figure = replace(
                figure, place_code=division.code, place_name=division.full_name, place_how="stated"
            )
        named[place] = figure
    return named


def _division(item: str, scene: Scene) -> Place | None:
    """The division that an item names, by itself or below the article's own place."""
    article = scene.atlas.article
    own = place_of(article.code) if article and article.code else None
    for above in ("", own.full_name) if own else ("",):
        found = find_places(above + item)
        if found and found[-1].start <= len(above) and found[-1].end == len(above) + len(item):
            return found[-1].place
    return None


def _alike(figures: list[Figure], run: list[int], mark: str) -> dict[int, Figure]:
    """两个项目分别投资2亿元、3亿元: each measures the same."""
    subject = "" if figures[run[0]].kind == "count" else (figures[run[0]].subject or "").replace(mark, "")
    if not subject:
        return {}
    return {place: replace(figures[place], subject=subject) for place in run}


def _by_figures(
    figures: list[Figure], run: list[int], scene: Scene, mark: re.Match[str]
) -> dict[int, Figure]:
    """出口9亿元，进口7亿元，分别增长3%、5%: as many numbers before, each with its own subject."""
    first, _ = scene.layout.sentence(mark.start())
    own = (f for f in figures[: run[0]] if f.start >= first and f.role == "statistic")
    before = [f for f in own if not f.compare_kind][-len(run) :]
    if len(before) < len(run) or len({f.subject for f in before}) < len(run):
        return {}
    return {
        place: replace(figures[place], subject=own.subject)
        for place, own in zip(run, before, strict=True)
        if own.subject
    }
