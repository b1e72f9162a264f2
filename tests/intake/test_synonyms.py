"""What headings may mean: proposals from a table of headings seen in real forms, and none across its traps."""

import tomllib
from importlib import resources

import pytest

from okoce_core.adapter import FIELDS
from okoce_core.intake.mapping.synonyms import feeds_nothing, is_known, propose, trap


@pytest.mark.parametrize(
    ("heading", "fields"),
    [
        ("NAMA PESERTA", ("person.name",)),
        ("nama_pemiilk", ("person.name",)),
        ("nomor_ktp", ("person.nik",)),
        ("No. HP/WA :", ("person.phones",)),
        ("L/P", ("person.sex",)),
        ("Tempat, Tanggal Lahir", ("person.born",)),
        ("NO. NIB", ("enterprise.nib",)),
        ("JABATAN PESERTA DI USAHA", ("role",)),
        ("PRIZINAN USAHA YANG DIMIKI", ("permits",)),
        ("JML_TENAGA_KERJA_2019", ("headcount.total",)),
        ("KABUPATEN USAHA", ("enterprise.region",)),
        ("Jumlah  Karyawan\nLaki-Laki", ("headcount.total",)),
        ("NISN", ("person.nisn",)),
        ("No. Anggota", ("person.membership",)),
        ("Nomor Anggota", ("person.membership",)),
        ("No. KTA", ("person.membership",)),
    ],
)
def test_headings_of_real_forms_are_proposed(heading, fields):
    assert propose(heading) == fields


@pytest.mark.parametrize(
    "heading", ["nama_usaha", "Nama Usaha", "NIK KOPERASI", "nomor_ktp_perusahaan", "Nama Ketua", "nib_tahun", "NIM"]
)
def test_a_heading_that_has_misled_has_a_question_and_no_proposal(heading):
    assert propose(heading) == ()
    assert trap(heading).ask
    assert is_known(heading)


def test_the_same_word_for_home_and_business_is_proposed_as_either():
    assert propose("Kabupaten/Kota") == ("person.region", "enterprise.region")


def test_workers_before_and_after_are_asked_about_since_their_sum_means_nothing():
    assert propose("Jumlah Tenaga Kerja Sebelum") == ()
    assert "series" in trap("Jumlah Tenaga Kerja Sebelum").ask


def test_what_feeds_no_field_is_known_as_such():
    assert feeds_nothing("OMSET_2021")
    assert feeds_nothing("No.")
    assert not feeds_nothing("Hobi")
    assert not is_known("Hobi")


def test_every_field_of_the_table_exists_and_no_heading_stands_in_two_places():
    said = tomllib.loads(resources.files("okoce_core.intake").joinpath("data/synonyms.toml").read_text("utf-8"))
    several = [*said["either"].values(), *(trap["may"] for trap in said["trap"])]
    assert {*said["fields"]} | {field for fields in several for field in fields} <= set(FIELDS)
    headings = [h for known in said["fields"].values() for h in known]
    headings += [*said["either"], *said["unread"]["headings"], *(h for trap in said["trap"] for h in trap["headings"])]
    assert len(headings) == len(set(headings))
