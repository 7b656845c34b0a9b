"""Keeps Python from looking for unreachable values while packs are read: each look stops every thread.

What was read stays until the app ends. Looking through it all, for nothing, takes a tenth of a second with ten
thousand items, in whichever thread happens to make the next object: often the one that the window lives on.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collecting_later() -> Iterator[None]:
    """Look for nothing unreachable meanwhile, and never among what is there afterwards."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        if was_enabled:
            gc.enable()
