"""Docs that are made from code: settings and data dictionary. With --check nothing is written.

python -m tools.docs [--check]
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from flows.settings import describe_settings
from warehouse.connect import open_to_write
from warehouse.dictionary import describe
from warehouse.migrate import migrate

DOCS = Path(__file__).parents[1] / "docs"


def make_docs() -> dict[str, str]:
    """File name → text."""
    with TemporaryDirectory() as folder, open_to_write(Path(folder) / "empty.duckdb") as con:
        migrate(con)
        dictionary = describe(con)
    return {"settings.md": describe_settings(), "data-dictionary.md": dictionary}


def main() -> None:
    """Write the docs, or name those that differ."""
    stale = []
    for name, text in make_docs().items():
        file = DOCS / name
        if "--check" not in sys.argv:
            file.write_text(text, encoding="utf-8")
        elif not file.exists() or file.read_text(encoding="utf-8") != text:
            stale.append(name)
    if stale:
        sys.exit(f"docs/{', docs/'.join(stale)} differ from the code: make docs")


if __name__ == "__main__":
    main()
