"""Reading: what is found, which adapter knows it, and what is said of what nobody knows."""

from __future__ import annotations

import datetime as dt
import io
import json
import zipfile

import pytest

import okoce_core as okoce
from okoce_core.adapter import Adapter, Column, Partner
from okoce_core.evidence import CODES, Ledger
from okoce_core.plugins import Registry
from tests.laws.partner_files import (
    FORMS,
    as_csv,
    as_json,
    as_xlsx,
    cells,
    expanded,
    form,
    headings,
    jsonl,
    read,
    row,
    table,
)  # fmt: skip

MARK = "QZXJVK"


def adapter(name="uji/daftar", *columns, **more):
    """An adapter of a form with a column of names, and these."""
    return Adapter(
        name=name, partner=Partner(name.partition("/")[0], "Uji", "community"), title="Uji", unit="a person",
        why="a test",
        columns=(Column("Orang", "person.name", required=True), *columns), **more,
    )  # fmt: skip


def knowing(*adapters):
    registry = Registry()
    for one in adapters:
        registry.add(one)
    return registry


def told(problems):
    return [(p.code, p.severity, p.place.sheet, p.place.row, p.place.column) for p in problems if p.code != "undated"]


# Wrong use


@pytest.mark.parametrize(
    ("call", "code", "near"),
    [
        (lambda path: okoce.read(), "nothing-to-read", ()),
        (lambda path: okoce.read(path / "anggota.cvs"), "no-such-path", ("anggota.csv",)),
        (lambda path: okoce.read(str(path / "anggota.cvs")), "no-such-path", ("anggota.csv",)),
        (lambda path: okoce.read(path / "tidak" / "ada"), "no-such-path", ()),
        (lambda path: okoce.read(path, adapter="hipmi/angota"), "unknown-adapter", ("hipmi/anggota",)),
        (lambda path: okoce.read(path, adapter="hipmi"), "unknown-adapter", None),
        (lambda path: okoce.read(path, adapters=[form("hipmi/anggota")]), "adapter-clash", None),
        (lambda path: okoce.read(path, adapters=["hipmi/anggota"]), "not-an-adapter", None),
        (lambda path: okoce.resolve(okoce.read(path), identity="ful"), "unknown-identity", None),
        (lambda path: okoce.count(okoce.resolve(okoce.read(path)), "okoce-p4@2"), "unknown-rulebook", ("okoce-p4@1",)),
        (lambda path: okoce.count(okoce.resolve(okoce.read(path)), "okoce-p4"), "unknown-rulebook", ("okoce-p4@1",)),
        (lambda path: okoce.count(okoce.resolve(okoce.read(path)), "okoce-p4@1", as_of="30-09-2022"), "bad-date", None),
        (
            lambda path: okoce.count(okoce.resolve(okoce.read(path)), "okoce-p4@1", known_at="2022-02-30"),
            "bad-date",
            None,
        ),
    ],
)
def test_wrong_use_is_an_error_at_once_that_names_what_comes_near(tmp_path, call, code, near):
    (tmp_path / "anggota.csv").write_bytes(as_csv(table(form("hipmi/anggota"), [cells(1)])))
    with pytest.raises(okoce.Misuse) as raised:
        call(tmp_path)
    assert raised.value.code == code
    assert near is None or raised.value.near[:1] == near[:1]
    assert all(name in str(raised.value) for name in raised.value.near)


@pytest.mark.parametrize("given", [None, 7, ["a.csv"], object()])
def test_what_is_no_path_and_no_bytes_is_wrong_use(given):
    with pytest.raises((okoce.Misuse, TypeError)):
        okoce.read(given)


def test_a_bytearray_or_a_view_of_bytes_is_read_like_bytes_or_refused_at_once():
    data = as_csv(table(form("hipmi/anggota"), [cells(1)]))
    for kind in (bytearray, memoryview):
        try:
            reading = read(kind(data))
        except (okoce.Misuse, TypeError):
            continue
        assert reading.ledger.recorded == 1


