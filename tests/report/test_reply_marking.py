"""The marked copy: every bad cell coloured and explained, and nothing else another."""

import io
import random
import sys
import zipfile

import openpyxl
import pytest

import okoce_core as okoce
from okoce_core.evidence import Problems
from okoce_core.intake.reading.csv_table import open_csv
from okoce_core.intake.reading.text import encoding_of
from okoce_core.misuse import Misuse
from okoce_core.report.replies import replies
from okoce_core.report.replies.marks import Mark, Unmarkable
from okoce_core.report.replies.restoring import same_cells
from okoce_core.report.replies.text_workbook import text_workbook
from okoce_core.report.replies.workbook import marked_workbook

from .reply_files import PERSON, csv_list, rich_workbook, workbook

PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63f8cfc0f01f0005000"
    "1ff56c7d6210000000049454e44ae426082"
)
"""One pixel."""


def marked(data, name="hipmi.xlsx", **how):
    """The one reply to the files, and its marked copy."""
    (reply,) = replies(okoce.read(data), data, **how)
    copies = [content for file, content in reply.files.items() if file.endswith(".xlsx")]
    return reply, copies[0] if copies else None


def opened(data):
    return openpyxl.load_workbook(io.BytesIO(data), rich_text=True)


def look(cell):
    style = cell.font, cell.border, cell.alignment, cell.protection
    return cell.value, cell.data_type, cell.number_format, *map(repr, style)


COLOURED = {"A4", "H4", "J4", "C5", "C6", "D7", "A8"}
"""By hand: four columns that the form misses at the first heading, two headings nobody reads, and the four faults."""


def test_the_bad_cells_and_no_others_are_coloured_and_explained():
    _, copy = marked(rich_workbook())
    before, after = opened(rich_workbook())["Anggota"], opened(copy)["Anggota"]
    cells = [cell.coordinate for row in after.iter_rows() for cell in row]
    assert {c for c in cells if repr(after[c].fill) != repr(before[c].fill)} == COLOURED
    assert {c for c in cells if after[c].comment} == COLOURED
    assert {after[c].comment.author for c in COLOURED - {"D7"}} == {"okoce"}


def test_every_cell_style_size_and_rule_of_the_workbook_is_as_it_was():
    original = rich_workbook()
    before, after = opened(original), opened(marked(original)[1])
    assert before.sheetnames == after.sheetnames
    assert {n: d.value for n, d in before.defined_names.items()} == {n: d.value for n, d in after.defined_names.items()}
    for one, other in zip(before.worksheets, after.worksheets, strict=True):
        assert one.dimensions == other.dimensions
        assert [c.coordinate for row in one.iter_rows() for c in row if look(c) != look(other[c.coordinate])] == []
        assert one.merged_cells.ranges == other.merged_cells.ranges
        assert (one.freeze_panes, one.sheet_state, one.auto_filter.ref) == (
            other.freeze_panes, other.sheet_state, other.auto_filter.ref,
        )  # fmt: skip
        assert repr(one.protection) == repr(other.protection)
        assert one.page_setup.orientation == other.page_setup.orientation
        assert repr(one.data_validations.dataValidation) == repr(other.data_validations.dataValidation)
        assert [r.sqref for r in one.conditional_formatting] == [r.sqref for r in other.conditional_formatting]
        widths = [{k: (d.hidden or d.width) for k, d in s.column_dimensions.items()} for s in (one, other)]
        heights = [{k: d.height for k, d in s.row_dimensions.items() if d.height} for s in (one, other)]
        assert widths[0] == widths[1]
        assert heights[0] == heights[1]
        links = [
            [(c.coordinate, c.hyperlink.target) for r in s.iter_rows() for c in r if c.hyperlink] for s in (one, other)
        ]
        assert links[0] == links[1]


def test_formulas_keep_their_results_and_are_computed_anew_when_opened():
    _, copy = marked(rich_workbook())
    values = openpyxl.load_workbook(io.BytesIO(copy), data_only=True)
    assert values["Anggota"]["F10"].value == 15
    assert values["Anggota"]["H10"].value == "ada & cukup"
    assert values["Rekap"]["A1"].value == 30
    assert opened(copy).calculation.fullCalcOnLoad


def test_a_workbook_that_says_nothing_of_computing_is_marked_too():
    def changed(name, data):
        return data.replace(b'<calcPr calcId="124519" fullCalcOnLoad="1"/>', b"") if name == "xl/workbook.xml" else data

    copy = marked_workbook(with_part(rich_workbook(), "", b"", changed), MARK)
    assert opened(copy).calculation.fullCalcOnLoad


