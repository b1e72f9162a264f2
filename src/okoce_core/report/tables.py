"""Blocks as plain text: for pipes, files, and terminals without rich."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from okoce_core.report.blocks import Block, Listing, Table, Tree
from okoce_core.report.tongue import printable

__all__ = ["render"]


def render(blocks: Iterable[Block]) -> str:
    """The blocks one under the other, a blank line between them, a line end after the last."""
    return "\n\n".join("\n".join(_lines(block)) for block in blocks) + "\n"


def _lines(block: Block) -> list[str]:
    if isinstance(block, Table):
        return _table(block)
    if isinstance(block, Tree):
        return list(_tree(block, ""))
    return _listing(block) if isinstance(block, Listing) else [printable(block)]


def _table(table: Table) -> list[str]:
    rows = [[printable(cell) for cell in row] for row in (table.heads, *table.rows)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]

    def line(row: list[str]) -> str:
        cells = (
            c.rjust(w) if i in table.numbers else c.ljust(w) for i, (c, w) in enumerate(zip(row, widths, strict=True))
        )
        return "  ".join(cells).rstrip()

    head, *body = map(line, rows)
    return [printable(table.title), "", head, "  ".join("-" * width for width in widths), *body]


def _listing(listing: Listing) -> list[str]:
    lines = [printable(listing.title)]
    for item in listing.items:
        lines += [f"  {printable(item.head)}", *(f"      {printable(detail)}" for detail in item.details)]
    return lines


def _tree(tree: Tree, indent: str) -> Iterator[str]:
    yield indent + printable(tree.line)
    for child in tree.children:
        yield from _tree(child, indent + "  ")
