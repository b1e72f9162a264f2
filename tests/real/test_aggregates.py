"""Statistics of public bodies: each year its own total, nothing added twice, nobody counted.

The figures were computed with csv, json and openpyxl, not with this library; how each comes about is said beside it.
"""

import csv
from collections import Counter

import pytest

import okoce_core as okoce
from okoce_core.intake import Reading
from tests.real.files import MAPPINGS, read, real, totals

JABAR = "jabar-umkm-proyeksi/data_umkm_jabar.csv", "jabar-umkm-kategori/umkm_jabar.csv"
TANGSEL, BOOK = "tangsel-umkm", "tangsel-umkm/UMKM_Tangerang_Selatan"
DISKOP, DISNAKER = "lubuklinggau-dinas/Dinas Koperasi UMKM.csv", "lubuklinggau-dinas/Disnaker.csv"
UPT = "jatim-pelatihan-agregat/semua_chart"
DKI = "jakarta-open-data-2013-2014"
WORKERS = f"{DKI}/Penduduk-Yang-Bekerja-Lapangan-Pekerjaan-2013.csv"
POPULATION = f"{DKI}/DATA-DKI-MENURUT-PENDUDUK-TAHUN-2014.csv"
SCHOOLING = (
    f"{DKI}/Persentase-Penduduk-Yang-Berumur-10-Tahun-Ke-Atas-Menurut-Pendidikan-Tertinggi-Yang-Ditamatkan-Tahun.csv"
)
BPS = "bps-jatim-sakernas-2025"
BY_YEAR = {"2023-08": 22703177, "2024-08": 23361110, "2025-08": 23801034}

