"""The least value of a linear program, proved in exact arithmetic.

The solver (scipy's HiGHS) works with floats and only proposes: which variables are not 0, and what each row is worth.
From that an exact solution and an exact dual solution are made. If both satisfy their conditions and have the same
value, that value is the optimum, whatever the floats were worth.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from importlib import import_module
from math import lcm
from typing import Any, Final

import attrs

from okoce_core.misuse import Misuse
from okoce_core.rules.heads import Number

__all__ = ["Impossible", "Program", "minimum"]

Row = dict[int, Fraction]

_NOUGHT: Final = 1e-6
"""Below it a float of the solver is 0. Only a proposal: what is wrongly dropped fails the proof."""

_INFEASIBLE: Final = 2
"""How scipy says it."""

_FINEST: Final = 10_000
"""Largest denominator tried for what a row is worth; those of 0/1 systems of this size stay far below."""


@attrs.frozen
class Program:
    """Minimise the sum of cost times x over x >= 0, where each row's sum of coefficient times x is its right side.

    Attributes:
        costs: Of each variable. columns: Of each variable, its coefficients by row. rhs: Of each row.
    """

    costs: Sequence[int]
    columns: Sequence[Mapping[int, int]]
    rhs: Sequence[Number]


class Impossible(Exception):  # noqa: N818 - said of the rows, and reads so: raises Impossible
    """No x satisfies all rows. ``rows``: some that no x satisfies together."""

    def __init__(self, rows: Sequence[int]) -> None:
        self.rows = tuple(rows)
        super().__init__(f"rows {self.rows}")


def minimum(program: Program) -> Fraction:
    """The proved minimum. The program must not be unbounded.

    Raises:
        Impossible: no x satisfies the rows, and that is proved.
        Misuse: scipy is not installed, or its answer could not be proved.
    """
    answer = _proposed(program)
    if answer.status == _INFEASIBLE:
        short, worth = _proved(_elastic(program))
        if short:
            raise Impossible([row for row, y in enumerate(worth) if y])
    return _proved(program, answer)[0]


def _elastic(program: Program) -> Program:
    """By how much the rows are missed at least: something above 0 if no x satisfies them.

    The rows that are worth something in it are what it takes to show that (Farkas).
    """
    missing = [{row: sign} for row in range(len(program.rhs)) for sign in (1, -1)]
    return Program([0] * len(program.costs) + [1] * len(missing), [*program.columns, *missing], program.rhs)


def _proposed(program: Program) -> Any:
    try:
        numpy, optimize = import_module("numpy"), import_module("scipy.optimize")
    except ImportError:
        raise Misuse("extra-missing", "sharp bounds need scipy: pip install 'okoce[bounds]'", asked="bounds") from None
    matrix = numpy.zeros((len(program.rhs), len(program.costs)))
    for variable, column in enumerate(program.columns):
        for row, coefficient in column.items():
            matrix[row, variable] = coefficient
    # The dual simplex ends on a vertex, which is what can be made exact; an interior point could not.
    sides = [float(b) for b in program.rhs]
    return optimize.linprog(program.costs, A_eq=matrix, b_eq=sides, method="highs-ds")


def _proved(program: Program, answer: Any = None) -> tuple[Fraction, Sequence[Fraction]]:
    """The optimum, with what each row is worth in it."""
    answer = answer or _proposed(program)
    if answer.status == 0:
        used = [variable for variable, x in enumerate(answer.x) if x > _NOUGHT]
        amounts = _solved([program.columns[variable] for variable in used], program.rhs)
        if amounts is not None and min(amounts, default=0) >= 0:
            value = sum((program.costs[v] * x for v, x in zip(used, amounts, strict=True)), Fraction(0))
            for worth in _worths(program, [float(y) for y in answer.eqlin.marginals]):
                dual = sum((y * b for y, b in zip(worth, program.rhs, strict=True)), Fraction(0))
                if dual == value and _within_costs(program, worth):
                    return value, worth
    raise Misuse("sharp-unproved", "the sharp bound could not be proved exactly; the named bounds still hold")


def _worths(program: Program, said: Sequence[float]) -> Iterator[Sequence[Fraction]]:
    """What each row may exactly be worth: simple fractions; else what makes the tight variables exactly tight."""
    yield [Fraction(y).limit_denominator(_FINEST) for y in said]
    tight = [
        variable
        for variable, (cost, column) in enumerate(zip(program.costs, program.columns, strict=True))
        if abs(cost - sum(said[row] * coefficient for row, coefficient in column.items())) < _NOUGHT
    ]
    rows: list[dict[int, int]] = [{} for _ in program.rhs]
    for number, variable in enumerate(tight):
        for row, coefficient in program.columns[variable].items():
            rows[row][number] = coefficient
    exact = _solved(rows, [program.costs[variable] for variable in tight])
    if exact is not None:
        yield exact


def _within_costs(program: Program, worth: Sequence[Fraction]) -> bool:
    """Whether no variable's rows are worth more than it costs: then nothing can be cheaper than the rows are worth."""
    scale = lcm(*(y.denominator for y in worth))
    whole = [int(y * scale) for y in worth]
    return all(
        sum(whole[row] * coefficient for row, coefficient in column.items()) <= cost * scale
        for cost, column in zip(program.costs, program.columns, strict=True)
    )


def _solved(columns: Sequence[Mapping[int, int]], rhs: Sequence[Number]) -> list[Fraction] | None:
    """The x for which the columns add up to the right side, by Gauss-Jordan; None if there is none."""
    solved: dict[int, tuple[Row, Fraction]] = {}
    for number, side in enumerate(rhs):
        row = {v: Fraction(column[number]) for v, column in enumerate(columns) if number in column}
        row, b = row, Fraction(side)
        for variable, (other, c) in solved.items():
            row, b = _less(row, b, other, c, variable)
        if not row:
            if b:
                return None
            continue
        variable, factor = next(iter(row.items()))
        row, b = {v: x / factor for v, x in row.items()}, b / factor
        solved = {v: _less(*old, row, b, variable) for v, old in solved.items()} | {variable: (row, b)}
    return [solved[v][1] if v in solved else Fraction(0) for v in range(len(columns))]


def _less(row: Row, b: Fraction, other: Row, c: Fraction, variable: int) -> tuple[Row, Fraction]:
    """A row less as much of another as takes the variable out of it."""
    factor = row.get(variable)
    if not factor:
        return row, b
    left = dict(row)
    for v, x in other.items():
        rest = left.get(v, 0) - factor * x
        if rest:
            left[v] = Fraction(rest)
        else:
            left.pop(v, None)
    return left, b - factor * c
