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
        if sys.modules.get(self.__name__) is self:  # asked for before its time
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), name)


_LATER = [name for name in ("soupsieve", "charset_normalizer") if name not in sys.modules]
sys.modules |= {name: _PutOff(name) for name in _LATER}
try:
    from bs4 import BeautifulSoup as BeautifulSoup
    from bs4.builder._htmlparser import HTMLParserTreeBuilder as HTMLParserTreeBuilder
    from bs4.element import NavigableString as NavigableString
    from bs4.element import PageElement as PageElement
    from bs4.element import Tag as Tag
finally:
    for _name in _LATER:
        if isinstance(sys.modules[_name], _PutOff):
            del sys.modules[_name]  # whoever imports it gets the real one
