"""``okoce template``: what it makes is read back by the adapter it is made from, without a problem."""

import datetime as dt
import io
import sys
from argparse import Namespace

import openpyxl
import pytest

from okoce_core.adapter import Adapter, Column, Gather, Partner, Skip
from okoce_core.cli import template as command
from okoce_core.intake import read
from okoce_core.misuse import Misuse
from okoce_core.plugins import Registry
from okoce_core.plugins.partners import KnownPartner
from okoce_core.report.template import template
from okoce_core.report.template_columns import asked_columns
from okoce_core.report.tongue import Tongue

ANSWERS = {
    "NIK, tepat": ["9901014107909001", "9901010107909002"],
    "Nomor telepon": ["0800-3000-001", "+62 800 3000 002 / 0800-3000-003"],
    "NISN, tepat": ["0990000001", "0990000002"],
    "Nomor anggota": ["TDA-0001", "TDA-0002"],
    "Alamat email": ["sari@example.org", "tirta@example.org"],
    "Nama orang": ["Sari Wangi", "Tirta Alam"],
    "Tanggal lahir": [dt.date(1990, 7, 1), dt.date(1990, 7, 2)],
    "Tanggal:": [dt.date(2022, 8, 17), dt.date(2022, 8, 18)],
    "Tahun empat": ["2022", "2022"],
    "Tempat dan": ["Bogor, 17 Agustus 1999", "Bogor, 18 Agustus 1999"],
    "Kode KBLI": ["56101", "10710"],
    "NIB, tepat": ["0220101090012", "9120000000202"],
    "NPWP": ["012345674909000", None],
    "NSPP": ["510031750001", "510031750002"],
    "NPSN": ["99000001", "P9900001"],
    "Angka bulat": [3, 0],
    "Nomor izin": ["Ya", "12.34/567"],
}
"""What two synthetic people would type, by how the note of a column begins."""


