"""What a page says of its codec, what it is, and which of the two is believed."""

from hashlib import sha256

import pytest

from extract.page import RawPage
from extract.rejection import Reason, Rejection, Stage
from transform.decode.decode import decode
from transform.decode.decoded import DecodedPage, Decoding

SIMPLIFIED = (
    "县图书馆新馆上周六开门迎客，首日接待读者两千余人次。",
    "镇上的供水管网改造完成后，四百户居民用上了放心水。",
    "气象台说，今晚起山里要落一场透雨，河边的人先别下水。",
    "这家纺织企业去年出口额达到三千万美元。",
)
TRADITIONAL = (
    "縣圖書館新館上週六開門迎客，首日接待讀者兩千餘人次。",
    "這家紡織企業去年出口額達到三千萬美元。",
)
RARE = "记者赵昇、喆文、朱镕、田堃、王淼、李䶮报道"


def page(text: str, label: str) -> str:
    head = f'<meta charset="{label}"><title>{text[:8]}</title>'
    return f"<html><head>{head}</head><body><p>{text}</p></body></html>"


def read(body: bytes, content_type: str | None = None, hint: str | None = None) -> DecodedPage:
    found = decode(RawPage("test", "test", body, content_type=content_type), hint)
    assert isinstance(found, DecodedPage), found
    return found


def rejected(body: bytes) -> Rejection:
    found = decode(RawPage("test", "test", body))
    assert isinstance(found, Rejection), found
    assert found.stage is Stage.DECODE
    return found


def evidence(found: DecodedPage) -> tuple[str, str]:
    return found.decoding.codec, found.decoding.evidence


@pytest.mark.parametrize("text", SIMPLIFIED)
@pytest.mark.parametrize("length", [4, 8, 99])
def test_unlabelled_gbk_of_any_length(text: str, length: int) -> None:
    found = read(text[:length].encode("gbk"))
    assert found.text == text[:length]
    assert evidence(found) == ("gb18030", "detector")


@pytest.mark.parametrize("text", TRADITIONAL)
@pytest.mark.parametrize("length", [6, 99])
def test_unlabelled_big5_of_any_length(text: str, length: int) -> None:
    found = read(text[:length].encode("big5"))
    assert found.text == text[:length]
    assert evidence(found) == ("big5", "detector")


def test_cantonese_in_big5_hkscs() -> None:
    text = "佢哋喺街市買咗啲嘢，跟住就返咗屋企。"
    assert read(text.encode("big5hkscs")).text == text


def test_gb2312_is_read_as_gb18030_so_that_names_live() -> None:
    found = read(page(RARE, "gb2312").encode("gb18030"))
    assert found.text == page(RARE, "gb2312")
    assert evidence(found) == ("gb18030", "meta")


@pytest.mark.parametrize("text", SIMPLIFIED)
@pytest.mark.parametrize("label", ["utf-8", "iso-8859-1", "windows-1252"])
def test_gbk_under_a_wrong_label(text: str, label: str) -> None:
    found = read(page(text, label).encode("gbk"), f"text/html; charset={label}")
    assert found.text == page(text, label)
    assert found.decoding.codec == "gb18030"


def test_utf8_under_a_wrong_label() -> None:
    found = read(page(SIMPLIFIED[0], "gb2312").encode(), "text/html; charset=gb2312")
    assert found.text == page(SIMPLIFIED[0], "gb2312")
    assert evidence(found) == ("utf-8", "utf8")


def test_big5_under_a_gb_label() -> None:
    found = read(page(TRADITIONAL[0], "gb2312").encode("big5"))
    assert found.text == page(TRADITIONAL[0], "gb2312")
    assert found.decoding.codec == "big5"


def test_header_before_meta_before_hint() -> None:
    body = page(SIMPLIFIED[0], "gbk").encode("gbk")
    assert evidence(read(body, "text/html; charset=gb18030"))[1] == "http"
    assert evidence(read(body))[1] == "meta"
    assert evidence(read(SIMPLIFIED[0].encode("gbk"), hint="gb2312"))[1] == "site"


