"""The words of furniture: which class of it a block speaks for."""

import re
from functools import cache, lru_cache
from itertools import chain, filterfalse

from transform.maintext.begins import hasten, hasten_match
from transform.patterns import compiled
from transform.vocabulary import kept, read_words

LONGEST = 80
GLANCE = 40
"""Of a longer text only so many characters are looked at: furniture says at once what it is."""

NEVER = frozenset(["disclaimer", "imprint", "notice", "path", "press", "invite", "pointer"])
"""Classes that no article has, whatever the line looks like."""
FURNITURE = NEVER | {
    *("rights", "control", "comment", "tool", "related", "editor", "credit", "follow"),
    *("place_line", "source_line"),
}
"""Classes that a short line, an item of a list, a line of a plain text has in no article."""

NARROW = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF1A)}
"""Full-width digits to half-width."""

_WIDE = compiled("[０-９]")
_ANNOUNCES = compiled(r"[:：︰]$|附[表件录錄]?\s*[:：︰]|[下附]表|一[览覽]表|如下")
_BREAK = compiled(r"^\s+|\n\s*")


def _words(part: str) -> dict[str, list[str]]:
    """The patterns of a part by class; a long one stands on several lines."""
    words = read_words("furniture.toml")
    return {name: [_BREAK.sub("", pattern) for pattern in patterns] for name, patterns in words[part].items()}


@cache
def classes() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    """Each class with what stands at the beginning of its blocks and what stands anywhere in them."""
    return tuple(
        (name, compiled(first, re.I), compiled(other, re.I)) for name, (first, other) in _hastened().items()
    )


@kept
def _hastened() -> dict[str, tuple[str, str]]:
    return {
        name: (hasten_match(filter(_is_first, patterns)), hasten(filterfalse(_is_first, patterns)))
        for name, patterns in _words("classes").items()
    }


@cache
def _any_class() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """How the blocks of some class may begin, and what they hold."""
    first, other = _any_hastened()
    return compiled(first, re.I), compiled(other, re.I)


@kept
def _any_hastened() -> tuple[str, str]:
    patterns = list(chain.from_iterable(_words("classes").values()))
    first, other = filter(_is_first, patterns), filterfalse(_is_first, patterns)
    return hasten_match(first, only_may=True), hasten(other)


def _is_first(pattern: str) -> bool:
    return pattern.startswith("^")


def classes_of(text: str) -> list[str]:
    """The classes of furniture that a text speaks for, the most telling first.

    >>> classes_of("相关新闻"), classes_of("潮水退去，渔民开始一天的工作。")
    (['related'], [])
    """
    return list(_classes_of(text[:GLANCE] if len(text) > LONGEST else text))


@lru_cache(maxsize=2048)  # a site's lines come again and again
def _classes_of(text: str) -> tuple[str, ...]:
    if _WIDE.search(text):
        text = text.translate(NARROW)
    any_first, any_other = _any_class()
    begins, holds = any_first.match(text) is not None, any_other.search(text) is not None
    if not begins and not holds:
        return ()  # nine blocks of ten
    return tuple(
        name
        for name, first, other in classes()
        if (begins and first.match(text)) or (holds and other.search(text))
    )


@cache
def _parts() -> dict[str, re.Pattern[str]]:
    return {name: compiled("|".join(patterns), re.I) for name, patterns in _words("parts").items()}


def begins_comments(text: str) -> bool:
    """Whether a short text is the heading of the readers' comments.

    >>> begins_comments("已有12条评论"), begins_comments("专家评论说，船还会再来")
    (True, False)
    """
    return _parts()["comments"].match(text) is not None


def begins_statement(text: str) -> bool:
    """Whether a short text is the heading, or the first words, of what a site says of its texts in general.

    >>> begins_statement("声明："), begins_statement("声明说，船还会再来")
    (True, False)
    """
    return _parts()["statement"].match(text) is not None


def announces(text: str) -> bool:
    """Whether a text leads over to a table or a list.

    >>> announces("用料如下："), announces("桥修好了。")
    (True, False)
    """
    return _ANNOUNCES.search(text) is not None


def begins_related(text: str) -> bool:
    """Whether a short text is the heading of stories elsewhere.

    >>> begins_related("相关阅读"), begins_related("相关报道说，船还会再来")
    (True, False)
    """
    return _parts()["related"].match(text) is not None
