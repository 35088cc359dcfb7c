"""What a line with blanks tells of the marks that stood there: its places, and the stretches between them.

A place is a blank, the line's beginning or its end; a stretch is the text between two places. A feature is a
short string; what it weighs stands in `vocab/repair_quotes.tsv` (made by `tools/repair_quotes.py`).
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from transform.patterns import compiled

_BYLINE = compiled(
    r"(?:记者|通讯员|编辑|摄影|作者|来源|责编|校对|审核|监制) "
    r"|(?<=[\u3400-\u9fff]) (?:摄|文|图)(?![\u3400-\u9fff])"
    r"|\s?[(（【][^()（）【】。！？]{0,12}(?:记者|通讯员|作者)[^()（）【】。！？]{0,60}[)）】]"
    r"|(?<![\u3400-\u9fff])[\u3400-\u9fff] [\u3400-\u9fff](?![\u3400-\u9fff])"
)
_WIDE = r"\u3000-\u303f\u3400-\u9fff\uff01-\uff60"
_BLANK = compiled(  # between foreign words it is one; between two years a dash may have stood
    f"(?<=[{_WIDE}]) (?=\\S)|(?<=\\S) (?=[{_WIDE}])|(?<=[0-9]) (?=[0-9]+(?![0-9:-]))"
)
_LONGEST_TERM = 12
_STOPS = "。！？"
_CLASSES = {
    **dict.fromkeys(_STOPS, "."),
    **dict.fromkeys("，；", ","),
    **dict.fromkeys("）】］", ")"),
    **dict.fromkeys("（【［", "("),
    **{char: char for char in "：、《》^$0A"},
}
_SAYING = "说|表示|称|介绍|认为|回忆|告诉|指出|强调|透露|坦言|解释|问|答|道|感慨|提到|写道|讲|喊|笑|想"
_SAYS_SOON = compiled(f"[^，。！？；：、]{{0,14}}?(?:{_SAYING})[，：。]?")
_SAYS_LAST = compiled(f"(?:{_SAYING})[，：]?$")
_SENTENCE = compiled("[，。；！？]")
_PERSON = compiled("[我你您咱俺]")
_LENGTHS = (1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 30, 45, 70, 120)
_PLAIN = str.maketrans(
    {half: chr(ord(half) + 0xFEE0) for half in "!(),:;?"}
    | dict.fromkeys("\t\r", " ")
    | dict.fromkeys("0123456789０１２３４５６７８９", "0")
    | {chr(start + i): "A" for start in (0x41, 0x61, 0xFF21, 0xFF41) for i in range(26)}
)


def find_blanks(line: str) -> list[int]:
    """Where in a line blanks stand for which a mark can have stood; those of a byline are no such."""
    if " " not in line:
        return []
    names = {place for match in _BYLINE.finditer(line) for place in range(match.start(), match.end())}
    return [match.start() for match in _BLANK.finditer(line) if match.start() not in names]


def simplify(line: str) -> str:
    """The line as features see it, character for character: full-width marks, 0 any digit, A any letter."""
    return line.translate(_PLAIN)


def find_repeated(lines: Sequence[tuple[str, list[int]]]) -> frozenset[str]:
    """Short stretches that stand between places more than once on the page: quoted terms, likely."""
    counts = Counter(
        simplify(line[left + 1 : right])
        for line, blanks in lines
        if blanks
        for left, right in zip([-1, *blanks], [*blanks, len(line)], strict=True)
    )
    return frozenset(term for term, number in counts.items() if number > 1 and 1 < len(term) <= _LONGEST_TERM)


def place_features(line: str, left: int, right: int, soon: int) -> Iterator[str]:
    """Features of a place: the text before it ends at `left`, that after it is from `right` to `soon`."""
    before = ("^^^" + line[max(0, left - 3) : left])[-3:]
    after = (line[right : right + 3] + "$$$")[:3]
    kind = "^" if left <= 0 else "$" if right >= len(line) else " "
    yield "k" + kind + ("." if line[-1:] in _STOPS else "-") + ("," if _SENTENCE.search(line) else "-")
    yield "a" + before[2]
    yield "aa" + before[1:]
    yield "aaa" + before
    yield "b" + after[0]
    yield "bb" + after[:2]
    yield "bbb" + after
    yield "ab" + before[2] + after[0]
    yield "c" + _class(before[2]) + _class(after[0])
    yield "cc" + "".join(map(_class, before[1:] + after[:2]))
    if kind != "$":
        yield "s" + kind + _class(before[2]) + ("+" if _SAYS_SOON.match(line, right, soon) else "-")


def turn_feature(line: str, left: int, right: int) -> str:
    """The feature of a place that is weighed together with what is open before it."""
    return "t" + _class(line[left - 1 : left] or "^") + _class(line[right : right + 1] or "$")


def stretch_features(text: str, ends: str, *, is_repeated: bool) -> Iterator[str]:
    """Features of a stretch; `ends` holds ^ where it begins the line, $ where it ends it."""
    length = str(next((n for n, most in enumerate(_LENGTHS) if len(text) <= most), len(_LENGTHS)))
    stops = sum(map(text[:-1].count, _STOPS))
    has_stop = "." if stops else ""
    last = _class(text[-1:])
    yield "l" + length
    yield "L" + ends + length + last
    yield "S" + ends + str(min(stops, 3)) + last
    yield "C" + str(min(text[:-1].count("，"), 3)) + has_stop
    yield "F" + _class(text[:1]) + last
    yield "P" + ends + ("+" if _PERSON.search(text) else "-") + has_stop
    if _SAYS_SOON.match(text):
        yield "y" + ends + str(min(stops, 1)) + last
    if _SAYS_LAST.search(text):
        yield "z" + ends
    if is_repeated:
        yield "r" + ends


def _class(char: str) -> str:
    if "\u3400" <= char <= "\u9fff":
        return "x"
    return _CLASSES.get(char, "?") if char else ""
