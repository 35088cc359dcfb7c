"""The article of a page that keeps it in a script: a JSON value or a variable that a program would show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from html import escape, unescape
from typing import Any, NamedTuple

from selectolax.lexbor import LexborHTMLParser

from transform.maintext.blocks import Block, Head
from transform.maintext.letters import letters
from transform.maintext.script_values import json_values, unquote
from transform.patterns import compiled
from transform.vocabulary import read_words

THIN = 150
"""A page with fewer characters of prose on it may keep its article elsewhere."""
LEAST = 60
"""Characters that such an article has at least."""
LEAST_NAMED = 40
"""The same for an article that stands beside the page's own headline."""
MOST = 50_000
"""So many values of a script are looked at."""
_HAN = compiled(r"[㐀-鿿]")
_SECONDS = compiled(r"1\d{9}(?:\d{3})?")
_ESCAPED = compiled(r"&lt;(?:p|div|br)\b", re.I)
_BLOCK_TAG = compiled(r"<(?:p|div|br|section|h\d)\b", re.I)
_SENTENCE = compiled(r"[。！？!?]")
_STRING = compiled(
    r"""[\w$]{0,20}["']?\s{0,9}[:=]\s{0,9}("[^"\\]*+(?:\\.[^"\\]*+)*+"|'[^'\\]*+(?:\\.[^'\\]*+)*+'|`[^`\\]*+(?:\\.[^`\\]*+)*+`)""",
    re.S,
)


class Scripted(NamedTuple):
    """An article in a script, and what stands beside it."""

    markup: str
    size: int
    """Chinese characters in it."""
    is_named: bool = False
    """It stands beside the headline of the page."""
    title: str = ""
    published: str = ""
    author: str = ""
    source: str = ""


@cache
def _names() -> dict[str, re.Pattern[str]]:
    words = read_words("maintext_scripts.toml")
    return {kind: compiled("|".join(names), re.I) for kind, names in words.items()}


def is_thin(blocks: tuple[Block, ...]) -> bool:
    """Whether what the page shows is too little for an article."""
    return sum(len(block.text) - block.linked for block in blocks if len(block.text) > 20) < THIN


def find_scripted(tree: LexborHTMLParser, head: Head) -> Scripted | None:
    """The text of a script that reads like an article: beside the page's headline, else the longest."""
    titles = [letters(title) for title in (*head.headlines, head.metas.get("og:title"), head.title) if title]
    found = list(_in_values(list(head.items), titles))
    for script in tree.css("script"):
        text = script.text() or ""
        if len(text) > LEAST:
            for value in json_values(text):
                found += _in_values(value, titles)
            found += _in_strings(text)
    found = [
        one
        for one in found
        if one.size >= (LEAST_NAMED if one.is_named else LEAST) and len(_SENTENCE.findall(one.markup)) > 1
    ]
    return max(found, key=lambda one: (one.is_named, one.size), default=None)


def _in_values(value: Any, titles: list[str]) -> Iterator[Scripted]:
    """What the objects of a JSON value hold; those of comments and other stories are passed over."""
    names, queue, count = _names(), [(value, "")], 0
    while queue and count < MOST:
        value, above = queue.pop()
        count += 1
        if isinstance(value, list):
            queue += [(one, above) for one in value if isinstance(one, dict | list)]
        elif isinstance(value, dict):
            title = _beside(value, "title") or above
            for name, one in value.items():
                if names["not_body"].search(name):
                    continue
                markup = _markup(one) if names["body"].search(name) else ""
                if markup:
                    yield Scripted(
                        markup,
                        len(_HAN.findall(markup)),
                        _is_named(title, titles),
                        title,
                        _moment(_beside(value, "published")),
                        _beside(value, "author"),
                        _beside(value, "source"),
                    )
                if isinstance(one, dict | list):
                    queue.append((one, title if isinstance(one, dict) else ""))


def _in_strings(script: str) -> Iterator[Scripted]:
    """The strings that are assigned to names of bodies."""
    names = _names()
    for match in names["body"].finditer(script):
        if names["not_body"].search(script[max(0, match.start() - 20) : match.end() + 20].split("=")[0]):
            continue
        string = _STRING.match(script, match.end())
        if string and len(string[1]) >= LEAST:
            markup = _markup(unquote(string[1][1:-1]))
            yield Scripted(markup, len(_HAN.findall(markup)))


def _beside(value: dict[str, Any], kind: str) -> str:
    """The first value of an object that has such a name."""
    for name, one in value.items():
        if isinstance(one, dict):
            one = one.get("name")
        if isinstance(one, str | int) and not isinstance(one, bool) and _names()[kind].fullmatch(name):
            said = str(one).strip()
            if said:
                return said
    return ""


def _is_named(title: str, titles: list[str]) -> bool:
    own = letters(title)
    return len(own) > 3 and any(own in one or (len(one) > 3 and one in own) for one in titles)


def _moment(said: str) -> str:
    """A point in time as a page would write it; seconds since 1970 are a time in China."""
    if not _SECONDS.fullmatch(said):
        return said
    moment = datetime.fromtimestamp(int(said[:10]), UTC).astimezone(timezone(timedelta(hours=8)))
    return moment.isoformat()


def _markup(value: Any) -> str:
    """A text, or a list of paragraphs, as markup; nothing where it is neither."""
    if isinstance(value, list):
        lines = [line for one in value if (line := _paragraph(one))]
        return "".join(map(_markup, lines))
    if not isinstance(value, str) or not _HAN.search(value):
        return ""
    text = str(value)
    if "<" not in text and _ESCAPED.search(text):
        text = unescape(text)
    if _BLOCK_TAG.search(text):
        return text
    return "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())


def _paragraph(value: object) -> str:
    if isinstance(value, dict):
        value = next((value[name] for name in value if _names()["paragraph"].fullmatch(name)), "")
    return value if isinstance(value, str) else ""