def test_it_reads_the_same_as_the_original():
    one, other = (okoce.read(data) for data in (rich_workbook(), marked(rich_workbook())[1]))
    assert [(p.code, p.place.cell, p.place.row) for p in one.problems] == [
        (p.code, p.place.cell, p.place.row) for p in other.problems
    ]
    assert one.ledger == other.ledger


def test_the_parts_that_say_who_made_it_and_how_it_looks_are_the_same_bytes():
    original = rich_workbook()
    with zipfile.ZipFile(io.BytesIO(original)) as one, zipfile.ZipFile(io.BytesIO(marked(original)[1])) as other:
        for part in ("docProps/core.xml", "docProps/app.xml", "xl/theme/theme1.xml"):
            assert one.read(part) == other.read(part)
        lost = {name for name in one.namelist() if name not in other.namelist()}
    assert lost == {"xl/sharedStrings.xml", "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"}  # kept under other names


def test_somebody_elses_comment_stays_in_front_of_ours():
    comment = opened(marked(rich_workbook())[1])["Anggota"]["D7"].comment
    assert comment.author == "Ketua"
    assert comment.text.startswith("Tolong ditanyakan lagi\n\n– okoce –\n[peringatan] Nomor telepon ini hanya pengisi")


def test_the_cause_of_a_damaged_nik_is_told_in_the_language_of_the_reply():
    said = opened(marked(rich_workbook())[1])["Anggota"]["C5"].comment.text
    assert "NIK dirusak program lembar kerja" in said
    assert "hanya menyimpan 15 angka" in said
    assert "Masalah n-" in said
    english = opened(marked(rich_workbook(), language="en")[1])["Anggota"]["C5"].comment.text
    assert "a spreadsheet that takes it for a number keeps only 15" in english


def test_a_nik_in_scientific_notation_and_one_without_serial_have_causes_of_their_own():
    rows = PERSON(1, nik="9,90101E+15"), PERSON(2, nik="9901014107900000"), PERSON(3, nik=9901014107909010)
    sheet = opened(marked(workbook(*rows))[1])["Anggota"]
    said = [sheet[cell].comment.text for cell in ("B2", "B3", "B4")]
    causes = ["notasi ilmiah", "nomor urut 0000", "tanpa tanda petik"]
    assert [[cause for cause in causes if cause in text] for text in said] == [[cause] for cause in causes]


def test_the_same_workbook_gives_the_same_bytes():
    assert marked(rich_workbook())[1] == marked(rich_workbook())[1]
    assert marked(csv_list(PERSON(1, nik="12")))[1] == marked(csv_list(PERSON(1, nik="12")))[1]


def test_a_marked_copy_that_comes_back_mended_has_no_old_marks():
    book = opened(marked(rich_workbook())[1])
    sheet = book["Anggota"]
    sheet["C5"], sheet["D7"] = "9901014107909019", "0800-1002-212"
    out = io.BytesIO()
    book.save(out)
    sheet = opened(marked(out.getvalue())[1])["Anggota"]
    assert (sheet["C5"].comment, sheet["C5"].fill.fill_type) == (None, None)
    assert (sheet["D7"].comment.text, sheet["D7"].fill.fill_type) == ("Tolong ditanyakan lagi", None)
    assert sheet["C6"].comment.text.count("Masalah") == 1


def test_what_others_wrote_in_a_marked_copy_stays():
    book = opened(marked(rich_workbook())[1])
    book["Rekap"]["B2"].comment = openpyxl.comments.Comment("sudah benar", "Ketua")
    book["Anggota"]["C5"].fill = openpyxl.styles.PatternFill("solid", fgColor="FF00FF00")
    book["Anggota"]["C5"] = "9901014107909019"
    out = io.BytesIO()
    book.save(out)
    after = opened(marked(out.getvalue())[1])
    assert after["Rekap"]["B2"].comment.text == "sudah benar"
    assert (after["Anggota"]["C5"].comment, after["Anggota"]["C5"].fill.fgColor.rgb) == (None, "FF00FF00")


def test_a_mark_in_a_merged_area_goes_to_its_first_cell():
    copy = marked_workbook(rich_workbook(), [Mark("Anggota", 1, 4, "notice", "di sini")])
    assert opened(copy)["Anggota"]["A1"].comment.text == "di sini"


