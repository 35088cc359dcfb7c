"""Lost quotation marks: on some pages each character of General Punctuation (“ ” ‘ ’ … —) became a blank.

Several in a row left one blank; at the ends of a line the blank was trimmed. In every line the likeliest
way to read the blanks as marks is searched: “ and ” take turns; a quotation over several sentences opens at
the line's beginning or after words of saying. Marks are set where that reading is the likelier one.
"""

import re
from dataclasses import dataclass, replace

from transform.repair.edits import Edit
from transform.repair.language import Language, load_language
from transform.repair.script import to_hans

_MARKS = re.compile(r"[\u2010-\u2021\u2023-\u2027]")
_GAP = re.compile(r"(?<=[\u3400-\u9fff，、：；。]) (?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff]) (?=[，、：；。])")
_BYLINE = re.compile(
    r"(?:记者|通讯员|编辑|摄影|作者|来源|责编|校对|审核|监制) "
    r"|(?<=[\u3400-\u9fff]) (?:摄|文|图)(?![\u3400-\u9fff])"
    r"|\s?[(（【][^()（）【】。！？]{0,12}(?:记者|通讯员|作者)[^()（）【】。！？]{0,60}[)）】]"
    r"|(?<![\u3400-\u9fff])[\u3400-\u9fff] [\u3400-\u9fff](?![\u3400-\u9fff])"
)
_FEWEST = 6  # blanks
_LONGEST = 100_000  # characters; nobody writes so much without a mark
_DENSEST = 0.15  # of all characters: where blanks stand thicker they are somebody's style
_SHARE = 0.4  # of the blanks must read as marks
_WIDE = r"\u3000-\u303f\u3400-\u9fff\uff01-\uff60"
_BLANK = re.compile(f"(?<=[{_WIDE}]) (?=\\S)|(?<=\\S) (?=[{_WIDE}])")  # between foreign words it is one
_SENTENCE = re.compile(r"[，。！？；：]")
_SPEECH = re.compile(r"(?:^|[：:]|[说称道问答喊叫示为出调]，)\s*$")
_SAYING = re.compile(r"(?:说|表示|称|道|介绍|认为|回忆|告诉记者|指出|强调|透露|坦言|解释)[，：,:]\s*$")
_STOPS = "。！？!?"
_NONE = 17.0  # bits: on such a page a blank is seldom only a blank
_AT_START = 7.0  # a mark trimmed at the line's beginning
_AT_END = 3.0  # the same at its end, after a full stop
_UNCLOSED = 14.0
_OVER_STOP = 9.0  # a quotation that runs over a full stop without a colon before it
_AFTER_SAYING = 16.0  # a quotation does not end with words of saying
_LONG = 0.12  # for each character in a quotation
_SURE = 0.2
_BEAM = 24


@dataclass(frozen=True, slots=True)
class _Line:
    """A line read so far: which mark each blank was, whether a quotation is open, and what that costs."""

    cost: float
    context: str = "^"
    marks: tuple[tuple[int, str], ...] = ()
    opened: int | None = None
    is_speech: bool = False
    gap: float = 99.0


def has_lost_quotes(text: str) -> bool:
    """Whether no mark of that block is left, and most blanks between Chinese characters read as one."""
    if _MARKS.search(text) or len(text) > _LONGEST:
        return False
    gaps = len(_GAP.findall(text))
    if gaps < _FEWEST or gaps > _DENSEST * len(text):
        return False
    marks = find_quotes(text)
    return len(marks) >= _SHARE * gaps and len({text.count("\n", 0, mark.start) for mark in marks}) > 1


def find_quotes(text: str) -> list[Edit]:
    """Edits that put the marks back that are sure."""
    language = load_language()
    edits: list[Edit] = []
    at = 0
    for line in to_hans(text).split("\n"):
        if _SENTENCE.search(line) and _BLANK.search(line):
            edits += _mark_line(text, at, line, language)
        at += len(line) + 1
    return edits


