"""Who is a participant (*peserta*): a beneficiary of sufficient stage by the reference date.

Source: CARE toolkit 5.3.1 (an individual is counted once, whatever the number of interventions).
"""

from __future__ import annotations

from okoce_core.model.facts import STAGES, Participation, Role, Stage
from okoce_core.rules.rulebook import ParticipantRule
from okoce_core.rules.standing import Clock, Standing, by, known, span

__all__ = ["by_role", "by_stage", "participation_standing"]


def participation_standing(fact: Participation, rule: ParticipantRule, clock: Clock) -> Standing:
    """What one participation proves, the worst of its role, stage and date; a person stands as high as his best."""
    if not known(fact, clock):
        return Standing.NOT_YET_KNOWN
    return min(by_role(fact.role), by_stage(fact.stage, rule), by(span(fact.date, fact.observed), clock.as_of))


def by_role(role: Role) -> Standing:
    """A beneficiary takes part; a mentor, a committee member, … does not."""
    return Standing.CERTAIN if role == "beneficiary" else Standing.OTHER_ROLE


def by_stage(stage: Stage, rule: ParticipantRule) -> Standing:
    """Whether a stage is the lowest that makes a participant, or ranks above it."""
    return Standing.CERTAIN if STAGES.index(stage) >= STAGES.index(rule.min_stage) else Standing.EARLIER_STAGE
