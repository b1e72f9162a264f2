"""Blocks as HTML: for the report page and for notebooks, from the same rows as the terminal's.

Fragments only, of plain elements: classes that all begin with ``okoce-``, no styles, scripts, addresses or ids, so that
a fragment may stand anywhere, twice, and takes its looks from the page around it.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from okoce_core.report.blocks import Block, Item, Listing, Table, Tree
from okoce_core.report.tongue import printable

__all__ = ["render", "written"]


def render(blocks: Iterable[Block]) -> str:
    """The blocks one under the other, each an element of its own: a ``p`` or a ``div``."""
    return "\n".join(map(_element, blocks))


def written(text: str) -> str:
    """A text that may stand in an element or an attribute, whatever it holds.

    >>> written('<b>"Maju" & Jaya</b>')
    '&lt;b&gt;&quot;Maju&quot; &amp; Jaya&lt;/b&gt;'
    """
    return escape(printable(text))


def _element(block: Block) -> str:
    if isinstance(block, Table):
        return _table(block)
    if isinstance(block, Tree):
        return f'<div class="okoce-tree">{_tree(block, " open")}</div>'
    return _listing(block) if isinstance(block, Listing) else f'<p class="okoce-line">{written(block)}</p>'


def _table(table: Table) -> str:
    title = written(table.title)
    heads = "".join(_cell("th", head, n in table.numbers, ' scope="col"') for n, head in enumerate(table.heads))
    rows = "\n".join(_row(row, table.numbers) for row in table.rows)
    # A wide table scrolls in its own box; the box takes the focus, or a keyboard could not scroll it.
    return (
        f'<div class="okoce-wide" role="group" tabindex="0" aria-label="{title}"><table class="okoce-table">\n'
        f"<caption>{title}</caption>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table></div>"
    )


def _row(row: tuple[str, ...], numbers: frozenset[int]) -> str:
    """A row, whose first cell names the others unless it is a number itself."""
    named = 0 not in numbers
    cells = (
        _cell("th", cell, False, ' scope="row"') if named and n == 0 else _cell("td", cell, n in numbers)
        for n, cell in enumerate(row)
    )
    return f"<tr>{''.join(cells)}</tr>"


def _cell(tag: str, text: str, number: bool, scope: str = "") -> str:
    drawn = ' class="okoce-number"' if number else ""
    return f"<{tag}{scope}{drawn}>{written(text)}</{tag}>"


def _listing(listing: Listing) -> str:
    items = "".join(map(_item, listing.items))
    return f'<div class="okoce-listing"><p class="okoce-title">{written(listing.title)}</p><ul>{items}</ul></div>'


def _item(item: Item) -> str:
    details = "".join(f"<li>{written(detail)}</li>" for detail in item.details)
    return f"<li>{written(item.head)}{f'<ul>{details}</ul>' if details else ''}</li>"


def _tree(tree: Tree, opened: str = "") -> str:
    """A line that unfolds to what it rests on; the first is unfolded, since a folded page tells nothing."""
    line = written(tree.line)
    if not tree.children:
        return f"<span>{line}</span>"
    below = "".join(f"<li>{_tree(child)}</li>" for child in tree.children)
    return f"<details{opened}><summary>{line}</summary><ul>{below}</ul></details>"
