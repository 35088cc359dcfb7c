"""Laws of repair: positions stay, edits quote the text and can be undone, honest text comes back."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transform.repair.edits import Repaired, apply_edits
from transform.repair.flags import Flag
from transform.repair.repair import repair
from transform.repair.script import to_hans

KINDS = {
    "mojibake",
    "entity",
    "character",
    "punctuation",
    "pinyin_annotation",
    "byte_slip",
    "headline_piece",
    "quote",
}
SENTENCES = [
    "县里的图书馆上周开门了，读者很多。",
    "縣裡的圖書館上週開門了，讀者很多。",
    "博士(后)和记者(林晨)谈到国内生产总值(GDP)。",
    "单于(chán yú)住在哪里？他问：是这里吗？",
    "駅前の図書館は、昨日から開いています。",
    "The naïve café-goer paid £5 – “too much”, he said.",
    "嬴(yíng)政统一六国，喆、镕、堃是人名用字。",
    "今年1—5月，增长6.1%（同比），达到1,200万元。",
    "記者：“今日係咪返屋企？”佢話唔係。",
    "锅里烫烫烫，价格是€5，字母é写作\\u00e9。",
]
DAMAGED = [
    "報(bào)社開(kāi)會(huì)",
    "?zhǔn)叫?yīng)",
    "ä¸\xadæ–‡",
    "&amp;nbsp;",
    "&copy;",
    "\\u4e2d\\u6587",
    "⻓江",
    "２０年",
    "\u200b",
    "，,？?",
    "浣犲ソ",
    "浣犲ソ锛屼笘鐣�",
    "\ufffd",
    "€",
    "銆€銆€",
    "ÖÐ¹ú",
    "\n",
    "\ud800",
]
damaged = st.sampled_from([*SENTENCES, *DAMAGED])
texts = st.lists(st.one_of(damaged, st.text(max_size=8)), max_size=8).map("".join)
repairable = st.lists(st.sampled_from(SENTENCES[:1] + SENTENCES[7:8]), min_size=1, max_size=4)
WAYS = {
    "UTF-8 as latin-1": lambda text: text.encode().decode("latin-1"),
    "GBK as latin-1": lambda text: text.encode("gbk").decode("latin-1"),
    "escaped": lambda text: "".join(f"&#x{ord(char):x};" if char > "\x7f" else char for char in text),
}


def undo(repaired: Repaired) -> str:
    """The text as found, from the text after its edits and the record alone."""
    text, moved, out, at = repaired.text, 0, [], 0
    for edit in repaired.edits:
        start = edit.start + moved
        out += text[at:start], edit.before
        at = start + len(edit.after)
        moved += len(edit.after) - len(edit.before)
    return "".join(out) + text[at:]


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6), st.sampled_from(["", *SENTENCES]))
def test_honest_text_comes_back(sentences: list[str], title: str) -> None:
    text = "\n".join(sentences)
    assert repair(text, title=title) == Repaired(text, (), (), repair(text).script)


@settings(deadline=None)
@given(texts, st.sampled_from([None, "报社开会讨论新闻工作"]))
def test_edits_quote_the_text_in_order_and_each_from_the_closed_lists(text: str, title: str | None) -> None:
    repaired = repair(text, title=title)
    assert all(text[edit.start : edit.end] == edit.before != edit.after for edit in repaired.edits)
    assert all(a.end <= b.start for a, b in pairwise(repaired.edits))
    assert {edit.kind for edit in repaired.edits} <= KINDS
    assert all(0 < edit.confidence <= 1 for edit in repaired.edits)
    assert set(repaired.flags) <= {flag.value for flag in Flag}
    assert ("mojibake" in repaired.flags) == any(edit.kind == "mojibake" for edit in repaired.edits)


@settings(deadline=None)
@given(texts)
def test_the_record_undoes_every_edit(text: str) -> None:
    repaired = repair(text)
    edited = apply_edits(text, repaired.edits)
    is_mirror = "pinyin_mirror" in repaired.flags
    whole, found = (found.replace("\ud800", "\ufffd") for found in (edited, repaired.text))
    assert found == (to_hans(whole) if is_mirror else whole)
    if not is_mirror:
        assert undo(repaired) == text


@settings(deadline=None)
@given(st.sampled_from(sorted(WAYS)), repairable)
def test_what_is_repaired_is_honest_text(way: str, sentences: list[str]) -> None:
    text = "\n".join(sentences)
    repaired = repair(WAYS[way](text))
    assert repaired.text == text
    assert repair(repaired.text).edits == ()


@settings(deadline=None)
@given(st.lists(damaged, max_size=6).map("\n".join))
def test_mojibake_and_characters_are_repaired_at_once(text: str) -> None:
    again = repair(repair(text).text)
    assert not {"mojibake", "character"} & {edit.kind for edit in again.edits}


@pytest.mark.parametrize("codec", ["gbk", "gb18030"])
@given(
    text=st.text(
        st.sampled_from("据这位女士说镇上个体户有一半开了网店，其中七家去年收入过百万。12"),
        min_size=8,
        max_size=40,
    )
)
def test_lost_characters_are_never_guessed_wrongly(codec: str, text: str) -> None:
    found = repair(text.encode().decode(codec, "replace"))
    if found.edits and len(found.text) == len(text):
        assert all(got in (char, "\ufffd") for got, char in zip(found.text, text, strict=True)), found.text


@given(st.one_of(st.text(max_size=40), st.text("臺灣發展著麼裡乾隆干覆瞭一甲", max_size=20)))
def test_script_conversion_keeps_positions(text: str) -> None:
    assert len(to_hans(text)) == len(text)