def test_several_problems_of_a_cell_are_in_one_comment_and_the_gravest_gives_the_colour():
    marks = [Mark("Rekap", 9, 2, severity, severity) for severity in ("notice", "error", "warning")]
    cell = opened(marked_workbook(rich_workbook(), marks))["Rekap"]["B9"]
    assert cell.comment.text == "notice\n\nerror\n\nwarning"
    assert cell.fill.fgColor.rgb == "FFFF9E6D"
    many = [Mark("Rekap", 9, None, "notice", str(number)) for number in range(20)]
    assert opened(marked_workbook(rich_workbook(), many))["Rekap"]["A9"].comment.text.endswith("7\n\n+ 12")


@pytest.mark.parametrize(("how", "why"), [({"chart": True}, "drawings"), ({"picture": PICTURE}, "drawings")])
def test_what_openpyxl_would_lose_is_not_sent_back_and_the_message_says_why(how, why):
    reply, copy = marked(rich_workbook(**how))
    assert copy is None
    assert set(reply.unmarked.values()) == {why}
    assert "karena grafik atau gambarnya akan hilang" in reply.message
    assert sorted(reply.files) == ["masalah.csv", "pesan.txt"]


def with_part(data, name, content, replace=lambda name, data: data):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as book, zipfile.ZipFile(out, "w") as made:
        for part in book.namelist():
            made.writestr(part, replace(part, book.read(part)))
        if name:
            made.writestr(name, content)
    return out.getvalue()


MARK = [Mark("Anggota", 5, 3, "warning", "di sini")]


@pytest.mark.parametrize(
    ("part", "why"),
    [
        ("xl/vbaProject.bin", "macros"), ("xl/activeX/activeX1.bin", "macros"),
        ("xl/pivotTables/pivotTable1.xml", "parts"),
        ("xl/externalLinks/externalLink1.xml", "parts"), ("xl/ctrlProps/ctrlProp1.xml", "parts"),
        ("xl/threadedComments/threadedComment1.xml", "parts"), ("xl/metadata.xml", "parts"),
        ("xl/charts/chart1.xml", "drawings"), ("customXml/item1.xml", "parts"), ("_xmlsignatures/sig1.xml", "parts"),
    ],
)  # fmt: skip
def test_a_part_that_would_be_lost_is_noticed(part, why):
    with pytest.raises(Unmarkable) as refused:
        marked_workbook(with_part(rich_workbook(), part, b"<x/>"), MARK)
    assert refused.value.why == why


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"</worksheet>", b'<extLst><ext uri="{x}"/></extLst></worksheet>'),
        (b"<sheetData", b'<customSheetViews/><sheetData'),
        (b"<?xml", b'<!DOCTYPE x><?xml'),
        (b"sheetData", b"x:sheetData"),
    ],
)  # fmt: skip
def test_what_would_be_lost_inside_a_sheet_is_noticed(old, new):
    def changed(name, data):
        return data.replace(old, new) if name == "xl/worksheets/sheet1.xml" else data

    with pytest.raises(Unmarkable) as refused:
        marked_workbook(with_part(rich_workbook(), "", b"", changed), MARK)
    assert refused.value.why == "parts"


@pytest.mark.parametrize(
    ("part", "old", "new", "why"),
    [
        ("xl/worksheets/sheet1.xml", b'ref="A1:H1"', b'ref="A1:XFD1048576"', "large"),
        ("xl/worksheets/sheet1.xml", b'ref="A1:H1"', b'ref="A:XFD"', "parts"),
        ("xl/worksheets/sheet1.xml", b'ref="A1:H1"', b'ref = "A1:XFD1048576"', "parts"),
        ("xl/worksheets/sheet1.xml", b'ref="J5"', b'ref="A1:XFD1048576"', "large"),
        ("xl/comments1.xml", b'ref="D7"', b'ref="A1:XFD1048576"', "parts"),
    ],
)
def test_an_area_that_would_take_all_memory_is_noticed_before(part, old, new, why):
    def changed(name, data):
        return data.replace(old, new) if name == part else data

    with pytest.raises(Unmarkable) as refused:
        marked_workbook(with_part(rich_workbook(), "", b"", changed), MARK)
    assert refused.value.why == why


def test_a_form_control_is_no_comment():
    def changed(name, data):
        return data.replace(b'ObjectType="Note"', b'ObjectType="Button"') if name.endswith(".vml") else data

    with pytest.raises(Unmarkable) as refused:
        marked_workbook(with_part(rich_workbook(), "", b"", changed), MARK)
    assert refused.value.why == "drawings"


def test_the_empty_drawing_that_google_sheets_adds_does_no_harm():
    empty = b'<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>'
    assert marked_workbook(with_part(rich_workbook(), "xl/drawings/drawing1.xml", empty), MARK)


