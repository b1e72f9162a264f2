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
from okoce_core.counting.portrait.coverage import COVERAGE_STATES, Coverage, coverage
from okoce_core.counting.portrait.headcount_ages import AGE_BANDS, AgeBand, headcount_ages
from okoce_core.counting.portrait.ladder import Rung, ladder
from okoce_core.counting.portrait.shared_lists import Shared, shared_lists
from okoce_core.counting.references import Reference
from okoce_core.counting.results import Figures

__all__ = [
    "AGE_BANDS", "COVERAGE_STATES", "DIMENSIONS", "METHODS", "AgeBand", "Bridge", "Cell", "Comparison", "Conflict",
    "Coverage", "Explanation", "Figure", "Figures", "Note", "Range", "Reference", "Rows", "Rung", "Shared", "Step",
    "Suppression", "Table", "TableRow", "compare", "count", "coverage", "headcount_ages", "ladder", "shared_lists",
]  # fmt: skip
