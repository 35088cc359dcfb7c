"""Forms that say by themselves what is measured: a price or a standard that rules, a share of something."""

from transform.figures.figure import Figure
from transform.figures.layout import Spot
from transform.figures.leads import phrase_before
from transform.figures.phrases import phrase_behind
from transform.figures.quantity import Quantity
from transform.figures.scene import Scene
from transform.patterns import compiled

_AT = compiled("[以按照](?:每[^，。；、\\d]{1,14})?$")
_PRICE_OF = compiled(
    "的([一-鿿]{0,4}?(?:价格|[均单售市]?价|标准|利率|速度|比例))(?!值|钱)(?=([一-鿿]{2,10}))"
)
"""按每户500元的标准发放补贴 tells the 标准 of 发放补贴."""
_SHARE_OF = compiled(
    r"(?:仅|约|已|还|分别)?(?:为|占|是|完成|相当于|达到?|不到|不足|超过|接近)([^，占]{2,14})的$"
)
_SPENT = compiled("(?:拿出|安排|投入|列支|划拨|筹集|统筹|支出)了?$")
_BY = compiled("按照?[^，。；]{2,12}的$")
_LEAVE = compiled(
    r"(?:\+\d+个?[年月天日周])*[”\"]?的?([一-鿿]{0,6}?(?:假期?|期限|工期|刑期|任期))(?=[，。；、\n]|$)"
)
"""What time is granted for (给予30天的[看护假])."""
_REDUCED = compiled("(?:减按|按照?|以)$")
_COUNTED_IN = compiled("(?:计入|计征|征收|计缴|缴纳|计提|扣除|折算|核减|减征)[一-鿿]{0,8}")
"""What a share is taken for (减按80%[计入应税所得])."""
CHARGES = frozenset(("收费", "计算", "计费", "收取", "结算", "计收", "缴费", "缴纳", "征收"))
"""How a price is taken, behind it: no subject by itself."""
_SPELL = compiled(r"[首前]?[\d一二三四五六七八九十两半]+个?(?:分钟|小时|天|日)")
_CHARGED = compiled("(?:执行|实行|适用|按照?)(?:每[一-鿿]{1,4})?(?:[\\d.]+元[、和])*$")
_PRICES = compiled(r"(?:[、和][\d.]+元)+的([一-鿿]{0,6}?(?:价格|[一-鿿]价|标准|费率|资费))(?=[，。；\n]|$)")
"""One price of several (执行3元、4元的[水价])."""
_GIVEN = compiled("(?:给予|予以|发放|收取|计收|计提|缴纳|奖励|补助|补贴|支付|享受|征收)([一-鿿]{2,8})?")


def charged_before(scene: Scene, spot: Spot, previous: Figure | None) -> str | None:
    """What is charged for, where the clause is but a condition (短停1小时免费，[超过1小时]按3元收费)."""
    text, segment = scene.layout.text, spot.segment
    if text[segment] not in "超不满逾" or segment - 1 <= spot.first or text[segment - 1] not in "，；":
        return previous.subject if previous is not None and previous.end > spot.first else None
    begin = scene.layout.segment_start(spot.first, segment - 1)
    if previous is not None and previous.end > begin and previous.subject and previous.kind == "money":
        return previous.subject
    digit = _SPELL.search(text, begin, segment - 1)
    lead = phrase_before(text, digit.start() if digit else segment - 1, begin)
    return scene.body[slice(*lead)] if lead is not None else None


def subject_by_form(
    scene: Scene, quantity: Quantity, spot: Spot, kind: str, previous: Figure | None
) -> str | None:
    """What a price, a standard or a share is said of by its form (以每股9元的价格回购, 占全市的三成)."""
    text, segment, start = scene.layout.text, spot.segment, quantity.start
    if text.startswith("的", quantity.end) and _AT.search(text, segment, start):
        price = _PRICE_OF.match(text, quantity.end, spot.last)
        return price and (price[1] if price[2].startswith("算", 1) else price[2] + price[1])
    if kind == "money" and text[quantity.end] in "、和" and _CHARGED.search(text, segment, start):
        prices = _PRICES.match(text, quantity.end, spot.last)
        return prices[1] if prices else None
    if kind == "money" and text.startswith("用于", quantity.end) and _SPENT.search(text, segment, start):
        aim = phrase_behind(text, quantity.end + 2, spot.last)
        return scene.body[slice(*aim)] if aim is not None else None
    if kind == "duration":
        leave = _LEAVE.match(text, quantity.end, spot.last)
        return leave[1] if leave else None
    if kind == "percent" and _REDUCED.search(text, segment, start):
        taken = _COUNTED_IN.match(text, quantity.end, spot.last)
        return taken[0] if taken else None
    if kind != "percent" or text[start - 1 : start] != "的":
        return None
    given = _GIVEN.match(text, quantity.end, spot.last)
    if given is not None and _BY.search(text, segment, start):
        return given[1] or given[0]
    share = _SHARE_OF.search(text, segment, start)
    if share is None:
        return None
    if share[1].endswith(("份额", "比重")):
        return share[1].removeprefix("了").removeprefix("到")
    is_next = previous is not None and previous.end >= segment - 1 and share.start() == segment
    return previous.subject if is_next and previous is not None else None
