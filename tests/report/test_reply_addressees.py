"""Whose problem is whose: a reply holds what is its addressee's, and nothing of anybody else."""

import io
import json
import re
import zipfile

import attrs
import pytest
import xlsxwriter

import okoce_core as okoce
from okoce_core.adapter import Adapter, Column, Expect
from okoce_core.evidence import Ledger
from okoce_core.plugins import Registry
from okoce_core.report.replies import Unaddressed, address, replies
from okoce_core.report.replies.naming import folder_names, marked_name

from .reply_files import HEADS, PERSON, csv_list, rich_workbook, workbook

KEY = b"a key for the tests only"


def jsonl(*lines):
    header = {"type": "header", "format": "okoce-records/1", "ids": "local"}
    return "".join(json.dumps(line) + "\n" for line in (header, *lines)).encode()


def person(name, **said):
    return {"type": "person", "id": name, "name": f"{name.title()} Contoh", **said}


def took_part(partner, name):
    return {"type": "participation", "partner": partner, "person": name, "date": "2022-01-10", "stage": "registered"}


TWO_PARTNERS = jsonl(
    person("ani", nik="12"), person("budi", nik="12"), person("cici", nik="12"), person("dodo", nik="12"),
    took_part("A", "ani"), took_part("B", "budi"), took_part("A", "cici"), took_part("B", "cici"),
    {"type": "ownership", "enterprise": "E", "person": "ani", "from": "2021"},
    {"type": "enterprise", "id": "E", "name": "Kedai Contoh", "nib": "9"},
    {"type": "employment", "enterprise": "E", "person": "eka"}, person("eka", nik="12"),
    {"type": "headcount", "partner": "B", "enterprise": "F", "date": "2022", "total": 1},
    {"type": "total", "partner": "B", "measure": "participants", "value": 3},
    {"type": "nothing"},
)  # fmt: skip
"""By hand, the lines with problems: 2 (ani: A), 3 (budi: B), 4 (cici: A and B), 5 (dodo: nobody), 11 (ani's enterprise:
A), 13 (its worker: A), and 16, which is nothing."""


def test_a_file_of_two_partners_is_parted_by_whom_each_line_is_about():
    told, nobody = address(okoce.read(TWO_PARTNERS))
    lines = {a.partner.id: sorted(p.place.row for own in a.files for p in own.problems) for a in told}
    assert lines == {"A": [2, 11, 13], "B": [3]}
    assert [(n.why, n.problems) for n in nobody] == [("shared", 3)]


def test_of_a_file_of_two_partners_each_hears_of_his_own_lines_and_gets_no_copy():
    for reply in replies(okoce.read(TWO_PARTNERS), TWO_PARTNERS, key=KEY):
        assert sorted(reply.files) == ["masalah.csv", "pesan.txt"]
        assert set(reply.unmarked.values()) == {"shared"}
        assert "berkas itu juga memuat baris mitra lain" in reply.message


def test_the_rows_of_a_shared_file_are_counted_for_each_by_himself():
    told, _ = address(okoce.read(TWO_PARTNERS))
    # A: ani, two participations, the ownership, the enterprise, the employment, eka.
    # B: budi, two participations, the headcount, the total.
    ledgers = {a.partner.id: a.files[0].ledger for a in told}
    assert ledgers["A"] == Ledger(7, 7)
    assert ledgers["B"] == Ledger(5, 5)


def test_canonical_records_of_one_partner_are_his():
    data = jsonl(person("ani", nik="12"), took_part("A", "ani"), {"type": "nothing"})
    (reply,) = replies(okoce.read(data), data)
    assert (reply.partner.id, len(reply.told), set(reply.unmarked.values())) == ("A", 2, {"form"})


def two_forms(*, more=False):
    """A workbook with a sheet of one partner and a sheet of another."""
    forms = [
        Adapter(
            name=f"{name}/daftar", partner=okoce.Partner(name, name.title(), "community"), title=name, unit="a person",
            why="in the list",
            columns=(Column(f"Nama {name}", "person.name", required=True), Column("NIK", "person.nik")),
        )
        for name in ("satu", "dua")
    ]  # fmt: skip
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        for name in ("satu", "dua", *(["tiga"] if more else [])):
            sheet = book.add_worksheet(name)
            for row, cells in enumerate([[f"Nama {name}", "NIK", "Lain"], ["Ani Contoh", "12", ""], ["-", "", "isi"]]):
                sheet.write_row(row, 0, cells)
    return out.getvalue(), Registry().including(forms)


def test_a_workbook_with_the_sheets_of_two_partners_goes_back_to_neither_of_them():
    data, registry = two_forms()
    reading = okoce.read(data, registry=registry)
    told, nobody = address(reading)
    assert {a.partner.id: {p.place.sheet for own in a.files for p in own.problems} for a in told} == {
        "satu": {"satu"}, "dua": {"dua"},
    }  # fmt: skip
    assert {n.why for n in nobody} <= {"shared"}
    assert [sorted(r.files) for r in replies(reading, data)] == [["masalah.csv", "pesan.txt"]] * 2


