"""Somebody who knows every number that is published, what each status means, and how to solve equations.

``derived`` takes the sums of a table alone, exactly. ``pinned_down`` also uses that no hidden cell is empty and that
*few* is below the threshold, and asks a linear program how far each hidden cell may still lie from another.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import product

from scipy.optimize import linprog

from okoce_core.counting.breakdowns.cell import Cell

__all__ = ["cells_of", "derived", "margins", "pinned_down"]


def margins(leaves):
    """A table with all its margins: every key cut short on every axis."""
    found = {}
    for key, value in leaves.items():
        for outer in product(*([place[:depth] for depth in range(len(place) + 1)] for place in key)):
            found[outer] = found.get(outer, 0) + value
    return found


def cells_of(numbers):
    """Cells of so many people each."""
    return {key: Cell(Fraction(n), Fraction(n), Fraction(n), units=n) for key, n in numbers.items()}


def _lines(numbers):
    """Each margin with the cells it is the sum of, along each axis."""
    for total in numbers:
        for axis, place in enumerate(total):
            parts = [
                key
                for key in numbers
                if key[:axis] + key[axis + 1 :] == total[:axis] + total[axis + 1 :]
                and key[axis][:-1] == place
                and len(key[axis]) == len(place) + 1
            ]
            if parts:
                yield total, parts


def _equations(published):
    """The hidden cells, and what the published sums say of them."""
    hidden = [key for key, cell in published.items() if cell.value is None]
    column = {key: number for number, key in enumerate(hidden)}
    rows = []
    for total, parts in _lines(published):
        row = [0] * (len(hidden) + 1)
        for key, sign in [(total, -1), *((part, 1) for part in parts)]:
            if key in column:
                row[column[key]] += sign
            else:
                row[-1] -= sign * published[key].value
        if any(row[:-1]):
            rows.append(row)
    return hidden, rows


def derived(published):
    """The hidden cells whose number follows from the sums: the rows of the reduced form with one unknown left."""
    hidden, equations = _equations(published)
    rows = [[Fraction(n) for n in row] for row in equations]
    reduced = []
    for column in range(len(hidden)):
        pivot = next((row for row in rows if row[column]), None)
        if pivot is None:
            continue
        rows.remove(pivot)
        pivot = [n / pivot[column] for n in pivot]
        rows = [[n - row[column] * p for n, p in zip(row, pivot, strict=True)] for row in rows]
        reduced = [[n - row[column] * p for n, p in zip(row, pivot, strict=True)] for row in reduced] + [pivot]
    single = [row for row in reduced if sum(map(bool, row[:-1])) == 1]
    return {hidden[next(i for i, n in enumerate(row) if n)] for row in single}


def pinned_down(published, threshold):
    """The hidden cells that can only be one whole number."""
    hidden, equations = _equations(published)
    # Where statuses were made alike, "secondary" says no more than that there is somebody.
    statuses = {cell.status for cell in published.values()}
    least = 1 if "few" not in statuses else threshold
    bounds = [(1, threshold - 1) if published[key].status == "few" else (least, None) for key in hidden]
    sums = {"A_eq": [row[:-1] for row in equations], "b_eq": [float(row[-1]) for row in equations]} if equations else {}

    def end(number, sign):
        goal = [sign * (place == number) for place in range(len(hidden))]
        found = linprog(goal, bounds=bounds, **sums)
        if found.status == 2 and least == threshold:  # some are alike, and some are not: who knows which?
            found = linprog(goal, bounds=[(1, high) for _, high in bounds], **sums)
        assert found.status in {0, 3}, found.message
        return found.fun * sign if found.status == 0 else -sign * float("inf")

    return {key for number, key in enumerate(hidden) if end(number, -1) - end(number, 1) < 1 - 1e-6}
