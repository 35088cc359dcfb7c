"""How much each piece of evidence counts. Learned once from annotated pages, reviewed as data."""

from functools import cache

from transform.vocabulary import read_words


@cache
def weights() -> dict[str, float]:
    """Evidence → its weight in favour of keeping a block."""
    table = read_words("maintext_weights.toml")
    return {name: float(weight) for name, weight in table["weights"].items()}
