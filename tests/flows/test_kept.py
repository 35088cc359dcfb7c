import marshal
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from flows import kept
from flows.kept import kept_tables
from transform import patterns, vocabulary
from transform.patterns import compiled
from transform.vocabulary import read_words

SOURCES = [
    ("[㐀-鿿]{2,3}(?P<unit>万|亿)?元", 0),
    (r"(?i:abc)|(?<=第)(?P<number>\d+)(?P<name>章|节)", re.IGNORECASE),
    (r"^\W*(?:来源|來源)[:：]\s*(\S{2,16})$", re.MULTILINE),
    (rb"[\x80-\xff]{2}|<(?P<end>/?)p>", 0),
]
VOCAB = Path(vocabulary.__file__).parent / "vocab"
TEXTS = ["三百万元、两亿元", "ABC第12章第3节", "来源：江风报\n其他", "x第9章"]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where patterns and tables are kept, empty; and a process that has none yet."""
    monkeypatch.setattr(kept, "_FILE", tmp_path / "kept" / "kept.bin")
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    _begin_process(monkeypatch)
    return tmp_path / "kept" / "kept.bin"


def _begin_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "CODES", {})
    monkeypatch.setattr(patterns, "ASKED", set())
    monkeypatch.setattr(vocabulary, "TABLES", {})
    read_words.cache_clear()


def _patterns() -> set[patterns.Key]:
    return set(kept._read([])[1])


@pytest.mark.parametrize(("source", "flags"), SOURCES)
def test_a_kept_pattern_is_the_one_that_was_compiled(
    file: Path, monkeypatch: pytest.MonkeyPatch, source: str | bytes, flags: int
) -> None:
    with kept_tables():
        compiled(source, flags)
    _begin_process(monkeypatch)
    monkeypatch.setattr(patterns, "_compile", None)  # asking for it again may not compile
    with kept_tables():
        again, wanted = compiled(source, flags), re.compile(source, flags)
    assert (again.flags, again.groups, again.groupindex) == (wanted.flags, wanted.groups, wanted.groupindex)
    for text in TEXTS if isinstance(source, str) else [text.encode("gb18030") for text in TEXTS]:
        assert [match.groups() for match in again.finditer(text)] == [
            match.groups() for match in wanted.finditer(text)
        ]


@pytest.mark.parametrize("place", [0, 3, 20, -1])
def test_a_damaged_file_is_made_anew(file: Path, monkeypatch: pytest.MonkeyPatch, place: int) -> None:
    with kept_tables():
        compiled("甲")
    whole = bytearray(file.read_bytes())
    whole[place] ^= 1
    for damaged in (bytes(whole), b"", b"\x00", bytes(whole[:30])):
        file.write_bytes(damaged)
        _begin_process(monkeypatch)
        with kept_tables():
            assert compiled("[一-鿿]+").findall("a甲乙") == ["甲乙"]
        assert _patterns() == {("[一-鿿]+", 0)}


def test_a_table_is_handed_on_until_a_file_is_changed(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sources" / "vocab").mkdir(parents=True)
    monkeypatch.setattr(kept, "_SOURCES", tmp_path / "sources")
    source = tmp_path / "sources" / "vocab" / "words.toml"
    read: list[str] = []

    def read_source(name: str) -> str:
        read.append(name)
        return source.read_text(encoding="utf-8")

    monkeypatch.setattr(vocabulary, "_read", read_source)
    for text in ("a = 1", "a = 23"):
        source.write_text(text, encoding="utf-8")
        for _ in range(2):
            _begin_process(monkeypatch)
            with kept_tables():
                assert read_words("words.toml") == {"a": int(text[4:])}
    assert len(read) == 2


def test_what_is_made_of_words_is_handed_on(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []

    def table() -> dict[str, tuple[int, ...]]:
        made.append(1)
        return {"甲": (1, 2)}

    for _ in range(2):
        _begin_process(monkeypatch)
        asked = vocabulary.kept(table)
        with kept_tables():
            assert asked() == {"甲": (1, 2)}
            assert asked() is asked()
    assert len(made) == 1


@pytest.mark.parametrize("name", sorted(each.name for each in VOCAB.glob("*.toml")))
def test_every_file_of_words_can_be_kept(name: str) -> None:
    words = read_words(name)
    assert marshal.loads(marshal.dumps(words)) == words


def test_what_nobody_asks_for_is_let_go(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with kept_tables():
        compiled("甲")
    _begin_process(monkeypatch)
    monkeypatch.setattr(kept, "MOST", 1)
    with kept_tables():
        compiled("乙")
    assert _patterns() == {("乙", 0)}


def test_nothing_is_kept_where_python_keeps_nothing(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    with kept_tables():
        compiled("丙")
    assert not file.exists()


def test_a_folder_that_cannot_be_written_costs_nothing_but_time(file: Path) -> None:
    file.parent.write_text("a file where the folder should be", encoding="utf-8")
    with kept_tables():
        assert compiled("丁").search("甲乙丙丁")
    assert not file.exists()


def test_a_wrong_pattern_is_the_error_of_re() -> None:
    with pytest.raises(re.error, match="unterminated"):
        compiled("[戊")


def test_link_that_leads_nowhere_is_no_reason_to_stop(tmp_path: Path) -> None:
    (tmp_path / ".#page.py").symlink_to(tmp_path / "nowhere")
    (tmp_path / "page.py").write_text("1")
    assert [Path(path).name for path, _, _ in kept._stamp(str(tmp_path))] == [".#page.py", "page.py"]


def test_every_process_asks_for_the_same_patterns() -> None:
    """A set joined in the order of its hashes would be another pattern in each: compiled anew, and kept in vain."""
    program = (
        "from transform.patterns import ASKED\n"
        "from transform.figures.find import find_figures\n"
        "from transform.repair.repair import repair\n"
        "from transform.repair.script import to_hans\n"
        "import transform.page, hashlib\n"
        "find_figures('去年全省引进博士7人，同比增长5%，占三成。')\n"
        "repair('他說著話，著名的博士7人。'), to_hans('他說著話，著名的博士。')\n"
        "print(hashlib.sha256(repr(sorted(map(repr, ASKED))).encode()).hexdigest())"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1
