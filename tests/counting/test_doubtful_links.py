"""The count under doubtful links: by hand, and against every set of links that may hold."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

import okoce_core as okoce
from okoce_core.counting.bounds.doubtful import DoubtfulCount, Pair, count_in_doubt

HALF, QUARTER = Fraction(1, 2), Fraction(1, 4)


def test_pairs_that_do_not_touch_add_up():
    # Ten, and three pairs with 1/2, 1/4 and 9/10: 10 - 33/20; variance 1/4 + 3/16 + 9/100 = 211/400; from 7 to 10.
    pairs = [Pair(0, 1, HALF), Pair(2, 3, QUARTER), Pair(5, 4, Fraction(9, 10))]
    assert count_in_doubt(10, pairs, exact=12) == DoubtfulCount(
        exact=12, decided=10, all_linked=7, expectation=Fraction(167, 20), variance=Fraction(211, 400),
        expectation_ends=(Fraction(167, 20), Fraction(167, 20)),
    )  # fmt: skip


def test_without_doubt_there_is_one_number():
    found = count_in_doubt(4, [])
    assert (found.exact, found.decided, found.all_linked, found.expectation, found.variance) == (None, 4, 4, 4, 0)


def test_who_is_one_with_one_is_one():
    # Three, each two with 1/2. No link (1/8): three. One link (3/8): two. Two or three links (4/8): one.
    # E = 3/8 + 6/8 + 4/8 = 13/8; E of the square = 9/8 + 12/8 + 4/8 = 25/8; variance 25/8 - 169/64 = 31/64.
    found = count_in_doubt(3, [Pair(0, 1, HALF), Pair(1, 2, HALF), Pair(0, 2, HALF)])
    assert (found.all_linked, found.expectation, found.variance) == (1, Fraction(13, 8), Fraction(31, 64))


def test_a_pair_said_twice_is_one_pair():
    assert count_in_doubt(2, [Pair(0, 1, HALF), Pair(1, 0, HALF)]) == count_in_doubt(2, [Pair(0, 1, HALF)])


def by_enumeration(decided: int, pairs: list[Pair]) -> tuple[Fraction, Fraction, int]:
    """Expectation, variance and the least, over every set of links that may hold."""
    mean = square = Fraction(0)
    least = decided
    for holds in product((False, True), repeat=len(pairs)):
        groups = [{number} for number in range(decided)]
        chance = Fraction(1)
        for pair, held in zip(pairs, holds, strict=True):
            chance *= pair.probability if held else 1 - pair.probability
            if held:
                together = [group for group in groups if group & {pair.a, pair.b}]
                groups = [group for group in groups if group not in together] + [set().union(*together)]
        mean += chance * len(groups)
        square += chance * len(groups) ** 2
        least = min(least, len(groups))
    return mean, square - mean**2, least


probabilities = st.sampled_from([Fraction(n, 10) for n in range(11)])
doubts = st.dictionaries(st.sampled_from(list(combinations(range(6), 2))), probabilities, max_size=7).map(
    lambda told: [Pair(a, b, p) for (a, b), p in told.items()]
)


@given(doubts)
def test_it_is_what_enumerating_every_set_of_links_gives(pairs):
    found = count_in_doubt(6, pairs)
    assert (found.expectation, found.variance, found.all_linked) == by_enumeration(6, pairs)
    assert found.all_linked <= found.expectation <= found.decided


@given(doubts.flatmap(lambda pairs: st.tuples(st.just(pairs), st.permutations(pairs))))
def test_the_order_of_pairs_changes_nothing(both):
    assert count_in_doubt(6, both[0]) == count_in_doubt(6, both[1])


def test_a_long_chain_is_worked_out_exactly():
    # In a tree every link that holds merges two: a thousand links with 1/2 are 500 merges, variance 250.
    found = count_in_doubt(1001, [Pair(a, b, HALF) for a, b in pairwise(range(1001))])
    assert (found.expectation, found.variance, found.all_linked) == (501, 250, 1)


def test_of_a_group_too_entangled_the_ends_of_the_expectation_are_known():
    # Fifteen, each two with 1/10: 105 pairs. At most 105/10 merges are to be expected, at least 14/10 along a tree.
    found = count_in_doubt(20, [Pair(a, b, Fraction(1, 10)) for a, b in combinations(range(15), 2)])
    assert (found.decided, found.all_linked) == (20, 6)
    assert (found.expectation, found.variance) == (None, None)
    assert found.expectation_ends == (Fraction(19, 2), Fraction(93, 5))


def test_twelve_pairs_are_never_too_many():
    # A walk along a path of eight with four chords across leaves as many open ends as twelve pairs can.
    path = list(pairwise(range(9)))
    pairs = [Pair(a, b, HALF) for a, b in [*path, (0, 4), (1, 5), (2, 6), (3, 7)]]
    found = count_in_doubt(9, pairs)
    assert (found.expectation, found.variance, found.all_linked) == by_enumeration(9, pairs)


@pytest.mark.parametrize(
    "ask",
    [
        lambda: Pair(1, 1, HALF),
        lambda: Pair(0, 1, Fraction(3, 2)),
        lambda: count_in_doubt(2, [Pair(0, 1, HALF), Pair(1, 0, QUARTER)]),
        lambda: count_in_doubt(2, [Pair(0, 1, HALF), Pair(1, 2, HALF)]),
    ],
)
def test_pairs_that_make_no_sense_are_wrong_use(ask):
    with pytest.raises(okoce.Misuse) as error:
        ask()
    assert error.value.code == "pair-in-doubt"