@pytest.mark.parametrize(("mark", "codec"), [("utf-8-sig", "utf-8"), ("utf-16", "utf-16le")])
def test_byte_order_mark(mark: str, codec: str) -> None:
    found = read(page(SIMPLIFIED[0], "gbk").encode(mark))
    assert found.text == page(SIMPLIFIED[0], "gbk")
    assert evidence(found) == (codec, "bom")


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [SIMPLIFIED[0], page(SIMPLIFIED[1], "gbk"), page(TRADITIONAL[0], "big5")])
def test_utf16_without_mark(codec: str, text: str) -> None:
    assert read(text.encode(codec)).text == text


def test_hz() -> None:
    pairs = bytes(byte & 0x7F for byte in SIMPLIFIED[0].encode("gb2312"))
    found = read(b"From: a~~b\n~{" + pairs + b"~}\n")
    assert found.text == f"From: a~b\n{SIMPLIFIED[0]}\n"
    assert found.decoding.codec == "hz"


def test_a_gbk_block_inside_utf8() -> None:
    first, second, third = SIMPLIFIED[:3]
    found = read(f"<p>{first}</p>\n<p>".encode() + second.encode("gbk") + f"</p><p>{third}</p>".encode())
    assert found.text == f"<p>{first}</p>\n<p>{second}</p><p>{third}</p>"
    assert found.decoding == Decoding("utf-8", "utf8", 0, ("gb18030",))


def test_a_utf8_block_inside_gbk() -> None:
    first, second, third = SIMPLIFIED[:3]
    body = page(first, "gbk").encode("gbk") + second.encode() + f"<p>{third}</p>".encode("gbk")
    found = read(body)
    assert found.text == page(first, "gbk") + second + f"<p>{third}</p>"
    assert found.decoding == Decoding("gb18030", "meta", 0, ("utf-8",))


@pytest.mark.parametrize("codec", ["utf-8", "gbk"])
def test_a_character_cut_at_the_end_is_counted(codec: str) -> None:
    found = read(SIMPLIFIED[0].encode(codec)[:-1])
    assert found.text == SIMPLIFIED[0][:-1] + "\ufffd"
    assert found.decoding.replaced == 1


def test_a_few_bad_bytes_do_not_sink_a_page() -> None:
    text = page("".join(SIMPLIFIED) * 3, "gbk")
    bad = text.encode("gbk").replace("气象".encode("gbk"), b"\xff<b>", 2)
    found = read(bad)
    assert found.text == text.replace("气象", "\ufffd<b>", 2)
    assert found.decoding.replaced == 2


def test_what_the_page_itself_lost_is_not_counted_as_ours() -> None:
    assert read("新\ufffd闻和消息".encode()).decoding.replaced == 0


def test_languages_that_are_not_chinese() -> None:
    english = "The mayor’s café – the “old” one – sold naïve art for £5."
    japanese = "駅前の商店街では、毎年夏になると大きなお祭りが開かれます。"
    assert read(english.encode("cp1252")).text == english
    assert read(japanese.encode("shift_jis")).text == japanese
    assert read(japanese.encode("euc_jp")).text == japanese
    assert (
        read("Всем привет, сегодня хорошая погода в городе.".encode("koi8-r"), hint="koi8-r").text[:4]
        == "Всем"
    )


def test_private_use_characters_stay() -> None:
    assert read("甲\ue123乙和丙丁".encode()).text == "甲\ue123乙和丙丁"


@pytest.mark.parametrize("body", [b"", b" \r\n\t", "\ufeff\u3000\n".encode()])
def test_empty(body: bytes) -> None:
    assert rejected(body).reason is Reason.EMPTY


@pytest.mark.parametrize(
    "body", [b"\x89PNG\r\n\x1a\n....", b"%PDF-1.7 ...", b"MK" + bytes(range(256)) * 3 + bytes(90)]
)
def test_binary(body: bytes) -> None:
    assert rejected(body).reason is Reason.BINARY


