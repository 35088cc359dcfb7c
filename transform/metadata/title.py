"""The title of an article: its headline, not the name of the site nor of a column."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from operator import add

from transform.maintext.blocks import Document, MainText
from transform.maintext.plain import choose_lines
from transform.maintext.scene import find_headline, letters, may_be_title
from transform.metadata.ruled import ruled_title
from transform.metadata.stamps import has_stamp
from transform.patterns import compiled

_CUT = compiled(r"\s*[|｜_＿\-–—－»«>›~]+\s*|\s+[:：·•]+\s+|\s{2,}")
_SITE = compiled(
    r"(?:网|網|报|報|社|台|频道|頻道|新闻|新聞|中心|博客|论坛|論壇|首页|門戶|门户|在线|News|\.com|\.cn|\.tw|\.hk|\.net)$",
    re.I,
)

_NAME_OF_SITE = compiled(
    r"[一-鿿A-Za-z0-9]{1,8}\s?[一-鿿]{1,3}(?:网|網|网站|網站|在线|在線|论坛|論壇|社区|社區|频道|頻道|门户|首页|首頁)"
)


CRUMBS_IN = 12
"""The path of columns stands among the first blocks."""
ABOVE = 4
LONGEST = 60
SHARED = 0.5
SHARED_BY_LINK = 0.8
SHARED_OVER_DATE = 0.15
"""What a headline shares with its article: so much of its pairs of characters, more if it is a link, less if
day or source stand right below."""
PARAGRAPH = 30
NAME_OF_SITE = 6
"""An `<h1>` of so few characters is the site's name if it ends like one."""
_HAN = compiled(r"[一-鿿]")
_POWERED = compiled(r"[\s\-_|—–｜]*powered by .*", re.I | re.S)
_BEFORE_TITLE = compiled(r"^[\s:：·•*|｜_—–\-]+")
_ABOUT = compiled(
    r"来源|來源|作者|[记記]者|[编編][辑輯]|[责責][编編]|实习生|通[讯訊][员員]|点击|點擊|浏览|瀏覽|字[号號]|分享|发布|發佈"
)
"""A line that says who wrote and when."""
_PART = compiled(r"[。；：，．、]$|^\W*[一二三四五六七八九十\d]+[、．.]|^——")
"""A sentence, a section's number, a second line of a headline."""
_CRUMBS = compiled(r"首页|首頁|位置|>|＞|»")
_CRUMB = compiled(r"\s*[>＞»›]")
_LABELLED = compiled(r"^(?:主题|主題|标题|標題|题目|題目)\s*[:：]\s*")
_BLOG = compiled(r"\s+@\s+.*|\s*::.*", re.S)
_GREETING = compiled(
    r"^(?:谢谢|感谢|謝謝|感謝)?(?:您|你)?(?:访问|訪問|光临|光臨)|^(?:欢迎|歡迎)(?:您|你|来|光|访|來|訪)|^[\w.-]+\.(?:com|cn|net|org)$|^blog\s*(?:统计|統計|archive)",
    re.I,
)
"""What greets or names the site in the place of a title."""


def find_title(document: Document, restore: Callable[[str], str]) -> str | None:
    """The headline as the page shows it, or as it names itself, or None."""
    found = title_and_evidence(document)
    return restore(found[0]) if found else None


@lru_cache(maxsize=1)  # repair asks for the title before metadata does
def title_and_evidence(document: Document) -> tuple[str, str] | None:
    """The title as found, and where."""
    if (ruled := ruled_title(document)) is not None:
        return ruled
    head = document.head
    index = find_headline(document)
    own = letters(head.title or "") + " " + letters(head.metas.get("og:title") or "")
    if index is not None:
        text = document.blocks[index].text
        is_site = len(letters(text)) <= NAME_OF_SITE and _NAME_OF_SITE.fullmatch(text.strip()) is not None
        if (
            not is_site
            and not _GREETING.search(text)
            and (
                letters(text) in own
                or (document.blocks[index].tag == "h1" and not document.blocks[index].linked)
            )
        ):
            return _LABELLED.sub("", text), "the headline on the page"
    said = {
        "og:title": head.metas.get("og:title"),
        "JSON-LD": _item_headline(document),
        "<title>": head.title,
    }
    for where, name in said.items():
        title = cut_site(name, head.metas.get("og:site_name")) if name else ""
        if may_be_title(title) and not _names_site(title, document):
            return title, where
    if document.is_plain:
        plain = _plain_title(document)
        return plain if plain and may_be_title(plain[0]) else None
    return None