def test_a_cell_that_would_read_otherwise_afterwards_stops_the_copy(monkeypatch):
    monkeypatch.setattr("okoce_core.report.replies.workbook.same_cells", lambda *_: False)
    with pytest.raises(Unmarkable) as refused:
        marked_workbook(rich_workbook(), MARK)
    assert refused.value.why == "unlike"


def test_a_warning_of_openpyxl_is_a_loss():
    def changed(name, data):  # a day that does not exist: openpyxl would write #VALUE! in its place
        return data.replace(b"<v>33055</v>", b"<v>99999999</v>", 1) if name == "xl/worksheets/sheet1.xml" else data

    with pytest.raises(Unmarkable) as refused:
        marked_workbook(with_part(rich_workbook(), "", b"", changed), MARK)
    assert refused.value.why == "parts"


def test_whatever_a_damaged_workbook_holds_there_is_a_faithful_copy_or_none():
    chance = random.Random(6)
    outcomes = set()
    for number in range(40):

        def changed(name, data, number=number):
            if name not in {"xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml", "xl/comments1.xml"}:
                return data
            spoilt = bytearray(data)
            for _ in range(number % 3 + 1):
                spoilt[chance.randrange(len(spoilt))] = chance.choice(b'<>"0aZ ')
            return bytes(spoilt)

        data = with_part(rich_workbook(), "", b"", changed)
        try:
            outcomes.add(same_cells(data, marked_workbook(data, MARK)))
        except Unmarkable:
            outcomes.add(None)
    assert outcomes <= {True, None}


def test_a_workbook_far_too_large_is_not_even_opened(monkeypatch):
    monkeypatch.setattr("okoce_core.report.replies.faithful._MOST", 10)
    with pytest.raises(Unmarkable) as refused:
        marked_workbook(rich_workbook(), MARK)
    assert refused.value.why == "large"


def csv_sheet(data):
    return lambda: open_csv(data, encoding_of(data), Problems("x.csv")).sheets[0]


CSV = b'sep=;\nNama;NIK;Catatan\n0012;=1+1;9901014107909001\n;;\n 3,17E+15;\'0800;\n\nTRUE;2022-01-01;"dua;sel"\n'


def test_a_csv_becomes_text_exactly_as_written_at_the_same_rows_and_columns():
    marks = [
        Mark("", 3, 2, "warning", "di sini"),
        Mark("", 5, None, "error", "baris"),
        Mark("", 4, 9, "notice", "kosong"),
    ]
    sheet = opened(text_workbook(csv_sheet(CSV), marks)).active
    written = [[cell.value for cell in row][:3] for row in sheet.iter_rows(max_col=9)]
    assert written == [
        [None, None, None], ["Nama", "NIK", "Catatan"], ["0012", "=1+1", "9901014107909001"], [None, None, None],
        [" 3,17E+15", "'0800", None], [None, None, None], ["TRUE", "2022-01-01", "dua;sel"],
    ]  # fmt: skip
    said = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {(cell.data_type, cell.number_format) for cell in said} == {("s", "@")}
    assert {c.coordinate for row in sheet.iter_rows() for c in row if c.fill.fill_type} == {"B3", "A5", "I4"}
    assert {c.coordinate: c.comment.text for row in sheet.iter_rows() for c in row if c.comment} == {
        "B3": "di sini", "A5": "baris", "I4": "kosong",
    }  # fmt: skip


def test_the_marked_csv_is_read_with_the_same_problems():
    rows = PERSON(1, nik="9,9E+15"), PERSON(2, phone="12"), PERSON(3)
    _, copy = marked(csv_list(*rows))
    one, other = okoce.read(csv_list(*rows)), okoce.read(copy)
    assert [(p.code, p.place.cell) for p in one.problems] == [(p.code, p.place.cell) for p in other.problems]


@pytest.mark.parametrize(
    ("cell", "why"), [("a\x01b", "unlike"), ("x" * 40_000, "unlike")], ids=["control character", "long cell"]
)
def test_what_no_workbook_can_hold_as_it_is_is_not_changed_to_fit(cell, why):
    with pytest.raises(Unmarkable) as refused:
        text_workbook(csv_sheet(f"Nama;NIK\n{cell};2\n".encode()), [])
    assert refused.value.why == why


def test_a_table_longer_than_a_worksheet_is_too_large(monkeypatch):
    monkeypatch.setattr("okoce_core.report.replies.text_workbook._ROWS", 2)
    with pytest.raises(Unmarkable) as refused:
        text_workbook(csv_sheet(CSV), [])
    assert refused.value.why == "large"


def test_without_openpyxl_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(Misuse) as wrong:
        replies(okoce.read(csv_list(PERSON(1))))
    assert (wrong.value.code, wrong.value.asked) == ("extra-missing", "report")
