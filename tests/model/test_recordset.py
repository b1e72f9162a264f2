import pickle
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okoce_core.evidence import Place
from okoce_core.model import Enterprise, Enterprises, People, Person, RecordSet
from okoce_core.model.entities import Membership, Sector
from okoce_core.model.recordset import SHEET_BITS
from okoce_core.values import PartialDate


def test_people_come_out_as_they_went_in():
    people = People()
    given_ = [Person("P1", "Sari Karangan", sex="F"), Person("P2", phones=("+628001000001",))]
    assert [people.add(person, row) for row, person in enumerate(given_, 4)] == [0, 1]
    assert list(people) == given_
    assert people[1] == given_[1]
    assert list(people.row) == [4, 5]


def test_columns_that_a_block_does_not_have_get_their_defaults():
    people = People()
    assert people.extend([4, 5], {"name": ["Sari", None]}) == 0
    assert people.extend([6], {"sex": ["F"]}) == 2
    assert list(people) == [Person("0", "Sari"), Person("1"), Person("2", sex="F")]
    assert {len(column) for column in people.columns.values()} == {3}


def test_a_place_beyond_the_last_is_an_index_error():
    with pytest.raises(IndexError):
        People()[0]


def test_what_two_lines_say_of_one_person_is_put_together():
    people = People()
    people.add(Person("P", "Sari", sex="F"), 7)
    assert people.merge(0, Person("P", nik="9901014107909001", sex="F"), 3) is False
    assert people[0] == Person("P", "Sari", "9901014107909001", sex="F")
    assert list(people.row) == [3]


def settled(roll, *entities):
    roll.add(entities[0], 1)
    contradictions = [roll.merge(0, entity, 2) for entity in entities[1:]]
    roll.settle()
    return list(roll), any(contradictions)


def test_of_two_that_contradict_each_other_both_are_kept_in_whatever_order_they_come():
    lines = (Person("P", "Sari", born=PartialDate(1990), sex="F"), Person("P", "Budi", born=PartialDate(1950)))
    for order in permutations((*lines, lines[0])):
        entries, contradict = settled(People(), *order)
        # Each contradicting value once; what nobody contradicts is told once, in the first entry.
        first, second = (
            Person("P", "Budi", born=PartialDate(1950), sex="F"),
            Person("P", "Sari", born=PartialDate(1990)),
        )
        assert (entries, contradict) == ([first, second], True)


@pytest.mark.parametrize("order", set(permutations([True, True, False])))
def test_a_yes_and_a_no_are_kept_once_each_in_whatever_order_they_come(order):
    entries, contradict = settled(Enterprises(), *(Enterprise("E", brand=said) for said in order))
    assert ([unit.brand for unit in entries], contradict) == ([False, True], True)


def test_of_two_sectors_the_order_of_the_lines_does_not_show():
    said = [Sector("KBLI2020", "56101"), Sector("KBLI2015", "56101")]
    kept = [settled(Enterprises(), *(Enterprise("E", sector=s) for s in order))[0] for order in permutations(said)]
    assert kept[0] == kept[1]
    assert [unit.sector for unit in kept[0]] == [Sector("KBLI2015", "56101"), Sector("KBLI2020", "56101")]


def test_of_two_membership_numbers_the_order_of_the_lines_does_not_show():
    # A number shows in no repr, so it must not be by that that they are sorted.
    said = [(Membership("tda", "TDA0002"),), (Membership("tda", "TDA0001"),)]
    kept = [settled(People(), *(Person("P", memberships=s) for s in order))[0] for order in permutations(said)]
    assert kept[0] == kept[1]
    assert [person.memberships for person in kept[0]] == [said[1], said[0]]


def test_a_yes_or_a_no_beats_silence():
    units = Enterprises()
    units.add(Enterprise("E", brand=True), 1)
    assert units.merge(0, Enterprise("E", supports_owner=False), 2) is False
    assert (units[0].brand, units[0].supports_owner) == (True, False)


NAMES = st.sampled_from([None, "Sari", "Budi", "Citra"])
LINES = st.lists(st.builds(Person, st.just("P"), NAMES, sex=st.sampled_from([None, "F", "M"])), min_size=1, max_size=6)


@given(LINES, st.randoms(use_true_random=False))
def test_the_order_of_lines_about_one_person_does_not_show(lines, chance):
    shuffled = list(lines)
    chance.shuffle(shuffled)
    assert settled(People(), *shuffled) == settled(People(), *lines)


def test_a_row_of_a_later_sheet_knows_its_sheet():
    records = RecordSet(sheets=["Anggota", "Alumni"])
    assert records.place("a.xlsx", 14) == Place("a.xlsx", "Anggota", 14)
    assert records.place("a.xlsx", (1 << SHEET_BITS) | 14) == Place("a.xlsx", "Alumni", 14)


def test_a_set_without_sheets_and_with_places_of_its_own():
    records = RecordSet(places={3: Place("asal.xlsx", "S", 77)})
    assert records.place("a.jsonl", 2) == Place("a.jsonl", "", 2)
    assert records.place("a.jsonl", 3) == Place("asal.xlsx", "S", 77)


@pytest.mark.parametrize("kind", [People, Enterprises])
def test_a_pickle_leaves_out_what_is_personal_and_says_so(kind):
    roll = kind()
    roll.ids.append("Sari")
    roll.extend([4], {"name": ["Sari"], "region": ["32.71"]})
    again = pickle.loads(pickle.dumps(roll))
    assert (again.withheld, roll.withheld) == (True, False)
    assert (again.columns["name"], again.columns["region"], again.ids, list(again.row)) == ([None], ["32.71"], [], [4])
    assert again[0].name is None
    assert b"Sari" not in pickle.dumps(roll)


def test_of_a_person_only_sex_and_region_survive_a_pickle():
    assert set(People.personal) == {
        "name", "nik", "phones", "email", "born", "address", "disability", "memberships",
    }  # fmt: skip
    assert set(Enterprises.personal) >= {"name", "nib", "npwp", "institution"}


def test_a_membership_number_shows_in_no_repr_and_in_no_pickle():
    people = People()
    people.add(Person("P", memberships=(Membership("tda", "TDA0001"),)), 1)
    assert "TDA0001" not in f"{people[0]!r} {people[0].memberships!r}"
    assert b"TDA0001" not in pickle.dumps(people)
    assert pickle.loads(pickle.dumps(people))[0].memberships == ()


def test_the_repr_of_a_record_set_shows_sizes_and_nobody():
    records = RecordSet()
    records.people.add(Person("P", "Sari"), 1)
    assert "<1>" in repr(records)
    assert "Sari" not in repr(records)
