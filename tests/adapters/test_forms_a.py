"""The forms of HIPMI, TDA, campuses, schools and pesantren: every check of the kit, and what samples cannot show."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.adapters.make_samples_a import FILES, SAMPLES, TDA_KEANGGOTAAN, as_csv

import okoce_core as okoce
from okoce_core.adapter.mapping import load_mapping
from okoce_core.plugins import Registry
from okoce_core.testing import adapter_suite

MAPPINGS = Path("src/okoce_adapters")


def _suite(form: str) -> type:
    return adapter_suite(MAPPINGS.absolute() / f"{form}.toml", samples=SAMPLES / form)


TestHipmi = _suite("hipmi-anggota")
TestHipmiJabar = _suite("hipmi-jabar-anggota")
TestHipmiJabarUmkm = _suite("hipmi-jabar-umkm")
TestHipmiCompanies = _suite("hipmi-perusahaan")
TestHipmiPt = _suite("hipmi-pt-anggota")
TestTda = _suite("tda-anggota")
TestTdaMemberships = _suite("tda-keanggotaan")
TestCampus = _suite("kampus-mahasiswa")
TestP2mw = _suite("kampus-p2mw")
TestWmk = _suite("kampus-wmk")
TestIncubator = _suite("kampus-inkubator")
TestSchool = _suite("sekolah-spw")
TestSantri = _suite("pesantren-santri")
TestOpop = _suite("pesantren-opop")
TestEmis = _suite("pesantren-emis")


@pytest.mark.parametrize("path", [file[0] for file in FILES])
def test_one_form_of_all_that_ship_knows_each_sample(path: str) -> None:
    every = Registry().including(sorted(MAPPINGS.glob("*-*.toml")))
    file = okoce.read(SAMPLES / path, registry=every).files[0]
    assert (file.adapter or "").replace("/", "-") == Path(path).parent.name


@pytest.mark.parametrize(("path", "data"), [(file[0], file[2]) for file in FILES], ids=[file[0] for file in FILES])
def test_samples_are_what_the_script_writes(path: str, data: bytes) -> None:
    assert (SAMPLES / path).read_bytes() == data


def test_membership_that_was_over_on_the_day_the_list_describes_is_left_out(tmp_path: Path) -> None:
    # Six memberships, of which two were never confirmed: four. One of them ended on 17 August 2021, so on 30 September
    # 2022 there are three; where nobody says which day the list describes, it stays.
    form = Registry().including([MAPPINGS / "tda-keanggotaan.toml"])
    (tmp_path / "list.csv").write_bytes(as_csv(TDA_KEANGGOTAAN, ";"))
    undated = okoce.read(tmp_path, registry=form).files[0]
    (tmp_path / "kiriman.toml").write_text("[defaults]\nobserved = 2022-09-30\n", "utf-8")
    dated = okoce.read(tmp_path, registry=form).files[0]
    assert (undated.ledger.recorded, dated.ledger.recorded) == (4, 3)


def test_pupils_of_one_household_stay_two_people() -> None:
    # Rows 5 and 6 of the sample have one telephone, a parent's. Five pupils are five people.
    form = Registry().including([MAPPINGS / "sekolah-spw.toml"])
    figures = okoce.count(
        okoce.resolve(okoce.read(SAMPLES / "sekolah-spw/siswa.xlsx", registry=form)), "okoce-p4@1", as_of="2022-12-31"
    )
    assert figures.participants.high == 5


def test_representative_of_a_pesantren_owns_nothing_of_it() -> None:
    form = Registry().including([MAPPINGS / "pesantren-opop.toml"])
    figures = okoce.count(
        okoce.resolve(okoce.read(SAMPLES / "pesantren-opop/opop.xlsx", registry=form)), "okoce-p4@1", as_of="2022-12-31"
    )
    assert figures.entrepreneurs.high == 0


def test_a_p2mw_group_is_several_people_with_one_business() -> None:
    # Three, five and three students; the third group has no business yet.
    form = Registry().including([MAPPINGS / "kampus-p2mw.toml"])
    records = okoce.read(SAMPLES / "kampus-p2mw/kelompok.xlsx", registry=form).files[0].records
    assert (len(records.people), len(records.enterprises), len(records.ownerships)) == (11, 2, 8)


@pytest.mark.parametrize("form", sorted({Path(file[0]).parent.name for file in FILES}))
def test_page_of_the_partner_tells_every_heading(form: str) -> None:
    pages = {"hipmi": "hipmi", "tda": "tda", "kampus": "campus", "sekolah": "school", "pesantren": "pesantren"}
    told = Path(f"docs/partners/{pages[form.partition('-')[0]]}.md").read_text("utf-8")
    adapter = load_mapping(MAPPINGS / f"{form}.toml")
    read = {head for column in adapter.columns for head in (*column.heads, *column.join)}
    assert [head for head in sorted(read | {*adapter.ignore}) if f"`{head}`" not in told] == []
