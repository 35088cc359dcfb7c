"""BeautifulSoup, without the CSS selectors that come with it until somebody selects by them.

They take half of its start, and nobody here does.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import Any


class _PutOff(ModuleType):
    """Stands for a module until something of it is asked for."""

    def __getattr__(self, name: str) -> Any:
        return getattr(import_module(self.__name__), name)


_IS_NEW = "soupsieve" not in sys.modules
if _IS_NEW:
    sys.modules["soupsieve"] = _PutOff("soupsieve")

from bs4 import BeautifulSoup as BeautifulSoup  # noqa: E402
from bs4.builder._lxml import LXMLTreeBuilder as LXMLTreeBuilder  # noqa: E402
from bs4.element import NavigableString as NavigableString  # noqa: E402
from bs4.element import PageElement as PageElement  # noqa: E402
from bs4.element import Tag as Tag  # noqa: E402

if _IS_NEW:
    del sys.modules["soupsieve"]  # whoever imports it gets the real one
