"""The main job on Prefect: samples in, warehouse out; again, changed, killed, locked."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from flows.settings import Settings
from warehouse.checks import run_checks
from warehouse.connect import Warehouse, open_to_read, open_to_write

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples" / "pages"
EXPECTED = [
    json.loads(line)
    for line in (ROOT / "samples" / "expected.jsonl").read_text(encoding="utf-8").splitlines()
]
CONTENT = {
    "articles": "from articles select * exclude (first_seen_at, revised_at, run_id) order by all",
    "figures": "from figures order by all",
    "repairs": "from repairs order by all",
    "rejections": "from rejections select * exclude (rejected_at, run_id) order by all",
    "pages": "from pages select * exclude (loaded_at, run_id) order by all",
}

pytestmark = pytest.mark.prefect


def ingest(sources: list[str], warehouse: Path, **more: Any):  # type: ignore[no-untyped-def]
    from flows.ingest import run_ingest

    return run_ingest(sources, Settings(warehouse=warehouse, **more))


def ask(warehouse: Path, sql: str) -> list[tuple[Any, ...]]:
    with open_to_read(Warehouse(warehouse)) as con:
        return con.execute(sql).fetchall()


def content(warehouse: Path) -> dict[str, list[tuple[Any, ...]]]:
    return {name: ask(warehouse, sql) for name, sql in CONTENT.items()}


def assert_lawful(warehouse: Path) -> None:
    with open_to_read(Warehouse(warehouse)) as con:
        assert {finding.check: finding.rows for finding in run_checks(con) if finding.rows} == {}


@pytest.fixture(scope="module")
def loaded(prefect_server: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    warehouse = tmp_path_factory.mktemp("loaded") / "news.duckdb"
    ingest([str(SAMPLES)], warehouse, batch_pages=10)
    return warehouse


def test_every_sample_is_an_article_or_a_rejection_as_expected(loaded: Path) -> None:
    found = dict(ask(loaded, "select location, status from pages"))
    reasons = dict(ask(loaded, "select location, reason from rejections"))
    for row in EXPECTED:
        place = row["path"].rpartition("#")[2]
        assert found.pop(place) == row["status"], row["path"]
        assert reasons.get(place) == row["reason"], row["path"]
    assert not found
    assert_lawful(loaded)


def test_bytes_of_every_page_are_kept_under_their_hash(loaded: Path) -> None:
    from hashlib import sha256

    kept = ask(loaded, "select page_id, archive_path from pages where page_id is not null")
    for page_id, place in kept:
        assert sha256((Warehouse(loaded).pages / place).read_bytes()).hexdigest() == page_id


def test_running_again_changes_nothing(loaded: Path) -> None:
    before = content(loaded)
    summary = ingest([str(SAMPLES)], loaded, batch_pages=7)
    assert (summary.articles, summary.rejections, summary.already_loaded) == (0, 0, summary.pages)
    assert content(loaded) == before
    assert_lawful(loaded)


def test_processes_give_the_same_as_threads(loaded: Path, tmp_path: Path) -> None:
    other = tmp_path / "news.duckdb"
    ingest([str(SAMPLES)], other, runner="processes", batch_pages=16)
    assert content(other) == content(loaded)


def test_changed_page_is_a_new_revision(prefect_server: str, tmp_path: Path) -> None:
    folder, warehouse = tmp_path / "news", tmp_path / "news.duckdb"
    folder.mkdir()
    origin = SAMPLES / "www.yunling-ribao.example/yx/202405/t20240516_30871.html"
    page = folder / "a.html"
    shutil.copy(origin, page)
    ingest([str(folder)], warehouse)
    page.write_bytes(origin.read_bytes().replace("2300余户".encode(), "2400余户".encode()))
    summary = ingest([str(folder)], warehouse)
    assert (summary.articles, summary.already_loaded) == (1, 0)
    assert ask(warehouse, "select revision, body like '%2400余户%' from articles") == [(2, True)]
    assert ask(warehouse, "select count(*) from article_revisions") == [(2,)]
    assert ask(warehouse, "select count(*) from figures where surface = '2300余户'") == [(0,)]
    assert_lawful(warehouse)


def test_error_of_ours_fails_the_run_names_the_page_and_keeps_what_was_loaded(
    prefect_server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows import batches

    real = batches.examine

    def broken(read: Any, *more: Any) -> Any:
        if read.page.path == "2.txt":
            raise ZeroDivisionError("on purpose")
        return real(read, *more)

    text = "这几年，全区新开了11个实验室，引进博士45人，街坊都说办得好，明年还要接着办下去。\n" * 3
    for name in ("1.txt", "2.txt"):
        (tmp_path / name).write_text(text + name, encoding="utf-8")
    monkeypatch.setattr(batches, "examine", broken)
    warehouse = tmp_path / "news.duckdb"
    with pytest.raises(ZeroDivisionError) as caught:
        ingest([str(tmp_path)], warehouse, batch_pages=1, workers=1)
    assert caught.value.__notes__ == [f"while transforming {tmp_path / '2.txt'}"]
    assert not warehouse.exists(), "a failed run publishes nothing"
    monkeypatch.undo()
    summary = ingest([str(tmp_path)], warehouse, batch_pages=1, workers=1)
    assert (summary.already_loaded, summary.articles) == (1, 1), "the batch before it had been loaded"
    assert ask(warehouse, "select status, error from runs order by started_at") == [
        ("failed", "on purpose"),
        ("done", None),
    ]
    assert_lawful(warehouse)


@contextmanager
def jianbao(*words: str, cwd: Path, server: str | None = None) -> Iterator[subprocess.Popen[str]]:
    """The command in a group of its own: killed with -9, it cannot stop the server that it started."""
    command = [str(Path(sys.executable).with_name("jianbao")), *words]
    env = os.environ | ({"PREFECT_API_URL": server} if server else {})
    with subprocess.Popen(
        command, cwd=cwd, stdout=-1, stderr=-1, text=True, start_new_session=True, env=env
    ) as process:
        try:
            yield process
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


def test_command_alone_runs_the_samples_and_says_what_it_did(tmp_path: Path) -> None:
    with jianbao("run", cwd=tmp_path) as running:
        out, err = running.communicate(timeout=200)
    assert running.returncode == 0, err
    for words in (
        "pages in",
        "articles",
        "rejected",
        "list_page",
        "pinyin_annotation",
        "jianbao.duckdb",
        "jianbao query",
    ):
        assert words in out
    assert err.splitlines() == [
        "Starting Prefect (10 to 20 seconds; quicker with a running server in PREFECT_API_URL) …"
    ]
    assert {file.name for file in tmp_path.iterdir()} == {
        "jianbao.duckdb",
        "jianbao.duckdb.build",
        "jianbao.duckdb.pages",
    }


def test_killed_run_leaves_whole_batches_and_the_next_takes_up_the_rest(
    prefect_server: str, tmp_path: Path
) -> None:
    text = "这几年，全区新开了11个实验室，引进博士{}人，街坊都说办得好，明年还要接着办下去，一年办好一件。\n"
    folder, warehouse = tmp_path / "news", tmp_path / "news.duckdb"
    folder.mkdir()
    for number in range(300):
        (folder / f"{number}.txt").write_text(text.format(number) * 60, encoding="utf-8")
    (tmp_path / "jianbao.toml").write_text("batch_pages = 10\n", encoding="utf-8")
    with jianbao("run", "news", "--warehouse", "news.duckdb", cwd=tmp_path, server=prefect_server) as running:
        deadline = time.monotonic() + 120
        log = Warehouse(warehouse).build.with_suffix(".build.wal")
        while time.monotonic() < deadline and running.poll() is None:
            if log.exists() and log.stat().st_size > 1_000_000:
                break  # some of 6 million are committed
            time.sleep(0.01)
        assert running.poll() is None, "it ended before it could be killed"
    with open_to_write(Warehouse(warehouse).build) as con:
        ((batches, pages),) = con.execute("select count(*), sum(pages) from ops.load").fetchall()
        assert 0 < pages == 10 * batches < 300
        assert con.execute("select count(*) from core.article").fetchall() == [(pages,)]
    summary = ingest([str(folder)], warehouse)
    assert (summary.already_loaded, summary.articles) == (pages, 300 - pages)
    assert dict(ask(warehouse, "select status, count(*) from runs group by all")) == {"killed": 1, "done": 1}
    assert_lawful(warehouse)


def test_interrupted_run_says_so(prefect_server: str, tmp_path: Path) -> None:
    for number in range(2000):
        (tmp_path / f"{number}.txt").write_text(f"近年来，全区引进博士{number}人。\n" * 200, encoding="utf-8")
    with jianbao("run", ".", cwd=tmp_path, server=prefect_server) as running:
        kept = tmp_path / "jianbao.duckdb.pages"
        while running.poll() is None and not kept.exists():
            time.sleep(0.02)
        running.send_signal(signal.SIGINT)
        _, err = running.communicate(timeout=60)
    assert running.returncode == 130, err
    assert err.splitlines()[-1].startswith("jianbao: Stopped.")
    assert "Traceback" not in err


def test_strict_run_has_status_1_as_long_as_a_page_is_rejected_and_json_says_all(
    prefect_server: str, tmp_path: Path
) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "photo.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    for known in (0, 1):
        with jianbao("run", "news", "--strict", "--json", cwd=tmp_path, server=prefect_server) as running:
            out, _ = running.communicate(timeout=120)
        summary = json.loads(out)
        assert running.returncode == 1
        assert (summary["already_loaded"], summary["rejections"], summary["rejected_in_all"]) == (
            known,
            1 - known,
            1,
        )


def test_locked_warehouse_is_status_75_with_the_holders_pid(tmp_path: Path) -> None:
    hold = "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('held', flush=True); sys.stdin.read()"
    build = tmp_path / "jianbao.duckdb.build"
    with subprocess.Popen([sys.executable, "-c", hold, str(build)], stdin=-1, stdout=-1, text=True) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        with jianbao("run", cwd=tmp_path) as running:
            _, err = running.communicate(timeout=60)
        holder.communicate("")
    assert running.returncode == 75
    assert f"locked by process {holder.pid}" in err
    assert err.count("\n") == 1
