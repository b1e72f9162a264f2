import pickle

from hypothesis import given
from hypothesis import strategies as st

from okoce_core.model import Ownership, Participation, Statement, Statements
from okoce_core.values import PartialDate

FACTS = st.builds(Participation, st.sampled_from("AB"), st.sampled_from([None, PartialDate(2021), PartialDate(2022)]))
SAID = st.lists(st.tuples(FACTS, st.integers(0, 9), st.integers(1, 99), st.sampled_from([-1, 0, 3])))


@given(SAID)
def test_statements_come_out_as_they_went_in(told):
    said = Statements()
    for fact, subject, row, other in told:
        said.add(fact, subject, row, other)
    assert list(said) == [Statement(f, s, None if o < 0 else o, r) for f, s, r, o in told]
    assert len(said) == len(told)


@given(SAID)
def test_each_distinct_fact_is_kept_once(told):
    said = Statements()
    for fact, subject, row, other in told:
        said.add(fact, subject, row, other)
    assert len(said.facts) == len(set(said.facts)) == len({fact for fact, *_ in told})


def test_a_fact_keeps_its_index():
    said = Statements()
    assert [said.index(Ownership(works=works)) for works in (True, False, True)] == [0, 1, 0]


def test_nobody_else_concerned_is_none():
    said = Statements()
    said.add(Ownership(), 4, 7)
    said.add(Ownership(), 4, 8, 0)
    assert [one.other for one in said] == [None, 0]


def test_statements_survive_a_pickle_and_can_be_added_to():
    said = Statements()
    said.add(Participation("A"), 1, 2)
    again = pickle.loads(pickle.dumps(said))
    again.add(Participation("A"), 3, 4)
    assert [one.subject for one in again] == [1, 3]
    assert len(again.facts) == 1
