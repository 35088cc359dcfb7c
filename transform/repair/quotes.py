"""Lost quotation marks: on some pages each character of General Punctuation (“ ” ‘ ’ … —) became a blank."""

import re

_MARKS = re.compile(r"[\u2010-\u2027\"「」『』＂]")
_GAP = re.compile(r"(?<=[\u3400-\u9fff，、：；。]) (?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff]) (?=[，、：；。])")
_FEWEST = 6


def has_lost_quotes(text: str) -> bool:
    """Whether blanks stand between Chinese characters and no quotation mark, dash or ellipsis is left."""
    return not _MARKS.search(text) and len(_GAP.findall(text)) >= _FEWEST
