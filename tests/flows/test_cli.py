"""The command from outside: answers on standard output, one sentence and the right status for a mistake."""

import io
import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from flows import cli

ROOT = Path(__file__).parents[2]
PAGE = """<html><head><title>湘桥引才 - 某某网</title></head><body><h1>湘桥引才</h1>
<p>发布时间：2023-04-24 来源：潮州日报</p>
<p>这几年，湘桥区把请人和留人当作一件事来办，镇街各管一段，企业有难处随时可以找上门，街坊都说好。</p>
<p>区里的干部说，去年全区引进博士45人，新开了6个实验室，还有35名老工匠住进了驿站，来的人一年比一年多。</p>
</body></html>"""


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


class Ran:
    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out, self.err = status, out, err


@pytest.fixture
def jianbao(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]):  # type: ignore[no-untyped-def]
    def call(*words: str, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "argv", ["jianbao", *words])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        status = cli.call()
        out, err = capfd.readouterr()
        return Ran(status, out, err)

    return call


def assert_one_sentence(ran: Ran, status: int, words: str) -> None:
    assert ran.status == status
    assert ran.err.startswith("jianbao: ")
    assert ran.err.count("\n") == 1, ran.err
    assert words in ran.err
    assert ran.out == ""


def test_help_is_quick_and_loads_nothing_heavy() -> None:
    code = (
        "import sys; sys.argv = ['jianbao', '--help']\n"
        "from flows.cli import call\n"
        "call(); print([m for m in 'prefect duckdb httpx pyarrow bs4'.split() if m in sys.modules])"
    )
    started = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.rstrip().endswith("[]"), done.stdout
    assert "Example" in done.stdout
    assert time.perf_counter() - started < 3, "0.3 s on a quiet machine"


@pytest.mark.parametrize(
    "command", ["run", "parse", "repair", "figures", "explain", "query", "check", "dictionary"]
)
def test_each_command_helps_with_an_example(jianbao, command: str) -> None:  # type: ignore[no-untyped-def]
    ran = jianbao(command, "--help")
    assert ran.status == 0
    assert f"Example: jianbao {command}" in ran.out or f"| jianbao {command}" in ran.out


