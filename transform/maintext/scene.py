"""A page as a whole: which box is the article's home, where the headline stands, where sentences are."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from transform.maintext.blocks import Box, Document
from transform.maintext.elements import LEAVES
from transform.maintext.letters import letters as letters
from transform.maintext.letters import pairs_of
from transform.maintext.posts import MAY_BE_MOMENT, MOMENT, find_next_article, find_next_post
from transform.patterns import compiled

_SENTENCE = compiled(r"[。！？!?；;](?=[^0-9a-zA-Z])|[。！？!?；…]$|[。！？][”」』’\"')）]")
_NO_TITLE = compiled(
    r"copyright|©|all rights reserved|(?:版[权權]所有|ICP[备備证證])|^\W*(?:https?:|www\.)"
    r"|^\W*(?:显示|顯示|正文|内容|內容|文章|文章(?:内容|详情|正文)|新闻|新聞|新闻(?:内容|详情|正文)|详情|详细(?:内容|信息|页面)?"
    r"|無標題|无标题(?:文档|页)?|标题|標題|首[页頁]|主[页頁]|导航|導航|公告|登[录錄入]|注册|搜索|浏览|查看|打印|预览|阅读"
    r"|untitled(?: document)?|index|home|default|new page \d*|title"
    r"|document|null|undefined|article|news|detail)\W*$",
    re.I,
)
MARKED = frozenset(["h1", "h2", "h3"])
KINDS = ("link", "short", "some", "strong", "head")
"""What a block is to its neighbours: mostly links, a few words, perhaps prose, surely prose, the headline."""
STRONG = 40.0
"""A block with this mass is surely prose."""


class Column(Struct, frozen=True):
    """A box that holds paragraphs: its text, how much is linked, its blocks, its prose, its dated lines."""

    size: int
    linked: int
    count: int
    mass: float
    moments: int


class Scene(Struct, frozen=True):
    """What is known of the page as a whole."""

    masses: list[float]
    """For each block how much prose it is."""
    columns: list[int]
    """For each block the box that it is a paragraph of."""
    stats: dict[int, Column]
    home: int
    """The box that holds most of the sentences as its own paragraphs."""
    ups: list[int]
    """Steps from the home box up to the box that also holds the block; 0 inside."""
    headline: int | None
    end: int
    """Where another article begins, or the page ends."""
    kinds: list[int]
    """For each block what it is to its neighbours, one of `KINDS`."""
    pairs: frozenset[str]
    """Pairs of neighbouring characters of the headline."""
    shares: dict[int, float]
    """For blocks that may be prose which share of those pairs they have, as far as it was counted."""
    total: float


def titles_of(document: Document) -> list[str]:
    """What the page calls itself, the most telling first."""
    head = document.head
    named = (*head.headlines[:3], head.metas.get("og:title"), head.title)
    return [title for title in named if title]


def may_be_title(text: str) -> bool:
    """Whether a text can be a headline at all: no copyright line, no word of the page's controls, no number.

    >>> [may_be_title(text) for text in ("夜雨", "显示", "1", "Copyright © 2011 江城网", "")]
    [True, False, False, False, False]
    """
    return sum(map(str.isalpha, text)) > 1 and _NO_TITLE.search(text) is None


def survey(document: Document) -> Scene:
    """Look at the page as a whole."""
    blocks, boxes = document.blocks, document.boxes
    titles = titles_of(document)
    headline = find_headline(document)
    title = blocks[headline].text if headline is not None else titles[0] if titles else ""
    pairs = frozenset(pairs_of(letters(title)))
    end = find_next_article(document, headline, pairs) if headline is not None else find_next_post(document)
    kinds = [1] * len(blocks)
    masses = [0.0] * len(blocks)
    columns: list[int] = []
    shares: dict[int, float] = {}
    sums: dict[int, list[int]] = {}
    prose: dict[int, float] = {}
    scores: dict[int, float] = {}
    column_of: dict[int, int] = {}
    moments: dict[int, int] = {}
    is_cased = any(pair.upper() != pair for pair in pairs)  # few headlines have letters of two cases
    begin, lead = len(blocks) if headline is None else headline, -1
    for index, block in enumerate(blocks):
        text, own, linked = block.text, block.box, block.linked
        size = len(text)
        column = column_of.get(own, -1)
        if column < 0:
            column = own
            while boxes[column].tag in LEAVES and boxes[column].parent >= 0:
                column = boxes[column].parent
            column_of[own] = column
            sums.setdefault(column, [0, 0, 0])
        columns.append(column)
        stat = sums[column]
        stat[0] += size
        stat[1] += linked
        stat[2] += 1
        if linked * 2 >= size:  # most blocks of a page are links
            if linked * 2 > size:
                kinds[index] = 0
            continue
        if size < 80 and MAY_BE_MOMENT.search(text) and MOMENT.search(text):
            moments[column] = moments.get(column, 0) + 1
        if size < 8 or linked * 3 >= size or block.hidden:
            continue
        if size > 60 or (size >= 15 and _SENTENCE.search(text)):
            mass = float(min(size - linked, 400))
        else:
            mass = (size - linked) * 0.3
        is_strong = mass >= STRONG
        masses[index] = mass
        if size >= 15:
            kinds[index] = 3 if is_strong else 2
        prose[column] = prose.get(column, 0.0) + mass
        if is_strong and headline is None:
            begin = min(begin, index)
        share = mass * (0.4 if index < begin else 1.0 / (1.0 + max(0, index - begin - 8) / 40))
        share *= 0.05 if index >= end else 1.0
        if pairs and 12 < size < 1000:
            said = text.lower() if is_cased else text
            shares[index] = shared = sum(map(said.__contains__, pairs)) / len(pairs)
            share *= 1.0 + min(1.0, 2.0 * shared)
        if is_strong and lead < 0 and headline is not None and index > headline:
            lead = column
        if column == lead:
            share *= 1.5
        at = column
        while at >= 0 and share > 1:
            scores[at] = scores.get(at, 0.0) + share
            at, share = boxes[at].parent, share * 0.6
    for column, count in moments.items():
        if count > 3 and column in scores:  # a list of comments or stories, each with its date
            scores[column] /= 1.0 + 0.3 * count
    home = max(scores, key=lambda box: scores[box]) if scores else 0
    stats = {
        column: Column(size, linked, count, prose.get(column, 0.0), moments.get(column, 0))
        for column, (size, linked, count) in sums.items()
    }
    if headline is not None:
        kinds[headline] = 4
    ups = _ups(boxes, home, len(blocks))
    total = sum(masses) or 1.0
    return Scene(masses, columns, stats, home, ups, headline, end, kinds, pairs, shares, total)


def _ups(boxes: tuple[Box, ...], home: int, count: int) -> list[int]:
    chain = [home]
    while boxes[chain[-1]].parent >= 0:
        chain.append(boxes[chain[-1]].parent)
    ups: list[int] = []
    for steps in range(len(chain), 0, -1):  # what stands before the box one step down, from the outside in
        ups += [steps] * (boxes[chain[steps - 1]].first - len(ups))
    for steps, at in enumerate(chain):
        ups += [steps] * (boxes[at].end - len(ups))
    ups += [len(chain)] * (count - len(ups))
    return ups


@lru_cache(maxsize=1)  # the choice of blocks asks for it, and the title
def find_headline(document: Document) -> int | None:
    """The block that bears the headline: what the page's titles and its own marks say."""
    titles = titles_of(document)
    title = letters(" ".join(titles))
    whole = letters(titles[-1]) if titles else ""
    metas = document.head.metas
    named = letters(f"{document.head.title or ''} {metas.get('og:title') or ''}")
    best, found = 0.0, None
    boxes = document.boxes
    for index, block in enumerate(document.blocks):
        text, tag = block.text, boxes[block.box].tag
        is_marked = tag == "h1" or tag == "h2"
        if not is_marked and (start := text[:2]).isalnum() and start.lower() not in title:
            continue  # nine blocks of ten go here, before anything is read
        size = len(text)
        if size > 120 or size < 2:
            continue
        if size < 4 and tag != "h1":
            continue
        if block.linked * 2 > size and tag not in MARKED:
            continue
        own = letters(text)
        inside = own in title and (len(own) > 3 or whole.startswith(own)) and bool(own)
        if (not inside and not is_marked) or not may_be_title(text):
            continue
        score = {"h1": 1.2, "h2": 0.6, "h3": 0.3}.get(tag, 0.0)
        if inside:  # what no title names may be the headline of another article
            score += min(len(own), 30) / 15 + 0.3 if own in named else min(len(own), 30) / 40
        if inside and len(own) < len(whole):
            score += 0.5 * whole.startswith(own) - 0.9 * (whole.endswith(own) and len(own) < 0.4 * len(whole))
        score -= 0.8 * (block.linked * 2 > size) + 0.003 * index
        if score > best and score > 0.5:
            best, found = score, index
    return found
