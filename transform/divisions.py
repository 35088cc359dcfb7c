"""The divisions of GB/T 2260: those in force, and those that are no more, which say when they ended."""

from functools import cache

from msgspec import Struct

from transform.vocabulary import read_rows


class Place(Struct, frozen=True):
    """One division under one name; `since` and `until` are months (`2016-07`), None where unknown or open."""

    code: str
    name: str
    short: str
    """The name without its ending: 聊城 of 聊城市, 恩施 of 恩施土家族苗族自治州; 赵县 keeps its own."""
    parent_code: str | None
    since: str | None = None
    until: str | None = None

    @property
    def full_name(self) -> str:
        """The name behind those of the divisions that hold it."""
        above = place_of(self.parent_code) if self.parent_code else None
        return above.full_name + self.name if above else self.name

    @property
    def level(self) -> str:
        """`province`, `prefecture` or `county`."""
        return level_of(self.code)


def level_of(code: str) -> str:
    """The level of a division by its code: `province`, `prefecture` or `county`."""
    if not code.endswith("00"):
        return "county"
    return "province" if code.endswith("0000") else "prefecture"


def place_of(code: str) -> Place | None:
    """The division of a code; of one that is no more, as it was last."""
    return _by_code().get(code)


@cache
def all_places() -> tuple[Place, ...]:
    """Every division, those that are no more among them: by code, and of one code the last behind."""
    return tuple(
        Place(code, name, short, above or None, since or None, until or None)
        for code, name, short, above, since, until in read_rows("divisions.tsv")
    )


@cache
def _by_code() -> dict[str, Place]:
    return {place.code: place for place in all_places()}
