"""The command ``okoce``: partner files in, figures out.

Exit statuses: 0 done; 1 ``--strict`` met a problem of the level error; 2 wrong use; 3 nothing could be read; 70 a bug
of ours; 130 interrupted. A bug prints its type only, since an exception's text may hold a cell; OKOCE_DEBUG=1 shows it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from okoce_core.cli import terminal
from okoce_core.cli.language import argparse_speaking, choose
from okoce_core.cli.parser import parse
from okoce_core.misuse import Misuse
from okoce_core.model.bulk import bulk
from okoce_core.report.texts import misuse_text
from okoce_core.report.tongue import Tongue

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status.

    Args:
        argv: The words after ``okoce``; without it those of the process.
    """
    tongue = Tongue()
    try:
        tongue, words = choose(sys.argv[1:] if argv is None else argv, os.environ)
        status = _run(words, tongue)
        terminal.flush()
        return status
    except Misuse as wrong:
        terminal.complain(misuse_text(wrong, tongue), tongue)
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # the reader of a pipe has seen enough
        terminal.abandon()
        return 0
    except Exception as bug:
        if terminal.debugging():
            raise
        said = tongue.say(
            "this is a bug in okoce ({kind}); run again with OKOCE_DEBUG=1 to see it", kind=type(bug).__name__
        )
        terminal.complain(said, tongue)
        return 70


def _run(words: list[str], tongue: Tongue) -> int:
    try:
        with argparse_speaking(tongue):
            options = parse(words, tongue)
    except SystemExit as ended:  # argparse has printed help, or what is wrong
        return ended.code if isinstance(ended.code, int) else 0
    with bulk():
        status: int = import_module(f"okoce_core.cli.{options.command}").run(options, tongue)
    return status
