"""Laws of repair: positions stay, edits quote the text, honest text comes back."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from transform.repair.edits import apply_edits
from transform.repair.repair import repair
from transform.repair.script import to_hans

SENTENCES = [
    "县里的图书馆上周开门了，读者很多。",
    "縣裡的圖書館上週開門了，讀者很多。",
    "博士(后)和记者(林晨)谈到国内生产总值(GDP)。",
    "单于(chán yú)住在哪里?他问:是这里吗？",
    "駅前の図書館は、昨日から開いています。",
    "The naïve café-goer paid £5 – “too much”, he said.",
    "嬴(yíng)政统一六国，喆、镕、堃是人名用字。",
    "今年1—5月，增长6.1%（同比），达到1,200万元。",
    "記者：“今日係咪返屋企？”佢話唔係。",
]
damaged = st.sampled_from(
    [
        *SENTENCES,
        "報(bào)社開(kāi)會(huì)",
        "?zhǔn)叫?yīng)",
        "ä¸\xadæ–‡",
        "&amp;nbsp;",
        "⻓江",
        "\u200b",
        "，,？?",
        "浣犲ソ",
    ]
)


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6), st.sampled_from(["", *SENTENCES]))
def test_honest_text_comes_back(sentences: list[str], title: str) -> None:
    text = "\n".join(sentences)
    repaired = repair(text, title=title)
    assert [edit for edit in repaired.edits if edit.kind != "punctuation"] == []
    assert repaired.text == apply_edits(text, repaired.edits)


@settings(deadline=None)
@given(st.lists(st.one_of(damaged, st.text(max_size=8)), max_size=8).map("".join))
def test_every_edit_quotes_the_text(text: str) -> None:
    repaired = repair(text, title="报社开会讨论新闻工作")
    assert all(text[edit.start : edit.end] == edit.before != edit.after for edit in repaired.edits)
    assert all(a.end <= b.start for a, b in pairwise(repaired.edits))
    edited = apply_edits(text, repaired.edits)
    assert repaired.text == (to_hans(edited) if "pinyin_mirror" in repaired.flags else edited)


@given(st.one_of(st.text(max_size=40), st.text("臺灣發展著麼裡乾隆干覆瞭一甲", max_size=20)))
def test_script_conversion_keeps_positions(text: str) -> None:
    assert len(to_hans(text)) == len(text)
