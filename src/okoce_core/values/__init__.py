"""Cells into values: each module ``parse``s one kind of thing, and none ever repeats the cell in a message."""

from okoce_core.values.partial_date import PartialDate
from okoce_core.values.rejected import Rejected

__all__ = ["PartialDate", "Rejected"]
