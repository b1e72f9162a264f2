"""Which enterprise is the same by exact identifiers: NIB, an institution's number, one owner's business of one name."""

from __future__ import annotations

import pytest

import okoce_core as okoce
from okoce_core.adapter import Adapter, Column, Partner
from okoce_core.plugins import Registry
from tests.identity.populations import NIK, exactly, one_file, reasons, units
from tests.laws.partner_files import as_csv, jsonl

NIB = "9120000000011"
OWNER = {"nik": NIK, "name": "Sari Karangan"}


def test_one_nib_is_one_enterprise_whoever_owns_it():
    population = units({"nib": NIB, "name": "Kedai Sari"}, {"nib": NIB, "name": "CV Maju"})
    assert (population.people, population.enterprises) == (2, 1)
    assert reasons(population, "enterprise") == ["nib"]


def test_co_owners_of_one_nib_own_one_enterprise_with_one_set_of_jobs():
    # Law 5: two owners and five workers are five jobs.
    lists = [
        jsonl(
            {"type": "person", "id": "P", "name": name},
            {"type": "enterprise", "id": "E", "nib": NIB},
            {"type": "participation", "partner": "A", "person": "P", "date": "2021"},
            {"type": "ownership", "enterprise": "E", "person": "P", "from": "2020"},
            {"type": "permit", "enterprise": "E", "kind": "NIB", "issued": "2020"},
            {
                "type": "headcount",
                "partner": "A",
                "enterprise": "E",
                "date": "2022-01-01",
                "total": 5,
                "owners_included": False,
            },
        )
        for name in ("Sari Karangan", "Budi Karangan")
    ]
    figures = okoce.count(exactly(*lists), "okoce-p4@1", as_of="2022-12-31")
    assert (figures.participants.value, figures.entrepreneurs.value, figures.enterprises.value) == (2, 2, 1)
    assert figures.jobs.value == 5


@pytest.mark.parametrize("filler", ["0000000000000", "1111111111111", "1234567890123", "123", "-", "9,12E+12"])
def test_a_placeholder_of_a_nib_links_nothing(filler):
    assert units({"nib": filler, "name": "Kedai A"}, {"nib": filler, "name": "Kedai B"}).enterprises == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kedai Sari", "KEDAI  SARI"), ("CV. Maju Djaya", "Maju Jaya"), ("Wr. Sari", "Warung Sari"),
        ("PT Sinar Rekaan Tbk", "Sinar Rekaan"),
    ],
)  # fmt: skip
def test_one_owners_business_of_one_name_is_one(one, other):
    population = units({"name": one, "owner": OWNER}, {"name": other, "owner": OWNER})
    assert (population.people, population.enterprises) == (1, 1)
    assert reasons(population, "enterprise") == ["owner-business-name"]


@pytest.mark.parametrize(("one", "other"), [("Kedai Sari", "Bengkel Sari"), ("Maju Jaya", "Maju Mulia")])
def test_one_owners_two_businesses_stay_two(one, other):
    population = units({"name": one, "owner": OWNER}, {"name": other, "owner": OWNER})
    assert (population.people, population.enterprises) == (1, 2)
    assert reasons(population, "enterprise") == []


def test_businesses_of_one_name_and_two_owners_stay_two():
    assert units({"name": "Warung Sederhana"}, {"name": "Warung Sederhana"}).enterprises == 2


def test_one_owners_business_with_and_without_its_nib_is_one_by_its_name():
    population = units({"name": "Kedai Sari", "owner": OWNER, "nib": NIB}, {"name": "Kedai Sari", "owner": OWNER})
    assert population.enterprises == 1


def test_an_owner_found_by_a_later_key_brings_his_businesses_together():
    phone = {"name": "Sari", "phones": ["08001000001"]}
    population = units(
        {"name": "Kedai Sari", "owner": {"nik": NIK}},
        {"name": "Kedai Sari", "owner": phone},
        {"name": "Warung Lain", "owner": {**phone, "nik": NIK}},
    )
    assert (population.people, population.enterprises) == (1, 2)


def test_two_businesses_without_a_name_of_one_owner_stay_two_where_the_source_tells_them_apart():
    # A canonical file gave them two ids, and no key says that they are one.
    population = one_file(
        {"type": "enterprise", "id": "E1", "started": "2019"},
        {"type": "enterprise", "id": "E2", "started": "2021"},
        {"type": "ownership", "enterprise": "E1", "person": "P"},
        {"type": "ownership", "enterprise": "E2", "person": "P"},
    )
    assert (population.people, population.enterprises) == (1, 2)


def test_the_nameless_business_of_rows_with_two_nibs_is_two():
    rows = [["Sari Karangan", "08001000001", "", nib] for nib in (NIB, "9120000000022", NIB)]
    lists = [as_csv([["nama", "hp", "usaha", "nib", "no_ktp"], *([*row, NIK] for row in rows)])]
    population = exactly(*lists)
    assert (population.people, population.enterprises) == (1, 2)


