"""How large the population is that two lists are drawn from: a diagnostic of lists, never a count of participants.

Recapture estimates how many there are *including those on no list*. Nobody reached them, so they are not participants;
how many people two lists have is their union, and that is counted.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

import attrs

from okoce_core.misuse import Misuse

__all__ = ["MissedLinks", "PopulationEstimate", "missed_links", "population_estimate"]


@attrs.frozen
class PopulationEstimate:
    """How large the population may be; it says nothing of how many took part.

    Attributes:
        lincoln_petersen: n1 n2 / m; None where nobody is on both lists. chapman: (n1 + 1)(n2 + 1) / (m + 1) - 1,
            which has less bias and always exists. variance: Of Chapman's; its root is the standard error.
    """

    lincoln_petersen: Fraction | None
    chapman: Fraction
    variance: Fraction
    label: Literal["population_estimate"] = "population_estimate"


def population_estimate(first: int, second: int, both: Fraction | int) -> PopulationEstimate:
    """The population two lists are drawn from, by Lincoln-Petersen and Chapman.

    Both assume that

    1. the population is closed: nobody comes or goes between the lists;
    2. in at least one list everybody has the same chance of being on it;
    3. the lists are independent: being on one makes nobody more or less likely to be on the other;
    4. no mark is lost: everybody on both lists can be recognised in both;
    5. every mark is reported: everybody recognised is counted as such.

    Lists of partners break all five: they refer people to each other, meet at the same events, work in some regions
    only, and span years. So it tells how alike lists are, and about how much of an eligible population they cover.

    Args:
        first, second: People on each list. both: People on both.

    Raises:
        Misuse: more on both than on one.

    SOURCE: Lincoln (1930); Chapman (1951); variance Seber (1970), Biometrika 57; assumptions as in CRAN recapr.
    """
    if not 0 <= both <= min(first, second):
        raise Misuse("recapture-numbers", f"{both} on both of lists with {first} and {second}", asked=str(both))
    n, m = Fraction((first + 1) * (second + 1)), Fraction(both)
    return PopulationEstimate(
        Fraction(first * second) / m if m else None,
        n / (m + 1) - 1,
        n * (first - m) * (second - m) / ((m + 1) ** 2 * (m + 2)),
    )


@attrs.frozen
class MissedLinks:
    """What finding only some of the people on both lists does to what is made of them.

    Attributes:
        union_as_linked: What the union was counted as. union_if_all_were: What it would be. Every link that was missed
            adds a person who does not exist.
        as_linked, if_all_were: The estimates of the population; missed links blow it up by 1 / recall.
    """

    union_as_linked: int
    union_if_all_were: Fraction
    as_linked: PopulationEstimate
    if_all_were: PopulationEstimate


def missed_links(first: int, second: int, linked: int, recall: Fraction) -> MissedLinks:
    """What missed links cost, where a check has shown what share of the true links is found.

    Args:
        first, second: People on each list. linked: Links found between them; none is taken to be wrong.
        recall: The share of the true links that is found, above 0, at most 1.

    Raises:
        Misuse: a recall that is none, or one with which more would be on both lists than on one.
    """
    if not 0 < recall <= 1:
        raise Misuse("recapture-numbers", f"recall is above 0 and at most 1, not {recall}", asked=str(recall))
    true = Fraction(linked) / recall
    return MissedLinks(
        first + second - linked,
        first + second - true,
        population_estimate(first, second, linked),
        population_estimate(first, second, true),
    )
