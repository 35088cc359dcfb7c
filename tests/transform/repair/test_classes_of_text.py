"""Every kind of damage to text that has a way back: nineteen of twenty must come back exactly.

`python tests/transform/repair/test_classes_of_text.py` prints the table of docs/quality.md.
"""

import re
import sys
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from transform.repair.repair import repair

sys.path.insert(0, str(Path(__file__).parents[1] / "decode"))
from sentences import CANTONESE, ENGLISH, JAPANESE, KOREAN, RUSSIAN, SIMPLIFIED, TRADITIONAL

Sample = tuple[str, str]
HOLES = (0x81, 0x8D, 0x8F, 0x90, 0x9D)
NUMBERS = tuple(
    f"截至{year}年{month}月，全县GDP增长{month}.{digit}%，新建Q{digit}项目{year - 1990}个。"
    for year, month, digit in zip(range(2003, 2025), [*range(1, 12)] * 2, [*range(1, 9)] * 3, strict=False)
)
MIXED = tuple(
    f"{a[:-1]}：{b}{c}" for a, b, c in zip(SIMPLIFIED, SIMPLIFIED[1:], SIMPLIFIED[2:], strict=False)
)
FOREIGN = (
    "L’été dernier, la préfète a visité l’école rénovée du village.",
    "Ça coûte 5 € à l’élève âgé, mais la forêt reste à côté.",
    "« Voilà un progrès », a-t-il déclaré à la télévision.",
    "Die Gemüsepreise sind im März über zehn Prozent höher.",
    "„Wir hätten früher müssen“, sagte Frau Jäger aus Köln.",
    "¿Cuándo llegará el tren de la mañana? Nadie lo sabía.",
    "La población creció un diez por ciento en los últimos años.",
    "Thành phố vừa khánh thành cây cầu mới bắc qua sông.",
    "Học sinh được nghỉ học vì trời rét đậm, rét hại.",
    "O avião não pôde pousar em São Paulo por causa da chuva.",
    "Şehirde yağmur bekleniyor; öğrenciler evde kalacak.",
    "Łódź i Kraków otrzymały nowe tramwaje; żółte są piękne.",
    "if (x < 3 && y > 4) { return a ? b : c; }",
    'print("temperature: 20°C ± 2", end="")',
    "https://example.org/s?q=%E4%B8%AD%E6%96%87&page=2",
    "C:\\users\\ann\\u0041.txt",
    "SELECT name, count(*) FROM t WHERE a <> 'é' GROUP BY 1;",
    "<p>escaped markup stays as it is</p> &unknown; AT&T",
    "张三（后任李四）、博士(后)、国内生产总值(GDP)、单于(chán yú)。",
    "┌──┬──┐│表│格│└──┴──┘",
)


def sloppy(body: bytes) -> str:
    return "".join(chr(byte) if byte in HOLES else bytes([byte]).decode("cp1252") for byte in body)


def damage(texts: Iterable[str], change: Callable[[str], str]) -> list[Sample]:
    """Damaged and whole; a text that the wrong codec cannot hold has no way back and is left out."""
    samples = []
    for text in texts:
        try:
            found = change(text)
        except UnicodeError:
            continue
        if found != text:
            samples.append((found, text))
    return samples


def among_others(texts: tuple[str, ...], change: Callable[[str], str]) -> list[Sample]:
    """The damaged one is a paragraph between two others."""
    return [
        (f"{SIMPLIFIED[0]}\n{a}\n{SIMPLIFIED[1]}", f"{SIMPLIFIED[0]}\n{b}\n{SIMPLIFIED[1]}")
        for a, b in damage(texts, change)
    ]


def wrong(right: str, codec: str) -> Callable[[str], str]:
    return lambda text: text.encode(right).decode(codec)


