"""The ways in which sites damage the words of a page, as functions from clean text.

They are models, each written after damage seen on real pages; none of them draws lots. `mirror` takes a whole
page, `spin` any text, the rest the paragraphs of an article, one a line.
"""

import itertools
import re
from collections.abc import Callable
from pathlib import Path

from opencc import OpenCC

SOURCES = Path(__file__).parent / "sources"
BLOCK = "\ue000", "\ue001"  # around text that another codec writes
HALF = "\ufffd"  # within such a block: only the first two bytes of the next character
_TO_TRADITIONAL, _TO_SIMPLIFIED = OpenCC("s2tw"), OpenCC("t2s")
_STAYS = frozenset(
    "后里制游布云系松干面只谷余占于厘岳丑斗"
)  # left alone by the mirror's table of single characters
WIDE_TO_HALF = str.maketrans("，：；？！（）", ",:;?!()")
_MIRROR_OWN = {"台": "臺", "着": "著", "签": "簽", "鉴": "鑒"}
GENERAL_PUNCTUATION = re.compile("[\u2010-\u205e]+")
_DROPPED = 0xF0000  # private-use characters while the mirror still holds them


def mirror(text: str, site: str) -> str:
    """A page of a "traditional" mirror, which worked on bytes and not on characters.

    The text is converted one character for one and written as GBK; each character of the site's
    table gets its reading wherever its two bytes are met, one character after the other; the bytes
    are read leniently, written and cut at ， and ？ wherever *their* bytes are met, and each piece is
    read leniently again; full-width signs become half-width. So byte slips are not planted: they
    happen where two bytes are met across two characters.

    >>> mirror("发布会", "a")
    '發(fā)布會(huì)'
    >>> mirror("专家库", "a")  # the bytes D2 8E within 家庫 are those of 規
    '專(zhuān)家?guī)?'
    """
    table = [line.split("\t") for line in (SOURCES / "readings.tsv").read_text("utf-8").splitlines()]
    pairs = [(char, reading) for char, reading, sites in table if site in sites]
    return "".join(
        part if part.startswith("<") or part == "\n" else _mirror_part(part, pairs)
        for part in re.split(r"(<!--.*?-->|<[^>]*>|\n)", text, flags=re.DOTALL)
    )


def _mirror_part(text: str, pairs: list[tuple[str, str]]) -> str:
    data = "".join(map(_traditional, text)).encode("gbk")
    for char, reading in pairs:
        data = data.replace(char.encode("gbk"), f"{char}({reading})".encode("gbk"))
    again = b"".join(_gbk_byte(char) for char in _read_badly(data))
    pieces = re.split(b"(\xa3\xac|\xa3\xbf)", again)  # ， and ？, wherever their bytes are met
    told = "".join(map(_read_badly, pieces))
    return re.sub(f"[{chr(_DROPPED)}-{chr(0x10FFFD)}]", "", told).translate(WIDE_TO_HALF)


def _traditional(char: str) -> str:
    other = _MIRROR_OWN.get(char) or (char if char in _STAYS else _TO_TRADITIONAL.convert(char))
    return other if len(other) == 1 and other.encode("gbk", "ignore") else char


def _gbk_byte(char: str) -> bytes:
    return (ord(char) - _DROPPED).to_bytes(2, "big") if ord(char) >= _DROPPED else char.encode("gbk")


def _read_badly(data: bytes) -> str:
    """GBK as lenient readers read it: a pair that is none becomes one `?` and takes its second byte along."""
    out, at = "", 0
    while at < len(data):
        pair = data[at : at + 2]
        if pair[0] < 0x80:
            out, at = out + chr(pair[0]), at + 1
            continue
        at += 2
        try:
            out += pair.decode("gbk")
        except UnicodeDecodeError:
            is_private = len(pair) == 2 and _is_user_defined(*pair)
            out += chr(_DROPPED + int.from_bytes(pair, "big")) if is_private else "?"
    return out


