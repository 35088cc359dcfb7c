from pathlib import Path

import pytest

from extract.errors import UsageError
from flows.settings import describe_settings, load_settings

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_option_wins_over_variable_over_file_over_default(monkeypatch: pytest.MonkeyPatch) -> None:
    assert load_settings().workers == 2
    Path("jianbao.toml").write_text("workers = 3\nbatch_pages = 7\n", encoding="utf-8")
    assert load_settings().workers == 3
    monkeypatch.setenv("JIANBAO_WORKERS", "4")
    assert load_settings().workers == 4
    assert load_settings(workers=5, warehouse=None).workers == 5
    assert load_settings().batch_pages == 7


def test_pages_lie_beside_the_warehouse_unless_said_otherwise() -> None:
    assert load_settings(warehouse="x/news.duckdb").archive_folder == Path("x/news.duckdb.pages")
    assert load_settings(archive="/keep").archive_folder == Path("/keep")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("workerz = 3", "unknown setting workerz"),
        ("workers = 'many'", "workers must be a whole number"),
        ("workers = 0", "workers must be a whole number"),
        ("runner = 'ray'", "must be threads, processes or dask"),
        ("workers = true", "workers must be a whole number"),
        ("workers = 1.5", "workers must be a whole number"),
        ("workers = '²'", "workers must be a whole number"),
        ("warehouse = ['a']", "warehouse must be a text"),
        ("archive = false", "archive must be a text"),
        ("query_memory = 'lots'", "must be a size"),
        ("user_agent = '剪报'", "must be plain ASCII"),
        ("workers = ", "cannot be read"),
    ],
)
def test_wrong_file_is_one_sentence(text: str, sentence: str) -> None:
    Path("jianbao.toml").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=sentence):
        load_settings()


def test_docs_list_all_settings() -> None:
    assert (DOCS / "settings.md").read_text(encoding="utf-8") == describe_settings(), "run: make docs"
