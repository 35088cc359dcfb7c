"""The SQL of the package: files beside this one, read once."""

from functools import cache
from importlib import resources


@cache
def statements(folder: str) -> dict[str, str]:
    """The .sql files of a folder, name without ending → text, in the order of their names."""
    files = [
        file for file in resources.files(__package__).joinpath(folder).iterdir() if file.name.endswith(".sql")
    ]
    return {
        file.name.removesuffix(".sql"): file.read_text(encoding="utf-8")
        for file in sorted(files, key=lambda file: file.name)
    }


def query(name: str) -> str:
    """One of the queries that the package asks about itself."""
    return statements("queries")[name]
