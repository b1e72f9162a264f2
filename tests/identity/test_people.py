"""Who is the same person by exact identifiers: what links, what never does, and what stays in doubt."""

from __future__ import annotations

import pytest

import okoce_core as okoce
from okoce_core.evidence import Place
from okoce_core.identity import REASONS, Doubt
from okoce_core.identity.components import Components
from okoce_core.identity.keys import nik_contradicted
from okoce_core.values import PartialDate
from tests.identity.populations import NIK, exactly, one_file, people, reasons
from tests.laws.partner_files import jsonl, read

BORN = "1990-07-01"
PHONE = "phone-first-name"


def reach(population):
    figures = okoce.count(population, "okoce-reach@1", as_of="2022-12-31").participants
    return figures.low, figures.value, figures.high


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        ({"nik": NIK, "name": "Sari Karangan"}, {"nik": NIK, "name": "Ibu Sari K."}, "nik"),
        ({"nik": NIK}, {"nik": "99.01.01-410790 9001"}, "nik"),
        ({"name": "Sari", "phones": ["0800100001"]}, {"name": "Sari K.", "phones": ["+62 800-100-001"]}, PHONE),
        (
            {"name": "Sari", "phones": ["08001000001", "08001000002"]},
            {"name": "Sari", "phones": ["08001000002", "08001000003"]},
            "phone-first-name",
        ),
        ({"name": "Sari Karangan", "born": BORN}, {"name": "SARI KARANGAN, S.Pd.", "born": BORN}, "name-born"),
        ({"name": "Sari Karangan", "born": BORN}, {"name": "Karangan Sari", "born": BORN}, "name-born"),
        (
            {"name": "Sulaiman", "born": BORN, "region": "32.71"},
            {"name": "Sulaiman", "born": BORN, "region": "32.71"},
            "name-born",
        ),
        ({"email": "sari@example.com"}, {"email": "Sari@Example.com", "name": "Sari"}, "email"),
    ],
)  # fmt: skip
def test_each_key_links_and_says_so(a, b, reason):
    population = people(a, b)
    assert population.people == 1
    assert reasons(population) == [reason]
    assert reason in REASONS
    # The line after the header of either file.
    link = next(population.links())
    assert (link.kind, link.a.place, link.b.place) == ("person", Place("bytes-1", "", 2), Place("bytes-2", "", 2))
    assert reach(population) == (1, 1, 1)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ({"name": "Sari Karangan"}, {"name": "Sari Karangan"}),
        ({"name": "Sari K.", "region": "32.71", "sex": "F"}, {"name": "Sari K.", "region": "32.71", "sex": "F"}),
        ({"name": "Sari Karangan", "born": "1990"}, {"name": "Sari Karangan", "born": "1990"}),
        ({"name": "Sari Karangan", "born": "1990-07"}, {"name": "Sari Karangan", "born": "1990-07"}),
        ({"name": "Sulaiman", "born": BORN}, {"name": "Sulaiman", "born": BORN}),
        ({"name": "Sulaiman", "born": BORN, "region": "32.71"}, {"name": "Sulaiman", "born": BORN, "region": "32.73"}),
        ({"name": "Sari Karangan", "born": BORN}, {"name": "Sari Rekaan", "born": BORN}),
        ({"name": "Sari", "phones": ["08001000001"]}, {"name": "Budi", "phones": ["08001000001"]}),
        ({"phones": ["08001000001"]}, {"phones": ["08001000001"]}),
        ({"name": "Sari", "phones": ["08001000001"]}, {"phones": ["08001000001"]}),
        ({"name": "Siti Aminah", "phones": ["08001000001"]}, {"name": "Siti Rahma", "phones": ["08001000001"]}),
        ({"name": "Muhammad Yusuf", "phones": ["08001000001"]}, {"name": "Moh. Ilham", "phones": ["08001000001"]}),
        ({"address": "Jalan Rekaan 1"}, {"address": "Jalan Rekaan 1"}),
        ({}, {}),
    ],
)  # fmt: skip
def test_what_many_people_share_links_nobody(a, b):
    population = people(a, b)
    assert population.people == 2
    assert reasons(population) == []
    assert population.doubts == ()
    assert reach(population) == (2, 2, 2)


