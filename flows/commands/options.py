"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

WarehouseOption = Annotated[
    Path | None,
    Parameter(
        name="--warehouse", help="The published snapshot. [JIANBAO_WAREHOUSE; default: jianbao.duckdb]"
    ),
]
ArchiveOption = Annotated[
    Path | None,
    Parameter(name="--archive", help="Folder for the bytes of pages. [default: beside the warehouse]"),
]
SitesOption = Annotated[
    Path | None,
    Parameter(name="--sites", help="Folder with sites of your own, added to the project's. [JIANBAO_SITES]"),
]
StrictOption = Annotated[
    bool, Parameter(name="--strict", negative="", help="Exit status 1 if a page was rejected.")
]