def folder_of(tmp_path, manifest, **files):
    folder = tmp_path / "kiriman"
    folder.mkdir()
    for name, data in files.items():
        (folder / name.replace("_", ".")).write_bytes(data)
    said = "".join(f'[[file]]\npath = "{path}"\npartner = "{partner}"\n' for path, partner in manifest.items())
    (folder / "kiriman.toml").write_text(said)
    return folder


MARKS = {"a": "RAHASIAAA", "b": "RAHASIABB"}


def secret(letter):
    """Rows of a partner, his mark in every cell that may hold one, with a fault in each."""
    mark = MARKS[letter]
    rows = [
        PERSON(n, name=f"{mark} Contoh", nik=f"{mark}{n}", phone=mark, firm=f"{mark} Jaya", place=mark) for n in (1, 2)
    ]
    return [*rows, PERSON(3, name="-", nik="", phone="", firm=mark)]


def text_of(files):
    """All that is in the files of a reply, unpacked."""
    for name, data in files.items():
        if name.endswith(".xlsx"):
            with zipfile.ZipFile(io.BytesIO(data)) as book:
                yield from (book.read(part) for part in book.namelist())
        else:
            yield data


@pytest.mark.parametrize("language", ["id", "en"])
def test_nothing_of_one_partner_is_in_the_reply_to_another(tmp_path, language):
    folder = folder_of(
        tmp_path, {"a.xlsx": "mitra-a", "b.csv": "mitra-b", "c.xlsx": "mitra-b", "d.csv": "mitra-a"},
        a_xlsx=workbook(*secret("a")), b_csv=csv_list(*secret("b")), c_xlsx=workbook(*secret("b")),
        d_csv=csv_list(*secret("b")),
    )  # fmt: skip
    told = {r.partner.id: r for r in replies(okoce.read(folder), folder, key=KEY, language=language)}
    assert set(told) == {"mitra-a", "mitra-b"}
    for partner, letter, other in (("mitra-a", "a", "b"), ("mitra-b", "b", "a")):
        whole = b"".join(text_of(told[partner].files)).upper()
        assert MARKS[letter].encode() in whole
        assert MARKS[other].encode() not in whole


def test_the_name_of_another_partners_file_is_not_told_where_two_sent_the_same(tmp_path):
    folder = folder_of(
        tmp_path, {"a.csv": "mitra-a", "z.csv": "mitra-z"}, a_csv=csv_list(*secret("a")), z_csv=csv_list(*secret("a"))
    )
    told = {r.partner.id: r for r in replies(okoce.read(folder), folder)}
    assert sorted(told["mitra-z"].files) == ["masalah.csv", "pesan.txt"]
    assert not [data for data in text_of(told["mitra-z"].files) if b"a.csv" in data or b"RAHASIA" in data]
    assert "Sama dengan berkas lain dan dihitung satu kali: z.csv" in told["mitra-z"].message


def test_lists_and_messages_hold_no_text_of_a_cell(tmp_path):
    folder = folder_of(tmp_path, {}, a_csv=csv_list(*secret("a")))
    (reply,) = replies(okoce.read(folder), folder, key=KEY)
    assert reply.told
    assert MARKS["a"] not in (reply.files["masalah.csv"].decode() + reply.message).upper()
    assert MARKS["a"] not in repr(reply)


def test_a_file_that_cannot_be_read_is_answered_to_whom_the_manifest_names(tmp_path):
    folder = folder_of(tmp_path, {"a.csv": "mitra-a"}, a_csv=b"%PDF-1.7", b_csv=b"%PDF-1.8")
    told, nobody = address(okoce.read(folder))
    assert [a.partner.id for a in told] == ["mitra-a"]
    assert nobody == [Unaddressed("b.csv", 1, "no-partner")]
    (reply,) = replies(okoce.read(folder), folder)
    assert "Tidak dapat dibaca: a.csv." in reply.message


def community(tmp_path, names):
    heads = next(a for a in Registry.discover().adapters if a.name == "komunitas/daftar-hadir")
    titles = [column.title for column in heads.columns if column.heads]
    data = {f"{n}_csv": f"{','.join(titles)}\n{','.join('x' for _ in titles)}{n}\n".encode() for n in "ab"}
    return folder_of(tmp_path, names, **data)


def test_two_files_of_a_form_that_many_organisations_use_go_to_nobody_unless_named(tmp_path):
    folder = community(tmp_path, {})
    told, nobody = address(okoce.read(folder))
    assert (told, {n.why for n in nobody}) == ([], {"form-only"})


def test_of_such_files_the_one_that_is_named_is_answered(tmp_path):
    told, nobody = address(okoce.read(community(tmp_path, {"a.csv": "komunitas"})))
    assert [[own.file.source.name for own in addressee.files] for addressee in told] == [["a.csv"]]
    assert {(n.file, n.why) for n in nobody} == {("b.csv", "form-only")}


