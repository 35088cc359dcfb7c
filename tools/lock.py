"""Pin every package: requirements.lock to run, requirements-dev.lock what tests and checks need besides.

    python3 tools/lock.py

Made in an environment of its own. The files name versions, never addresses.
"""

import subprocess
import sys
import tomllib
import venv
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
BUILD = ["hatchling>=1.27", "editables"]
"""What an editable install without build isolation needs."""
PINS = ["duckdb==1.5.5"]
"""Narrower than pyproject.toml: the lower end of what it allows; make test-duckdb2 tests the upper."""


def main() -> None:
    """Write both lock files."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    with TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = f"{folder}/bin/python"
        run = _install(python, BUILD + PINS + project["project"]["dependencies"])
        dev = _install(python, project["dependency-groups"]["dev"])
    _write("requirements.lock", run)
    _write("requirements-dev.lock", [line for line in dev if line not in run])


def _install(python: str, packages: list[str]) -> list[str]:
    subprocess.run([python, "-m", "pip", "install", "--quiet", *packages], check=True)
    done = subprocess.run([python, "-m", "pip", "freeze"], check=True, capture_output=True, text=True)
    return done.stdout.splitlines()


def _write(name: str, lines: list[str]) -> None:
    if strange := [line for line in lines if "@" in line]:
        sys.exit(f"not from an index: {strange[0]}")
    (ROOT / name).write_text("\n".join(sorted(lines, key=str.lower)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
