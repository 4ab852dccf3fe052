"""Bulk work with the garbage collector at rest: thousands of rows make no cycles, yet every pass would look at all of them."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Hold collections back for a second of building rows; a third of the time of loading a long table."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
