"""The settings of a command: from options, then JIANBAO_* variables, then jianbao.toml, then defaults."""

import os
import re
from pathlib import Path
from typing import Annotated, Any, get_type_hints

from msgspec import Struct
from msgspec.structs import fields, replace

from extract.errors import UsageError

FILE = "jianbao.toml"


class Settings(Struct, frozen=True):
    """What a user may set. Each has its default, its meaning, and a JIANBAO_ variable of the same name."""

    warehouse: Annotated[
        Path, "The published snapshot. Beside it lie PATH.build, which the loader writes, and PATH.pages/."
    ] = Path("jianbao.duckdb")
    archive: Annotated[Path | None, "Folder for the bytes of pages, instead of PATH.pages/."] = None
    workers: Annotated[int, "How many batches are transformed at a time."] = 2
    runner: Annotated[str, "Where batches are transformed: threads, processes or dask."] = "threads"
    cluster: Annotated[str | None, "Address of a Dask scheduler, for the runner dask."] = None
    sites: Annotated[
        Path | None, "Folder with TOML files of sites of your own: they are added to the project's, and win."
    ] = None
    batch_pages: Annotated[int, "Pages in a batch: one task, one transaction."] = 100
    max_page_bytes: Annotated[int, "A page with more bytes is rejected as too_big."] = 8 * 1024 * 1024
    user_agent: Annotated[
        str, "How we present ourselves to sites. Name a contact before you fetch more than a few pages."
    ] = "Jianbao/0.1 (news archive; set JIANBAO_USER_AGENT to name yourself)"
    query_seconds: Annotated[int, "A query that takes longer is stopped."] = 60
    query_memory: Annotated[str, "Memory that a query may use."] = "2GB"

    @property
    def archive_folder(self) -> Path:
        """Where the bytes of pages go."""
        return self.archive or self.warehouse.with_name(self.warehouse.name + ".pages")


def load_settings(**options: Any) -> Settings:
    """The settings in force; an option that is None was not given. Raises UsageError for wrong values."""
    values = {name: (value, f"{FILE}: {name}") for name, value in _from_file().items()}
    for name in Settings.__struct_fields__:
        variable = f"JIANBAO_{name.upper()}"
        if os.environ.get(variable):
            values[name] = (os.environ[variable], variable)
    values |= {name: (value, f"--{name}") for name, value in options.items() if value is not None}
    defaults = Settings()
    return replace(
        defaults,
        **{
            name: _typed(value, getattr(defaults, name), name, where)
            for name, (value, where) in values.items()
        },
    )


def _from_file() -> dict[str, Any]:
    file = Path(FILE)
    if not file.is_file():
        return {}
    import tomllib  # not at start

    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{FILE} cannot be read: {error}") from error
    known = set(Settings.__struct_fields__)
    if unknown := sorted(table.keys() - known):
        raise UsageError(f"{FILE}: unknown setting {unknown[0]}; docs/settings.md lists all.")
    return table


def _typed(value: Any, default: Any, name: str, where: str) -> Any:
    """A value in its setting's type. Options and variables are text; the file has types of its own."""
    if isinstance(default, int):
        if isinstance(value, bool) or not re.fullmatch("[1-9][0-9]{0,17}", str(value)):
            raise UsageError(f"{where} must be a whole number from 1, not {value!r}.")
        return int(value)
    if not isinstance(value, str | Path):
        raise UsageError(f"{where} must be a text, not {value!r}.")
    if name in ("warehouse", "archive", "sites"):
        return Path(value)
    if name == "runner" and value not in ("threads", "processes", "dask"):
        raise UsageError(f"{where} must be threads, processes or dask, not {value!r}.")
    if name == "query_memory" and not re.fullmatch(r"\d+(\.\d+)? ?[KMGT]i?B", str(value)):
        raise UsageError(f"{where} must be a size such as 500MB or 2GB, not {value!r}.")
    if name == "user_agent" and not (str(value).isascii() and str(value).isprintable()):
        raise UsageError(f"{where} must be plain ASCII: it is sent as an HTTP header.")
    return value


def describe_settings() -> str:
    """All settings as Markdown: what docs/settings.md holds."""
    lines = [
        "# Settings",
        "",
        "An option of the command wins over a `JIANBAO_*` variable, that over `jianbao.toml` in the folder",
        "where the command runs, that over the default.",
        "",
        "| in jianbao.toml | variable | default | meaning |",
        "|---|---|---|---|",
    ]
    hints = get_type_hints(Settings, include_extras=True)
    for each in fields(Settings):
        (meaning,) = hints[each.name].__metadata__
        variable = f"`JIANBAO_{each.name.upper()}`"
        lines.append(f"| `{each.name}` | {variable} | {_shown(each.default)} | {meaning} |")
    return "\n".join(lines) + "\n"


def _shown(default: Any) -> str:
    return "none" if default is None else f"`{default}`"
