"""The phrase that leads to a number ([引进博士]45人), without the words that only lead."""

import re

from transform.figures.phrases import LONGEST, SHORT, Span
from transform.figures.subject_words import MARKS, POINTERS, words_of_subjects
from transform.figures.words import whole_words
from transform.patterns import compiled

_LONG_MARK = compiled("[、的和与及，”]")
_HEAD_LONG = 5
_OWNED = 12
"""A short head keeps its owner (返乡创业的人数), a long one stands alone."""
_CUT = 12
_WITHIN = compiled(r"([^的在]{2,})在.+[后时前](?<!博士后)$")
"""Of 赔偿金在判决生效后 the first word is what counts."""
_AFTERWARDS = compiled("[一-鿿]{1,5}(?<![士幕背先落靠])后|[一-鿿]{0,3}[停开投改建搬转退复征][一-鿿]前")
_TIME_ENDS = frozenset("后时前")
_AMONG = compiled(
    r"等(?!级|候|待|于|次)(?:多?地区?|省[区市]*|市县?|县[市区]*|国)?|按照|根据|按|凭|通过(?=[^，]{0,6}(?:获|领))"
)
_AGAINST = compiled(
    r"比(?<![占同环对相可评类]比)(?=.)(?![例重较赛分亚特如])|较(?<!比较)(?![大多高为强好])"
    r"|由(?<![自理缘]由)(?=[^，]{0,7}[年月日期时前初底末度周天钟]$)|从(?<![自理缘]从)(?=[^，]{0,7}[年月日期时前初底末度周天钟]$)"
    r"|略[低高]于|高出(?=[^，]{2,})|(?<!不)[低高]于|不[低高]于|与(?=[^，]{0,8}相比)|相当于(?!节约|减少|减排|种植|新增|少|每|多)|占(?![地比道据]|有[率量]|用面)(?=[^，]{2,})"
)
SHARES = ("比重", "比例", "份额")
"""These take what stands behind 占 (投资占产值的比重)."""
_TAKEN = compiled(r"将(?<![即必]将)(?![来军近])|把(?![握关])|使得?(?!用)")
"""Each way begins with a character, so that the search skips to it; what stands before it is asked then."""
_TURNS = compiled("[等按根凭通比较由从略高低不与相占将把使]")
"""What the three patterns above begin with: most phrases hold none of it."""
_POINTING = compiled(
    r"[该这那此](?:[市县区镇乡村州省旗校院厂局所行港岛馆店社](?![长务级中区])|(?:座(?!谈|椅)|家(?!庭|长|具|乡)|个(?!人|体|别)|项(?!目)|种(?!植|子|养|粮)|批(?!发|准|复)|些|条(?!件|例|款)|名(?!字|单|录|额)"
    r"|位(?!于|置)|支(?!部|付|出|行|队)|台(?!湾|风)|艘|款(?!项)|部(?!门|分|委|队)|场(?!馆|地|所|景)|块|片(?!区)|笔(?!记)|类(?!别|型)))"
    r"|(?:[我你他她它咱]们?|其)(?![他她它中余次实国市省县区院校镇乡村人行])的?"
)
"""What points back says nothing itself (该县[投入资金], 他们的[订单])."""
_ADVERB = compiled(
    r"共(?<!公共)(?![同享建产和青识用有])|有(?<=[省市县区国]有)|[现拥共]有|已经?(?!婚)|先后|累计(?=[^，]{3})|仍(?!旧)|分别(?=[^，]{2})|"
    r"[他她](?<=[为说称][他她])(?=[^，]{2})|后(?=[可将能预])|包[括含]|预计(?=[^，]{2})"
    r"|全[市省县区镇国州](?=[^，]{4})|看上去|看起来|计划实现|力争实现"
)
"""Behind one of these a long phrase begins anew (杭州企业共[发生事故])."""
_ASIDE = compiled(r"\s?[(（][^()（）]*[)）]")
_EACH = compiled(
    r"(?:每[百千万]?(?:千瓦时|兆瓦时|平方米|平米|公斤|公里|小时|盎司|立方米|[度吨亩斤升桶股人户年月天日次张枚套版家个名位克米坪支只头株台辆杯瓶粒片颗]))+$"
)
_SPELL = compiled("[一二三四五六七八九十两几半]+(?:个?月|年)[里内来间中]$")
_WEIGHTS = ("比重", "体重", "净重", "毛重")
"""Of 比重达 only 达 leads on, of 石重达 all of 重达."""
_WHILES = frozenset("里内来间中")
_GROWTH = compiled("[亩户人株单年]均(?:增产|减产|增收|减收|节支|降本|增效)$")
"""A mean alone says nothing: its growth is what is measured (亩均[增产])."""
_ONE = compiled(
    "(?:[^，。；、]{0,6}后)?一(?:[只支张个根板片粒瓶盒包袋条台套辆件份头次杯碗斤亩吨]|平方米|公斤)$"
)
"""One piece, whose price follows, names nothing (一支才2元)."""
_IF = compiled(
    r"(?:超过|超出|不足|不满|未满|每?满|逾)?(?<![\d.\-~至到第])[\d.一二三四五六七八九十两半]+个?(?:分钟|小时|天|日|公里|立方米|吨|度|千瓦时)(?:以[上下内外后])?的?(?:部分)?$"
)
"""A condition of a price names nothing (超过2小时按4元)."""
_PIECES = frozenset("只支张个根板片粒瓶盒包袋条台套辆件份头次杯碗斤亩吨米钟时天日里度分内外上下后的")
_BY_RATE = compiled("[，。]?按[^，。；]{2,14}?[折换计]算$")
"""按年平均汇率折算 says how, and not what."""
_SIGNS = frozenset("，。；、：")
_LAST_HALF = compiled("[一-鿿]{3,}")
_NO_WORD = compiled(
    r"(?:和|与|[比较])?(?:本|上|下|前|这|今|去|同|当)一?个?[一-鿿]{0,3}?(?:季|季度|学期|学年|财年|年度|周期|届)的?(?:同期|期间|以来|[初末底中])?"
    r"|[\d一二三四五六七八九十两几百千万亿个岁年月日号第前的上下半、/:：.%元吨于底末初队]+|[这那上前新]?一[轮批届]|每(?:平方米|立方米|公斤|小时|[一-鿿])"
)


