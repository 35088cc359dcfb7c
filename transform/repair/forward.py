"""The mirror, forwards: what it shows of a text. A repair is proved where this gives back what is seen.

Neither the order of the site's replacements nor the marks at which it cuts are known, so each is tried.
"""

import re
from collections.abc import Iterable, Mapping
from itertools import permutations

from transform.patterns import compiled

_CUTS = ("，？；！", "，？；", "，？", "，", "")
_PERMUTED = 3  # replacements whose every order is tried
_USER_AREA = compiled("[\ue000-\uf8ff]")
_WIDE_MARK = compiled(r"(?<=[^\x00-\x7f])[!(),:;?]|[!(),:;?](?=[^\x00-\x7f])")


def is_shown(truth: str, seen: str, table: Mapping[str, str], noted: Mapping[str, str]) -> bool:
    """Whether a line that begins with `truth` can show as one that begins with `seen`.

    `table` is the site's table as far as it is known; `noted` are the characters that caused the slip, which
    may have been replaced before all others or after them.

    >>> is_shown("鏈式效應", "鏈?zhǔn)叫?yīng)", {"應": "yīng"}, {"準": "zhǔn"})
    True
    >>> is_shown("鏈式效果", "鏈?zhǔn)叫?yīng)", {"應": "yīng"}, {"準": "zhǔn"})
    False
    """
    text = _WIDE_MARK.sub(lambda mark: chr(ord(mark[0]) + 0xFEE0), truth)
    wanted = _level(seen)
    others = {char: reading for char, reading in table.items() if char not in noted}
    orders = list(permutations(noted.items())) if len(noted) <= _PERMUTED else [tuple(noted.items())]
    tables = [{**others, **noted}, *({**dict(order), **others} for order in orders)]
    for once in (_put_readings(text, each) for each in tables):
        if any(_level(_cut(once, cuts)).startswith(wanted) for cuts in _CUTS):
            return True
    return False


def show(text: str, table: Mapping[str, str], cuts: Iterable[str]) -> str:
    """One line as the mirror shows it: readings put into its bytes, decoded leniently, cut, decoded again."""
    return _cut(_put_readings(text, table), cuts)


def _put_readings(text: str, table: Mapping[str, str]) -> bytes:
    body = text.encode("gbk", "replace")
    for char, reading in table.items():
        pair = char.encode("gbk")
        if pair in body:
            body = body.replace(pair, pair + f"({reading})".encode("gbk", "replace"))
    return read_leniently(body).encode("gb18030")


def _cut(once: bytes, cuts: Iterable[str]) -> str:
    marks = [re.escape(mark.encode("gbk")) for mark in cuts]
    pieces = re.split(b"(" + b"|".join(marks) + b")", once) if marks else [once]
    return "".join(map(read_leniently, pieces))


def read_leniently(body: bytes) -> str:
    """GBK, where a bad pair is one `?` and swallows its second byte; user-defined pairs are private use."""
    out, at = [], 0
    while at < len(body):
        size = 2 if body[at] > 0x80 else 1
        char = body[at : at + size].decode("gb18030", "replace")
        at += size
        out.append(char if len(char) == 1 and char != "\ufffd" else "?")
    return "".join(out)


def _level(text: str) -> str:
    """The text without what collecting pages changes: private use, the width of marks, blanks."""
    narrow = (chr(ord(char) - 0xFEE0) if "！" <= char <= "～" else char for char in _USER_AREA.sub("", text))
    return "".join(char for char in narrow if not char.isspace())
