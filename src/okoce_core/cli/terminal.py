"""Where the command's words go: standard output and standard error, whatever they are connected to."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Mapping
from typing import Any, TextIO

from okoce_core.report.blocks import Block
from okoce_core.report.tables import render
from okoce_core.report.tongue import Tongue, printable

__all__ = ["abandon", "complain", "debugging", "drawable", "flush", "note", "show", "write", "write_json"]


def debugging() -> bool:
    """Whether exceptions are to be shown whole, whatever their text holds."""
    return os.environ.get("OKOCE_DEBUG") == "1"


def drawable(stream: TextIO) -> bool:
    """Whether it is a terminal that more than lines can be drawn on."""
    return stream.isatty() and os.environ.get("TERM") not in {"dumb", "unknown"}


def show(blocks: Iterable[Block]) -> None:
    """Show blocks: drawn by rich on a terminal where it is installed, plain otherwise."""
    blocks = list(blocks)
    if not blocks:
        return None
    if drawable(sys.stdout) and (sys.stdout.encoding or "").lower() in {"utf-8", "utf8"}:
        try:
            from okoce_core.report.rich_tables import draw

            return draw(blocks, sys.stdout)
        except ImportError:
            pass
    return _write(render(blocks), sys.stdout)


def write_json(document: Mapping[str, Any] | list[Any]) -> None:
    """One JSON document, ASCII, so that the bytes are the same on every terminal."""
    _write(json.dumps(document, separators=(",", ":")) + "\n", sys.stdout)


def write(text: str) -> None:
    """A text for programs, as it is."""
    _write(text, sys.stdout)


def note(sentence: str) -> None:
    """A sentence beside the results."""
    _write(printable(sentence) + "\n", sys.stderr)


def complain(sentence: str, tongue: Tongue) -> None:
    """What went wrong, said as argparse says it."""
    _write(tongue.say("%(prog)s: error: %(message)s\n") % {"prog": "okoce", "message": printable(sentence)}, sys.stderr)


def _write(text: str, stream: TextIO) -> None:
    encoding = stream.encoding or "utf-8"  # a terminal that has no "–" shows "?"; that is no reason to end
    stream.write(text.encode(encoding, "replace").decode(encoding))


def flush() -> None:
    """Send out what waits, so that a closed pipe is met here and not when the interpreter ends."""
    sys.stdout.flush()


def abandon() -> None:
    """Let what still waits for a closed pipe go nowhere."""
    try:
        descriptor = sys.stdout.fileno()
    except (OSError, ValueError):
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)
