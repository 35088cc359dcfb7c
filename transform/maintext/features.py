"""What the blocks of a page look like, as named numbers: the evidence that `choose` weighs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from transform.maintext.blocks import Box, Document
from transform.maintext.elements import LEAVES
from transform.maintext.furniture_words import classes_of

Features = dict[str, float]
_SENTENCE = re.compile(r"[。！？!?；;](?=[^0-9a-zA-Z])|[。！？!?；…]$|[。！？][”」』’\"')）]")
_COMMA = re.compile(r"[，、,](?!\d)")
_ENDS = re.compile(r"[。！？!?…][”」』’\"')）】\]]*$")
_BULLET = re.compile(r"^[·•・■◆●○▪▶►\-–—*※★☆›»>]")
_DATED = re.compile(
    r"[(（\[]?\d{2,4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?[)）\]]?$"
)
_WORD = re.compile(r"[^\W_]+")
_GOOD = re.compile(r"article|content|text|body|detail|entry|post|story|news|editor|zoom|main|正文", re.I)
_BAD = re.compile(
    r"nav|foot|comment|relat|share|copyright|recommend|sidebar|menu|(?<![a-z])hot|rank|(?<![a-z])ad(?![a-z])|banner|login|search|link|list"
    r"|crumb|tag|tool|pinglun|xg|tuijian|aside|right",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known of the page as a whole."""

    sizes: list[int]
    masses: list[float]
    columns: list[int]
    """For each block the box that it is a paragraph of."""
    column_mass: dict[int, float]
    column_size: dict[int, list[int]]
    home: int
    """The box that holds most of the sentences as its own paragraphs."""
    ups: list[int]
    """Steps from the home box up to the box that also holds the block; 0 inside."""
    headline: int | None
    title_pairs: frozenset[str]
    total: float


def letters(text: str) -> str:
    """The text's letters and digits only."""
    return "".join(_WORD.findall(text)).lower()


def survey(document: Document, titles: list[str]) -> Scene:
    """Look at the page as a whole."""
    blocks, boxes = document.blocks, document.boxes
    headline = find_headline(document, titles)
    pairs = frozenset(_pairs(letters(titles[0]))) if titles else frozenset()
    sizes, masses, columns = [], [], []
    column_mass: dict[int, float] = {}
    column_size: dict[int, list[int]] = {}
    scores: dict[int, float] = {}
    for index, block in enumerate(blocks):
        size = len(block.text)
        plain = size - block.linked
        mass = 0.0
        if size >= 8 and block.linked * 3 < size and not block.hidden:
            if size > 60 or (size >= 15 and _SENTENCE.search(block.text)):
                mass = float(min(plain, 400))
            else:
                mass = plain * 0.3
        column = block.box
        while boxes[column].tag in LEAVES and boxes[column].parent >= 0:
            column = boxes[column].parent
        sizes.append(size)
        masses.append(mass)
        columns.append(column)
        stat = column_size.setdefault(column, [0, 0, 0])
        stat[0] += size
        stat[1] += block.linked
        stat[2] += 1
        if mass:
            column_mass[column] = column_mass.get(column, 0.0) + mass
            share, at = mass, column
            if headline is not None:
                share *= 0.4 if index < headline else 1.0 / (1.0 + max(0, index - headline - 8) / 40)
            if pairs and size < 1000:
                share *= 1.0 + min(1.0, 2.0 * len(pairs & _pairs(letters(block.text))) / len(pairs))
            while at >= 0 and share > 1:
                scores[at] = scores.get(at, 0.0) + share
                at, share = boxes[at].parent, share * 0.6
    home = max(scores, key=lambda box: scores[box]) if scores else 0
    return Scene(
        sizes, masses, columns, column_mass, column_size, home, _ups(boxes, home, len(blocks)), headline,
        pairs, sum(masses) or 1.0,
    )  # fmt: skip


def _pairs(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)}


def _ups(boxes: tuple[Box, ...], home: int, count: int) -> list[int]:
    chain = [home]
    while boxes[chain[-1]].parent >= 0:
        chain.append(boxes[chain[-1]].parent)
    ups = [len(chain)] * count
    for steps in range(len(chain) - 1, -1, -1):
        box = boxes[chain[steps]]
        ups[box.first : box.end] = [steps] * (box.end - box.first)
    return ups


