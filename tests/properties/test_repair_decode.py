"""Laws of decoding: what a codec writes, it reads back; bytes that break it are counted or refused."""

from hypothesis import given, settings
from hypothesis import strategies as st

from extract.page import RawPage
from extract.rejection import Reason, Rejection, Stage
from transform.decode.decode import decode
from transform.decode.decoded import DecodedPage
from transform.decode.labels import resolve_label
from transform.decode.whatwg import read

EVIDENCE = {"bom", "utf8", "http", "meta", "site", "detector"}
SENTENCES = (
    "村口的老槐树今年又开花了，孩子们放学后都来树下玩。",
    "新修的水渠长三公里，能浇两千亩地。",
    "夜校每周三上课，来的多是附近工厂的年轻人。",
)
han = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=60)
lines = st.lists(st.tuples(st.sampled_from(SENTENCES), st.booleans()), min_size=2, max_size=12)


def decoded(body: bytes) -> DecodedPage:
    found = decode(RawPage("test", "test", body))
    assert isinstance(found, DecodedPage), found
    return found


@given(han)
def test_gb18030_round_trip(text: str) -> None:
    assert read(text.encode("gb18030"), "gb18030") == text


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=60))
def test_utf8_pages_come_back(text: str) -> None:
    body = f"<meta charset=utf-8><p>这是一个网页{text}".encode()
    assert decoded(body).text.encode("utf-8") == body


@given(han)
def test_labelled_pages_of_any_characters_come_back(text: str) -> None:
    body = f"<meta charset=gbk><p>这是一个网页，我们今天来读它：{text}".encode("gb18030")
    assert decoded(body).text.encode("gb18030") == body


@settings(deadline=None)
@given(lines)
def test_lines_in_two_codecs_come_back_and_both_are_named(lines: list[tuple[str, bool]]) -> None:
    found = decoded(b"\n".join(text.encode("utf-8" if is_utf8 else "gbk") for text, is_utf8 in lines))
    assert found.text == "\n".join(text for text, _ in lines)
    also = found.decoding.also
    assert {found.decoding.codec, *also} == {"utf-8" if is_utf8 else "gb18030" for _, is_utf8 in lines}
    assert found.decoding.replaced == 0


@settings(deadline=None)
@given(st.data())
def test_a_byte_that_falls_out_of_utf8_costs_its_character_and_no_other(data: st.DataObject) -> None:
    text = "\n".join(f"<p>{sentence}</p>" for sentence in SENTENCES * 3)
    body = text.encode()
    at = data.draw(st.sampled_from([at for at, byte in enumerate(body) if byte > 0x7F]))
    found = decoded(body[:at] + body[at + 1 :])
    place = len(body[:at].decode("utf-8", "ignore"))
    assert found.text[:place] == text[:place]
    assert found.text[place:].lstrip("\ufffd") == text[place + 1 :]
    assert (found.decoding.codec, found.decoding.replaced) == ("utf-8", found.text.count("\ufffd"))


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_give_a_text_that_explains_itself_or_a_reason(body: bytes) -> None:
    found = decode(RawPage("test", "test", body))
    if isinstance(found, Rejection):
        assert found.stage is Stage.DECODE
        assert found.reason in (Reason.EMPTY, Reason.BINARY, Reason.UNDECODABLE)
        assert found.detail
        return
    codec = found.decoding.codec
    assert resolve_label(codec) or codec in ("hz", "utf-32le", "utf-32be")
    assert found.decoding.evidence in EVIDENCE
    assert 0 <= found.decoding.replaced <= found.text.count("\ufffd")
    if not found.decoding.replaced and found.decoding.evidence != "bom" and codec != "hz":
        assert found.decoding.also or read(body, codec) == found.text
