import datetime as dt
import io
import subprocess
import sys
import zipfile

import msoffcrypto
import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from msoffcrypto.format.ooxml import OOXMLFile

from okoce_core.evidence import Problems
from okoce_core.intake.reading import Limits, calamine_rows, extent, open_source, workbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def written(fill):
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, {"in_memory": True}) as book:
        fill(book)
    return packed.getvalue()


def sheets(data, name="buku.xlsx", **asked):
    problems = Problems(name)
    opened = open_source(name, data, problems, **asked)
    return opened.media, {s.name: [list(row) for row in s.rows] for s in opened.sheets}, problems


def ods(body, manifest="<x/>"):
    packed = io.BytesIO()
    space = "urn:oasis:names:tc:opendocument:xmlns:"
    content = (
        f'<?xml version="1.0"?><o:document-content xmlns:o="{space}office:1.0" xmlns:table="{space}table:1.0" '
        f'xmlns:office="{space}office:1.0" xmlns:text="{space}text:1.0"><office:body><office:spreadsheet>'
        f"{body}</office:spreadsheet></office:body></o:document-content>"
    ).replace("o:document-content", "office:document-content")
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        target.writestr("content.xml", content)
        target.writestr("META-INF/manifest.xml", manifest)
    return packed.getvalue()


def cell(text, more=""):
    return f'<table:table-cell office:value-type="string" {more}><text:p>{text}</text:p></table:table-cell>'


def list_of_two(book):
    sheet = book.add_worksheet("Anggota")
    sheet.write_row(0, 0, ["nama", "umur", "lahir", "aktif"])
    sheet.write_row(1, 0, ["Sari Uji", 31])
    sheet.write_datetime(1, 2, dt.date(1990, 2, 3), book.add_format({"num_format": "dd/mm/yyyy"}))
    sheet.write(1, 3, True)


GOOD = written(list_of_two)
ROWS = {"Anggota": [["nama", "umur", "lahir", "aktif"], ["Sari Uji", 31.0, dt.date(1990, 2, 3), "True"]]}


def test_cells_keep_their_kinds():
    media, found, problems = sheets(GOOD)
    assert (media, found, len(problems)) == ("xlsx", ROWS, 0)


def test_the_name_of_the_file_does_not_matter():
    assert sheets(GOOD, "peserta.csv")[:2] == ("xlsx", ROWS)


def test_a_table_that_begins_at_c4_keeps_its_rows_and_columns():
    def fill(book):
        sheet = book.add_worksheet("S")
        sheet.write("C4", "nama")
        sheet.write("D4", "kota")
        sheet.write("C6", "Sari Uji")

    # rows 1 to 3 and 5 are blank, and so are columns A and B
    blank = [""] * 4
    assert sheets(written(fill))[1]["S"] == [
        blank,
        blank,
        blank,
        ["", "", "nama", "kota"],
        blank,
        ["", "", "Sari Uji", ""],
    ]


def test_a_workbook_of_openpyxl_is_read_too():
    book = openpyxl.Workbook()
    book.active.title = "Satu"
    book.active["B2"] = "x"
    packed = io.BytesIO()
    book.save(packed)
    assert sheets(packed.getvalue())[1] == {"Satu": [["", ""], ["", "x"]]}


def test_hidden_sheets_are_left_out_and_told_and_the_others_come_in_order():
    def fill(book):
        for name in ("B", "Tersembunyi", "A", "Kosong"):
            book.add_worksheet(name).write(0, 0, name) if name != "Kosong" else book.add_worksheet(name)
        book.get_worksheet_by_name("Tersembunyi").hide()
        book.add_chartsheet("Grafik").set_chart(book.add_chart({"type": "line"}))

    data = written(fill_with_series(fill))
    media, found, problems = sheets(data)
    assert (media, list(found)) == ("xlsx", ["B", "A", "Kosong"])
    assert found == {"B": [["B"]], "A": [["A"]], "Kosong": []}
    assert [(p.code, p.place.sheet) for p in problems] == [("sheet-unread", "Tersembunyi")]


def fill_with_series(fill):
    def filled(book):
        fill(book)
        chart = book.get_worksheet_by_name("Grafik").chart
        chart.add_series({"values": "=B!$A$1:$A$1"})

    return filled


def test_an_ods_is_read():
    rows = f"<table:table-row/><table:table-row>{cell('a')}{cell('b')}</table:table-row>"
    body = f'<table:table table:name="S">{rows}</table:table>'
    media, found, problems = sheets(ods(body), "buku.ods")
    assert (media, found["S"][1:], len(problems)) == ("ods", [["a", "b"]], 0)


def test_an_ods_that_repeats_a_cell_beyond_all_memory_is_one_error():
    body = (
        '<table:table table:name="S"><table:table-row table:number-rows-repeated="1000000">'
        + cell("x", 'table:number-columns-repeated="16000"')
        + "</table:table-row></table:table>"
    )
    media, _, problems = sheets(ods(body), "buku.ods")
    assert (media, problems.totals()) == ("", {"broken-file": 1})