def test_the_nameless_business_of_rows_that_tell_of_workers_only_is_one():
    rows = [["Sari Karangan", "08001000001", "", heads, NIK] for heads in ("3", "4")]
    population = exactly(as_csv([["nama", "hp", "usaha", "jml_karyawan", "no_ktp"], *rows]))
    assert (population.people, population.enterprises) == (1, 1)


def institutions(scheme, field):
    registry = Registry()
    registry.add(
        Adapter(
            name="uji/lembaga", partner=Partner("uji", "Uji", "pesantren"), title="Uji",
            unit="a head of an institution",
            why="a test",
            columns=(
                Column("Pengasuh", "person.name", required=True), Column("Lembaga", "enterprise.name"),
                Column(scheme, field, required=True),
            ),
        )
    )  # fmt: skip
    return registry


@pytest.mark.parametrize(
    ("scheme", "field", "number", "spelt", "other"),
    [
        ("NSPP", "enterprise.nspp", "510032050001", "5100 3205 0001", "510032050002"),
        ("NPSN", "enterprise.npsn", "20200001", "20200001", "P9900001"),
    ],
)
def test_the_number_of_an_institution_links_it_and_not_its_people(scheme, field, number, spelt, other):
    heads = ["Pengasuh", "Lembaga", scheme]
    lists = [
        as_csv([heads, ["Sari Karangan", "Ponpes Rekaan", number]]),
        as_csv([heads, ["Budi Karangan", "PP Rekaan", spelt], ["Citra Karangan", "Ponpes Rekaan", other]]),
    ]
    population = exactly(*lists, registry=institutions(scheme, field))
    assert (population.people, population.enterprises) == (3, 2)
    assert reasons(population, "enterprise") == ["institution"]


def test_an_nspp_and_an_npsn_of_the_same_digits_are_two_institutions():
    made = [{"institution": {"scheme": scheme, "number": "20200001"}} for scheme in ("NSPP", "NPSN")]
    assert units(*made).enterprises == 2


def test_resolved_enterprises_are_told_apart_by_their_ids_alone():
    unit = {"type": "enterprise", "nib": NIB, "name": "Kedai"}
    files = [
        jsonl({**unit, "id": "E1"}, {**unit, "id": "E2"}, ids="resolved"),
        jsonl({"type": "enterprise", "id": "E1"}, {"type": "partner", "id": "A"}, ids="resolved"),
    ]
    population = exactly(*files)
    assert population.enterprises == 2
    assert reasons(population, "enterprise") == ["id"]


def test_the_life_of_an_enterprise_is_put_together_from_its_files():
    population = units(
        {"nib": NIB, "started": "2020", "closed": "2022-03"},
        {"nib": NIB, "started": "2019-05-01", "reactivated": ["2022-06"]},
    )
    life = population.lives[0]
    assert (str(life.started), str(life.closed), [str(day) for day in life.reactivated]) == (
        "2019-05-01",
        "2022-03",
        ["2022-06"],
    )


@pytest.mark.parametrize(
    ("said", "together"),
    [
        ([True, None], True),
        ([None, False, False], False),
        ([True, False], None),
        ([True, True, False], None),
        ([True, False, True], None),
        ([None, None], None),
    ],
)
def test_yes_and_no_from_several_files_are_unknown_and_either_beats_silence(said, together):
    population = units(*({"nib": NIB, "started": "2020", "brand": one} for one in said))
    assert population.lives[0].brand is together


def test_a_unit_was_taken_over_on_the_earliest_day_told():
    population = units(
        {"nib": NIB, "taken_over": "2022-03"}, {"nib": NIB, "taken_over": "2021", "supports_owner": True}
    )
    assert (str(population.lives[0].taken_over), population.lives[0].supports_owner) == ("2021", True)


def test_every_statement_is_under_the_number_of_whom_it_is_about():
    population = exactly(
        jsonl({"type": "person", "id": "a", "name": "Sari"}, {"type": "ownership", "enterprise": "x", "person": "a"}),
        jsonl(
            {"type": "person", "id": "c", "name": "Citra"},
            {"type": "enterprise", "id": "x", "nib": NIB},
            {"type": "ownership", "enterprise": "x", "person": "d"},
            {"type": "ownership", "enterprise": "y", "person": "c"},
        ),
    )

    # People: a = 0, c = 1, d = 2. Enterprises: x of the first file = 0, x of the second = 1, y = 2.
    said = population.said["ownership"]
    assert list(zip(said.subject, said.other, strict=True)) == [(0, 0), (1, 2), (2, 1)]
    assert list(said.starts) == [0, 1]
