"""Decisions bind, contradict each other, and are never lost."""

import json
import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import okoce_core as okoce
from okoce_core.identity.bonds import Bonds
from okoce_core.identity.decisions import Contradiction, Decision, Decisions, applied
from okoce_core.identity.entries import Entries
from okoce_core.identity.entry_names import entry_names
from okoce_core.misuse import Misuse

from .test_full import HEAD, TWO_NIKS, clusters, lists, people

KEY = b"a key for the tests only"


def same(a, b):
    return Decision.of(a, b, "same")


def different(a, b):
    return Decision.of(a, b, "different")


def names_of(reading, key=KEY):
    return entry_names(Entries.compared(reading).files, key)


def resolved(records, *made):
    """The clusters of records under decisions between them, each given as two record numbers and an answer."""
    reading = okoce.read(*lists(*records))
    ids = [int(i[1:]) for file in reading.files for i in file.records.people.ids]
    name = dict(zip(ids, names_of(reading), strict=True))
    decisions = Decisions(tuple(Decision.of(name[a], name[b], answer) for a, b, answer in made), KEY)
    return okoce.resolve(reading, decisions=decisions)


# --- how they bind ----------------------------------------------------------------------------------------------------

STRANGERS = [
    {"r": 1, "partner": "A", "name": "Sari Wangi", "born": "1990-07-01", "email": "sari@example.org"},
    {"r": 2, "partner": "B", "name": "Bambang Tirta", "born": "1961-03-05"},
    {"r": 3, "partner": "C", "name": "Sari Wangi", "born": "1990-07-01", "email": "sari@example.org"},
]


def test_what_is_decided_to_be_one_is_one_with_the_reason_that_somebody_said_so():
    found = resolved(STRANGERS, (1, 2, "same"))
    assert clusters(found) == [{1, 2, 3}]
    assert sorted(link.reason for link in found.links() if link.kind == "person") == ["decision", "evidence"]


def test_what_is_decided_to_be_two_is_two_whatever_agrees():
    assert clusters(resolved(STRANGERS)) == [{1, 3}, {2}]
    assert clusters(resolved(STRANGERS, (1, 3, "different"))) == [{1}, {2}, {3}]


def test_a_third_entry_does_not_bring_together_what_is_decided_to_be_two():
    third = {**STRANGERS[0], "r": 4, "partner": "D"}
    found = clusters(resolved([*STRANGERS, third], (1, 3, "different")))
    assert not any({1, 3} <= cluster for cluster in found)


def test_a_pair_that_is_decided_is_in_doubt_no_more():
    assert not resolved(STRANGERS, (1, 3, "different")).doubts


def test_a_person_may_say_that_two_different_numbers_are_one_person_and_both_numbers_are_found_then():
    mates = [{**TWO_NIKS[n], "r": n + 11, "partner": partner} for n, partner in ((0, "D"), (1, "E"))]
    everybody = [TWO_NIKS[0], TWO_NIKS[1], *mates]
    assert clusters(resolved(everybody)) == [{1, 11}, {2, 12}]
    assert clusters(resolved(everybody, (1, 2, "same"))) == [{1, 2, 11, 12}]


def test_unknown_binds_nothing():
    assert clusters(resolved(STRANGERS, (1, 3, "unknown"))) == [{1, 3}, {2}]


def test_exact_identity_takes_no_decisions():
    with pytest.raises(Misuse, match="full identity") as error:
        okoce.resolve(okoce.read(json.dumps(HEAD).encode()), identity="exact", decisions=Decisions())
    assert error.value.code == "decisions-need-full"


# --- the laws of the bonds --------------------------------------------------------------------------------------------

answers = st.lists(st.tuples(st.integers(1, 7), st.integers(1, 7), st.sampled_from(["same", "different"])), max_size=6)
persons = st.lists(st.tuples(people, st.sampled_from("AB")), min_size=7, max_size=7)


@settings(max_examples=40, deadline=None)
@given(persons, answers, st.randoms(use_true_random=False))
def test_clusters_respect_every_decision_that_is_applied_in_any_order(told, said, chance):
    records = [{**person, "partner": partner, "r": n} for n, (person, partner) in enumerate(told, 1)]
    found = resolved(records, *said)
    for a, b in found.decisions.bonds.same:
        assert found.person[a] == found.person[b]
    for a, b in found.decisions.bonds.different:
        assert found.person[a] != found.person[b]
    chance.shuffle(records)
    chance.shuffle(said)
    assert clusters(resolved(records, *((b, a, answer) for a, b, answer in said))) == clusters(found)


@settings(max_examples=20, deadline=None)
@given(persons)
def test_without_decisions_nothing_changes(told):
    records = [{**person, "partner": partner, "r": n} for n, (person, partner) in enumerate(told, 1)]
    reading = okoce.read(*lists(*records))
    plain = okoce.resolve(reading)
    bound = okoce.resolve(reading, decisions=Decisions(key=KEY))
    assert (list(plain.person), plain.doubts, plain.estimate) == (list(bound.person), bound.doubts, bound.estimate)


