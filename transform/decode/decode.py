"""Bytes to text, with the evidence for the codec.

In this order: a byte order mark; NULs that only UTF-16 explains; escapes of seven-bit codecs; strict
UTF-8; the HTTP label, the page's own label, the site's hint; parts in two codecs; what reads best. A
label is believed where it decodes strictly and reads like a text: `gb2312` on a Big5 page decodes, but
nobody would write such words.
"""

from extract.page import RawPage
from extract.rejection import Reason, Rejection, Stage
from transform.decode.binary import find_signature, has_many_controls
from transform.decode.decoded import DecodedPage, Decoding
from transform.decode.detect import Reading, detect, is_convincing, is_noise
from transform.decode.labels import find_header_label, resolve_label
from transform.decode.parts import decode_parts, has_utf8_part
from transform.decode.plausibility import weigh
from transform.decode.prescan import find_meta
from transform.decode.resync import mend_phase
from transform.decode.whatwg import LOST, read, read_lossy
from transform.patterns import compiled

_UTF8_MARK = b"\xef\xbb\xbf"
_MARKS = (
    (_UTF8_MARK, "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32le"),
    (b"\x00\x00\xfe\xff", "utf-32be"),
    (b"\xff\xfe", "utf-16le"),
    (b"\xfe\xff", "utf-16be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_ESCAPES = (
    (compiled(rb"~\{(?:[\x21-\x7d][\x21-\x7e])+(?:~\}|\n|\Z)"), "hz"),
    (compiled(rb"\x1b\$[@B]"), "iso-2022-jp"),
)
_LOST_SHARE, _LOST_COUNT = 0.05, 20  # a page may lose so much of its characters
_WIDE = compiled("[\u0800-\U0010ffff]")
_NOT_UTF8 = 2.5  # bits a character by which GBK must read better than two-byte UTF-8


def decode(page: RawPage, hint: str | None = None) -> DecodedPage | Rejection:
    """Turn a page's bytes into text and keep the evidence for the choice."""
    body = page.body
    if not body.strip(b"\t\n\x0b\x0c\r \x00"):
        return Rejection(Stage.DECODE, Reason.EMPTY, "the page has no bytes but white space")
    if signature := find_signature(body):
        return Rejection(Stage.DECODE, Reason.BINARY, f"the page begins like a binary file: {signature}")
    marked = _read_marked(body)
    if marked is None:
        body = body.removeprefix(_UTF8_MARK)  # some put it before any page
    if marked is None and has_many_controls(body):
        marked = _read_utf16(body)
        if marked is None:
            return Rejection(Stage.DECODE, Reason.BINARY, "control characters, and no UTF-16")
    reading = marked or _read_escaped(body) or _read_utf8(body) or _read_other(body, _labels(page, hint))
    if not reading.text.strip("\ufeff \t\r\n\u3000\xa0\x00"):
        return Rejection(Stage.DECODE, Reason.EMPTY, "the page has no characters but white space")
    if is_noise(reading) or _loses_much(reading):
        return Rejection(Stage.DECODE, Reason.UNDECODABLE, _explain(reading))
    text, lost = reading.text, reading.lost
    if reading.codec in ("gb18030", "big5") and not reading.also:
        text, lost = mend_phase(body, reading.codec, text, lost)
    is_marked = reading.codec == "utf-8" and page.body.startswith(_UTF8_MARK)
    evidence = "bom" if is_marked else reading.evidence
    return DecodedPage(text, Decoding(reading.codec, evidence, lost, reading.also))


def _explain(reading: Reading) -> str:
    if not _loses_much(reading):
        return f"no codec makes words of these bytes; the best is {reading.codec}"
    characters = _count_characters(reading.text)
    return f"the best reading ({reading.codec}) loses {reading.lost} of {characters} characters"


def _loses_much(reading: Reading) -> bool:
    return reading.lost > _LOST_COUNT and reading.lost > _LOST_SHARE * _count_characters(reading.text)


def _count_characters(text: str) -> int:
    return sum(map(len, text.split()))  # white space does not count


def _labels(page: RawPage, hint: str | None) -> list[tuple[str, str]]:
    """The codecs that somebody names, with who does, each once."""
    header = find_header_label(page.content_type)
    named = {
        "http": resolve_label(header) if header else None,
        "meta": find_meta(page.body),
        "site": resolve_label(hint) if hint else None,
    }
    found: dict[str, str] = {}
    for evidence, name in named.items():
        if name and name != "replacement":
            found.setdefault("gb18030" if name == "gbk" else name, evidence)
    return [(evidence, name) for name, evidence in found.items()]


def _read_marked(body: bytes) -> Reading | None:
    for mark, name in _MARKS:
        if body.startswith(mark):
            text, lost = read_lossy(body[len(mark) :], name)
            has_parts = name == "utf-8" and lost and has_utf8_part(body[len(mark) :])
            if lost <= _LOST_SHARE * len(text) and not has_parts:
                return Reading(text, name, "bom", lost)
    return None


def _read_utf16(body: bytes) -> Reading | None:
    """UTF-16 without a mark: the byte order that reads like text, if one does."""
    readings = [_reading(body, name, "detector") for name in ("utf-16le", "utf-16be")]
    best = min(readings, key=lambda reading: weigh(reading.text[:4000]))
    return best if weigh(best.text[:4000]) < 12 * len(best.text[:4000]) else None


def _reading(body: bytes, name: str, evidence: str) -> Reading:
    text, lost = read_lossy(body, name)
    return Reading(text, name, evidence, lost)


def _read_escaped(body: bytes) -> Reading | None:
    if not body.isascii():
        return None
    for escape, name in _ESCAPES:
        if escape.search(body):
            text, lost = read_lossy(body, name)
            if lost <= _LOST_SHARE * len(text) and (
                name != "hz" or is_convincing(Reading(text, name, "detector"))
            ):
                return Reading(text, name, "detector", lost)
    return None


def _read_utf8(body: bytes) -> Reading | None:
    """Strict UTF-8; the last character may be cut."""
    try:
        text, lost = body.decode("utf-8"), 0
    except UnicodeDecodeError as error:
        if error.end < len(body) or error.reason != "unexpected end of data":
            return None
        text, lost = body[: error.start].decode("utf-8") + LOST, 1
    if not text.isascii() and not _WIDE.search(text):
        # Only two-byte characters: a few words of GBK can look like that.
        other = read(body, "gb18030")
        if other is not None and weigh(other) + _NOT_UTF8 * len(other) < weigh(text):
            return None
    return Reading(text, "utf-8", "utf8", lost)


def _read_other(body: bytes, labels: list[tuple[str, str]]) -> Reading:
    """What is not UTF-8 as a whole."""
    others = [name for _, name in labels if name in ("gb18030", "big5")] or ["gb18030", "big5"]
    if has_utf8_part(body):
        text, codec, also, lost = decode_parts(body, others)
        named = next((who for who, name in labels if name == codec), "detector")
        return Reading(text, codec, "utf8" if codec == "utf-8" else named, lost, also)
    labelled = []
    for evidence, name in labels:
        reading = _reading(body, name, evidence)
        if not reading.lost and is_convincing(reading):
            return reading
        labelled.append(reading)
    return detect(body, labelled)
