"""Every field that a column may feed arrives where the model has it. Adapters of one column and a name."""

from __future__ import annotations

from fractions import Fraction

import pytest

import okoce_core as okoce
from okoce_core.adapter import FIELDS, Adapter, Column, Partner
from okoce_core.model.facts import MEASURES, PERMIT_KINDS, STAGES
from okoce_core.plugins import Registry
from okoce_core.values import PartialDate
from tests.laws.partner_files import as_csv, expanded, read


def records(heads, *rows, name="uji/bidang", **more):
    """What an adapter reads whose headings are the names of the fields they feed."""
    columns = [Column("Orang", "person.name", required=True), *(Column(head, head.split(" ")[0]) for head in heads)]
    registry = Registry()
    registry.add(
        Adapter(
            name=name, partner=Partner("uji", "Uji", "community"), title="", unit="", why="", columns=columns, **more
        )
    )
    data = as_csv([["Orang", *heads], *([f"Orang {n}", *cells] for n, cells in enumerate(rows, 1))])
    return read(data, registry=registry).files[0].records


PERSON = {
    "person.nik": ("9901014107909001", "nik", "9901014107909001"),
    "person.phones": ("0800 1000 001", "phones", ("+628001000001",)),
    "person.email": ("Sari@Example.com", "email", "sari@example.com"),
    "person.born": ("17 Agustus 1990", "born", PartialDate(1990, 8, 17)),
    "person.sex": ("Perempuan", "sex", "F"),
    "person.region": ("Kota Bogor", "region", "32.71"),
    "person.address": (" Jalan Rekaan 1 ", "address", "Jalan Rekaan 1"),
    "person.disability": ("ya", "disability", True),
    "person.nisn": ("099 000 0001", "memberships", (okoce.model.Membership("NISN", "0990000001"),)),
    "person.membership": ("Uji.00-01", "memberships", (okoce.model.Membership("uji", "UJI0001"),)),
}
UNIT = {
    "enterprise.nib": ("9120000000011", "nib", "9120000000011"),
    "enterprise.npwp": ("01.234.567.4-909.000", "npwp", "0012345674909000"),
    "enterprise.started": ("2019", "started", PartialDate(2019)),
    "enterprise.closed": ("Maret 2022", "closed", PartialDate(2022, 3)),
    "enterprise.region": ("Kota Bogor", "region", "32.71"),
    "enterprise.sector": ("56101", "sector", okoce.model.Sector("KBLI2020", "56101")),
    "enterprise.brand": ("Kopi Rekaan", "brand", True),
    "enterprise.nspp": ("510032050001", "institution", okoce.model.Institution("NSPP", "510032050001")),
    "enterprise.npsn": ("20200001", "institution", okoce.model.Institution("NPSN", "20200001")),
}


@pytest.mark.parametrize("field", PERSON)
def test_what_is_said_of_a_person(field):
    cell, attribute, value = PERSON[field]
    said = records([field], [cell], [""])
    nothing = () if attribute in ("phones", "memberships") else None
    assert [getattr(person, attribute) for person in said.people] == [value, nothing]


@pytest.mark.parametrize("field", UNIT)
def test_what_is_said_of_an_enterprise(field):
    cell, attribute, value = UNIT[field]
    said = records(["enterprise.name", field], ["Kedai", cell], ["Warung", ""])
    assert [getattr(unit, attribute) for unit in said.enterprises] == [value, None]
    assert [unit.name for unit in said.enterprises] == ["Kedai", "Warung"]
    assert [(one.subject, one.other) for one in said.ownerships] == [(0, 0), (1, 1)]


def test_a_sector_is_of_the_classification_the_adapter_names():
    said = records(["enterprise.name", "enterprise.sector"], ["Kedai", "56101"], sector_scheme="KBLI2025")
    assert said.enterprises[0].sector == okoce.model.Sector("KBLI2025", "56101")


def test_an_enterprise_needs_a_name_a_number_or_somebody_who_works_there():
    rows = [["Kedai", "", ""], ["", "9120000000011", ""], ["", "", "2"], ["", "", "0"], ["", "", ""], ["-", "123", "-"]]
    said = records(["enterprise.name", "enterprise.nib", "headcount.total"], *rows)
    # Rows 2, 3 and 4 of the sheet; a bare 0, a dash and a NIB of three digits prove none.
    assert said.enterprises.row.tolist() == [2, 3, 4]
    assert len(said.people) == 6


