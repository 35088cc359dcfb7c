from flows.batches import Batch, cut_batches
from flows.settings import Settings


def test_batches_are_cut_in_order() -> None:
    assert list(cut_batches(iter("abcde"), 2)) == [["a", "b"], ["c", "d"], ["e"]]  # type: ignore[arg-type,list-item]
    assert list(cut_batches([], 2)) == []


def test_batch_is_passed_on_whole() -> None:
    import pickle

    batch = pickle.loads(pickle.dumps(Batch([], outcomes=[])))
    assert (len(batch), batch.items, batch.memories, batch.outcomes) == (0, [], [], [])


def test_each_runner_is_the_one_asked_for() -> None:
    from flows.runners import make_runner

    assert type(make_runner(Settings(runner="threads"))).__name__ == "ThreadPoolTaskRunner"
    assert type(make_runner(Settings(runner="processes"))).__name__ == "ProcessPoolTaskRunner"
