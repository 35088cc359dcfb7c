"""Laws of decoding: what a codec writes, it reads back; no bytes break it."""

from hypothesis import given
from hypothesis import strategies as st

from extract.page import RawPage
from extract.rejection import Rejection
from transform.decode.decode import decode
from transform.decode.whatwg import read

han = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=60)


@given(han)
def test_gb18030_round_trip(text: str) -> None:
    assert read(text.encode("gb18030"), "gb18030") == text


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=60))
def test_utf8_pages_come_back(text: str) -> None:
    body = f"<meta charset=utf-8><p>这是一个网页{text}".encode()
    found = decode(RawPage("test", "test", body))
    assert not isinstance(found, Rejection)
    assert found.text.encode("utf-8") == body


@given(han)
def test_labelled_pages_of_any_characters_come_back(text: str) -> None:
    body = f"<meta charset=gbk><p>这是一个网页，我们今天来读它：{text}".encode("gb18030")
    found = decode(RawPage("test", "test", body))
    assert not isinstance(found, Rejection)
    assert found.text.encode("gb18030") == body


@given(st.binary(max_size=200))
def test_any_bytes_give_a_text_or_a_reason(body: bytes) -> None:
    found = decode(RawPage("test", "test", body))
    assert isinstance(found, Rejection) or found.text