def test_a_registry_that_is_lent_for_a_reading_is_given_back_as_it_was():
    registry, extra = knowing(adapter("uji/satu")), adapter("uji/dua", Column("Kota", "person.region", required=True))
    data = as_csv([["Orang", "Kota"], ["Sari", "Kota Bogor"]])
    for _ in range(2):
        read(data, registry=registry, adapters=[extra])
    assert [one.name for one in registry.adapters] == ["uji/satu"]


# What is found


def test_a_file_a_folder_a_zip_and_bytes_give_the_same_people(tmp_path):
    data = as_csv(table(form("kampus/mahasiswa"), [cells(1), cells(2)]))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.csv", data)
    (tmp_path / "isi").mkdir()
    (tmp_path / "isi" / "a.csv").write_bytes(data)
    (tmp_path / "a.zip").write_bytes(packed.getvalue())
    ways = {
        "a.csv": tmp_path / "isi" / "a.csv", "isi": tmp_path / "isi", "a.zip/a.csv": tmp_path / "a.zip",
        "bytes-1": data,
        "teks": str(tmp_path / "isi" / "a.csv"),
    }  # fmt: skip
    for name, way in ways.items():
        (file,) = read(way).files
        assert file.source.name == {"isi": "a.csv", "teks": "a.csv"}.get(name, name)
        assert list(file.records.people) == list(read(data).files[0].records.people)
        assert file.ledger == Ledger(3, recorded=2, skipped=1)


def test_the_members_of_a_zip_are_files_of_their_own_and_a_bad_one_costs_itself():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("satu/a.csv", as_csv(table(form("kampus/mahasiswa"), [cells(1)])))
        archive.writestr("dua.csv", b"x;y\n1;2\n")
        archive.writestr("../keluar.csv", as_csv(table(form("kampus/mahasiswa"), [cells(3)])))
    states = {file.source.name: file.state for file in read(packed.getvalue()).files}
    assert states["bytes-1/satu/a.csv"] == "read"
    assert states["bytes-1/dua.csv"] == "not readable"
    assert "unsafe-path" in {p.code for p in read(packed.getvalue()).problems}
    assert read(packed.getvalue()).ledger.recorded == 1


def test_the_manifest_inside_a_zip_of_a_months_folder_holds_as_it_does_in_the_folder(tmp_path):
    data = as_csv(table(form("tda/anggota"), [cells(1)]), ";")
    manifest = '[defaults]\nobserved = 2022-09-30\n[[file]]\npath = "tda.csv"\npartner = "tda-bandung"'
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("kiriman.toml", manifest)
        archive.writestr("tda.csv", data)
    files = read(packed.getvalue()).files
    assert [(f.partner.id, str(f.observed)) for f in files if f.partner] == [("tda-bandung", "2022-09-30")]
    assert {p.severity for f in files for p in f.problems} <= {"notice"}


def test_files_come_in_the_order_of_their_names_whatever_order_they_are_given_in(tmp_path):
    for name in ("c.csv", "a.csv", "b.csv"):
        (tmp_path / name).write_bytes(as_csv(table(form("kampus/mahasiswa"), [cells(ord(name[0]) - 97)])))
    given = [tmp_path / name for name in ("b.csv", "c.csv", "a.csv")]
    assert [file.source.name for file in read(*given).files] == ["a.csv", "b.csv", "c.csv"]


def test_two_folders_with_a_file_of_one_name_are_told_apart(tmp_path):
    for number, folder in enumerate(("agustus", "september")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "tda.csv").write_bytes(as_csv(table(form("tda/anggota"), [cells(number)]), ";"))
    reading = read(tmp_path / "agustus", tmp_path / "september")
    assert [file.source.name for file in reading.files] == ["agustus/tda.csv", "september/tda.csv"]


def test_two_files_of_one_name_are_told_apart(tmp_path):
    # A problem or a trace that says "tda.csv: C14" must not leave open which of the two.
    for number, folder in enumerate(("agustus", "september")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "tda.csv").write_bytes(as_csv(table(form("tda/anggota"), [cells(number)]), ";"))
    reading = read(tmp_path / "agustus" / "tda.csv", tmp_path / "september" / "tda.csv")
    assert len({file.source.name for file in reading.files}) == 2


