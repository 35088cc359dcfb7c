"""The house as drawn: who imports whom, how long a module is, what the tree holds."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("flows", "warehouse", "transform", "extract")
MODULES = sorted(file for package in PACKAGES for file in (ROOT / package).rglob("*.py"))


def test_import_contracts_hold() -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(ROOT)))
def test_module_is_short_and_says_what_it_knows(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count("\n") <= 250
    assert ast.get_docstring(ast.parse(text)), "no docstring"


def _imported(file: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names


def test_httpx_is_imported_in_one_module() -> None:
    users = [file for file in MODULES if "httpx" in _imported(file)]
    assert [file.relative_to(ROOT).as_posix() for file in users] == ["extract/fetch/client.py"]


@pytest.mark.parametrize("name", ["os", "pathlib", "socket", "time", "random", "urllib3", "requests"])
def test_transform_touches_nothing(name: str) -> None:
    assert not [file for file in MODULES if "transform" in file.parts and name in _imported(file)]


def test_transform_asks_no_clock() -> None:
    clock = re.compile(r"\b(?:date\.today|datetime\.now|datetime\.utcnow|time\.time)\(")
    assert not [
        file for file in (ROOT / "transform").rglob("*.py") if clock.search(file.read_text(encoding="utf-8"))
    ]


def test_lock_files_name_versions_only() -> None:
    for lock in ROOT.glob("*.lock"):
        for line in lock.read_text(encoding="utf-8").splitlines():
            assert re.fullmatch(r"[A-Za-z0-9_.-]+==[A-Za-z0-9.+!]+", line), f"{lock.name}: {line}"
