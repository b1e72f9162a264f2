"""Connected components by union-find: entries that share a key belong together, whatever order they come in."""

from __future__ import annotations

from array import array

__all__ = ["Components"]


class Components:
    """A forest over the numbers 0 … size - 1."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def root(self, node: int) -> int:
        """The entry that stands for a component; halves the path it walks."""
        parent = self._parent
        while parent[node] != node:
            parent[node] = node = parent[parent[node]]
        return node

    def join(self, a: int, b: int) -> bool:
        """Make one component of two; False where they were one already. The smaller number stands for both."""
        a, b = self.root(a), self.root(b)
        if a == b:
            return False
        if a > b:
            a, b = b, a
        self._parent[b] = a
        return True

    def numbered(self) -> tuple[array[int], int]:
        """For each entry the number of its component, in order of first appearance, and how many there are."""
        numbers: array[int] = array("q", bytes(8 * len(self._parent)))
        count = 0
        for node, parent in enumerate(self._parent):
            if parent == node:
                numbers[node] = count
                count += 1
            else:  # roots are the smallest of their component, so they are numbered by now
                numbers[node] = numbers[self.root(node)]
        return numbers, count
