"""Words and names that hold a numeral and are no figure: 四位一体, 进一步, 沪深300."""

from functools import cache

from transform.figures.role_words import role_words


def idiom_at(text: str, start: int, end: int) -> bool:
    """Whether the numeral at `start`..`end` stands inside such a word."""
    by_first = _idioms()
    for place in range(max(0, start - 6), end):
        for word in by_first.get(text[place], ()):
            if place + len(word) > start and text.startswith(word, place):
                return True
    return False


@cache
def _idioms() -> dict[str, tuple[str, ...]]:
    by_first: dict[str, tuple[str, ...]] = {}
    for word in role_words()["idioms"]["words"]:
        by_first[word[0]] = (*by_first.get(word[0], ()), word)
    return by_first
