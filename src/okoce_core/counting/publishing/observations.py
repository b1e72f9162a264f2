"""Plain facts of arithmetic about figures: one is exactly a whole percentage of another, so many jobs go to one owner.

An observation is no judgment and says nothing of intent: a count may fall on a whole percentage by chance, and how
rarely it does is said beside it. Source of the national yardstick: 119.6 million workers in 65.47 million micro, small
and medium enterprises, 2019, owners included (Katadata, https://databoks.katadata.co.id/keuangan/statistik/26eab976af6ea22/).
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations
from typing import Final, Literal

import attrs

from okoce_core.counting.publishing.published import Given, PublishedFigure, package_data, published

__all__ = ["NATIONAL_PERSONS_PER_UNIT", "ArithmeticFact", "observations", "published_observations", "rounded"]

NATIONAL_PERSONS_PER_UNIT: Final = Fraction("1.83")
"""Persons, the owner among them, per micro, small or medium enterprise in Indonesia, 2019."""

_RARE: Final = 10
"""Said only where chance has it at most once in so many: of 100 people any number is a whole percentage to the unit."""


@attrs.frozen
class ArithmeticFact:
    """One fact of arithmetic: ``number`` set against ``base``.

    Attributes:
        code: *whole-percentage*: number is ``value`` percent of base, to the unit. *multiple*: ``value`` times base,
            exactly. *ratio*: number / base. *above-national*: the same, where jobs for one entrepreneur are more than
            persons in an enterprise nationally. *product*: ``value`` times a base that is no figure.
            *lower*: a later number less than base, an earlier one; ``value`` is what is missing.
        measure, number: What is set against the other. against, base: The other; ``against`` is "" for a product.
        value: Exact.
        one_in: By chance, one number in so many is a whole percentage of that base, or a whole multiple; else None.
        rows: The published figures it is about, earlier first; none for computed ones.
        at_least: The number was published as a least, so that the true one may be greater.
    """

    code: Literal["whole-percentage", "multiple", "ratio", "above-national", "product", "lower"]
    measure: str
    number: Fraction
    against: str
    base: Fraction
    value: Fraction
    one_in: int | None = None
    rows: tuple[int, ...] = ()
    at_least: bool = False

    @property
    def rounded(self) -> str:
        """``value`` to four decimals.

        >>> [seen.rounded for seen in observations(686807, 480765, 1469937) if seen.code == "ratio"]
        ['2.1402', '3.0575']
        """
        return rounded(self.value, 4)


def rounded(value: Fraction, places: int) -> str:
    """A number that is not negative, with a decimal point and so many decimals (half to even).

    >>> rounded(Fraction(1469937, 480765), 4)
    '3.0575'
    """
    whole, rest = divmod(round(value * 10**places), 10**places)
    return f"{whole}.{rest:0{places}d}"


Number = Fraction | int | None


def observations(participants: Number, entrepreneurs: Number, jobs: Number) -> tuple[ArithmeticFact, ...]:
    """What can be seen in three figures by arithmetic alone, whether they were computed or published.

    Args:
        participants, entrepreneurs, jobs: Persons and jobs; None or 0: there is nothing to set against the others.

    >>> [(o.code, o.measure, o.against, str(o.value), o.one_in) for o in observations(686807, 480765, None)]
    [('whole-percentage', 'entrepreneurs', 'participants', '70', 6868)]
    """
    three = (("participants", participants), ("entrepreneurs", entrepreneurs), ("jobs", jobs))
    given = [(name, Fraction(number)) for name, number in three if number]
    seen = [o for (a, m), (b, n) in combinations(given, 2) if (o := _whole(b, n, a, m))]
    if jobs:
        seen += [ArithmeticFact("ratio", "jobs", Fraction(jobs), a, m, Fraction(jobs) / m) for a, m in given[:-1]]
    if jobs and entrepreneurs and Fraction(jobs, entrepreneurs) > NATIONAL_PERSONS_PER_UNIT:
        seen.append(attrs.evolve(seen[-1], code="above-national"))
    return tuple(seen)


def _whole(later: str, number: Fraction, earlier: str, base: Fraction) -> ArithmeticFact | None:
    """Whether one of two is a whole multiple of the other, or else a whole percentage."""
    high, low = (later, number), (earlier, base)
    if number < base:
        high, low = low, high
    if low[1] >= _RARE and (high[1] / low[1]).denominator == 1:
        return ArithmeticFact("multiple", *high, *low, high[1] / low[1], int(low[1]))
    return _percentage(*low, *high) or _percentage(*high, *low)


def _percentage(measure: str, number: Fraction, against: str, base: Fraction) -> ArithmeticFact | None:
    percent, one_in = Fraction(round(100 * number / base)), int(base / 100)
    if one_in < _RARE or not percent or abs(number - percent * base / 100) > Fraction(1, 2):
        return None
    return ArithmeticFact("whole-percentage", measure, number, against, base, percent, one_in)


def published_observations() -> tuple[ArithmeticFact, ...]:
    """What can be seen in the published figures, each with the rows it is about."""
    rows = {figure.id: figure for figure in published()}
    return (*_of_single_rows(rows), *_lower(rows), *_of_pairs(rows))


def _of_single_rows(rows: dict[int, PublishedFigure]) -> Iterator[ArithmeticFact]:
    """Of rows that give entrepreneurs beside people or jobs, as counts and not in round words."""
    for figure in rows.values():
        plain = all(given.printed == "plain" for given in figure.given if given.measure == "entrepreneurs")
        three = (figure.of("registered"), figure.of("entrepreneurs"), figure.of("jobs"))
        if plain and three[1] is not None:
            for seen in observations(*three):
                yield attrs.evolve(seen, rows=(figure.id,))


def _lower(rows: dict[int, PublishedFigure]) -> Iterator[ArithmeticFact]:
    for told in package_data()["lower"]:
        measure, ids = told["measure"], tuple(told["rows"])
        earlier, later = (_given(rows[row], measure, told["scope"]) for row in ids)
        before, after = Fraction(earlier.number), Fraction(later.number)
        least = later.printed == "at_least"
        yield ArithmeticFact("lower", measure, after, measure, before, before - after, rows=ids, at_least=least)


def _of_pairs(rows: dict[int, PublishedFigure]) -> Iterator[ArithmeticFact]:
    for told in package_data()["ratio"]:
        row, of, to = rows[told["row"]], told["of"], told["to"]
        number, base = Fraction(_given(row, of, row.scope).number), Fraction(_given(row, to, row.scope).number)
        yield ArithmeticFact("ratio", of, number, told.get("called", to), base, number / base, rows=(row.id,))
    for told in package_data()["product"]:
        row, of, base = rows[told["row"]], told["of"], Fraction(told["base"])
        number = Fraction(_given(row, of, row.scope).number)
        yield ArithmeticFact("product", of, number, "", base, number / base, rows=(row.id,))


def _given(figure: PublishedFigure, measure: str, scope: str) -> Given:
    return next(given for given in figure.given if (given.measure, given.scope) == (measure, scope))
