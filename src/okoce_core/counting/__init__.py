"""Counting a resolved population: figures, attribution, breakdowns, bounds."""

from okoce_core.counting.count import Figures, compare, count
from okoce_core.counting.dimensions import DIMENSIONS
from okoce_core.counting.figures import Figure
from okoce_core.counting.partners import METHODS

__all__ = ["DIMENSIONS", "METHODS", "Figure", "Figures", "compare", "count"]
