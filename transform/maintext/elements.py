"""What the elements of HTML are to a reader: skipped, part of a line, a line, a column."""

from transform.vocabulary import read_words

_WORDS = read_words("maintext_elements.toml")

SKIPPED = frozenset(_WORDS["skipped"])
INLINE = frozenset(_WORDS["inline"])
LEAVES = frozenset(_WORDS["leaves"])
COLUMNS = frozenset(_WORDS["columns"])
VOID = frozenset(_WORDS["void"])
RAW = frozenset(_WORDS["raw"])
FOREIGN = frozenset(_WORDS["foreign"])
FORMATTING = frozenset(_WORDS["formatting"])
CLOSERS = frozenset(_WORDS["closers"])
BARRIERS = frozenset(_WORDS["barriers"])
LISTS = (CLOSERS | BARRIERS) - {"address", "div", "p", "li", "dd", "dt"}
"""What an open list item does not reach out of."""
PARTS: dict[str, list[str]] = _WORDS["parts"]
KINDS: dict[str, str] = {tag: kind for kind, tags in _WORDS["kinds"].items() for tag in tags}
