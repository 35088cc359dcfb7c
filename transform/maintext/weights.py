"""How much each piece of evidence counts. Learned once from annotated pages, reviewed as data."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def weights() -> dict[str, float]:
    """Evidence → its weight in favour of keeping a block."""
    table = tomllib.loads((files("transform.vocab") / "maintext_weights.toml").read_text(encoding="utf-8"))
    return {name: float(weight) for name, weight in table["weights"].items()}
