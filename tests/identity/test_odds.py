"""What no odds can do: a household's telephone, a relative's number, twins; and copies, which are one beforehand."""

import pytest

import okoce_core as okoce
from okoce_core.identity.bonds import Bonds
from okoce_core.identity.explaining import explain_link
from okoce_core.identity.full.copies import copies
from okoce_core.identity.full.decide import decide
from okoce_core.identity.full.gathering import evidence, gathered
from okoce_core.identity.full.numbers import relation
from tests.identity.test_full import clusters, lists, population

NIK = "9901014107909001"
PHONE = {"phone": "0800-1111-001"}


def rows(*told, partner="A"):
    return [{"r": r, "partner": partner, **one} for r, one in enumerate(told, 1)]


@pytest.mark.parametrize(
    "told",
    [
        [{"name": "Sari", **PHONE}, {"name": "Budi", **PHONE}],
        [{"name": "Siti Aminah", **PHONE}, {"name": "Siti Rahma", **PHONE}],
        [{"name": "Sari", **PHONE, "address": "Jl. Melati 7"}, {"name": "Budi", **PHONE, "address": "Jl. Melati 7"}],
        [{"name": "Sari", **PHONE, "region": "32.71"}, {"region": "32.71", **PHONE}],
    ],
)
def test_a_household_s_telephone_and_address_make_no_two_names_one_but_a_doubt(told):
    found = population(*rows(*told))
    assert found.people == 2
    assert len(found.doubts) == 1
    name = found.reading.files[0].source.name
    explained = explain_link(found, (name, 2), (name, 4))
    assert explained.standing == "open"
    assert explained.odds == pytest.approx(explained.base + sum(e.weight for e in explained.evidence))
    assert {"household"} <= {e.field for e in explained.evidence}


def test_what_is_one_s_own_makes_one_person_of_two_names():
    born = {"born": "1990-07-01", "email": "sari@example.org"}
    found = population(*rows({"name": "Sari Wangi", **PHONE, **born}, {"name": "Sari", **PHONE, **born}))
    assert found.people == 1


@pytest.mark.parametrize(("one", "other"), [("Rina Wati", "Rini Wati"), ("Suminah", "Sumirah")])
def test_two_of_one_birth_date_whose_first_names_are_a_letter_apart_stay_two_in_doubt_in_one_list(one, other):
    born = {"born": "1990-07-14", "region": "32.71", **PHONE}
    found = population(*rows({"name": one, **born}, {"name": other, **born}))
    assert found.people == 2
    assert len(found.doubts) == 1
    own = {"email": "rina@example.org", **born}
    assert population(*rows({"name": one, **own}, {"name": other, **own})).people == 1
    number = {"nik": "9901015407909001", **born}
    assert population(*rows({"name": one, **number}, {"name": other, **number})).people == 1


def test_numbers_of_twins_keep_two_people_unless_their_rows_bear_one_name():
    twin = f"{NIK[:15]}2"
    alike = population(*rows({"name": "Dewi Wangi", "nik": NIK}, {"name": "Devi Wangi", "nik": twin}))
    assert alike.people == 2
    misspelt = population(
        *rows({"name": "Dewi Wangi", "nik": NIK, **PHONE}, {"name": "Dewi Wangi", "nik": twin, **PHONE})
    )
    assert misspelt.people == 1


def test_one_number_and_one_name_are_one_person_whatever_birth_date_stands_beside_and_a_relative_is_another():
    wrong = {"nik": NIK, "born": "1961-03-05"}
    assert population(*rows({"name": "Sari Wangi", "nik": NIK}, {"name": "Sari Wangi", **wrong})).people == 1
    assert population(*rows({"name": "Sari Wangi", "nik": NIK}, {"name": "Budi Karang", **wrong})).people == 2


