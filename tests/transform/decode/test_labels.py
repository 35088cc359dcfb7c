"""The label table is the web's."""

from transform.decode.labels import resolve_label


def test_chinese_labels() -> None:
    assert {resolve_label(label) for label in ("gb2312", "GBK", " csgb2312\n", "gb_2312-80", "x-gbk")} == {
        "gbk"
    }
    assert {resolve_label(label) for label in ("big5", "Big5-HKSCS", "cn-big5", "x-x-big5")} == {"big5"}
    assert resolve_label("gb18030") == "gb18030"
    assert resolve_label("hz-gb-2312") == "replacement"


def test_unknown_labels_are_none() -> None:
    assert resolve_label("") is None
    assert resolve_label("utf-9") is None
