"""Numbers as Chinese news prints them, read into Decimal.

The text is folded before (see `script.py`): half-width, simplified characters. A numeral may hold a word for
"and more" (3980余万), may be vague (数百, 几十) or two numbers in one (三五百, 十二三).
"""

from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from transform.patterns import compiled

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2, "半": 0}
FORMAL = dict(zip("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千", strict=True))
TENS = {"廿": 20, "卅": 30}
POWERS = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8, "兆": 10**12}

# Behind digits without a comma nothing is tried again with fewer of them.
_WHOLE = r"\d++(?=,)(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?"
ARABIC = rf"\d{{1,3}}+(?=[,，])(?:(?:[,，]\d{{3}})+\.\d+|(?:，\d{{3}}){{2,}})(?!\d)|{_WHOLE}"
FORMAL_DIGITS = "壹贰叁肆伍陆柒捌玖拾佰仟"
# 拾 and 陆 are also a verb and a name: as a number one of these goes on with another of its kind.
FORMAL_RUN = (
    rf"(?:[{FORMAL_DIGITS[:9]}](?=[拾佰仟万亿十百千零点元圆])|拾(?=[{FORMAL_DIGITS[:9]}万亿元圆]))"
    rf"[{FORMAL_DIGITS}万亿零一二三四五六七八九十百千]*(?:点[{FORMAL_DIGITS}零]+)?"
)
MORE = "余多来"
_SPOKEN_POINT = compiled(r"(?<=\d)点(?=\d)")

_ARABIC_WHOLE = compiled(
    rf"({ARABIC})\s?([{MORE}]?)([百千万亿兆wkK]*)([{MORE}]?)((?:零?\d+(?:\.\d+)?[百千]?万?)*)"
)
_REST = compiled(r"(\d+(?:\.\d+)?)([百千]?万?)")
_LOOSE = frozenset(("百八十", "百十", "千八百", "百把", "千把", "万把"))
"""Said of what nobody counted: 百八十人 are some hundred."""
_PAIR = compiled(
    r"(?<![点零一二三四五六七八九])([一二三四五六七八两])([二两三四五六七八九])(?=[十百千万亿]|$)"
)
_COLLOQUIAL = compiled(r"([百千万亿])([一二三四五六七八九])$")


class Numeral(Struct, frozen=True):
    """A number as printed: `low` and `high` differ when two numbers stand in one; vague ones have neither."""

    low: Decimal | None
    high: Decimal | None
    is_more: bool = False

    def scaled(self, factor: Decimal) -> "Numeral":
        """The same numeral in a smaller unit."""
        if self.low is None or self.high is None:
            return self
        return Numeral(self.low * factor, self.high * factor, self.is_more)


@lru_cache(maxsize=4096)  # the same few numbers stand in every page
def read_numeral(text: str) -> Numeral | None:
    """Read one printed number; None if it is none.

    >>> read_numeral("3980余万").low, read_numeral("一万五千").low, read_numeral("廿四").low
    (Decimal('39800000'), Decimal('15000'), Decimal('24'))
    """
    text = text.replace(" ", "").replace("万万", "亿").replace("个", "").replace("、", "")
    text = _SPOKEN_POINT.sub(".", text)
    sign = 1
    for minus in ("-", "负", "零下"):
        if text.startswith(minus) and len(text) > len(minus):
            text, sign = text[len(minus) :].lstrip(), -1
            break
    found = _read_arabic(text) if text[:1].isdigit() else _read_chinese(text)
    return found.scaled(Decimal(-1)) if found is not None and sign < 0 else found


def next_step(value: Decimal) -> Decimal:
    """The value with its last printed digit raised by one: 200 → 300, 1300 → 1400, 2.7 → 2.8."""
    exponent = value.normalize().as_tuple().exponent
    return value + Decimal(1).scaleb(int(exponent))


def _read_arabic(text: str) -> Numeral | None:
    match = _ARABIC_WHOLE.fullmatch(text)
    if match is None or match[1].startswith("00"):
        return None
    digits, more, scale, tail, rest = match.groups()
    value = Decimal(digits.replace(",", "").replace("，", ""))
    for power in scale:
        value *= {"w": 10**4, "k": 1000, "K": 1000}.get(power) or POWERS.get(power) or MYRIADS[power]
    if rest.endswith("万") and scale in ("百", "千") and "万" not in rest[:-1]:
        rest, myriad = rest[:-1], MYRIADS["万"]  # 8千5百万 are so many 万
    else:
        myriad = 1
    for number, powers in _REST.findall(rest):
        part = Decimal(number)
        for power in powers:
            part *= POWERS.get(power) or MYRIADS[power]
        value += part
    value *= myriad
    value = _shortest(value)
    return Numeral(value, value, bool(more or tail))


def _shortest(value: Decimal) -> Decimal:
    """Without zeros behind the point."""
    whole = value.to_integral_value()
    return whole if value == whole else value.normalize()


def _read_chinese(text: str) -> Numeral | None:
    text = "".join(FORMAL.get(c, c) for c in text)
    if text in _LOOSE:
        return Numeral(None, None)
    is_more = any(c in text for c in MORE)
    for word in MORE:
        text = text.replace(word, "")
    if not text:
        return None
    if "几" in text or "数" in text:
        return Numeral(None, None)
    pair = _PAIR.search(text)
    if pair and (len(text) > 2 or DIGITS[pair[2]] - DIGITS[pair[1]] in (1, 2)):
        low, high = (_plain(text[: pair.start()] + pair[i] + text[pair.end() :]) for i in (1, 2))
        if low is not None and high is not None and low < high:
            return Numeral(low, high, is_more)
    value = _plain(text)
    return None if value is None else Numeral(value, value, is_more)


def _plain(text: str) -> Decimal | None:
    """A number in Chinese characters without hedges."""
    whole, point, fraction = text.partition("点")
    if point:
        digits = "".join(str(DIGITS[c]) for c in fraction.rstrip("万亿") if c in DIGITS)
        head = _integer(whole)
        if head is None or not digits:
            return None
        value = head + Decimal(f"0.{digits}")
        for power in fraction[len(fraction.rstrip("万亿")) :]:
            value *= MYRIADS[power]
        return value
    return _integer(text)


def _integer(text: str) -> Decimal | None:
    if text == "半":
        return Decimal("0.5")
    if len(text) == 2 and all(c in DIGITS for c in text) and "零" not in text:
        return None
    if len(text) > 1 and all(c in DIGITS for c in text):
        return Decimal("".join(str(DIGITS[c]) for c in text))
    tail = _COLLOQUIAL.search(text)
    extra = 0
    if tail and "零" not in text[-2:]:
        extra = DIGITS[tail[2]] * (POWERS.get(tail[1]) or MYRIADS[tail[1]]) // 10
        text = text[:-1]
    total = section = digit = last = 0
    for c in text:
        if c in DIGITS:
            digit = DIGITS[c]
        elif c in TENS:
            section += TENS[c]
        elif c in POWERS:
            section += (digit or (1 if c == "十" or not section else 0)) * POWERS[c]
            digit = 0
        elif c in MYRIADS:
            factor = MYRIADS[c]
            part = section + digit
            if total and (total < factor or factor == last):
                total = (total + part) * factor
            else:
                total += (part or 1) * factor
            section, digit, last = 0, 0, factor
        else:
            return None
    return Decimal(total + section + digit + extra)