def test_a_number_that_its_row_speaks_against_tells_something_only_beside_the_same():
    other = "9902035512859004"
    told = rows({"nik": NIK}, {"nik": NIK, "born": "1961-03-05"}, {"nik": other})
    shown = evidence(
        okoce.read(*lists(*({"name": f"Sari {r}", **one} for r, one in zip("ABA", told, strict=True)))).files
    )
    assert [relation(shown, 0, 1), relation(shown, 1, 2), relation(shown, 0, 2)] == ["doubtful", "", "other"]
    vouched = evidence(okoce.read(*lists(*({"name": "Sari", **one} for one in told))).files)
    assert relation(vouched, 0, 1) == "vouched for"


# --- copies -----------------------------------------------------------------------------------------------------------

SARI = {"name": "Sari Wangi", "nik": NIK, **PHONE}


def files(*records):
    return okoce.read(*lists(*records)).files


def test_rows_of_one_partner_that_say_the_same_are_copies_and_those_of_another_are_not():
    said = gathered(files(*rows(SARI, {"name": "Budi", **PHONE}, SARI), *rows(SARI, partner="B")))
    assert (copies(said).first, copies(said).of) == ([0, 1, 3], [0, 1, 0, 2])


def test_a_name_alone_makes_no_copy_and_neither_does_what_somebody_decided():
    plain = gathered(files(*rows({"name": "Sari", "region": "32.71"}, {"name": "Sari", "region": "32.71"})))
    assert copies(plain).of == [0, 1]
    assert copies(gathered(files(*rows(SARI, SARI))), apart={1}).of == [0, 1]


def test_copies_that_somebody_decided_to_be_two_people_stay_two():
    decided = decide(files(*rows(SARI, SARI, SARI)), Bonds(different=((0, 1),)))
    root = decided.clusters.components.root
    assert root(0) != root(1)


def test_copies_are_linked_and_what_is_between_others_is_told_of_the_first_of_them():
    records = rows(SARI, SARI, {"name": "Sari", **PHONE}, {"name": "Budi", **PHONE})
    decided = decide(files(*records))
    size = len(decided)
    assert (14.0, 0 * size + 1) in decided.clusters.links
    assert clusters(population(*records)) == [{1, 2, 3}, {4}]
    assert {pair // size for _, pair in decided.clusters.open} <= {0, 2}


def test_records_keep_whose_list_a_row_is_of_by_whom_it_took_part_with():
    shown = evidence(files(*rows(SARI), *rows(SARI, partner="B"), *rows(SARI, partner="B")))
    assert len(set(shown.partner)) == 2


# --- crowds -----------------------------------------------------------------------------------------------------------

SEKAR = {"name": "Sekar Ayuningtyas", "region": "32.73", "born": "1990-07-04", **PHONE}


@pytest.mark.parametrize("told", [{**SEKAR, "nik": "9901014407909001"}, SEKAR])
def test_one_person_in_a_hundred_lists_is_one_person(told):
    records = [{"r": n, "partner": f"M{n}", **told} for n in range(1, 101)]
    assert population(*records).people == 1


def test_people_of_one_facilitator_s_telephone_are_found_again_in_another_list():
    names = ["Sari Wangi", "Budi Karang", "Dewi Lestari", "Wayan Rekaan", "Eko Prasetyo", "Ratna Uji", "Joko Contoh",
             "Gita Kurnia", "Hasan Basri", "Tuti Alawiyah"]  # fmt: skip
    told = [{"name": name, "region": "33.05", **PHONE} for name in names]
    both = [{"r": n, "partner": "AB"[n >= 10], **told[n % 10]} for n in range(20)]
    assert population(*both).people == 10


def test_father_and_son_of_one_name_and_telephone_are_two_and_in_doubt():
    father, son = ({"name": "Ahmad Fauzi", "born": born, **PHONE} for born in ("1960-02-03", "1988-06-09"))
    found = population(*rows(father), {**rows(son, partner="B")[0], "r": 2})
    assert (found.people, len(found.doubts)) == (2, 1)


def test_an_office_s_mailbox_makes_no_two_names_one():
    told = [{"name": name, "email": "desa@example.org"} for name in ("Sinta Kurniawan", "Yanti Kurniawan")]
    assert population(*rows(*told)).people == 2
