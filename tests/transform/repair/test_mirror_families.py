"""The ways in which sites print readings: each is stripped, and people's own brackets stay."""

from collections.abc import Callable
from functools import cache

import pytest
from mirror_model import to_traditional

from transform.repair.readings import has_reading
from transform.repair.repair import repair

SENTENCES = [
    "县里今年新开办了三所学校，学生们都很高兴，还开了运动会。",
    "渔民们趁着风小，把网撒进海湾，傍晚时满载鱼虾回来。",
    "镇上的图书馆经过装修后重新开门，读者比过去多了许多。",
    "医疗队走进山乡，为老人量血压，讲解冬天怎样预防疾病。",
    "这条铁路长两百里，修了六年，让沿线的农产运得更远。",
    "绿化队种下银杏和桦树，又给旧树修剪，街道变得凉爽。",
    "铝厂与电厂签了协议，余热送进居民楼，冬季不再烧煤。",
    "驴车换成电动货车，送货的时间缩短，鲜奶不会变坏。",
    "老师带着学生观察云层，记录风向，还画了气压图。",
    "农机站为麦收检修设备，联络维修点，备齐了零件。",
    "气象台预报说，后天有雷雨，请大家关好门窗，减少外出。",
    "戏团排练新剧，灯光师调整场景，乐队练习间奏。",
    "电影节闭幕，评审团颁发奖项，观众为导演鼓掌欢呼。",
    "乡亲们组织拔河赛，输赢不论，笑声传遍村庄。",
    "邮递员骑车爬坡，为独居老人送药，风雨无阻，让人感动。",
    "桥梁检测员绑着绳索，顺着钢缆检查每个螺丝，动作轻捷。",
    "养蚕户说今年桑叶长势好，蚕茧质量过关，订单比去年增长。",
    "纪念馆征集旧报纸和书信，讲述当年建厂创业的艰难岁月。",
    "码头装卸员轮班作业，货轮顺利启航，运往遥远的港湾。",
    "工艺师傅编织竹篮，学徒们围着观看，记录每个细节与顺序。",
]


@cache
def _reading(char: str) -> str:
    """The first reading of a character in the table, without its tone."""
    syllables = [f"{a}{b}" for a in ("", *INITIALS) for b in FINALS]
    return next((syllable for syllable in syllables if has_reading(char, syllable)), "")


INITIALS = [
    "b",
    "p",
    "m",
    "f",
    "d",
    "t",
    "n",
    "l",
    "g",
    "k",
    "h",
    "j",
    "q",
    "x",
    "zh",
    "ch",
    "sh",
    "r",
    "z",
    "c",
    "s",
    "y",
    "w",
]
FINALS = [
    "a",
    "o",
    "e",
    "i",
    "u",
    "ü",
    "ai",
    "ei",
    "ao",
    "ou",
    "an",
    "en",
    "ang",
    "eng",
    "ong",
    "ia",
    "ie",
    "iao",
    "iu",
    "ian",
    "in",
    "iang",
    "ing",
    "iong",
    "ua",
    "uo",
    "uai",
    "ui",
    "uan",
    "un",
    "uang",
    "ue",
    "üe",
]
FORMS: dict[str, Callable[[str], str]] = {
    "toneless": lambda reading: f"({reading})",
    "repeated": lambda reading: f"({reading})({reading})",
    "a blank inside": lambda reading: f"({reading} )",
    "blanks inside": lambda reading: f"( {reading} )",
    "full-width": lambda reading: f"（{reading}）",
    "capital": lambda reading: f"({reading.capitalize()})",
    "capitals": lambda reading: f"({reading.upper()})",
    "v": lambda reading: f"({reading.replace('ü', 'v')})",
    "u": lambda reading: f"({reading.replace('ü', 'u')})",
    "printed g": lambda reading: f"({reading.replace('g', 'ɡ')})",
}


