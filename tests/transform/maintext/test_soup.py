import subprocess
import sys

COMMAND = """
import sys
from transform.maintext.soup import BeautifulSoup, HTMLParserTreeBuilder
assert not {"soupsieve", "charset_normalizer"} & sys.modules.keys()
soup = BeautifulSoup("<p class=a>甲</p>", builder=HTMLParserTreeBuilder)
print(soup.select_one("p.a").get_text(), "soupsieve" in sys.modules)
from charset_normalizer import from_bytes
print(from_bytes("乙丙".encode("gb18030")).best() is not None)
"""


def test_what_is_put_off_is_there_when_somebody_asks() -> None:
    done = subprocess.run(  # a process of its own: here they may be loaded already
        [sys.executable, "-c", COMMAND], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert done.stdout.split() == ["甲", "True", "True"]
