"""What a site is expected to bring: a quiet site is an alarm."""

from typing import Any

from msgspec import Struct

from extract.errors import UsageError
from extract.sites.keys import Table, check_keys, take_share, take_table, take_whole

COLUMNS = ("title", "published_at", "source_name", "authors", "editors", "place_code", "canonical_url")
"""Columns of `articles` that may be empty, and so may be expected to be filled."""


class Expect(Struct, frozen=True):
    """Expectations of a site. Nothing here changes how a page is read."""

    articles_per_day_min: int | None = None
    """Fewer new articles a day are too few."""
    articles_per_day_max: int | None = None
    """More are suspicious."""
    fill_rate: tuple[tuple[str, float], ...] = ()
    """Column of `articles` → the share of the site's articles that have it, at least."""
    newest_article_days: int | None = None
    """The newest article is at most so many days old."""

    def as_table(self) -> dict[str, Any]:
        """As the TOML file has it, without what is not expected."""
        spans = {"min": self.articles_per_day_min, "max": self.articles_per_day_max}
        table = {
            "articles_per_day": {name: value for name, value in spans.items() if value is not None},
            "fill_rate": dict(self.fill_rate),
            "newest_article_days": self.newest_article_days,
        }
        return {name: value for name, value in table.items() if value not in ({}, None)}


NOTHING = Expect()
"""What is expected where the file says nothing."""


def parse_expect(table: Table, where: str) -> Expect:
    """The expectations of a TOML table."""
    where = f"{where}, [expect]"
    check_keys(table, ("articles_per_day", "fill_rate", "newest_article_days"), where)
    a_day, rates = take_table(table, "articles_per_day", where), take_table(table, "fill_rate", where)
    check_keys(a_day, ("min", "max"), f"{where}, articles_per_day")
    check_keys(rates, COLUMNS, f"{where}, fill_rate")
    least, most = (take_whole(a_day, key, f"{where}, articles_per_day") for key in ("min", "max"))
    if least is not None and most is not None and most < least:
        raise UsageError(f"{where}, articles_per_day: max is less than min.")
    shares = [(column, take_share(rates, column, f"{where}, fill_rate")) for column in sorted(rates)]
    return Expect(
        least,
        most,
        tuple((column, share) for column, share in shares if share is not None),
        take_whole(table, "newest_article_days", where),
    )
