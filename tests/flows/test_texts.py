"""repair and figures from outside: what a batch may hold, and what the one record adds."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from flows import cli

Call = Callable[..., tuple[int, str, str]]
BATCHES = ("repair", "figures")
LINE = '{"id": 1, "text": "全市引进博士7人。"}\n'


@pytest.fixture
def jianbao(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Call:
    monkeypatch.chdir(tmp_path)

    def call(*words: str, stdin: str | bytes = b"") -> tuple[int, str, str]:
        raw = stdin if isinstance(stdin, bytes) else stdin.encode()
        monkeypatch.setattr(sys, "argv", ["jianbao", *words])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
        status = cli.call()
        return status, *capfd.readouterr()

    return call


@pytest.mark.parametrize("command", BATCHES)
@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ('{"id": "\\ud83d", "text": "x"}', '"id" holds half a character'),
        ('{"id": {"a": ["\\udc00"]}, "text": "x"}', '"id" holds half a character'),
        ('{"id": 1, "text": "\\ud83d"}', '"text" holds half a character'),
        ('{"id": ' + "[" * 100_000 + "]" * 100_000 + ', "text": "x"}', "nested too deeply"),
        ('{"id": ' + "7" * 5000 + ', "text": "x"}', "a number of 5,000 digits"),
        ('{"id": NaN, "text": "x"}', "NaN is no JSON"),
        ('{"id": -Infinity, "text": "x"}', "-Infinity is no JSON"),
        ('{"id": 1e400, "text": "x"}', "1e400 is too large a number"),
        ('{"id": 1, "text": 5}', '"text" is no string'),
        ('{"id": 1}', '"text" is missing'),
        ("[1]", "no JSON object"),
        ("{not json}", "no JSON"),
    ],
    ids=lambda value: value[:30],
)
def test_line_that_cannot_be_answered_is_named_in_one_sentence(
    jianbao: Call, command: str, line: str, sentence: str
) -> None:
    status, out, err = jianbao(command, "--ndjson", stdin=LINE + line + "\n" + LINE)
    answers = [json.loads(answer) for answer in out.splitlines()]
    assert status == 1
    assert err.startswith("jianbao: 1 of 3 lines have no answer; line 2: ")
    assert sentence in err
    assert err.count("\n") == 1
    assert ["error" in answer for answer in answers] == [False, True, False], "the others are answered"
    assert answers[1].keys() == {"id", "error"}
    assert sentence in answers[1]["error"]


@pytest.mark.parametrize("command", BATCHES)
def test_wrong_line_keeps_its_id_where_it_can_be_read(jianbao: Call, command: str) -> None:
    lines = ['{"id": "甲", "text": 5}', '{"id": "乙"', '{"id": [3], "title": "题"}']
    _, out, _ = jianbao(command, "--ndjson", stdin="\n".join(lines))
    assert [json.loads(answer)["id"] for answer in out.splitlines()] == ["甲", None, [3]]


def test_wrong_day_and_place_are_errors_of_their_line(jianbao: Call) -> None:
    lines = [
        '{"id": 1, "text": "x", "date": "2024-13-01"}',
        '{"id": 2, "text": "x", "place": "999999"}',
        LINE,
    ]
    status, out, _ = jianbao("figures", "--ndjson", stdin="\n".join(lines))
    answers = [json.loads(answer) for answer in out.splitlines()]
    assert (status, [answer["id"] for answer in answers]) == (1, [1, 2, 1])
    assert "is no day" in answers[0]["error"]
    assert "is no code" in answers[1]["error"]


@pytest.mark.parametrize("command", BATCHES)
def test_line_that_is_no_utf8_is_named(jianbao: Call, command: str) -> None:
    status, _, err = jianbao(command, "--ndjson", stdin=b"\xff\xfe\n")
    sentence = "jianbao: 1 of 1 lines have no answer; line 1: no UTF-8 (invalid start byte).\n"
    assert (status, err) == (1, sentence)


@pytest.mark.parametrize("command", BATCHES)
@pytest.mark.parametrize("given", ['"a"', "null", "[1, {}]", "1.5", "9" * 40], ids=lambda value: value[:9])
def test_any_other_id_comes_back_as_it_is(jianbao: Call, command: str, given: str) -> None:
    status, out, _ = jianbao(command, "--ndjson", stdin=f'{{"id": {given}, "text": "好。"}}')
    assert status == 0
    assert json.loads(out)["id"] == json.loads(given)


@pytest.mark.parametrize("command", BATCHES)
def test_blank_line_is_no_record_but_at_the_end(jianbao: Call, command: str) -> None:
    status, out, err = jianbao(command, "--ndjson", stdin=LINE + "  \r\n" + LINE)
    assert (status, out.count("\n")) == (1, 3)
    assert err == "jianbao: 1 of 3 lines have no answer; line 2: blank: every line is a record.\n"
    status, out, err = jianbao(command, "--ndjson", stdin=LINE + LINE + "\n \n")
    assert (status, out.count("\n"), err) == (0, 2, "")


@pytest.mark.parametrize(
    "words",
    [
        "repair --ndjson --json",
        "repair --ndjson --title 甲",
        "figures --ndjson --date 2024-01-01",
        "figures --ndjson --place 371500",
    ],
)
def test_option_of_a_single_text_does_not_go_with_a_batch(jianbao: Call, words: str) -> None:
    status, out, err = jianbao(*words.split(), stdin=LINE)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert f"--ndjson and {words.split()[2]} do not go together" in err


def test_title_that_is_no_text_is_one_sentence(jianbao: Call) -> None:
    status, out, err = jianbao("repair", "--title", "\udcff", stdin="好。")
    assert (status, out, err.count("\n")) == (2, "", 1)


def test_one_record_says_what_its_flags_rest_on(jianbao: Call) -> None:
    text = "水库坝体加高\ufffd米，渠道清淤锟斤拷公里。"
    record = json.loads(jianbao("repair", "--json", stdin=text)[1])
    lossy = record["flag_evidence"]["lossy_text"]
    assert record["flags"] == ["lossy_text"]
    assert lossy["summary"] == "characters lost at 2 places"
    assert [(item["start"], item["end"]) for item in lossy["items"]] == [(6, 7), (13, 16)]
    assert json.loads(jianbao("repair", "--json", stdin="好。")[1])["flag_evidence"] == {}
    assert "flag_evidence" not in json.loads(jianbao("repair", "--ndjson", stdin=LINE)[1])


@pytest.mark.parametrize("day", ["2024-05-20x", "2024-W20-1", "20240520", "2024-5-20"])
def test_day_is_written_in_one_way(jianbao: Call, day: str) -> None:
    status, out, err = jianbao("figures", "--date", day, stdin="招聘3人。")
    assert (status, out) == (2, "")
    assert "write YYYY-MM-DD" in err


def test_time_behind_a_day_says_no_more(jianbao: Call) -> None:
    status, out, _ = jianbao("figures", "--date", "2024-05-20T10:22:13", stdin="昨日招聘3人。")
    assert status == 0
    assert '"period_start":"2024-05-19"' in out
