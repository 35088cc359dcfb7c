"""What a script assigns: JSON values and strings, read without running it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from transform.patterns import compiled

TRIES = 40
"""Values of a script that are no JSON before the rest is left alone."""
_VALUE = compiled(r"(?:^|[=(])\s*(?=[{\[])")
_PARSED = compiled(r"""JSON\.parse\(\s*("[^"\\]*+(?:\\.[^"\\]*+)*+"|'[^'\\]*+(?:\\.[^'\\]*+)*+')""", re.S)
_ESCAPE = compiled(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(\r\n|.))", re.S)
_CONTROLS = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f", "v": "\v", "0": "", "\n": "", "\r\n": ""}
_SURROGATES = compiled(r"[\ud800-\udbff][\udc00-\udfff]")


def json_values(script: str) -> Iterator[Any]:
    """The JSON values that a script is or assigns, the outermost of each."""
    decoder = json.JSONDecoder(strict=False)
    for match in _PARSED.finditer(script):
        try:
            yield json.loads(unquote(match.group(1)[1:-1]), strict=False)
        except (ValueError, RecursionError):
            continue
    at = tries = 0
    while tries < TRIES and (found := _VALUE.search(script, at)):
        try:
            value, at = decoder.raw_decode(script, found.end())
        except (ValueError, RecursionError):
            tries, at = tries + 1, found.end()
            continue
        yield value


def unquote(text: str) -> str:
    r"""A string of a script without its escapes.

    >>> unquote(r"\u6865<\/p>\n") == "桥</p>\n"
    True
    """
    if "\\" not in text:
        return text
    text = _ESCAPE.sub(_plain, text)
    return _SURROGATES.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), text)


def _plain(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(int(code, 16)) if code else _CONTROLS.get(match[3], match[3])
