"""Which codec a page without a trustworthy label has: every reading is weighed, the likeliest wins.

charset-normalizer (MIT) names the rarer codecs; it is asked only where no Chinese reading is convincing,
since it knows long texts of many languages well and an eight-character title hardly at all.
"""

from msgspec import Struct

from transform.decode.labels import resolve_label
from transform.decode.plausibility import PLAUSIBLE, drop_ascii, weigh, weigh_character
from transform.decode.whatwg import count_lost, read_lossy
from transform.patterns import compiled

_LABEL_BONUS = 0.08  # a label is evidence: what its reading may cost more than the best, as a share
_CHINESE = ("gb18030", "big5")
_LOSSY = ("gb18030", "utf-8", "big5", "utf-16le", "utf-16be")
_OTHERS = ("shift_jis", "euc-jp", "euc-kr", "koi8-r", "windows-1252")
# Bits that a codec nobody named is in debt: how seldom it is among pages without a trustworthy label.
_DEBTS = {"gb18030": 0.0, "utf-8": 0.0, "big5": 3.0, "windows-1252": 3.0, "utf-16le": 20.0, "utf-16be": 20.0}
_DEBT = 9.0  # of all other codecs
_HIRAGANA = compiled("[\u3041-\u3093]")
_KANA_IN_CHINESE = 5.0
_TWO_SCRIPTS = compiled("[a-zA-Z][\u0370-\u04ff]|[\u0370-\u04ff][a-zA-Z]")
_IN_ONE_WORD = 8.0  # bits for a word of Latin and Cyrillic letters
# In EUC-KR every syllable begins with a byte from B0 to C8; of Chinese characters fewer than half do.
_HANGUL_ONLY = compiled(rb"(?:[\x00-\x7f]++|[\xa1-\xa3\xb0-\xc8][\xa1-\xfe])*+")
_LONG_ASCII = compiled("([\x00-\x7f]{16})[\x00-\x7f]{16,}")  # scripts and markup say nothing of the codec
_END = compiled(rb"[\n\r <>,.]")
_FOREIGN = compiled(rb"[\x80-\xff]")
_ENOUGH = 120_000  # bytes that are read in every codec
_WESTERN_SHARE = 0.4  # of letters beyond ASCII in a western text
_NO_LETTERS = 10.5  # bits a character: Russian costs 8.5
_NOT_TEXT = 17.0  # bits a character: what random bytes cost
_FEW_SIGNS = 3  # different ones make no text
_MANY = 100  # characters that are enough to say so
_SURE = 11.5
_LETTERS, _HANGUL = 9.3, 10.5  # bits a character: Russian costs 8.5, Korean 8.5
_ASKED = 100_000  # bytes that charset-normalizer sees
_CLEAR_GLANCE = 8000  # bytes in which one codec may be clearly the better
_CLEAR = 4.0  # bits a character by which it is
_DROPPED = 3  # characters that such a page may have lost on its way
_GLANCE = 1000  # bytes by which a codec is turned away
_CUT_OFF = 4  # characters lost there; what is cut at the end loses fewer


class Reading(Struct, frozen=True):
    """A text, the codec that gave it, what spoke for it, how many characters are lost, other codecs."""

    text: str
    codec: str
    evidence: str
    lost: int = 0
    also: tuple[str, ...] = ()

    @property
    def cost(self) -> float:
        """Bits of what is not markup; a label lowers them.

        Kana that GB 2312 shares with EUC-JP raise them, and letters of two scripts in one word.
        """
        text = _LONG_ASCII.sub(r"\1", self.text)
        bits = weigh(text) + _IN_ONE_WORD * len(_TWO_SCRIPTS.findall(text))
        if self.codec in _CHINESE:
            bits += _KANA_IN_CHINESE * len(_HIRAGANA.findall(text))
        if self.evidence == "detector":
            return bits + _DEBTS.get(self.codec, _DEBT)
        return bits - _LABEL_BONUS * weigh(drop_ascii(text))


def detect(body: bytes, labelled: list[Reading]) -> Reading:
    """The likeliest reading of `body`, those of labels among them. Damage is dear, not forbidden."""
    if len(body) > _ENOUGH:
        sample = _cut_sample(body)
        named = [_read(sample, reading.codec, reading.evidence) for reading in labelled]
        found = detect(sample, named)
        text, lost = read_lossy(body, found.codec)
        return Reading(text, found.codec, found.evidence, lost)
    if not labelled and (clear := _find_clear(body)) is not None:
        return clear
    readings = labelled + _readings(body, _CHINESE, may_lose=False)
    if not any(_is_sure(reading) for reading in readings) or _HANGUL_ONLY.fullmatch(body[:_ASKED]):
        readings += _readings(body, _LOSSY, may_lose=True)
        readings += _readings(body, _OTHERS, may_lose=False)
        readings += _readings(body, _ask_charset_normalizer(body), may_lose=False)
    if len({(reading.codec, reading.text) for reading in readings}) == 1:
        return readings[0]  # a label and the bytes agree
    readable = [reading for reading in readings if not is_noise(reading)]
    return min(readable or readings, key=lambda reading: reading.cost)