def title_above(
    document: Document, main: MainText, body: str, restore: Callable[[str], str]
) -> tuple[str, str] | None:
    """The line above an article whose page names no title: one whose words the article shares."""
    kept = main.indexes
    if not kept:
        return None
    blocks = document.blocks
    pairs: set[str] | None = None  # made for the first line that may stand there
    paragraph = next((at for at in kept if len(blocks[at].text) >= PARAGRAPH), kept[0])
    for index in (*range(kept[0] - 1, kept[0] - 1 - ABOVE, -1), *range(paragraph - 1, kept[0] - 1, -1)):
        if index < 0 or not _may_stand_above(document, index):
            continue
        if pairs is None:
            text = letters(body)
            pairs = set(map(add, text, text[1:]))
        line = letters(restore(blocks[index].text))
        shared = sum(pair in pairs for pair in map(add, line, line[1:])) / (len(line) - 1)
        is_over_date = index < paragraph - 1 and _is_about(blocks[index + 1].text)
        enough = SHARED_BY_LINK if blocks[index].linked else SHARED_OVER_DATE if is_over_date else SHARED
        if shared >= enough:
            return blocks[index].text, "a line above the article"
    return None


def _may_stand_above(document: Document, index: int) -> bool:
    """Whether a line can be a headline that no mark of the page shows."""
    block = document.blocks[index]
    if len(block.text) > LONGEST or block.hidden or _CRUMBS.search(block.text) or _PART.search(block.text):
        return False
    is_long = len(_HAN.findall(block.text)) >= 5
    if not is_long or _is_about(block.text):
        return False
    return may_be_title(block.text) and not _names_site(block.text, document)


def _is_about(text: str) -> bool:
    return _ABOUT.search(text) is not None or has_stamp(text)


def _names_site(title: str, document: Document) -> bool:
    """Whether a would-be title greets, or names the site: by its form, or first in a line of 网站 > 栏目."""
    if _NAME_OF_SITE.fullmatch(title) or _GREETING.search(title):
        return True
    return len(title) < 12 and any(
        block.text.startswith(title) and _CRUMB.match(block.text, len(title))
        for block in document.blocks[:CRUMBS_IN]
    )


def cut_site(title: str, site: str | None) -> str:
    """A page's title without the names of site and column at its end.

    >>> cut_site("江边小镇迎来早稻丰收_要闻_某某新闻网", None)
    '江边小镇迎来早稻丰收'
    """
    title = _BEFORE_TITLE.sub("", _LABELLED.sub("", _POWERED.sub("", title)))
    if len(letters(shorter := _BLOG.sub("", title))) > 4:
        title = shorter
    if site and title.endswith(site):
        title = title[: -len(site)].rstrip(" -_|—–｜")
    spans, at = [], 0
    for cut in _CUT.finditer(title):
        spans.append((at, cut.start()))
        at = cut.end()
    spans.append((at, len(title)))
    pieces = [(start, end) for start, end in spans if title[start:end].strip()]
    while len(pieces) > 1 and _is_column(title[slice(*pieces[-1])]):
        pieces.pop()
    while (
        len(pieces) > 1
        and _SITE.search(title[slice(*pieces[0])])
        and len(letters(title[slice(*pieces[0])])) < 9
    ):
        pieces.pop(0)
    return title[pieces[0][0] : pieces[-1][1]].strip() if pieces else title.strip()


def _is_column(piece: str) -> bool:
    """Whether a piece at the end of a title names the site or one of its columns."""
    return bool(_SITE.search(piece.strip())) or len(letters(piece)) <= 4


def _item_headline(document: Document) -> str | None:
    for item in document.head.items:
        if isinstance(item.get("headline"), str) and item["headline"].strip():
            return str(item["headline"]).strip()
    return None


def _plain_title(document: Document) -> tuple[str, str] | None:
    """The line above the article of a plain text."""
    headline = choose_lines(document)[1]
    return (document.blocks[headline].text, "the line above the article") if headline is not None else None
