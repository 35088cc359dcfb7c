"""The name of the site that a page belongs to."""

from __future__ import annotations

import re
from collections.abc import Callable

from transform.maintext.blocks import Document
from transform.patterns import compiled

_NAME = r"[一-鿿A-Za-z0-9·—]{2,20}?"
_ENDS = (
    r"(?:(?:网|報|报|在线|频道|新闻|门户|论坛|博客|社|台|政府|日报|晚报|传媒|客户端|信息港|热线|星网)"
    r"(?:网|报社|社)?)"
)
_WELCOME = compiled(rf"欢迎(?:您)?(?:来到|访问|光临|浏览)\s*({_NAME}{_ENDS}?)\s*(?:[!！。,，\s]|$)")
_RIGHTS = compiled(
    rf"^\W*(?:copyright\s*©?\s*|©\s*|版权所有[:：\s]*)?(?:(?:19|20)\d\d[-–—\d\s]*)?({_NAME}{_ENDS})\s*"
    r"(?:[a-z0-9.-]+\.(?:cn|com|net|org)\s*)?(?:(?:19|20)\d\d[-–—\s\d]*)?(?:版权所有|copyright|©|all rights)",
    re.I,
)
_RIGHTS_AFTER = compiled(
    rf"(?:版权所有|copyright|©)\s*[:：©]?\s*(?:(?:19|20)\d\d[-–—\d\s]*)?({_NAME}{_ENDS})", re.I
)
_OF_A_FIRM = compiled(r"(?:(?!版权|所有)[一-鿿]){0,6}?(?:网络|科技|股份|有限|公司|技术|中心)")
_PHRASE = compiled(
    r"^(?:本网|本站|本报|本刊|非|凡|由|与|对|属|归|转载|未经|以上|欢迎|所有|任何)|网站由|属于|归"
)
_COLUMN = compiled(
    r"(?:滚动|商业|财经|电影|新闻|体育|娱乐|科技|社会|国内|国际|教育|汽车|健康|军事)(?:频道|新闻|社)"
)
_TAIL_BEFORE_COLUMN = compiled(rf"[-_|—–｜]\s*({_NAME}(?:网|報|报|台))\s*[-_|—–｜]\s*[一-鿿]{{2,5}}\s*$")
_LIKE_A_SITE = compiled(rf"(?:{_ENDS}|網|門戶)$")
_SAYS = compiled("版权|版權|©|欢迎|歡迎|Copy|copy|COPY")
"""What one of the patterns needs: most blocks are passed over. Literals are sought fast."""
LONGEST = 200
_TAIL = compiled(rf"[-_|—–｜]\s*({_NAME}{_ENDS})\s*(?:[-_|—–｜]\s*(?i:powered by) .*)?$")


def find_site(document: Document, restore: Callable[[str], str]) -> tuple[str, str] | None:
    """The site's name and where it stood."""
    named = document.head.metas.get("og:site_name")
    if named and 2 <= len(named) <= 30 and not _is_headline(named, document):
        return restore(named), "og:site_name"
    for block in document.blocks:
        text = block.text
        if len(text) < LONGEST and _SAYS.search(text):
            text = restore(text)
            for pattern, where in (
                (_RIGHTS, "its copyright line"),
                (_RIGHTS_AFTER, "its copyright line"),
                (_WELCOME, "its welcome"),
            ):
                match = pattern.search(text)
                if match and _is_site(match.group(1)) and not _OF_A_FIRM.match(text, match.end(1)):
                    return match.group(1), where
    match = _TAIL.search(document.head.title or "") or _TAIL_BEFORE_COLUMN.search(document.head.title or "")
    return (restore(match.group(1)), "<title>") if match and _is_site(restore(match.group(1))) else None


def _is_headline(named: str, document: Document) -> bool:
    """Whether og:site_name repeats the headline instead of naming the site."""
    return named == document.head.metas.get("og:title") and not _LIKE_A_SITE.search(named)


def _is_site(name: str) -> bool:
    """Whether a name is no phrase of the copyright line (本网站由…, 凡非本网…) and no column of any site."""
    return not _PHRASE.search(name) and not _COLUMN.fullmatch(name)