def filled(data):
    """The workbook with two rows typed in, from each list its first two choices."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book.worksheets[0]
    first = int(sheet.freeze_panes.removeprefix("A"))
    lists = {}
    for rule in sheet.data_validations.dataValidation:
        if rule.type == "list":
            area = rule.formula1
            words = area.strip('"').split(",")
            if area.startswith("$"):
                words = [cell.value for cell in sheet[area.replace("$", "")][0]]
            lists[next(iter(rule.sqref.ranges)).min_col] = words
    above = [cell for row in sheet.iter_rows(max_row=first - 1) for cell in row]
    heads = {cell.column: cell.comment.text for cell in above if cell.comment}
    for column, note in heads.items():
        said = note.removeprefix("Wajib. ")
        answers = next((given for begins, given in ANSWERS.items() if said.startswith(begins)), ["Kedai A", "Kedai B"])
        for row in (0, 1):
            choices = lists.get(column)
            sheet.cell(first + row, column).value = choices[row % len(choices)] if choices else answers[row]
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def problems_of(adapter, folder):
    """Of the filled form as it is sent: in a folder whose manifest says of which day it speaks."""
    (folder / "isian.xlsx").write_bytes(filled(template(adapter)))
    (folder / "kiriman.toml").write_text("[defaults]\nobserved = 2022-12-31\n", "utf-8")
    reading = read(folder, registry=Registry(), adapters=[adapter])
    (file,) = reading.files
    assert (file.adapter, file.ledger.recorded) == (adapter.name, 2)
    return {problem.code for problem in reading.problems}


def an_adapter(*columns, **more):
    said = {"title": "Formulir contoh", "unit": "a person", "why": "in the list"}
    return Adapter(name="uji/contoh", partner=Partner("uji", "Uji", "community"), columns=columns, **{**said, **more})


EVERYTHING = an_adapter(
    Column(("Nama Lengkap", "Nama"), "person.name", required=True),
    Column("NIK", "person.nik", required=True),
    Column("No HP", "person.phones"),
    Column("Email", "person.email"),
    Column("Tanggal Lahir", "person.born"),
    Column("JK", "person.sex"),
    Column("Provinsi", "enterprise.region"),
    Column("Kab/Kota", "person.region"),
    Column("Disabilitas", "person.disability"),
    Column("Jabatan", "role"),
    Column("Nama Usaha", "enterprise.name"),
    Column("NIB", "enterprise.nib"),
    Column("NPWP", "enterprise.npwp"),
    Column("KBLI", "enterprise.sector"),
    Column("Izin", "permits"),
    Column("No. Halal", "permit.HALAL"),
    Column("Karyawan", "headcount.total"),
    Column("Tahun Data", ("date", "observed")),
    owners_included=False,
)


def test_a_form_with_a_column_of_every_kind_is_read_back_without_a_problem(tmp_path):
    assert problems_of(EVERYTHING, tmp_path) == set()


def test_the_form_that_is_not_filled_in_has_no_person():
    reading = read(template(EVERYTHING), registry=Registry(), adapters=[EVERYTHING])
    assert [problem.code for problem in reading.problems] == ["no-rows"]


@pytest.mark.parametrize(
    "adapter",
    [
        an_adapter(
            Column("Nama", "person.name", required=True),
            Column("Tenaga Kerja / L", "headcount.total"),
            Column("Tenaga Kerja / P", "headcount.total"),
            Column("NIB", "enterprise.nib"),
            header=2,
        ),
        an_adapter(
            Column("Usaha", "enterprise.name"),
            Column(("Nama {}", "{}"), "person.name", required=True),
            Column("HP {}", "person.phones", required=True),
            repeat=("Ketua", "Anggota 1"),
        ),
        an_adapter(
            Column("Nama", "person.name", required=True),
            Column("Usaha", "enterprise.name"),
            Column("Pekerja 2021", "headcount.total", at="2021"),
            Column("Pekerja 2022", "headcount.total", at="2022"),
            sheets=("Anggota*",),
        ),
        an_adapter(
            Column("Nama", "person.name", required=True),
            Column("Alamat", "person.address"),
            Column("Alamat", "person.address", nth=2),
            Column("Catatan", "person.address", lookup={"sda": ""}),
            Column("Kelamin", "person.sex", lookup={"Pria": "L", "Wanita": "P", "-": ""}),
            skip=(Skip("Status", keep=("approved",)), Skip("Berlaku", past=True)),
        ),
        an_adapter(
            Column("NIB", "enterprise.nib", required=True),
            Column("TKI", "headcount.total"),
            subject="enterprise",
            gather=Gather("enterprise.nib", "ID Proyek"),
        ),
        an_adapter(Column("Peserta", "total.participants", required=True), Column("Per", "total.as_of")),
    ],
    ids=["two header rows", "a team in a row", "numbers of two days", "the same heading twice", "gathered", "totals"],
)
def test_other_forms_are_recognised_by_their_own_adapter(adapter, tmp_path, monkeypatch):
    monkeypatch.setitem(ANSWERS, "Teks", ["approved", "approved"] if adapter.skip else ["A-1", "A-2"])
    monkeypatch.setitem(ANSWERS, "Tanggal:", [dt.date(2099, 8, 17), dt.date(2099, 8, 18)] if adapter.skip else
                        [dt.date(2022, 8, 17), dt.date(2022, 8, 18)])  # fmt: skip
    assert problems_of(adapter, tmp_path) == set()


def test_every_form_that_ships_and_has_headings_makes_one_that_it_recognises():
    for adapter in Registry.discover().adapters:
        if adapter.header and not adapter.refused:
            reading = read(template(adapter), registry=Registry(), adapters=[adapter])
            assert (adapter.name, reading.files[0].adapter) == (adapter.name, adapter.name)
            assert {problem.code for problem in reading.problems} <= {"no-rows", "too-few-rows", "undated"}


def sheet_of(adapter):
    return openpyxl.load_workbook(io.BytesIO(template(adapter))).worksheets[0]


def column_of(sheet, heading):
    return next(cell for row in sheet.iter_rows(max_row=10) for cell in row if cell.value == heading)


def test_what_looks_like_a_number_and_is_none_is_text_from_the_first_row_to_the_last():
    sheet = sheet_of(EVERYTHING)
    for heading in ("NIK", "No HP", "NIB", "NPWP", "Tahun Data"):
        assert sheet.column_dimensions[column_of(sheet, heading).column_letter].number_format == "@"
    letter = column_of(sheet, "Tanggal Lahir").column_letter
    assert sheet.column_dimensions[letter].number_format == "dd/mm/yyyy"


def test_the_nik_has_sixteen_characters_and_the_nib_thirteen():
    sheet = sheet_of(EVERYTHING)
    rules = {next(iter(r.sqref.ranges)).min_col: r for r in sheet.data_validations.dataValidation}
    for heading, length in (("NIK", "16"), ("NIB", "13")):
        rule = rules[column_of(sheet, heading).column]
        assert (rule.type, rule.operator, rule.formula1) == ("textLength", "equal", length)


def test_the_list_of_provinces_has_all_38_and_every_place_offered_is_one_that_is_read():
    offered = {asked.heading: asked.choices for asked in asked_columns(EVERYTHING)}
    assert len(offered["Provinsi"]) == 38
    assert len(offered["Kab/Kota"]) == 514
    from okoce_core.values import Rejected, region

    assert not [p for p in offered["Provinsi"] + offered["Kab/Kota"] if isinstance(region.parse(p), Rejected | None)]


def test_every_heading_has_a_note_and_the_required_ones_say_so():
    sheet = sheet_of(EVERYTHING)
    assert all(column_of(sheet, asked.heading).comment.text for asked in asked_columns(EVERYTHING))
    assert column_of(sheet, "NIK").comment.text.startswith("Wajib.")
    assert not column_of(sheet, "No HP").comment.text.startswith("Wajib.")


def test_headings_stay_in_sight_and_instructions_have_a_sheet():
    book = openpyxl.load_workbook(io.BytesIO(template(EVERYTHING)))
    assert book.sheetnames == ["Data", "Petunjuk"]
    assert int(book["Data"].freeze_panes.removeprefix("A")) == column_of(book["Data"], "NIK").row + 1


def test_the_same_form_is_the_same_bytes():
    assert template(EVERYTHING) == template(EVERYTHING)


def test_a_heading_that_looks_like_a_formula_is_written_as_text():
    sheet = sheet_of(an_adapter(Column("=1+1", "person.name", required=True)))
    assert column_of(sheet, "=1+1").data_type == "s"


def test_a_form_without_headings_has_no_template():
    with pytest.raises(Misuse) as wrong:
        template(an_adapter(Column("A", "person.name", required=True), header=0))
    assert wrong.value.code == "no-template"


def asking(partner, out):
    return command.run(Namespace(partner=partner, out=out, json=False, quiet=False), Tongue("en"))


def test_the_command_takes_a_form_a_partner_or_a_mapping_file(tmp_path, capsys):
    mapping = tmp_path / "sahabat.toml"
    mapping.write_text(
        'name = "sahabat/peserta"\ntitle = "Peserta"\nunit = "a person"\nwhy = "in the list"\n'
        '[partner]\nid = "sahabat"\nkind = "community"\n'
        '[[column]]\nfrom = "Nama"\nto = "person.name"\nrequired = true\n',
        "utf-8",
    )
    for number, asked in enumerate(["hipmi/anggota", str(mapping)]):
        out = tmp_path / f"{number}.xlsx"
        assert asking(asked, out) == 0
        assert str(out) in capsys.readouterr().out
        assert out.read_bytes()[:2] == b"PK"


def test_the_command_never_writes_over_a_form_that_may_have_been_filled_in(tmp_path):
    out = tmp_path / "formulir.xlsx"
    out.write_bytes(b"filled in")
    with pytest.raises(Misuse) as wrong:
        asking("hipmi/anggota", out)
    assert (wrong.value.code, out.read_bytes()) == ("output-exists", b"filled in")


@pytest.mark.parametrize(
    ("partner", "out", "code"),
    [("klub/anggota", "a.xlsx", "unknown-adapter"), ("hipmi/anggota", "a.csv", "template-form"),
     ("hipmi/anggota", "tiada/a.xlsx", "cannot-write")],
)  # fmt: skip
def test_what_cannot_be_done_is_said(tmp_path, partner, out, code):
    with pytest.raises(Misuse) as wrong:
        asking(partner, tmp_path / out)
    assert wrong.value.code == code


def test_a_partner_with_several_forms_is_asked_back(tmp_path, monkeypatch):
    registry = Registry().including([attrs_named("uji/satu"), attrs_named("uji/dua")])
    monkeypatch.setattr(command, "discover", lambda: registry)
    with pytest.raises(Misuse) as wrong:
        asking("uji", tmp_path / "a.xlsx")
    assert (wrong.value.code, wrong.value.allowed) == ("several-forms", ("uji/dua", "uji/satu"))


def attrs_named(name):
    return Adapter(
        name=name, partner=Partner("uji", "Uji", "community"), title="Uji", unit="a person", why="in the list",
        columns=(Column("Nama", "person.name", required=True),),
    )  # fmt: skip


def test_a_known_partner_gets_the_form_that_fits_him(tmp_path, monkeypatch, capsys):
    known = KnownPartner("klub", "Klub", "community", "brosur", adapters=("uji/satu", "uji/tiada"))
    monkeypatch.setattr(command, "find_partners", lambda: ((known,), ()))
    monkeypatch.setattr(command, "discover", lambda: Registry().including([attrs_named("uji/satu")]))
    assert asking("klub", tmp_path / "a.xlsx") == 0
    assert "uji/satu" in capsys.readouterr().out


def test_without_xlsxwriter_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(Misuse) as wrong:
        template(EVERYTHING)
    assert (wrong.value.code, wrong.value.asked) == ("extra-missing", "template")


def test_a_column_by_which_rows_are_left_out_offers_what_is_kept():
    adapter = an_adapter(
        Column("status", (), required=True), Column("Nama", "person.name"), skip=(Skip("status", keep=("approved",)),)
    )  # fmt: skip
    assert [(asked.heading, asked.choices) for asked in asked_columns(adapter)] == [
        ("status", ("approved",)), ("Nama", ()),
    ]  # fmt: skip


def test_a_lookup_offers_its_words_and_one_that_only_silences_leaves_the_list_of_the_kind():
    words, silences = asked_columns(
        an_adapter(
            Column("Kelamin", "person.sex", required=True, lookup={"Pria": "L", "Wanita": "P", "-": ""}),
            Column("Izin", "permits", lookup={"0": ""}),
        )
    )
    assert words.choices == ("Pria", "Wanita")
    assert "NIB" in silences.choices


def test_of_a_cell_of_which_a_part_is_taken_no_length_is_asked():
    (asked,) = asked_columns(an_adapter(Column("nib_tahun", "enterprise.nib", required=True, take=r"(\d{13})")))
    assert (asked.format, asked.length) == ("@", 0)