def phrase_before(text: str, start: int, clause: int) -> Span | None:
    """The phrase that leads to a number, without the words that only lead."""
    words = words_of_subjects()
    first, last = clause, start
    if text[first] in " (（" and (opened := _ASIDE.match(text, first, last)):
        first = opened.end()
    closed = text.rfind(")", first, last)
    if 0 <= closed < last - 2 and text.find("(", first, closed) < 0:
        first = closed + 1
    while last > first and text[last - 1] in " 、，":
        last -= 1
    if last - first == 4 and _GROWTH.match(text, first, last):
        return first, last
    last = _without_back(text, first, last)
    if last - first < 2:
        return None
    if text.find("每", first + 2, last) >= 0 and (each := _EACH.search(text, first + 2, last)):
        last = _without_back(text, first, each.start())
    if text[last - 1 : last] in _WHILES and (spell := _SPELL.search(text, first + 2, last)):
        last = _without_back(text, first, spell.start())
    if text[last - 1 : last] in "话算" and (
        text.endswith("的话", first, last) or _BY_RATE.match(text, first, last)
    ):
        return None
    if text[last - 1 : last] in _PIECES and (
        piece := _ONE.search(text, first, last) or _IF.search(text, first, last)
    ):
        last = _without_back(text, first, piece.start())
        if last - first < 2:
            return None
    blank = text.rfind(" ", first, last)
    if (
        blank > first
        and _LAST_HALF.fullmatch(text, blank + 1, last)
        and text[blank - 1] not in _SIGNS
        and not text[blank - 1].isascii()
    ):
        first = blank + 1
    if _TURNS.search(text, first, last):
        first, last = _turned(text, first, last)
        if last - first < 2:
            return None
    first = _without_front(text, first, last)
    adverb = (
        _find_last(_ADVERB, text, first + 1, last - 2) if last - first > 6 and text[first] != "占" else None
    )
    first = adverb.end() if adverb else first
    of = text.rfind("的", first, last - 2)
    is_long = last - first > (SHORT if last - of > _HEAD_LONG else _OWNED)
    if is_long and of >= 0 and text[of + 1] != "一" and not _is_share(text, first, of, last):
        first = _without_front(text, of + 1, last)
    if text[last - 1] in _TIME_ENDS and (inside := _WITHIN.match(text, first, last)):
        last = inside.end(1)
    if last - first > LONGEST:
        first = _cut_at_word(text, last)
    if text[last - 1 : last] in ("后", "前") and _AFTERWARDS.fullmatch(text, first, last):
        return None
    if text[last - 1 : last] in ("万", "亿") and text[last - 2 : last - 1].isdigit():
        return None
    phrase = text[first:last].strip()
    is_word = len(phrase) >= 2 and not words.empty.fullmatch(phrase) and not _NO_WORD.fullmatch(phrase)
    return (first, last) if is_word else None


