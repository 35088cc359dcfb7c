"""Half-width punctuation between Chinese characters, widened where a page mixes both widths.

A page that is half-width throughout is somebody's style and stays; brackets stay as they are.
"""

import re

from transform.patterns import compiled
from transform.repair.edits import Edit

_LEFT = r"(?<=[\u3400-\u9fff》”’」』）％%℃。…].)"
_RIGHT = r"(?=[\u3400-\u9fff《“‘「『（]|\s*$|\n)"
_NARROW = compiled(f"[,;:?!]{_LEFT}{_RIGHT}", re.DOTALL)
_WIDE = "，；：？！"
_TO_WIDE = str.maketrans(",;:?!", _WIDE)


def has_mixed_widths(text: str) -> bool:
    """Whether punctuation between Chinese characters has both widths, mostly the full one."""
    narrow = len(_NARROW.findall(text))
    return narrow > 0 and sum(map(text.count, _WIDE)) > narrow


def find_punctuation(text: str) -> list[Edit]:
    """Edits that widen; to be used only on a page of mixed widths."""
    return [
        Edit(
            "punctuation", match.start(), match.end(), match.group(), match.group().translate(_TO_WIDE), 0.95
        )
        for match in _NARROW.finditer(text)
    ]
