"""Code is parsed in several threads at once: each gets its tree, whatever the others do."""

import gc
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from quizapp.judging.spellings import parsed

NESTED = ("x = " + "(" * 20 + "1" + " + 1)" * 20 + "\n") * 10


@pytest.fixture
def threads_take_turns() -> Iterator[None]:
    """Let another thread go on whenever memory is tidied, also in the middle of a tree."""
    usual = gc.get_threshold()
    gc.callbacks.append(lambda *_: time.sleep(0))
    gc.set_threshold(50)
    yield
    gc.set_threshold(*usual)
    gc.callbacks.pop()


@pytest.mark.usefixtures("threads_take_turns")
def test_threads_that_parse_at_once_each_get_their_tree() -> None:
    with ThreadPoolExecutor(4) as pool:
        trees = list(pool.map(parsed, [NESTED] * 200))

    assert 200 == sum(tree is not None for tree in trees)
