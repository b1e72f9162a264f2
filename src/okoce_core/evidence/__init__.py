"""Where a thing came from, what went wrong, and that every row is accounted for."""

from okoce_core.evidence.codes import CODES, Severity
from okoce_core.evidence.ledger import Ledger
from okoce_core.evidence.place import Place, Source, column_letter
from okoce_core.evidence.problem import AllProblems, Problem, ProblemRows, Problems
from okoce_core.evidence.trail import Trail

__all__ = [
    "CODES", "AllProblems", "Ledger", "Place", "Problem", "ProblemRows", "Problems", "Severity", "Source", "Trail",
    "column_letter",
]  # fmt: skip