def test_standing_in_the_list_proves_the_adapters_stage():
    (fact,) = {one.fact for one in records([], [], [], stage="mentored").participations}
    assert (fact.partner, fact.stage, fact.role, fact.date) == ("uji", "mentored", "beneficiary", None)


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_with_a_date_of_its_own_is_a_participation_where_the_date_is(stage):
    said = records([f"stage.{stage}"], ["2021-03-01"], [""])
    told = [(one.subject, one.fact.stage, one.fact.date) for one in said.participations]
    # The adapter's own stage is "registered": that one is proved by standing in the list, with or without its date.
    dated = (0, stage, PartialDate(2021, 3, 1))
    listed = [(1, stage, None)] if stage == "registered" else [(0, "registered", None), (1, "registered", None)]
    assert sorted(told, key=str) == sorted([dated, *listed], key=str)


def test_the_stages_of_one_row_are_participations_each():
    said = records(["stage.registered", "stage.trained", "stage.licensed"], ["2021", "", "2022"])
    assert sorted((one.fact.stage, str(one.fact.date)) for one in said.participations) == [
        ("licensed", "2022"),
        ("registered", "2021"),
    ]


def test_the_day_a_row_speaks_of_is_the_day_of_what_it_says():
    said = records(
        ["date", "observed", "enterprise.name", "headcount.total"], ["2021", "30 September 2022", "Kedai", "3"]
    )
    (took_part,), (owns,), (heads,) = said.participations.facts, said.ownerships.facts, said.headcounts.facts
    assert (took_part.date, took_part.observed) == (PartialDate(2021), PartialDate(2022, 9, 30))
    assert owns.observed == heads.observed == PartialDate(2022, 9, 30)
    assert heads.date is None


def test_the_day_of_a_headcount_may_have_its_own_column():
    said = records(["enterprise.name", "headcount.total", "headcount.date"], ["Kedai", "3", "30/06/2022"])
    assert said.headcounts.facts[0].date == PartialDate(2022, 6, 30)


@pytest.mark.parametrize(
    ("cell", "low", "high"),
    [("3", 3, None), ("2-3 orang", 2, 3), ("0", 0, None), ("tidak ada", 0, None), ("1.500", 1500, None)],
)
def test_a_total_of_workers_may_be_a_range(cell, low, high):
    said = records(["enterprise.name", "headcount.total"], ["Kedai", cell])
    (fact,) = said.headcounts.facts
    assert (fact.total, fact.total_high, fact.by_class) == (low, high, False)


@pytest.mark.parametrize("cell", ["", "-", "banyak", "-3", "1,5"])
def test_workers_that_are_not_told_make_no_headcount(cell):
    said = records(["enterprise.name", "headcount.total"], ["Kedai", cell])
    assert (len(said.enterprises), len(said.headcounts)) == (1, 0)


@pytest.mark.parametrize("included", [True, False, None])
def test_whether_owners_are_among_the_workers_is_the_adapters_to_say(included):
    said = records(["enterprise.name", "headcount.total"], ["Kedai", "3"], owners_included=included)
    assert said.headcounts.facts[0].owners_included is included


def test_classes_that_a_form_does_not_have_are_nought_and_those_it_leaves_blank_are_unknown():
    heads = ["enterprise.name", "headcount.full_time", "headcount.part_time"]
    said = records(heads, ["Kedai", "4", ""], ["Warung", "", ""], ["Toko", "1", "2"])
    first, second = said.headcounts.facts
    assert (first.full_time, first.part_time, first.casual, first.seasonal, first.by_class) == (4, None, 0, (), True)
    assert (second.full_time, second.part_time) == (1, 2)
    assert [one.subject for one in said.headcounts] == [0, 2]


@pytest.mark.parametrize("part", ["full_time", "part_time", "casual", "third_party"])
def test_each_class_of_workers_has_its_own_field(part):
    said = records(["enterprise.name", f"headcount.{part}"], ["Kedai", "3"])
    assert getattr(said.headcounts.facts[0], part) == 3


