"""The division that an article is about: what its title, lead, body, source and site name most."""

from __future__ import annotations

import re
from collections import defaultdict

from transform.metadata.byline import words
from transform.metadata.mentions import weight_of
from transform.places import Mention, Place, find_places, place_named, place_of, short_name

_OURS = re.compile(r"我省|我市|我县|我区|我州|我旗|全市|本市|全省|市委|市政府|县委|区委")
SHARE = 0.6
SHARE_OF_COUNTY = 0.75
"""Several counties of a prefecture make it the place, unless the title names one of them."""
ENOUGH = 2.4
ENOUGH_ALONE = 1.0
"""A division that the text names in full, and no other, need not be named twice near the beginning."""
ENOUGH_LATE = 3.4
"""What is named far into the text only must be named more often: a contact address, an example."""
EARLY = 450
LOOKED_AT = 2000
LEAD = 160
LEAD_WEIGHT = 1.5
"""A place in the first characters counts so much more."""


def find_place(
    title: str | None, body: str, source: str | None, site: str | None, site_place: str | None
) -> tuple[Place, str] | None:
    """The place and what spoke for it, or None where several share the article or none is named enough."""
    votes: dict[str, float] = defaultdict(float)
    named_in: dict[str, str] = {}
    in_full: set[str] = set()
    first = LOOKED_AT

    def vote(text: str, weight: float, where: str) -> None:
        nonlocal first
        for mention in find_places(text, with_short=where == "title") + find_local(text, body):
            counts = 1.0 if where == "source or site" else weight_of(mention, text, where == "body")
            if not counts or (where == "title" and not _is_borne_out(mention, text, rest)):
                continue
            votes[mention.place.code] += counts * (
                weight + (LEAD_WEIGHT if where == "body" and mention.start < LEAD else 0.0)
            )
            named_in.setdefault(mention.place.code, where)
            first = min(first, mention.start if where == "body" else 0)
            if (
                where == "body"
                and mention.place.parent_code
                and text[mention.start : mention.end].endswith(mention.place.name)
            ):
                in_full.add(mention.place.code)

    body = body[:LOOKED_AT]
    rest = "\n".join(filter(None, (body, source, site)))
    if title:
        vote(title, 4.0, "title")
    vote(body, 1.0, "body")
    ours = bool(_OURS.search(body))
    for name in (source, site):
        if name:
            vote(name, 4.0 if ours else 1.0, "source or site")
    home = place_of(site_place) if site_place else None
    if home is not None and (ours or not votes):
        votes[home.code] += 6.0 if ours else 0.0
        named_in.setdefault(home.code, "site")
    if not votes:
        return None
    total = sum(votes.values())
    enough = ENOUGH_LATE if first > EARLY else ENOUGH_ALONE if len(votes) == 1 and in_full else ENOUGH
    at: str | None = None
    while True:
        below: dict[str, float] = defaultdict(float)
        for code, weight in votes.items():
            step = _step_below(code, at)
            if step:
                below[step] += weight
        if not below:
            break
        best = max(below, key=lambda code: below[code])
        whole = total if at is None else sum(below.values()) + votes.get(at, 0.0)
        share = (
            SHARE_OF_COUNTY
            if at is not None and not best.endswith("00") and named_in.get(best) != "title"
            else SHARE
        )
        if below[best] < share * whole or below[best] < enough:
            break
        at = best
    if at is None:
        return None
    place = place_of(at)
    return (place, f"named in {named_in.get(at, 'the text')}") if place else None


def _is_borne_out(mention: Mention, title: str, rest: str) -> bool:
    """Whether a county's short name in a title means it: 中方 only beside 中方县 or 怀化."""
    place = mention.place
    if place.level != "county" or title[mention.start : mention.end] != short_name(place.name):
        return True
    above = place_of(place.parent_code) if place.parent_code else None
    return place.name in rest or (above is not None and short_name(above.name) in title + rest)


def find_local(text: str, around: str) -> list[Mention]:
    """The quarters of Hong Kong and Macau that a text names, where the text around it speaks of either.

    >>> [len(find_local("旺角一家茶楼", around)) for around in ("花了两亿港元", "花了两亿元")]
    [1, 0]
    """
    return [
        Mention(match.start(), match.end(), place)
        for code, local in words()["local"].items()
        if (place := place_of(code)) and any(word in around for word in local["words"])
        for match in re.finditer("|".join(local["names"]), text)
    ]


def _step_below(code: str, above: str | None) -> str | None:
    """The division right below `above` that holds a code, or None where it does not lie below."""
    chain = [code]
    while (place := place_of(chain[-1])) and place.parent_code:
        chain.append(place.parent_code)
    if above is None:
        return chain[-1]
    return chain[chain.index(above) - 1] if above in chain[1:] else None


__all__ = ["find_place", "place_named"]