@pytest.mark.skipif(sys.platform != "linux", reason="the memory of a process is held on Linux alone")
def test_an_ods_that_needs_more_memory_than_it_may_is_refused():
    # 3,000 x 1,000 cells of a text each: more than the 200 MB a process may have here, an interpreter among it
    row = '<table:table-row table:number-rows-repeated="3000">' + cell("x", 'table:number-columns-repeated="1000"')
    body = f'<table:table table:name="S">{row}</table:table-row></table:table>'
    media, _, problems = sheets(ods(body), "buku.ods", limits=Limits(memory=200_000_000))
    assert (media, problems.totals()) == ("", {"too-large": 1})


def test_a_locked_ods_is_told():
    media, _, problems = sheets(ods("", "<encryption-data/>"), "buku.ods")
    assert (media, problems.totals()) == ("", {"locked-file": 1})


def test_where_no_program_can_be_started_an_ods_is_read_in_place(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    body = f'<table:table table:name="S"><table:table-row>{cell("a")}</table:table-row></table:table>'
    assert sheets(ods(body), "buku.ods")[:2] == ("ods", {"S": [["a"]]})
    assert sheets(OLE + bytes(600), "buku.xls")[2].totals() == {"broken-file": 1}


def locked(password):
    packed = io.BytesIO()
    OOXMLFile(io.BytesIO(GOOD)).encrypt(password, packed)
    return packed.getvalue()


def test_a_locked_workbook_is_told_and_its_password_opens_it():
    data = locked("rahasia-uji")
    for password in (None, "", "salah"):
        media, _, problems = sheets(data, password=password)
        assert (media, problems.totals()) == ("", {"locked-file": 1})
    media, found, problems = sheets(data, password="rahasia-uji")
    assert (media, found, len(problems)) == ("xlsx", ROWS, 0)


def test_without_msoffcrypto_a_locked_workbook_stays_locked(monkeypatch):
    data = locked("rahasia-uji")
    monkeypatch.setitem(sys.modules, "msoffcrypto", None)
    assert sheets(data, password="rahasia-uji")[2].totals() == {"locked-file": 1}
    assert msoffcrypto


@pytest.mark.parametrize("data", [GOOD, ods(""), OLE + bytes(600)])
def test_without_calamine_the_extra_is_named(monkeypatch, data):
    monkeypatch.setattr(workbook, "find_spec", lambda _: None)
    media, _, problems = sheets(data)
    assert media == ""
    assert [(p.code, p.expected) for p in problems] == [("unknown-form", "the extra okoce[excel]")]


def test_a_workbook_whose_cells_are_too_far_apart_is_refused():
    def fill(book):
        sheet = book.add_worksheet("S")
        sheet.write(0, 0, "x")
        sheet.write(1_048_575, 16_383, "y")

    media, _, problems = sheets(written(fill))
    assert (media, problems.totals()) == ("", {"too-large": 1})


@pytest.mark.parametrize(
    ("reference", "code"),
    [
        ("B2", None),
        ("XFD1", None),
        ("A1048576", None),
        ("XFE1", "too-large"),
        ("A1048577", "too-large"),
        ("AAAAAAA1", "too-large"),
        ("ALL1048576", "too-large"),
    ],
)
@pytest.mark.parametrize("way", [' r="{}"', " r='{}'", '\nr = "{}"'])
def test_every_way_to_write_a_reference_is_measured(reference, code, way):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as target:
        target.writestr("xl/worksheets/sheet1.xml", "<c" + way.format("A1") + "/><c" + way.format(reference) + "/>")
    with zipfile.ZipFile(packed) as archive:
        if code is None:
            assert extent.check_extent(archive, Limits()) is False
        else:
            with pytest.raises(extent.Unreadable, match=code):
                extent.check_extent(archive, Limits())


def test_a_sheet_of_16384_columns_is_read_and_fewer_can_be_asked_for():
    def fill(book):
        book.add_worksheet("S").write_row(2, 0, ["x"] * 16_384)

    wide = written(fill)
    assert [len(row) for row in sheets(wide)[1]["S"]] == [16_384] * 3
    assert sheets(wide, limits=Limits(columns=16_383))[2].totals() == {"too-large": 1}
    assert sheets(wide, limits=Limits(unpacked=200_000))[2].totals() == {"too-large": 1}


def test_what_unpacks_beyond_what_its_directory_says_is_refused_while_it_is_looked_over():
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive, pytest.raises(extent.Unreadable, match="too-large"):
        extent.check_extent(archive, Limits(unpacked=100))


def test_a_formula_is_looked_for_in_no_time():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("xl/worksheets/sheet1.xml", "<f" + "<c " * 300_000 + "<c a><f" * 100_000)
    with zipfile.ZipFile(packed) as archive:
        assert extent.check_extent(archive, Limits()) is False


def test_the_cells_of_a_sheet_are_those_between_the_first_and_the_last():
    def fill(book):
        sheet = book.add_worksheet("S")
        sheet.write("A1", "x")
        sheet.write("AA60000", "y")

    far = written(fill)  # 27 columns, 60,000 rows
    assert sheets(far, limits=Limits(cells=27 * 60_000))[0] == "xlsx"
    assert sheets(far, limits=Limits(cells=27 * 60_000 - 1))[2].totals() == {"too-large": 1}


def rewritten(change):
    """The list of two with its sheet changed by hand."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for member in source.infolist():
            data = source.read(member)
            target.writestr(member.filename, change(data) if "worksheets" in member.filename else data)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("cell_of_the_age", "age", "told"),
    [
        ("<c r='B2'><f>15+16</f><v>31</v></c>", 31.0, {}),
        ("<c r='B2' t='str'><f>\"\"</f><v></v></c>", "", {}),  # an empty text is a result like another
        ("<c r='B2'><f>15+16</f></c>", "", {"formula-unvalued": 1}),
        ("<c r='B2'><f>15+16</f><v></v></c>", "", {"formula-unvalued": 1}),
        ("<c r='B2' s='1'><f t='shared' si='0'/><v/></c>", "", {"formula-unvalued": 1}),
        ("<c r='B2' t='e'><f>1/0</f><v>#DIV/0!</v></c>", "", {"formula-unvalued": 1}),
    ],
)
def test_a_formula_gives_the_value_that_is_stored_and_one_without_is_told(cell_of_the_age, age, told):
    def change(data):
        assert b'<c r="B2"><v>31</v></c>' in data
        return data.replace(b'<c r="B2"><v>31</v></c>', cell_of_the_age.encode())

    _, found, problems = sheets(rewritten(change))
    assert found["Anggota"][1] == ["Sari Uji", age, dt.date(1990, 2, 3), "True"]
    assert problems.totals() == told


def test_entities_in_a_workbook_do_not_grow():
    grows = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'

    def change(data):
        return data.replace(b"<worksheet", grows + b"<worksheet", 1).replace(b"<v>31</v>", b"<v>&b;</v>")

    _, found, problems = sheets(rewritten(change))
    assert found["Anggota"] == ROWS["Anggota"][:1] or "aaaa" not in str(found)
    assert problems.totals() in ({}, {"broken-file": 1})


def test_a_workbook_that_unpacks_beyond_the_ratio_is_refused():
    packed = io.BytesIO(GOOD)
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED) as target:
        target.writestr("xl/media/image1.png", bytes(8 << 20))
    media, _, problems = sheets(packed.getvalue())
    assert (media, problems.totals()) == ("", {"too-large": 1})


def test_a_sheet_that_turns_out_broken_ends_its_rows_and_is_told():
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as source, zipfile.ZipFile(packed, "w") as target:
        for member in source.infolist():
            data = source.read(member)
            if member.filename == "xl/worksheets/sheet1.xml":
                data = data[: len(data) * 3 // 4]
            target.writestr(member.filename, data)
    media, found, problems = sheets(packed.getvalue())
    assert (media, list(found)) == ("xlsx", ["Anggota"])
    assert [(p.code, p.place.sheet) for p in problems] == [("broken-file", "Anggota")]


@pytest.mark.parametrize(
    "data", [OLE, OLE + bytes(600), OLE + b"\xff" * 5_000, OLE + "Workbook".encode("utf-16-le") * 90]
)
def test_a_broken_xls_is_one_error(data):
    media, _, problems = sheets(data, "buku.xls")
    assert (media, problems.totals()) == ("", {"broken-file": 1})


def test_a_word_document_is_another_form():
    assert sheets(OLE + "WordDocument".encode("utf-16-le"), "a.doc")[2].totals() == {"unknown-form": 1}


@pytest.mark.parametrize("length", range(8, len(GOOD), 97))
def test_a_cut_off_workbook_is_one_error(length):
    media, _, problems = sheets(GOOD[:length])
    assert (media, problems.totals()) == ("", {"broken-file": 1})


@settings(deadline=None)
@given(st.integers(0, len(GOOD) - 1), st.integers(0, 255))
def test_one_changed_byte_of_a_workbook_never_raises(place, byte):
    media, _, problems = sheets(GOOD[:place] + bytes([byte]) + GOOD[place + 1 :])
    assert media or sum(p.severity == "error" for p in problems) == 1


def test_a_calamine_without_row_by_row_reading_gives_the_same_rows():
    class Sheet:
        def to_python(self, *, skip_empty_area):
            return [["", "a"]] if not skip_empty_area else [["a"]]

    class Book:
        def get_sheet_by_index(self, index):
            return [Sheet()][index]

    assert list(calamine_rows.rows_of(Book(), 0)) == [["", "a"]]


@pytest.mark.parametrize("error", [PermissionError(), subprocess.TimeoutExpired("x", 1)])
def test_a_child_that_does_not_start_is_done_without_and_one_that_hangs_is_given_up(monkeypatch, error):
    def run(*_, **__):
        raise error

    monkeypatch.setattr(subprocess, "run", run)
    body = f'<table:table table:name="S"><table:table-row>{cell("a")}</table:table-row></table:table>'
    media, _, problems = sheets(ods(body), "buku.ods")
    expected = ("ods", {}) if isinstance(error, OSError) else ("", {"too-large": 1})
    assert (media, problems.totals()) == expected
