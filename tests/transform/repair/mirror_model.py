"""The pinyin mirror, forwards, byte by byte: what repair has to undo."""

from functools import cache

from opencc import OpenCC

UNCHANGED = "后里制游布云只面余干征复"
DELIMITERS = ("，", "？", "；")


def mirror(text: str, readings: dict[str, str], *, delimiters: tuple[str, ...] = DELIMITERS) -> str:
    """A simplified text as the mirror shows it; `readings` is its table, in the order of its replacements."""
    return "\n".join(_mirror_line(line, readings, delimiters) for line in text.split("\n"))


def _mirror_line(text: str, readings: dict[str, str], delimiters: tuple[str, ...]) -> str:
    body = to_traditional(text).encode("gbk")
    for char, reading in readings.items():
        pair = char.encode("gbk")
        body = body.replace(pair, pair + f"({reading})".encode("gbk"))
    once = read_lossy(body).encode("gb18030")
    for delimiter in delimiters:
        once = once.replace(delimiter.encode("gbk"), b"\n" + delimiter.encode("gbk") + b"\n\n")
    pieces = once.replace(b"\n\n", b"\x00").replace(b"\n", b"\x00").split(b"\x00")
    shown = "".join(read_lossy(piece) for piece in pieces)
    kept = (char for char in shown if not "\ue000" <= char <= "\uf8ff")
    return "".join(chr(ord(char) - 0xFEE0) if "！" <= char <= "～" else char for char in kept)


def to_traditional(text: str) -> str:
    """One character for one, as such mirrors do it."""
    special = {"着": "著", "台": "臺"} | {char: char for char in UNCHANGED}
    return "".join(special.get(char) or _convert(char) for char in text)


def read_lossy(body: bytes) -> str:
    """GBK; a bad pair is one `?` and swallows its second byte, a user-defined one is private use."""
    out, at = [], 0
    while at < len(body):
        size = 2 if 0x81 <= body[at] <= 0xFE else 1
        pair = body[at : at + size]
        at += size
        try:
            char = pair.decode("gbk")
        except UnicodeDecodeError:
            is_user = len(pair) == 2 and pair[1] >= 0x40 and len(pair.decode("gb18030", "replace")) == 1
            char = pair.decode("gb18030", "replace") if is_user else "?"
        out.append("?" if char == "\ufffd" else char)
    return "".join(out)


@cache
def _convert(char: str) -> str:
    converted: str = _opencc().convert(char)
    return converted


@cache
def _opencc() -> OpenCC:
    return OpenCC("s2t")
