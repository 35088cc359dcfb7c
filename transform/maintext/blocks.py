"""A page once it is read: blocks in page order, the boxes that they lie in, the facts of its head."""

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct, field

from transform.maintext.rules import Ruled


class Block(Struct, frozen=True, gc=False):
    """One line of text as a reader sees it: a paragraph, a heading, a list item, a row of a table."""

    text: str
    """White space collapsed, characters without width left out, cells of a row joined by a tab."""
    tag: str
    """The element that holds it; `br` for a line that a line break set off."""
    kind: str
    """`paragraph`, `heading`, `list_item`, `row`, `caption` or `line` (of plain text)."""
    box: int = 0
    """The box that it lies in."""
    linked: int = 0
    """Characters inside links."""
    bold: int = 0
    """Characters inside bold type."""
    inner: str = ""
    """The markup of a row's cells; empty for a block that is text alone."""
    hidden: bool = False
    """Lies in an element that the page does not show."""
    pictures: int = 0
    """Images since the block before."""
    found: str = ""
    """The text with its characters without width, where it has any."""


class Box(Struct, gc=False):
    """An element that holds blocks: a paragraph, a column, the page."""

    parent: int
    tag: str
    marks: str
    """Its class and id."""
    depth: int
    first: int
    """Its blocks are `blocks[first:end]`."""
    end: int = 0
    """Known last."""


class Head(Struct, frozen=True):
    """What the page says of itself outside its text. Nothing here is repaired."""

    title: str | None = None
    metas: dict[str, str] = field(default_factory=dict)
    """Name or property in lower case → content, the first of each."""
    items: tuple[dict[str, Any], ...] = ()
    """JSON-LD items, flattened."""
    headlines: tuple[str, ...] = ()
    """Texts of `<h1>`."""
    canonical: str | None = None
    language: str | None = None
    times: tuple[str, ...] = ()
    """Values of `<time datetime>` and microdata dates, in page order."""


class Document(Struct, frozen=True, eq=False):
    """A page, read. It equals itself alone, so what is found out about it can be remembered."""

    blocks: tuple[Block, ...]
    boxes: tuple[Box, ...] = (Box(-1, "body", "", 0, 0, 0),)
    head: Head = Head()
    is_plain: bool = False
    """Plain text: the lines are the blocks."""
    ruled: Ruled | None = None
    """What the rules of its site did to it."""


class Choice(Struct, frozen=True):
    """A block that was kept or dropped, and why, in a word or a phrase."""

    block: Block
    reason: str
    index: int
    """Its place in the document."""


class MainText(Struct, frozen=True):
    """The article of a page and nothing else."""

    text: str
    """Paragraphs, one a line, without the headline; rows with tabs, captions on lines of their own."""
    blocks: tuple[Block, ...]
    """All of the page's."""
    indexes: tuple[int, ...]
    """Those kept, in page order."""
    reasons: Callable[[], Sequence[str]]
    """Gives each block's reason: only a person asks for them."""
    headline: int | None = None
    """The block that bears the headline."""
    flags: tuple[str, ...] = ()
    """`truncated`, `gallery`, `forwarded`, `advertisement`."""
    notes: tuple[str, ...] = ()
    """Rules of its site that did not act, and why."""

    @property
    def kept(self) -> tuple[Choice, ...]:
        """The blocks of the article, each with its reason."""
        return self._choices(is_kept=True)

    @property
    def dropped(self) -> tuple[Choice, ...]:
        """The other blocks of the page, each with its reason."""
        return self._choices(is_kept=False)

    def _choices(self, *, is_kept: bool) -> tuple[Choice, ...]:
        chosen, named = set(self.indexes), zip(self.blocks, self.reasons(), strict=True)
        return tuple(
            Choice(block, reason, at) for at, (block, reason) in enumerate(named) if (at in chosen) == is_kept
        )
