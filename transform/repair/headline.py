"""Pieces of the headline strewn into the text.

The headline's Han characters are cut in twos; the twos are dealt into groups, each in headline order; the
groups, ordered by their first two, round and round, stand behind punctuation, 的 and 是 in the first
paragraphs. What is removed must fit that order, and the text must be likelier without it; a page with
fewer than three sure pieces, or on which the headline does not go round, is left alone.
"""

from collections.abc import Iterator

from msgspec import Struct

from transform.patterns import compiled
from transform.repair.edits import Edit
from transform.repair.language import Language, load_language
from transform.repair.script import to_hans

_HAN = compiled(r"[^\u4e00-\u9fff]")
_ANCHORS = "，。、；？！：,;?!:的是"
_REACH = 1500  # characters from the beginning in which pieces stand
_LONGEST = 8  # twos in a group
_MOST = 60  # twos of a headline
_WAYS = 30  # to read what stands in one place
_FEWEST = 3  # sure pieces that make a strewn page
_ROUND = 0.8  # of the headline must go round, if the pieces are everyday words
_SURE = 5.0  # bits beyond honest text that make a piece sure
_HONEST = 8.0  # bits that a character of honest text costs
_CONVINCING = 60.0  # bits that the page must gain
_PER_PIECE = 8.0  # what a piece must gain
_PER_TWO = 1.5  # and for each of its twos, where the group is new
_SKIPPED = 14.0  # for each of the twos that no group has
_BEAM = 60
_Groups = set[tuple[int, ...]]


class _Piece(Struct, frozen=True):
    """A place where twos of the headline stand behind one another."""

    start: int
    end: int
    group: tuple[int, ...]
    gain: float
    """Bits that the text is likelier without it."""
    excess: float
    """Bits beyond what so many honest characters cost."""


class _Chain(Struct, frozen=True):
    score: float
    pieces: tuple[_Piece, ...] = ()
    start: int = 0
    is_round: bool = False
    known: frozenset[tuple[int, ...]] = frozenset()
    """Its groups."""
    used: frozenset[int] = frozenset()
    """The twos of them."""


def find_headline_pieces(text: str, title: str) -> list[Edit]:
    """Edits that take the pieces out of a page's body."""
    twos = cut_headline(to_hans(title))
    if not _FEWEST <= len(twos) <= _MOST:
        return []
    simplified = to_hans(text)[: _REACH + _LONGEST]
    first_line = text.partition("\n")[0]
    begin = len(first_line) if first_line.strip() == title.strip() else 0
    places = [place for place in _find_places(simplified, twos) if place[0] > begin]
    if len(places) <= _FEWEST or len({groups[0] for _, groups in places}) < _FEWEST:
        return []
    known = {group for _, groups in places for group in groups}
    if not _may_convince(known, known, len(twos)):
        return []
    language = load_language()
    pieces = [
        _weigh(simplified, start, group, twos, language) for start, groups in places for group in groups
    ]
    pieces = [piece for piece in pieces if piece.gain > 0]
    known = {piece.group for piece in pieces}
    sure = {piece.group for piece in pieces if piece.excess >= _SURE}
    if _most_score(pieces) < _CONVINCING or not _may_convince(known, sure, len(twos)):
        return []
    chain = _best_chain(pieces)
    if not _is_convincing(chain, len(twos)):
        return []
    return [
        Edit("headline_piece", p.start, p.end, text[p.start : p.end], "", 0.95 if p.excess >= _SURE else 0.8)
        for p in chain.pieces
    ]


def _may_convince(groups: _Groups, sure: _Groups, twos: int) -> bool:
    """Whether any chain of these groups could: cheaper to ask than to weigh them and to look for the best.

    Groups of a chain have no two in common, so that each begins with another.
    """
    covered = {index for group in groups for index in group}
    firsts, sure_firsts = {group[0] for group in groups}, {group[0] for group in sure}
    return len(covered) >= _ROUND * twos or (len(firsts) > _FEWEST and len(sure_firsts) >= _FEWEST)


def _is_convincing(chain: _Chain, twos: int) -> bool:
    """Whether nearly the whole headline goes round, or several pieces stand where no writer puts them."""
    groups = {piece.group for piece in chain.pieces}
    sure = {piece.group for piece in chain.pieces if piece.excess >= _SURE}
    if len(chain.pieces) < _FEWEST + 1 or chain.score < _CONVINCING:
        return False
    goes_round = sum(map(len, groups)) >= _ROUND * twos and len(groups) > 1 and chain.is_round
    return goes_round or (len(sure) >= _FEWEST and len(groups) > _FEWEST)


