"""Who is a participant (*peserta*): a beneficiary of sufficient stage by the reference date.

Source: CARE toolkit 5.3.1 (an individual is counted once, whatever the number of interventions).
"""

from __future__ import annotations

from okoce_core.model.facts import STAGES, Participation
from okoce_core.rules.rulebook import ParticipantRule
from okoce_core.rules.standing import Clock, Standing, by, known, span

__all__ = ["participation_standing"]


def participation_standing(fact: Participation, rule: ParticipantRule, clock: Clock) -> Standing:
    """What one participation proves; a person stands as high as the best of his."""
    if not known(fact, clock):
        return Standing.NOT_YET_KNOWN
    if fact.role != "beneficiary":
        return Standing.OTHER_ROLE
    if STAGES.index(fact.stage) < STAGES.index(rule.min_stage):
        return Standing.EARLIER_STAGE
    return by(span(fact.date, fact.observed), clock.as_of)
