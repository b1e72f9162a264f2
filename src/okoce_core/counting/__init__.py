"""Counting a resolved population: figures, attribution, breakdowns, bounds, the steps between figures, explanations."""

from okoce_core.counting.breakdowns.dimensions import DIMENSIONS
from okoce_core.counting.breakdowns.table import Cell, Note, Table, TableRow
from okoce_core.counting.bridging.bridge import Bridge, Step
from okoce_core.counting.bridging.comparison import Comparison
from okoce_core.counting.conflicts import Conflict
from okoce_core.counting.count import compare, count
from okoce_core.counting.disclosure.suppression import Suppression
from okoce_core.counting.explaining.explanation import Explanation
from okoce_core.counting.exports import Rows
from okoce_core.counting.figures import Figure, Range
from okoce_core.counting.partners import METHODS
from okoce_core.counting.references import Reference
from okoce_core.counting.results import Figures

__all__ = [
    "DIMENSIONS", "METHODS", "Bridge", "Cell", "Comparison", "Conflict", "Explanation", "Figure", "Figures", "Note",
    "Range", "Reference", "Rows", "Step", "Suppression", "Table", "TableRow", "compare", "count",
]  # fmt: skip
