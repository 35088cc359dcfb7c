"""The charset that a page's own `<meta>` names, found as the HTML standard finds it.

“Prescan a byte stream to determine its encoding”: a scan of tags that knows comments and attributes and
nothing else. A browser scans 1,024 bytes and then meets a later `<meta>` while it parses; here both are
one scan.
"""

import re
from collections.abc import Iterator

from transform.decode.labels import resolve_label
from transform.patterns import compiled

_SPACE = b"\t\n\x0c\r "
_OPEN = compiled(rb"<(?:!--|(meta)[\t\n\x0c\r /]|/?[a-z]|[!/?])", re.I)
_CHARSET = compiled(rb"charset[\t\n\x0c\r ]*=[\t\n\x0c\r ]*", re.I)
_LABEL_END = compiled(rb"[\t\n\x0c\r ;]")
_TAG_END = compiled(rb"[\t\n\x0c\r >]")


def find_meta(body: bytes) -> str | None:
    """The WHATWG name of the codec that a `<meta>` declares.

    >>> find_meta(b'<!-- <meta charset=big5> --><meta charset="gb2312">')
    'gbk'
    """
    at = 0
    last = body.lower().rfind(b"<meta")  # no tag behind it matters
    while at <= last and (tag := _OPEN.search(body, at)) is not None:
        start = tag.start()
        if tag.group() == b"<!--":
            end = body.find(b"-->", start + 2)
            if end < 0:
                return None
            at = end + 3
        elif tag.group(1):
            attributes = _Attributes(body, start + 5)
            name = _meta_charset(attributes)
            if name:
                return name
            at = attributes.at
        elif body[start + 1 : start + 2] in (b"!", b"?") or not tag.group()[-1:].isalpha():
            end = body.find(b">", start)
            if end < 0:
                return None
            at = end + 1
        else:
            space = _TAG_END.search(body, start + 1)
            if space is None:
                return None
            attributes = _Attributes(body, space.start())
            for _ in attributes:
                pass
            at = attributes.at
    return None


def _meta_charset(attributes: "_Attributes") -> str | None:
    seen: set[bytes] = set()
    is_pragma, needs_pragma, charset = False, None, None
    for name, value in attributes:
        if name in seen:
            continue
        seen.add(name)
        if name == b"http-equiv":
            is_pragma = is_pragma or value == b"content-type"
        elif name == b"content" and charset is None:
            label = _charset_in_content(value)
            if label is not None and (found := resolve_label(label)):
                charset, needs_pragma = found, True
        elif name == b"charset":
            charset, needs_pragma = resolve_label(value.decode("latin-1")), False
    if attributes.is_cut or needs_pragma is None or (needs_pragma and not is_pragma) or charset is None:
        return None
    if charset in ("utf-16le", "utf-16be"):
        return "utf-8"
    return "windows-1252" if charset == "x-user-defined" else charset


def _charset_in_content(content: bytes) -> str | None:
    """The label in `text/html; charset=…`: quoted, or up to white space or a semicolon."""
    found = _CHARSET.search(content)
    if found is None or found.end() == len(content):
        return None
    rest = content[found.end() :]
    if rest[:1] in (b'"', b"'"):
        end = rest.find(rest[:1], 1)
        return rest[1:end].decode("latin-1") if end > 0 else None
    return _LABEL_END.split(rest, maxsplit=1)[0].decode("latin-1")


class _Attributes(Iterator[tuple[bytes, bytes]]):
    """The attributes of one tag, lower case; `at` is where the scan stands, `is_cut` that the bytes ended."""

    def __init__(self, body: bytes, at: int) -> None:
        self.body, self.at, self.is_cut = body, at, False

    def __next__(self) -> tuple[bytes, bytes]:
        self._skip(_SPACE + b"/")
        if self._ended() or self.body[self.at] == ord(">"):
            raise StopIteration
        name = self._take(b"\t\n\x0c\r />=", first_may_be=b"=")
        self._skip(_SPACE)
        if self._ended() or self.body[self.at] != ord("="):
            return name, b""
        self.at += 1
        self._skip(_SPACE)
        if self._ended():
            return name, b""
        quote = self.body[self.at : self.at + 1]
        if quote in (b'"', b"'"):
            end = self.body.find(quote, self.at + 1)
            value = self.body[self.at + 1 : end if end >= 0 else len(self.body)]
            self.at = end + 1 if end >= 0 else len(self.body)
            self.is_cut = self.is_cut or end < 0
            return name, value.lower()
        return name, self._take(_SPACE + b">")

    def _take(self, stop: bytes, first_may_be: bytes = b"") -> bytes:
        start = self.at
        while self.at < len(self.body) and (
            self.body[self.at] not in stop or (self.at == start and self.body[self.at] in first_may_be)
        ):
            self.at += 1
        self._ended()
        return self.body[start : self.at].lower()

    def _skip(self, what: bytes) -> None:
        while self.at < len(self.body) and self.body[self.at] in what:
            self.at += 1

    def _ended(self) -> bool:
        self.is_cut = self.is_cut or self.at >= len(self.body)
        return self.is_cut
