"""Which partners served whom: what each partner's own list comes to, and how credit is shared out (counting.md 3.1).

Attribution never changes a total; it is reported beside it. Shapley's value of a coverage count is the equal split
(proof in counting.md 3.2), so the two methods give the same numbers here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Final

import attrs

from okoce_core.counting.standings import Standings
from okoce_core.misuse import Misuse
from okoce_core.rules.heads import Number

__all__ = ["METHODS", "attribution"]

METHODS: Final = ("full", "first", "last", "equal", "weighted", "exclusive", "via_owner", "shapley")
"""Ways of sharing out credit. *full* adds up to more than the total, *exclusive* to less, the others to it exactly."""


@attrs.define
class _Service:
    """Who served one unit: for each partner the first days of its first and its last qualifying participation."""

    first: dict[str, int] = attrs.field(factory=dict)
    last: dict[str, int] = attrs.field(factory=dict)

    def add(self, partner: str, day: int) -> None:
        self.first[partner] = min(self.first.get(partner, day), day)
        self.last[partner] = max(self.last.get(partner, day), day)


def _services(standings: Standings) -> dict[int, _Service]:
    said, of_fact = standings.population.said["participation"], standings.people.of_fact
    told = [f.date or f.observed for f in said.facts]
    days = [day.first if day else 0 for day in told]
    found: dict[int, _Service] = {}
    for person, fact in zip(said.subject, said.fact, strict=True):
        if of_fact[fact] >= standings.threshold:
            found.setdefault(person, _Service()).add(said.facts[fact].partner, days[fact])
    return found


def _joint(services: Iterable[_Service]) -> _Service:
    joint = _Service()
    for service in services:
        for partner, day in service.first.items():
            joint.add(partner, day)
            joint.add(partner, service.last[partner])
    return joint


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
    services = _services(standings)
    partners = sorted({p for service in services.values() for p in service.first})
    given = {partner: Fraction((weights or {}).get(partner, 0)) for partner in partners}
    if method == "weighted" and (lacking := [p for p in partners if given[p] <= 0]):
        raise Misuse("weight-missing", f"partner {lacking[0]!r} has no weight", asked=lacking[0])
    tally: Counter[tuple[str, ...]] = Counter()
    for value, service in _valued(standings, measure, services, by_owner=method == "via_owner"):
        tally[_credited(service, method)] += value  # type: ignore[assignment]
    return _shared_out(tally, method, partners, given)


def _valued(
    standings: Standings, measure: str, services: Mapping[int, _Service], *, by_owner: bool
) -> Iterator[tuple[Number, _Service]]:
    """Each unit's value, with who served it."""
    if measure != "jobs":
        counted = standings.people.standing if measure == "participants" else standings.entrepreneur
        yield from ((1, s) for person, s in services.items() if counted[person] >= standings.threshold)
        return
    for number, owners in standings.counted_owners.items():
        if (work := standings.jobs.get(number)) is None:
            continue
        if by_owner:
            yield from ((Fraction(work.value) / len(owners), services[owner]) for owner in owners)
        else:
            yield work.value, _joint(services[owner] for owner in owners)


def _credited(service: _Service, method: str) -> tuple[str, ...]:
    """The partners among whom one unit is shared out. A tie is shared, never broken by the order of files."""
    if method == "first":
        day = min(service.first.values())
        return tuple(sorted(p for p, first in service.first.items() if first == day))
    if method == "last":
        day = max(service.last.values())
        return tuple(sorted(p for p, last in service.last.items() if last == day))
    if method == "exclusive" and len(service.first) > 1:
        return ()
    return tuple(sorted(service.first))


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
