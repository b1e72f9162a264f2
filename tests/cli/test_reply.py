"""``okoce reply``."""

import csv
import io
import json

import openpyxl
import pytest

from okoce_core.report.tongue import LANGUAGES


@pytest.fixture
def answered(okoce, members, tmp_path):
    """Runs the command on the list with two faults and gives what it said, and the folder of the one reply."""

    def run(*words):
        status, out, err = okoce("reply", members, "--out", tmp_path / "balasan", *words)
        return status, out + err, next(iter((tmp_path / "balasan").glob("*")), None)

    return run


def problems(folder):
    return list(csv.DictReader(io.StringIO((folder / "masalah.csv").read_text("utf-8-sig"))))


def test_a_folder_for_each_partner_with_the_marked_copy_the_list_and_the_message(answered):
    status, said, folder = answered()
    assert status == 0
    assert sorted(path.name for path in folder.iterdir()) == ["anggota-ditandai.xlsx", "masalah.csv", "pesan.txt"]
    assert "Balasan di" in said
    told = {(p["kode"], p["sel"] or p["baris"]) for p in problems(folder) if p["tingkat"] != "catatan"}
    assert told >= {("nik-length", "F2"), ("person-missing", "4")}
    sheet = openpyxl.load_workbook(folder / "anggota-ditandai.xlsx").active
    assert "NIK tidak berjumlah 16 angka" in sheet["F2"].comment.text
    assert (sheet["F2"].value, sheet["F2"].data_type) == ("12345", "s")
    assert "3 baris data, 2 tercatat, 1 ditolak" in (folder / "pesan.txt").read_text("utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_languages_say_the_same_things(answered, language):
    _, said, folder = answered("--bahasa", language, "--deadline", "2022-10-15")
    message = (folder / "pesan.txt").read_text("utf-8")
    assert len(message) < 1000
    assert {"id": "15 Oktober 2022", "en": "15 October 2022"}[language] in message
    assert {"id": "Tanpa kunci", "en": "Without a key"}[language] in said


def test_what_is_written_twice_into_a_folder_is_a_later_reply(answered, members):
    key = members.parent / "kunci"
    key.write_text("a key for the tests only")
    answered("--key-file", key)
    members.write_text(members.read_text("utf-8").replace("12345", ""), "utf-8")
    _, said, folder = answered("--key-file", key)
    assert [p["keadaan"] for p in problems(folder) if p["kode"] == "nik-length"] == ["selesai"]
    assert {p["keadaan"] for p in problems(folder) if p["kode"] == "person-missing"} == {"masih terbuka"}
    assert "1 selesai" in (folder / "pesan.txt").read_text("utf-8")
    assert "Tanpa kunci" not in said


def test_the_replies_of_another_month_may_lie_elsewhere(okoce, members, tmp_path):
    okoce("reply", members, "--out", tmp_path / "september", "--bahasa", "en")
    _, out, _ = okoce("reply", members, "--out", tmp_path / "oktober", "--since", tmp_path / "september", "--json")
    (told,) = json.loads(out)["replies"]
    assert told["problems"]["new"] == 0
    assert told["problems"]["open"] == len(problems(tmp_path / "oktober" / told["folder"]))


def test_json_says_what_was_written(okoce, members, records, tmp_path):
    status, out, _ = okoce("reply", members, records, "--out", tmp_path / "balasan", "--json")
    said = json.loads(out)
    assert (status, said["format"]) == (0, "okoce-replies/1")
    assert [reply["partner"] for reply in said["replies"]] == ["A", "B", "tda"]
    last = said["replies"][-1]
    assert last["files"] == ["anggota-ditandai.xlsx", "masalah.csv", "pesan.txt"]
    assert (last["ledger"]["recorded"], last["ledger"]["rejected"], last["unmarked"], last["guessed"]) == (
        2,
        1,
        {},
        False,
    )
    assert set(last["problems"]) == {"new", "open", "unchecked", "fixed", "gone"}
    assert said["unaddressed"] == []


def test_what_no_reply_tells_is_said(okoce, tmp_path):
    folder = tmp_path / "kiriman"
    folder.mkdir()
    (folder / "asing.csv").write_text("x;y\n1;2\n", "utf-8")
    status, out, _ = okoce("reply", folder, "--out", tmp_path / "balasan", "--bahasa", "en")
    assert status == 3
    assert "No partner is known, so no reply was written." in out
    assert "asing.csv: whose file it is, nobody says; name the partner in kiriman.toml" in out
    assert not (tmp_path / "balasan").exists()


def test_a_manifest_is_nobodys_to_mend_and_a_known_partner_is_called_by_his_name(okoce, members, tmp_path):
    folder = tmp_path / "kiriman"
    folder.mkdir()
    (folder / "a.csv").write_bytes(members.read_bytes())
    (folder / "kiriman.toml").write_text('salah = 1\n[[file]]\npath = "a.csv"\npartner = "hr-academy"\n')
    _, out, _ = okoce("reply", folder, "--out", tmp_path / "balasan", "--bahasa", "en")
    assert "kiriman.toml: the manifest, which is no partner's to mend" in out
    assert (tmp_path / "balasan" / "hr-academy" / "pesan.txt").read_text("utf-8").startswith("Dear HRAcademy,")


def test_a_marked_copy_of_an_earlier_month_is_named_and_left_alone(okoce, members, tmp_path):
    old = tmp_path / "balasan" / "tda" / "bulan-lalu-ditandai.xlsx"
    old.parent.mkdir(parents=True)
    old.write_bytes(b"old")
    _, out, _ = okoce("reply", members, "--out", tmp_path / "balasan")
    assert "sisa balasan yang lalu" in out
    assert str(old) in out
    assert old.read_bytes() == b"old"


def test_several_files_by_the_form_alone_are_to_be_looked_at(okoce, members, tmp_path):
    (members.parent / "lagi.csv").write_text(members.read_text("utf-8") + "\n", "utf-8")
    _, out, _ = okoce("reply", members, members.parent / "lagi.csv", "--out", tmp_path / "balasan")
    assert "hanya karena bentuk formulirnya" in out


def test_strict_fails_where_a_row_gives_nothing(answered):
    assert answered("--strict")[0] == 1


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("--since", "tiada"), "tiada"), (("--deadline", "besok"), "besok"), (("--deadline", "2022-09"), "2022-09"),
        (("--key-file", "tiada"), "tiada"),
    ],
)  # fmt: skip
def test_wrong_use_is_said_before_anything_is_written(answered, words, complaint):
    status, said, folder = answered(*words)
    assert (status, folder) == (2, None)
    assert complaint in said


