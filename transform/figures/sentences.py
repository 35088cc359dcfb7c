"""One sentence: what is cut out of it or looked up in it once, however many figures it holds."""

from transform.figures.status import StatusCues


class Sentence:
    """The sentence at `first`..`last` of a text: `text` is folded, `printed` is as the body has it."""

    __slots__ = ("cues", "printed", "text")

    def __init__(self, text: str, body: str, first: int, last: int) -> None:
        """Cut the sentence out of the folded `text` and out of the `body`."""
        self.text = text[first:last]
        self.printed = body[first:last].strip()
        self.cues = StatusCues(self.text)
