"""What somebody decided of pairs of entries: the same person, or two; kept by the entries' names and never lost.

Decisions bind: what is decided to be one person is, whatever the numbers say, and what is decided to be two is not.
Where decisions contradict each other, none of those that do is applied; they are listed instead. A decision on entries
that this run does not have is kept, and said to be unused.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import product
from typing import Literal

import attrs

from okoce_core.identity.bonds import Bonds
from okoce_core.shown import Shown

__all__ = ["Answer", "Applied", "Contradiction", "Decision", "Decisions", "applied"]

Answer = Literal["same", "different", "unknown"]

_Graph = Mapping[str, Set[str]]


@attrs.frozen(order=True)
class Decision:
    """One answer. Whichever entry was named first, it is the same decision.

    Attributes:
        a, b: The names of two entries, in order. answer: *unknown*: somebody looked and could not tell.
    """

    a: str
    b: str
    answer: Answer

    @classmethod
    def of(cls, one: str, other: str, answer: Answer) -> Decision:
        """The decision on two entries, in either order."""
        return cls(min(one, other), max(one, other), answer)


def _in_order(made: Iterable[Decision]) -> tuple[Decision, ...]:
    return tuple(sorted(set(made)))


@attrs.frozen(repr=False)
class Decisions:
    """Everything that was decided.

    Attributes:
        made: The decisions; order and repetition are nothing.
        key: Of the pseudonyms that name the entries; None where the names hold for the same files alone.
        unread: Where a row of the file of decisions could not be understood.
    """

    made: tuple[Decision, ...] = attrs.field(default=(), converter=_in_order)
    key: bytes | None = attrs.field(default=None, repr=False)
    unread: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"<{len(self.made)} decisions, {len(self.unread)} rows unread>"

    def __reduce__(self) -> tuple[object, ...]:
        """A pickle has no key: whoever may see figures may not see who people are."""
        return Decisions, (self.made, None, self.unread)

    def with_more(self, other: Decisions) -> Decisions:
        """Both together, under this one's key."""
        return Decisions((*self.made, *other.made), self.key, (*self.unread, *other.unread))

    def settled(self) -> dict[tuple[str, str], Answer]:
        """The answer of each pair; a yes or a no goes before *unknown*."""
        weakest_first = sorted(self.made, key=lambda decision: decision.answer != "unknown")
        return {(decision.a, decision.b): decision.answer for decision in weakest_first}


@attrs.frozen
class Contradiction:
    """Decisions that cannot all hold.

    Attributes:
        apart: Says two people. same: The decisions by which they would be one; none where it is one entry.
    """

    apart: Decision
    same: tuple[Decision, ...]


@attrs.frozen(repr=False)
class Applied(Shown):
    """What became of decisions in a run.

    Attributes:
        decisions: As given. contradictions: What contradicts itself; nothing of it was applied.
        unused: Decisions on entries that are not in the lists of this run.
        bonds: The others, as pairs of entries.
    """

    decisions: Decisions
    contradictions: tuple[Contradiction, ...] = ()
    unused: tuple[Decision, ...] = ()
    bonds: Bonds = attrs.field(default=Bonds(), repr=False)

    def __repr__(self) -> str:
        counts = len(self.decisions.made), len(self.unused), len(self.contradictory)
        return "<Applied: {} decisions, {} unused, {} contradictory>".format(*counts)

    @property
    def contradictory(self) -> frozenset[Decision]:
        """Every decision of a contradiction."""
        return frozenset(decision for found in self.contradictions for decision in (found.apart, *found.same))


def applied(decisions: Decisions, names: Sequence[str]) -> Applied:
    """The bonds that decisions lay on entries.

    Args:
        decisions: What was decided. names: Of each entry.
    """
    contradictions = tuple(_contradictions(decisions.made))
    found = Applied(decisions, contradictions)
    held = [decision for decision in decisions.made if decision not in found.contradictory]
    here = _here(held, names)
    groups = _groups(held, here)
    unused = tuple(decision for decision in held if not _is_used(decision, groups, here))
    gathered = {group: sorted(entry for name in group for entry in here[name]) for group in groups.values()}
    same = {(of[0], entry) for group, of in gathered.items() if len(group) > 1 for entry in of[1:]}
    apart = ((gathered[groups[d.a]], gathered[groups[d.b]]) for d in held if d.answer == "different")
    different = {(min(pair), max(pair)) for one, other in apart for pair in product(one, other)}
    return attrs.evolve(found, unused=unused, bonds=Bonds(tuple(sorted(same)), tuple(sorted(different))))


def _here(decisions: Iterable[Decision], names: Sequence[str]) -> dict[str, list[int]]:
    """Of each name in the decisions its entries in this run."""
    here: dict[str, list[int]] = {name: [] for decision in decisions for name in (decision.a, decision.b)}
    for entry, name in enumerate(names):
        if name in here:
            here[name].append(entry)
    return here


def _groups(decisions: Sequence[Decision], here: Iterable[str]) -> dict[str, frozenset[str]]:
    """For each name those that decisions make one with it, itself among them."""
    graph, groups = _graph(decisions), dict[str, frozenset[str]]()
    for name in here:
        if name not in groups:
            group = frozenset(_reached(graph, name))
            groups |= dict.fromkeys(group, group)
    return groups


def _is_used(decision: Decision, groups: Mapping[str, frozenset[str]], here: Mapping[str, list[int]]) -> bool:
    """Whether it says anything of this run; through a third entry, too: A is B and B is C makes C of A."""
    if decision.answer == "same":
        return sum(bool(here[name]) for name in groups[decision.a]) > 1
    if decision.answer == "different":
        return all(any(here[name] for name in groups[of]) for of in (decision.a, decision.b))
    return bool(here[decision.a] and here[decision.b])


def _graph(decisions: Iterable[Decision]) -> _Graph:
    graph: defaultdict[str, set[str]] = defaultdict(set)
    for decision in decisions:
        if decision.answer == "same" and decision.a != decision.b:
            graph[decision.a].add(decision.b)
            graph[decision.b].add(decision.a)
    return graph


def _reached(graph: _Graph, start: str) -> set[str]:
    reached, waiting = {start}, [start]
    while waiting:
        new = graph.get(waiting.pop(), set()) - reached
        reached |= new
        waiting += new
    return reached


def _contradictions(decisions: Sequence[Decision]) -> Iterator[Contradiction]:
    graph = _graph(decisions)
    for decision in decisions:
        if decision.answer == "different":
            reached = _reached(graph, decision.a)
            if decision.b in reached:
                between = _between(graph, reached, {decision.a, decision.b})
                same = (d for d in decisions if d.answer == "same" and d.a in between and d.b in between and d.a != d.b)
                yield Contradiction(decision, tuple(same) if len(between) > 1 else ())


def _between(graph: _Graph, reached: set[str], ends: set[str]) -> set[str]:
    """Of a group what lies between two of its names: what hangs on it by one thread alone is taken off."""
    left = {name: set(graph.get(name, ())) for name in reached}
    loose = [name for name in left if len(left[name]) < 2 and name not in ends]
    while loose:
        name = loose.pop()
        for beside in left.pop(name):
            left[beside].discard(name)
            if len(left[beside]) == 1 and beside not in ends:
                loose.append(beside)
    return set(left)
