"""Which enterprise is the same, decided by evidence that the lists themselves teach."""

from okoce_core.identity.units.decide import Decided, full_enterprises
from okoce_core.identity.units.reasons import NEW_REASONS

__all__ = ["NEW_REASONS", "Decided", "full_enterprises"]
