"""One way to read a mirrored line, on its way through the tokens: what is read so far, and what it costs."""

from typing import NamedTuple

MARGIN = 2.0
"""Bits: of two readings no further apart neither is chosen."""


class Path(NamedTuple):
    """One way to read the tokens so far."""

    cost: float
    context: str
    """The last two characters, simplified."""
    last: str
    """The last character, as the mirror's page had it."""
    text: str = ""
    pending: int | None = None
    """A lead byte that waits for its trail byte, or an area of them; None in phase."""
    settled: int = 0
    length: int = 0
    """How much of `text` belongs to the slip, which ends at `end` of the text as seen."""
    end: int = 0
    gap: float = 99.0
    """Bits to the next best reading, of those beyond the margin."""
    is_lossy: bool = False
    is_unexplained: bool = False
    noted: tuple[tuple[str, str], ...] = ()
    """The characters that readings were put behind, where the page shows them nowhere else in phase."""
    is_split: bool = False
    """A reading was put between the pending byte and the next: their character has none of its own."""
    doubted: frozenset[int] = frozenset()
    """Places in `text` where readings within the margin have another character."""

    def doubt(self, rival: "Path") -> "Path":
        """The path, knowing of another in the same state that costs no less."""
        if rival.text == self.text:
            return self
        if (gap := rival.cost - self.cost) > MARGIN:
            return self._replace(gap=min(gap, self.gap))
        first = _shared(self.text, rival.text)
        behind = len(self.text) - _shared(self.text[first:][::-1], rival.text[first:][::-1])
        is_same_length = len(self.text) == len(rival.text)
        places = {
            place
            for place in range(first, behind)
            if not is_same_length or self.text[place] != rival.text[place]
        }
        return self._replace(
            doubted=self.doubted | rival.doubted | places if is_same_length else self.doubted | places
        )

    def keep(self, char: str, cost: float, wide: str = "？") -> "Path":
        """The path with a character as it is seen; `wide` is how the model knows it."""
        context = "^" if wide.isascii() or "０" <= wide <= "ｚ" else (self.context + wide)[-2:]
        return self._replace(
            cost=self.cost + cost,
            context=context,
            last=char,
            text=self.text + char,
            settled=self.settled + 1,
        )


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = zip(one, other, strict=False)
    return next((place for place, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
