"""Who wrote, who edited, and where the text comes from: what the lines around an article say."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from transform.metadata.names import clean_name, is_person, split_names
from transform.metadata.stamps import find_stamps

_GROUP = re.compile(r"[(（【\[]([^()（）【】\[\]]{2,60})[)）】\]]")


@dataclass(slots=True)
class Byline:
    """What has been gathered so far; each with the text that said it."""

    authors: list[str] = field(default_factory=list)
    editors: list[str] = field(default_factory=list)
    photographers: list[str] = field(default_factory=list)
    source: str | None = None
    evidence: dict[str, str] = field(default_factory=dict)


@cache
def words() -> dict[str, Any]:
    """The words that bylines are read by."""
    return tomllib.loads((files("transform.vocab") / "metadata_words.toml").read_text(encoding="utf-8"))


@cache
def _labelled() -> re.Pattern[str]:
    """A label, a colon or white space, and what it says up to the next label."""
    kinds = {name: words()[name + "_labels"] for name in ("source", "author", "editor")}
    ends = [label for labels in kinds.values() for label in labels] + words()["other_labels"]
    stop = "|".join(re.escape(end) for end in sorted(set(ends), key=len, reverse=True))
    either = "|".join(
        f"(?P<{kind}>{'|'.join(re.escape(label) for label in sorted(labels, key=len, reverse=True))})"
        for kind, labels in kinds.items()
    )
    return re.compile(
        rf"(?:{either})\s*(?!简介|介绍|单位|信息)(?P<colon>[:：︰/／╱]?)\s*(?P<said>.*?)(?=[】\]|｜;；]|\s*(?:{stop})\s*[:：︰/／]?|\s*\d{{4}}[-年./]|$)"
    )


def read_line(text: str, byline: Byline, is_short: bool) -> None:
    """Gather what one line says: labels with a colon anywhere, others only in short lines and in brackets."""
    text = text.strip()
    for match in _labelled().finditer(text):
        said, colon = match.group("said").strip(' 　、，,：:（()）【】[]《》〈〉"“”'), match.group("colon")
        if not said:
            continue
        if match.group("source"):
            if colon and byline.source is None:
                byline.source = _source(match.group("said"))
                _note(byline, "source_name", byline.source, text)
                if byline.source and is_person(byline.source):
                    _add(byline, "authors", [byline.source], text)
                    byline.source = None
        elif match.group("author"):
            label = match.group("author")
            is_meta = is_short and next(find_stamps(text), None) is not None
            names = split_names(said, free=is_meta or (bool(colon) and label in ("作者", "文/", "撰文")))
            if names and (colon or is_meta or (is_short and all(map(is_person, names)))):
                _add(byline, "authors", names, text)
        elif colon or is_short:
            names = split_names(said, free=bool(colon))
            if names and (colon or all(map(is_person, names))):
                _add(byline, "editors", names, text)


def read_groups(text: str, byline: Byline, at_end: bool) -> None:
    """Gather what brackets in a paragraph say: （记者 某某）, （某某 文/图）, and at its end （某某）."""
    for match in _GROUP.finditer(text):
        inner = match.group(1).strip()
        supplied = re.fullmatch(r"(.{3,25}?)(?:供稿|供图供稿)", inner)
        if supplied and byline.source is None:
            byline.source = supplied.group(1).strip()
            _note(byline, "source_name", byline.source, inner)
        elif re.search(r"记者|通讯员|实习生|作者|撰文|编辑|责编|编审|监制|文[/／]|执笔", inner):
            read_line(inner, byline, True)
        elif at_end and match.end() >= len(text.rstrip()) - 1:
            names = split_names(
                re.sub(r"\s*(?:文|图|文图|摄|供稿|整理|报道)?\s*[/／]?\s*(?:文|图|摄)?$", "", inner)
            )
            if names and len(names) <= 4 and all(map(is_person, names)):
                _add(byline, "authors", names, inner)


_LEAD = re.compile(
    r"^.{0,16}?(?:记者|实习生|通讯员)\s*[:：]?\s*([^。，；！？]{2,24}?)\s*"
    r"(?:(?:\s[一-鿿]{2,6})?(?:报道|报导|发自|[/／╱]|\d{1,2}日?电|[一-鿿]{2,4}电)|[】)）])"
)
_SLASHED = re.compile(
    r"^\W*(?:[一-鿿]{2,8}[/／╱])?\s*([一-鿿]{2,4}(?:[、 ][一-鿿]{2,4}){0,2})\s*[/／╱]\s*[一-鿿]{0,6}"
    r"(?:综合|即时|专题|特稿|连线|外电)?(?:报道|报导|[一二三四五六七八九十\d]+日电)\W*$"
)
_MEDIUM_SLASH = re.compile(
    r"^\W*([一-鿿]{2,8}(?:报|社|新闻|网|台|传媒|周刊))[/／╱]\s*(?:记者)?([一-鿿]{2,4})(?:[/／╱].*)?\W*(?:\d{4}\D.*)?$"
)
_WHEN = (
    r"^\W*(?:19|20)\d\d\s*[-－/.年]\s*\d{1,2}\s*[-－/.月]\s*\d{1,2}\s*日?\s*(?:\d{1,2}:\d\d(?::\d\d)?)?\s+"
)
_BARE = re.compile(
    _WHEN + r"([㐀-鿿·]{2,12}(?:\s[㐀-鿿]{2,4}){0,2})\s*(?:综合|特约)?(?:报道|报导|摄影报道)\W*$"
)
_BARE_SOURCE = re.compile(
    _WHEN + r"([㐀-鿿A-Za-z0-9·]{2,14}(?:网|报|社|台|刊|频道|客户端|在线|公众号"
    r"|(?=\s+(?:记者|通讯员|作者|摄影|编辑|责编|责任编辑))))(?=\s|$)"
)
_PICTURES = re.compile(r"摄影(?:报道)?\s*[:：/／]?\s*([㐀-鿿·]{2,12}(?:[、\s][㐀-鿿]{2,4}){0,2})\W*$")
_POSTED = re.compile(
    r"本[贴帖文]由\s*(\S{2,16}?)\s*(?:于|在|发表)|由\s*(\S{2,16}?)\s*(?:张贴|发表于|发布于)"
    r"|^\W*(\S{2,16}?)\s+(?:发表于|发布于)\s*[:：]?\s*\d{4}|(?<!Powered )\bby\s+(\S{2,16})\b",
    re.I,
)


def read_forms(text: str, byline: Byline) -> None:
    """Gather from lines that have a form of their own: 记者某某/某地报道, 某报／某某, 由某某张贴."""
    match = _LEAD.search(text)
    if match:
        names = split_names(match.group(1))
        if names and all(map(is_person, names)):
            _add(byline, "authors", names, text)
    if len(text) > 80:
        return
    match = _SLASHED.match(text)
    if match and (names := split_names(match.group(1))) and all(map(is_person, names)):
        _add(byline, "authors", names, text)
    match = _BARE.match(text)
    if match and (names := split_names(match.group(1))) and all(map(is_person, names)):
        _add(byline, "authors", names, text)
    match = _BARE_SOURCE.match(text)
    if match and byline.source is None and not is_person(match.group(1)):
        byline.source = _source(match.group(1))
        _note(byline, "source_name", byline.source, text)
    match = _PICTURES.search(text)
    if match and (names := split_names(match.group(1))) and all(map(is_person, names)):
        byline.photographers += [name for name in names if name not in byline.photographers]
    match = _MEDIUM_SLASH.match(text)
    if match:
        if byline.source is None:
            byline.source = match.group(1)
            _note(byline, "source_name", byline.source, text)
        if is_person(match.group(2)):
            _add(byline, "authors", [match.group(2)], text)
    match = _POSTED.search(text)
    if match and not byline.authors and (name := clean_name(next(filter(None, match.groups())))):
        _add(byline, "authors", [name], text)


_NO_SOURCE = re.compile(
    r"[<>={}\"]|&[a-z]{2,6}(?:;|$)|^(?:来自|来源于|源自|综合|摘自|本|该|各|某|转自)*(?:网站?|站|网络|互联网|因特网|网上|网友|原创|转[载贴帖]|网摘|文章)"
    r"(?:文章|整理|转[载贴帖]|综合|投稿|收集|编辑|原创|资源|采集|资料|消息|新闻|内容|讯|网络)*$"
)
"""What is no medium: rubbish of markup, 转载文章, 本站, 网络, 互联网."""


def _source(said: str) -> str | None:
    """A source without brackets, address and what follows it."""
    said = re.split(r"https?://|[|｜]|\s{2,}", said)[0].strip(' 　:：，,。()（）[]【】"“”')
    if said.startswith("《") and "》" in said:
        said = said[1 : said.index("》")]
    said = re.split(r"[\s　]+", said)[0] if len(said) > 12 or re.search(r"\s\S{1,4}$", said) else said
    said = said.strip("《》〈〉,，;；")
    if said.count("《") != said.count("》"):
        said = said.replace("《", "").replace("》", "")
    if _NO_SOURCE.search(said):
        return None
    return said if 2 <= len(said) <= 30 and said not in words()["nobody"] and not said.isdigit() else None


def _add(byline: Byline, role: str, names: list[str], text: str) -> None:
    into = byline.authors if role == "authors" else byline.editors
    for name in names:
        if name not in into:
            into.append(name)
    if into:
        _note(byline, role, into[0], text)


def _note(byline: Byline, name: str, value: str | None, text: str) -> None:
    if value:
        byline.evidence.setdefault(name, f"“{text[:60]}”")