def find_headline(document: Document, titles: list[str]) -> int | None:
    """The block that bears the headline: what the page's titles and its own marks say."""
    title = letters(" ".join(titles))
    whole = letters(titles[-1]) if titles else ""
    best, found = 0.0, None
    boxes = document.boxes
    for index, block in enumerate(document.blocks):
        size = len(block.text)
        if not 4 <= size <= 120:
            continue
        tag = boxes[block.box].tag
        own = letters(block.text)
        inside = len(own) > 3 and own in title
        if not inside and tag not in ("h1", "h2"):
            continue
        score = (min(len(own), 30) / 15 if inside else 0.0) + {"h1": 1.2, "h2": 0.6, "h3": 0.3}.get(tag, 0.0)
        if inside and len(own) < len(whole):
            score += 0.5 * whole.startswith(own) - 0.9 * (whole.endswith(own) and len(own) < 0.4 * len(whole))
        score -= 0.8 * (block.linked * 2 > size) + 0.003 * index
        if score > best and score > 0.5:
            best, found = score, index
    return found


def _bin(value: float, edges: tuple[float, ...]) -> int:
    for at, edge in enumerate(edges):
        if value < edge:
            return at
    return len(edges)


SIZES = (3, 6, 11, 21, 41, 81, 161)


def describe(document: Document, scene: Scene) -> list[Features]:
    """The evidence of every block, by itself and by its place on the page."""
    blocks, boxes = document.blocks, document.boxes
    out = []
    marks: dict[int, bool] = {}
    count = len(blocks)
    for index, block in enumerate(blocks):
        text, size = block.text, scene.sizes[index]
        linked = block.linked / size
        length = _bin(size, SIZES)
        f: Features = {"bias": 1.0, f"size{length}": 1.0, f"link{_bin(linked, (0.01, 0.34, 0.8))}": 1.0}
        box = boxes[block.box]
        column = scene.columns[index]
        f["tag_" + (block.tag if block.tag in _TAGS else "other")] = 1.0
        if block.hidden:
            f["hidden"] = 1.0
        if linked < 0.8:
            scale = "s" if size < 25 else "m" if size < 70 else "l"
            for name in classes_of(text):
                f[f"{name}_{scale}"] = 1.0
            if _ENDS.search(text):
                f["ends_" + scale] = 1.0
            elif text[-1] in ":：︰":
                f["colon"] = 1.0
            if _COMMA.search(text):
                f["comma_" + scale] = 1.0
            if scene.masses[index]:
                f["mass"] = 1.0
        if _BULLET.match(text):
            f["bullet"] = 1.0
        if size < 80 and _DATED.search(text):
            f["dated"] = 1.0
        if block.bold * 2 > size:
            f["bold"] = 1.0
        if block.pictures:
            f["picture"] = 1.0
        if scene.title_pairs and size < 400:
            shared = len(scene.title_pairs & _pairs(letters(text))) / len(scene.title_pairs)
            f[f"title{_bin(shared, (0.01, 0.15, 0.4, 0.8))}" + ("l" if linked > 0.5 else "")] = 1.0
        up = scene.ups[index]
        f[f"up{min(up, 4)}"] = 1.0
        if up == 0:
            f["home"] = 1.0
            f["inhome_depth"] = min(boxes[column].depth - boxes[scene.home].depth, 4) / 4
            f["inhome_size" + str(length)] = 1.0
        else:
            f["before_home" if index < boxes[scene.home].first else "after_home"] = 1.0
        if scene.headline is None:
            f["no_headline"] = 1.0
        else:
            after = index - scene.headline
            f[f"head{_bin(after, (-20, -3, 0, 1, 4, 12, 40, 100))}"] = 1.0
            if after > 0 and up > 0 and linked < 0.3:
                f["afterhead_out_" + ("l" if size > 40 else "s")] = 1.0
        stat = scene.column_size[column]
        f[f"column_mass{_bin(scene.column_mass.get(column, 0.0) / scene.total, (0.01, 0.1, 0.3, 0.6))}"] = 1.0
        f["column_link"] = stat[1] / stat[0]
        f[f"column_count{_bin(stat[2], (2, 4, 10))}"] = 1.0
        f["column_short"] = min(1.0, 10 / (stat[0] / stat[2]))
        f["place"] = index / count
        if up > 0 and scene.column_mass.get(column, 0.0) < 0.3 * scene.total:
            bad = marks.get(column)
            if bad is None:
                bad = marks[column] = bool(_BAD.search(boxes[column].marks))
            if bad:
                f["bad_marks"] = 1.0
        if box.tag in LEAVES:
            f["leaf"] = 1.0
        out.append(f)
    return out


_TAGS = LEAVES | {"br", "div", "td", "article", "line", "body"}
