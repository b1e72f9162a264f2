"""Enterprises of all files: numbers first, then one owner's names, then what two owners share, then nameless rows."""

from __future__ import annotations

from array import array
from itertools import accumulate
from typing import TypeVar

import attrs

from okoce_core.identity.components import Components
from okoce_core.identity.keys import Sounds
from okoce_core.identity.population import Links
from okoce_core.identity.units import owners, partners
from okoce_core.identity.units.businesses import concerned
from okoce_core.identity.units.joining import Joining
from okoce_core.identity.units.linking import Linking
from okoce_core.identity.units.nameless import follow
from okoce_core.identity.units.names import Rarity
from okoce_core.identity.units.nodes import Nodes, gathered
from okoce_core.identity.units.owning import owners_of
from okoce_core.intake.outcome import Reading

__all__ = ["Decided", "decided", "full_enterprises"]

K = TypeVar("K", bound=tuple[object, ...])


@attrs.frozen
class Decided:
    """Enterprises as decided, and how far their number is expected to be wrong.

    Attributes:
        components, links: Of entries. missed: Links expected among those not made. wrong: Links expected to be wrong
            among those made. variance: Of the two together, if pairs are independent.
    """

    components: Components
    links: Links
    missed: float = 0.0
    wrong: float = 0.0
    variance: float = 0.0


def full_enterprises(reading: Reading, person: array[int], sounds: Sounds | None = None) -> tuple[Components, Links]:
    """Which entries of enterprises are one, and why.

    Args:
        reading: What was read. person: For each entry of a person, in order of files and rows, whose it is.
        sounds: What is known already of how names sound.
    """
    found = decided(reading, person, sounds)
    return found.components, found.links


def decided(reading: Reading, person: array[int], sounds: Sounds | None = None) -> Decided:
    """As :func:`full_enterprises`, with the errors to be expected."""
    starts = [0, *accumulate(len(file.records.enterprises) for file in reading.files)]
    joining = Joining(starts[-1])
    _by_ids(reading, starts, joining)
    nodes = gathered(reading, person, joining)
    for entry, numbers in zip(nodes.entry, nodes.numbers, strict=True):
        if numbers:
            joining.hold(entry, numbers)
    linking, rarity = Linking(joining), Rarity(form for form in nodes.form if form)
    _by_owner(nodes, rarity, linking)
    owners_known = owners_of(reading, person, concerned(nodes), sounds or Sounds())
    shared = partners.of_partners(nodes, joining, rarity, owners_known)
    _by_numbers(nodes, joining)
    for odds, pattern in _falling(partners.scored(shared)):
        linking.decide("co-owners", odds, shared.in_order(pattern), unseen=shared.unmet)
    linking.doubt(follow(nodes, joining))
    missed, wrong, variance = linking.expected()
    return Decided(joining.components, joining.links, missed, wrong, variance)


def _by_ids(reading: Reading, starts: list[int], joining: Joining) -> None:
    """Ids the source gave: good everywhere where they are resolved, else in their file."""
    holders: dict[tuple[int, str], int] = {}
    for number, (start, file) in enumerate(zip(starts, reading.files, strict=False)):
        scope = -1 if file.records.resolved else number
        for entry, identity in enumerate(file.records.enterprises.ids, start):
            joining.join("id", holders.setdefault((scope, identity), entry), entry)


def _by_numbers(nodes: Nodes, joining: Joining) -> None:
    holders: dict[str, int] = {}
    for entry, numbers in zip(nodes.entry, nodes.numbers, strict=True):
        for number in numbers:
            reason = "nib" if number.startswith("NIB ") else "institution"
            joining.join(reason, holders.setdefault(number, entry), entry)


def _by_owner(nodes: Nodes, rarity: Rarity, linking: Linking) -> None:
    pairs = owners.of_owners(nodes, rarity)
    linking.insist("nib-misspelt", pairs.in_order(pairs.misspelt, nodes))
    for odds, (state, pattern) in _falling(owners.scored(pairs)):
        reason = "owner-similar-name" if pattern[0] else "owner-business-name"
        linking.decide(reason, odds, pairs.in_order(pairs.found[state, pattern], nodes))


def _falling(scores: dict[K, float]) -> list[tuple[float, K]]:
    return sorted(((odds, key) for key, odds in scores.items()), key=lambda said: (-said[0], said[1]))
