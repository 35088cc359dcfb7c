import pytest

from extract.errors import UsageError
from extract.sites.site import known_sites, parse_site, site_of
from transform.decode.labels import resolve_label
from transform.places import place_of

TOML = 'id = "gd_example"\nname = "示例"\nhosts = ["example.cn"]\n'


def test_site_is_read_from_toml() -> None:
    site = parse_site(TOML + 'place_code = "440000"\n', "gd_example.toml")
    assert (site.id, site.hosts, site.place_code, site.charset_hint) == (
        "gd_example",
        ("example.cn",),
        "440000",
        None,
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (TOML + 'plaec_code = "440000"', "unknown key plaec_code"),
        ('id = "x"\nname = "y"', "the key hosts is missing"),
        (TOML.replace('["example.cn"]', '"example.cn"'), "hosts is a list"),
        (TOML + "place_code = 440000", "every other key a string"),
        ("id = ", "x.toml"),
    ],
)
def test_wrong_site_is_one_sentence_with_its_file(text: str, sentence: str) -> None:
    with pytest.raises(UsageError, match=sentence):
        parse_site(text, "x.toml")


def test_host_stands_for_all_below_it() -> None:
    (site, *_) = known_sites()
    host = site.hosts[0]
    assert site_of(f"http://{host}/a") == site_of(f"https://www.{host}:8080/a?b") == site
    assert site_of(f"http://not{host}/a") is None
    assert site_of(None) is None
    assert site_of("no address") is None


def test_known_sites_have_real_places_and_codecs_and_ids_of_their_own() -> None:
    sites = known_sites()
    assert len({site.id for site in sites}) == len(sites) > 0
    for site in sites:
        assert site.place_code is None or place_of(site.place_code)
        assert site.charset_hint is None or resolve_label(site.charset_hint)