def find_blanks(line: str) -> set[int]:
    """The places in a line where a mark can have stood: blanks between words, not those of bylines."""
    names = {place for match in _BYLINE.finditer(line) for place in range(match.start(), match.end())}
    return {match.start() for match in _BLANK.finditer(line)} - names


def _mark_line(text: str, at: int, line: str, language: Language) -> list[Edit]:
    first = len(line) - len(line.lstrip())
    last = len(line.rstrip())
    gaps = find_blanks(line)
    start = _Line(0.0)
    paths = [start, _set(replace(start, cost=_AT_START), first, "“", language, line)]
    for place in range(first, last):
        if place in gaps:
            paths = [new for path in paths for new in _fill(path, place, language, line)]
        else:
            paths = [_step(path, line[place], language) for path in paths]
        if len(paths) > 1:
            paths = _prune(paths)
    ends = _prune([end for path in paths for end in _close(path, last, line, language)])
    best = ends[0]
    return [_edit(text, at + place, mark, best.gap) for place, mark in best.marks if best.gap > _SURE]


def _edit(text: str, place: int, mark: str, gap: float) -> Edit:
    end = place + (text[place : place + 1] == " ")
    return Edit("quote", place, end, text[place:end], mark, 0.95 if gap > 8 else 0.8 if gap > 2 else 0.6)


def _fill(path: _Line, place: int, language: Language, line: str) -> list[_Line]:
    """What the blank can have been."""
    ways = [replace(path, cost=path.cost + _NONE, context="^")]
    if path.opened is None:
        ways.append(_set(path, place, "“", language, line))
    else:
        ways.append(_set(path, place, "”", language, line))
        both = _set(_set(path, place, "”", language, line), place, "“", language, line)
        ways.append(replace(both, marks=(*path.marks, (place, "”“"))))
    return ways


def _set(path: _Line, place: int, mark: str, language: Language, line: str) -> _Line:
    cost = path.cost + language.cost(path.context, mark)
    if mark == "”" and _SAYING.search(line[max(0, place - 12) : place]):
        cost += _AFTER_SAYING
    is_speech = mark == "“" and bool(_SPEECH.search(line[max(0, place - 12) : place]))
    return replace(
        path,
        cost=cost,
        context=(path.context + mark)[-2:],
        marks=(*path.marks, (place, mark)),
        opened=place if mark == "“" else None,
        is_speech=is_speech,
    )


def _step(path: _Line, char: str, language: Language) -> _Line:
    wide = chr(ord(char) + 0xFEE0) if char in ",:;?!()" else char
    is_text = "\u4e00" <= wide <= "\u9fff" or wide in "，。、：；？！《》（）"
    cost = language.cost(path.context, wide) if is_text else 0.0
    if path.opened is not None:
        cost += _LONG * (0.3 if path.is_speech else 1.0)
        if wide in _STOPS and not path.is_speech:
            cost += _OVER_STOP
    return replace(path, cost=path.cost + cost, context=(path.context + wide)[-2:] if is_text else "^")


def _close(path: _Line, end: int, line: str, language: Language) -> list[_Line]:
    if path.opened is None:
        return [path]
    cost = _AT_END if line[:end].endswith(tuple(_STOPS)) else _AT_START
    return [
        replace(_set(path, end, "”", language, line), cost=path.cost + cost),
        replace(path, cost=path.cost + _UNCLOSED),
    ]


def _prune(paths: list[_Line]) -> list[_Line]:
    best: dict[tuple[str, bool], _Line] = {}
    for path in sorted(paths, key=lambda path: path.cost):
        state = (path.context, path.opened is not None)
        known = best.setdefault(state, path)
        if known is not path and known.marks != path.marks:
            best[state] = replace(known, gap=min(known.gap, path.cost - known.cost))
    return list(best.values())[:_BEAM]