def test_progress_is_told_file_by_file_and_at_the_end(tmp_path):
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_bytes(as_csv(table(form("kampus/mahasiswa"), [cells(ord(name[0]))])))
    seen = []
    read(tmp_path, on_progress=lambda name, done, of: seen.append((name, done, of)))
    assert seen == [("a.csv", 0, 2), ("b.csv", 1, 2), ("", 2, 2)]


def test_a_file_that_cannot_be_opened_is_a_problem_of_it(tmp_path, monkeypatch):
    (tmp_path / "a.csv").write_bytes(b"x")
    (tmp_path / "b.csv").write_bytes(as_csv(table(form("kampus/mahasiswa"), [cells(1)])))
    opened = type(tmp_path).read_bytes
    monkeypatch.setattr(
        type(tmp_path),
        "read_bytes",
        lambda path: opened(path) if path.name != "a.csv" else (_ for _ in ()).throw(PermissionError()),
    )
    files = read(tmp_path).files
    assert [(f.source.name, f.state, [p.code for p in f.problems]) for f in files] == [
        ("a.csv", "not readable", ["broken-file"]),
        ("b.csv", "read", []),
    ]


# Rows as a spreadsheet numbers them


def test_rows_are_numbered_as_a_spreadsheet_numbers_them():
    rows = [["DATA REKAAN"], [], ["Periode 2022"], headings(form("hipmi/anggota"))]
    rows += [row(form("hipmi/anggota"), cells(1)), [], row(form("hipmi/anggota"), cells(2) | {"person.nik": "12"})]
    # The header is row 4, the people are in rows 5 and 7; the NIK is column C.
    for data, sheet in ((as_csv(rows), ""), (as_xlsx({"Anggota": rows}), "Anggota")):
        (file,) = read(data).files
        assert list(file.records.people.row) == [5, 7]
        assert [str(file.records.place("f", number)) for number in file.records.people.row] == (
            ["f: Anggota!5", "f: Anggota!7"] if sheet else ["f: 5", "f: 7"]
        )
        assert expanded(file.problems) == [("nik-length", sheet, 7, "C7", "person.nik")]
        assert file.ledger == Ledger(7, recorded=2, blank=2, skipped=3)


def test_a_quoted_cell_over_several_lines_is_one_row():
    rows = table(form("kampus/mahasiswa"), [cells(1) | {"enterprise.name": "Kedai\nRekaan\n1"}, cells(2)])
    assert list(read(as_csv(rows)).files[0].records.people.row) == [2, 3]


def test_each_sheet_of_a_workbook_has_its_own_rows_and_places():
    rows = table(form("hipmi/anggota"), [cells(1)])
    book = as_xlsx({"Bandung": rows, "Bogor": [["JUDUL"], *table(form("hipmi/anggota"), [cells(2), cells(3)])]})
    (file,) = read(book).files
    places = [file.records.place("f", number) for number in file.records.people.row]
    assert [(place.sheet, place.row) for place in places] == [("Bandung", 2), ("Bogor", 3), ("Bogor", 4)]
    for kind in ("participations", "ownerships", "headcounts", "permits"):
        said = getattr(file.records, kind)
        assert [file.records.place("f", number).sheet for number in said.row] == ["Bandung", "Bogor", "Bogor"]
    # Two rows in the one sheet, four in the other.
    assert file.ledger == Ledger(6, recorded=3, skipped=3)
    assert okoce.resolve(read(book)).people == 3


def test_records_of_json_are_numbered_from_one_and_their_list_is_the_sheet():
    rows = [row(form("csr/binaan"), cells(number)) for number in range(3)]
    records = json.loads(as_json(headings(form("csr/binaan")), rows))
    (file,) = read(json.dumps({"program": "x", "peserta": [records[0], {}, *records[1:]]}).encode()).files
    places = [file.records.place("f", number) for number in file.records.people.row]
    assert [(place.sheet, place.row) for place in places] == [("peserta", 1), ("peserta", 3), ("peserta", 4)]
    assert file.ledger == Ledger(4, recorded=3, blank=1)


