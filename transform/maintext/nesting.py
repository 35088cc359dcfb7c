"""Whether a page nests too deep, guessed from its tags: parsers need time with the square of it."""

import re
from collections import Counter

from transform.maintext.elements import (
    BARRIERS,
    CLOSERS,
    COLUMNS,
    FOREIGN,
    FORMATTING,
    LISTS,
    PARTS,
    RAW,
    VOID,
)
from transform.patterns import compiled

MANY, VERY_MANY = 3000, 10_000
"""A page with fewer tags is parsed at once, however deep it is: so many take the parser a fifth of a second,
but of those for formatting, which it opens again and again, a third of the fewer."""
_NAMES = sorted(FORMATTING - {"a"})
_FIRST = "".join(sorted({name[0] for name in _NAMES}))
_FORMATS = compiled(rf"<(?=[{_FIRST}{_FIRST.upper()}])(?i:{'|'.join(_NAMES)})\s")
"""With attributes, each of its own; an `<a>` closes the one before. A class of first letters is asked sooner
than the names one by one."""
_STARTS_NONE = compiled(rf"<(?:[!/]|(?:{'|'.join(sorted(VOID))})(?=[\s/>]))", re.I)
_LEAF = compiled(
    r"""<([a-z][a-z0-9]*)(?=[\s>])[^<>"'=]*+(?:=\s*+(?:"[^"<>]*+"|'[^'<>]*+')?+[^<>"'=]*+)*+>[^<]*+</\1\s*+>""",
    re.I,
)
"""An element without others in it: it is closed at once, and many stand no deeper than one."""
ROUNDS = 4
"""Elements are taken out from the innermost so often before the tags are walked."""
REACH = 300
"""An end tag finds its element among so many of those that are open."""
TIMES = 3
"""Formatting that nobody closed is opened again in the next element, the same tag at most so often."""
_TAG = compiled(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))"
    r"""|<(?P<end>/?)(?P<name>[a-z][^\s/>]*)(?P<rest>(?:[^>=]|=\s*"[^"]*"|=\s*'[^']*'|=)*+)>""",
    re.I | re.S,
)


def nests_deeper(text: str, limit: int) -> bool:
    """Whether more than `limit` elements stand in one another, in a page that has very many.

    >>> nests_deeper("<div>" * 50_000, 1500), nests_deeper("<p>甲<br>" * 50_000, 1500)
    (True, False)
    """
    tags = text.count("<")
    if tags <= MANY or (tags <= VERY_MANY and len(_FORMATS.findall(text)) * 3 <= MANY):
        return False
    return _may_nest(text, tags, limit) and _walk(text, limit)


def _may_nest(text: str, tags: int, limit: int) -> bool:
    """Whether there are tags enough: no more are open than start, and of elements in a row one at a time.

    Counting takes a tenth of the walk's time and spares it nearly every page of people's making.
    """
    opened = tags - len(_STARTS_NONE.findall(text))
    for _ in range(ROUNDS):
        if opened <= limit:
            return False
        text, leaves = _LEAF.subn(" ", text)
        opened += 1 - leaves
    return opened > limit


def _walk(text: str, limit: int) -> bool:
    """The same, tag by tag."""
    nest, at = _Nest(), 0
    while match := _TAG.search(text, at):
        at = match.end()
        name = (match["name"] or "").lower()
        if not name:
            continue
        if match["end"]:
            nest.close(name)
        elif name in RAW and not nest.is_foreign:
            end = compiled(rf"</{name}\b[^>]*>", re.I).search(text, at)
            if end is None:
                return False
            at = end.end()
        elif name not in VOID and not (match["rest"].endswith("/") and nest.is_foreign):
            nest.open(name, match[0])
            if nest.depth > limit:
                return True
    return False


class _Nest:
    """The elements that are open after each tag. Lives as long as `nests_deeper`."""

    def __init__(self) -> None:
        self.containers: list[str] = []
        self.counts: Counter[str] = Counter()
        self.formatting: list[tuple[str, str, int]] = []
        self.lost: dict[str, dict[str, int]] = {}
        self.count_lost = 0

    @property
    def depth(self) -> int:
        """Elements that stand in one another."""
        return len(self.containers) + len(self.formatting) + self.count_lost

    @property
    def is_foreign(self) -> bool:
        """Whether a drawing or a formula is open."""
        return any(self.counts[name] for name in FOREIGN)

    def open(self, name: str, tag: str) -> None:
        """Take a start tag."""
        if name in FORMATTING:
            if name == "a":
                self.close(name)
            self.formatting.append((name, tag, len(self.containers)))
            return
        if name in CLOSERS:
            self._pop("p", BARRIERS)
        for part in PARTS.get(name, ()):
            self._pop(part, _ends_of(part))
        self.counts[name] += 1
        self.containers.append(name)

    def close(self, name: str) -> None:
        """Take an end tag."""
        if name not in FORMATTING:
            self._pop(name, _ends_of(name) if name in BARRIERS else BARRIERS)
            return
        for place in range(len(self.formatting) - 1, max(-1, len(self.formatting) - 1 - REACH), -1):
            if self.formatting[place][0] == name:
                del self.formatting[place]
                return
        lost = self.lost.get(name)
        if lost:
            tag, count = lost.popitem()
            self.count_lost -= 1
            if count > 1:
                lost[tag] = count - 1

    def _pop(self, name: str, ends: frozenset[str]) -> None:
        """Close the innermost element of a name, and what is open in it, unless another stands before it."""
        if not self.counts[name]:
            return
        opened = self.containers
        for place in range(len(opened) - 1, max(-1, len(opened) - 1 - REACH), -1):
            if opened[place] == name:
                for inner in opened[place:]:
                    self.counts[inner] -= 1
                del opened[place:]
                while self.formatting and self.formatting[-1][2] > place:
                    self._lose(*self.formatting.pop()[:2])
                return
            if opened[place] in ends:
                return

    def _lose(self, name: str, tag: str) -> None:
        """Remember formatting whose element is over: the next element opens it again."""
        lost = self.lost.setdefault(name, {})
        if lost.get(tag, 0) < TIMES:
            lost[tag] = lost.get(tag, 0) + 1
            self.count_lost += 1


def _ends_of(name: str) -> frozenset[str]:
    """What an element of that name is not looked for beyond."""
    return frozenset(["table"]) - {name} if name in COLUMNS else LISTS - {name}
