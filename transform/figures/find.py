"""All figures of a text: times, then numbers with their units, then what the words around say of them."""

from bisect import bisect_right
from datetime import date
from operator import attrgetter, itemgetter

from msgspec.structs import replace

from transform.figures.atlas import Atlas
from transform.figures.doublings import find_doublings
from transform.figures.extremes import NEXT, other_extreme
from transform.figures.figure import Figure
from transform.figures.firsts import find_firsts
from transform.figures.groups import group_figures
from transform.figures.hidden import has_hidden, printed_again, without_hidden
from transform.figures.idioms import idiom_at
from transform.figures.layout import quiet_spans, read_layout
from transform.figures.measure import measure
from transform.figures.parallel import part_parallels
from transform.figures.periods import find_times
from transform.figures.quantities import find_quantities
from transform.figures.repeats import share_periods
from transform.figures.scene import Scene, is_lossy
from transform.figures.script import fold
from transform.figures.stays import Stays
from transform.figures.tables import find_cells, measure_cell
from transform.figures.times import Time
from transform.patterns import compiled

_NEAR = 24
_ENDS = compiled("[。！？\n]")
_NO_FIGURE = frozenset(("clock", "vague", "now"))


def find_figures(
    body: str,
    published: date | None = None,
    place_code: str | None = None,
    place_name: str | None = None,
) -> list[Figure]:
    """The figures of a body in order of their start.

    The place given is that of the article: what stands near no other place has it.
    """
    if has_hidden(body):
        bare = without_hidden(body)
        return printed_again(find_figures(bare, published, place_code, place_name), bare, body)
    text = fold(body)
    layout = read_layout(text)
    quiet = quiet_spans(text)
    times = find_times(text, published, layout.sentences)
    if quiet:
        times = [time for time in times if not _is_inside(time.start, quiet)]
    cells = find_cells(text)
    inner = [found.cell for found in cells]
    firsts = (q for q in find_firsts(text) if not (_is_inside(q.start, quiet) or _is_inside(q.start, inner)))
    special = [*find_doublings(text), *firsts]
    spans = sorted([*quiet, *inner, *((t.start, t.end) for t in times), *((q.start, q.end) for q in special)])
    quantities = sorted([*find_quantities(text, spans), *special], key=attrgetter("start"))
    atlas = Atlas(text, place_code, place_name)
    starts = [time.start for time in times]
    stays = Stays(atlas, layout)
    scene = Scene(body, layout, times, starts, published, atlas, stays, is_lossy(text))
    figures = [_time_figure(scene, t) for t in times if t.shape not in _NO_FIGURE and t.span.first]
    figures += [measure_cell(scene, found) for found in cells]
    previous: Figure | None = None
    last: Figure | None = None
    great = -1
    for quantity in quantities:
        spot, number = layout.spot(quantity.start), quantity.number_start
        sentence = spot.first if number < spot.last else layout.sentence(number)[0]
        if previous is not None and previous.start < sentence:
            previous = None
        found = measure(scene, quantity, spot, previous, great == sentence, last)
        if found is None or idiom_at(text, quantity.number_start, quantity.number_end, quantity.unit_end):
            continue
        if quantity.form == "great":
            great = sentence
        if found.role == "statistic":
            if found.subject is None and last is not None:
                found = _continued(found, last, text)
            previous = last = found
        figures.append(found)
    figures.sort(key=attrgetter("start", "end"))
    return group_figures(share_periods(part_parallels(figures, scene), text), text, body)


def _continued(found: Figure, last: Figure, text: str) -> Figure:
    """A change without a subject goes on about what the clause before a semicolon measured.

    So do the extremes of what was measured before (其中，最低3万元、最高9万元), with its rate.
    """
    between = text[last.end : found.start]
    if found.unit == last.unit and NEXT.fullmatch(between):
        return replace(found, subject=other_extreme(last.subject, between), per=found.per or last.per)
    is_near = found.compare_kind is not None and len(between) <= _NEAR and "；" in between
    return replace(found, subject=last.subject) if is_near and not _ENDS.search(between) else found


def _time_figure(scene: Scene, time: Time) -> Figure:
    place = scene.atlas.article
    is_day = time.is_day and time.span.first == time.span.last
    return Figure(
        surface=scene.body[time.start : time.end],
        start=time.start,
        end=time.end,
        sentence=scene.sentence_at(time.start),
        kind="date" if is_day else "period",
        role="label" if time.shape == "label" else "time",
        period_start=time.span.first,
        period_end=time.span.last,
        period_text=scene.body[time.start : time.end],
        period_how=time.how,
        place_code=place.code if place else None,
        place_name=place.name if place else None,
        place_how="inherited" if place else None,
    )


def _is_inside(place: int, spans: list[tuple[int, int]]) -> bool:
    """Whether a place lies in one of the spans, which stand in order and apart."""
    index = bisect_right(spans, place, key=itemgetter(0))
    return index > 0 and place < spans[index - 1][1]
