import re
from importlib.resources import files

from transform.article import Article
from transform.decode.decoded import Decoding
from transform.flags import OTHERS, explain_flags
from transform.repair.flags import Flag


def test_flags_that_the_warehouse_names_are_those_that_are_explained() -> None:
    view = files("warehouse").joinpath("views/01_article_revisions.sql").read_text(encoding="utf-8")
    comment = re.search(r"article_revisions\.flags is '([^']*)'", view)
    assert comment is not None
    named = set(re.findall(r"(\w+): ", comment[1])) - {"empty"}
    assert named == {*OTHERS, *Flag}


def test_every_flag_of_an_article_is_explained_in_its_order() -> None:
    flags = tuple(sorted([*OTHERS, *Flag]))
    article = Article(
        encoding=Decoding("gb18030", "meta", 3), body="水�渠", body_as_found="水�渠", flags=flags
    )
    found = explain_flags(article)
    assert tuple(found) == flags
    assert all(one.meaning and one.summary for one in found.values())
    assert found["lossy_decode"].summary == "3 characters of the page, 1 in the text"
    assert found["lossy_decode"].items[0]["around"] == "水�渠"