def test_a_range_of_a_class_widens_the_jobs_and_does_not_lose_its_upper_end():
    # "2-3" full-time workers of one enterprise: between two and three jobs.
    heads = ["date", "enterprise.name", "enterprise.nib", "observed", "headcount.full_time"]
    reading_of = records(heads, ["2021", "Kedai", "9120000000011", "2021-06-30", "2-3"])
    reading = okoce.Reading((okoce.FileReading(okoce.Source("a", "0"), "read", None, records=reading_of),))
    jobs = okoce.count(okoce.resolve(reading), "okoce-p4@1", as_of="2022-12-31").jobs
    assert jobs.low <= 2
    assert jobs.high >= 3


@pytest.mark.parametrize("kind", PERMIT_KINDS)
def test_a_permit_is_held_where_its_column_says_so(kind):
    heads = ["enterprise.name", f"permit.{kind}", f"permit.{kind}.issued"]
    rows = [
        ["A", "123/ABC", "2021"],
        ["B", "ada", ""],
        ["C", "", "2021"],
        ["D", "belum ada", ""],
        ["E", "-", ""],
        ["F", "tidak", ""],
    ]
    said = records(heads, *rows)
    # Of A and B; a date without a number (C) proves nothing, nor do "belum ada", a dash and "tidak".
    assert [(one.subject, one.fact.kind, str(one.fact.issued)) for one in said.permits] == [
        (0, kind, "2021"),
        (1, kind, "None"),
    ]


def test_a_nib_of_13_digits_is_a_permit_and_what_is_none_is_not():
    rows = [["A", "9120000000011", "2021-03-01"], ["B", "123", "2021"], ["C", "", ""], ["D", "sudah ada", ""]]
    said = records(["enterprise.name", "enterprise.nib", "permit.NIB.issued"], *rows)
    assert [(one.subject, one.fact.kind, str(one.fact.issued)) for one in said.permits] == [(0, "NIB", "2021-03-01")]


def test_permits_may_be_listed_in_one_cell():
    said = records(
        ["enterprise.name", "permits"], ["A", "NIB, Sertifikat Halal"], ["B", "belum punya"], ["C", "P-IRT"], ["D", ""]
    )
    assert sorted((one.subject, one.fact.kind) for one in said.permits) == [(0, "HALAL"), (0, "NIB"), (2, "PIRT")]


def test_a_permit_without_an_enterprise_is_not_lost_in_silence():
    # The row names no business; whoever holds a permit has one.
    said = records(["enterprise.name", "permits"], ["", "NIB"])
    assert (len(said.enterprises), [one.fact.kind for one in said.permits]) == (1, ["NIB"])


@pytest.mark.parametrize("kind", PERMIT_KINDS)
def test_the_number_of_a_permit_proves_an_enterprise_as_its_name_does(kind):
    # The rows name no business. A dash and "belum ada" are no permit, and prove nothing.
    said = records([f"permit.{kind}"], ["9120000000011"], ["-"], ["belum ada"])
    assert [(one.subject, one.fact.kind) for one in said.permits] == [(0, kind)]
    assert [(one.subject, one.other) for one in said.ownerships] == [(0, 0)]


@pytest.mark.parametrize(
    ("men", "women", "units"), [("2", "", 1), ("", "2", 1), ("2", "banyak", 1), ("0", "", 0), ("", "", 0)]
)
def test_somebody_who_works_there_proves_an_enterprise_though_their_sum_is_unknown(men, women, units):
    said = records(["headcount.total laki-laki", "headcount.total perempuan"], [men, women])
    assert (len(said.enterprises), len(said.ownerships), len(said.headcounts)) == (units, units, 0)


def test_two_columns_of_telephone_numbers_are_one_list():
    said = records(["person.phones", "person.phones dua"], ["08001000001", "0800 1000 001 / 08001000002"])
    assert said.people[0].phones == ("+628001000001", "+628001000002")