FIGURES = [
    # file, mapping, rows that are data, the total of each day
    # 27 regencies x 8 years; the column added up, 46,182,280, is no number of anything
    (JABAR[0], "jabar-proyeksi", 216, {"2016": 4634807, "2017": 4921573, "2018": 5226081, "2019": 5549429,
                                       "2020": 5892792, "2021": 6257390, "2022": 6644548, "2023": 7055660}),
    # 27 regencies x 10 categories x 5 years
    (JABAR[1], "jabar-kategori", 1350, {"2017": 4921572, "2018": 5226081, "2019": 5549426, "2020": 5892787,
                                        "2021": 6257378}),
    # a title, a row of semicolons, the header on line 3
    (f"{TANGSEL}/Ekspedisi.csv", "tangsel-mikro", 7, {"": 39}),
    (f"{TANGSEL}/Ekspedisi.csv", "tangsel-kecil", 7, {"": 22}),
    (f"{TANGSEL}/Konter HP.csv", "tangsel-mikro", 7, {"": 555}),
    (f"{TANGSEL}/Konter HP.csv", "tangsel-kecil", 7, {"": 238}),
    (f"{TANGSEL}/Lainnya.csv", "tangsel-mikro", 7, {"": 14392}),
    (f"{TANGSEL}/Lainnya.csv", "tangsel-kecil", 7, {"": 5160}),
    (f"{TANGSEL}/Perawatan Kesehatan.csv", "tangsel-mikro", 7, {"": 586}),
    (f"{TANGSEL}/Perawatan Kesehatan.csv", "tangsel-kecil", 7, {"": 211}),
    (f"{TANGSEL}/Transportasi.csv", "tangsel-mikro", 7, {"": 381}),
    (f"{TANGSEL}/Transportasi.csv", "tangsel-kecil", 7, {"": 343}),
    # a byte order mark, and lines that end in CR CR LF
    (f"{TANGSEL}/Kuliner.csv", "tangsel-mikro", 7, {"": 1053}),
    (f"{TANGSEL}/Kuliner.csv", "tangsel-kecil", 7, {"": 266}),
    (f"{TANGSEL}/Jasa.csv", "tangsel-mikro", 7, {"": 578}),
    (f"{TANGSEL}/Jasa.csv", "tangsel-kecil", 7, {"": 148}),
    # one of five sheets; all numbers but one as text; one of four tables of a JSON. 61,245 + 17,799 = 79,044
    (f"{BOOK}_Analisis.xlsx", "tangsel-mikro", 161, {"": 61245}),
    (f"{BOOK}_Analisis.xlsx", "tangsel-kecil", 161, {"": 17799}),
    (f"{BOOK}_Gabungan.xlsx", "tangsel-mikro", 161, {"": 61245}),
    (f"{BOOK}_Gabungan.xlsx", "tangsel-kecil", 161, {"": 17799}),
    (f"{TANGSEL}/umkm_data.json", "tangsel-mikro", 161, {"": 61245}),
    (f"{TANGSEL}/umkm_data.json", "tangsel-kecil", 161, {"": 17799}),
    # 7 rows in Usaha, 2 in Unit; the clean copy says the same
    (DISKOP, "lubuklinggau-umkm", 7, {"2022": 6112, "2023": 3928, "2024": 3928}),
    (DISKOP, "lubuklinggau-koperasi", 2, {"2022": 117, "2023": 118, "2024": 118}),
    ("lubuklinggau-dinas/diskop_clean.csv", "lubuklinggau-umkm", 7, {"2022": 6112, "2023": 3928, "2024": 3928}),
    ("lubuklinggau-dinas/diskop_clean.csv", "lubuklinggau-koperasi", 2, {"2022": 117, "2023": 118, "2024": 118}),
    (DISNAKER, "lubuklinggau-penempatan", 6, {"2021": 82, "2022": 717, "2023": 662, "2024": 242}),
    (DISNAKER, "lubuklinggau-pencari", 2, {"2021": 568, "2022": 756, "2023": 1098, "2024": 376}),
    # the same people by schooling; 2022 is at odds in the source
    (DISNAKER, "lubuklinggau-pencari-pendidikan", 6, {"2021": 568, "2022": 604, "2023": 1098, "2024": 376}),
    # 1,417 + 2,114; the -4 that somebody typed is inside the 2,114 or the 1,417 and cannot be seen here
    (f"{UPT}_umkm.xlsx", "jatim-karyawan", 2, {"": 3531}),
    (f"{UPT}_umkm.xlsx", "jatim-bidang", 16, {"": 1257}),
    (f"{UPT}_koperasi.xlsx", "jatim-koperasi-jenis", 5, {"": 756}),
    (f"{UPT}_koperasi.xlsx", "jatim-koperasi-kabupaten", 39, {"": 760}),
    # lines that end in CR alone. 9 industries x 2 sexes: 2,955,647 + 1,757,189 = 4,712,836
    (WORKERS, "jakarta-pekerja", 18, {"2013": 4712836}),
    (WORKERS, "jakarta-pekerja-laki", 9, {"2013": 2955647}),
    (WORKERS, "jakarta-pekerja-perempuan", 9, {"2013": 1757189}),
    # whole numbers and years written as decimals; of foreigners 43 and 69 cells are blank
    (POPULATION, "jakarta-wni-laki", 267, {"2014": 5103614}),
    (POPULATION, "jakarta-wni-perempuan", 267, {"2014": 4908657}),
    (POPULATION, "jakarta-wna-laki", 267 - 43, {"2014": 2062}),
    (POPULATION, "jakarta-wna-perempuan", 267 - 69, {"2014": 1379}),
    # the total row, the row of column numbers (stored as -1, -2 ...) and the footnote are no data
    (f"{BPS}/TPT UMUR.xlsx", "bps-angkatan-kerja", 38, {"2025-08": 24761734}),
    (f"{BPS}/TPT UMUR.xlsx", "bps-bekerja", 38, {"2025-08": 23801034}),
    (f"{BPS}/TPT UMUR.xlsx", "bps-umur", 6, {"2025-08": 23801034}),
    # the same people by region, by industry, and in one row of a summary whose first row holds them too
    (f"{BPS}/Data_Primer_Bersih.xlsx", "bps-wilayah", 38, BY_YEAR),
    (f"{BPS}/Data_Primer_Bersih.xlsx", "bps-sektor", 17, BY_YEAR),
    (f"{BPS}/Data_Primer_Bersih.xlsx", "bps-ringkasan", 1, BY_YEAR),
]  # fmt: skip

