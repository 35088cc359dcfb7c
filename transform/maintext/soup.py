"""BeautifulSoup, without what comes with it until somebody asks for it: CSS selectors, a detector of codecs.

They take two thirds of its start, and nobody here asks.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import Any


class _PutOff(ModuleType):
    """Stands for a module until something of it is asked for."""

    def __getattr__(self, name: str) -> Any:
        return getattr(import_module(self.__name__), name)


_LATER = [name for name in ("soupsieve", "charset_normalizer") if name not in sys.modules]
sys.modules |= {name: _PutOff(name) for name in _LATER}

from bs4 import BeautifulSoup as BeautifulSoup  # noqa: E402
from bs4.builder._htmlparser import HTMLParserTreeBuilder as HTMLParserTreeBuilder  # noqa: E402
from bs4.element import NavigableString as NavigableString  # noqa: E402
from bs4.element import PageElement as PageElement  # noqa: E402
from bs4.element import Tag as Tag  # noqa: E402

for name in _LATER:
    del sys.modules[name]  # whoever imports it gets the real one
