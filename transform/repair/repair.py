"""Text to text: what is damaged in a page is diagnosed once, then undone in every text of the page."""

from collections.abc import Sequence

from msgspec import Struct

from transform.repair.characters import find_characters
from transform.repair.compose import compose
from transform.repair.edits import Edit, Repaired, apply_edits
from transform.repair.entities import find_entities
from transform.repair.flags import Flag
from transform.repair.headline import find_headline_pieces
from transform.repair.mirror import Mirror, find_annotations, find_mirror
from transform.repair.mojibake import find_mojibake, is_lossy
from transform.repair.punctuation import find_punctuation, has_mixed_widths
from transform.repair.quotes import find_quotes, has_lost_quotes
from transform.repair.script import is_japanese, script_of, to_hans
from transform.repair.slips import find_slips
from transform.repair.spun import is_spun


class Diagnosis(Struct, frozen=True):
    """What is wrong with a page as a whole; it holds for the title and the short lines as well."""

    mirror: Mirror | None = None
    has_mixed_widths: bool = False
    has_lost_quotes: bool = False
    is_spun: bool = False
    is_chinese: bool = True

    def may_hold_for(self, line: str) -> bool:
        """Whether a text without a suspect character may need repair all the same."""
        if self.mirror is not None or self.has_lost_quotes:
            return True
        return self.has_mixed_widths and bool(find_punctuation(line))


def repair_page(text: str, title: str | None = None) -> tuple[Repaired, Diagnosis]:
    """Undo the damage in a body, pieces of the title too, and tell what is wrong with its page."""
    draft = _Draft.well_read(text)
    headline = _Draft.well_read(title).now if title else None
    diagnosis = diagnose(draft.now, headline)
    script = script_of(draft.now)
    unsure = _mend(draft, diagnosis, headline)
    kinds = {edit.kind for edit in draft.edits}
    found = {
        Flag.PINYIN_MIRROR: diagnosis.mirror is not None,
        Flag.BYTE_SLIP_UNREPAIRED: unsure > 0,
        Flag.HEADLINE_PIECES: "headline_piece" in kinds,
        Flag.SYNONYM_SPUN: diagnosis.is_spun,
        Flag.LOST_QUOTES: diagnosis.has_lost_quotes,
        Flag.MOJIBAKE: "mojibake" in kinds,
        Flag.LOSSY_TEXT: is_lossy(text),
    }
    flags = tuple(flag.value for flag, is_found in found.items() if is_found)
    repaired = to_hans(draft.now) if diagnosis.mirror else draft.now
    return Repaired(repaired, draft.edits, flags, script), diagnosis


def repair(text: str, title: str | None = None) -> Repaired:
    """Undo the damage in a text that is a page of its own."""
    return repair_page(text, title)[0]


def repair_line(text: str, diagnosis: Diagnosis) -> str:
    """A text of a page that was diagnosed, without its damage."""
    draft = _Draft.well_read(text)
    _mend(draft, diagnosis)
    return to_hans(draft.now) if diagnosis.mirror else draft.now


def diagnose(found: str, title: str | None = None) -> Diagnosis:
    """Look at the body of a page and its title, read with the right codec by now, once."""
    text = f"{title}\n{found}" if title else found
    return Diagnosis(
        mirror=find_mirror(text),
        has_mixed_widths=has_mixed_widths(found),
        has_lost_quotes=has_lost_quotes(found),
        is_spun=is_spun(found),
        is_chinese=not is_japanese(text),
    )


def _mend(draft: "_Draft", diagnosis: Diagnosis, title: str | None = None) -> int:
    """Take a draft through the passes that its diagnosis asks for; returns how many slips are not sure."""
    if diagnosis.is_chinese:
        draft.edit(find_characters(draft.now))
    unsure = 0
    if diagnosis.mirror is not None:
        slips, unsure = find_slips(draft.now, diagnosis.mirror)
        draft.edit(slips)
        draft.edit(find_annotations(draft.now, diagnosis.mirror))
    elif diagnosis.has_lost_quotes:
        draft.edit(find_quotes(draft.now))
    if title and not diagnosis.mirror:
        draft.edit(find_headline_pieces(draft.now, title))
    if diagnosis.has_mixed_widths:
        draft.edit(find_punctuation(draft.now))
    return unsure


class _Draft:
    """A text on its way through the passes: as it is now, and the edits that lead there."""

    def __init__(self, found: str) -> None:
        self.found = self.now = found
        self.edits: tuple[Edit, ...] = ()

    @classmethod
    def well_read(cls, found: str) -> "_Draft":
        """A text whose codec is put right."""
        draft = cls(found)
        draft.edit(find_mojibake(draft.now))
        draft.edit(find_entities(draft.now))
        return draft

    def edit(self, more: Sequence[Edit]) -> None:
        """Apply edits that count in the text as it is now."""
        if more:
            self.edits = compose(self.found, self.edits, more)
            self.now = apply_edits(self.found, self.edits)
