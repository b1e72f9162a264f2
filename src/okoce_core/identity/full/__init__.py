"""Who is the same where no identifier says so: evidence compared by a model that the lists themselves teach."""

from okoce_core.identity.full.decide import Decided, decide

__all__ = ["Decided", "decide"]
