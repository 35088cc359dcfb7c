from pathlib import Path

import pytest

import transform
from transform.vocabulary import read_lines, read_pairs, read_rows, read_words

VOCAB = Path(transform.__file__).parent / "vocab"
FILES = sorted(path.name for path in VOCAB.iterdir() if path.suffix in (".toml", ".tsv", ".txt", ".csv"))


@pytest.mark.parametrize("name", FILES)
def test_every_file_says_something_and_no_comment_gets_in(name: str) -> None:
    if name.endswith(".toml"):
        assert read_words(name)
    else:
        lines = read_lines(name)
        assert lines
        assert not [line for line in lines if line.startswith("#")]


def test_a_file_of_words_is_read_once() -> None:
    assert read_words("cues.toml") is read_words("cues.toml")


def test_tables_are_cut_at_their_tabs() -> None:
    assert ["gb18030", "gb18030"] in [
        [name, labels.split(" ")[-1]] for name, labels in read_rows("decode_labels.tsv")
    ]
    assert read_pairs("repair_radicals.tsv")["⻓"] == "长"
