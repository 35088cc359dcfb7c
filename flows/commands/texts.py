"""Commands that read text: repair, figures."""

import re
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import Parameter

from extract.errors import UsageError
from flows.ndjson import answer_lines, string_in, text_in

if TYPE_CHECKING:
    from transform.figures.figure import Figure

_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:[T ].*)?")
EARLIEST, LATEST = 1800, 2200
"""Years of articles."""
FileArgument = Annotated[Path | None, Parameter(help="A text file in UTF-8. [default: standard input]")]
BatchOption = Annotated[bool, Parameter(name="--ndjson", negative="", help="Batch: a JSON object a line.")]


def repair(
    file: FileArgument = None,
    /,
    *,
    title: Annotated[
        str | None, Parameter(help="The headline, if known: strewn pieces are found by it.")
    ] = None,
    script: Annotated[str | None, Parameter(help="hans: simplified script whatever the text's own.")] = None,
    as_json: Annotated[
        bool,
        Parameter(name="--json", negative="", help="One record with the edits and what the flags rest on."),
    ] = False,
    ndjson: BatchOption = False,
) -> int:
    """Damaged text in, repaired text out.

    With --ndjson each line is {"id", "text", "title"?} and gives {"id", "text", "flags", "repairs"}; a wrong
    one gives {"id", "error"}, and the exit status is 1 in the end.

    The one record of --json has "flag_evidence" too: for each flag its meaning and what it rests on.

    Example: jianbao repair article.txt --title "聚才引智"
    """
    from transform.record import json_line
    from transform.repair.evidence import evidence_record, find_evidence
    from transform.repair.repair import repair as repair_text
    from transform.repair.script import to_hans

    if script not in (None, "hans"):
        raise UsageError(f"--script takes hans, not {script!r}.")
    _go_together(ndjson, {"--json": as_json, "--title": title is not None})
    headline = string_in({"--title": title}, "--title")

    def answer(text: str, headline: str | None, *, is_full: bool = False) -> dict[str, Any]:
        done = repair_text(text, title=headline)
        record: dict[str, Any] = {
            "text": to_hans(done.text) if script else done.text,
            "flags": list(done.flags),
            "repairs": done.edits,
        }
        if is_full:
            record["flag_evidence"] = evidence_record(find_evidence(text, done.edits, done.flags))
        return record

    if ndjson:
        return answer_lines(file, lambda row: answer(text_in(row, "text"), string_in(row, "title")))
    done = answer(_read(file), headline, is_full=as_json)
    if as_json:
        print(json_line(done))
    else:
        sys.stdout.write(done["text"])
    return 0


def figures(
    file: FileArgument = None,
    /,
    *,
    day: Annotated[str | None, Parameter(name="--date", help="Day of the article, YYYY-MM-DD.")] = None,
    place: Annotated[str | None, Parameter(help="GB/T 2260 code of the article's place.")] = None,
    ndjson: BatchOption = False,
) -> int:
    """Text in, its figures out: one JSON record a line.

    With --ndjson each line is {"id", "text", "date"?, "place"?} and gives {"id", "figures"}; a wrong one
    gives {"id", "error"}, and the exit status is 1 in the end.

    Example: echo 今年以来引进青年人才2.7万人 | jianbao figures --date 2024-12-20 --place 371500
    """
    from transform.divisions import place_of
    from transform.figures.find import find_figures
    from transform.record import json_line

    _go_together(ndjson, {"--date": day is not None, "--place": place is not None})

    def answer(text: str, when: str | None, where: str | None) -> "list[Figure]":
        known = place_of(where) if where else None
        if where and not known:
            raise UsageError(f"{where} is no code of a division (GB/T 2260, six digits).")
        return find_figures(text, _day(when), where, known.full_name if known else None)

    if ndjson:
        return answer_lines(
            file,
            lambda row: {
                "figures": answer(text_in(row, "text"), string_in(row, "date"), string_in(row, "place"))
            },
        )
    for figure in answer(_read(file), day, place):
        print(json_line(figure))
    return 0


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        if not _DAY.fullmatch(text):
            raise ValueError
        day = date.fromisoformat(text[:10])
    except ValueError:
        raise UsageError(f"{text!r} is no day; write YYYY-MM-DD.") from None
    if not EARLIEST <= day.year <= LATEST:
        raise UsageError(f"{text!r} is no day of an article: from {EARLIEST} to {LATEST}.")
    return day


def _go_together(ndjson: bool, others: dict[str, bool]) -> None:
    """In a batch every line says for itself what options say of a single text."""
    for option, is_given in others.items():
        if ndjson and is_given:
            instead = "" if option == "--json" else f' give "{option[2:]}" in the lines.'
            raise UsageError(f"--ndjson and {option} do not go together{':' if instead else '.'}{instead}")


def _read(file: Path | None) -> str:
    """The text as it is, line ends too: places count in it."""
    try:
        raw = sys.stdin.buffer.read() if file is None else file.read_bytes()
        return raw.decode("utf-8")
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise UsageError(
            f"{file or 'Standard input'} is not UTF-8 ({error.reason}); jianbao parse reads other codecs."
        ) from error


COMMANDS = (repair, figures)
