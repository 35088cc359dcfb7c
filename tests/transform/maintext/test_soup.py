import subprocess
import sys

COMMAND = """
import sys
from transform.maintext.soup import BeautifulSoup, LXMLTreeBuilder
assert "soupsieve" not in sys.modules
soup = BeautifulSoup("<p class=a>甲</p>", builder=LXMLTreeBuilder)
print(soup.select_one("p.a").get_text(), "soupsieve" in sys.modules)
"""


def test_selectors_are_loaded_when_somebody_selects() -> None:
    done = subprocess.run(  # a process of its own: here they may be loaded already
        [sys.executable, "-c", COMMAND], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert done.stdout.split() == ["甲", "True"]
