"""The phrase that follows a number (40名[引才大使]), and where verbs and nouns begin in a phrase."""

from transform.figures.subject_words import words_of_subjects
from transform.figures.words import holds_sign
from transform.patterns import compiled

LONGEST = 20
SHORT = 8
_SIGNS = r"，。；、,;：:！？!?\n（(）)》《【】\[\]…—─━\s"
_STOP = compiled(
    rf"[{_SIGNS}\d第为](?:(?<=[{_SIGNS}])|(?<=\d)(?<![A-Za-z\d].)"
    r"|(?<=第)(?=[一二三四五六七八九十百\d]{1,4}[位名])|(?<=[园区县市厂院校镇乡社馆店库站]为)(?=[一-鿿]{3}))"
)
_YEAR = compiled(r"\d{4}年度?")
_STOPS = frozenset("，。；、:！？()》\n")
_OPENERS = '“「‘"'
_LATER = compiled(r"(?:之?[前后]|以[前后来]|以上|左右|不等|才|[上下]方|[但却]|时(?!装|间|尚))")
_LATER_STARTS = frozenset("之前后以左不才时上下但却")
_CLAUSE_NOUN = compiled(r"[^，。；、]{1,14}的[^，。；、的]{2,10}")
_COPULA_STARTS = frozenset("均都全则就为是属系")
_COPULA = compiled(r"(?:均|都|全|则|就)?(?:为|是|属于?|系)(?![期此了主何民农止例时首])")
_DONE = compiled("了(?!解)|着(?![力重装眼陆色])")
"""A verb stands before these: 城市[运营了], 村民[抱着]."""
_SHORT_VERBS = frozenset("通有成到来去走用花卖买修种养办拿给做打喝吃穿住搬盖租赚挣多少变交戴换装铺补省")
_THINGS = frozenset(
    "人牛羊猪鸡鸭鹅鱼马狗猫兔驴鹿蜂蛇虾蟹树花草果瓜菜茶米麦药书画车船房楼桥路井灯地田林粮油煤肉蛋奶水课题村县镇乡市省州国校店厂站岛馆班塔"
)
"""Of one character only what is plainly a thing is a subject (200只羊)."""
_TAIL_SIGNS = frozenset("者率量数额商员")
_SIZED = compiled(r"[\d.]+[百千万亿多余]*[一-鿿A-Za-z]{1,4}?(?:以[上下]|左右)?的(?=[一-鿿])")
"""A size before a noun is not (1座[50千瓦的]电站)."""
_CLOSED = compiled("[”」’]")
_SORTS = ("不同", "各类", "各种", "各式", "各色")
_SPACED = compiled("[一-鿿](?: [一-鿿]){2,}")
"""A text set with a blank behind every character."""
_QUOTED = 5
_GRADED = compiled(
    r"[\d.]+[百千万亿]*(?:[一-鿿A-Za-z]{1,4}级|(?:年|个?月|天)期|千瓦|兆瓦|千伏|吨|米|平方米|立方米)(?!的)(?=[一-鿿])"
)
"""A grade before a noun is a part of it (2个[5万吨级泊位])."""
Span = tuple[int, int]


