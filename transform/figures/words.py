"""Words in which a subject must not be cut, although they begin, end or go on like what is cut off."""

from functools import cache

from msgspec import Struct

from transform.vocabulary import read_lines


class Words(Struct, frozen=True):
    """Words of two to four characters by the way in which they mislead."""

    begins: frozenset[str]
    """在岗 begins like 在."""
    ends: frozenset[str]
    """行为 ends like 为."""
    holds: frozenset[str]
    """高等 holds 等."""


@cache
def whole_words() -> Words:
    """The words as they stand in `figures_words.txt`, read once."""
    kinds = {kind: frozenset(words) for kind, *words in map(str.split, read_lines("figures_words.txt"))}
    return Words(kinds["begins"], kinds["ends"], kinds["holds"])


def holds_sign(text: str, at: int) -> bool:
    """Whether the character there is a part of a word of two (基因, 对象)."""
    holds = whole_words().holds
    return text[at : at + 2] in holds or text[max(0, at - 1) : at + 1] in holds
