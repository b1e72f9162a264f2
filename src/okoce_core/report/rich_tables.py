"""Blocks drawn by rich on a terminal: the same rows as :mod:`~okoce_core.report.tables`, wrapped to its width.

A table with more columns than the terminal has room for is listed row by row instead, each cell behind its heading.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final, TextIO

from okoce_core.report.blocks import Block, Item, Listing, Table, Tree
from okoce_core.report.tongue import printable

if TYPE_CHECKING:
    from rich.console import RenderableType

__all__ = ["draw"]

_NARROWEST: Final = 8
"""Signs a column needs on average; below, words are cut into pieces of three."""


def draw(blocks: Iterable[Block], terminal: TextIO) -> None:
    """Draw the blocks, a blank line between them.

    Raises:
        ImportError: rich is not installed.
    """
    from rich.console import Console

    console = Console(file=terminal, highlight=False)
    for number, block in enumerate(blocks):
        if number:
            console.print()
        for part in _parts(_fitting(block, console.width)):
            console.print(part)


def _fitting(block: Block, width: int) -> Block:
    if not isinstance(block, Table) or len(block.heads) * _NARROWEST <= width:
        return block
    return Listing(block.title, tuple(_item(block.heads, row) for row in block.rows))


def _item(heads: tuple[str, ...], row: tuple[str, ...]) -> Item:
    told = zip(heads[1:], row[1:], strict=True)
    return Item(row[0], tuple(f"{head}: {cell}" if head else cell for head, cell in told if cell))


def _parts(block: Block) -> Iterator[RenderableType]:
    # Text, never str: a file or sheet name may hold what rich takes for markup.
    from rich.padding import Padding
    from rich.text import Text

    if isinstance(block, str):
        yield Text(printable(block))
        return
    if isinstance(block, Tree):
        yield from _tree(block, 0)
        return
    yield Text(printable(block.title), style="bold")
    if isinstance(block, Table):
        yield _table(block)
        return
    for item in block.items:
        yield Padding(Text(printable(item.head)), (0, 0, 0, 2))
        for detail in item.details:
            yield Padding(Text(printable(detail), style="dim"), (0, 0, 0, 6))


def _table(table: Table) -> RenderableType:
    from rich import box
    from rich.table import Table as Drawn
    from rich.text import Text

    drawn = Drawn(box=box.SIMPLE_HEAD, pad_edge=False)
    for number, head in enumerate(table.heads):
        drawn.add_column(Text(printable(head)), justify="right" if number in table.numbers else "left", overflow="fold")
    for row in table.rows:
        drawn.add_row(*(Text(printable(cell)) for cell in row))
    return drawn


def _tree(tree: Tree, indent: int) -> Iterator[RenderableType]:
    from rich.padding import Padding
    from rich.text import Text

    yield Padding(Text(printable(tree.line)), (0, 0, 0, indent))
    for child in tree.children:
        yield from _tree(child, indent + 2)
