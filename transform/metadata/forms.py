"""By-lines that have a form of their own: 记者某某/某地报道, 某报／某某, 某某 文/图, 由某某张贴."""

from __future__ import annotations

import re

from transform.metadata.byline import Byline, add, note, source_in
from transform.metadata.names import clean_name, is_person, name_before_place, split_names
from transform.patterns import compiled

_LEAD = compiled(
    r"^.{0,16}?(?:记者|实习生|通讯员)\s*[:：]?\s*([^。，；！？]{2,24}?)\s*"
    r"(?:(?:\s[一-鿿]{2,6})?(?:\d{1,2}月\d{1,2}日)?(?:报道|报导|发自|[/／╱]|\d{1,2}日?电|[一-鿿]{2,4}电)|[】)）])"
)
_FROM_PLACE = compiled(
    r"^[【（〔(\[［]?[一-鿿]{0,8}(?:特派)?记者\s*([一-鿿]{4,9}?)(?:专题|综合|连线|特稿)?(?:报道|报导|\d{1,2}日?专?电)"
)
_SHOT = compiled(r"[/／╱]\s*摄影?\W*$")
_BEHIND = compiled(
    r"^\W*([㐀-鿿·]{2,4}(?:[、\s]+[㐀-鿿·]{2,4}){0,3})\s*(?:文\s*[/／]\s*图|图\s*[/／]\s*文|[/／]\s*文(?:\s*图)?|撰文|摄影报道)\W*$"
)
_STATION = compiled(r"^\W*[㐀-鿿]{2,10}(?:电台|电视台|网|报|社)([㐀-鿿]{2,3})\s*(?:报道|报导)\W*$")
_SLASHED = compiled(
    r"^\W*(?:[一-鿿]{2,8}[/／╱])?\s*([一-鿿]{2,4}(?:[、 ][一-鿿]{2,4}){0,2})\s*[/／╱]\s*[一-鿿]{0,6}"
    r"(?:综合|即时|专题|特稿|连线|外电)?(?:报道|报导|[一二三四五六七八九十\d]+日电)\W*$"
)
_MEDIUM_SLASH = compiled(
    r"^\W*([一-鿿]{2,8}(?:报|社|新闻|网|台|传媒|周刊))[/／╱]\s*(?:记者)?([一-鿿]{2,4})(?:[/／╱].*)?\W*(?:\d{4}\D.*)?$"
)
_WHEN = (
    r"^\W*(?:19|20)\d\d\s*[-－/.年]\s*\d{1,2}\s*[-－/.月]\s*\d{1,2}\s*日?\s*(?:\d{1,2}:\d\d(?::\d\d)?)?\s+"
)
_BARE = compiled(
    _WHEN + r"([㐀-鿿·]{2,12}(?:\s[㐀-鿿]{2,4}){0,2})\s*(?:综合|特约)?(?:报道|报导|摄影报道)\W*$"
)
_BARE_SOURCE = compiled(
    _WHEN + r"([㐀-鿿A-Za-z0-9·]{2,14}(?:网|报|社|台|刊|频道|客户端|在线|公众号"
    r"|(?=\s+(?:记者|通讯员|作者|摄影|编辑|责编|责任编辑))))(?=\s|$)"
)
_PICTURES = compiled(r"摄影(?:报道)?\s*[:：/／]?\s*([㐀-鿿·]{2,12}(?:[、\s][㐀-鿿]{2,4}){0,2})\W*$")
_WHEN_BEGINS = compiled(r"\W*(?:19|20)\d\d")
_POSTED = compiled(
    r"本[贴帖文]由\s*(\S{2,16}?)\s*(?:于|在|发表)|由\s*(\S{2,16}?)\s*(?:张贴|发表于|发布于)"
    r"|^\W*(\S{2,16}?)\s+(?:发表于|发布于)\s*[:：]?\s*\d{4}|(?<!Powered )\bby\s+(\S{2,16})\b",
    re.I,
)
_BETWEEN = compiled(r"[\s、，]")
_MAY_BE_POSTED = compiled("[由于bB](?:(?<![bB])|[yY])")


def read_forms(text: str, byline: Byline) -> None:
    """Gather from lines that have a form of their own: 记者某某/某地报道, 某报／某某, 由某某张贴."""
    has_reporter = "记者" in text  # most lines have neither: it is asked before a pattern is tried
    has_slash = "/" in text or "／" in text or "╱" in text
    is_told = has_reporter or "实习生" in text or "通讯员" in text
    match = _LEAD.search(text) if is_told and not _SHOT.search(text) else None
    if match:
        names = split_names(match.group(1))
        if names and all(map(is_person, names)):
            add(byline, "authors", names, text)
    match = _FROM_PLACE.search(text) if has_reporter else None
    if match and (name := name_before_place(match.group(1))):
        add(byline, "authors", [name], text)
    if len(text) > 80:
        return
    for pattern, sign in ((_BEHIND, "文"), (_BEHIND, "摄影"), (_STATION, "报")):
        match = pattern.match(text) if sign in text else None
        if match and (names := split_names(match.group(1))) and all(map(is_person, names)):
            add(byline, "authors", names, text)
    match = _SLASHED.match(text) if has_slash else None
    if match and (names := split_names(match.group(1))) and all(map(is_person, names)):
        add(byline, "authors", names, text)
    has_day = _WHEN_BEGINS.match(text) is not None
    match = _BARE.match(text) if has_day else None
    if match and (names := split_names(match.group(1))) and all(map(is_person, names)):
        add(byline, "authors", names, text)
    match = _BARE_SOURCE.match(text) if has_day else None
    if match and byline.source is None and not is_person(match.group(1)):
        byline.source = source_in(match.group(1))
        note(byline, "source_name", byline.source, text)
        names = split_names(text[match.end() :])
        if names and len("".join(names)) == len(_BETWEEN.sub("", text[match.end() :])):
            add(byline, "authors", names, text)
    match = _PICTURES.search(text) if "摄影" in text else None
    if match and (names := split_names(match.group(1))) and all(map(is_person, names)):
        byline.photographers += [name for name in names if name not in byline.photographers]
    match = _MEDIUM_SLASH.match(text) if has_slash else None
    if match:
        if byline.source is None:
            byline.source = match.group(1)
            note(byline, "source_name", byline.source, text)
        if is_person(match.group(2)):
            add(byline, "authors", [match.group(2)], text)
    match = _POSTED.search(text) if not byline.authors and _MAY_BE_POSTED.search(text) else None
    if match and (name := clean_name(next(filter(None, match.groups())))):
        add(byline, "authors", [name], text)