def test_many_rows_keep_their_numbers_from_block_to_block():
    # Blocks are of 16,384 rows. Every 5,000th NIK is bad: rows 2, 5002, … of the sheet.
    people = [["Orang", "NIK"], *([f"Orang {n}", "12" if n % 5000 == 0 else ""] for n in range(20_000))]
    nik = Column("NIK", "person.nik")
    (file,) = read(as_csv(people), registry=knowing(adapter("uji/daftar", nik))).files
    assert file.records.people.row.tolist() == list(range(2, 20_002))
    assert [p.place.cell for p in file.problems if p.code == "nik-length"] == ["B2", "B5002", "B10002", "B15002"]


# Recognition


def test_a_form_that_nobody_knows_is_told_which_adapters_come_nearest_and_what_they_miss():
    heads = [h for h in headings(form("tda/anggota")) if h != "hp"]
    (file,) = read(as_csv([[MARK], [*heads, MARK], [MARK] * 9])).files
    (problem,) = file.problems
    assert (problem.code, problem.severity, file.state) == ("no-adapter", "error", "not readable")
    assert problem.expected.startswith("tda/anggota lacks 'hp'")
    assert MARK not in problem.expected
    assert file.ledger == Ledger()


def test_a_form_that_nobody_comes_near_says_what_would_be_needed():
    (problem,) = read(as_csv([[MARK, f"{MARK}2"], ["x", "y"]])).problems
    assert problem.code == "no-adapter"
    assert problem.expected
    assert MARK not in problem.expected


def test_without_any_adapter_nothing_is_recognised():
    (file,) = read(as_csv(table(form("tda/anggota"), [cells(1)])), registry=Registry()).files
    assert ([p.code for p in file.problems], file.state) == (["no-adapter"], "not readable")


def test_a_form_that_two_adapters_know_is_read_by_neither_and_names_both():
    both = knowing(
        adapter("uji/satu"), adapter("uji/dua"), adapter("uji/tiga", Column("Kota", "person.region", required=True))
    )
    (file,) = read(as_csv([["Orang"], ["Sari Karangan"]]), registry=both).files
    (problem,) = file.problems
    assert (problem.code, problem.severity, file.state) == ("two-adapters", "error", "not readable")
    assert "uji/satu" in problem.expected
    assert "uji/dua" in problem.expected
    assert "uji/tiga" not in problem.expected
    assert len(file.records.people) == 0


def test_the_adapter_that_is_asked_for_is_the_only_one():
    both = knowing(adapter("uji/satu"), adapter("uji/dua"))
    data = as_csv([["Orang"], ["Sari Karangan"]])
    assert read(data, registry=both, adapter="uji/dua").files[0].adapter == "uji/dua"
    wrong = read(as_csv(table(form("tda/anggota"), [cells(1)])), adapter="hipmi/anggota").files[0]
    assert [p.code for p in wrong.problems] == ["no-adapter"]


@pytest.mark.parametrize("name", FORMS)
def test_each_form_is_known_by_its_own_adapter_alone(name):
    (file,) = read(as_csv(table(form(name), [cells(1)]))).files
    assert (file.adapter, file.partner, file.state) == (name, form(name).partner, "read")
    assert [p for p in file.problems if p.severity == "error"] == []


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize(
    "vary",
    [str.upper, str.lower, lambda h: f"  {h} ", lambda h: f"{h}:", lambda h: h.replace(" ", "\n"), lambda h: f"{h}*"],
)
def test_headings_may_vary_in_case_blanks_and_closing_signs(name, vary):
    rows = table(form(name), [cells(1)])
    (file,) = read(as_csv([[vary(head) for head in rows[0]], *rows[1:]])).files
    assert file.adapter == name
    assert list(file.records.people) == list(read(as_csv(rows)).files[0].records.people)


def test_an_extra_heading_is_noticed_by_its_letter_alone():
    rows = table(form("tda/anggota"), [cells(1)])
    (file,) = read(as_csv([[MARK, *rows[0], f"{MARK}2"], ["x", *rows[1], "y"]])).files
    # The header is row 1; nine columns stand between the first and the eleventh.
    assert told(file.problems) == [("column-unread", "notice", "", 1, 1), ("column-unread", "notice", "", 1, 11)]
    assert all(MARK not in repr(p) for p in file.problems)
    assert len(file.records.people) == 1


