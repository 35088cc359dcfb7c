"""The article among the lines of a plain text: the run with the most sentences, its furniture left out."""

from __future__ import annotations

from transform.maintext.blocks import Document
from transform.maintext.furniture_words import FURNITURE, NEVER, classes_of
from transform.maintext.reasons import BY_WORDS
from transform.patterns import compiled

LONG = 40
"""A line of this many characters that is no furniture is a paragraph."""
_SENTENCE = compiled(r"[。！？!?；;，,]")
_STAMP_ONLY = compiled(r"^[\W\d年月日时分秒上下午]*$")
_READING = compiled(r"[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿ]{1,6}[)）]?")
_BYLINE = compiled("记者|記者|通讯员|通訊員|供稿|撰文|作者")
_TEASER = compiled(r"(?:\.{3}|…)\s*[\[［【]?\s*(?:详细|詳細|更多|全文)\s*[\]］】]?$")
_NO_HEADLINE = compiled(r"\d{4}-\d\d|[>›]|[。！？；，:：]$|(?:网|網|频道|頻道|中心|首页|首頁)$")
_ALWAYS = NEVER | {"rights"}


def choose_lines(document: Document) -> tuple[list[int], int | None, list[str]]:
    """The lines kept, the headline's line, and a reason for each line."""
    reasons = [_reason(block.text) for block in document.blocks]
    worth = [_worth(block.text, reason) for block, reason in zip(document.blocks, reasons, strict=True)]
    start = end = at = 0
    best = total = 0.0
    for index, value in enumerate(worth):
        if total <= 0:
            at, total = index, 0.0
        total += value
        if total > best:
            best, start, end = total, at, index + 1
    end = _with_byline(document, reasons, end) if best else end
    headline = find_line_headline(document, start, reasons)
    kept = [index for index in range(start, end) if not reasons[index] and index != headline]
    reasons = [
        BY_WORDS.get(reason, reason) or ("article" if start <= index < end else "unlike the article")
        for index, reason in enumerate(reasons)
    ]
    if headline is not None:
        reasons[headline] = "headline"
    return kept, headline, reasons


def find_line_headline(document: Document, start: int, reasons: list[str]) -> int | None:
    """The line above the article that reads like a headline; the article's own first line where it is one."""
    first = start
    while first < len(document.blocks) and len(document.blocks[first].text) < LONG:
        first += 1
    for index in range(min(first, len(document.blocks) - 1), max(-1, first - 8), -1):
        text = document.blocks[index].text
        if 8 <= len(text) <= 60 and not reasons[index] and not _NO_HEADLINE.search(text):
            return index
    return None


def _reason(text: str) -> str:
    """The class of furniture that a line is, or nothing."""
    plain = _READING.sub("", text)
    if _STAMP_ONLY.match(plain):
        return "a date, a number or a sign alone"
    if _TEASER.search(plain):
        return "teaser of another page"
    classes = sorted(
        (name for name in classes_of(plain) if name in FURNITURE), key=lambda name: name not in _ALWAYS
    )
    if not classes or (classes[0] not in _ALWAYS and _is_prose(plain)):
        return ""
    return classes[0]


def _is_prose(text: str) -> bool:
    """Whether a line with a word of furniture is a paragraph all the same."""
    return len(text) >= LONG and len(_SENTENCE.findall(text)) >= 2 and text[-1] in "。！？”…）)"


def _worth(text: str, reason: str) -> float:
    if reason:
        return -60.0
    if (len(text) >= LONG and _SENTENCE.search(text)) or (len(text) >= LONG // 2 and text[-1] in "。！？”"):
        return float(min(len(text), 300))
    return -8.0


def _with_byline(document: Document, reasons: list[str], end: int) -> int:
    """The end with the by-lines that follow the last paragraph: 记者：…, （某某供稿）."""
    at = end
    while at < min(len(document.blocks), end + 6):
        text = _READING.sub("", document.blocks[at].text)
        if _BYLINE.search(text) and len(text) < LONG:
            end = at + 1
            reasons[at] = ""
        elif reasons[at] != "editor":
            break
        at += 1
    return end