def test_version(jianbao) -> None:  # type: ignore[no-untyped-def]
    assert jianbao("--version").out.strip()[0].isdigit()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["parse", "nowhere.html"], "No such file, folder or address: nowhere.html"),
        (["run", "nowhere.html"], "No such file, folder or address: nowhere.html"),
        (["parse", "empty"], "Nothing to read in the folder empty"),
        (["run", "empty"], "Nothing to read in the folder empty"),
        (["parse", "*.html"], "Nothing to read"),
        (["parse"], "no SOURCE"),
        (["parse", "--nope", "x"], "--nope"),
        (["nope"], "nope"),
        (["run", "--workers", "many"], "workers"),
        (["run", "--workers", "0"], "workers"),
        (["run", "--runner", "ray"], "threads, processes or dask"),
        (["run", "--workers", "1.5"], "workers"),
        (["run", "--warehouse", "empty"], "empty is a folder"),
        (["run", "--warehouse", "/dev/null/x"], "No warehouse can be at /dev/null/x"),
        (["parse", ""], "empty SOURCE"),
        (["parse", "a" * 5000], "File name too long"),
        (["explain", "--figure", ""], "There is no warehouse"),
        (["query", "select 1"], "There is no warehouse at jianbao.duckdb"),
        (["check"], "There is no warehouse at jianbao.duckdb"),
        (["query", "select 1", "--format", "xml"], "table, csv, json or parquet"),
        (["repair", "nowhere.txt"], "nowhere.txt cannot be read"),
        (["repair", "--script", "hant"], "--script takes hans"),
        (["figures", "--date", "yesterday"], "YYYY-MM-DD"),
        (["figures", "--place", "999999"], "999999 is no code"),
        (["explain"], "Name either a SOURCE or a --figure"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_use_is_one_sentence_and_status_2(jianbao, words: list[str], sentence: str) -> None:  # type: ignore[no-untyped-def]
    Path("empty").mkdir()
    assert_one_sentence(jianbao(*words), 2, sentence)


@pytest.mark.parametrize("stdin", [b"{not json}\n", b"[1]\n", b'{"id": 1}\n', b"\xff\xfe\n"])
def test_wrong_batch_line_is_one_sentence(jianbao, stdin: bytes) -> None:  # type: ignore[no-untyped-def]
    for command in ("repair", "figures"):
        ran = jianbao(command, "--ndjson", stdin=stdin)
        assert (ran.status, ran.err.count("\n")) == (1, 1)
        assert "error" in json.loads(ran.out)


def test_parse_gives_a_complete_record_a_page(jianbao) -> None:  # type: ignore[no-untyped-def]
    Path("a.html").write_text(PAGE, encoding="utf-8")
    Path("b.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    ran = jianbao("parse", "a.html", "b.html")
    article, rejected = map(json.loads, ran.out.splitlines())
    assert ran.status == 0
    assert (article["status"], article["reason"], rejected["status"], rejected["reason"]) == (
        "article",
        None,
        "rejected",
        "binary",
    )
    assert article.keys() == rejected.keys()
    assert (article["title"], article["published"], article["source_name"]) == (
        "湘桥引才",
        "2023-04-24",
        "潮州日报",
    )
    assert "45人" in [figure["surface"] for figure in article["figures"]]
    for figure in article["figures"]:
        assert article["body"][figure["start"] : figure["end"]] == figure["surface"]
    assert "body_as_found" not in article
    assert "b.html: rejected, binary" in ran.err


def test_strict_parse_with_a_rejection_has_status_1(jianbao) -> None:  # type: ignore[no-untyped-def]
    Path("b.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    assert jianbao("parse", "--strict", "b.html").status == 1
    assert jianbao("parse", "b.html").status == 0


def test_full_record_has_the_body_as_found(jianbao) -> None:  # type: ignore[no-untyped-def]
    Path("a.html").write_text(PAGE, encoding="utf-8")
    record = json.loads(jianbao("parse", "--full", "a.html").out)
    assert record["body_as_found"] == record["body"]


def test_one_unreadable_file_among_others_is_a_rejection(jianbao) -> None:  # type: ignore[no-untyped-def]
    Path("a.html").write_text(PAGE, encoding="utf-8")
    Path("gone.html").symlink_to("nowhere")
    ran = jianbao("parse", ".")
    assert [json.loads(line)["reason"] for line in ran.out.splitlines()] == [None, "unreadable"]


def test_repair_reads_and_writes_text(jianbao) -> None:  # type: ignore[no-untyped-def]
    text = "今年9月，全市人社部門堅持上門辦事，師傅們學手藝、換證書都在車間裏辦完了。\n"
    assert jianbao("repair", stdin=text.encode()).out == text, "honest traditional text keeps its script"
    assert "人社部门坚持" in jianbao("repair", "--script", "hans", stdin=text.encode()).out
    record = json.loads(jianbao("repair", "--json", stdin="A&amp;nbsp;B今天".encode()).out)
    assert record.keys() == {"text", "flags", "repairs", "flag_evidence"}


def test_batches_answer_line_by_line_in_order(jianbao) -> None:  # type: ignore[no-untyped-def]
    lines = [
        {"id": n, "text": f"全市引进博士{n}人。", "date": "2024-12-20", "place": "371500"} for n in (7, 5)
    ]
    stdin = "".join(json.dumps(line) + "\n" for line in lines).encode()
    answers = [json.loads(line) for line in jianbao("figures", "--ndjson", stdin=stdin).out.splitlines()]
    assert [(answer["id"], answer["figures"][0]["value"]) for answer in answers] == [(7, "7"), (5, "5")]
    assert answers[0]["figures"][0]["place_name"] == "山东省聊城市"
    answers = [json.loads(line) for line in jianbao("repair", "--ndjson", stdin=stdin).out.splitlines()]
    assert [answer["id"] for answer in answers] == [7, 5]
    assert answers[0].keys() == {"id", "text", "flags", "repairs"}


def test_explain_shows_every_stage_and_writes_a_page(jianbao) -> None:  # type: ignore[no-untyped-def]
    Path("a.html").write_text(
        PAGE.replace("普遍", "<b>普遍</b> &lt;script&gt;alert(1)&lt;/script&gt;"), encoding="utf-8"
    )
    ran = jianbao("explain", "a.html")
    for word in ("utf-8", "Blocks kept", "Blocks dropped", "Metadata", "潮州日报", "45人"):
        assert word in ran.out
    assert jianbao("explain", "a.html", "--html", "why.html").status == 0
    page = Path("why.html").read_text(encoding="utf-8")
    assert "45人" in page
    assert "<script>" not in page


@pytest.fixture
def warehouse(tmp_path: Path) -> Path:
    """The page above, loaded without Prefect."""
    from datetime import UTC, datetime

    from extract.archive import PageArchive
    from extract.page import RawPage
    from flows.batches import transform_item
    from transform.page import VERSION
    from warehouse.build import open_build
    from warehouse.connect import Warehouse
    from warehouse.load import load_batch
    from warehouse.publish import publish
    from warehouse.rows import batch_rows

    made = Warehouse(tmp_path / "jianbao.duckdb")
    page = RawPage("a.html", "a.html", PAGE.encode())
    PageArchive(made.pages).store(page)
    with open_build(made) as con:
        load_batch(con, batch_rows([(page, transform_item(page))], VERSION), "run", datetime.now(UTC))
        publish(con, made)
    return made.snapshot


def test_query_answers_in_every_format(jianbao, warehouse: Path) -> None:  # type: ignore[no-untyped-def]
    sql = "select surface, value from figures where surface = '45人'"
    assert "45人" in jianbao("query", sql).out
    assert jianbao("query", sql, "--format", "csv").out == "surface,value\n45人,45.000000000\n"
    assert json.loads(jianbao("query", sql, "--format", "json").out)["surface"] == "45人"
    assert jianbao("query", sql, "--format", "parquet", "--output", "a.parquet").status == 0
    assert Path("a.parquet").read_bytes().startswith(b"PAR1")
    assert_one_sentence(jianbao("query", sql, "--output", "no/such/folder.csv"), 3, "cannot be written")


@pytest.mark.parametrize(
    ("sql", "sentence"),
    [
        ("select 1 as a, 2 as a", "2 columns are named a"),
        ("select 1; select 2", "One statement at a time"),
        ("selekt 1", "syntax error"),
    ],
)
def test_query_that_cannot_be_answered_is_one_sentence(
    jianbao, warehouse: Path, sql: str, sentence: str
) -> None:  # type: ignore[no-untyped-def]
    assert_one_sentence(jianbao("query", sql), 2, sentence)


def test_what_would_steer_the_terminal_is_shown(jianbao, warehouse: Path) -> None:  # type: ignore[no-untyped-def]
    out = jianbao("query", "select 'a' || chr(27) || '[31mred' as text").out
    assert "\x1b" not in out
    assert "a\\x1b[31mred" in out


def test_figure_is_walked_back_to_its_bytes(jianbao, warehouse: Path) -> None:  # type: ignore[no-untyped-def]
    figure_id = jianbao(
        "query", "select figure_id from figures where surface = '45人'", "--format", "csv"
    ).out.split()[1]
    out = jianbao("explain", "--figure", figure_id).out
    assert "The figure asked for" in out
    assert "引进博士45人" in out.partition("The figure asked for")[2]
    assert_one_sentence(jianbao("explain", "--figure", "f" * 32), 2, "has no figure")


def test_check_tells_laws_kept_and_broken(jianbao, warehouse: Path) -> None:  # type: ignore[no-untyped-def]
    import duckdb

    assert jianbao("check").out.rstrip().endswith("laws hold.")
    with duckdb.connect(str(warehouse)) as con:
        con.execute("update core.figure set surface = '99人' where surface = '45人'")
    ran = jianbao("check")
    assert ran.status == 1
    assert "99人" in ran.out


def test_dictionary_names_every_view_first(jianbao, warehouse: Path) -> None:  # type: ignore[no-untyped-def]
    out = jianbao("dictionary").out
    assert out.index("## articles (view)") < out.index("## core.article (table)")
    assert "| `surface` | VARCHAR |" in out


@pytest.mark.parametrize("command", ["check", "query", "dictionary", "run"])
def test_foreign_and_broken_files_are_no_warehouse(jianbao, command: str) -> None:  # type: ignore[no-untyped-def]
    import duckdb

    Path("a.html").write_text(PAGE, encoding="utf-8")
    words = [command, *{"query": ["select 1"], "run": ["a.html"]}.get(command, [])]
    with duckdb.connect("foreign.duckdb") as con:
        con.execute("create table cats (name varchar)")
    Path("text.duckdb").write_text("no database, but long enough to look into\n" * 200, encoding="utf-8")
    assert_one_sentence(
        jianbao(*words, "--warehouse", "foreign.duckdb"), 3, "foreign.duckdb is no Jianbao warehouse"
    )
    assert_one_sentence(jianbao(*words, "--warehouse", "text.duckdb"), 3, "text.duckdb cannot be opened")
    assert sorted(file.name for file in Path().iterdir()) == ["a.html", "foreign.duckdb", "text.duckdb"]


@pytest.mark.parametrize("words", ["parse a.html", "explain a.html", "query 'select * from range(100000)'"])
def test_reader_that_leaves_is_no_mistake(jianbao, warehouse: Path, words: str) -> None:  # type: ignore[no-untyped-def]
    Path("a.html").write_text(PAGE, encoding="utf-8")
    command = f"{Path(sys.executable).with_name('jianbao')} {words} | head -c 1 > /dev/null; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("0\n", "")