def test_headings_that_an_adapter_ignores_on_purpose_are_no_problem():
    assert told(read(as_csv(table(form("hipmi/anggota"), [cells(1)]))).problems) == []


def test_of_a_heading_that_stands_twice_the_first_is_read_and_the_second_noticed():
    rows = [["Orang", "Kota", "orang "], ["Sari Karangan", "Kota Bogor", "Budi Rekaan"]]
    (file,) = read(as_csv(rows), registry=knowing(adapter("uji/daftar", Column("Kota", "person.region")))).files
    assert file.records.people[0].name == "Sari Karangan"
    assert told(file.problems) == [("column-repeated", "warning", "", 1, 3)]


def test_a_column_of_the_form_that_is_missing_is_said_by_its_own_name():
    optional = adapter("uji/daftar", Column("Kota", "person.region"), Column("HP", "person.phones"))
    (file,) = read(as_csv([["Orang", "Kota"], ["Sari Karangan", "Kota Bogor"]]), registry=knowing(optional)).files
    (problem,) = [p for p in file.problems if p.code == "column-missing"]
    assert "HP" in problem.expected
    assert len(file.records.people) == 1


def test_a_second_sheet_that_nobody_knows_is_noticed():
    book = as_xlsx({"Anggota": table(form("hipmi/anggota"), [cells(1)]), "Rekap": [["Kota", "Jumlah"], ["Bogor", 1]]})
    (file,) = read(book).files
    assert told(file.problems) == [("sheet-unread", "notice", "Rekap", None, None)]
    assert (file.state, file.ledger) == ("read", Ledger(2, recorded=1, skipped=1))


def test_a_blank_second_sheet_is_no_problem():
    book = as_xlsx({"Anggota": table(form("hipmi/anggota"), [cells(1)]), "Sheet2": [], "Sheet3": [[""]]})
    assert told(read(book).problems) == []


def test_a_workbook_of_which_no_sheet_is_known_has_a_problem_for_each():
    (file,) = read(as_xlsx({"A": [["x", "y"]], "B": [["z"]]})).files
    assert [(p.code, p.place.sheet) for p in file.problems] == [("no-adapter", "A"), ("no-adapter", "B")]


def test_a_header_may_stand_as_low_as_row_60():
    rows = table(form("hipmi/anggota"), [cells(1)])
    (file,) = read(as_csv([[f"Baris {n}"] for n in range(59)] + rows)).files
    assert list(file.records.people.row) == [61]


def test_a_file_by_another_name_is_read_by_what_is_in_it(tmp_path):
    (tmp_path / "anggota.pdf").write_bytes(as_csv(table(form("tda/anggota"), [cells(1)]), ";"))
    assert read(tmp_path / "anggota.pdf").files[0].adapter == "tda/anggota"


def test_a_list_of_semicolons_stays_one_where_a_row_is_ragged():
    # "Tempat, Tanggal Lahir" and "Bogor, 17-08-1999" have one comma each, in every row.
    rows = table(form("pesantren/santri"), [cells(number) for number in range(1, 6)])
    rows[3] = [*rows[3], "sisa"]
    (file,) = read(as_csv(rows, ";")).files
    assert (file.adapter, len(file.records.people)) == ("pesantren/santri", 5)


