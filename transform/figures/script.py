"""One spelling for matching: simplified characters, half-width signs, character for character."""

import re
import tomllib
from functools import cache
from importlib.resources import files

_COMMA = re.compile(r",(?<!\d,)|,(?!\d)")


def fold(text: str) -> str:
    """The text with one character for each of its own, so that places in both are the same.

    Commas are full width, except within numbers.

    >>> fold("１５８家醫院，佔２％")
    '158家医院，占2%'
    """
    if _signs().search(text) is None:
        folded = text
    else:
        folded = _runs().sub(lambda run: run[0].translate(_table()), text)
    return _COMMA.sub("，", folded) if "," in folded else folded


@cache
def _signs() -> re.Pattern[str]:
    """One sign of the table: most texts of pages have none, and a search for one is quicker than for runs."""
    return re.compile(f"[{re.escape(''.join(map(chr, _table())))}]")


@cache
def _runs() -> re.Pattern[str]:
    """Runs of what the table has: few in a text, so that looking up the others is spared."""
    return re.compile(f"[{re.escape(''.join(map(chr, _table())))}]+")


@cache
def _table() -> dict[int, str]:
    words = tomllib.loads(
        files("transform.vocab").joinpath("figures_script.toml").read_text(encoding="utf-8")
    )
    table = {ord(old): new for old, new in zip(words["traditional"], words["simplified"], strict=True)}
    full = "０１２３４５６７８９％．－＋／～＄￥（）：＜＞≦≧"
    half = "0123456789%.-+/~$¥():<>≤≥"
    table |= {ord(old): new for old, new in zip(full, half, strict=True)}
    table |= {ord("Ａ") + i: chr(ord("A") + i) for i in range(26)}
    table |= {ord("ａ") + i: chr(ord("a") + i) for i in range(26)}
    return table | {
        0x3000: " ",
        0xA0: " ",
        ord("○"): "零",
        ord("〇"): "零",
        ord("–"): "-",
        ord("−"): "-",
        ord("﹣"): "-",
    }
