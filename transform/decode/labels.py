"""Charset labels as the web reads them: `gb2312` means gbk, `latin1` means windows-1252.

The table is the one of the WHATWG Encoding standard, all 228 labels of 40 encodings.
"""

import re
from functools import cache

from transform.patterns import compiled
from transform.vocabulary import read_rows

_SPACE = "\t\n\f\r "
_IN_HEADER = compiled(r"""charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;,"']+))""", re.IGNORECASE)


def resolve_label(label: str) -> str | None:
    """The WHATWG name, in lower case, that a label stands for; None for a label that the web does not know.

    >>> resolve_label(" GB2312 "), resolve_label("latin1"), resolve_label("chinese-traditional")
    ('gbk', 'windows-1252', None)
    """
    return _names().get(label.strip(_SPACE).lower())


def find_header_label(content_type: str | None) -> str | None:
    """The charset label of a Content-Type header.

    >>> find_header_label('text/html; charset="GBK"')
    'GBK'
    """
    found = _IN_HEADER.search(content_type or "")
    return next((label for label in found.groups() if label), None) if found else None


@cache
def _names() -> dict[str, str]:
    return {label: name for name, labels in read_rows("decode_labels.tsv") for label in labels.split(" ")}
