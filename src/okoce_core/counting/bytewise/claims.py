"""Who is an entrepreneur by which enterprise, in columns: what ``owner_clauses`` says of one ownership, said of all.

Nobody stands higher than the weakest clause: that he is a participant, that he owns, and the test of the definition.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from okoce_core.counting.bytewise.columns import lowest
from okoce_core.counting.bytewise.gathered import OnDay
from okoce_core.model.life import Life
from okoce_core.rules.entrepreneurs import answered
from okoce_core.rules.rulebook import EntrepreneurRule
from okoce_core.rules.unit import known_life

__all__ = ["Claims", "claims"]


class Claims(NamedTuple):
    """Parallel columns: that this person is an entrepreneur by this enterprise stands so high."""

    person: Iterable[int]
    enterprise: Iterable[int]
    standing: bytes


def claims(
    on: OnDay, rule: EntrepreneurRule, candidate: bytes, joined: Sequence[int] | None,
    employing: Callable[[], bytes],
) -> list[Claims]:  # fmt: skip
    """All claims under a rule.

    Args:
        candidate: How each person stands as a participant. joined: The day each joined, where the rule asks for it.
        employing: Gives whether each enterprise employs anybody.
    """
    owned, clock = on.columns.ownerships, on.clock
    owners = lowest(owned.begun(rule, clock, lambda: on.alive), bytes(owned.pick_person(candidate)))
    found = []
    if rule.test in {"permit", "brand"}:
        held = on.columns.permits
        standing = held.held(owners, rule, clock, joined if rule.new_only else None)
        found.append(Claims(held.person, held.enterprise, standing))
    if rule.test == "brand":
        owners = lowest(owners, _of_enterprises(on, lambda life: life.brand))
    elif rule.test == "self_supporting":
        owners = lowest(owners, _of_enterprises(on, lambda life: life.supports_owner))
    elif rule.test == "employer":
        owners = lowest(owners, bytes(owned.pick_enterprise(employing())))
    if rule.test != "permit":
        found.append(Claims(owned.person, owned.enterprise, owners))
    return found


def _of_enterprises(on: OnDay, told: Callable[[Life], bool | None]) -> bytes:
    """For each ownership what its enterprise's life answers."""
    answers = bytearray((answered(None),)) * on.columns.enterprises
    for number, life in on.columns.lives.items():
        answers[number] = answered(told(known_life(life, on.clock)))
    return bytes(on.columns.ownerships.pick_enterprise(answers))
