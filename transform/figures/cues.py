"""Cue words by group, read once; the words of a table are joined into one quick pattern."""

import re
from collections.abc import Iterable
from functools import cache

from transform.patterns import compiled
from transform.vocabulary import read_words

Trie = dict[str, "Trie"]


@cache
def cue_groups(table: str) -> dict[str, str]:
    """Word → group, for all words of a table."""
    return {word: group for group, words in _cues()[table].items() for word in words}


@cache
def cue_words(table: str, group: str) -> tuple[str, ...]:
    """The words of one group, longest first."""
    return tuple(sorted(_cues()[table][group], key=len, reverse=True))


@cache
def cue_pattern(table: str, *groups: str) -> re.Pattern[str]:
    """A pattern that finds the words of a table, or of some of its groups."""
    return any_word([w for g in groups or _cues()[table] for w in cue_words(table, g)])


def any_word(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds words anywhere: without a look ahead it skips by first characters."""
    return compiled(branches(words))


def branches(words: Iterable[str]) -> str:
    """The words as branches of a pattern, each of which begins with a character that a search can skip to."""
    return _either(words)[1].removeprefix("(?:").removesuffix(")")


def join_words(words: Iterable[str]) -> str:
    """One pattern for many words: common beginnings are shared, the longest word wins.

    >>> join_words(["约", "约合", "近"])
    '(?=[约近])(?:约(?:合)?|近)'
    """
    return "".join(_either(words))


def _either(words: Iterable[str]) -> tuple[str, str]:
    """A look at the first character, which lets a match fail at once, and the words themselves."""
    trie: Trie = {}
    for word in words:
        node = trie
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}
    firsts = "".join(map(re.escape, trie))
    branches = "|".join(re.escape(c) + _branch(node) for c, node in trie.items())
    return f"(?=[{firsts}])", f"(?:{branches})"


def sizes_by(words: Iterable[str], place: int) -> dict[str, tuple[int, ...]]:
    """The character at that place of a word → the lengths of such words, longest first.

    >>> sizes_by(["以上", "上", "左右"], -1)
    {'上': (2, 1), '右': (2,)}
    """
    sizes: dict[str, set[int]] = {}
    for word in words:
        sizes.setdefault(word[place], set()).add(len(word))
    return {sign: tuple(sorted(found, reverse=True)) for sign, found in sizes.items()}


def _branch(node: Trie) -> str:
    rest = [re.escape(c) + _branch(child) for c, child in node.items() if c]
    if not rest:
        return ""
    return f"(?:{'|'.join(rest)})" + ("?" if "" in node else "")


@cache
def _cues() -> dict[str, dict[str, list[str]]]:
    return read_words("cues.toml")
