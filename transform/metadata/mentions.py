"""What a place's name in running text says of where the article is at home: a dateline of Beijing little."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from transform.metadata.names import is_surname
from transform.patterns import compiled
from transform.places import Mention
from transform.vocabulary import read_words

CAPITAL = "110000"
OF_AN_ADDRESS = 0.25
"""Of a school or a firm, and of where somebody comes from, too."""
OF_A_VENUE = 0.5
_ADDRESS = compiled(r"[㐀-鿿]{1,12}?(?:路|街|道|巷|胡同)[甲乙]?\s*\d+\s*号")
_DATELINE = compiled(r"\s*(?:\d{4}年)?\d{1,2}月\d{1,2}日\s*(?:专?电|消息|讯)|\s*\d{1,2}日专?电")


def weight_of(mention: Mention, text: str, in_body: bool) -> float:
    """How much a mention counts: less for a school or a venue, nothing for a dateline, medium or person."""
    before, after = text[max(0, mention.start - 12) : mention.start], text[mention.end : mention.end + 12]
    if _around()["elsewhere"].match(after) or _around()["media"].match(after):
        return 0.0
    if _is_a_person(mention, text, after):
        return 0.0
    if _around()["schools"].match(after) or (not in_body and _around()["firms"].match(after)):
        return OF_AN_ADDRESS
    if in_body:
        if mention.place.level != "county" and _around()["wires"].search(before):
            return 0.0
        if mention.place.code == CAPITAL:
            if _DATELINE.match(after):
                return 0.0
            if before.endswith(tuple(_words()["venues"])):
                return OF_A_VENUE
        if _ADDRESS.match(text, mention.end) or before.endswith(tuple(_words()["origins"])):
            return OF_AN_ADDRESS
    return 1.0


def _is_a_person(mention: Mention, text: str, after: str) -> bool:
    """Whether 邱南昌指出 or 秘书长邱南昌 names a person: by the surname, and by who it is or what follows."""
    name = text[mention.start : mention.end]
    if len(name) != 2 or mention.start == 0 or mention.place.short != name:
        return False
    surname = text[mention.start - 1]
    if not is_surname(surname) or surname in _words()["particles"]:
        return False
    before = text[mention.start - 2 : mention.start - 1] if mention.start > 1 else ""
    return (bool(before) and before in _words()["titles"]) or after.startswith(tuple(_words()["speech"]))


@cache
def _around() -> dict[str, re.Pattern[str]]:
    words = _words()
    either = {name: "|".join(words[name]) for name in ("wires", "media", "elsewhere", "schools", "firms")}
    return {
        "wires": compiled(rf"(?:{either['wires']})[^。，,（(]{{0,8}}$"),
        "media": compiled(rf"[㐀-鿿]{{0,3}}?(?:{either['media']})"),
        "elsewhere": compiled(rf"(?:{either['elsewhere']})"),
        "firms": compiled(rf"[㐀-鿿]{{2,12}}?(?:{either['firms']})"),
        "schools": compiled(rf"[㐀-鿿]{{0,6}}?(?:{either['schools']})"),
    }


@cache
def _words() -> dict[str, Any]:
    return read_words("metadata_places.toml")