REFUSED = [
    # file, mapping, sheets, rows below their headings
    (f"{UPT}_umkm.xlsx", "jatim-teratas", 2, 5 + 10),
    (f"{UPT}_koperasi.xlsx", "jatim-teratas", 2, 5 + 10),
    (SCHOOLING, "jakarta-persentase", 1, 35),
    (f"{DKI}/DATA-DKI-MENURUT-NOMOR-KODE-WILAYAH-TAHUN-2014.csv", "jakarta-kode-wilayah", 1, 267),
    (f"{BPS}/Data_Pendamping_Feb2026.xlsx", "bps-pendamping", 3, 10 + 14 + 41),
]


def name(case):
    return "-".join(str(part).rpartition("/")[2] for part in case[:2])


@pytest.mark.parametrize(("path", "form", "rows", "expected"), FIGURES, ids=map(name, FIGURES))
def test_a_statistic_gives_the_total_of_each_day_and_counts_nobody(path, form, rows, expected):
    file = read(real(path), form)
    assert (file.state, totals(file), file.ledger.recorded) == ("read", expected, rows)
    assert {len(file.records.people), len(file.records.enterprises), len(file.records.headcounts)} == {0}
    population = okoce.resolve(Reading((file,)))
    figures = okoce.count(population, "okoce-claim@1", as_of="2026-12-31")
    for figure in (figures.participants, figures.entrepreneurs, figures.jobs):
        assert (figure.low, figure.value, figure.high) == (0, 0, 0)
    assert Counter(t.measure for t in population.totals) == {"context": len(expected)}  # there to be shown


@pytest.mark.parametrize(("path", "form", "sheets", "rows"), REFUSED, ids=map(name, REFUSED))
def test_what_is_no_count_is_refused_with_its_reason(path, form, sheets, rows):
    file = read(real(path), form)
    assert file.problems.totals()["aggregate-refused"] == sheets
    assert (file.ledger.recorded, file.ledger.rejected) == (0, 0)
    assert file.ledger.skipped == file.ledger.seen == rows + sheets  # each sheet has one row of headings
    assert totals(file) == {}


@pytest.mark.parametrize(("path", "form", "rows"), [(JABAR[0], "proyeksi", 216), (JABAR[1], "kategori", 1350)])
def test_the_adapters_that_come_with_the_library_refuse_a_projection(path, form, rows):
    (file,) = okoce.read(real(path)).files
    assert (file.adapter, file.problems.totals()) == (f"opendata-jabar/{form}", {"aggregate-refused": 1})
    assert (file.ledger.skipped, totals(file)) == (rows + 1, {})


def test_every_file_of_a_field_has_seven_kecamatan_and_no_problem():
    files = sorted(real(TANGSEL).glob("*.csv"))
    assert len(files) == 23
    for path in files:
        file = read(path, "tangsel-mikro")
        assert (file.state, file.ledger.recorded, list(file.problems)) == ("read", 7, [])


@pytest.mark.parametrize(
    ("path", "form", "unread"),
    [
        (f"{BOOK}_Analisis.xlsx", "tangsel-mikro", {
            "Per_Kecamatan_Bidang", "Ringkasan_Kecamatan", "Ringkasan_Bidang", "Top_10_Kombinasi"}),
        (f"{TANGSEL}/umkm_data.json", "tangsel-mikro", {
            "ringkasan_kecamatan", "ringkasan_bidang", "top_kombinasi"}),
        (f"{BPS}/Data_Primer_Bersih.xlsx", "bps-sektor", {"Ringkasan_Prov", "TPT_KabKota", "Upah_KabKota"}),
    ],
)  # fmt: skip
def test_sheets_that_repeat_the_table_are_unread_and_said_to_be(path, form, unread):
    problems = [p for p in read(real(path), form).problems if p.code == "sheet-unread"]
    assert {p.place.sheet for p in problems} == unread


