"""What a site repeats on its pages: learned from several of them, and no reason to lose an article.

A block that recurs on pages of one host may be furniture: promotions, disclaimers, buttons. Much recurs that
is not: a story stands twice under two addresses, follow-ups quote the same sentence, notices end in the same
words and the same signature. So pages that share most of their long sentences count as one story; how many
stories it takes depends on what a block says and where it stands; what reads like an article's takes many.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from hashlib import blake2b

from msgspec import Struct

from transform.maintext.blocks import Block, Document
from transform.maintext.furniture_words import classes_of
from transform.patterns import compiled
from transform.vocabulary import read_words

ENOUGH = 200
"""So many pages of a host teach all that it repeats; more are not looked at."""
_TELLING = 40
"""Blocks of this many characters tell whether two pages are one story."""
_MIDST = 100
"""Characters of the article that a block has before and behind it in its midst."""
_COUNTS = (2, 3, 6, 20)
_SHARES = (0.3, 0.5, 0.8, 0.9)
"""How many stories show a block, and which share of all, is known to these steps only: so a version lasts."""
_Need = tuple[int, float]
_NEVER: _Need = (1 << 30, 2.0)


class Sketch(Struct, frozen=True):
    """All that learning needs of a page."""

    title: int
    """Digest of the page's title."""
    blocks: Mapping[int, int]
    """Digest of each block's text → its length in characters."""


class Memory(Struct, frozen=True):
    """What one host repeats."""

    host: str
    stories: int
    """Different stories that taught it."""
    recurring: Mapping[int, int]
    """Digest of a block → its level: which of the steps of counts and shares it has reached."""
    version: str
    """Digest of what recurs: two results made with the same version saw the same memory."""

    def reaches(self, text: str, need: _Need) -> bool:
        """Whether a block stands in so many stories and in such a share of them."""
        level = self.recurring.get(digest(text))
        if level is None:
            return False
        count, share = divmod(level, len(_SHARES))
        return _COUNTS[count] >= need[0] and _SHARES[share] >= need[1]


@lru_cache(maxsize=4096)  # a site's lines come again and again
def digest(text: str) -> int:
    """64 bits of a text; the same on every machine."""
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=8).digest(), "big")


def sketch(document: Document) -> Sketch:
    """What a page teaches of its site."""
    return Sketch(
        digest(document.head.title or ""), {digest(block.text): len(block.text) for block in document.blocks}
    )


def learn(host: str, sketches: Iterable[Sketch]) -> Memory | None:
    """The memory of a host whose pages these are, in whatever order; None where nothing recurs."""
    pages = sorted(sketches, key=lambda page: (page.title, sorted(page.blocks)))
    stories = _stories([page for at, page in enumerate(pages) if at == 0 or page != pages[at - 1]])
    count = Counter(mark for story in stories for mark in story)
    recurring = {
        mark: _steps(_COUNTS, n) * len(_SHARES) + _steps(_SHARES, n / len(stories))
        for mark, n in count.items()
        if n >= _COUNTS[0] and n / len(stories) >= _SHARES[0]
    }
    return recall(host, len(stories), recurring) if recurring else None


def recall(host: str, stories: int, recurring: Mapping[int, int]) -> Memory:
    """A memory made of what was learned before."""
    version = blake2b(repr(sorted(recurring.items())).encode(), digest_size=8).hexdigest()
    return Memory(host, stories, recurring, version)


def find_repeated(blocks: Sequence[Block], kept: Sequence[int], memory: Memory) -> set[int]:
    """Those of the kept blocks, in page order, that the site repeats.

    None if they are most of the text: then it is the memory that is wrong.
    """
    sizes = [len(blocks[index].text) for index in kept]
    before, total = 0, sum(sizes)
    repeated: set[int] = set()
    for index, size in zip(kept, sizes, strict=True):
        in_midst = before >= _MIDST and total - before - size >= _MIDST
        if memory.reaches(blocks[index].text, (_COUNTS[0], _SHARES[0])) and memory.reaches(
            blocks[index].text, _need(blocks[index], in_midst=in_midst)
        ):
            repeated.add(index)
        before += size
    return repeated if 2 * sum(len(blocks[index].text) for index in repeated) < total else set()


def _need(block: Block, *, in_midst: bool) -> _Need:
    """How often the site must repeat a block for it to be no line of an article."""
    text = block.text
    words = _words()
    if block.inner or block.kind == "row" or words["own"].search(text):
        return _NEVER
    is_of_the_site = words["of_the_site"].search(text) is not None or bool(classes_of(text))
    if words["sentence"].search(text):
        if is_of_the_site:
            return (6, 0.8) if in_midst else (3, 0.3)
        return _NEVER if in_midst else (20, 0.9)
    if in_midst:
        return (6, 0.8)
    return (2, 0.3) if is_of_the_site else (3, 0.5)


def _steps(steps: Sequence[float], value: float) -> int:
    """The last step that a value has reached."""
    return sum(value >= step for step in steps) - 1


def _stories(pages: list[Sketch]) -> list[frozenset[int]]:
    """Pages that are one story count once: what one of them shows, its twin shows again."""
    titles: dict[int, set[int]] = {}
    for page in pages:
        for mark, size in page.blocks.items():
            if size >= _TELLING:
                titles.setdefault(mark, set()).add(page.title)
    leader = list(range(len(pages)))
    mass: list[int] = []
    where: dict[int, list[int]] = {}
    for number, page in enumerate(pages):
        # a sentence below three titles is furniture or much quoted: it tells nothing of stories
        telling = {m: size for m, size in page.blocks.items() if size >= _TELLING and len(titles[m]) < 3}
        mass.append(sum(telling.values()))
        shared: Counter[int] = Counter()
        for mark, size in telling.items():
            for other in where.setdefault(mark, []):
                shared[other] += size
            where[mark].append(number)
        twins = (other for other, common in shared.items() if common * 2 >= min(mass[number], mass[other]))
        leader[number] = leader[next(twins, number)]
    stories: dict[int, frozenset[int]] = {}
    for number, page in enumerate(pages):
        stories[leader[number]] = stories.get(leader[number], frozenset()) | page.blocks.keys()
    return list(stories.values())


@cache
def _words() -> Mapping[str, re.Pattern[str]]:
    return {name: compiled("|".join(some), re.I) for name, some in read_words("site_memory.toml").items()}
