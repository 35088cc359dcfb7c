"""Why a page has its codec: what it claimed, what else was weighed, where characters were lost."""

import re

from extract.page import RawPage
from extract.sites.site import Site
from flows.explain_view import Facts, Grid, Line, Mark, Part, Run, Say, line
from transform.decode.decoded import DecodedPage
from transform.decode.labels import find_header_label, resolve_label
from transform.decode.plausibility import PLAUSIBLE, weigh_character
from transform.decode.prescan import find_meta
from transform.decode.whatwg import LOST, read_lossy
from transform.repair.evidence import count_of, describe_places

WEIGHED = ("utf-8", "gb18030", "big5")
"""Codecs that are shown beside those that somebody names."""
SAMPLE = 200_000
"""Bytes of a page that are read by every codec."""
PLACES = 8
WHY = {
    "bom": "a byte order mark at the beginning, which comes before any label",
    "utf8": "valid UTF-8, which bytes of another codec hardly ever are; no label is asked",
    "http": "the label of the HTTP header: by it the bytes decode and read like a text",
    "meta": "the page's own label: by it the bytes decode and read like a text",
    "site": "the hint in the site's file: by it the bytes decode and read like a text",
    "detector": "no label is believed; of all readings this one is the likeliest",
    "given": "told by whoever asked",
}
WINNERS = {"http": "HTTP header", "meta": "meta", "site": "site's file"}
_LABEL = re.compile(rb"charset\s*=\s*[\"']?\s*([\w:.-]+)", re.I)


def show_decoding(page: RawPage, decoded: DecodedPage, site: Site | None) -> tuple[Part, ...]:
    """The choice of the codec with its evidence."""
    decoding = decoded.decoding
    sample = _sample(page.body)
    claims = _find_claims(page, site)
    names = dict.fromkeys([decoding.codec, *(codec for _, codec in claims.values() if codec), *WEIGHED])
    readings = {name: _read(sample, name) for name in names}
    lost = f", {count_of(decoding.replaced, 'character')} lost" if decoding.replaced else ""
    codecs = " and ".join((decoding.codec, *decoding.also))
    summary = f"{len(decoded.text):,} characters, read as {codecs}, by {decoding.evidence}{lost}"
    is_named = any(label for label, _ in claims.values())
    facts = [("why", line(_why(page.body, decoded, readings[decoding.codec][0], is_named=is_named)), "")]
    for name, (label, codec) in claims.items():
        said = _claimed(label, codec) if label else "none"
        facts.append((name, line(said), _verdict(name, codec, decoded, readings) if label else ""))
    rows = []
    for name, (count, bits) in readings.items():
        by = ", ".join(who for who, (_, codec) in claims.items() if codec == name)
        mark = Mark.STRONG if name == decoding.codec else Mark.PLAIN
        rows.append((line(name, mark), line(by or "–"), line(f"{count:,}"), line(f"{bits:.1f}")))
    part = f" of the first {len(sample):,} bytes" if len(sample) < len(page.body) else ""
    columns = ("codec", "named by", "lost", "bits a character")
    caption = f"Weighed{part}; Chinese prose costs about 9.5 bits, a label is not believed above {PLAUSIBLE}"
    return (
        Say(line(summary)),
        Facts(tuple(facts)),
        Grid(columns, tuple(rows), caption),
        *_losses(decoded.text, decoding.replaced),
    )


def _sample(body: bytes) -> bytes:
    return body if len(body) <= SAMPLE else body[: max(body.rfind(b"<", 0, SAMPLE), SAMPLE // 2)]


def _read(sample: bytes, name: str) -> tuple[int, float]:
    text, lost = read_lossy(sample, name)
    return lost, weigh_character(text)


def _find_claims(page: RawPage, site: Site | None) -> dict[str, tuple[str | None, str | None]]:
    """Who may name a codec → the label, and the codec that it means on the web."""
    header = find_header_label(page.content_type)
    meta = find_meta(page.body)
    labels = (found.group(1).decode("ascii", "replace") for found in _LABEL.finditer(page.body))
    said = next((label for label in labels if resolve_label(label) == meta), meta) if meta else None
    hint = site.charset_hint if site else None
    return {
        "HTTP header": (header, _widen(resolve_label(header)) if header else None),
        "meta": (said, _widen(meta)),
        "site's file": (hint, _widen(resolve_label(hint)) if hint else None),
    }


def _widen(name: str | None) -> str | None:
    return "gb18030" if name == "gbk" else name


def _claimed(label: str, codec: str | None) -> str:
    if codec is None:
        return f"{label}, which is no label of the web"
    return label if label.lower() == codec else f"{label}, which means {codec}"


def _why(body: bytes, decoded: DecodedPage, lost: int, *, is_named: bool) -> str:
    decoding = decoded.decoding
    why = WHY[decoding.evidence]
    if decoding.evidence == "detector" and not is_named:
        why = "nobody names a codec; of all readings this one is the likeliest"
    if decoding.evidence in WINNERS and decoding.replaced:
        why = f"{WINNERS[decoding.evidence]} names it, and of all readings it is the likeliest, losses or not"
    if (
        decoding.evidence == "bom"
        or len(body) > SAMPLE
        or read_lossy(body, decoding.codec)[0] == decoded.text
    ):
        return why
    if decoding.evidence == "utf8":
        why = "most of the page is UTF-8"
    return (
        f"{why}; read piece by piece, since by this codec alone {count_of(lost, 'character')} would be lost"
    )


def _verdict(
    name: str, codec: str | None, decoded: DecodedPage, readings: dict[str, tuple[int, float]]
) -> str:
    """Why a label won or lost."""
    decoding = decoded.decoding
    if codec is None:
        return "passed over"
    if codec == decoding.codec:
        is_winner = WINNERS.get(decoding.evidence) == name
        return "believed" if is_winner else "agrees with what was found"
    lost, bits = readings[codec]
    would = f"{count_of(lost, 'character')} would be lost"
    if decoding.evidence in ("bom", "utf8"):
        return "not asked: the bytes themselves say what they are" + (f", and {would}" if lost else "")
    if lost:
        return f"not believed: {would}"
    if bits > PLAUSIBLE:
        return f"not believed: decodes, but reads like no text ({bits:.1f} bits a character)"
    return "not believed: another reading came first or is likelier"


def _losses(text: str, replaced: int) -> tuple[Part, ...]:
    """The first places where characters are lost, here or before the page was sent."""
    places = [match.span() for match in re.finditer(f"{LOST}+", text)]
    if not places:
        return ()
    rows = tuple(
        (line(f"{item['line']}"), line(f"{item['start']:,}"), _with_lost(item["around"]))
        for item in describe_places(text, places[:PLACES])
    )
    more = f", {earlier:,} in the bytes already" if (earlier := text.count(LOST) - replaced) > 0 else ""
    more += f"; the first {PLACES}" if len(places) > PLACES else ""
    caption = f"{text.count(LOST):,} U+FFFD at {count_of(len(places), 'place')} of the page{more}"
    return (Grid(("line", "character", "around it"), rows, caption),)


def _with_lost(text: str) -> Line:
    pieces = re.split(f"({LOST}+)", text)
    return tuple(Run(piece, Mark.LOST if piece[0] == LOST else Mark.PLAIN) for piece in pieces if piece)
