"""Making many objects at once without the cyclic garbage collector walking over them again and again.

Measured on a million rows: a quarter of the whole time. Nothing made here is part of a cycle.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["bulk"]


@contextmanager
def bulk() -> Iterator[None]:
    """Stop the cyclic collector for the block, and leave it as it was."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
