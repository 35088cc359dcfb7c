"""Names of persons: 杨 琳 is 杨琳, 佚名 is nobody, and a word after 记者 is not always a name."""

from __future__ import annotations

from functools import cache, lru_cache

from transform.patterns import compiled
from transform.places import place_named
from transform.vocabulary import read_words

_ASIDE = compiled(r"[(（].*?(?:[)）]|$)")
_COLON = compiled("[:：]")
_SPLIT = compiled(r"[、，,;；/／|｜\s　]+|(?<=[一-鿿]{2})和(?=[一-鿿]{2})")
_NO_NAME = compiled(r"[《》〈〉<>{}=“”'\"…가-힣ぁ-んァ-ヶ]|点击|收藏|返回|查看|下载|打印|广告|综合报道")
_BRACKETED = compiled(r"[(（【\[<《].*?(?:[)）】\]>》]|$)")
_CLOSED = compiled(r"[)）】\]]")
_SIGNS_OR_CODE = compiled(r"[\d\W_]+|[A-Z]{1,4}\d+")
_ROLE = compiled(r"^.*(?:记者|研究员|教授|主任|部长|所长|院长|博士|通讯员|评论员)(?=[一-鿿]{2,4}$)")
_NOT_IN_NAMES = frozenset("文图摄")
"""文, 图: what a person made stands between blanks too."""
_CODE = compiled(r"_[A-Z]{1,4}\d+$")
_HAN = compiled(r"[㐀-鿿\U00020000-\U0003ffff·•]+")


@cache
def _lists() -> tuple[frozenset[str], frozenset[str], frozenset[str], tuple[str, ...], tuple[str, ...]]:
    words = read_words("metadata_words.toml")
    return (
        frozenset(words["surnames"]),
        frozenset(words["double_surnames"]),
        frozenset(words["nobody"]),
        tuple(words["name_ends"]),
        tuple(words["medium_endings"]),
    )


@lru_cache(maxsize=4096)  # the same few names are asked for again and again
def is_person(name: str) -> bool:
    """Whether a word looks like a name: a surname and one or two characters, or a foreign name with its dot.

    >>> [is_person(name) for name in ("杨琳", "欧阳明远", "了解到", "新华社", "周思博")]
    [True, True, False, False, True]
    """
    singles, doubles, nobody, _, media = _lists()
    if name in nobody or not _HAN.fullmatch(name) or (name.endswith(media) and len(name) > 3):
        return False
    if len(name) == 3 and (name[-1] in "网报社刊版" or name[:2] in _no_names()):
        return False
    if name[-1] in "县省":  # a division that the table does not know: 东县
        return False
    if "·" in name or "•" in name:
        return 3 <= len(name) <= 20
    if len(name) == 4 and (name[:2] in doubles or (name[0] in singles and name[1] in singles)):
        return place_named(name) is None
    return 2 <= len(name) <= 3 and name[0] in singles and place_named(name) is None


def is_surname(char: str) -> bool:
    """Whether a character is one of the frequent surnames."""
    return char in _lists()[0]


def name_before_place(said: str) -> str | None:
    """The name in 石润田台北, a name and where it writes from; of the places at the end the longest.

    >>> [name_before_place(said) for said in ("石润田台北", "冯岚台东县", "冯岚东京", "昨日获悉台北")]
    ['石润田', '冯岚', '冯岚', None]
    """
    for size in (2, 3, 4):
        if len(said) - size >= 2 and is_person(said[:size]) and place_named(said[size:]) is not None:
            return said[:size]
    return said[:-2] if 4 <= len(said) <= 5 and is_person(said[:-2]) else None