def annotate(text: str, form: Callable[[str], str], *, everywhere: bool = False) -> str:
    """Traditional script with a reading behind what was converted, or behind every character."""
    out = ""
    for old, new in zip(text, to_traditional(text), strict=True):
        reading = _reading(new) if (everywhere or old != new) and new >= "\u4e00" else ""
        out += new + (form(reading) if reading else "")
    return out


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("first", range(0, len(SENTENCES), 2))
def test_every_spelling_is_stripped(form: str, first: int) -> None:
    text = "".join(SENTENCES[first : first + 2])
    repaired = repair(annotate(text, FORMS[form]))
    assert repaired.text == text
    assert repaired.flags == ("pinyin_mirror",)


@pytest.mark.parametrize("text", SENTENCES)
def test_readings_repeated_behind_every_character(text: str) -> None:
    assert repair(annotate(text, FORMS["repeated"], everywhere=True)).text == text


@pytest.mark.parametrize("text", SENTENCES)
def test_simplified_pages_with_repeated_readings(text: str) -> None:
    shown = "".join(
        char + (f"({_reading(char)})" * 2 if char >= "\u4e00" and _reading(char) else "") for char in text
    )
    assert repair(shown).text == text


HONEST = [
    "小朋友们,今天学三个字:天(tiān)、地(dì)、人(rén)。天(tiān)很高,地(dì)很大,人(rén)在中间。",
    "小(xiǎo)兔(tù)子(zi)乖(guāi)乖(guāi),把(bǎ)门(mén)儿(ér)开(kāi)开(kāi)。",
    "字典:行(xíng)走路;行(háng)行列;长(cháng)与短相对;长(zhǎng)生长;重(zhòng)分量大;重(chóng)再来。",
    "給孩子讀:花(huā)開(kāi)了,鳥(niǎo)兒(ér)叫(jiào)了,春(chūn)天(tiān)來(lái)了。",
    "生字:難(nán)題、歡(huān)樂、學(xué)習。請同學們讀一讀:困難、喜歡、學校。",
    "酝酿(niàng)、黄晕(yùn)、蓑(suō)戴笠(lì),这几个词要会写。",
    "王喆(zhe)、李堃(kun)、张翀(chong)、赵赟(yun)、陈骁(xiao)、刘昶(chang)参加,王喆发言,李堃补充。",
    "王翀(chōng)、李嬴(yíng)到会,单于(chán yú)、可汗(kè hán)是古时的称号。",
    "他是博士(后),记者(林晨)问他国内生产总值(GDP)和价格指数(CPI)。",
    "公司(Co)与协会(Assn)及中心(HUB)签约,项目(PPP)由银行(Bank)出资,部门(Dept)盖章。",
    "東京(とうきょう)の図書館(としょかん)で会議(かいぎ)が開(ひら)かれた。",
    "東京(toukyou)の図書館(kan)で会議(kaigi)が開(hira)かれた。",
    "The word 山(shan) means hill; 水(shui) is water; 人(ren) is man; 火(huo) fire; 木(mu) tree; 土(tu) soil.",
    "佢哋話:「今日落雨(jyu),唔出街(gaai)。」記者(林晨)問佢哋食咗飯未。",
    "香港特區政府(政府)昨日宣布，立法會(立會)將於下周審議草案(草擬本)。",
    "成語:越俎(zǔ)代庖(páo)、面面相觑(qù)、刚愎(bì)自用,读错的人很多。",
    "地名:洪洞(tóng)、蔚(yù)县、六(lù)安、乐(lào)亭、铅(yán)山,都不照常用音读。",
    "繁體字典：龍(lóng)，鱗蟲之長；鳳(fèng)，神鳥也。龍與鳳並稱，龍飛鳳舞，龍鳳呈祥，鳳凰于飛。",
    "多音字：還(hái)有、還(huán)書。還是還書要緊，還有人等著還。",
    "音标:苹果(apple)好(good)吃(eat),我(I)说(say)了(done)。",
]


@pytest.mark.parametrize("text", HONEST)
def test_brackets_of_people_stay(text: str) -> None:
    assert repair(text).text == text