def cut_headline(title: str) -> list[str]:
    """The Han characters of a headline, in twos; the last may stand alone.

    >>> cut_headline("4月起，新规施行")
    ['月起', '新规', '施行']
    """
    han = _HAN.sub("", title)
    return [han[i : i + 2] for i in range(0, len(han), 2)]


def _find_places(text: str, twos: list[str]) -> list[tuple[int, list[tuple[int, ...]]]]:
    """The places behind anchors with every group of twos, in headline order, that stands there."""
    starts = {at for two in set(twos) for at in _find_anchored(text, two)}
    places = []
    for start in sorted(starts):
        groups: list[tuple[int, ...]] = []
        _grow(text, start, (), twos, groups)
        places.append((start, groups))
    return places


def _find_anchored(text: str, two: str) -> Iterator[int]:
    at = text.find(two, 1)
    while at > 0:
        if text[at - 1] in _ANCHORS:
            yield at
        at = text.find(two, at + 1)


def _grow(text: str, at: int, group: tuple[int, ...], twos: list[str], groups: list[tuple[int, ...]]) -> None:
    if len(group) == _LONGEST or len(groups) >= _WAYS:
        return
    for index in range(group[-1] + 1 if group else 0, len(twos)):
        if text.startswith(twos[index], at):
            groups.append((*group, index))
            _grow(text, at + len(twos[index]), (*group, index), twos, groups)


def _weigh(text: str, start: int, group: tuple[int, ...], twos: list[str], language: Language) -> _Piece:
    end = start + sum(len(twos[index]) for index in group)
    before, after = text[max(0, start - 2) : start], text[end : end + 3]
    with_it = language.weigh(text[start:end] + after, before)
    gain = with_it - language.weigh(after, before)
    return _Piece(start, end, group, gain, gain - _HONEST * (end - start))


def _most_score(pieces: list[_Piece]) -> float:
    """What no chain can exceed: the best piece of every place, and nothing against it."""
    best: dict[int, float] = {}
    for piece in pieces:
        best[piece.start] = max(best.get(piece.start, 0.0), piece.gain - _PER_PIECE)
    return sum(best.values())


def _best_chain(pieces: list[_Piece]) -> _Chain:
    """The likeliest run of groups in their order, round and round."""
    chains = [_Chain(0.0)]
    for piece in sorted(pieces, key=lambda piece: (piece.start, piece.end)):
        more = [new for chain in chains if (new := _append(chain, piece)) is not None]
        chains = sorted(chains + more, key=lambda chain: -chain.score)[:_BEAM]
    return chains[0]


def _append(chain: _Chain, piece: _Piece) -> _Chain | None:
    """The chain with one more piece, where the order allows it."""
    worth = piece.gain - _PER_PIECE
    if not chain.pieces:
        worth -= _PER_TWO * len(piece.group)
        return _Chain(
            worth, (piece,), piece.group[0], known=frozenset((piece.group,)), used=frozenset(piece.group)
        )
    last = chain.pieces[-1]
    if last.end > piece.start:
        return None
    pieces = (*chain.pieces, piece)
    first, before = piece.group[0], last.group[0]
    is_round = chain.is_round or first <= before
    if piece.group in chain.known:
        firsts = sorted(group[0] for group in chain.known)
        following = next((f for f in firsts if f > before), firsts[0])
        if first != following:
            return None
        return _Chain(chain.score + worth, pieces, chain.start, is_round, chain.known, chain.used)
    if not chain.used.isdisjoint(piece.group):
        return None
    if chain.is_round and (first <= before or first >= chain.start):
        return None
    if is_round and not chain.is_round and first >= chain.start:
        return None
    skipped = 0
    if is_round or chain.start == 0:
        skipped = sum(index not in chain.used for index in range(before + 1 if first > before else 0, first))
    worth -= _PER_TWO * len(piece.group) + _SKIPPED * skipped
    known, used = chain.known | {piece.group}, chain.used.union(piece.group)
    return _Chain(chain.score + worth, pieces, chain.start, is_round, known, used)