def is_convincing(reading: Reading) -> bool:
    """Whether a reading can be believed without a look at others."""
    limit = _LETTERS if is_single_byte(reading.codec) else _HANGUL if reading.codec == "euc-kr" else PLAUSIBLE
    return weigh_character(reading.text) <= limit


def is_single_byte(codec: str) -> bool:
    """Whether a codec reads each byte by itself: then nearly any bytes are a text, and few are words."""
    return codec.startswith(("windows-", "iso-8859-", "koi8", "macintosh", "x-mac-", "ibm866"))


def is_noise(reading: Reading) -> bool:
    """A reading that nobody can have written: the codec takes any byte, or what it takes makes no words."""
    is_guess = reading.evidence == "detector"
    is_single = is_single_byte(reading.codec)
    if not is_single and not is_guess and reading.lost <= 1:
        return False
    foreign = drop_ascii(reading.text)
    is_long = len(foreign) > _MANY
    is_dense = len(foreign) > _WESTERN_SHARE * len(reading.text)
    if is_long and is_dense and not _has_letters(foreign[:_ASKED]):
        return True
    if not is_single:
        return (reading.lost > 1 or is_long) and weigh_character(foreign) > _NOT_TEXT
    if is_long and is_dense and len(set(foreign)) <= _FEW_SIGNS:
        return True
    return is_guess and is_dense and weigh_character(foreign) > _NO_LETTERS


def _has_letters(foreign: str) -> bool:
    return sum(map(str.isalpha, foreign)) * 2 > len(foreign)


def _is_sure(reading: Reading) -> bool:
    return weigh_character(reading.text) <= _SURE and _HIRAGANA.search(reading.text) is None


def _find_clear(body: bytes) -> Reading | None:
    """The reading by the Chinese codec that tells a glance so much better than the other that no more need
    be weighed: nearly every page whose codec nobody names."""
    glance = _begin(body, _CLEAR_GLANCE)
    (bits, name), (others, _) = sorted(
        (weigh_character(read_lossy(glance, name)[0]), name) for name in _CHINESE
    )
    if not 0 < bits <= _SURE or others - bits < _CLEAR or _HANGUL_ONLY.fullmatch(body[:_ASKED]):
        return None
    reading = _read(body, name, "detector")
    return reading if reading.lost <= _DROPPED and _is_sure(reading) else None


def _readings(body: bytes, names: tuple[str, ...], *, may_lose: bool) -> list[Reading]:
    if not may_lose:  # most wrong codecs lose their place at once
        glance = _begin(body, _GLANCE)
        names = tuple(name for name in names if count_lost(glance, name) < _CUT_OFF)
    found = (_read(body, name, "detector") for name in names)
    return [reading for reading in found if may_lose or not reading.lost]


def _read(body: bytes, name: str, evidence: str) -> Reading:
    text, lost = read_lossy(body, name)
    return Reading(text, name, evidence, lost)


def _begin(body: bytes, size: int) -> bytes:
    """So many bytes from the first that is not ASCII."""
    foreign = _FOREIGN.search(body)
    return body[foreign.start() : foreign.start() + size] if foreign else b""


def _cut_sample(body: bytes) -> bytes:
    """The first part that is not ASCII alone, to a byte that ends no character of two or three."""
    foreign = _FOREIGN.search(body)
    start = foreign.start() - foreign.start() % 2 if foreign else 0
    sample = body[start : start + _ENOUGH]
    ends = [end.end() for end in _END.finditer(sample, _ENOUGH - 2000)]
    return sample[: ends[-1]] if ends else sample


def _ask_charset_normalizer(body: bytes) -> tuple[str, ...]:
    from charset_normalizer import from_bytes  # heavy: not at start

    matches = from_bytes(body[:_ASKED], enable_fallback=False)
    names = (
        resolve_label(match.encoding.replace("_", "-")) or resolve_label(match.encoding) for match in matches
    )
    return tuple(dict.fromkeys(name for name in names if name))[:4]
