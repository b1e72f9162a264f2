"""Shapley's value where a definition needs several services together, and the equal split where one is enough."""

from __future__ import annotations

import doctest
from collections.abc import Callable
from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import okoce_core as okoce
from okoce_core.counting.bridging import game
from okoce_core.counting.bridging.game import Services, Worth, needs, shapley, shared_by_service
from tests.rules.vectors import vector


def by_orders(players: str, worth: Worth) -> dict[str, Fraction]:
    """The definition itself: what each adds when he joins, averaged over all orders."""
    orders = list(permutations(players))
    shares = dict.fromkeys(players, Fraction(0))
    for order in orders:
        for place, player in enumerate(order):
            added = worth(frozenset(order[: place + 1])) - worth(frozenset(order[:place]))
            shares[player] += Fraction(added) / len(orders)
    return shares


def test_v04_a_definition_that_needs_two_services_rewards_nobody_who_gave_neither() -> None:
    said = vector("V04")
    worths = {frozenset(names.split("+")): value for names, value in said["value"].items()}
    found = shapley(said["players"], lambda coalition: worths.get(coalition, 0))
    assert found == {player: Fraction(share) for player, share in said["expect"]["shapley"].items()}
    # Trained by A and licensed by B says the same without a table.
    assert shapley(said["players"], needs([["A"], ["B"]])) == found
    # Where being on a list is enough, the three share equally.
    listed = {player: Fraction(share) for player, share in said["expect"]["equal_among_listers"].items()}
    assert shared_by_service({frozenset([frozenset(said["players"])]): 1}) == listed


_services = st.frozensets(st.frozensets(st.sampled_from("ABCD"), min_size=1), min_size=1, max_size=3)


@given(st.dictionaries(st.frozensets(st.sampled_from("ABC"), min_size=1), st.integers(-3, 9)))
def test_shares_are_the_average_over_the_orders_of_joining_and_sum_to_the_whole(
    worths: dict[frozenset[str], int],
) -> None:
    def worth(coalition: frozenset[str]) -> int:
        return worths.get(coalition, 0)

    found = shapley("ABC", worth)
    assert found == by_orders("ABC", worth)
    assert sum(found.values()) == worth(frozenset("ABC"))


@given(_services)
def test_services_given_by_several_are_the_average_over_the_orders_of_joining(services: Services) -> None:
    assert shapley("ABCD", needs(services)) == by_orders("ABCD", needs(services))


@given(st.dictionaries(st.frozensets(st.sampled_from("ABCD"), min_size=1), st.integers(0, 9), max_size=4))
def test_for_a_coverage_count_the_shapley_value_is_the_equal_split(listed: dict[frozenset[str], int]) -> None:
    # v(S) is the sum of the units on any list of S: counting.md 3.2 proves what is enumerated here.
    def covered(coalition: frozenset[str]) -> int:
        return sum(value for partners, value in listed.items() if partners & coalition)

    equal = dict.fromkeys("ABCD", Fraction(0))
    for partners, value in listed.items():
        for partner in partners:
            equal[partner] += Fraction(value, len(partners))
    assert shapley("ABCD", covered) == equal
    grouped = shared_by_service({frozenset([partners]): value for partners, value in listed.items()})
    assert dict.fromkeys("ABCD", Fraction(0)) | grouped == equal


@given(st.dictionaries(_services, st.fractions(0, 9, max_denominator=6), max_size=3))
def test_grouped_units_share_what_one_game_over_all_partners_would(units: dict[Services, Fraction]) -> None:
    def worth(coalition: frozenset[str]) -> Fraction:
        return sum((value * needs(services)(coalition) for services, value in units.items()), Fraction(0))

    assert dict.fromkeys("ABCD", Fraction(0)) | shared_by_service(units) == shapley("ABCD", worth)


def test_a_unit_that_needed_nothing_counts_for_nobody() -> None:
    assert shapley("AB", needs([])) == {"A": 0, "B": 0}
    assert shared_by_service({}) == {}
    # Nobody gave one of its services, so it does not count at all.
    assert shared_by_service({frozenset([frozenset("A"), frozenset[str]()]): 5}) == {"A": 0}


def test_twelve_partners_are_few_enough_and_thirteen_are_not() -> None:
    names = [f"P{number}" for number in range(13)]
    assert shapley(names[:12], needs([names[:12]])) == dict.fromkeys(sorted(names[:12]), Fraction(1, 12))
    with pytest.raises(okoce.Misuse) as wrong:
        shapley(names, needs([names]))
    assert (wrong.value.code, wrong.value.asked) == ("game-size", "13")


def test_what_is_there_without_any_partner_cannot_be_shared_out() -> None:
    always: Callable[[frozenset[str]], int] = lambda _: 1  # noqa: E731
    with pytest.raises(okoce.Misuse) as wrong:
        shapley("AB", always)
    assert wrong.value.code == "game-of-nobody"


def test_the_examples_hold() -> None:
    assert doctest.testmod(game).failed == 0
