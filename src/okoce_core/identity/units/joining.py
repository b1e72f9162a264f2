"""Entries put together, each link with its reason, and never two clearly different numbers."""

from __future__ import annotations

import attrs

from okoce_core.identity.components import Components
from okoce_core.identity.population import Links
from okoce_core.identity.units.numbers import Numbers, contradict
from okoce_core.identity.units.reasons import code

__all__ = ["Joining"]


@attrs.define(init=False, repr=False)
class Joining:
    """The components so far.

    Attributes:
        size: How many entries. components: Of entries. links: Why.
    """

    size: int
    components: Components
    links: Links
    _held: dict[int, frozenset[str]]

    def __init__(self, size: int) -> None:
        self.size = size
        self.components, self.links, self._held = Components(size), Links(), {}

    def join(self, reason: str, a: int, b: int) -> bool:
        """Join without asking; False where they are one already."""
        root = self.components.root
        one, other = self._held.pop(root(a), None), self._held.pop(root(b), None)
        joined = a != b and self.components.join(a, b)
        held = one | other if one and other else one or other
        if held:
            self._held[root(a)] = held
        if joined:
            self.links.reason.append(code(reason))
            self.links.a.append(a)
            self.links.b.append(b)
        return joined

    def hold(self, entry: int, numbers: Numbers) -> None:
        """Note the numbers of an entry: what contradicts them stays apart from now on."""
        root = self.components.root(entry)
        self._held[root] = self._held.get(root, frozenset()).union(numbers)

    def held(self, entry: int) -> frozenset[str]:
        """The numbers of the component of an entry."""
        return self._held.get(self.components.root(entry), frozenset())

    def allowed(self, a: int, b: int) -> bool:
        """Whether no numbers speak against joining."""
        one, other = self.held(a), self.held(b)
        return not (one and other and contradict(one, other))