@pytest.mark.parametrize(
    "filler",
    [
        {"nik": "0000000000000000"}, {"nik": "1111111111111111"}, {"nik": "1234567890123456"},
        {"nik": "9901014107900000"},
        {"nik": "9.90101E+15"}, {"nik": "-"}, {"phones": ["08111111111"], "name": "Sari"},
        {"phones": ["081234567890"], "name": "Sari"},
        {"phones": ["-", "0"], "name": "Sari"}, {"email": "test@test.com"}, {"email": "-"},
        {"email": "tidakada@gmail.com"},
        {"name": "-", "phones": ["08001000001"]}, {"name": "Tidak Ada", "born": BORN},
    ],
)  # fmt: skip
def test_a_placeholder_links_nobody(filler):
    assert people(filler, filler).people == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Muhammad Suharto", "M. Soeharto"),
        ("Muhammad Suharto", "Moh. Suharto"),
        ("Muhammad Suharto", "Mochamad Suharto, S.E."),
        ("Muhammad Suharto", "H. Muh Soeharto"),
        ("Soeharto", "Suharto Karangan"),
        ("Drs. Soeharto", "Bpk. Suharto"),
        ("Hj. Siti Aminah", "St. Aminah, S.Pd"),
        ("Achmad Soehada", "Ahmad Suhada"),
        ("Abd. Ma'ruf", "Abdoel Maruf"),
        ("Noerlaila", "Nurlaila"),
        ("Djoko", "Joko Rekaan"),
        ("Fatimah Azzahra", "Fathima"),
        ("K.H. Yahya", "Kyai Haji Yahya"),
    ],
)
def test_one_first_name_in_two_spellings_is_one_beside_the_same_phone(one, other):
    population = people({"name": one, "phones": ["08001000001"]}, {"name": other, "phones": ["08001000001"]})
    assert reasons(population) == ["phone-first-name"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Muhammad Suharto", "Soeharto"),
        ("Sari", "Sri"),
        ("Dewi Rekaan", "Dedi Rekaan"),
        ("Ani", "Anita"),
        ("Budi", "Budiman"),
    ],
)
def test_two_first_names_stay_two_beside_the_same_phone(one, other):
    assert people({"name": one, "phones": ["08001000001"]}, {"name": other, "phones": ["08001000001"]}).people == 2


CONTRADICTED = [
    pytest.param({"born": "1985-12-25"}, id="another date"),
    pytest.param({"born": "1991-08-01"}, id="two parts of the date"),
    pytest.param({"sex": "M"}, id="the other sex without a date"),
    pytest.param({"sex": "M", "born": "1990"}, id="the other sex and no whole date"),
    pytest.param({"sex": "M", "born": "1991-07-01"}, id="one part of the date and the other sex"),
]
AGREES = [
    pytest.param({"born": "1990-07-01", "sex": "F"}, id="all of it"),
    pytest.param({"born": "1990-07-01", "sex": "M"}, id="the whole date"),
    pytest.param({"born": "1990-07-02"}, id="all but the day"),
    pytest.param({"born": "1991-07-01"}, id="all but the year"),
    pytest.param({"born": "1990-01-07"}, id="day and month exchanged"),
    pytest.param({"born": "1980"}, id="a year alone says too little"),
    pytest.param({"sex": "F"}, id="the sex"),
    pytest.param({}, id="nothing beside it"),
]


@pytest.mark.parametrize("beside", CONTRADICTED)
def test_a_nik_that_its_own_row_speaks_against_does_not_link_and_is_a_doubt(beside):
    population = people({"nik": NIK, "name": "Sari Karangan"}, {"nik": NIK, "name": "Sari Karangan", **beside})
    assert population.people == 2
    assert reasons(population) == []
    assert population.doubts == (Doubt("nik", 0, 1),)
    # They are two, or one.
    assert reach(population) == (1, 2, 2)


@pytest.mark.parametrize("beside", AGREES)
def test_a_nik_that_its_row_bears_out_or_is_silent_about_links(beside):
    population = people({"nik": NIK}, {"nik": NIK, **beside})
    assert (population.people, population.doubts) == (1, ())


def test_who_came_first_makes_no_difference_to_a_doubt():
    good, bad = {"nik": NIK, "name": "Sari Karangan"}, {"nik": NIK, "name": "Budi Rekaan", "born": "1985-12-25"}
    assert [reach(people(*order)) for order in ((good, bad), (bad, good))] == [(1, 2, 2)] * 2


def test_two_rows_that_both_speak_against_their_nik_are_in_doubt_with_each_other():
    # The same row in two lists: nothing but the NIK says that it is one person, and that is not nothing.
    bad = {"nik": NIK, "name": "Sari", "sex": "M"}
    assert reach(people(bad, bad)) == (1, 2, 2)


def test_a_doubt_about_two_who_are_found_to_be_one_by_another_key_is_none():
    person = {"name": "Sari Karangan", "phones": ["08001000001"], "nik": NIK}
    population = people(person, {**person, "born": "1985-12-25"})
    assert (population.people, population.doubts, reach(population)) == (1, (), (1, 1, 1))


def test_three_doubts_about_one_nik_can_make_at_most_one_person_of_four():
    others = [{"nik": NIK, "name": f"Orang {n}", "born": f"198{n}-12-25"} for n in range(3)]
    population = people({"nik": NIK}, *others)
    assert reach(population) == (1, 4, 4)


