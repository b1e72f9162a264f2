"""``okoce read``: files, rows and problems."""

import csv
import json

import pytest

from okoce_core.report.problems_csv import COLUMNS


def lines_of(path):
    return list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))


def test_problems_are_told_by_kind_with_where_to_look_and_how_to_mend_them(okoce, members):
    status, out, err = okoce("read", members)
    assert (status, err) == (0, "")
    assert "Masalah: 2, dari 2 jenis" in out
    assert (
        "[peringatan] 1× NIK tidak berjumlah 16 angka. (nik-length)\n"
        "      Di: anggota.csv: F2\n"
        "      Perbaikan: Salin ulang NIK dari KTP atau KK"
    ) in out
    english = okoce("read", members, "--bahasa", "en")[1]
    assert (
        "[warning] 1× The NIK does not have 16 digits. (nik-length)\n"
        "      Where: anggota.csv: F2\n"
        "      How to mend it: Copy the NIK"
    ) in english


def test_the_gravest_come_first(okoce, members):
    out = okoce("read", members, "--bahasa", "en")[1]
    assert out.index("[error]") < out.index("[warning]")


def test_of_many_places_the_first_three_are_told_and_the_rest_counted(okoce, members):
    # Rows 2 and 4 to 7 and 9 have the short NIK: six, in the runs 2, 4-7 and 9; with 11 and 13 five places.
    rows = {2, 4, 5, 6, 7, 9, 11, 13}
    body = [f"Melati Contoh;0800-111-22{n:02};;Kedai;1;{'123' if n in rows else ''};;;2021" for n in range(2, 14)]
    members.write_text("\n".join(["nama;hp;kota;usaha;jml_karyawan;no_ktp;tgl_lahir;nib;tahun", *body]), "utf-8")
    assert "8×" in okoce("read", members)[1]
    assert "Di: anggota.csv: F2; anggota.csv: F4 (×4); anggota.csv: F9 dan 2 lagi" in okoce("read", members)[1]
    assert "anggota.csv: F9 and 2 more" in okoce("read", members, "--bahasa", "en")[1]


def test_a_clean_list_has_no_problems(okoce, records):
    assert "Tidak ada masalah." in okoce("read", records)[1]
    assert "No problems." in okoce("read", records, "--bahasa", "en")[1]


def test_what_was_expected_is_told_where_it_says_more(okoce, tmp_path):
    (tmp_path / "asing.csv").write_text("satu;dua;tiga\n1;2;3\n")
    assert "Diharapkan: judul kolom formulir yang dikenal" in okoce("read", tmp_path)[1]
    assert "Expected: the headings of a known form" in okoce("read", tmp_path, "--bahasa", "en")[1]


def test_partners_of_a_record_file_are_counted_not_named(okoce, tmp_path, records):
    path = tmp_path / "mitra.jsonl"
    path.write_text(records.read_text() + '{"type":"partner","id":"A","name":"Mitra Contoh"}\n')
    assert "mitra: 1" in okoce("read", path)[1]
    assert "Mitra Contoh" not in okoce("read", path)[1]


def test_json_tells_of_files_ledger_and_problems_and_of_no_figures(okoce, members):
    status, out, _ = okoce("read", members, "--json")
    said = json.loads(out)
    assert (status, list(said)) == (0, ["format", "inputs", "files", "ledger", "problems"])
    assert said["ledger"] == {"seen": 4, "recorded": 2, "rejected": 1, "blank": 0, "skipped": 1}
    assert said["files"][0]["partner"] == "tda"


def test_the_report_is_a_csv_with_one_line_a_problem(okoce, members, tmp_path):
    out = tmp_path / "masalah.csv"
    status, said, _ = okoce("read", members, "--report", out)
    assert (status, f"2 masalah ditulis ke {out}." in said) == (0, True)
    warning, error = lines_of(out)
    assert tuple(warning) == COLUMNS
    assert (warning["file"], warning["cell"], warning["code"], warning["severity"]) == (
        "anggota.csv",
        "F2",
        "nik-length",
        "warning",
    )
    assert (warning["text"], error["row"], error["cell"]) == ("NIK tidak berjumlah 16 angka.", "4", "")
    assert warning["mend"].startswith("Salin ulang NIK")


def test_the_report_speaks_english_too(okoce, members, tmp_path):
    out = tmp_path / "masalah.csv"
    assert f"2 problems written to {out}." in okoce("read", members, "--report", out, "--bahasa", "en")[1]
    assert lines_of(out)[0]["text"] == "The NIK does not have 16 digits."


def test_the_report_beside_json_leaves_the_json_alone(okoce, members, tmp_path):
    alone = okoce("read", members, "--json")[1]
    assert okoce("read", members, "--json", "--report", tmp_path / "masalah.csv")[1] == alone


@pytest.mark.parametrize("first", ["=", "+", "-", "@"])
def test_a_file_name_that_a_spreadsheet_would_take_for_a_formula_is_made_harmless(okoce, members, tmp_path, first):
    odd = members.rename(members.with_name(f"{first}1+1.csv"))
    okoce("read", odd, "--report", tmp_path / "masalah.csv")
    assert lines_of(tmp_path / "masalah.csv")[0]["file"] == f"'{first}1+1.csv"


def test_control_signs_in_a_file_name_never_reach_the_terminal(okoce, members):
    odd = members.rename(members.with_name("a\x1b[2J\nb.csv"))
    status, out, _ = okoce("read", odd)
    assert (status, "\x1b" in out, "a�[2J b.csv" in out) == (0, False, True)


def test_results_are_not_written_over_or_between_what_is_read(okoce, members):
    content = members.read_bytes()
    for out in (members, members.parent / "laporan.csv"):
        status, _, err = okoce("read", members.parent, "--report", out)
        assert (status, "termasuk yang dibaca" in err, out == members or not out.exists()) == (2, True, True)
    assert members.read_bytes() == content
    assert "is among what is read" in okoce("read", members, "--report", members, "--bahasa", "en")[2]


def test_a_report_that_cannot_be_written_is_wrong_use(okoce, members, tmp_path):
    status, _, err = okoce("read", members, "--report", tmp_path / "tiada" / "masalah.csv")
    assert (status, "tidak dapat ditulis" in err) == (2, True)
    assert "cannot be written" in okoce("read", members, "--report", tmp_path / "tiada" / "x.csv", "--bahasa", "en")[2]


def test_strict_and_unreadable_have_their_statuses(okoce, members, tmp_path):
    assert okoce("read", members, "--strict")[0] == 1
    (tmp_path / "kosong").mkdir()
    status, out, _ = okoce("read", tmp_path / "kosong", "--strict")
    assert (status, out.splitlines()[0]) == (3, "Tidak ada yang dapat dibaca.")
    assert okoce("read", tmp_path / "kosong", "--bahasa", "en")[1].startswith("Nothing could be read.")
