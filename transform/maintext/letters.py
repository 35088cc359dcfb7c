"""Texts as letters and digits only, and as pairs of them: what titles and headlines are compared by."""

from transform.patterns import compiled

_WORD = compiled(r"[^\W_]+")


def letters(text: str) -> str:
    """The text's letters and digits only.

    >>> letters("“三农”工作 2.0")
    '三农工作20'
    """
    return "".join(_WORD.findall(text)).lower()


def pairs_of(text: str) -> set[str]:
    """Pairs of neighbouring characters."""
    return {text[i : i + 2] for i in range(len(text) - 1)}
