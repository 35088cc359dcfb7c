"""What a site repeats on its pages: learned from several of them, and no reason to lose an article.

A block that recurs on pages of one host is furniture: menus, disclaimers, promotions. Two things recur that
are not: a story that stands twice under two addresses, and a line that several stories have. So pages that
share most of their long sentences count as one story; a long block needs a third story; and whatever is
seldom on the site, or stands in the midst of an article, needs more than that.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from transform.maintext.blocks import Block, Document

ENOUGH = 200
"""So many pages of a host teach all that it repeats; more are not looked at."""
_TELLING = 40
"""Blocks of this many characters tell whether two pages are one story."""
_LONG = 30
"""From this many characters on a block may be a sentence: it needs a third story."""
_SHARE = 0.3
"""Furniture stands in this share of a host's stories at least; 特此公告。 seldom does."""
_MOST = 0.6
"""The same in the midst of an article, where subheads and refrains stand."""
_MIDST = 100
"""Characters of the article that a block has before and behind it in its midst."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """All that learning needs of a page."""

    title: int
    """Digest of the page's title."""
    blocks: Mapping[int, int]
    """Digest of each block's text → its length in characters."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What one host repeats, as digests of blocks."""

    host: str
    stories: int
    """Different stories that taught it."""
    furniture: frozenset[int]
    """Blocks that are none of an article's, before, behind or beside it."""
    everywhere: frozenset[int]
    """Those among them that so many stories show that they are none in its midst either."""
    version: str
    """Digest of host and furniture: two results made with the same version saw the same memory."""


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
    sizes = {mark: size for page in pages for mark, size in page.blocks.items()}
    furniture = {
        mark
        for mark, n in count.items()
        if n >= (3 if sizes[mark] >= _LONG else 2) and n >= _SHARE * len(stories)
    }
    if not furniture:
        return None
    everywhere = {mark for mark in furniture if count[mark] >= 3 and count[mark] >= _MOST * len(stories)}
    return recall(host, len(stories), furniture, everywhere)


def recall(host: str, stories: int, furniture: Iterable[int], everywhere: Iterable[int]) -> Memory:
    """A memory made of what was learned before."""
    told = repr((host, sorted(furniture), sorted(everywhere)))
    version = blake2b(told.encode(), digest_size=8).hexdigest()
    return Memory(host, stories, frozenset(furniture), frozenset(everywhere), version)


def find_repeated(blocks: Sequence[Block], kept: Sequence[int], memory: Memory) -> set[int]:
    """Those of the kept blocks, in page order, that the site repeats.

    None if they are most of the text: then it is the memory that is wrong.
    """
    sizes = [len(blocks[index].text) for index in kept]
    before, total = 0, sum(sizes)
    repeated: set[int] = set()
    for index, size in zip(kept, sizes, strict=True):
        in_midst = before >= _MIDST and total - before - size >= _MIDST
        if digest(blocks[index].text) in (memory.everywhere if in_midst else memory.furniture):
            repeated.add(index)
        before += size
    return repeated if 2 * sum(len(blocks[index].text) for index in repeated) < total else set()


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
