"""What a block looks like: the evidence that `choose` weighs.

Each piece of evidence is a mark out of a table: its weight where blocks are chosen, its name where weights
are learned. So a block's score is a sum over a list, and no name is made or looked up for it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from operator import mul
from typing import Generic, TypeVar

from transform.maintext.blocks import Document
from transform.maintext.elements import LEAVES
from transform.maintext.furniture_words import classes, classes_of
from transform.maintext.scene import KINDS, STRONG, Scene
from transform.maintext.weights import weights
from transform.patterns import compiled

Mark = TypeVar("Mark")

SIZES = (3, 6, 11, 21, 41, 81, 161)
_TAGS = LEAVES | {"br", "div", "td", "article", "line", "body"}
_COMMA = compiled(r"[，、,](?!\d)")
_STOPS = frozenset("。！？!?…")
_CLOSERS = "”」』’\"')）】]"
_BULLET = compiled(r"^[·•・■◆●○▪▶►\-–—*※★☆›»>]")
_DATED = compiled(r"[(（\[]?\d{2,4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?[)）\]]?$")
_MAY_BE_DATED = compiled(r"\d\d[-/年.]\d")
_BAD = compiled(
    r"nav|foot|comment|relat|share|copyright|recommend|sidebar|menu|(?<![a-z])hot|rank|(?<![a-z])ad(?![a-z])|banner"
    r"|login|search|link|list|crumb|tag|tool|pinglun|xg|tuijian|aside|right",
    re.I,
)


_SCALES = "sml"
APART = len(KINDS)
"""A neighbour in another column is another kind of neighbour."""


def scale_of(size: int) -> int:
    """Short, middling or long."""
    return 0 if size < 25 else 1 if size < 70 else 2


MEASURES = ("column_link", "column_short", "place", "inhome_depth")
"""Evidence that is more or less: how much of the column is links, and so on."""
Measures = tuple[float, float, float, float]


class Table(Generic[Mark]):
    """A mark for each piece of evidence, made of its name."""

    def __init__(self, mark: Callable[[str], Mark]) -> None:
        def row(name: str, count: int) -> tuple[Mark, ...]:
            return tuple(mark(f"{name}{number}") for number in range(count))

        def scaled(name: str) -> tuple[Mark, ...]:
            return tuple(mark(f"{name}_{scale}") for scale in _SCALES)

        def neighbours(scale: str, side: str) -> tuple[Mark, ...]:
            kinds = [f"{scale}_{side}_{kind}" for kind in KINDS]
            return tuple(map(mark, [*kinds, *(f"{kind}_apart" for kind in kinds), f"{scale}_{side}_none"]))

        self.bias, self.hidden, self.mass, self.bold = map(mark, ("bias", "hidden", "mass", "bold"))
        self.picture, self.caption, self.leaf = map(mark, ("picture", "caption", "leaf"))
        self.before_home, self.after_home = mark("before_home"), mark("after_home")
        self.bad_marks, self.no_headline = mark("bad_marks"), mark("no_headline")
        self.colon, self.bullet, self.dated = map(mark, ("colon", "bullet", "dated"))
        self.tags = {tag: mark("tag_" + tag) for tag in _TAGS}
        self.other_tag = mark("tag_other")
        self.size, self.link, self.up = row("size", 8), row("link", 4), row("up", 5)
        self.column_mass, self.column_count = row("column_mass", 5), row("column_count", 4)
        self.inhome_size, self.head = row("inhome_size", 8), row("head", 9)
        self.title = row("title", 5)
        self.linked_title = tuple(mark(f"title{number}l") for number in range(5))
        self.afterhead_out, self.ends, self.comma = scaled("afterhead_out"), scaled("ends"), scaled("comma")
        self.classes = {name: scaled(name) for name, _, _ in classes()}
        self.behind, self.ahead = (
            [neighbours(scale, side) for scale in _SCALES] for side in ("after", "before")
        )
        self.measures = tuple(map(mark, MEASURES))


@cache
def weight_table() -> Table[float]:
    """The table of weights; evidence that was never seen has none."""
    return Table[float](lambda name: weights().get(name, 0.0))


@cache
def name_table() -> Table[str]:
    """The table of names."""
    return Table[str](str)


def look(table: Table[Mark], document: Document, scene: Scene, index: int) -> tuple[list[Mark], Measures]:
    """The evidence of a block's shape and place: cheap, for every block."""
    block, boxes = document.blocks[index], document.boxes
    size = len(block.text)
    linked = block.linked / size
    length, scale = bisect_right(SIZES, size), scale_of(size)
    column = scene.columns[index]
    stat = scene.stats[column]
    up = scene.ups[index]
    marks = [
        table.bias,
        table.size[length],
        table.link[bisect_right((0.01, 0.34, 0.8), linked)],
        table.tags.get(block.tag, table.other_tag),
        table.up[min(up, 4)],
        table.column_mass[bisect_right((0.01, 0.1, 0.3, 0.6), stat.mass / scene.total)],
        table.column_count[bisect_right((2, 4, 10), stat.count)],
    ]
    if block.hidden:
        marks.append(table.hidden)
    if scene.masses[index] >= STRONG:
        marks.append(table.mass)
    if block.bold * 2 > size:
        marks.append(table.bold)
    if block.pictures:
        marks.append(table.picture)
    if block.kind == "caption":
        marks.append(table.caption)
    if boxes[block.box].tag in LEAVES:
        marks.append(table.leaf)
    depth = 0.0
    if up == 0:
        depth = min(boxes[column].depth - boxes[scene.home].depth, 4) / 4
        marks.append(table.inhome_size[length])
    else:
        marks.append(table.before_home if index < boxes[scene.home].first else table.after_home)
        if stat.mass < 0.3 * scene.total and _is_bad(boxes[column].marks):
            marks.append(table.bad_marks)
    if scene.headline is None:
        marks.append(table.no_headline)
    else:
        after = index - scene.headline
        marks.append(table.head[bisect_right((-20, -3, 0, 1, 4, 12, 40, 100), after)])
        if after > 0 and up > 0 and linked < 0.3:
            marks.append(table.afterhead_out[scale])
    columns = scene.columns
    before = scene.kinds[index - 1] + (APART if columns[index - 1] != column else 0) if index else -1
    marks.append(table.behind[scale][before])
    is_last = index + 1 == len(columns)
    after = -1 if is_last else scene.kinds[index + 1] + (APART if columns[index + 1] != column else 0)
    marks.append(table.ahead[scale][after])
    short = min(1.0, 10 * stat.count / stat.size)
    return marks, (stat.linked / stat.size, short, index / len(document.blocks), depth)


