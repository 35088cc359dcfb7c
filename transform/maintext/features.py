"""What a block looks like, as named numbers: the evidence that `choose` weighs."""

from __future__ import annotations

import re
from bisect import bisect_right

from transform.maintext.blocks import Document
from transform.maintext.elements import LEAVES
from transform.maintext.furniture_words import classes_of
from transform.maintext.scene import STRONG, Scene

Features = dict[str, float]

SIZES = (3, 6, 11, 21, 41, 81, 161)
_TAGS = LEAVES | {"br", "div", "td", "article", "line", "body"}
_COMMA = re.compile(r"[，、,](?!\d)")
_ENDS = re.compile(r"[。！？!?…][”」』’\"')）】\]]*$")
_BULLET = re.compile(r"^[·•・■◆●○▪▶►\-–—*※★☆›»>]")
_DATED = re.compile(
    r"[(（\[]?\d{2,4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?[)）\]]?$"
)
_BAD = re.compile(
    r"nav|foot|comment|relat|share|copyright|recommend|sidebar|menu|(?<![a-z])hot|rank|(?<![a-z])ad(?![a-z])|banner"
    r"|login|search|link|list|crumb|tag|tool|pinglun|xg|tuijian|aside|right",
    re.I,
)


def scale_of(size: int) -> str:
    """Short, middling or long."""
    return "s" if size < 25 else "m" if size < 70 else "l"


def look(document: Document, scene: Scene, index: int) -> Features:
    """The evidence of a block's shape and place: cheap, for every block."""
    block, boxes = document.blocks[index], document.boxes
    text = block.text
    size = len(text)
    linked = block.linked / size
    length = bisect_right(SIZES, size)
    scale = scale_of(size)
    column, home = scene.columns[index], boxes[scene.home]
    stat = scene.stats[column]
    up = scene.ups[index]
    mass = scene.masses[index]
    tag = block.tag
    f: Features = {
        "bias": 1.0,
        f"size{length}": 1.0,
        f"link{bisect_right((0.01, 0.34, 0.8), linked)}": 1.0,
        "tag_" + (tag if tag in _TAGS else "other"): 1.0,
        f"up{min(up, 4)}": 1.0,
        f"column_mass{bisect_right((0.01, 0.1, 0.3, 0.6), stat.mass / scene.total)}": 1.0,
        "column_link": stat.linked / stat.size,
        f"column_count{bisect_right((2, 4, 10), stat.count)}": 1.0,
        "column_short": min(1.0, 10 * stat.count / stat.size),
        "place": index / len(document.blocks),
    }
    if block.hidden:
        f["hidden"] = 1.0
    if mass >= STRONG:
        f["mass"] = 1.0
    if block.bold * 2 > size:
        f["bold"] = 1.0
    if block.pictures:
        f["picture"] = 1.0
    if block.kind == "caption":
        f["caption"] = 1.0
    if boxes[block.box].tag in LEAVES:
        f["leaf"] = 1.0
    if up == 0:
        f["inhome_depth"] = min(boxes[column].depth - home.depth, 4) / 4
        f[f"inhome_size{length}"] = 1.0
    else:
        f["before_home" if index < home.first else "after_home"] = 1.0
        if stat.mass < 0.3 * scene.total and _BAD.search(boxes[column].marks):
            f["bad_marks"] = 1.0
    _stand(f, scene, index, scale, up, linked)
    return f


def _stand(f: Features, scene: Scene, index: int, scale: str, up: int, linked: float) -> None:
    """Where a block stands to the headline and to the surest paragraphs."""
    if scene.headline is None:
        f["no_headline"] = 1.0
    else:
        after = index - scene.headline
        f[f"head{bisect_right((-20, -3, 0, 1, 4, 12, 40, 100), after)}"] = 1.0
        if after > 0 and up > 0 and linked < 0.3:
            f["afterhead_out_" + scale] = 1.0


def read_words(document: Document, scene: Scene, index: int) -> Features:
    """The evidence of a block's words: dearer, for blocks that may be kept."""
    f: Features = {}
    block = document.blocks[index]
    text, size = block.text, len(block.text)
    linked = block.linked / size
    scale = scale_of(size)
    if linked < 0.8:
        for name in classes_of(text):
            f[f"{name}_{scale}"] = 1.0
        if _ENDS.search(text):
            f["ends_" + scale] = 1.0
        elif text[-1] in ":：︰":
            f["colon"] = 1.0
        if _COMMA.search(text):
            f["comma_" + scale] = 1.0
    if _BULLET.match(text):
        f["bullet"] = 1.0
    if size < 80 and _DATED.search(text):
        f["dated"] = 1.0
    if scene.pairs and size < 400:
        shared = sum(map(text.lower().__contains__, scene.pairs)) / len(scene.pairs)
        f[f"title{bisect_right((0.01, 0.15, 0.4, 0.8), shared)}" + ("l" if linked > 0.5 else "")] = 1.0
    return f
