"""The words of furniture: which class of it a block speaks for."""

import re
import tomllib
from functools import cache
from importlib.resources import files

LONGEST = 100
"""Beyond this many characters only the first are looked at: furniture says at once what it is."""


@cache
def classes() -> dict[str, re.Pattern[str]]:
    """Class → its pattern."""
    words = tomllib.loads((files("transform.vocab") / "furniture.toml").read_text(encoding="utf-8"))
    return {name: re.compile("|".join(patterns), re.I) for name, patterns in words["classes"].items()}


def classes_of(text: str) -> list[str]:
    """The classes of furniture that a text speaks for, the most telling first.

    >>> classes_of("相关新闻"), classes_of("潮水退去，渔民开始一天的工作。")
    (['related'], [])
    """
    return [name for name, pattern in classes().items() if pattern.search(text, 0, LONGEST)]