def test_named_in_the_manifest_each_gets_his_own(tmp_path):
    folder = community(tmp_path, {"a.csv": "gan", "b.csv": "espas"})
    assert [a.partner.id for a in address(okoce.read(folder))[0]] == ["espas", "gan"]


def test_a_list_far_too_short_is_told_to_its_partner(tmp_path):
    form = Registry.discover().get("hipmi/anggota")
    short = attrs.evolve(form, name="uji/anggota", expect=Expect(min=5))
    data = csv_list(PERSON(1))
    reading = okoce.read(data, registry=Registry().including([short]))
    (reply,) = replies(reading, data)
    assert (reply.partner.id, "too-few-rows" in {t.problem.code for t in reply.told}) == ("hipmi", True)
    assert "Tidak dapat dibaca" in reply.message


def test_a_sheet_of_two_partners_workbook_that_nobody_reads_is_nobodys():
    data, registry = two_forms(more=True)
    _, nobody = address(okoce.read(data, registry=registry))
    # The sheet, and that nothing in the whole file is dated.
    assert [(n.why, n.problems) for n in nobody] == [("shared", 2)]


def test_several_files_of_one_partners_own_form_are_his_and_that_it_is_by_the_form_is_said(tmp_path):
    folder = folder_of(tmp_path, {}, a_csv=csv_list(PERSON(1)), b_csv=csv_list(PERSON(2)))
    ((addressee,), _) = address(okoce.read(folder))
    assert (addressee.partner.id, addressee.is_guessed) == ("hipmi", True)


def test_a_locked_workbook_is_answered_by_the_list_alone(tmp_path):
    from msoffcrypto.format.ooxml import OOXMLFile

    locked = io.BytesIO()
    OOXMLFile(io.BytesIO(rich_workbook())).encrypt("sandi", locked)
    folder = folder_of(tmp_path, {}, a_xlsx=locked.getvalue())
    (folder / "kiriman.toml").write_text('[[file]]\npath = "a.xlsx"\npartner = "mitra"\npassword = "SANDI"\n')
    (reply,) = replies(okoce.read(folder, environment={"SANDI": "sandi"}), folder)
    assert (sorted(reply.files), dict(reply.unmarked)) == (["masalah.csv", "pesan.txt"], {"a.xlsx": "locked"})
    assert "karena salinannya akan tanpa kata sandi" in reply.message


def test_each_file_of_an_archive_is_marked(tmp_path):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("jan/a.csv", csv_list(PERSON(1, nik="12")))
        archive.writestr("feb/a.csv", csv_list(PERSON(2, nik="12")))
        archive.writestr("b.xlsx", workbook(PERSON(3, nik="12")))
    path = tmp_path / "semua.zip"
    path.write_bytes(out.getvalue())
    (reply,) = replies(okoce.read(path), path)
    assert sorted(reply.files) == [
        "a-2-ditandai.xlsx", "a-ditandai.xlsx", "b-ditandai.xlsx", "masalah.csv", "pesan.txt",
    ]  # fmt: skip
    # Only where two names end alike is the whole path told.
    assert {t.place.file for t in reply.told} == {"b.xlsx", "semua.zip/feb/a.csv", "semua.zip/jan/a.csv"}


def test_what_is_no_table_of_cells_is_answered_by_the_list_alone():
    data = json.dumps([dict(zip(HEADS, PERSON(1, nik="12"), strict=True))]).encode()
    (reply,) = replies(okoce.read(data), data)
    assert list(reply.unmarked.values()) == ["form"]


HOSTILE = ["../x", "..", "", "CON", "con.txt", "nul", "a/b", "a\\b", "a:b", "x" * 300, "x" * 301, ".tersembunyi",
           "ekor.", "spasi ", "Ä", "Å", "\ud800", "a\nb", "HIPMI", "hipmi", "-rf", "COM1", "lpt9"]  # fmt: skip


def test_the_folders_of_hostile_ids_are_safe_and_never_one():
    folders = folder_names(HOSTILE)
    assert len({name.casefold() for name in folders.values()}) == len(HOSTILE)
    for name in folders.values():
        assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,80}", name)
        assert not re.fullmatch(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?", name)
        assert not name.endswith(".")


def test_an_ordinary_id_is_its_own_folder_and_another_one_changes_nothing():
    assert folder_names(["tda-bandung"]) == {"tda-bandung": "tda-bandung"}
    assert folder_names(["../x", "tda-bandung"])["../x"] == folder_names(["../x"])["../x"]


def test_copies_have_safe_names_of_their_own():
    assert marked_name("kiriman/../a:b*.xlsx", []) == "a-b--ditandai.xlsx"
    assert marked_name("CON.csv", []) == "berkas-CON-ditandai.xlsx"
    assert marked_name("daftar-ditandai.xlsx", []) == "daftar-ditandai.xlsx"
    assert marked_name("x" * 300 + ".csv", []) == "x" * 60 + "-ditandai.xlsx"
    assert marked_name("a.csv", ["A-ditandai.xlsx", "a-2-ditandai.xlsx"]) == "a-3-ditandai.xlsx"
    assert marked_name("...", []) == "berkas-ditandai.xlsx"
