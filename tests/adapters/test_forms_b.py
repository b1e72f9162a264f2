"""The forms of governments, OSS, OK OCE, communities, companies and open data: the kit, and what no sample shows."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.adapters.make_samples_b import BOOKS, SAMPLES, write

import okoce_core as okoce
from okoce_core.adapter.mapping import load_mapping
from okoce_core.intake.outcome import FileReading
from okoce_core.plugins import Registry
from okoce_core.testing import adapter_suite

MAPPINGS = Path("src/okoce_adapters")
PAGES = {
    "jakpreneur": ("jakpreneur-api", "jakpreneur-jakbar", "jakpreneur-pengumuman"),
    "local-government": (
        "dinas-binaan", "dinas-pelatihan", "dinas-koperasi", "dinas-ukm", "dinas-industri", "dinas-posisi",
        "dinas-iumk",
    ),
    "oss": ("oss-proyek",),
    "okoce": ("okoce-anggota", "okoce-masjid"),
    "communities": ("komunitas-google-form", "komunitas-daftar-hadir", "komunitas-umkm-naik-kelas"),
    "company": ("csr-binaan", "csr-sebelum-sesudah"),
    "open-data": (
        "opendata-jabar-proyeksi", "opendata-jabar-kategori", "opendata-tangsel-kecamatan", "opendata-satudata",
        "opendata-lubuklinggau-umkm",
    ),
}  # fmt: skip
FORMS = [form for forms in PAGES.values() for form in forms]
HEADED = [form for form in FORMS if form != "dinas-posisi"]


def _suite(form: str) -> type:
    return adapter_suite(MAPPINGS.absolute() / f"{form}.toml", samples=SAMPLES / form)


TestJakpreneurApi = _suite("jakpreneur-api")
TestWestJakarta = _suite("jakpreneur-jakbar")
TestAnnouncements = _suite("jakpreneur-pengumuman")
TestCoached = _suite("dinas-binaan")
TestTraining = _suite("dinas-pelatihan")
TestCooperatives = _suite("dinas-koperasi")
TestUkmExport = _suite("dinas-ukm")
TestIndustry = _suite("dinas-industri")
TestByLetter = _suite("dinas-posisi")
TestIumk = _suite("dinas-iumk")
TestOss = _suite("oss-proyek")
TestSignUp = _suite("okoce-anggota")
TestMosqueLoans = _suite("okoce-masjid")
TestGoogleForm = _suite("komunitas-google-form")
TestAttendance = _suite("komunitas-daftar-hadir")
TestMeasurements = _suite("komunitas-umkm-naik-kelas")
TestCsr = _suite("csr-binaan")
TestBeforeAndAfter = _suite("csr-sebelum-sesudah")
TestProjection = _suite("opendata-jabar-proyeksi")
TestProjectionByCategory = _suite("opendata-jabar-kategori")
TestDistricts = _suite("opendata-tangsel-kecamatan")
TestSatudata = _suite("opendata-satudata")
TestIndicators = _suite("opendata-lubuklinggau-umkm")


def _sample(form: str) -> Path:
    return next(path for path in sorted((SAMPLES / form).iterdir()) if not path.name.endswith(".expected.jsonl"))


def _read(form: str) -> FileReading:
    registry = Registry().including([MAPPINGS / f"{form}.toml"])
    return okoce.read(_sample(form), registry=registry).files[0]


@pytest.mark.parametrize("form", HEADED)
def test_one_form_of_all_that_ship_knows_each_sample(form: str) -> None:
    every = Registry().including(sorted(MAPPINGS.glob("*-*.toml")))
    file = okoce.read(_sample(form), registry=every).files[0]
    assert (file.adapter or "").replace("/", "-") == form


@pytest.mark.parametrize("place", BOOKS)
def test_workbooks_are_what_the_script_writes(place: str, tmp_path: Path) -> None:
    write(tmp_path / "again.xlsx", *BOOKS[place])
    assert (SAMPLES / place).read_bytes() == (tmp_path / "again.xlsx").read_bytes()


@pytest.mark.parametrize("form", FORMS)
def test_expected_records_have_nothing_wrong_with_them(form: str) -> None:
    # A NIK wrong in the sample and in what is expected of it would be refused twice, and so agree.
    expected = _sample(form).with_name(_sample(form).name + ".expected.jsonl")
    assert [p.code for p in okoce.read(expected).problems if p.code != "undated"] == []


def test_employee_who_attends_a_course_owns_nothing() -> None:
    # Seven attendances. One is of somebody without a business, one of a KARYAWAN; the other five may own.
    records = _read("dinas-pelatihan").records
    assert (len(records.people), len(records.ownerships), len(records.employments)) == (7, 5, 1)


def test_number_of_a_cooperative_is_nobodys_nik() -> None:
    # Two of six have a NIK under NO. KTP, a third the cooperative's 13 digits.
    people = _read("dinas-koperasi").records.people
    assert sorted(person.nik[:4] for person in people if person.nik) == ["9901", "9901"]


def test_those_sent_by_a_cooperative_do_not_own_it() -> None:
    assert len(_read("dinas-koperasi").records.ownerships) == 0


def test_projects_of_one_nib_are_one_enterprise_and_nobody() -> None:
    # Eight rows: three of one NIB, one, two of another, one with a filler, and one that names nothing.
    records = _read("oss-proyek").records
    assert (len(records.enterprises), len(records.people)) == (4, 0)


def test_stock_of_three_years_is_three_totals() -> None:
    # 2936 + 998 + 0, 2748 + 218 + 2, 2748 + 2
    totals = _read("opendata-lubuklinggau-umkm").records.totals
    assert {str(total.as_of): total.value for total, _ in totals} == {"2022": 3934, "2023": 2968, "2024": 2750}


@pytest.mark.parametrize("form", [*PAGES["open-data"], "jakpreneur-pengumuman"])
def test_numbers_of_areas_and_announcements_are_never_people(form: str) -> None:
    records = _read(form).records
    assert (len(records.people), len(records.enterprises), len(records.headcounts)) == (0, 0, 0)
    assert {total.measure for total, _ in records.totals} <= {"context"}


def test_workers_before_and_after_are_two_headcounts_of_two_days() -> None:
    # Four rows know how many there are now, three of them also how many there were on the day of the contract.
    said = _read("csr-sebelum-sesudah").records.headcounts
    dates = [str(said.facts[place].date) for place in said.fact]
    assert sorted(dates) == ["2020-08", "2021-03-15", "2022-01-10", "None", "None", "None", "None"]


@pytest.mark.parametrize(("page", "form"), [(page, form) for page, forms in PAGES.items() for form in forms])
def test_page_of_the_partner_tells_every_heading(page: str, form: str) -> None:
    told = Path(f"docs/partners/{page}.md").read_text("utf-8")
    adapter = load_mapping(MAPPINGS / f"{form}.toml")
    read = {head for column in adapter.columns for head in (*column.heads, *column.join)}
    assert [head for head in sorted(read | {*adapter.ignore}) if f"`{head}`" not in told] == []