def test_a_number_of_participants_opens_the_upper_end_and_moves_no_value():
    file = read(real(f"{UPT}_koperasi.xlsx"), "jatim-koperasi-peserta")
    assert totals(file, "participants") == {"": 910}  # 471 women + 439 men; by type 756, by district 760
    figures = okoce.count(okoce.resolve(Reading((file,))), "okoce-p4@1", as_of="2026-12-31")
    assert (figures.participants.low, figures.participants.value, figures.participants.high) == (0, 0, 910)
    assert (figures.jobs.value, figures.jobs.high) == (0, 0)


def test_a_year_with_a_dash_has_no_total_and_is_not_nought():
    file = read(real(f"{DKI}/jumlahimbbangunandanluasbangunan19982012.csv"), "jakarta-bangunan")
    found = totals(file)
    assert (len(found), "2010" in found, 0 in found.values()) == (14, False, False)
    assert (found["1998"], found["2009"], found["2011"]) == (7394, 12888, 11344)  # as they stand in the file
    ((problem,), ledger) = file.problems, file.ledger
    assert (problem.code, problem.place.cell) == ("count-missing", "C14")  # the header, then 1998 to 2009 in 2 to 13
    assert (ledger.recorded, ledger.rejected) == (14, 1)


def test_a_cleaned_copy_without_the_placements_gives_none_and_says_so():
    file = read(real("lubuklinggau-dinas/disnaker_clean.csv"), "lubuklinggau-penempatan")
    assert (totals(file), file.ledger.recorded) == ({}, 0)
    assert "no-rows" in file.problems.totals()


def test_a_cleaned_copy_of_the_seekers_says_the_same_as_the_office():
    file = read(real("lubuklinggau-dinas/disnaker_clean.csv"), "lubuklinggau-pencari")
    assert totals(file) == {"2021": 568, "2022": 756, "2023": 1098, "2024": 376}


@pytest.mark.parametrize(("form", "blank"), [("jakarta-wna-laki", 43), ("jakarta-wna-perempuan", 69)])
def test_every_blank_number_of_a_statistic_is_pointed_at(form, blank):
    file = read(real(POPULATION), form)
    assert file.ledger.rejected == blank
    assert file.problems.totals() == {"count-missing": blank}
    assert all(problem.place.column for problem in file.problems)


def test_a_number_that_is_none_is_pointed_at_and_left_out_of_its_year():
    lines = real(JABAR[0]).read_text("utf-8").splitlines()
    rows = list(csv.DictReader(lines))
    at = next(i for i, row in enumerate(rows) if row["Tahun"] == "2020")
    lost = int(rows[at]["Proyeksi Jumlah UMKM"])
    broken = [line.replace(str(lost), "entah") if i == at + 1 else line for i, line in enumerate(lines)]
    file = read("\n".join(broken).encode(), "jabar-proyeksi")
    (problem,) = file.problems
    assert (problem.code, problem.place.row, problem.place.column) == ("count-format", at + 2, 2)
    assert (totals(file)["2020"], file.ledger.rejected) == (5892792 - lost, 1)


def test_the_stock_by_category_is_the_stock_itself_and_both_are_refused_beside_each_other():
    reading = okoce.read(*map(real, JABAR))
    assert {file.adapter for file in reading.files} == {"opendata-jabar/proyeksi", "opendata-jabar/kategori"}
    assert okoce.resolve(reading).totals == ()
    whole, parts = totals(read(real(JABAR[0]), "jabar-proyeksi")), totals(read(real(JABAR[1]), "jabar-kategori"))
    assert max(abs(whole[year] - parts[year]) for year in parts) == 12  # of rounding, so one quantity and not two


def test_every_mapping_takes_less_than_thirty_lines():
    lines = {path.name: len(path.read_text("utf-8").splitlines()) for path in MAPPINGS.glob("*.toml")}
    assert len(lines) > 40
    assert {name: number for name, number in lines.items() if number >= 30} == {}
