"""Which codec a page without a trustworthy label has: every reading is weighed, the likeliest wins.

charset-normalizer (MIT) names the rarer codecs; it is asked only where no Chinese reading is convincing,
since it knows long texts of many languages well and an eight-character title hardly at all.
"""

import re
from dataclasses import dataclass

from transform.decode.labels import resolve_label
from transform.decode.plausibility import PLAUSIBLE, weigh, weigh_character
from transform.decode.whatwg import read_lossy

_LABEL_BONUS = 0.92  # a label is evidence: its reading may cost a little more than the best
_CHINESE = ("gb18030", "big5")
_LOSSY = ("gb18030", "utf-8", "big5")
_OTHERS = ("utf-16le", "utf-16be", "shift_jis", "euc-jp", "windows-1252")
_HIRAGANA = re.compile("[\u3041-\u3093]")
_KANA_IN_CHINESE = 5.0
_WINDOW = 40_000
_SURE = 11.5
_ASKED = 100_000  # bytes that charset-normalizer sees


@dataclass(frozen=True, slots=True)
class Reading:
    """A text, the codec that gave it, what spoke for the codec, and how many characters are lost."""

    text: str
    codec: str
    evidence: str
    lost: int = 0

    @property
    def cost(self) -> float:
        """Bits of the beginning; a label lowers them, kana that GB 2312 shares with EUC-JP raise them."""
        kana = len(_HIRAGANA.findall(self.text[:_WINDOW])) if self.codec in _CHINESE else 0
        bits = weigh(self.text[:_WINDOW]) + _KANA_IN_CHINESE * kana
        return bits * (1.0 if self.evidence == "detector" else _LABEL_BONUS)


def detect(body: bytes, labelled: list[Reading]) -> Reading:
    """The likeliest reading of `body`, those of labels among them. Damage is dear, not forbidden."""
    readings = labelled + _readings(body, _CHINESE, may_lose=False)
    if not any(_is_sure(reading) for reading in readings):
        readings += _readings(body, _LOSSY, may_lose=True)
        readings += _readings(body, _OTHERS, may_lose=False)
        readings += _readings(body, _ask_charset_normalizer(body), may_lose=False)
    if len({(reading.codec, reading.text) for reading in readings}) == 1:
        return readings[0]  # a label and the bytes agree
    return min(readings, key=lambda reading: reading.cost)


def is_convincing(reading: Reading) -> bool:
    """Whether a reading can be believed without a look at others."""
    return weigh_character(reading.text) <= PLAUSIBLE


def _is_sure(reading: Reading) -> bool:
    return weigh_character(reading.text) <= _SURE and _HIRAGANA.search(reading.text) is None


def _readings(body: bytes, names: tuple[str, ...], *, may_lose: bool) -> list[Reading]:
    found = ((name, *read_lossy(body, name)) for name in names)
    return [Reading(text, name, "detector", lost) for name, text, lost in found if may_lose or not lost]


def _ask_charset_normalizer(body: bytes) -> tuple[str, ...]:
    from charset_normalizer import from_bytes  # heavy: not at start

    matches = from_bytes(body[:_ASKED], enable_fallback=False)
    names = (
        resolve_label(match.encoding.replace("_", "-")) or resolve_label(match.encoding) for match in matches
    )
    return tuple(dict.fromkeys(name for name in names if name))[:4]
