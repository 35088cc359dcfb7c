"""Less work for the garbage collector while one process reads many pages."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

OFTEN = 200_000
"""A page makes some hundreds of objects that stay as long as it does. To look for garbage after every 700, as
Python does, took a twentieth of the time of `parse` and found next to none; like this it is a few times for a
window of pages, whose objects it looks through each time."""


@contextmanager
def rare_collections() -> Iterator[None]:
    """Look for garbage less often, and never among what is there already: modules and word lists."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(OFTEN, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
