from datetime import date

import pytest

from extract.errors import UsageError
from extract.sites.site import Family, parse_family, parse_site

TOML = 'id = "gd_example"\nname = "示例"\nhosts = ["example.cn"]\n'
FAMILY = 'id = "cms"\nname = "某系统"\n[rules]\nbody = [".a", ".b"]\nstrip = ".share"\n'


@pytest.fixture
def families() -> dict[str, Family]:
    return {"cms": parse_family(FAMILY, "families/cms.toml")}


def test_site_is_read_from_toml() -> None:
    site = parse_site(TOML + 'place_code = "440000"\nlag_days = 3\n', "x/gd_example.toml")
    assert (site.id, site.hosts, site.place_code, site.charset_hint, site.lag_days, site.rules) == (
        "gd_example",
        ("example.cn",),
        "440000",
        None,
        3,
        (),
    )


def test_own_rules_go_before_those_of_the_family(families: dict[str, Family]) -> None:
    more = 'family = "cms"\n[[rules]]\nuntil = 2020-12-31\nbody = ".own"\n[[rules]]\nsince = 2021-01-01\n'
    old, new = parse_site(TOML + more, "gd_example.toml", families).rules
    assert [str(rule) for rule in old.body] == [".own (gd_example)", ".a (family cms)", ".b (family cms)"]
    assert [rule.text for rule in new.body] == [".a", ".b"]
    assert (old.since, old.until, new.since) == (None, date(2020, 12, 31), date(2021, 1, 1))
    assert (old.period, new.period) == ("… 2020-12-31", "2021-01-01 …")


def test_site_without_rules_has_those_of_its_family(families: dict[str, Family]) -> None:
    (rules,) = parse_site(TOML + 'family = "cms"\n', "gd_example.toml", families).rules
    assert rules.strip[0].text == ".share"
    assert rules.period == "always"


def test_expectations_are_typed() -> None:
    more = "[expect]\narticles_per_day = { min = 2 }\nfill_rate = { title = 1 }\nnewest_article_days = 4\n"
    expect = parse_site(TOML + more, "gd_example.toml").expect
    assert expect.as_table() == {
        "articles_per_day": {"min": 2},
        "fill_rate": {"title": 1.0},
        "newest_article_days": 4,
    }


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (TOML + 'plaec_code = "440000"', "gd_example.toml: unknown key plaec_code; is place_code meant"),
        (TOML + 'colour = "red"', "unknown key colour; known are"),
        ('id = "gd_example"\nname = "y"', "the key hosts is missing"),
        (TOML.replace('["example.cn"]', "[]"), "hosts are host names"),
        (TOML.replace("example.cn", "https://Example.cn/"), "hosts are host names"),
        (TOML.replace("gd_example", "gd_other"), "the file's name must be gd_other.toml"),
        (TOML.replace("gd_example", "GD"), "an id is made of"),
        (TOML + "place_code = 440000", "place_code is a text, not 440000"),
        (TOML + 'lag_days = "3"', "lag_days is a whole number from 0, not '3'"),
        (TOML + "lag_days = true", "lag_days is a whole number"),
        (TOML + 'family = "nope"', "unknown family nope; known are cms"),
        (TOML + '[rules]\nbody = "p"', "rules is a list of tables, each under its own"),
        (TOML + "[[rules]]\nbdy = 'p'", r"\[\[rules\]\] 1: unknown key bdy; is body meant"),
        (TOML + "[[rules]]\nbody = [1]", "body is a text or a list of texts"),
        (TOML + "[[rules]]\nbody = ''", "body is a text or a list of texts"),
        (TOML + "[[rules]]\nsince = '2020-01-01'", "since is a day such as"),
        (TOML + "[[rules]]\nsince = 2020-01-02\nuntil = 2020-01-01", "until lies before since"),
        (TOML + "[[rules]]\n[[rules]]\nsince = 2020-01-02", "hold on the same day"),
        (TOML + "[[rules]]\nstrip_lines = '('", "is no regular expression"),
        (TOML + "[expect]\nfill_rate = { titel = 0.5 }", "unknown key titel; is title meant"),
        (TOML + "[expect]\nfill_rate = { title = 2 }", "title is a number from 0 to 1"),
        (TOML + "[expect]\narticles_per_day = { min = 5, max = 2 }", "max is less than min"),
        (TOML + "[expect]\nsilence = 3", "unknown key silence"),
        ("id = ", "gd_example.toml: Invalid value"),
    ],
)
def test_wrong_site_is_one_sentence_with_its_file(
    text: str, sentence: str, families: dict[str, Family]
) -> None:
    with pytest.raises(UsageError, match=sentence) as raised:
        parse_site(text, "gd_example.toml", families)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (FAMILY + "since = 2020-01-01", r"\[rules\]: unknown key since"),
        ('id = "cms"\nname = "y"', "the key rules is missing"),
    ],
)
def test_wrong_family_is_one_sentence_with_its_file(text: str, sentence: str) -> None:
    with pytest.raises(UsageError, match=sentence):
        parse_family(text, "cms.toml")
