"""Seeing what code calls: the clock, the network, files. Nothing is replaced, so nothing behaves otherwise for it."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePath
from types import FrameType
from typing import Any, Final

__all__ = ["watched"]

_CLOCK: Final = frozenset({"time", "time_ns", "localtime", "gmtime", "ctime", "strftime"})
_NOW: Final = frozenset({"now", "today", "utcnow"})
_OPENING: Final = frozenset({"open", "open_code", "scandir", "listdir"})


@contextmanager
def watched() -> Iterator[set[str]]:
    """The set that is given fills with ``clock``, ``network`` and ``files`` where the block asks for one of them."""
    met: set[str] = set()
    before = sys.getprofile()

    def look(frame: FrameType, event: Any, called: Any) -> None:
        if before is not None:
            before(frame, event, called)
        if event == "c_call" and (what := _of_c(called)):
            met.add(what)
        elif event == "call" and PurePath(frame.f_code.co_filename).name == "socket.py":
            met.add("network")

    sys.setprofile(look)
    try:
        yield met
    finally:
        sys.setprofile(before)


def _of_c(called: Any) -> str:
    name, module = getattr(called, "__name__", ""), getattr(called, "__module__", "") or ""
    owner = getattr(called, "__self__", None)
    if (module == "time" and name in _CLOCK) or (
        name in _NOW and isinstance(owner, type) and issubclass(owner, dt.date)
    ):
        return "clock"
    if name in _OPENING and module in {"_io", "io", "posix", "nt", "os"}:
        return "files"
    return "network" if module in {"_socket", "socket"} else ""