def phrase_behind(text: str, end: int, limit: int) -> Span | None:
    """The phrase that follows a number."""
    start = end
    if start >= limit or text[start] in _STOPS:
        return None
    while start < limit and text[start] in "的 ":
        start += 1
    copula = _COPULA.match(text, start, limit) if text[start : start + 1] in _COPULA_STARTS else None
    start = copula.end() if copula else start
    graded = None
    if start < limit and text[start].isdigit():
        year = _YEAR.match(text, start)
        start = year.end() if year else start
        graded = _GRADED.match(text, start, limit)
        sized = _SIZED.match(text, start, limit) if graded is None else None
        start = sized.end() if sized else start
    if start >= limit or not (graded or _may_begin(text[start])):
        return None
    if text[start] in _LATER_STARTS and _LATER.match(text, start):
        return None
    stop = _STOP.search(text, graded.end() if graded else start + 1, min(limit, start + LONGEST))
    last = min(stop.start() if stop else limit, start + LONGEST)
    if text[start] in _OPENERS:
        closed = _CLOSED.search(text, start + 1, last)
        last = closed.end() if closed and last - closed.end() > _QUOTED else last
    else:
        verb = _find_verb(text, start, last)
        if verb == start:
            if not _CLAUSE_NOUN.match(text[start:last]):
                return None
            verb = _find_verb(text, text.index("的", start), last)
        if verb == start + 1 and text[start] not in _THINGS:
            verb = _find_verb(text, start + 2, last)
        last = verb if verb is not None and verb > start else last
        last -= 2 if last - start > 3 and text[last - 2 : last] in words_of_subjects().adverbs else 0
        done = _DONE.search(text, start + 3, last)
        if done is not None:
            verb_size = 1 if text[done.start() - 1] in _SHORT_VERBS else 2
            last = max(start + 2, done.start() - verb_size) if done.end() < last else done.start()
    while last > start and text[last - 1] in "中里内的和与及就则也均仍还又已更有达为未被将再皆即在":
        last -= 1
    of = text.find("的", start, last - 2)
    if of - start >= 2 and text[last : last + 1].isdigit():
        return start, of
    if of >= 0 and last - start > SHORT:
        start, last = _head(text, start, of, last)
    is_whole = last - start == 1 and text[start] in _THINGS
    return (start, last) if last - start >= 2 or is_whole else None


def _may_begin(sign: str) -> bool:
    """Whether a noun may begin with this character: Han, a letter, an opening quotation mark."""
    return "一" <= sign <= "鿿" or sign in _OPENERS or (sign.isascii() and sign.isalpha())


def _find_verb(text: str, start: int, last: int) -> int | None:
    """Where the first verb begins that is not the beginning of a noun (上市公司, 获得者)."""
    words = words_of_subjects()
    while verb := words.verbs.search(text, start, last):
        noun = words.nouns.match(text, verb.start())
        if noun is not None:
            start = noun.end()
        elif text[verb.end() : verb.end() + 1] in _TAIL_SIGNS:
            start = verb.end() + 1
        elif verb.end() - verb.start() == 1 and holds_sign(text, verb.start()):
            start = verb.end()
        else:
            return verb.start()
    return None


def _head(text: str, start: int, of: int, last: int) -> Span:
    """What is counted in 报名的医疗院所 stands behind 的, in 港口交易价格的采集结果 before it."""
    is_quality = (
        of - start <= 3 or text.startswith(_SORTS, start) or text[of - 1] in "低高大小多少好差强弱长短新旧优"
    )
    if is_quality or _find_verb(text, start, of) is not None:
        return of + 1, last
    return start, of


def begins_noun(text: str, at: int) -> bool:
    """Whether a noun begins there that looks like a verb (被困矿工)."""
    return words_of_subjects().nouns.match(text, at) is not None


def cut_to_verb(text: str, span: Span) -> Span:
    """From the first verb of doing on (参保职工[发放补贴])."""
    verb = words_of_subjects().doing.search(text, span[0] + 1, span[1] - 1)
    return (verb.start(), span[1]) if verb else span


def words_of(body: str, span: Span) -> str:
    """The words of a phrase as printed, with whole quotation marks."""
    first, last = span
    words = body[first:last].strip('“”‘’" 、（(：:')
    words = words.replace(" ", "") if " " in words and _SPACED.fullmatch(words) else words
    opens = "“" in words
    if opens == ("”" in words):
        return words
    if opens:
        is_closed = body[last : last + 1] == "”" or body[last - 1] == "”"
        return f"{words}”" if is_closed else words.replace("“", "")
    is_opened = first > 0 and body[first - 1] == "“"
    return f"“{words}" if is_opened or body[first] == "“" else words.replace("”", "")
