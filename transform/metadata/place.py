"""The division that an article is about: what its title, lead, body, source and site name most."""

from __future__ import annotations

from collections import defaultdict

from msgspec import Struct, field

from transform.divisions import Place, place_of
from transform.metadata.local import find_local
from transform.metadata.mentions import weight_of
from transform.patterns import compiled
from transform.places import Mention, find_places

_OURS = compiled(r"我省|我市|我县|我区|我州|我旗|全市|本市|全省|市委|市政府|县委|区委")
OF_TITLE, OF_BODY, OF_SOURCE, OF_OUR_SOURCE, OF_OUR_SITE = 4.0, 1.0, 1.0, 4.0, 6.0
"""What it counts to be named there; 我市 makes source and site count more."""
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
MUNICIPALITIES = ("110000", "120000", "310000", "500000")
LONG_NAME = 3
"""A county's short name of so many characters is no word: 满洲里."""


class _Ballot(Struct):
    """The votes for each division, by code."""

    votes: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    named_in: dict[str, str] = field(default_factory=dict)
    """Where it was named first."""
    in_full: set[str] = field(default_factory=set)
    """Prefectures and counties that the body names by their full names."""
    in_lead: set[str] = field(default_factory=set)
    """Those of them that the lead does."""
    first: int = LOOKED_AT
    """Where in the body the first place is named."""

    def add(self, code: str, weight: float, where: str) -> None:
        """Count a vote."""
        self.votes[code] += weight
        self.named_in.setdefault(code, where)


def find_place(
    title: str | None,
    body: str,
    source: str | None,
    site: str | None,
    site_place: str | None,
    language: str | None = None,
) -> tuple[Place, str] | None:
    """The place and what spoke for it, or None where several share the article or none is named enough."""
    ballot = _Ballot()
    body = body[:LOOKED_AT]
    if title:
        _hear_title(title, body, "\n".join(filter(None, (body, source, site))), language, ballot)
    _hear_body(body, language, ballot)
    named = [mention for name in (source, site) if name for mention in _named(name, body, language)]
    home = place_of(site_place) if site_place else None
    is_ours = bool(named or home) and _OURS.search(body) is not None
    for mention in named:
        ballot.add(mention.place.code, OF_OUR_SOURCE if is_ours else OF_SOURCE, "source or site")
        ballot.first = 0
    if home is not None and (is_ours or not ballot.votes):
        ballot.add(home.code, OF_OUR_SITE if is_ours else 0.0, "site")
    code = _part_in_lead(_elect(ballot), ballot)
    place = place_of(code) if code else None
    return (place, f"named in {ballot.named_in.get(place.code, 'the text')}") if place else None


def _named(text: str, around: str, language: str | None, with_short: bool = False) -> list[Mention]:
    return find_places(text, with_short=with_short) + find_local(text, around, language)


def _hear_title(title: str, body: str, rest: str, language: str | None, ballot: _Ballot) -> None:
    for mention in _named(title, body, language, with_short=True):
        weight = weight_of(mention, title, in_body=False)
        if weight and _is_borne_out(mention, title, rest):
            ballot.add(mention.place.code, weight * OF_TITLE, "title")
            ballot.first = 0


def _hear_body(body: str, language: str | None, ballot: _Ballot) -> None:
    for mention in _named(body, body, language):
        weight = weight_of(mention, body, in_body=True)
        if not weight:
            continue
        place, is_early = mention.place, mention.start < LEAD
        ballot.add(place.code, weight * (OF_BODY + (LEAD_WEIGHT if is_early else 0.0)), "body")
        ballot.first = min(ballot.first, mention.start)
        if place.parent_code and body[mention.start : mention.end].endswith(place.name):
            ballot.in_full.add(place.code)
            if is_early and weight == 1.0:
                ballot.in_lead.add(place.code)


def _elect(ballot: _Ballot) -> str | None:
    """The code of the division with a clear majority, from the province down as far as there is one."""
    enough = ENOUGH
    if ballot.first > EARLY:
        enough = ENOUGH_LATE
    elif len(ballot.votes) == 1 and ballot.in_full:
        enough = ENOUGH_ALONE
    at: str | None = None
    while below := _votes_below(at, ballot):
        best = max(below, key=lambda code: below[code])
        whole = sum(below.values()) + ballot.votes.get(at or "", 0.0)
        is_county = at is not None and not best.endswith("00") and ballot.named_in.get(best) != "title"
        if below[best] < (SHARE_OF_COUNTY if is_county else SHARE) * whole or below[best] < enough:
            break
        at = best
    return at


def _votes_below(above: str | None, ballot: _Ballot) -> dict[str, float]:
    """The votes for the divisions right below one, each with those for what it holds."""
    below: dict[str, float] = defaultdict(float)
    for code, weight in ballot.votes.items():
        if step := _step_below(code, above):
            below[step] += weight
    return below


def _part_in_lead(at: str | None, ballot: _Ballot) -> str | None:
    """The one county of the elected city that the lead names in full, if the text speaks of no other."""
    if at is None or (at.endswith("0000") and at not in MUNICIPALITIES):
        return at  # what concerns a province has its example somewhere
    counties = {code for code in ballot.votes if not code.endswith("00") and _step_below(code, at)}
    return next(iter(counties)) if len(counties) == 1 and counties <= ballot.in_lead else at


def _is_borne_out(mention: Mention, title: str, rest: str) -> bool:
    """Whether a county's short name in a title means it: 中方 only beside 中方县 or 怀化, 满洲里 anywhere."""
    place, named = mention.place, title[mention.start : mention.end]
    if place.level != "county" or named != place.short or len(named) >= LONG_NAME:
        return True
    above = place_of(place.parent_code) if place.parent_code else None
    return place.name in rest or (above is not None and above.short in title + rest)


def _step_below(code: str, above: str | None) -> str | None:
    """The division right below `above` that holds a code, or None where it does not lie below."""
    chain = [code]
    while (place := place_of(chain[-1])) and place.parent_code:
        chain.append(place.parent_code)
    if above is None:
        return chain[-1]
    return chain[chain.index(above) - 1] if above in chain[1:] else None
