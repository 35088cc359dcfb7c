"""What is no text at all: pictures, archives, programs."""

_SIGNATURES = (
    b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"%PDF-", b"PK\x03\x04", b"PK\x05\x06",
    b"\x1f\x8b\x08", b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x7fELF", b"MZ\x90\x00",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"ID3\x03", b"ID3\x04", b"BZh9", b"\xfd7zXZ\x00",
    b"\xca\xfe\xba\xbe", b"wOFF", b"wOF2", b"SQLite format 3\x00", b"OggS\x00", b"fLaC\x00",
    b"\x00\x00\x01\x00\x01", b"\x00asm", b"FWS", b"CWS", b"PAR1", b"\x28\xb5\x2f\xfd",
)  # fmt: skip
_CONTROLS = bytes((*range(9), *range(0x10, 0x1B), *range(0x1C, 0x20), 0x7F))
_CONTROLS_ALLOWED = 0.01


def find_signature(body: bytes) -> str | None:
    """The first bytes of a known kind of binary file, for a person.

    >>> find_signature(b"%PDF-1.4 ..."), find_signature("<p>新闻".encode())
    ("b'%PDF-'", None)
    """
    if body[:4] == b"RIFF" and body[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return repr(body[:12])
    if body[4:8] == b"ftyp":
        return repr(body[4:12])
    if not body.startswith(_SIGNATURES):
        return None
    return next(repr(mark) for mark in _SIGNATURES if body.startswith(mark))


def has_many_controls(body: bytes) -> bool:
    """More NULs and control characters than a damaged text has: binary, or UTF-16."""
    return len(body) - len(body.translate(None, _CONTROLS)) > max(8, len(body) * _CONTROLS_ALLOWED)
