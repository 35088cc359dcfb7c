"""The name of the site that a page belongs to."""

from __future__ import annotations

import re
from collections.abc import Callable

from transform.maintext.blocks import Document

_NAME = r"[一-鿿A-Za-z0-9·—]{2,20}?"
_ENDS = r"(?:网|報|报|在线|频道|新闻|门户|论坛|博客|社|台|政府|日报|晚报|传媒|客户端|信息港|热线|星网)"
_WELCOME = re.compile(rf"欢迎(?:您)?(?:来到|访问|光临|浏览)\s*({_NAME}{_ENDS}?)\s*(?:[!！。,，\s]|$)")
_RIGHTS = re.compile(
    rf"^\W*(?:copyright\s*©?\s*|©\s*|版权所有[:：\s]*)?(?:(?:19|20)\d\d[-–—\d\s]*)?({_NAME}{_ENDS})\s*"
    r"(?:[a-z0-9.-]+\.(?:cn|com|net|org)\s*)?(?:(?:19|20)\d\d[-–—\s\d]*)?(?:版权所有|copyright|©|all rights)",
    re.I,
)
_RIGHTS_AFTER = re.compile(
    rf"(?:版权所有|copyright|©)\s*[:：©]?\s*(?:(?:19|20)\d\d[-–—\d\s]*)?({_NAME}{_ENDS})", re.I
)
_SAYS = re.compile(r"版[权權]|copyright|©|[欢歡]迎", re.I)
_TAIL = re.compile(rf"[-_|—–｜]\s*({_NAME}{_ENDS})\s*$")


def find_site(document: Document, restore: Callable[[str], str]) -> tuple[str, str] | None:
    """The site's name and where it stood."""
    named = document.head.metas.get("og:site_name")
    if named and 2 <= len(named) <= 30:
        return restore(named), "og:site_name"
    for block in document.blocks:
        text = block.text
        if len(text) < 200 and _may_name(text) and _SAYS.search(text):
            text = restore(text)
            for pattern, where in (
                (_RIGHTS, "its copyright line"),
                (_RIGHTS_AFTER, "its copyright line"),
                (_WELCOME, "its welcome"),
            ):
                match = pattern.search(text)
                if match:
                    return match.group(1), where
    match = _TAIL.search(document.head.title or "")
    return (restore(match.group(1)), "<title>") if match else None


def _may_name(text: str) -> bool:
    """Whether a text has what one of the patterns needs: told without them, most blocks are passed over."""
    return "版" in text or "迎" in text or "©" in text or "copyright" in text.lower()
