"""What a site repeats on its pages: learned from several of them, and no reason to lose an article.

A block that recurs on pages of one host is furniture: menus, disclaimers, promotions. Two things recur that
are not: a story that stands twice under two addresses, and a sentence that follow-ups quote. So pages that
share most of their long sentences count as one, a long sentence needs three, and the headline is immune.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b

from transform.maintext.blocks import Document

LONG = 30
"""From this many characters on a block may be a sentence of an article: it needs a third page."""
TELLING = 40
"""Blocks of this many characters tell whether two pages are one story."""


@dataclass(frozen=True, slots=True)
class Memory:
    """The furniture of one host, as fingerprints of blocks, and how many different pages taught it."""

    host: str
    furniture: frozenset[str]
    pages: int
    version: str
    """A digest of the fingerprints: two results made with the same version saw the same memory."""

    def knows(self, text: str) -> bool:
        """Whether a block is furniture of the host."""
        return fingerprint(text) in self.furniture


def fingerprint(text: str) -> str:
    """A short digest of a block's text; the same on every machine."""
    return blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()


def learn(documents: Iterable[tuple[str, Document]]) -> dict[str, Memory]:
    """The memory of each host that the pages show; hosts with a single story have none."""
    hosts: dict[str, list[_Page]] = {}
    for host, document in documents:
        texts = frozenset(block.text for block in document.blocks)
        hosts.setdefault(host, []).append(_Page(document.head.title or "", texts))
    return {host: memory for host, pages in hosts.items() if (memory := _learn_host(host, pages)) is not None}


@dataclass(frozen=True, slots=True)
class _Page:
    title: str
    texts: frozenset[str]


def _learn_host(host: str, pages: list[_Page]) -> Memory | None:
    stories = _stories(list(dict.fromkeys(pages)))
    if len(stories) < 2:
        return None
    seen = Counter(text for story in stories for text in story)
    furniture = frozenset(
        fingerprint(text) for text, count in seen.items() if count >= (3 if len(text) >= LONG else 2)
    )
    version = blake2b("".join(sorted(furniture)).encode(), digest_size=6).hexdigest()
    return Memory(host, furniture, len(stories), version)


def _stories(pages: list[_Page]) -> list[frozenset[str]]:
    """Pages that are one story count once: what one of them shows, its twin shows again."""
    titles: dict[str, set[str]] = {}
    for page in pages:
        for text in page.texts:
            if len(text) >= TELLING:
                titles.setdefault(text, set()).add(page.title)
    telling = [[t for t in page.texts if len(t) >= TELLING and len(titles[t]) < 3] for page in pages]
    mass = [sum(map(len, texts)) for texts in telling]
    where: dict[str, list[int]] = {}
    leader = list(range(len(pages)))
    for number, texts in enumerate(telling):
        shared: Counter[int] = Counter()
        for text in texts:
            for other in where.setdefault(text, []):
                shared[other] += len(text)
            where[text].append(number)
        twin = next(
            (other for other, common in shared.items() if common * 2 >= min(mass[number], mass[other])),
            number,
        )
        leader[number] = leader[twin]
    stories: dict[int, frozenset[str]] = {}
    for number, page in enumerate(pages):
        stories[leader[number]] = stories.get(leader[number], frozenset()) | page.texts
    return list(stories.values())
