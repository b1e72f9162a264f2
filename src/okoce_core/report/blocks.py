"""What a page consists of, before anybody decides how it is drawn: paragraphs, tables, listings, trees.

The pages (figures, files, problems) build blocks; :mod:`~okoce_core.report.tables` writes them as plain text and
:mod:`~okoce_core.report.rich_tables` draws the very same on a terminal.
"""

from __future__ import annotations

import attrs

__all__ = ["Block", "Item", "Listing", "Table", "Tree"]


@attrs.frozen
class Table:
    """Rows under headings.

    Attributes:
        title: One line above. heads: The headings. rows: As many cells each.
        numbers: The columns, from 0, that stand to the right.
    """

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[int] = frozenset()


@attrs.frozen
class Item:
    """One thing in a listing: a line, and lines that belong under it."""

    head: str
    details: tuple[str, ...] = ()


@attrs.frozen
class Listing:
    """Things one under the other."""

    title: str
    items: tuple[Item, ...]


@attrs.frozen
class Tree:
    """A line, and below it what it rests on, to any depth."""

    line: str
    children: tuple[Tree, ...] = ()


Block = str | Table | Listing | Tree