def test_noise_is_undecodable() -> None:
    blocks = (sha256(bytes([number])).digest() for number in range(100))
    body = bytes(byte | 0x80 for block in blocks for byte in block)
    assert rejected(body).reason is Reason.UNDECODABLE


LONG = (
    ("big5hkscs", "big5", "街坊話琴日落咗成晚雨，個公園浸晒，今朝先至開返。"),
    ("cp932", "shift_jis", "市立図書館は来月から、夜八時まで開くことになりました。"),
    ("euc_jp", "euc-jp", "市立図書館は来月から、夜八時まで開くことになりました。"),
    ("cp949", "euc-kr", "시립 도서관은 다음 달부터 저녁 여덟 시까지 문을 엽니다."),
    ("gbk", "gb18030", "乡里的戏台修好以后，每个月都有三四场演出。"),
)


@pytest.mark.parametrize(("codec", "name", "text"), LONG)
@pytest.mark.parametrize("has_label", [True, False])
def test_long_pages_are_read_like_short_ones(codec: str, name: str, text: str, has_label: bool) -> None:
    label = f'<meta charset="{name}">' if has_label else ""
    found = read((label + text * 4000).encode(codec))
    assert found.text == label + text * 4000
    assert evidence(found) == (name, "meta" if has_label else "detector")


@pytest.mark.parametrize("label", ["utf-8", "gbk"])
def test_a_damaged_character_in_utf8_needs_no_other_codec(label: str) -> None:
    text = page("".join(SIMPLIFIED), label)
    body = text.encode().replace("镇".encode(), "镇".encode()[:2])
    found = read(body)
    assert found.text == text.replace("镇", "\ufffd")
    assert found.decoding == Decoding("utf-8", "utf8", 1)


def test_a_mark_of_utf8_before_gbk_is_no_text() -> None:
    text = page(SIMPLIFIED[1], "gbk")
    found = read(b"\xef\xbb\xbf" + text.encode("gbk"))
    assert found.text == text
    assert found.decoding == Decoding("gb18030", "meta")


def test_a_gbk_block_behind_a_mark_of_utf8() -> None:
    first, second = SIMPLIFIED[:2]
    found = read(b"\xef\xbb\xbf" + f"<p>{first * 9}</p>\n".encode() + second.encode("gbk"))
    assert found.text == f"<p>{first * 9}</p>\n{second}"
    assert found.decoding == Decoding("utf-8", "bom", 0, ("gb18030",))


def test_two_codecs_in_every_line() -> None:
    first, second = SIMPLIFIED[:2]
    lines = [f"{number}、{first}" for number in range(2000)]
    body = b"\n".join(line.encode() + second.encode("gbk") for line in lines)
    found = read(body)
    assert found.text == "\n".join(line + second for line in lines)


@pytest.mark.parametrize("codec", ["utf-32-le", "utf-32-be"])
def test_utf32_by_its_mark(codec: str) -> None:
    assert read(f"\ufeff{SIMPLIFIED[0]}".encode(codec)).text == SIMPLIFIED[0]


def test_rare_names_alone() -> None:
    assert read("堃喆镕淼翀珺祎".encode("gb18030")).text == "堃喆镕淼翀珺祎"


@pytest.mark.parametrize("byte", [0x80, 0x92, 0xA0, 0xB9, 0xFE, 0xFF])
def test_one_byte_again_and_again_is_undecodable(byte: int) -> None:
    found = decode(RawPage("test", "test", bytes([byte]) * 100_001))
    # Two bytes of some kinds are a Chinese character, and the last one is half of it.
    assert isinstance(found, Rejection) or (len(set(found.text)) == 2 and found.text[0].isalpha())


def test_a_rejection_says_what_is_wrong() -> None:
    assert "loses 0" not in (rejected(b"\xff" * 5000).detail or "")
    assert "loses" in (rejected((SIMPLIFIED[0].encode("gbk") + b"\xff,<" * 9) * 50).detail or "")
