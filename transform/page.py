"""The whole way of one page: bytes → text → main text → repair → metadata → figures.

The only module that knows all parts; the parts know each other's records at most.
"""

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from extract.page import RawPage
from extract.rejection import Reason, Rejection, Stage
from extract.sites.rules import Rules, order_rules
from extract.sites.site import Site
from transform.article import Article
from transform.decode.decode import decode
from transform.decode.decoded import DecodedPage
from transform.figures.doubt import doubt
from transform.figures.figure import is_storable
from transform.figures.find import find_figures
from transform.maintext.blocks import Document, MainText
from transform.maintext.choose import choose_main
from transform.maintext.memory import Memory
from transform.maintext.read import is_html, read_html, read_plain
from transform.maintext.ruled_blocks import SHARE, prose_of
from transform.metadata.dates import date_in_address
from transform.metadata.find import Metadata, find_metadata
from transform.metadata.title import find_title
from transform.repair.edits import apply_edits, find_guesses
from transform.repair.flags import Flag
from transform.repair.repair import repair_page
from transform.repair.script import to_hans
from transform.repair.short import restore

VERSION = "4"
"""Raised whenever the same bytes may give another article; stands in every row."""
LITTLE = 80
"""Where a site's rules leave fewer characters of prose, the page is read without them too."""


class Trace(Struct, frozen=True):
    """Every stage of one page, as far as it got: what `jianbao explain` shows."""

    page: RawPage
    outcome: Article | Rejection
    decoded: DecodedPage | None = None
    document: Document | None = None
    main: MainText | None = None
    metadata: Metadata | None = None


class ReadPage(Struct, frozen=True):
    """A page as far as it goes without its site's memory: that is learned from the pages read so far."""

    page: RawPage
    site: Site | None
    decoded: DecodedPage | Rejection
    document: Document | Rejection
    today: date | None = None
    """The day of reading: where it is not known when a page was seen, it was published no later."""

    def without_text(self) -> "ReadPage":
        """The same to be held for a while: what the rest of the way does not ask for is let go.

        The decoded text is half of what a page weighs; only a site's rules may need it again.
        """
        if isinstance(self.decoded, Rejection) or (
            isinstance(self.document, Document) and self.document.ruled
        ):
            return self
        return replace(self, decoded=DecodedPage("", self.decoded.decoding))


def transform(
    page: RawPage, site: Site | None = None, memory: Memory | None = None, today: date | None = None
) -> Article | Rejection:
    """The article of a page, or why it has none."""
    return examine(read_page(page, site, today), memory).outcome


def read_page(page: RawPage, site: Site | None = None, today: date | None = None) -> ReadPage:
    """Bytes to text to blocks: markup by its elements, plain text by its lines."""
    decoded = decode(page, site.charset_hint if site else None)
    if isinstance(decoded, Rejection):
        return ReadPage(page, site, decoded, decoded, today)
    days = (date_in_address(page.url) if page.url else None, page.seen_on)
    rules = order_rules(site.rules, days) if site else ()
    return ReadPage(page, site, decoded, _read_document(page, decoded, rules), today)


def _read_document(
    page: RawPage, decoded: DecodedPage, rules: tuple[Rules, ...] = ()
) -> Document | Rejection:
    if is_html(decoded.text, page.content_type, page.path):
        return read_html(decoded.text, page.url, rules)
    return read_plain(decoded.text, rules)


def examine(read: ReadPage, memory: Memory | None = None) -> Trace:
    """The rest of the way, with the result of every stage kept."""
    page, site, decoded, document = read.page, read.site, read.decoded, read.document
    if isinstance(decoded, Rejection):
        return Trace(page, decoded)
    if isinstance(document, Rejection):
        return Trace(page, document, decoded)
    main = choose_main(document, memory)
    if isinstance(main, Rejection) or _prose(main) < LITTLE:
        document, main = _without_rules(page, decoded, document, main, memory)
    if isinstance(main, Rejection):
        return Trace(page, main, decoded, document)
    title_found = find_title(document, str)
    repaired, diagnosis = repair_page(main.text, title_found)
    body = to_hans(apply_edits(main.text, repaired.edits))
    if not body.strip():
        rejection = Rejection(Stage.MAINTEXT, Reason.NO_MAIN_TEXT, "Nothing is left after repair.")
        return Trace(page, rejection, decoded, document, main)
    metadata = find_metadata(
        document,
        main,
        body,
        lambda text: restore(text, diagnosis),
        page.url,
        page.seen_on,
        site.name if site else None,
        site.place_code if site else None,
        read.today,
    )
    figures = find_figures(body, _day(metadata.published), metadata.place_code, metadata.place_name)
    if Flag.BYTE_SLIP_UNREPAIRED in repaired.flags:
        figures = doubt(figures, body, find_guesses(repaired.edits))
    storable = tuple(figure for figure in figures if is_storable(figure))
    flags = {
        *repaired.flags,
        *main.flags,
        *(["lossy_decode"] if decoded.decoding.replaced else []),
        *(["figures_out_of_range"] if len(storable) < len(figures) else []),
    }
    article = Article(
        encoding=decoded.decoding,
        url=page.url,
        canonical_url=metadata.canonical_url,
        original_url=metadata.original_url,
        title=metadata.title,
        published=metadata.published,
        published_how=metadata.published_how,
        source_name=metadata.source_name,
        authors=metadata.authors,
        editors=metadata.editors,
        site=metadata.site,
        place_code=metadata.place_code,
        place_name=metadata.place_name,
        script=repaired.script,
        language=metadata.language,
        site_memory=memory.version if memory and not document.is_plain else None,
        body=body,
        body_as_found=main.text,
        flags=tuple(sorted(flags)),
        repairs=repaired.edits,
        figures=storable,
    )
    return Trace(page, article, decoded, document, main, metadata)


def _without_rules(
    page: RawPage,
    decoded: DecodedPage,
    document: Document,
    main: MainText | Rejection,
    memory: Memory | None,
) -> tuple[Document, MainText | Rejection]:
    """The page as it reads without its site's rules, where they left next to nothing of the article.

    What they read beside the text still stands.
    """
    if document.ruled is None or not document.ruled.shapes_text:
        return document, main
    general = _read_document(page, decoded)
    if isinstance(general, Rejection):
        return document, main
    chosen = choose_main(general, memory)
    if isinstance(chosen, Rejection):
        return document, main
    if isinstance(main, MainText) and _prose(chosen) <= SHARE * _prose(main):
        return document, main
    note = "the rules leave next to nothing of the text; the general way is believed"
    ruled = replace(document.ruled, body=None, span=None, stripped=(), notes=(*document.ruled.notes, note))
    return replace(general, ruled=ruled), chosen


def _prose(main: MainText) -> float:
    return prose_of(main.text.split("\n"))


def _day(published: str | None) -> date | None:
    return date.fromisoformat(published[:10]) if published else None
