"""Lists with a row for each business or institution: unknown is not nought, a total is not added to its parts."""

import csv

import pytest

import okoce_core as okoce
from okoce_core.intake import Reading
from okoce_core.plugins import Registry
from tests.real.files import mapping, read, real

DIRTY, CLEANED = "disco-umkm-tenaga-kerja/dataset_edit.csv", "disco-umkm-tenaga-kerja/dataset_umkm.csv"
PDDIKTI = "pddikti-perguruan-tinggi/data"
WOMEN, MEN = "tenaga_kerja_perempuan", "tenaga_kerja_laki_laki"


def workers(file):
    """For each row that tells of any, the workers of its enterprise."""
    said = file.records.headcounts
    return [said.facts[i].full_time if said.facts[i].by_class else said.facts[i].total for i in said.fact]


def counted(file, rules="okoce-claim@1"):
    """Participants, entrepreneurs and jobs."""
    figures = okoce.count(okoce.resolve(Reading((file,))), rules, as_of="2026-12-31")
    return figures.participants, figures.entrepreneurs, figures.jobs


def test_women_and_men_are_the_known_workers_and_unknown_is_not_nought():
    women, men = (workers(read(real(DIRTY), f"disco-{sex}")) for sex in ("perempuan", "laki"))
    assert (len(women), len(men)) == (13564 - 156, 13564 - 135)  # 120 blank + 36 unknown; 102 blank + 33 unknown
    assert (sum(women), sum(men), sum(women) + sum(men)) == (666369, 659880, 1326249)


def test_where_one_of_two_parts_is_unknown_the_sum_is_unknown_and_never_smaller():
    path = real(DIRTY)
    with path.open(encoding="utf-8", newline="") as rows:
        parts = [(row[WOMEN], row[MEN]) for row in csv.DictReader(rows)]
    both = [int(women) + int(men) for women, men in parts if women.isdigit() and men.isdigit()]
    file = read(path, "disco-edit")
    assert (file.ledger.recorded, len(file.records.enterprises)) == (13564, 13564)
    assert workers(file) == both
    *_, jobs = counted(file)
    assert jobs.value == sum(both) < 1326249


def test_a_total_beside_its_parts_is_counted_once():
    file = read(real(CLEANED), "disco-umkm")
    assert (file.ledger.recorded, sum(workers(file))) == (13564, 1326249)  # with the parts it would be 2,652,498
    *_, jobs = counted(file)
    assert (jobs.low, jobs.value, jobs.high) == (1326249, 1326249, 1326249)


def test_businesses_of_a_list_are_nobody_whom_anyone_served():
    figures = counted(read(real(CLEANED), "disco-umkm"), rules="okoce-p4@1")
    assert [(f.low, f.value, f.high) for f in figures] == [(0, 0, 0)] * 3


def test_a_copy_that_two_forms_know_is_read_by_neither():
    forms = [mapping("disco-edit"), mapping("disco-umkm")]
    (file,) = okoce.read(real(CLEANED), adapters=forms, registry=Registry()).files
    (problem,) = file.problems
    assert (file.state, problem.code) == ("not readable", "two-adapters")
    assert "disco/edit, disco/umkm" in problem.expected


@pytest.mark.parametrize("media", ["csv", "json", "xlsx"])
def test_every_institution_comes_once_by_its_key_whatever_the_file(media):
    file = read(real(f"{PDDIKTI}.{media}"), "pddikti")
    assert (file.state, file.ledger.recorded, file.ledger.rejected) == ("read", 10219, 0)
    called = [enterprise.name for enterprise in file.records.enterprises]
    assert len(set(called)) == 10219  # kode_pt alone has 10,096
    keys, codes = zip(*(name.split()[:2] for name in called), strict=True)
    assert (len(set(keys)), len(set(codes))) == (10219, 10096)
    assert sum(code.startswith("0") for code in codes) == 3748
    assert len(file.records.people) == 0


def test_the_three_files_of_one_list_say_the_same():
    csv_, json_, xlsx = (
        sorted(" ".join(e.name.split()) for e in read(real(f"{PDDIKTI}.{media}"), "pddikti").records.enterprises)
        for media in ("csv", "json", "xlsx")
    )
    assert csv_ == json_ == xlsx  # but for blanks around 225 names, which a name does not keep


def test_an_institution_is_no_participant_and_has_no_jobs():
    assert [figure.high for figure in counted(read(real(f"{PDDIKTI}.csv"), "pddikti"))] == [0, 0, 0]


@pytest.mark.parametrize(("name", "form", "records"), [
    ("peluang_kerja", "situs-kerja", 4), ("peluang_usaha", "situs-usaha", 2), ("magang", "situs-magang", 6),
])  # fmt: skip
def test_a_vacancy_is_no_job_and_nobody(name, form, records):
    file = read(real(f"okoce-situs/{name}.json"), form)
    assert (file.ledger.seen, file.ledger.skipped) == (records, records)
    assert file.problems.totals() == {"aggregate-refused": 1}
    assert [figure.high for figure in counted(file)] == [0, 0, 0]


def test_the_three_kinds_of_offers_of_the_site_are_told_apart():
    forms = [mapping(f"situs-{kind}") for kind in ("kerja", "usaha", "magang")]
    names = [real(f"okoce-situs/{name}.json") for name in ("peluang_kerja", "peluang_usaha", "magang")]
    reading = okoce.read(*names, adapters=forms, registry=Registry())
    assert sorted(file.adapter for file in reading.files) == ["situs/kerja", "situs/magang", "situs/usaha"]
