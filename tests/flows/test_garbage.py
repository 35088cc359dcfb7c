"""The garbage collector is left as it was found."""

import gc

from flows.garbage import OFTEN, rare_collections


def test_collections_are_rare_inside_and_as_before_outside() -> None:
    before = gc.get_threshold()
    with rare_collections():
        assert gc.get_threshold()[0] == OFTEN
    assert gc.get_threshold() == before
