"""``okoce overlap``: how many people the lists of several partners share, from their files of pseudonyms alone."""

from __future__ import annotations

import argparse
import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from okoce_core.cli import terminal
from okoce_core.identity.exchange import PseudonymList, parse_list
from okoce_core.identity.overlap import Overlap, overlap
from okoce_core.misuse import Misuse
from okoce_core.report.overlap_page import overlap_page
from okoce_core.report.tongue import Tongue

__all__ = ["run"]


def run(options: argparse.Namespace, tongue: Tongue) -> int:
    """Put the lists side by side and show what they share."""
    names: list[str] = options.paths
    lists = [_read(name) for name in names]
    if len(lists) < 2:
        raise Misuse("two-lists-needed", "an overlap needs two files of pseudonyms or more")
    if len(set(lists)) < len(lists):
        raise Misuse("list-repeated", "two of the files hold the same list")
    found = overlap(lists)
    if options.json:
        terminal.write_json(_document(names, found))
    else:
        terminal.show(overlap_page(names, found, tongue))
    return 0


def _read(name: str) -> PseudonymList:
    try:
        with Path(name).open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
    except OSError:
        raise Misuse("cannot-open", f"{name} cannot be opened", asked=name) from None
    except (ValueError, csv.Error):
        rows = []  # no text, or no table
    return parse_list(rows, name)


def _document(names: Sequence[str], found: Overlap) -> dict[str, Any]:
    told = zip(names, found.people, found.unknown, strict=True)
    return {
        "format": "okoce-overlap/1",
        "lists": [{"file": name, "people": people, "unknown": unknown} for name, people, unknown in told],
        "gross": found.gross,
        "net": {"certain": found.net_certain, "possible": found.net_possible},
        "overlap": {"certain": found.gross - found.net_certain, "possible": found.gross - found.net_possible},
        "pairs": [
            {"a": names[p.a], "b": names[p.b], "certain": p.certain, "possible": p.possible} for p in found.pairs
        ],
    }
