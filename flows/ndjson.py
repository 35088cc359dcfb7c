"""Batches: a JSON object a line, each with an answer of its own, in order."""

import json
import math
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from extract.errors import UsageError
from flows.garbage import rare_collections

LONGEST_NUMBER = 1000
"""Digits of a number in a batch; it stands in an `id`, if anywhere, and an id is shorter."""


def answer_lines(file: Path | None, answer: Callable[[dict[str, Any]], dict[str, Any]]) -> int:
    """One answer for each line, in order, each as soon as its line is there. Returns the exit status.

    A wrong line is answered with what is wrong, and the others as ever. A blank line is a wrong one too, but
    at the end of the input, where editors leave some.
    """
    from transform.record import json_line  # not at start

    wrong: list[str] = []
    blanks = 0
    total = 0
    with rare_collections():
        for line in _lines(file):
            if not line.strip():
                blanks += 1
                continue
            for text in (*[b""] * blanks, line):
                total += 1
                name, answered = _answer_line(text, answer)
                if "error" in answered:
                    wrong.append(f"line {total}: {answered['error']}")
                # an id may be a number longer than `json_line` writes
                print(f'{{"id":{json.dumps(name, ensure_ascii=False)},{json_line(answered)[1:]}', flush=True)
            blanks = 0
    if wrong:
        first = " ".join(wrong[0].split())
        print(f"jianbao: {len(wrong):,} of {total:,} lines have no answer; {first}", file=sys.stderr)
    return 1 if wrong else 0


def string_in(row: dict[str, Any], name: str) -> str | None:
    """A field that may be missing. Raises UsageError for what is no text."""
    value = row.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise UsageError(f'"{name}" is no string.')
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise UsageError(f'"{name}" holds half a character (a lone surrogate).') from error
    return value


def text_in(row: dict[str, Any], name: str) -> str:
    """A field that must be there. Raises UsageError."""
    value = string_in(row, name)
    if value is None:
        raise UsageError(f'"{name}" is missing.')
    return value


def _answer_line(
    line: bytes, answer: Callable[[dict[str, Any]], dict[str, Any]]
) -> tuple[Any, dict[str, Any]]:
    """The `id` of a line with its answer, or with the `error` that keeps it from having one."""
    row: dict[str, Any] = {}
    try:
        if not line:
            raise UsageError("blank: every line is a record.")
        row = _read_row(line)
        return row.get("id"), answer(row)
    except UsageError as error:
        return row.get("id"), {"error": str(error)}


def _read_row(line: bytes) -> dict[str, Any]:
    """The object of a line, with an `id` that can be answered as it came."""
    try:
        row = json.loads(
            line.decode("utf-8-sig"), parse_constant=_no_number, parse_float=_float, parse_int=_int
        )
        if not isinstance(row, dict):
            raise UsageError("no JSON object.")
        json.dumps(row.get("id"), ensure_ascii=False).encode()
    except UnicodeDecodeError as error:
        raise UsageError(f"no UTF-8 ({error.reason}).") from error
    except json.JSONDecodeError as error:
        raise UsageError(f"no JSON: {error}.") from error
    except RecursionError as error:
        raise UsageError("nested too deeply.") from error
    except UnicodeEncodeError as error:
        raise UsageError('"id" holds half a character (a lone surrogate).') from error
    return row


def _int(digits: str) -> int:
    if len(digits) > LONGEST_NUMBER:
        raise UsageError(f"a number of {len(digits):,} digits; {LONGEST_NUMBER:,} are the most.")
    return int(digits)


def _float(digits: str) -> float:
    if math.isinf(number := float(digits)):
        raise UsageError(f"{_shorten(digits)} is too large a number.")
    return number


def _no_number(name: str) -> float:
    raise UsageError(f"{name} is no JSON.")


def _shorten(digits: str) -> str:
    return digits if len(digits) <= 20 else digits[:20] + "…"


def _lines(file: Path | None) -> Iterator[bytes]:
    """Lines as they come."""
    if file is None:
        yield from sys.stdin.buffer
        return
    try:
        with file.open("rb") as stream:
            yield from stream
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}.") from error
