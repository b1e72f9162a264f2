"""From a figure back to the rows it stands on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from okoce_core.counting.standings import Standings
from okoce_core.evidence import Trail
from okoce_core.identity.population import Said
from okoce_core.misuse import Misuse

__all__ = ["trace"]

_SPEAKS = {
    "participants": "participation",
    "entrepreneurs": "ownership",
    "enterprises": "ownership",
    "jobs": "headcount",
}
"""The kind of statement that speaks for each measure."""


def trace(standings: Standings, measure: str) -> Iterator[tuple[int, Trail]]:
    """Each counted unit's number with the trails of the statements that speak for it.

    Participants come with the participations that qualify, entrepreneurs with their ownerships, enterprises with
    theirs, jobs with the headcounts of the counted enterprises.

    Raises:
        Misuse: an unknown measure.
    """
    if measure not in _SPEAKS:
        raise Misuse("unknown-measure", f"no measure is named {measure!r}", asked=measure, allowed=_SPEAKS)
    said = standings.population.said[_SPEAKS[measure]]
    for position, (unit, counted) in enumerate(_units(standings, said, measure)):
        if counted:
            file = bisect_right(said.starts, position) - 1
            yield unit, standings.population.reading.files[file].trail(said.row[position])


def _units(standings: Standings, said: Said, measure: str) -> Iterator[tuple[int, bool]]:
    least = standings.threshold
    if measure == "participants":
        of_fact = standings.people.of_fact
        return ((person, of_fact[fact] >= least) for person, fact in zip(said.subject, said.fact, strict=True))
    if measure == "entrepreneurs":
        owners = standings.counted_owners
        pairs = zip(said.subject, said.other, strict=True)
        return ((person, person in owners.get(enterprise, ())) for enterprise, person in pairs)
    return ((enterprise, standings.enterprise[enterprise] >= least) for enterprise in said.subject)
