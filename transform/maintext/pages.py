"""What kind of page it is: an article, or a list, an error, a challenge, a page without text."""

from __future__ import annotations

import re
from functools import cache

from extract.rejection import Reason, Rejection, Stage
from transform.maintext.blocks import Block, Document
from transform.patterns import compiled
from transform.vocabulary import read_words

SHORT = 250
"""A text of fewer characters may be all that an error page says."""
TELLS = 40
"""Characters of sentences that only an article has: no error and no login page says so much beside itself."""
LEAST = 12
"""Characters that an article has at least."""
LINKS = 5
"""A page with so many links of headline length and no text is a list."""
_ENDS = compiled(r"(?:[。！？!?…；;：:”\"』」）)】\].]|[摄攝绘繪]|供[图圖])\W*$")
_TELLING = compiled(r"[^。！？!?\n]{8,}[。！？!?][”」』’\"')）]*")
_TO_VISITORS = compiled(
    r"[您请請]|登[录錄陆入]|[验驗][证證]|返回|刷新|管理[员員]|浏览器|瀏覽器|cookie|javascript|[网網]址|[页頁]面",
    re.I,
)
_CUT = compiled(
    r"(?:\.{3}|…)\s*(?:[\[［【(（]?\s*(?:详细|詳細|全文|更多|阅读全文|查看全文)\s*[\]］】)）]?)$|(?:阅读|閱讀|查看|展开|點擊看)(?:剩余)?全文"
)
_FORWARDED = compiled(
    r"(?:转载自|轉載自|转自|轉自|摘自)\s*[:：]?\s*\S{2,}|原文(?:链接|地址|網址|连结|連結)\s*[:：]|本文(?:来源于网络|为转载)"
)
_READ_ON = compiled(
    r"^\W*(?:点击|點擊)?(?:展开|展開|登[录錄陆入](?:后|後)?|阅读剩余|閱讀剩餘|查看|继续|繼續|剩余|剩餘)\S{0,6}(?:全文|全部|剩余)\S{0,4}\W*$"
)
_ADVERTISEMENT = compiled(
    r"(?:^|[\s|｜丨·])\W*(?:广告|廣告|推广|推廣|商业推广|商業推廣|合作推广|赞助内容|贊助內容)\W*$"
)
_DATED = compiled(r"\W*(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?(?:\s*\d{1,2}:\d\d(?::\d\d)?)?\W*$")
_NUMBERED = compiled(r"\W*\d+\s*[/／]\s*\d+\W*$")
"""Which picture of how many."""
TEASERS = 3
"""So many texts that break off with a link to the whole, and little else, are a list."""
SELLING = 3
"""So many phrases of sellers make an advertisement of a short text."""


def _words(kind: str) -> list[str]:
    words = read_words("maintext_pages.toml")
    return list(words[kind])


@cache
def _error() -> re.Pattern[str]:
    return compiled("|".join(_words("error")), re.I)


@cache
def _selling() -> list[re.Pattern[str]]:
    return [compiled(pattern, re.I) for pattern in _words("selling")]


def reject(document: Document, kept: list[int], headline: int | None) -> Rejection | None:
    """Why a page is no article, or None where it is one."""
    size = sum(len(document.blocks[index].text) for index in kept)
    if size < SHORT:
        said = [document.head.title or ""] if not document.is_plain else []
        said += [document.blocks[headline].text] if headline is not None else []
        said += [document.blocks[index].text for index in kept]
        said += [block.text for block in document.blocks if block.kind == "heading"]
        error = next((match for text in said[:20] if (match := _error().search(text[:80]))), None)
        if error is not None and not _tells(document, kept):
            return _rejection(Reason.ERROR_PAGE, f"the page says “{error.group(0)}”")
    ours = [document.blocks[index] for index in kept]
    whole = sum(len(block.text) for block in ours if not _is_teaser(block))
    teasers = sum(map(_is_teaser, document.blocks)) if whole < min(size, SHORT) // 2 else 0
    if teasers >= TEASERS and size >= LEAST and whole < min(size, SHORT) // 2:
        return _rejection(Reason.LIST_PAGE, f"{teasers} texts that break off with a link to the whole")
    if size >= LEAST:
        return None
    links = sum(map(_is_entry, document.blocks))
    if links >= LINKS:
        return _rejection(Reason.LIST_PAGE, f"{links} headlines of other pages and no text of its own")
    return _rejection(Reason.NO_MAIN_TEXT, "no block of the page reads like an article")


def _is_teaser(block: Block) -> bool:
    return bool(block.linked) and _CUT.search(block.text) is not None


def _is_entry(block: Block) -> bool:
    """Whether a block is a link of headline length, or a shorter one with its date beside it."""
    if block.linked * 2 >= len(block.text) >= 8:
        return True
    title = _DATED.sub("", block.text) if block.linked >= 4 else ""
    return 0 < len(title) < len(block.text) and block.linked * 2 >= len(title)


def _tells(document: Document, kept: list[int]) -> bool:
    """Whether a run of sentences speaks neither to the visitor nor of the page."""
    text = "\n".join(document.blocks[index].text for index in kept)
    found = [sentence for sentence in _TELLING.findall(text) if not _speaks_to_visitors(sentence)]
    return len(found) > 1 and sum(map(len, found)) >= TELLS


def _speaks_to_visitors(sentence: str) -> bool:
    return bool(_TO_VISITORS.search(sentence) or _error().search(sentence))


def _rejection(reason: Reason, detail: str) -> Rejection:
    return Rejection(Stage.MAINTEXT, reason, detail)


def find_flags(document: Document, kept: list[int], headline: int | None) -> tuple[str, ...]:
    """What is to be known of an article as a whole: `truncated`, `gallery`, `forwarded`, `advertisement`."""
    blocks = [document.blocks[index] for index in kept]
    flags = []
    if _is_truncated(document, blocks[-1], kept[-1]):
        flags.append("truncated")
    first = kept[0]
    while first and _NUMBERED.match(document.blocks[first - 1].text):
        first -= 1
    pictures = sum(block.pictures for block in document.blocks[first : kept[-1] + 2])
    if pictures > 4 and sum(len(block.text) for block in blocks) < 80 * pictures:
        flags.append("gallery")
    around = document.blocks[max(0, kept[0] - 8) : kept[0]] + document.blocks[kept[-1] + 1 : kept[-1] + 6]
    if any(_FORWARDED.search(block.text) for block in [*around, blocks[-1]] if len(block.text) < 200):
        flags.append("forwarded")
    above = document.blocks[headline + 1 : kept[0]] if headline is not None else ()
    if any(_ADVERTISEMENT.search(block.text) for block in above) or _sells(blocks):
        flags.append("advertisement")
    return tuple(flags)


def _sells(blocks: list[Block]) -> bool:
    """Whether a short text speaks to buyers."""
    text = "\n".join(block.text for block in blocks)
    return len(text) < 1200 and sum(pattern.search(text) is not None for pattern in _selling()) >= SELLING


def _is_truncated(document: Document, last: Block, index: int) -> bool:
    """The text breaks off: it says so, or the page ends in the middle of a sentence."""
    behind = document.blocks[index + 1 : index + 2]
    if _CUT.search(last.text) or any(_READ_ON.match(block.text) for block in behind):
        return True
    ends_page = index == len(document.blocks) - 1 and not document.is_plain
    return ends_page and len(last.text) > 20 and not _ENDS.search(last.text)
