from pathlib import Path

import pytest

from extract.errors import UsageError
from extract.sources import Address, PageFile, find_sources, shared_places


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b/2.html", "a/1.htm", "a/photo.png", "c.TXT", ".hidden.html"):
        file = tmp_path / "news" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"x")
    return tmp_path / "news"


def test_folder_gives_its_pages_by_name_with_places_below_it(folder: Path) -> None:
    assert [page.path for page in find_sources([str(folder)])] == ["a/1.htm", "b/2.html", "c.TXT"]  # type: ignore[union-attr]


def test_file_is_taken_whatever_its_ending(folder: Path) -> None:
    photo = folder / "a/photo.png"
    assert find_sources([str(photo)]) == [PageFile(photo, "photo.png")]


def test_glob_gives_places_below_its_fixed_part(folder: Path) -> None:
    assert [page.path for page in find_sources([f"{folder}/*/*.htm*"])] == ["a/1.htm", "b/2.html"]  # type: ignore[union-attr]


def test_files_at_one_place_below_two_sources_are_told(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "c.TXT").write_bytes(b"y")
    assert shared_places(find_sources([str(folder), str(other)])) == ["c.TXT"]
    assert shared_places(find_sources([str(tmp_path)])) == []


def test_address_is_no_path() -> None:
    assert find_sources(["https://news.example/a.html"]) == [Address("https://news.example/a.html")]


def test_a_file_named_twice_is_read_once(folder: Path) -> None:
    file = str(folder / "c.TXT")
    assert len(find_sources([file, file])) == 1


@pytest.mark.parametrize("source", ["nowhere.html", "nowhere/*.html"])
def test_missing_path_is_one_sentence(source: str) -> None:
    with pytest.raises(UsageError, match="nowhere"):
        find_sources([source])


def test_folder_without_pages_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "photo.png").write_bytes(b"x")
    with pytest.raises(UsageError, match="Nothing to read in the folder"):
        find_sources([str(tmp_path)])


def test_a_lone_file_that_cannot_be_opened_is_one_sentence(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UsageError, match=r"c\.TXT cannot be read: Permission denied"):
        find_sources([str(folder / "c.TXT")])
    assert len(find_sources([str(folder)])) == 3, "among others it will be a rejection"


def test_no_source_is_one_sentence() -> None:
    with pytest.raises(UsageError, match="no SOURCE"):
        find_sources([])
