"""Quotation marks that became blanks are set again; a person's blanks stay."""

from transform.repair.edits import apply_edits
from transform.repair.quotes import find_quotes, has_lost_quotes
from transform.repair.repair import repair

CLEAN = (
    "今年以来，县里把“放管服”改革作为头等大事，推出了“一件事一次办”等举措。\n"
    "办事群众李先生说：“以前要跑好几趟，现在一趟就够了。”\n"
    "当地还开展“送政策上门”活动，帮助企业解决“融资难”问题，打造“百亿产业集群”。\n"
    "负责人表示，下一步将围绕“十四五”规划，实施“人才强县”战略。"
)
DAMAGED = "\n".join(
    line.replace("“", " ").replace("”", " ").replace("  ", " ").strip() for line in CLEAN.split("\n")
)
BLANKS = (
    "本报讯 记者 张明 通讯员 李华 报道，县里今天开会。\n"
    "第一中学 校长 王强 说，学校很好。 教师 赵军 说，学生也很好。\n"
    "图书馆 文化馆 博物馆 体育馆 都已开放，市民可以免费参观。"
)


def test_marks_are_set_again() -> None:
    assert has_lost_quotes(DAMAGED)
    assert apply_edits(DAMAGED, find_quotes(DAMAGED)) == CLEAN


def test_repair_flags_the_page() -> None:
    repaired = repair(DAMAGED)
    assert repaired.flags == ("lost_quotes",)
    assert {edit.kind for edit in repaired.edits} == {"quote"}


def test_text_with_marks_or_with_a_persons_blanks_stays() -> None:
    assert not has_lost_quotes(CLEAN)
    assert not has_lost_quotes(BLANKS)
    assert not has_lost_quotes(" ".join("字字有空格的一行，看起来像是排版的习惯。"))
    assert repair(BLANKS).text == BLANKS


def test_short_lines_without_sentence_stay() -> None:
    assert find_quotes("记者 张明\n县委书记 李华") == []


def test_the_blanks_of_a_byline_are_no_marks() -> None:
    byline = " (记者 石润田 冯 岚 通讯员 陶然)"
    repaired = repair(DAMAGED + byline)
    assert repaired.flags == ("lost_quotes",)
    assert repaired.text == CLEAN + byline
    assert not [edit for edit in find_quotes("会上，冯 岚、石润田 作了发言。") if edit.start == 4]


def test_a_quotation_within_a_quotation_and_a_dash_are_set_again() -> None:
    clean = "李师傅说：“大家都说‘安全第一’，我记住了。”\n他终于回到了阔别多年的家乡——山东省临沂市。"
    damaged = "李师傅说： 大家都说 安全第一 ，我记住了。\n他终于回到了阔别多年的家乡 山东省临沂市。"
    assert apply_edits(damaged, find_quotes(damaged)) == clean


def test_speech_over_several_sentences_opens_at_the_lines_beginning() -> None:
    damaged = "我们村以前没有路。现在路通了，日子好过了。 村民马小兰高兴地说。"
    found = apply_edits(damaged, find_quotes(damaged))
    assert found == "“我们村以前没有路。现在路通了，日子好过了。”村民马小兰高兴地说。"


def test_every_edit_is_undoable_and_says_how_sure_it_is() -> None:
    for edit in find_quotes(DAMAGED):
        assert edit.kind == "quote"
        assert edit.before == DAMAGED[edit.start : edit.end]
        assert edit.before in ("", " ")
        assert 0.5 <= edit.confidence <= 1


def test_lists_and_headings_with_honest_blanks_stay() -> None:
    timetable = "第一场 开幕式 会议中心\n第二场 座谈会 图书馆\n第三场 闭幕式 体育馆\n主持人 周宁 教授"
    assert not has_lost_quotes(timetable)
    assert repair(timetable).text == timetable
