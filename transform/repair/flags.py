"""What can be wrong with a whole text. The list is closed: a comment in the warehouse quotes it.

What a flag rests on is found by `evidence.py`.
"""

from enum import StrEnum

from transform.patterns import compiled


class Flag(StrEnum):
    """A finding about the whole text; `MEANINGS` has one line each."""

    PINYIN_MIRROR = "pinyin_mirror"
    BYTE_SLIP_UNREPAIRED = "byte_slip_unrepaired"
    HEADLINE_PIECES = "headline_pieces"
    SYNONYM_SPUN = "synonym_spun"
    LOST_QUOTES = "lost_quotes"
    MOJIBAKE = "mojibake"
    LOSSY_TEXT = "lossy_text"


MEANINGS = {
    Flag.PINYIN_MIRROR: "a mirror had made the page traditional, with readings in brackets",
    Flag.BYTE_SLIP_UNREPAIRED: "a slip by one byte stays; figures beside it may lack digits",
    Flag.HEADLINE_PIECES: "pieces of the headline stood strewn in the text; the sure ones are removed",
    Flag.SYNONYM_SPUN: "words were replaced by near synonyms all through; nothing is reverted",
    Flag.LOST_QUOTES: "quotation marks and dashes had become blanks; the sure quotation marks are restored",
    Flag.MOJIBAKE: "parts had been read with a wrong codec; what could be undone is",
    Flag.LOSSY_TEXT: "characters are lost for good (U+FFFD, 锟斤拷); nothing is guessed",
}

LOSSY = compiled("\ufffd|锟斤拷|烫{4,}|屯{4,}")  # the last two are memory that nobody wrote to
"""Characters that stand where others were lost."""
LOSSY_SIGNS = ("\ufffd", "锟斤拷", "烫烫", "屯屯")
"""One of them is in each: sooner asked for."""
