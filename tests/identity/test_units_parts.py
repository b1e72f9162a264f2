"""The parts that decide on enterprises: how names compare, what numbers say, and what labels teach."""

from __future__ import annotations

import math
from collections import Counter

import pytest

from okoce_core.identity.population import REASONS
from okoce_core.identity.units import NEW_REASONS
from okoce_core.identity.units.businesses import Business
from okoce_core.identity.units.evidence import Comparison, Labels, Weights, probability, together
from okoce_core.identity.units.joining import Joining
from okoce_core.identity.units.names import LIKENESS, Forms, Rarity, likeness
from okoce_core.identity.units.nodes import Nodes
from okoce_core.identity.units.numbers import contradict, near, of_a_crowd
from okoce_core.identity.units.owning import Owner, named_after, sign_of, tie
from okoce_core.identity.units.partners import Shared
from okoce_core.identity.units.reasons import code

NIB, NEAR, FAR = "NIB 9120000000017", "NIB 9120000000011", "NIB 8230405060708"


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("Toko Djaja", "toko jaya", "same"), ("Batik Tulip", "Tulip Batik", "same"), ("Bpk Anu", "Pak Anu", "same"),
        ("Keripik Tulip", "Kerpik Tulip", "misspelt"), ("Keripik Tulip", "KeripikT ulip", "misspelt"),
        ("Keripik Tulipa Manis", "Kerpik Tulpa Manis", "misspelt"), ("Toko Tulip", "Tulip", "shortened"),
        ("Keripik Tulip", "Batik Tulip", "mostly"), ("Keripik Tulip", "Keripik Anggrek", "partly"),
        ("Keripik Tulip", "Batik Anggrek", "other"),
    ],
)  # fmt: skip
def test_names_of_businesses_compare_word_by_word(one, other, told):
    # Of "Keripik Tulip" the rarer word says more: whoever shares it shares most of the name.
    forms = Forms()
    said = Rarity([])
    assert LIKENESS[likeness(forms[one], forms[other], said)] == told
    assert LIKENESS[likeness(forms[other], forms[one], said)] == told


def test_a_usual_name_is_expected_often_and_a_rare_one_hardly_ever():
    # Of 5000 businesses one in a hundred has a usual word: half a "Warung Sederhana" by chance.
    said = Rarity([])
    assert said.namesakes("warung sederhana") == pytest.approx(0.5)
    assert said.namesakes("konfeksi tulif") == pytest.approx(5000 * 0.0005**2)


def test_numbers_are_the_same_misspelt_or_another():
    assert near(NIB, NEAR)
    assert near("NIB 9120000000017", "NIB 9120000000071")
    assert not near(NIB, FAR)
    assert not near("NPSN 99000001", "NPSN 99000002")
    assert contradict([NIB], [FAR])
    assert contradict(["NPSN 99000001"], ["NPSN 99000002"])
    assert not contradict([NIB], [NEAR])
    assert not contradict([NIB], ["NPSN 99000002"])
    assert not contradict([NIB, FAR], [FAR])


def test_a_crowd_is_many_owners_with_many_names():
    assert of_a_crowd((NIB, n, f"nama {n}") for n in range(6)) == {NIB}
    assert of_a_crowd((NIB, n, f"nama {n}") for n in range(5)) == set()
    assert of_a_crowd((NIB, n, "satu nama") for n in range(6)) == set()


def test_a_level_weighs_as_much_as_labels_and_expectation_together_show():
    labels = Labels(Counter({(0,): 30, (1,): 10}), Counter({(0,): 10, (1,): 30}))
    weights = Weights([Comparison("name", (50, 50), (50, 50), 20)], labels)
    # (30 + 10) of 60 against (10 + 10) of 60.
    assert weights.of((0,)) == pytest.approx(math.log(2))
    assert weights.of((1,)) == pytest.approx(math.log(1 / 2))


def test_without_labels_what_ships_decides():
    weights = Weights([Comparison("name", (80, 20), (10, 90))], Labels())
    assert weights.of((0,)) == pytest.approx(math.log(8))


def test_the_share_of_true_pairs_is_found_among_those_without_labels():
    # Where one level is nearly always one enterprise's, their share is how often it is seen, but for the expectation.
    weights = Weights([Comparison("name", (99.99, 0.01), (0.01, 99.99))], Labels())
    share = probability(weights.share(Counter({(0,): 300, (1,): 700}), 0.5))
    assert share == pytest.approx((300 + 10) / 1020, abs=0.002)


def test_two_comparisons_together_have_a_level_for_each_pair_of_levels():
    both = together(Comparison("a", (60, 40), (10, 90)), Comparison("b", (50, 30, 20), (20, 30, 50)))
    assert both.same == (30, 18, 12, 20, 12, 8)
    assert sum(both.other) == pytest.approx(100)


def test_whose_name_is_on_the_sign_and_what_owners_share():
    sari, budi = Owner({"sari", "rekaan"}, {"+628001111"}), Owner({"budi", "rekaan"})
    assert sign_of(*(named_after("warung bu sari", owner) for owner in (sari, budi))) == 0
    assert sign_of(*(named_after("rekaan jaya", owner) for owner in (sari, budi))) == 1
    assert sign_of(*(named_after("maju jaya", owner) for owner in (sari, budi))) == 2
    assert [tie(sari, other) for other in (Owner(set(), {"+628001111"}), Owner({"sari", "rekaan"}), budi, Owner())] == [
        0, 1, 2, 3,
    ]  # fmt: skip


def test_entries_with_contradicting_numbers_are_never_joined_by_asking():
    joining = Joining(3)
    for entry, number in enumerate((NIB, FAR)):
        joining.hold(entry, (number,))
    assert not joining.allowed(0, 1)
    assert joining.allowed(0, 2)
    joining.join("owner-business-name", 0, 2)
    assert joining.held(2) == {NIB}
    assert not joining.allowed(2, 1)


def test_every_reason_has_a_number_and_the_exact_ones_keep_theirs():
    assert [code(reason) for reason in REASONS] == list(range(len(REASONS)))
    assert len({code(reason) for reason in NEW_REASONS}) == len(NEW_REASONS)


def test_nothing_shows_a_name_or_a_number_in_its_repr():
    joining = Joining(1)
    joining.hold(0, (NIB,))
    shown = (
        Nodes(form=["kedai rahasia"]),
        Business(0, 0, {"kedai rahasia"}),
        Shared(1, content={0: ("kedai rahasia",)}),
    )
    assert "rahasia" not in repr((*shown, Owner({"rahasia"})))
    assert NIB not in repr(joining)


def test_a_share_is_lowered_until_no_more_labelled_pairs_are_expected_to_be_true_than_are():
    comparison = Comparison("name", (50, 50), (50, 50), 1e9)  # says nothing: the odds of a pair are those of the share
    labels = Labels(Counter({(0,): 30}), Counter({(1,): 270}))
    weights = Weights([comparison], labels)
    assert weights.lowered(0.0, labels) == pytest.approx(math.log(30 / 270), abs=1e-6)
    assert weights.lowered(-4.0, labels) == pytest.approx(-4.0, abs=1e-6)
    few = Labels(Counter({(0,): 1}), Counter({(1,): 198}))
    assert weights.lowered(0.0, few) == 0.0