def _is_user_defined(lead: int, trail: int) -> bool:
    if 0xAA <= lead <= 0xAF or 0xF8 <= lead <= 0xFE:
        return trail >= 0xA1
    return 0xA1 <= lead <= 0xA7 and 0x40 <= trail <= 0xA0 and trail != 0x7F


def to_simplified(text: str) -> str:
    """The simplified text, one character for one; 著, which may be 着, stays as it is.

    >>> to_simplified("翻新碼頭")
    '翻新码头'
    """
    return "".join(_TO_SIMPLIFIED.convert(char) for char in text)


def spin(text: str) -> str:
    """Synonyms by table, the longest first, each place once; several words end in the same synonym."""
    rows = (SOURCES / "synonyms.tsv").read_text("utf-8").splitlines()
    table = dict(row.split("\t") for row in rows)
    pattern = "|".join(sorted(table, key=len, reverse=True))
    return re.sub(pattern, lambda found: table[found[0]], text)


def strew(lines: list[str], title: str) -> list[str]:
    """The headline, cut in twos, strewn in order into the first four paragraphs, one piece or two."""
    signs = "".join(re.findall("[\u4e00-\u9fff]", title))
    pieces = [signs[i : i + 2] for i in range(0, len(signs) - len(signs) % 2, 2)]
    pieces[-1] += signs[len(pieces) * 2 :]
    turn = iter([pieces[-1], *pieces] * 3)
    count = itertools.count()

    def put(found: re.Match[str]) -> str:
        place = next(count)
        if place % 4 == 3 or place >= 20:
            return found[0]
        return found[0] + next(turn) + (next(turn) if place % 3 == 1 else "")

    return [re.sub("[，。？、](?!”)|是(?=在)", put, line) for line in lines[:4]] + lines[4:]


def drop_marks(lines: list[str]) -> list[str]:
    """All of General Punctuation (“ ” ‘ ’ — …) becomes one blank a run, and blanks at line ends go."""
    return [GENERAL_PUNCTUATION.sub(" ", line).strip() for line in lines]


def entities(lines: list[str]) -> list[str]:
    """Signs written as entities before the page is escaped, so that they are escaped twice."""
    names = {"“": "&ldquo;", "”": "&rdquo;", "—": "&mdash;", "…": "&hellip;", "·": "&middot;", "℃": "&#8451;"}
    return ["&nbsp;" * 4 + "".join(names.get(sign, sign) for sign in line) for line in lines]


def zero_width(lines: list[str]) -> list[str]:
    """A character without width after every nine others, as copy protection writes them."""
    return [re.sub("(.{9})", "\\1\u200b", line) + "\ufeff" for line in lines]


def full_width(lines: list[str]) -> list[str]:
    """Digits, letters and their signs in full width, and every second comma in half width."""
    wide = {code: code + 0xFEE0 for code in (*range(0x30, 0x3A), *range(0x41, 0x5B), 0x25, 0x2E)}
    return [re.sub("，(.*?)，", ",\\1，", line.translate(wide)) for line in lines]


def marked(change: Callable[[str], str]) -> Callable[[list[str]], list[str]]:
    """Apply `change` to the paragraphs that the source marks with `@`."""
    return lambda lines: [change(line[2:]) if line.startswith("@ ") else line for line in lines]


TEXT: dict[str, Callable[[list[str]], list[str]]] = {
    "lost_quotes": drop_marks,
    "double_entities": entities,
    "zero_width": zero_width,
    "full_width": full_width,
    "latin1": marked(lambda line: line.encode().decode("latin-1")),
    "gbk_block": marked(lambda line: BLOCK[0] + line + BLOCK[1]),
    "lost_bytes": marked(lambda line: re.sub("(.{30})([一-龥])", f"\\1{BLOCK[0]}{HALF}\\2{BLOCK[1]}", line)),
}