def test_membership_numbers_of_several_columns_are_one_list_each_with_its_issuer():
    said = records(
        ["person.nisn", "person.membership", "person.membership dua"],
        ["0990000001", "UJI-1", "99/0001"],
        ["", "UJI-2", "uji 2"],
    )
    nisn, one, two = (
        okoce.model.Membership(*told) for told in (("NISN", "0990000001"), ("uji", "UJI1"), ("uji", "UJI2"))
    )
    assert [person.memberships for person in said.people] == [
        (nisn, one, okoce.model.Membership("uji", "990001")),
        (two,),
    ]


def test_the_issuer_of_a_membership_number_is_whoever_the_manifest_says_the_list_is_of(tmp_path):
    # Two branches may number their members alike; that a list is of one of them only its manifest says.
    column = Column("No. Anggota", "person.membership")
    adapter = Adapter(
        name="uji/cabang", partner=Partner("uji", "Uji", "community"), title="", unit="", why="",
        columns=(Column("Orang", "person.name", required=True), column),
    )  # fmt: skip
    (tmp_path / "list.csv").write_bytes(as_csv([["Orang", "No. Anggota"], ["Sari", "0001"]]))
    (tmp_path / "kiriman.toml").write_text('[[file]]\npath = "list.csv"\npartner = "uji-bogor"\n', "utf-8")
    person = okoce.read(tmp_path, adapters=[adapter]).files[0].records.people[0]
    assert person.memberships == (okoce.model.Membership("uji-bogor", "0001"),)


def test_a_membership_number_alone_names_nobody():
    heads = ["Orang", "person.membership", "enterprise.name", "enterprise.region"]
    columns = [Column("Orang", "person.name", required=True), *(Column(head, head) for head in heads[1:])]
    registry = Registry()
    registry.add(
        Adapter(name="uji/x", partner=Partner("uji", None, "community"), title="", unit="", why="", columns=columns)
    )
    rows = [["Sari", "UJI-0001", "Kedai", "Kota Bogor"], ["", "UJI-0002", "Warung", "Kota Bogor"]]
    reading = read(as_csv([heads, *rows]), registry=registry)
    assert (reading.ledger.recorded, reading.ledger.rejected) == (1, 1)
    assert "person-missing" in {problem.code for problem in reading.problems}


def test_two_columns_of_workers_add_up_and_one_that_is_unknown_makes_the_sum_unknown():
    said = records(
        ["enterprise.name", "headcount.total laki-laki", "headcount.total perempuan"], ["A", "2", "3"], ["B", "2", ""]
    )
    assert [(one.subject, one.fact.total) for one in said.headcounts] == [(0, 5)]


def test_an_adapters_own_parser_is_asked_instead_of_the_fields():
    columns = (
        Column("Orang", "person.name", required=True),
        Column("Jenis", "person.sex", parse=lambda cell: {"1": "M", "2": "F"}.get(cell)),
    )
    registry = Registry()
    registry.add(
        Adapter(name="uji/x", partner=Partner("uji", None, "community"), title="", unit="", why="", columns=columns)
    )
    reading = read(as_csv([["Orang", "Jenis"], ["Sari", "2"], ["Budi", "1"], ["Citra", "9"]]), registry=registry)
    assert [person.sex for person in reading.files[0].records.people] == ["F", "M", None]
    assert [p for p in expanded(reading.problems) if p[0] != "undated"] == []


@pytest.mark.parametrize("measure", MEASURES)
def test_a_total_of_each_measure_is_a_total_and_nobody(measure):
    said = records([f"total.{measure}"], ["12"], ["1.000"])
    assert [(total.partner, total.measure, total.value, total.as_of) for total, _ in said.totals] == [
        ("uji", measure, 1012, None)
    ]
    assert len(said.people) == 0


def test_every_field_there_is_is_put_to_the_test():
    tested = {
        *PERSON, *UNIT, "person.name", "enterprise.name", "date", "observed", "permits", "headcount.date",
        "headcount.total", "role",
        "total.as_of", *(f"headcount.{part}" for part in ("full_time", "part_time", "casual", "third_party")),
        *(f"stage.{stage}" for stage in STAGES), *(f"total.{measure}" for measure in MEASURES),
        *(f"permit.{kind}{end}" for kind in PERMIT_KINDS for end in ("", ".issued")),
    }  # fmt: skip
    assert set(FIELDS) == tested
    assert Fraction(40) == records(["enterprise.name"], ["Kedai"]).enterprises[0].normal_hours
