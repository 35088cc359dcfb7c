"""Where sentences, clauses and paragraphs begin and end, and what in a text is no prose to count in."""

from bisect import bisect_right
from itertools import pairwise

from msgspec import Struct

from transform.figures.skips import ALL, skipping
from transform.patterns import compiled

# One character and a look at the next: a search for a repetition skips nothing (76 → 25 µs a page).
_SENTENCE = compiled(r"[。！？!?；;\n](?![。！？!?；;\n])[”』」\"’)]*")
_PARAGRAPH = compiled(r"\n(?!\n)")
_LONGEST = 800
_QUIET = skipping(
    r"《〔\[(\dA-Za-z第文编备许邮电热传车账代",
    r"(?:《[^《》\n]{1,60}》"
    r"|https?://(?:(?!(?:19|20)\d\d-\d)[A-Za-z0-9./_?=&%#-])+|www\.[A-Za-z0-9./_-]+|(?<![A-Za-z\d._-])[A-Za-z\d._-]+@[A-Za-z\d-]+\.[a-z.]+"
    r"|(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}[ T]?\d{1,2}:\d{2}(?::\d{2})?"
    r"|(?<!\d)(?:0\d{2,3}-\d{7,8}|1[3-9]\d{9}|400-?\d{3}-?\d{4}|\d{11,})(?![\d元万亿.])"
    r"|第[一二三四五六七八九十百零\d]+[条款章节](?!线路|高速|轨道|生产线)"
    r"|(?:文号|编号|备案号|许可证|邮编|电话|热线|传真|车牌|车号|账号|代码|QQ)[^，。；\n]{0,6}?[:：为]?\s*[A-Za-z\d-]{3,}"
    r"|\d+(?:人参与|条评论|次?阅读|次?浏览|条回复|人评论)"
    r"|[〔\[(]\d{4}[〕\])]\s?第?\d+号)",
    unless=r"(?<!\d\d)(?<![A-Za-z][A-Za-z])",
)


class Layout(Struct, frozen=True):
    """The boundaries of a text; sentences end after 。！？； and at the end of a line."""

    text: str
    sentences: list[int]
    """Where they begin; the last of both lists is the end of the text."""
    paragraphs: list[int]

    def sentence(self, place: int) -> tuple[int, int]:
        """Where the sentence of a place begins and ends."""
        index = bisect_right(self.sentences, place)
        return self.sentences[index - 1], self.sentences[index]

    def paragraph(self, place: int) -> tuple[int, int]:
        """Where the paragraph of a place begins and ends."""
        index = bisect_right(self.paragraphs, place)
        return self.paragraphs[index - 1], self.paragraphs[index]

    def spot(self, place: int) -> "Spot":
        """The sentence and the part of it that lead to a place."""
        first, last = self.sentence(place)
        return Spot(place, first, last, self.segment_start(first, place))

    def segment_start(self, first: int, place: int) -> int:
        """Where the part of the sentence that leads to a place begins; 、 does not end it.

        In a folded text , stands within numbers only.
        """
        return self.text.rfind("，", first, place) + 1 or first

    def clause_start(self, spot: "Spot") -> int:
        """Where the smallest part that leads to a place begins: behind 、 and : too."""
        find, first, at = self.text.rfind, spot.segment, spot.at
        return max(first, find("、", first, at) + 1, find(":", first, at) + 1, find("—", first, at) + 1)


class Spot(Struct, frozen=True):
    """A place in a text: its sentence is `first`..`last`, the part that leads to it begins at `segment`."""

    at: int
    first: int
    last: int
    segment: int


def read_layout(text: str) -> Layout:
    """The boundaries of sentences and paragraphs."""
    sentences = [0, *[match.end() for match in _SENTENCE.finditer(text)], len(text)]
    paragraphs = [0, *[match.end() for match in _PARAGRAPH.finditer(text)], len(text)]
    return Layout(text, _bounded(text, sentences), paragraphs)


def quiet_spans(text: str) -> list[tuple[int, int]]:
    """Titles, addresses, telephone and licence numbers, articles of laws: nothing is counted there."""
    spans: list[tuple[int, int]] = []
    end = 0
    while match := _QUIET.search(text, end):
        end = match.end(ALL)
        spans.append((match.start(), end))
    return spans


def _bounded(text: str, bounds: list[int]) -> list[int]:
    """No sentence is longer than any that a writer would write: what is, is cut at a comma."""
    bounded: list[int] = []
    for start, end in pairwise(bounds):
        bounded.append(start)
        while end - start > _LONGEST:
            comma = text.rfind("，", start + 1, start + _LONGEST)
            start = comma + 1 if comma > start else start + _LONGEST
            bounded.append(start)
    return [*bounded, len(text)]
