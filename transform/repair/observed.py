"""A mirrored text as tokens of bytes: what the mirror's last lossy decoding can have made of which bytes.

A token is a character as seen, with the reading that stands behind it in brackets, if any.
"""

import re

from msgspec import Struct

from transform.patterns import compiled
from transform.repair.mirror import SYLLABLE
from transform.repair.readings import spell
from transform.repair.truth import pair_of

_NOTE = rf"(?:\((?P<note>{SYLLABLE}) ?\))"
_TOKEN = compiled(rf"\?(?P<swallowed>{SYLLABLE})\)|(?P<seen>[^\n]){_NOTE}?|\n", re.S)
SLIP = compiled(rf"\?(?:{SYLLABLE}\)|(?=\({SYLLABLE}\))|(?=[?,;!:]))")
"""Where a slip can begin: a question mark that swallowed a bracket, or before a mark found out of phase."""


class Token(Struct, frozen=True):
    """One character as seen; `start` and `end` count in the text, the reading in brackets included."""

    start: int
    end: int
    char: str
    pair: tuple[int, int] | None
    """Its two bytes in GBK; for ASCII those of its full-width form."""
    reading: str | None = None
    swallowed: bool = False
    """The reading's opening bracket went with the lead byte before it."""


def read_tokens(text: str, start: int, limit: int) -> list[Token]:
    """The tokens of one line from `start` on, at most `limit`; a line's end is a token too."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text, start):
        if match["swallowed"]:
            tokens.append(
                Token(match.start(), match.end(), "?", None, spell(match["swallowed"]), swallowed=True)
            )
        else:
            char = match["seen"] or "\n"
            tokens.append(
                Token(match.start(), match.end(), char, pair_of(char), match["note"] and spell(match["note"]))
            )
        if tokens[-1].char == "\n" or len(tokens) == limit:
            return tokens
    return [*tokens, Token(len(text), len(text), "\n", None)]