def each(pattern: str, change: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: re.sub(pattern, lambda match: change(match.group()), text)


def lookalikes(low: int, high: int) -> Callable[[str], str]:
    table = {unicodedata.normalize("NFKC", chr(code)): chr(code) for code in range(low, high)}
    return lambda text: "".join(table.get(char, char) for char in text)


def radicals(text: str) -> str:
    return text.translate(str.maketrans("长门马风车见贝民", "⻓⻔⻢⻛⻋⻅⻉⺠"))


def cut_off(text: str) -> str:
    """The last character is lost."""
    return text.encode().decode("gb18030", "replace")


def narrow_one(text: str) -> str:
    return text.replace("，", ",", 1)


ODD = tuple(
    text for text in SIMPLIFIED if cut_off(text).count("\ufffd") == 1 and cut_off(text)[-1] == "\ufffd"
)
PAIRS = tuple(a + b for a in ODD for b in SIMPLIFIED)
EVEN = tuple(a[:n] for a in SIMPLIFIED for n in (4, 6, 8, 10, 12) if "\ufffd" not in cut_off(a[:n]))
LONG = tuple(a[:-1] + "，" + b for a in SIMPLIFIED for b in SIMPLIFIED)
HAN = r"[^\x00-\x7f]"
CLASSES: dict[str, Callable[[], list[Sample]]] = {
    "UTF-8 as latin-1": lambda: damage(SIMPLIFIED, wrong("utf-8", "latin-1")),
    "UTF-8 as windows-1252, C1 kept": lambda: damage(SIMPLIFIED, lambda text: sloppy(text.encode())),
    "UTF-8 as cp1252, strict": lambda: damage(LONG + SIMPLIFIED + NUMBERS, wrong("utf-8", "cp1252")),
    "UTF-8 as latin-1, twice": lambda: damage(
        SIMPLIFIED, lambda text: text.encode().decode("latin-1").encode().decode("latin-1")
    ),
    "UTF-8 as windows-1252, twice": lambda: damage(
        SIMPLIFIED, lambda text: sloppy(sloppy(text.encode()).encode())
    ),
    "GBK as latin-1": lambda: damage(SIMPLIFIED + NUMBERS, wrong("gbk", "latin-1")),
    "GBK as windows-1252": lambda: damage(SIMPLIFIED, lambda text: sloppy(text.encode("gbk"))),
    "Big5 as latin-1": lambda: damage(TRADITIONAL, wrong("big5", "latin-1")),
    "Big5 as GBK": lambda: damage(TRADITIONAL, wrong("big5", "gb18030")),
    "GBK as Big5": lambda: damage(SIMPLIFIED + LONG[:60], wrong("gbk", "big5hkscs")),
    "UTF-8 as GBK, even length": lambda: damage(EVEN, wrong("utf-8", "gbk")),
    "one paragraph UTF-8 as windows-1252": lambda: among_others(
        SIMPLIFIED, lambda text: sloppy(text.encode())
    ),
    "one paragraph GBK as latin-1": lambda: among_others(SIMPLIFIED, wrong("gbk", "latin-1")),
    "one paragraph Big5 as GBK": lambda: among_others(TRADITIONAL, wrong("big5", "gb18030")),
    "inside a clean line, UTF-8 as latin-1": lambda: [
        (f"{b[:6]}{damaged}{b}", f"{b[:6]}{text}{b}")
        for (damaged, text), b in zip(
            damage(SIMPLIFIED, wrong("utf-8", "latin-1")), SIMPLIFIED[1:] + SIMPLIFIED[:1], strict=True
        )
    ],
    "&amp;#x4e2d;": lambda: damage(SIMPLIFIED, each(HAN, lambda char: f"&amp;#x{ord(char):x};")),
    "&amp;#20013;": lambda: damage(SIMPLIFIED, each(HAN, lambda char: f"&amp;#{ord(char)};")),
    "&amp;ldquo;": lambda: [
        (f"他说：&amp;ldquo;{text}&amp;rdquo;", f"他说：“{text}”") for text in SIMPLIFIED
    ],
    "\\u4e2d": lambda: damage(SIMPLIFIED, each(HAN, lambda char: f"\\u{ord(char):04x}")),
    "%u4E2D": lambda: damage(SIMPLIFIED, each(HAN, lambda char: f"%u{ord(char):04X}")),
    "compatibility ideographs": lambda: damage(SIMPLIFIED + TRADITIONAL, lookalikes(0xF900, 0xFB00)),
    "Kangxi radicals": lambda: damage(SIMPLIFIED, lookalikes(0x2F00, 0x2FD6)),
    "radicals supplement": lambda: damage(SIMPLIFIED + LONG[:60], radicals),
    "full-width digits and letters": lambda: damage(
        NUMBERS, each(r"[0-9A-Za-z]|(?<=\d)[.%]", lambda char: chr(ord(char) + 0xFEE0))
    ),
    "zero-width, bidi, soft hyphen, BOM": lambda: damage(
        SIMPLIFIED, lambda text: "\u200b\ufeff".join(text).replace("，", "\u00ad，\u202a\u2060")
    ),
    "private-use punctuation": lambda: damage(
        LONG[:40],
        lambda text: text.translate(
            str.maketrans("，。、：；！？", "\ue78d\ue78e\ue78f\ue790\ue791\ue792\ue793")
        ),
    ),
    "half-width among full-width": lambda: damage(MIXED, narrow_one),
}
CLEAN = {
    "simplified": SIMPLIFIED + NUMBERS,
    "traditional": TRADITIONAL,
    "Cantonese": CANTONESE,
    "Japanese": JAPANESE,
    "English": ENGLISH,
    "Korean, Russian": KOREAN + RUSSIAN,
    "European and Vietnamese, code, brackets": FOREIGN,
}


def come_back(samples: list[Sample]) -> tuple[int, list[str]]:
    lost = [f"{text} | {got}" for damaged, text in samples if (got := repair(damaged).text) != text]
    return len(samples) - len(lost), lost


@pytest.mark.parametrize("name", CLASSES)
def test_class(name: str) -> None:
    samples = CLASSES[name]()
    right, lost = come_back(samples)
    assert len(samples) >= 20
    assert right >= 0.95 * len(samples), lost


def test_utf8_as_gbk_loses_one_character_at_most() -> None:
    samples = [
        (cut_off(text), text[:-1] + "\ufffd") for text in ODD + PAIRS if cut_off(text).count("\ufffd") == 1
    ]
    assert len(samples) >= 10
    right, lost = come_back(samples)
    assert right >= 0.95 * len(samples), lost


@pytest.mark.parametrize("name", CLEAN)
def test_clean_text_stays(name: str) -> None:
    assert [text for text in CLEAN[name] if repair(text).edits] == []


@pytest.mark.parametrize("lost", ["锟斤拷", "烫烫烫烫", "屯屯屯屯", "\ufffd"])
def test_what_is_lost_for_good_is_flagged_and_never_guessed(lost: str) -> None:
    text = SIMPLIFIED[0][:9] + lost + SIMPLIFIED[1]
    found = repair(text)
    assert found.text == text
    assert "lossy_text" in found.flags


if __name__ == "__main__":
    for name, make in CLASSES.items():
        samples = make()
        print(f"| {name} | {len(samples)} | {come_back(samples)[0] / len(samples):.2f} |")