def glued_names(said: str) -> list[str]:
    """The names in 石润田冯小岚, each with its surname, the frequent ones preferred; no part of a name."""
    if not 5 <= len(said) <= 12 or not _HAN.fullmatch(said) or said.endswith(_lists()[4]):
        return []
    if any(place_named(said[-size:]) is not None for size in range(2, len(said) - 1)):
        name = name_before_place(said)
        return [name] if name else []
    order = _surname_ranks()
    best: dict[int, tuple[int, list[str]]] = {0: (0, [])}
    for end in range(2, len(said) + 1):
        ways = [
            (best[start][0] + order[said[start]], [*best[start][1], said[start:end]])
            for start in (end - 3, end - 2)
            if start in best and said[start] in order and is_person(said[start:end])
        ]
        if ways:
            best[end] = min(ways)
    return best[len(said)][1] if len(said) in best else []


@cache
def _no_names() -> frozenset[str]:
    words = read_words("metadata_words.toml")
    return frozenset(words["no_name_beginnings"])


@cache
def _surname_ranks() -> dict[str, int]:
    words = read_words("metadata_words.toml")
    return {surname: rank for rank, surname in reversed(list(enumerate(words["surnames"])))}


def clean_name(name: str) -> str | None:
    """One name without brackets, role and code (郑策, 支全明 SF099), or None where it is nobody."""
    _, _, nobody, ends, _ = _lists()
    name = _BRACKETED.sub("", name).strip(" 　:：,，、.。;；-—_|@\"“”'*·")
    name = _CODE.sub("", _CLOSED.split(name, 1)[0])
    name = _ROLE.sub("", name)
    if name.endswith("摄") and len(name) > 2:
        name = name[:-1]
    for end in ends:
        if name.endswith(end) and len(name) - len(end) >= 2 and not is_person(name):
            name = name[: -len(end)].strip()
    if (
        not name
        or name.lower() in nobody
        or len(name) < 2
        or len(name) > 20
        or (len(name) > 8 and _HAN.fullmatch(name) and not {"·", "•"} & set(name))
        or _NO_NAME.search(name)
        or (len(name) > 2 and name.endswith(_lists()[4]) and not is_person(name))
        or _SIGNS_OR_CODE.fullmatch(name)
    ):
        return None
    return name


def split_names(said: str, free: bool = False) -> list[str]:
    """The names in what a byline says; `free` takes pen names that look like no name too.

    >>> split_names("杨红义 杨 琳"), split_names("支全明 SF099"), split_names("佚名")
    (['杨红义', '杨琳'], ['支全明'], [])
    """
    said = _COLON.split(_ASIDE.sub(" ", said), 1)[0]
    pieces = [piece for piece in _SPLIT.split(said) if piece]
    names = [name for piece in _join_blanks(pieces) for name in _names_of(piece)]
    people = [name for name in names if is_person(name)]
    if people or not free:
        return people
    return names[:1] if names and len(names) <= 2 else []


def _join_blanks(pieces: list[str]) -> list[str]:
    """The pieces with names that blanks set apart as one: 杨 琳, 石 润 田, 石 润润. Half a name is none.

    >>> _join_blanks(["杨", "琳", "石润田"]), _join_blanks(["石", "润", "田"])
    (['杨琳', '石润田'], ['石润田'])
    """
    out: list[str] = []
    run = ""
    for piece in [*pieces, ""]:
        is_single = len(piece) == 1 and piece not in _NOT_IN_NAMES and _HAN.fullmatch(piece) is not None
        if is_single:
            run += piece
            continue
        if len(run) == 1 and is_surname(run) and len(piece) == 2 and _HAN.fullmatch(piece):
            run, piece = run + piece, ""
        out += _cut_run(run)
        run = ""
        if piece:
            out.append(piece)
    return out


def _cut_run(run: str) -> list[str]:
    """The names in a run of single characters: one, or several of one length with a surname each."""
    if 2 <= len(run) <= 3:
        return [run] if is_surname(run[0]) else []
    for size in (2, 3):
        if run and len(run) % size == 0 and all(map(is_surname, run[::size])):
            return [run[at : at + size] for at in range(0, len(run), size)]
    return [run] if len(run) == 4 and run[:2] in _lists()[1] else []


def _names_of(piece: str) -> list[str]:
    """One name, or the several that are written as one."""
    if not is_person(piece) and (glued := glued_names(piece)):
        return glued
    name = clean_name(piece)
    return [name] if name else []