def test_links_go_on_from_one_to_the_next():
    # a and b share a NIK, b and c a telephone and first name, c and d an e-mail.
    population = people(
        {"nik": NIK, "name": "Sari"},
        {"nik": NIK, "name": "Sari", "phones": ["08001000001"]},
        {"name": "Sari", "phones": ["08001000001"], "email": "sari@example.com"},
        {"email": "sari@example.com", "name": "S. Karangan"},
    )
    assert population.people == 1
    assert reasons(population) == ["email", "nik", "phone-first-name"]
    assert len(set(population.person)) == 1


def test_a_shared_telephone_makes_no_family_one_person():
    household = [{"name": name, "phones": ["08001000001"]} for name in ("Sari", "Budi", "Citra", "Sari K.")]
    population = people(*household)
    # Sari and Sari K. are one.
    assert (population.people, reasons(population)) == (3, ["phone-first-name"])


@pytest.mark.parametrize(
    ("born", "sex", "contradicted"),
    [
        (PartialDate(1990, 7, 1), "F", False),
        (PartialDate(1890, 7, 1), "F", False),  # two digits of a year are all a NIK has
        (PartialDate(1990, 7, 1), "M", False),
        (PartialDate(1990, 7, 2), None, False),
        (PartialDate(1990, 7, 2), "M", True),
        (PartialDate(1990, 8, 2), "F", True),
        (PartialDate(1990, 1, 7), "F", False),
        (PartialDate(1991, 1, 7), "F", True),
        (PartialDate(1985), None, False),
        (PartialDate(1985, 3), "F", False),
        (PartialDate(1985), "M", True),
        (None, "M", True),
        (None, "F", False),
        (None, None, False),
    ],
)
def test_when_a_row_speaks_against_its_nik(born, sex, contradicted):
    assert nik_contradicted(NIK, born, sex) is contradicted


def test_resolved_ids_are_taken_at_their_word_and_nothing_else_is_asked():
    # Two ids of one NIK stay two; one id in two files is one, whatever stands beside it.
    first = jsonl(
        {"type": "person", "id": "P1", "nik": NIK}, {"type": "person", "id": "P2", "nik": NIK}, ids="resolved"
    )
    second = jsonl(
        {"type": "person", "id": "P1", "name": "Budi Rekaan"}, {"type": "partner", "id": "B"}, ids="resolved"
    )
    population = exactly(first, second)
    assert population.people == 2
    assert reasons(population) == ["id"]


def test_local_ids_mean_nothing_outside_their_file():
    population = exactly(*(jsonl({"type": "person", "id": "P1", "name": name}) for name in ("Sari", "Budi")))
    assert population.people == 2


def test_people_without_a_line_of_their_own_are_people():
    population = one_file(
        {"type": "participation", "partner": "A", "person": "P1", "date": "2021"},
        {"type": "participation", "partner": "B", "person": "P1", "date": "2021"},
        {"type": "participation", "partner": "A", "person": "P2", "date": "2021"},
    )
    assert reach(population) == (2, 2, 2)


def test_nothing_read_is_a_population_of_nobody():
    population = okoce.resolve(okoce.Reading())
    assert (population.people, population.enterprises, list(population.links())) == (0, 0, [])
    assert reach(population) == (0, 0, 0)


@pytest.mark.parametrize(("asked", "near"), [("exakt", ("exact",)), ("", ()), ("EXACT", ("exact",))])
def test_an_unknown_way_of_deciding_identity_is_an_error_that_names_the_known_ones(asked, near):
    with pytest.raises(okoce.Misuse) as raised:
        okoce.resolve(okoce.Reading(), identity=asked)
    assert (raised.value.code, raised.value.near) == ("unknown-identity", near)
    assert "exact" in raised.value.allowed


def test_components_are_numbered_in_order_of_first_appearance():
    forest = Components(6)
    assert [forest.join(4, 1), forest.join(5, 4), forest.join(1, 5), forest.join(0, 3)] == [True, True, False, True]
    # {0, 3} {1, 4, 5} {2}
    assert (list(forest.numbered()[0]), forest.numbered()[1]) == ([0, 1, 2, 0, 1, 1], 3)


def test_a_partner_has_the_name_that_any_file_gives_him():
    lists = [jsonl({"type": "partner", "id": "A", **said}) for said in ({"kind": "campus"}, {"name": "Kampus Rekaan"})]
    assert [okoce.resolve(read(*order)).partners["A"].name for order in (lists, lists[::-1])] == ["Kampus Rekaan"] * 2


def test_how_many_links_there_are_can_be_asked():
    population = people({"nik": NIK}, {"nik": NIK}, {"nik": NIK})
    assert (len(population.person_links), len(list(population.links()))) == (2, 2)