def test_replies_are_not_written_among_what_is_read(okoce, tmp_path, members):
    status, _, err = okoce("reply", tmp_path, "--out", tmp_path / "balasan")
    assert status == 2
    assert "balasan" in err
    assert not (tmp_path / "balasan").exists()


def test_a_folder_that_cannot_be_written_is_said(okoce, members, tmp_path):
    (tmp_path / "berkas").write_text("x")
    assert okoce("reply", members, "--out", tmp_path / "berkas")[0] == 2


def test_an_earlier_list_that_cannot_be_opened_is_said(okoce, members, tmp_path, monkeypatch):
    okoce("reply", members, "--out", tmp_path / "balasan")
    from pathlib import Path

    whole = Path.read_bytes

    def refuse(path):
        if path.name == "masalah.csv":
            raise OSError
        return whole(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert okoce("reply", members, "--out", tmp_path / "balasan")[0] == 2


def test_no_output_of_the_command_holds_the_text_of_a_cell(okoce, tmp_path):
    mark = "RAHASIA7731"
    folder = tmp_path / "kiriman"
    folder.mkdir()
    heads = "nama;hp;kota;usaha;jml_karyawan;no_ktp;tgl_lahir;nib;tahun"
    (folder / "a.csv").write_text(f"{heads};{mark}\n" + f"{';'.join([mark] * 10)}\n" * 3, "utf-8")
    for words in ((), ("--json",)):
        _, out, err = okoce("reply", folder, "--out", tmp_path / "balasan", *words)
        assert mark not in (out + err).upper()
    for file in (tmp_path / "balasan").rglob("*.*"):
        assert file.suffix == ".xlsx" or mark not in file.read_text("utf-8-sig").upper()
