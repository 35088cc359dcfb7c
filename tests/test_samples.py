"""The sample pages are what they claim to be; what the pipeline makes of them is tested elsewhere."""

import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest
from fastwarc import ArchiveIterator, WarcRecordType

from samples import damage
from tools import samples as writer

PAGES = writer.SAMPLES / "pages"
SEEDS = Path(__file__).parent.parent.parent / "shared/seeds"
ROWS: list[dict[str, Any]] = [
    json.loads(line) for line in (writer.SAMPLES / "expected.jsonl").read_text("utf-8").splitlines()
]
ARTICLES = [row for row in ROWS if row["status"] == "article"]


def page_bytes() -> dict[str, bytes]:
    """Every page by the name that expected.jsonl gives it."""
    pages: dict[str, bytes] = {}
    for path in sorted(PAGES.rglob("*")):
        name = path.relative_to(PAGES).as_posix()
        if path.name.endswith(".warc.gz"):
            with path.open("rb") as stream:
                for record in ArchiveIterator(stream, record_types=WarcRecordType.response):
                    pages[f"{name}#{record.headers['WARC-Target-URI']}"] = record.reader.read()
        elif path.is_file():
            pages[name] = path.read_bytes()
    return pages


BYTES = page_bytes()


def decodes(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


def test_there_are_pages_enough() -> None:
    assert len(BYTES) >= 18


def test_each_page_has_one_row_and_each_row_its_page() -> None:
    assert sorted(row["path"] for row in ROWS) == sorted(BYTES)


def test_the_folder_stays_small() -> None:
    files = [path for path in writer.SAMPLES.rglob("*") if path.is_file() and path.suffix != ".pyc"]
    assert sum(path.stat().st_size for path in files) < 400_000


def test_writing_again_gives_the_same_bytes() -> None:
    assert [str(path) for path, data in writer.files() if not writer.is_same(path, data)] == []


@pytest.mark.parametrize("row", ARTICLES, ids=lambda row: row["path"])
def test_the_codec_is_what_the_page_is_written_in(row: dict[str, Any]) -> None:
    data, codec = BYTES[row["path"]], row["codec"]
    is_whole = not {"lossy_decode", "truncated"} & set(row["flags"]) and "mixed" not in row["path"]
    assert decodes(data, codec) is is_whole
    if codec != "utf-8":
        assert not decodes(data, "utf-8")


def test_a_utf8_page_with_a_wound_is_no_whole_gb18030_page_either() -> None:
    wounded = [
        row["path"]
        for row in ARTICLES
        if row["codec"] == "utf-8" and not decodes(BYTES[row["path"]], "utf-8")
    ]
    assert len(wounded) >= 2
    assert not any(decodes(BYTES[path], "gb18030") for path in wounded)


@pytest.mark.parametrize("row", ARTICLES, ids=lambda row: row["path"])
def test_the_expected_body_is_clean(row: dict[str, Any]) -> None:
    body = row["body"]
    assert body
    assert not re.search("[\ufffd\u200b\ufeff\ue000-\uf8ff\u0080-\u009f]|锟斤拷|&[a-z#]", body)
    assert all(line == line.strip() != "" for line in body.split("\n"))
    assert not row["title"] or row["title"] not in body.split("\n")


@pytest.mark.parametrize("row", ARTICLES, ids=lambda row: row["path"])
def test_the_expected_figures_stand_in_the_body(row: dict[str, Any]) -> None:
    for figure in row["figures"]:
        assert figure["surface"] in row["body"]
        for key in {"value", "value_min", "value_max"} & set(figure):
            assert figure[key] is None or re.fullmatch(r"-?\d+(\.\d+)?", figure[key])


def test_every_flag_and_reason_has_a_page() -> None:
    flags = {flag for row in ARTICLES for flag in row["flags"]}
    assert flags >= {
        "pinyin_mirror",
        "headline_pieces",
        "synonym_spun",
        "lost_quotes",
        "lossy_decode",
        "truncated",
    }
    assert {row["reason"] for row in ROWS} >= {None, "list_page", "error_page"}


def test_the_mirror_slips_as_on_the_pages_it_was_learned_from() -> None:
    assert damage.mirror("人。科学", "a") == "人??茖W(xué)"  # A3BF is ？, met across 。科
    assert damage.mirror("专家库", "a") == "專(zhuān)家?guī)?"  # D28E is 規, met across 家庫


def test_no_sentence_of_the_seeds_is_used() -> None:
    if not SEEDS.is_dir():
        pytest.skip("the seeds are not here")
    ours = "".join(row["body"] for row in ARTICLES)
    for folder in ("sources", "layouts"):
        ours += "".join(path.read_text("utf-8") for path in (writer.SAMPLES / folder).iterdir())
    plain = re.compile(r"\([^()]*[\u00e0-\u01dc][^()]*\)|[^\w]")
    ours = plain.sub("", ours)
    for path in SEEDS.glob("*.txt"):
        text = damage.to_simplified(path.read_text("utf-8"))
        for sentence in re.split("[。！？!?；\n]", text):
            bare = plain.sub("", sentence)
            assert len(bare) < 12 or bare not in ours, sentence


def test_the_archive_is_gzip_a_record() -> None:
    (path,) = PAGES.rglob("*.warc.gz")
    assert gzip.decompress(path.read_bytes()).count(b"WARC/1.0\r\n") >= 3