# --- contradictions and what is not here ------------------------------------------------------------------------------


def test_three_decisions_that_contradict_each_other_are_listed_and_none_is_applied():
    made = (same("p1", "p2"), same("p2", "p3"), different("p1", "p3"))
    found = applied(Decisions(made), ["p1", "p2", "p3"])
    assert found.contradictions == (Contradiction(made[2], (made[0], made[1])),)
    assert found.contradictory == {*made}
    assert found.bonds == Bonds()


def test_a_decision_beside_a_contradiction_is_applied():
    # p4 hangs on p2 by one thread: it is one with p2 whichever of the three is wrong.
    made = (same("p1", "p2"), same("p2", "p3"), different("p1", "p3"), same("p2", "p4"))
    assert applied(Decisions(made), ["p1", "p2", "p3", "p4"]).bonds == Bonds(same=((1, 3),))


def test_yes_and_no_of_one_pair_contradict_each_other_and_so_does_one_entry_made_two():
    assert applied(Decisions((same("p1", "p2"), different("p2", "p1"))), ["p1", "p2"]).bonds == Bonds()
    alone = applied(Decisions((different("p1", "p1"),)), ["p1"])
    assert alone.contradictions == (Contradiction(different("p1", "p1"), ()),)


def test_a_decision_on_entries_that_are_not_here_is_kept_and_reported():
    made = (same("p1", "p2"), different("p1", "p9"))
    found = applied(Decisions(made), ["p1", "p2"])
    assert found.unused == (made[1],)
    assert set(found.decisions.made) == {*made}


def test_a_decision_holds_through_an_entry_that_is_no_longer_here():
    # p1 is p9 and p9 is p2: p1 is p2. p9 is not p3: p3 is neither.
    made = (same("p1", "p9"), same("p9", "p2"), different("p9", "p3"))
    found = applied(Decisions(made), ["p1", "p2", "p3"])
    assert found.unused == ()
    assert found.bonds == Bonds(((0, 1),), ((0, 2), (1, 2)))


def test_a_list_that_is_sent_twice_is_bound_twice():
    found = applied(Decisions((same("p1", "p2"), different("p1", "p3"))), ["p1", "p2", "p3", "p1"])
    assert found.bonds == Bonds(((0, 1), (0, 3)), ((0, 2), (1, 2), (2, 3)))


@given(
    st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef"), st.sampled_from(["same", "different"])))
)
def test_what_is_left_never_contradicts_itself_and_nothing_is_lost(said):
    made = {Decision.of(*one) for one in said}
    found = applied(Decisions(tuple(made)), list("abcdef"))
    again = applied(Decisions(tuple(made - found.contradictory)), list("abcdef"))
    assert not again.contradictions
    assert again.bonds == found.bonds
    assert set(found.decisions.made) == made


def test_unknown_never_hides_a_yes_or_a_no():
    made = Decisions((Decision.of("p1", "p2", "unknown"), same("p2", "p1")))
    assert made.settled() == {("p1", "p2"): "same"}


# --- names of entries -------------------------------------------------------------------------------------------------

LIST = [{**STRANGERS[0], "partner": "A"}, {**STRANGERS[1], "partner": "A"}]


def test_with_a_key_an_entry_has_the_name_of_what_it_states_wherever_its_row_is():
    names = names_of(okoce.read(*lists(*LIST)))
    assert names_of(okoce.read(*lists(*reversed(LIST)))) == names[::-1]
    assert len({*names}) == 2
    assert not {*names} & {*names_of(okoce.read(*lists(*LIST)), b"another key of the tests")}


def test_an_entry_that_states_something_new_has_another_name():
    more = [{**LIST[0], "phone": "0800-1111-003"}, LIST[1]]
    before, after = names_of(okoce.read(*lists(*LIST))), names_of(okoce.read(*lists(*more)))
    assert (before[0] == after[0], before[1] == after[1]) == (False, True)


def test_rows_of_one_file_that_state_the_same_are_named_by_their_rows():
    twice = [LIST[0], {**LIST[0], "r": 7}]
    assert len({*names_of(okoce.read(*lists(*twice)))}) == 2


def test_without_a_key_names_hold_for_the_same_bytes_alone():
    names = names_of(okoce.read(*lists(*LIST)), None)
    assert names == names_of(okoce.read(*lists(*LIST)), None)
    assert not {*names} & {*names_of(okoce.read(*lists(LIST[0], {**LIST[1], "email": "b@example.org"})), None)}


def test_a_pickle_of_decisions_has_no_key_and_their_repr_neither():
    decisions = Decisions((same("p1", "p2"),), KEY)
    assert KEY not in pickle.dumps(decisions)
    assert "key for the tests" not in repr(decisions)
    assert pickle.loads(pickle.dumps(decisions)).made == decisions.made
