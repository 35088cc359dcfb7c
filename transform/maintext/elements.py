"""What the elements of HTML are to a reader: skipped, part of a line, a line, a column."""

import tomllib
from importlib.resources import files

_WORDS = tomllib.loads((files("transform.vocab") / "maintext_elements.toml").read_text(encoding="utf-8"))

SKIPPED = frozenset(_WORDS["skipped"])
INLINE = frozenset(_WORDS["inline"])
LEAVES = frozenset(_WORDS["leaves"])
COLUMNS = frozenset(_WORDS["columns"])
KINDS: dict[str, str] = {tag: kind for kind, tags in _WORDS["kinds"].items() for tag in tags}
