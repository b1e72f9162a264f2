"""Several rows that tell of one enterprise, such as one a project, into one row of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from okoce_core.intake.mapping.headings import Match
from okoce_core.values import Rejected, number
from okoce_core.values.cell import Cell, text

__all__ = ["gathered"]

Numbered = tuple[int, list[Cell]]


def gathered(
    found: Match, rows: Iterator[Sequence[Cell]], numbers: Iterator[int]
) -> tuple[Iterator[Sequence[Cell]], Iterator[int], dict[int, int]]:
    """The rows with those of one enterprise put together, their numbers, and which went into which.

    Of the rows of one enterprise the first stays, its headcounts the sum over distinct rows; where one of them is
    unknown or cannot be read, the sum is unknown. A row whose headcount cannot be read stays, to be pointed at.
    """
    by = next((places[0] for column, places in found.found if found.adapter.gather.by in column.to), -1)  # type: ignore[union-attr]
    counts = [places[0] for column, places in found.found if any(to.startswith("headcount.") for to in column.to)]
    groups: dict[str, list[Numbered]] = {}
    alone: list[Numbered] = []
    for row_number, row in zip(numbers, rows, strict=False):
        key = text(row[by]) if 0 <= by < len(row) else ""
        bad = any(isinstance(_count(row, place), Rejected) for place in counts)
        (alone if not key or bad else groups.setdefault(key, [])).append((row_number, list(row)))
    unread = {text(row[by]) for _, row in alone if 0 <= by < len(row)}
    kept = [_one(group, found.distinct, counts, known=key not in unread) for key, group in groups.items()]
    lines = sorted([*kept, *alone], key=lambda numbered: numbered[0])
    merged = {number: group[0][0] for group in groups.values() for number, _ in group[1:]}
    return iter([row for _, row in lines]), iter([n for n, _ in lines]), merged


def _one(group: list[Numbered], distinct: int, counts: Sequence[int], *, known: bool) -> Numbered:
    """One row for a group; of rows that cannot be told apart one counts."""
    apart = {text(row[distinct]) if 0 <= distinct < len(row) else str(n): row for n, row in reversed(group)}
    first, row = group[0][0], list(group[0][1])
    for place in counts:
        told = [_count(of, place) for of in apart.values()]
        whole = known and all(count is not None for count in told)
        low, high = (sum(getattr(count, end) for count in told) if whole else None for end in ("low", "high"))
        row[place : place + 1] = ["" if low is None else str(low) if low == high else f"{low}-{high}"]
    return first, row


def _count(row: Sequence[Cell], place: int) -> Any:
    return number.parse(row[place]) if place < len(row) else None
