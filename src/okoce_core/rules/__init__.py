"""The rules for counting participants, entrepreneurs and jobs: pure functions of one unit's facts, and rulebooks."""

from okoce_core.rules.loading import parse_rulebook, preset, presets, rulebook, with_fields
from okoce_core.rules.rulebook import EntrepreneurRule, JobRule, ParticipantRule, Rulebook

__all__ = [
    "EntrepreneurRule", "JobRule", "ParticipantRule", "Rulebook", "parse_rulebook", "preset", "presets", "rulebook",
    "with_fields",
]  # fmt: skip
