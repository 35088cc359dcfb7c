import pytest

from transform.repair.evidence import MOST, evidence_record, find_evidence
from transform.repair.flags import MEANINGS, Flag
from transform.repair.repair import repair


def evidence(text: str, flag: str, title: str | None = None):  # type: ignore[no-untyped-def]
    done = repair(text, title=title)
    assert flag in done.flags
    return find_evidence(text, done.edits, done.flags)[flag]


def test_every_flag_has_a_meaning_and_evidence() -> None:
    found = find_evidence("好。", (), [*Flag, "gallery"])
    assert found.keys() == set(Flag) == MEANINGS.keys()
    assert all(one.summary for one in found.values())


def test_mirror_is_told_by_its_readings() -> None:
    text = "縣里開(kāi)辦(bàn)夜校,教會(huì)村民記(jì)賬。開(kāi)班的有140人,會(huì)計來(lái)兩次。"
    one = evidence(text, "pinyin_mirror")
    assert one.summary == "7 readings behind 5 characters"
    assert one.items[0] == {"character": "開", "reading": "kāi", "times": 2}


def test_slip_that_stays_is_shown_with_its_place() -> None:
    text = "本報(bào)訊(xùn),市里開(kāi)會(huì)。\n他說(shuō)每?zǒng)?ш?d的"
    one = find_evidence(text, (), ["byte_slip_unrepaired"])["byte_slip_unrepaired"]
    assert one.summary == "0 stretches undone but for a character or more, 1 place left as found"
    place = text.index("?zǒng)")
    assert one.items == (
        {"line": 2, "start": place, "end": place + 6, "seen": "?zǒng)", "proposed": None, "confidence": None}
        | {"around": text[place - 12 : place + 18].replace("\n", "⏎")},
    )


def test_spun_words_are_listed_with_the_words_that_are_absent() -> None:
    text = "咱们立异，展开训练，保证根底，紧记要点，采纳举动，加速构思，详细布置使命。" * 2
    one = evidence(text, "synonym_spun")
    words = {item["word"]: item for item in one.items}
    assert words["立异"] == {"word": "立异", "times": 2, "absent": ["创新"]}
    assert one.summary.startswith(f"{len(words)} spun words {sum(item['times'] for item in one.items)} times")


def test_blanks_are_counted_as_marks_and_as_blanks() -> None:
    lines = [
        "老赵说， 先修水渠，再修路。 村里人都点头。",
        "他提出 一村一渠 的办法，又请来 土专家 指点。",
        "县里称这是 最实在的一课 ，要求各乡都来学。",
        "大伙儿把新修的渠叫作 连心渠 ，渠边立了碑。",
    ]
    text = "\n".join(lines)
    done = repair(text)
    if "lost_quotes" not in done.flags:
        pytest.fail("the case shows no lost quotation marks")
    one = find_evidence(text, done.edits, done.flags)["lost_quotes"]
    back = sum(edit.kind == "quote" and edit.before == " " for edit in done.edits)
    assert f" {back} came back as marks, {len(one.items)} stayed" in one.summary


def test_many_places_are_counted_and_the_first_listed() -> None:
    one = find_evidence("水\ufffd渠。\n" * 100, (), ["lossy_text"])["lossy_text"]
    assert one.summary == "characters lost at 100 places"
    assert len(one.items) == MOST
    assert {name: one.items[1][name] for name in ("line", "start", "end")} == {
        "line": 2,
        "start": 6,
        "end": 7,
    }
    assert one.items[1]["around"] == "水\ufffd渠。⏎" * 3 + "水\ufffd渠。"


def test_record_is_plain() -> None:
    record = evidence_record(find_evidence("锟斤拷", (), ["lossy_text"]))
    assert record["lossy_text"].keys() == {"meaning", "summary", "items"}
    assert isinstance(record["lossy_text"]["items"], list)
