"""Which partners served whom: what each partner's own list comes to, and how credit is shared out (counting.md 3.1).

Attribution never changes a total; it is reported beside it. Shapley's value of a coverage count is the equal split
(proof in counting.md 3.2), so the two methods give the same numbers here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import reduce
from itertools import compress, count
from operator import or_
from typing import Final

from okoce_core.counting.bytewise.columns import at_least
from okoce_core.counting.standings import Standings
from okoce_core.misuse import Misuse
from okoce_core.rules.heads import Number

__all__ = ["METHODS", "attribution"]

METHODS: Final = ("full", "first", "last", "equal", "weighted", "exclusive", "via_owner", "shapley")
"""Ways of sharing out credit. *full* adds up to more than the total, *exclusive* to less, the others to it exactly."""


_DATED: Final = frozenset({"first", "last"})


class _Listed:
    """Who served whom, whenever it was."""

    def __init__(self, standings: Standings) -> None:
        self._names, self._on = standings.people.on_lists(standings.threshold)
        self._told: dict[int, tuple[str, ...]] = {}
        self.partners = sorted(self._named(reduce(or_, self._on, 0)))

    def people(self, counted: bytes | bytearray, method: str) -> Counter[tuple[str, ...]]:
        """How many of these people are shared out among which partners."""
        told: Counter[tuple[str, ...]] = Counter()
        for lists, number in Counter(compress(self._on, counted)).items():
            told[self._credited(lists, method)] += number
        return told

    def credited(self, people: Sequence[int], method: str) -> tuple[str, ...]:
        """The partners among whom a unit is shared out, which these people stand for."""
        return self._credited(reduce(or_, map(self._on.__getitem__, people)), method)

    def _credited(self, lists: int, method: str) -> tuple[str, ...]:
        if lists not in self._told:
            self._told[lists] = () if method == "exclusive" and lists.bit_count() > 1 else self._named(lists)
        return self._told[lists]

    def _named(self, lists: int) -> tuple[str, ...]:
        return tuple(sorted(name for place, name in enumerate(self._names) if lists >> place & 1))


class _Dated:
    """Who served whom first and last: for each partner the first day of his first and his last participation."""

    def __init__(self, standings: Standings) -> None:
        said, of_fact = standings.population.said["participation"], standings.people.of_fact
        told = [f.date or f.observed for f in said.facts]
        days = [day.first if day else 0 for day in told]
        self._days: dict[int, dict[str, tuple[int, int]]] = {}
        for person, fact in zip(said.subject, said.fact, strict=True):
            if of_fact[fact] >= standings.threshold:
                partner, day = said.facts[fact].partner, days[fact]
                _widen(self._days.setdefault(person, {}), partner, (day, day))
        self.partners = sorted({partner for served in self._days.values() for partner in served})

    def people(self, counted: bytes | bytearray, method: str) -> Counter[tuple[str, ...]]:
        """How many of these people are shared out among which partners."""
        return Counter(self.credited((person,), method) for person in compress(count(), counted))

    def credited(self, people: Sequence[int], method: str) -> tuple[str, ...]:
        """The partners among whom a unit is shared out. A tie is shared, never broken by the order of files."""
        joint: dict[str, tuple[int, int]] = {}
        for person in people:
            for partner, days in self._days[person].items():
                _widen(joint, partner, days)
        if method == "first":
            day = min(first for first, _ in joint.values())
            return tuple(sorted(p for p, (first, _) in joint.items() if first == day))
        day = max(last for _, last in joint.values())
        return tuple(sorted(p for p, (_, last) in joint.items() if last == day))


def _widen(days: dict[str, tuple[int, int]], partner: str, more: tuple[int, int]) -> None:
    first, last = days.get(partner, more)
    days[partner] = min(first, more[0]), max(last, more[1])


def attribution(
    standings: Standings, measure: str, method: str, weights: Mapping[str, int] | None = None
) -> dict[str, Fraction]:
    """The share of each partner in a measure, exactly.

    Args:
        measure: participants, entrepreneurs or jobs. method: One of :data:`METHODS`.
        weights: For *weighted*: a weight for every partner, published in advance.

    Raises:
        Misuse: an unknown measure or method, or a partner without a weight.
    """
    if measure not in {"participants", "entrepreneurs", "jobs"}:
        allowed = ("participants", "entrepreneurs", "jobs")
        raise Misuse("unknown-measure", f"{measure!r} cannot be attributed", asked=measure, allowed=allowed)
    if method not in METHODS:
        raise Misuse("unknown-method", f"no way of attributing is named {method!r}", asked=method, allowed=METHODS)
    found: _Dated | _Listed = _Dated(standings) if method in _DATED else _Listed(standings)
    partners = found.partners
    given = {partner: Fraction((weights or {}).get(partner, 0)) for partner in partners}
    if method == "weighted" and (lacking := [p for p in partners if given[p] <= 0]):
        raise Misuse("weight-missing", f"partner {lacking[0]!r} has no weight", asked=lacking[0])
    tally: Counter[tuple[str, ...]] = Counter()
    if measure != "jobs":
        counted = standings.people.standing if measure == "participants" else standings.entrepreneur
        tally = found.people(at_least(counted, standings.threshold), method)
    for value, people in _jobs(standings, by_owner=method == "via_owner") if measure == "jobs" else ():
        tally[found.credited(people, method)] += value  # type: ignore[assignment]
    return _shared_out(tally, method, partners, given)


def _jobs(standings: Standings, *, by_owner: bool) -> Iterator[tuple[Number, Sequence[int]]]:
    """The jobs of each enterprise, with the owners through whom it was served."""
    for number, owners in standings.counted_owners.items():
        if (work := standings.jobs.get(number)) is None:
            continue
        if by_owner:
            yield from ((Fraction(work.value) / len(owners), (owner,)) for owner in owners)
        else:
            yield work.value, owners


def _shared_out(
    tally: Mapping[tuple[str, ...], Number], method: str, partners: list[str], weights: Mapping[str, Fraction]
) -> dict[str, Fraction]:
    """The sum of n / k over every group of k partners who share n units: exact, and the same in any order."""
    shares = {partner: Fraction(0) for partner in partners}
    for credited, value in tally.items():
        whole = sum(weights[p] for p in credited) if method == "weighted" else len(credited)
        for partner in credited:
            part = weights[partner] if method == "weighted" else 1
            shares[partner] += value if method == "full" else Fraction(value) * part / whole
    return shares
