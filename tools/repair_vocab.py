"""Write the tables of transform/vocab that repair reads characters with.

    python tools/repair_vocab.py

Needs opencc (Apache-2.0) and, beyond the project, pypinyin (MIT: readings of characters).
`script_characters.tsv`: the characters that only traditional text has, and those that only simplified has.
`repair_readings.tsv`: one line a syllable with its tone, the characters of GBK that can be read so.
"""

from collections import defaultdict
from pathlib import Path

import opencc
from pypinyin import pinyin_dict  # type: ignore[import-not-found]

VOCAB = Path(__file__).parents[1] / "transform/vocab"


def main() -> None:
    """Write both tables."""
    to_simplified, to_traditional = opencc.OpenCC("t2s").convert, opencc.OpenCC("s2t").convert
    han = [chr(code) for code in range(0x4E00, 0x9FA6)]
    traditional = [char for char in han if to_simplified(char) != char] + ["著"]
    simplified = [char for char in han if to_traditional(char) != char and not _is_in(char, "big5")]
    rows = ["Hant\t" + "".join(sorted(traditional)), "Hans\t" + "".join(sorted(simplified))]
    (VOCAB / "script_characters.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    readings: dict[str, list[str]] = defaultdict(list)
    for char in han:
        if _is_in(char, "gbk"):
            for reading in pinyin_dict.pinyin_dict.get(ord(char), "").split(","):
                if reading:
                    readings[reading].append(char)
    lines = [f"{reading}\t{''.join(readings[reading])}\n" for reading in sorted(readings)]
    (VOCAB / "repair_readings.tsv").write_text("".join(lines), encoding="utf-8")


def _is_in(char: str, codec: str) -> bool:
    try:
        char.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


if __name__ == "__main__":
    main()