def _is_share(text: str, first: int, of: int, last: int) -> bool:
    """Whether a share names what takes it, and of what, in a phrase that is not too long (甲占乙的比重)."""
    return text.endswith(SHARES, of, last) and last - first <= LONGEST and text.find("占", first + 1, of) > 0


def _turned(text: str, first: int, last: int) -> Span:
    """What is left beside a list (等), a rule (按), what is compared with, what something is done to."""
    among = _find_last(_AMONG, text, first, last - 2)
    if among is not None:
        if text.startswith("等", among.start()):
            first = among.end()
        elif among.start() - first >= 3:
            last = among.start()
    against = _AGAINST.search(text, first, last) if text[last - 2 : last] not in SHARES else None
    if against is not None:
        last = _without_back(text, first, against.start())
    taken = _find_last(_TAKEN, text, first, last - 2)
    return (taken.end() if taken else first), last


def _cut_at_word(text: str, last: int) -> int:
    """Where a phrase that is too long begins: behind a mark or a verb, else anywhere."""
    mark = _LONG_MARK.search(text, last - LONGEST, last - SHORT)
    if mark is not None:
        return mark.end()
    words = words_of_subjects()
    span = (last - LONGEST, last - SHORT + 2)
    verb = words.doing.search(text, *span) or words.verbs.search(text, *span)
    return verb.start() if verb else last - _CUT


def _find_last(pattern: re.Pattern[str], text: str, first: int, last: int) -> re.Match[str] | None:
    found = match = pattern.search(text, first, last)
    while match is not None:
        found, match = match, pattern.search(text, match.end(), last)
    return found


def _without_front(text: str, first: int, last: int) -> int:
    """Where a phrase begins once the words that only lead it are gone."""
    words = words_of_subjects()
    if text[first] == "“" and text.find("”", first, last) < 0 and words.front.match(text, first + 1, last):
        first += 1
    while text[first] in words.starts and not words.keep.match(text, first, last):
        while first < last and text[first] in MARKS:
            first += 1
        points = _POINTING.match(text, first, last) if text[first : first + 1] in POINTERS else None
        front = points or words.front.match(text, first, last)
        if front is None or last - front.end() < 2:
            break
        if front.end() - first == 1 and not whole_words().begins.isdisjoint(
            (text[first : first + 2], text[first : first + 3], text[first : first + 4])
        ):
            break
        first = front.end()
    return first


def _without_back(text: str, first: int, last: int) -> int:
    """Where a phrase ends once the words that only lead to a number are gone."""
    known = words_of_subjects()
    words, sizes = known.back
    while last > first:
        fitting = sizes.get(text[last - 1])
        if fitting is None:
            return last
        for size in fitting:
            if size <= last - first and text[last - size : last] in words:
                if size == 2 and text[last - 3 : last - 1] in _WEIGHTS:
                    continue
                pair = text[max(first, last - 2) : last]
                if pair in known.whole or (size == 1 and pair in whole_words().ends):
                    return last
                last -= size
                break
        else:
            return last
    return last
