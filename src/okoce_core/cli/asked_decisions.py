"""The decisions that a command is given: ``--decisions FILE``, may be repeated, under the key of the pseudonyms."""

from __future__ import annotations

import argparse
from pathlib import Path

from okoce_core.cli.asked_key import asked_key
from okoce_core.identity.decisions import Decisions
from okoce_core.misuse import Misuse
from okoce_core.report.decision_table import decisions_from

__all__ = ["asked_decisions"]


def asked_decisions(options: argparse.Namespace) -> Decisions | None:
    """Those of all files together; None where no file is given.

    Raises:
        Misuse: a file that cannot be opened or is none of decisions; see also ``asked_key``.
    """
    paths: list[Path] = options.decisions
    if not paths:
        return None
    decisions = Decisions(key=asked_key(options))
    for path in paths:
        decisions = decisions.with_more(decisions_from(_content(path), path.name))
    return decisions


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise Misuse("cannot-open", f"{path} cannot be opened", asked=str(path)) from None
