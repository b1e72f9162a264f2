"""One enterprise with all that is said about it: what the rules for entrepreneurs and jobs look at, nothing else."""

from __future__ import annotations

import attrs

from okoce_core.model.facts import Headcount, Ownership, Permit
from okoce_core.model.life import Life
from okoce_core.rules.standing import Clock, Standing, by, known, span

__all__ = ["Unit", "alive", "closed_before_start", "known_life", "owns", "working_owners"]


@attrs.frozen
class Unit:
    """An enterprise.

    Attributes:
        owners: For each owner his ownerships of it. permits, headcounts: what was said, repeats left out.
        life: When it started, closed, was reactivated.
    """

    owners: tuple[tuple[Ownership, ...], ...] = ()
    permits: tuple[Permit, ...] = ()
    headcounts: tuple[Headcount, ...] = ()
    life: Life = Life()


def known_life(life: Life, clock: Clock) -> Life:
    """What was known of an enterprise's life by known_at: all of it, or nothing."""
    late = clock.known_at is not None and life.received is not None and life.received.last > clock.known_at
    return Life() if late else life


def alive(life: Life, clock: Clock) -> Standing:
    """Whether an enterprise is alive on as_of. A closure counts once it is over, and a reactivation undoes it.

    A closure from before the start ends it like any other, and is disputed.
    """
    life = known_life(life, clock)
    if life.closed is None:
        return Standing.CERTAIN
    closed = by(span(life.closed, None), clock.as_of)
    again = max(
        (by(span(r, None), clock.as_of) for r in life.reactivated if r.last >= life.closed.first),
        default=Standing.ABSENT,
    )
    if closed is Standing.CERTAIN and again < Standing.POSSIBLE:
        return Standing.DISPUTED if closed_before_start(life) else Standing.ENDED
    if closed is Standing.CERTAIN:
        return again
    return Standing.POSSIBLE if closed is Standing.POSSIBLE else Standing.CERTAIN


def closed_before_start(life: Life) -> bool:
    """Whether an enterprise is said to have closed before it certainly started."""
    return life.closed is not None and life.started is not None and life.closed.last < life.started.first


def owns(ownership: Ownership, day: int) -> Standing:
    """Whether an ownership is in force on a day: begun by then, and ending later, as [from, to) says."""
    begun = by(span(ownership.start, ownership.observed), day)
    if ownership.end is None or begun < Standing.UNDATED or ownership.end.first > day:
        return begun
    return min(begun, Standing.POSSIBLE) if ownership.end.last > day else Standing.ENDED


def working_owners(unit: Unit, day: int, clock: Clock) -> list[Ownership]:
    """One ownership for each owner who certainly works in the enterprise on a day, participant or not."""
    working = []
    for ownerships in unit.owners:
        in_force = [o for o in ownerships if o.works and known(o, clock) and owns(o, day) is Standing.CERTAIN]
        if in_force:
            working.append(in_force[0] if len(in_force) == 1 else max(in_force, key=lambda o: o.hours))
    return working
