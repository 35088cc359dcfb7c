"""Who wrote, who edited, and where the text comes from: what the lines around an article say."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from msgspec import Struct, field

from transform.metadata.names import is_person, split_names
from transform.metadata.stamps import find_stamps
from transform.patterns import compiled
from transform.vocabulary import read_words

_BOTH = compiled(r"(?:文\s*[/／]\s*图|图\s*[/／]\s*文)\s*[丨|｜︱:：]?")
"""文/图：某某 made both."""
_WRITTEN = compiled(r"(?:^|(?<=[\s(（【\[）)】\]]))文(?:\s*[丨|｜︱:：]\s*|\s+(?=[㐀-鿿]{2,4}$))")
"""文丨某某, 文：某某 and a line 文 某某, all as 文/某某."""
_PICTURED = compiled(r"(?<=[\s(（【\[）)】\]])图\s*[丨|｜︱:：/／]\s*")
_EDITED = compiled(r"(.{2,12}?)\s*[/／]?\s*(?:责编|编辑)$")
_HAS_WRITTEN = compiled(r"作者\s*[:：]?\s*([㐀-鿿·]{2,4}?)\s*[,，]?\s*(?:系|为|是)")
_REPORTER = compiled(r"\s*(?:特约)?(?:记者|通讯员|评论员)")
"""What stands before it is the medium: 作者：某月谈记者石润田."""
_BETWEEN = compiled(r"[\s　、，,]")
_SHOT = compiled(r"\s*[/／╱]?\s*摄影?\s*[)）】\]]?\s*$")
_LABEL_BEFORE = compiled(r"[:：]\s*$")
_TAKEN = compiled(r"(?:^|[。！？”\s])(?:记者|通讯员)?\s*([㐀-鿿]{2,4}(?:[、\s]+[㐀-鿿]{1,4}){0,2}?)\s*摄$")
"""丁某 摄 behind the last sentence of a caption."""
_LATIN = compiled(r"[A-Za-z]")
_WIRED = compiled(r"(?:电|讯|消息|(?:19|20)\d\d\D.{2,12}\d\d:\d\d)\s*$")
"""What a name between brackets may follow: a dateline, the time of day in a line with a stamp."""
_SUPPLIED = compiled(r"(.{3,25}?)(?:供稿|供图供稿)")
_LABEL = compiled("记者|通讯员|实习生|作者|撰文|编辑|责编|编审|监制|文[/／]|执笔")
_MADE = compiled(r"\s*(?:文|图|文图|摄|供稿|整理|报道)?\s*[/／]?\s*(?:文|图|摄)?$")
_GROUP = compiled(r"[(（【\[]([^()（）【】\[\]]{2,60})[)）】\]]")


class Byline(Struct):
    """What has been gathered so far; each with the text that said it."""

    authors: list[str] = field(default_factory=list)
    editors: list[str] = field(default_factory=list)
    photographers: list[str] = field(default_factory=list)
    source: str | None = None
    evidence: dict[str, str] = field(default_factory=dict)


@cache
def words() -> dict[str, Any]:
    """The words that bylines are read by."""
    return read_words("metadata_words.toml")


def _labels() -> dict[str, list[str]]:
    return {name: words()[name + "_labels"] for name in ("source", "author", "editor")}


@cache
def _label_ends() -> re.Pattern[str]:
    """Finds what may be the last two characters of a label: most lines have none."""
    ends = {label[-2:] for labels in _labels().values() for label in labels}
    last_but_one, last = ("".join(sorted({end[at] for end in ends})) for at in (0, 1))
    return compiled(f"[{re.escape(last_but_one)}](?=[{re.escape(last)}])")


@cache
def _labelled() -> re.Pattern[str]:
    """A label, a colon or white space, and what it says up to the next label."""
    kinds = _labels()
    ends = [label for labels in kinds.values() for label in labels] + words()["other_labels"]
    once = dict.fromkeys(ends)  # in one order in every process, or else none finds the pattern of another
    stop = "|".join(re.escape(end) for end in sorted(once, key=len, reverse=True))
    within = words()["within_words"]
    either = "|".join(
        f"(?P<{kind}>{'|'.join(_label(label, within) for label in sorted(labels, key=len, reverse=True))})"
        for kind, labels in kinds.items()
    )
    firsts = "".join(sorted({label[0] for labels in kinds.values() for label in labels}))
    return compiled(
        rf"(?=[{re.escape(firsts)}])(?:{either})\s*(?!简介|介绍|单位|信息)(?P<colon>[:：︰/／╱丨|｜︱]?)\s*(?P<said>.*?)(?=[】\]|｜;；]|\s*(?:{stop})\s*[:：︰/／]?|\s*\d{{4}}[-年./]|$)"
    )


def _label(label: str, within: dict[str, str]) -> str:
    """The pattern of a label that is none at the end of a longer word: 资金来源, 合作者."""
    return (f"(?<!{within[label]})" if label in within else "") + re.escape(label)


def read_line(text: str, byline: Byline, is_short: bool) -> None:
    """Gather what one line says: labels with a colon anywhere, others only in short lines and in brackets."""
    text = text.strip()
    if "文" in text:
        text = _WRITTEN.sub("文/", _BOTH.sub("文/", text))
    if "图" in text:
        text = _PICTURED.sub(" 图/", text)
    for match in _labelled().finditer(text) if _label_ends().search(text) else ():
        said, colon = match.group("said").strip(' 　、，,：:（()）【】[]《》〈〉"“”'), match.group("colon")
        if not said:
            continue
        if match.group("source"):
            if (colon or match.group("said").startswith("《")) and byline.source is None:
                byline.source = source_in(match.group("said"))
                note(byline, "source_name", byline.source, text)
                inner = _GROUP.search(match.group("said"))
                if byline.source and inner and (people := _only_people(inner.group(1))):
                    add(byline, "authors", people, text)
                if byline.source and is_person(byline.source):
                    add(byline, "authors", [byline.source], text)
                    byline.source = None
        elif match.group("author"):
            label = match.group("author")
            is_meta = is_short and next(find_stamps(text), None) is not None
            is_free = is_meta or (bool(colon) and label in ("作者", "文/", "撰文"))
            names = split_names(said, free=is_free and not _REPORTER.match(text, match.end()))
            if names and _SHOT.match(text, match.end()) and all(map(is_person, names)):
                byline.photographers += [name for name in names if name not in byline.photographers]
            elif names and (colon or is_meta or (is_short and all(map(is_person, names)))):
                add(byline, "authors", names, text)
        elif colon or is_short:
            names = split_names(said, free=bool(colon))
            if names and (colon or all(map(is_person, names))):
                add(byline, "editors", names, text)


def read_groups(text: str, byline: Byline, at_end: bool) -> None:
    """Gather what brackets in a paragraph say: （记者 某某）, （某某 文/图）, and at its end （某某）."""
    if text.endswith("摄") and (taken := _TAKEN.search(text)) and (people := _only_people(taken.group(1))):
        byline.photographers += [name for name in people if name not in byline.photographers]
    for match in _GROUP.finditer(text):
        inner = match.group(1).strip()
        supplied = _SUPPLIED.fullmatch(inner)
        if supplied and byline.source is None:
            byline.source = supplied.group(1).strip()
            note(byline, "source_name", byline.source, inner)
        elif (edited := _EDITED.fullmatch(inner)) and (people := _people(edited.group(1))):
            add(byline, "editors", people, inner)
        elif (written := _HAS_WRITTEN.match(inner)) and is_person(written.group(1)):
            add(byline, "authors", [written.group(1)], inner)
        elif inner.endswith("摄") and (people := _people(inner)):
            byline.photographers += [name for name in people if name not in byline.photographers]
        elif _LABEL.search(inner):
            read_line(inner, byline, True)
        elif _LABEL_BEFORE.search(text, 0, match.start()):
            continue  # 责任编辑：【石润田】 has been read with its label
        elif (at_end and match.end() >= len(text.rstrip()) - 1) or _WIRED.search(text[: match.start()][-24:]):
            names = split_names(_MADE.sub("", inner))
            if names and len(names) <= 4 and all(map(is_person, names)) and not _LATIN.search(inner):
                add(byline, "authors", names, inner)


def _people(said: str) -> list[str]:
    """The names in what was said, if all of it is names."""
    names = split_names(said)
    return names if all(map(is_person, names)) else []


def _only_people(said: str) -> list[str]:
    """The names in what was said, if there is nothing beside them."""
    names = split_names(said)
    return names if len("".join(names)) == len(_BETWEEN.sub("", said)) else []


_SENTENCE = compiled(r"[，,。！？!?；;]")
_AFTER_SOURCE = compiled(r"https?://|[|｜]|\s{2,}")
_BLANKS = compiled(r"[\s　]+")
_SHORT_END = compiled(r"\s\S{1,4}$")
_SECOND = compiled(r"(?<=..)[(（【\[、]")
_NO_SOURCE = compiled(
    r"[<>={}\"]|&[a-z]{2,6}(?:;|$)|^(?:来自|来源于|源自|综合|摘自|本|该|各|某|转自)*(?:网站?|站|网络|互联网|因特网|网上|网友|原创|转[载贴帖]|网摘|文章)"
    r"(?:文章|整理|转[载贴帖]|综合|投稿|收集|编辑|原创|资源|采集|资料|消息|新闻|内容|讯|网络)*$"
)
"""What is no medium: rubbish of markup, 转载文章, 本站, 网络, 互联网."""


def source_in(said: str) -> str | None:
    """A source without brackets, address and what follows it; of several the first. A sentence is none.

    >>> [source_in(said) for said in ("某某晚报、某某融媒", "村里出一半，镇上出一半", "县融媒体中心（石润田")]
    ['某某晚报', None, '县融媒体中心']
    """
    said = _AFTER_SOURCE.split(said, 1)[0].strip(' 　:：，,。()（）[]【】"“”')
    if said.startswith("《") and "》" in said:
        said = said[1 : said.index("》")]
    said = _BLANKS.split(said, 1)[0] if len(said) > 12 or _SHORT_END.search(said) else said
    said = said.strip("《》〈〉,，;；")
    if _SENTENCE.search(said):
        said = _SENTENCE.split(said, 1)[0]
        if not said.endswith(tuple(words()["medium_endings"])):
            return None
    said = _SECOND.split(said, 1)[0]
    if said.count("《") != said.count("》"):
        said = said.replace("《", "").replace("》", "")
    said = said.removeprefix("综合") or said
    if _NO_SOURCE.search(said):
        return None
    return said if 2 <= len(said) <= 30 and said not in words()["nobody"] and not said.isdigit() else None


def add(byline: Byline, role: str, names: list[str], text: str) -> None:
    """Put names with the authors or the editors, each once, and remember the text that said them."""
    into = byline.authors if role == "authors" else byline.editors
    for name in names:
        if name not in into:
            into.append(name)
    if into:
        note(byline, role, into[0], text)


def note(byline: Byline, name: str, value: str | None, text: str) -> None:
    """Remember the text that first said a value."""
    if value:
        byline.evidence.setdefault(name, f"“{text[:60]}”")
