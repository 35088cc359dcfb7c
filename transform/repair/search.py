"""The search for the bytes behind a slip: a walk over the tokens as seen that keeps the likeliest texts."""

from functools import reduce

from transform.repair.costs import BEAM
from transform.repair.language import Language
from transform.repair.mirror import Mirror, strip_annotations
from transform.repair.observed import SLIP, read_tokens
from transform.repair.path import Path
from transform.repair.reader import Reader
from transform.repair.script import simplify_single

_WINDOW = 48  # tokens that a slip may run on
_SETTLED = 4  # tokens in phase that end it
_OPEN = 8.0  # bits behind the best at which a path out of phase still matters
_KEPT = 40  # paths
_STEPS = 10_000  # characters tried for one slip; four hundred are usual
_STEPS_IN_ALL = 25_000  # for a page; or as many for each of its characters:
_STEPS_A_CHARACTER = 6


class Search:
    """The walk over the tokens of one page."""

    def __init__(self, language: Language, mirror: Mirror, text: str) -> None:
        self.mirror, self.text = mirror, text
        self.reader = Reader(language, mirror, text)

    def find(self, start: int) -> Path | None:
        """The likeliest way out of the slip that begins there; None where nothing explains it."""
        before = strip_annotations(self.text[max(0, start - 40) : start].split("\n")[-1], self.mirror)
        context = "".join(map(simplify_single, before[-2:])) or "^"
        line = self.text[self.text.rfind("\n", 0, start) + 1 : start]
        self.reader.is_behind_slip = SLIP.search(line) is not None
        self.reader.is_open = line.rfind("“") > line.rfind("”")
        paths = [Path(0.0, context, before[-1:], end=start)]
        tokens = read_tokens(self.text, start, _WINDOW)
        in_all = max(_STEPS_IN_ALL, _STEPS_A_CHARACTER * len(self.text))
        most = min(self.reader.steps + _STEPS, in_all)
        for token, after in zip(tokens, [*tokens[1:], None], strict=True):
            paths = _prune(self.reader.read(paths, token, after))
            if not paths or self.reader.steps > most:
                return None
            if paths[0].settled >= _SETTLED and all(
                path.pending is None for path in paths if path.cost < paths[0].cost + _OPEN
            ):
                break
        done = [path for path in paths if path.pending is None]
        if not done or done[0].is_unexplained:
            return None
        return reduce(Path.doubt, done[1:], done[0])


def _prune(paths: list[Path]) -> list[Path]:
    """Of the paths in the same state the cheapest, with the gap to the next; of all of them the best."""
    best: dict[tuple[int | None, str, bool], Path] = {}
    for path in sorted(paths, key=lambda path: path.cost):
        state = (path.pending, path.context, path.settled > 0)
        if (known := best.setdefault(state, path)) is not path:
            best[state] = known.doubt(path)
    kept = list(best.values())[:_KEPT]
    return [path for path in kept if path.cost <= kept[0].cost + BEAM]
