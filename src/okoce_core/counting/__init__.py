"""Counting a resolved population: figures, attribution, breakdowns, bounds, the steps between figures, explanations."""

from okoce_core.counting.bridge import Bridge, Step
from okoce_core.counting.comparison import Comparison
from okoce_core.counting.conflicts import Conflict
from okoce_core.counting.count import compare, count
from okoce_core.counting.dimensions import DIMENSIONS
from okoce_core.counting.disclosure import Suppression
from okoce_core.counting.explanation import Explanation
from okoce_core.counting.exports import Rows
from okoce_core.counting.figures import Figure, Range
from okoce_core.counting.partners import METHODS
from okoce_core.counting.references import Reference
from okoce_core.counting.results import Figures
from okoce_core.counting.table import Cell, Note, Table, TableRow

__all__ = [
    "DIMENSIONS", "METHODS", "Bridge", "Cell", "Comparison", "Conflict", "Explanation", "Figure", "Figures", "Note",
    "Range", "Reference", "Rows", "Step", "Suppression", "Table", "TableRow", "compare", "count",
]  # fmt: skip