def read_words(
    table: Table[Mark], document: Document, scene: Scene, index: int
) -> tuple[list[Mark], list[str]]:
    """The evidence of a block's words, and their classes: dearer, for blocks that may be kept."""
    marks: list[Mark] = []
    found: list[str] = []
    block = document.blocks[index]
    text, size = block.text, len(block.text)
    linked = block.linked / size
    scale = scale_of(size)
    if linked < 0.8:
        found = classes_of(text)
        if found:
            marks += [table.classes[name][scale] for name in found]
        bare = text.rstrip(_CLOSERS)
        if bare and bare[-1] in _STOPS:
            marks.append(table.ends[scale])
        elif text[-1] in ":：︰":
            marks.append(table.colon)
        if _COMMA.search(text):
            marks.append(table.comma[scale])
    if _BULLET.match(text):
        marks.append(table.bullet)
    if size < 80 and _MAY_BE_DATED.search(text) and _DATED.search(text):
        marks.append(table.dated)
    if scene.pairs and size < 400:
        shared = scene.shares.get(index, -1.0)
        if shared < 0:
            shared = sum(map(text.lower().__contains__, scene.pairs)) / len(scene.pairs)
        titles = table.linked_title if linked > 0.5 else table.title
        marks.append(titles[bisect_right((0.01, 0.15, 0.4, 0.8), shared)])
    return marks, found


def name_evidence(document: Document, scene: Scene, index: int) -> dict[str, float]:
    """All evidence of a block by name: what weights are learned from."""
    marks, measures = look(name_table(), document, scene, index)
    words, _ = read_words(name_table(), document, scene, index)
    return dict.fromkeys([*marks, *words], 1.0) | {
        name: value for name, value in zip(MEASURES, measures, strict=True) if value
    }


def weigh(table: Table[float], marks: Iterable[float], measures: Measures) -> float:
    """What the evidence says in all."""
    return float(sum(marks) + sum(map(mul, table.measures, measures)))


@lru_cache(maxsize=1024)  # a page's classes come again and again
def _is_bad(marks: str) -> bool:
    return _BAD.search(marks) is not None