def test_cells_of_a_workbook_may_be_numbers_dates_and_truths():
    midnight = dt.datetime(1990, 7, 1)  # noqa: DTZ001 - the cells of a workbook have no zone
    sari = [1, "Sari Karangan", 9901014107909001, dt.date(1990, 7, 1), "P", 8001000001, True, "Kedai", 9120000000011]
    budi = [2, "Budi Rekaan", "9901014107909001", midnight, "L", "0800 1000 001", "", "Kedai", ""]
    rows = [headings(form("hipmi/anggota")), [*sari, 4, "Kota Bogor", 2021, ""], [*budi, 1.5, 32.71, "2021", ""]]
    reading = read(typed_book(rows))
    people = list(reading.files[0].records.people)
    assert [p.phones for p in people] == [("+628001000001",), ("+628001000001",)]
    assert [str(p.born) for p in people] == ["1990-07-01", "1990-07-01"]
    assert [p.region for p in people] == ["32.71", "32.71"]
    assert reading.files[0].records.enterprises[0].nib == "9120000000011"
    # 9901014107909001 as a number is above 2**53, where neighbours are one float; True is no address; one and a half
    # workers are no count.
    assert expanded(reading.problems) == [
        ("nik-damaged", "Anggota", 2, "C2", "person.nik"),
        ("email-format", "Anggota", 2, "G2", "person.email"),
        ("count-format", "Anggota", 3, "J3", "headcount.total"),
    ]


def typed_book(rows):
    import xlsxwriter

    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, {"in_memory": True, "default_date_format": "dd/mm/yyyy"}) as book:
        sheet = book.add_worksheet("Anggota")
        for number, cells_ in enumerate(rows):
            sheet.write_row(number, 0, cells_)
    return packed.getvalue()


def test_dates_in_doubt_are_noticed_once_at_the_heading_of_their_own_column():
    rows = table(form("hipmi/anggota"), [cells(1) | {"person.born": "12/25/1990"}, cells(2)])
    book = as_xlsx({"Bandung": rows, "Bogor": [["JUDUL"], *table(form("hipmi/anggota"), [cells(3)])]})
    found = [one for one in expanded(read(book).problems) if one[0].startswith("date-")]
    # "Tgl Lahir" is column D; the month stands first in row 2, so all of the column is in doubt.
    assert found == [("date-doubt", "Bandung", 1, "D1", ""), ("date-month-first", "Bandung", 2, "D2", "person.born")]


def test_what_has_no_date_at_all_is_noticed_by_kind():
    (file,) = read(as_csv([["Orang"], ["Sari Karangan"]]), registry=knowing(adapter())).files
    assert [(p.code, p.severity, p.field) for p in file.problems] == [("undated", "notice", "participations")]


def test_one_row_of_a_list_is_a_person_an_enterprise_and_what_is_said_of_them():
    (file,) = read(as_csv(table(form("hipmi/anggota"), [cells(1)]))).files
    records = file.records
    assert records.people[0] == okoce.Person(
        "0", "Bagas Contohwati", "9901010202719001", ("+628001000001",), "orang1@example.com",
        records.people[0].born, "M", "32.71",
    )  # fmt: skip
    assert str(records.people[0].born) == "1971-02-02"
    assert (records.enterprises[0].name, records.enterprises[0].nib) == ("Kedai Rekaan 1", "9120000000001")
    (took_part,), (owns,), (held,), (heads,) = (
        list(getattr(records, kind)) for kind in ("participations", "ownerships", "permits", "headcounts")
    )
    assert (took_part.fact.partner, took_part.fact.stage, str(took_part.fact.date)) == ("hipmi", "registered", "2021")
    assert (owns.subject, owns.other, held.fact.kind, heads.fact.total) == (0, 0, "NIB", 2)


def test_every_code_that_reading_gives_is_in_the_closed_list():
    inputs = [b"", b"x", as_csv([["x", "y"]]), jsonl("x"), as_csv(table(form("tda/anggota"), [{}]))]
    assert {p.code for p in read(*inputs).problems} <= CODES.keys()


def test_the_hash_of_the_inputs_depends_on_bytes_and_manifest_and_not_on_names(tmp_path):
    data = as_csv(table(form("tda/anggota"), [cells(1)]), ";")
    for name in ("satu", "dua", "tiga"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.csv").write_bytes(data)
    (tmp_path / "dua" / "salinan.csv").write_bytes(data)
    (tmp_path / "tiga" / "kiriman.toml").write_text('[defaults]\npartner = "lain"', "utf-8")
    hashes = [read(tmp_path / name).inputs for name in ("satu", "dua", "tiga")]
    assert hashes[0] == hashes[1] == read(data).inputs != hashes[2]
