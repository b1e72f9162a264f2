"""``okoce adapters new``: a package that works, with not one cell of the file it was drafted from."""

import io
import json
import subprocess
import sys
import tomllib
from argparse import Namespace

import pytest

from okoce_core.cli import adapters_new
from okoce_core.intake import read
from okoce_core.intake.mapping import load_mapping
from okoce_core.misuse import Misuse
from okoce_core.plugins import Registry
from okoce_core.report.tongue import Tongue
from okoce_core.testing import check_adapter

HEADS = ["No", "Nama Lengkap", "NIK", "No. HP", "Nama Usaha", "Jml Karyawan", "Kab/Kota", "Hobi"]
ROWS = [
    ["1", "Sari Wangi", "9901014107909001", "0800-2000-001", "Jamu Sari", "3", "Kota Bogor", "lari"],
    ["2", "Tirta Alam", "9901010107909002", "0800-2000-002", "Toko Alam", "2-3 orang", "Kota Bandung", ""],
]


def as_csv(*rows):
    return "".join(";".join(row) + "\n" for row in rows)


@pytest.fixture
def new(tmp_path, capsys):
    """Drafts a package from a file and gives its folder."""

    def new(content, name="sahabat", ending="csv", partner=None, kind=None):
        file = tmp_path / f"RAHASIA-BERKAS.{ending}"
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        asked = Namespace(
            name=name, given=str(file), out=tmp_path / "out", partner=partner, kind=kind, json=False, quiet=False
        )
        assert adapters_new.run(asked, Tongue("en")) == 0
        assert str(tmp_path / "out" / name) in capsys.readouterr().out
        return tmp_path / "out" / name

    return new


def everything_in(folder):
    return "".join(f"{p.relative_to(folder)}\n{p.read_text('utf-8')}" for p in folder.rglob("*") if p.is_file())


def mapping_in(folder, name="sahabat"):
    return load_mapping(folder / "src" / f"okoce_{name.replace('-', '_')}" / f"{name}.toml")


def test_the_package_has_a_mapping_an_entry_point_a_sample_a_test_of_one_line_and_questions(new):
    folder = new(as_csv(["DAFTAR PESERTA"], HEADS, *ROWS))
    assert sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file()) == [
        "README.md", "pyproject.toml", "samples/sahabat.csv", "samples/sahabat.csv.expected.jsonl",
        "src/okoce_sahabat/__init__.py", "src/okoce_sahabat/sahabat.toml", "tests/test_sahabat.py",
    ]  # fmt: skip
    project = tomllib.loads((folder / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["entry-points"]["okoce.mappings"] == {"sahabat": "okoce_sahabat:sahabat.toml"}
    assert project["build-system"]["build-backend"] == "hatchling.build"
    test = (folder / "tests" / "test_sahabat.py").read_text("utf-8")
    assert "TestSahabat = adapter_suite(" in test


def test_the_drafted_mapping_loads_maps_what_is_sure_and_asks_about_the_rest(new):
    folder = new(as_csv(HEADS, *ROWS))
    mapping = mapping_in(folder)
    assert {column.title: column.to for column in mapping.columns} == {
        "Nama Lengkap": ("person.name",), "NIK": ("person.nik",), "No. HP": ("person.phones",),
        "Jml Karyawan": ("headcount.total",),
    }  # fmt: skip
    assert mapping.ignore == ("No",)
    assert set(mapping.seen) == set(HEADS)
    text = (folder / "src/okoce_sahabat/sahabat.toml").read_text("utf-8")
    for head in ("Nama Usaha", "Kab/Kota", "Hobi"):
        assert f'# ? "{head}":' in text
        assert f'# from = "{head}"' in text
    readme = (folder / "README.md").read_text("utf-8")
    assert "Kolom `Nama Usaha`: berisi nama usaha, atau nama orang?" in readme
    assert "Apakah pemilik ikut dihitung" in readme


def test_the_file_it_was_drafted_from_is_read_with_it(new, tmp_path):
    folder = new(as_csv(HEADS, *ROWS))
    reading = read(tmp_path / "RAHASIA-BERKAS.csv", registry=Registry(), adapters=[mapping_in(folder)])
    assert reading.files[0].ledger.recorded == 2


def test_every_check_of_the_kit_passes_as_the_package_was_written(new):
    folder = new(as_csv(HEADS, *ROWS))
    outcomes = check_adapter(folder / "src/okoce_sahabat/sahabat.toml", folder / "samples")
    assert [(o.check.name, o.what) for o in outcomes if o.state == "failed"] == []


def test_the_commented_columns_load_once_the_comment_signs_are_taken_off(new):
    """What the partner has answered is uncommented by hand; the draft must then be right as it stands."""
    folder = new(as_csv(HEADS, *ROWS))
    path = folder / "src/okoce_sahabat/sahabat.toml"
    lines = path.read_text("utf-8").splitlines()
    at = lines.index('# from = "Nama Usaha"')
    lines[at - 1 : at + 2] = [line.removeprefix("# ") for line in lines[at - 1 : at + 2]]
    path.write_text("\n".join(lines), "utf-8")
    assert ("enterprise.name",) in [column.to for column in mapping_in(folder).columns]


def test_columns_without_a_heading_of_their_own_are_among_the_questions(new):
    rows = [["Nama", "NIK", "Jumlah Karyawan", ""], ["", "", "L", "P"]]
    rows += [[name, nik, "2", "30"] for _, name, nik, *_ in ROWS]
    readme = (new(as_csv(*rows)) / "README.md").read_text("utf-8")
    assert "Kolom D berisi tetapi tidak berjudul" in readme  # "P" stands in the fourth
    assert "Kolom `Jumlah Karyawan`: judul ini tampaknya menaungi beberapa kolom" in readme


def test_a_first_person_in_words_is_not_copied_though_numbers_stand_below_him(new):
    rows = [["QX Rekaan", "QX Warung", "Bandung", "tidak ada"], *[[r[1], r[2], r[3], "3"] for r in ROWS]]
    told = everything_in(new(as_csv(*rows)))
    assert ("QX" in told, "Bandung" in told) == (False, False)


# --- nothing of the file


MARKED = [[f"QX{row}{place}Z" for place in range(len(HEADS))] for row in range(8)]


@pytest.mark.parametrize(
    "rows",
    [
        [["QX rahasia"], HEADS, *MARKED],
        [["QX1", "QX2"], [], HEADS, *MARKED, ["QX jumlah", "7"]],
        MARKED,
        [[f"QX{place}" if place != 2 else row[2] for place in range(len(HEADS))] for row in ROWS],
        [HEADS[:2], *[[f"QX{n}", "0800-2000-001"] for n in range(4)]],
    ],
    ids=["below a title", "around the header", "without a header", "without a header, NIKs good", "two columns"],
)
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_no_cell_no_name_of_a_sheet_and_not_the_name_of_the_file_comes_into_the_package(new, rows, ending):
    folder = new(as_xlsx(rows) if ending == "xlsx" else as_csv(*rows), ending=ending)
    written = everything_in(folder)
    for planted in ("QX", "RAHASIA", "9901014107909001", "2000-001"):
        assert planted not in written


def test_real_looking_cells_of_every_kind_stay_out(new):
    written = everything_in(new(as_csv(HEADS, *ROWS)))
    own = {cell for row in ROWS for cell in row if len(cell) > 3}
    assert not [cell for cell in own if cell in written]


def as_xlsx(rows):
    import xlsxwriter

    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed) as book:
        sheet = book.add_worksheet("QX lembar")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return packed.getvalue()


def test_without_a_certain_header_columns_go_by_letters_and_the_mapping_still_loads(new):
    mapping = mapping_in(new(as_csv(*ROWS)))
    assert (mapping.header, mapping.first_row) == (0, 1)
    assert [column.heads for column in mapping.columns] == [("A",), ("B",), ("C",)]


def test_headings_with_quotes_backslashes_and_line_breaks_stay_headings(new):
    heads = ["Nama Lengkap", "NIK", "No. HP", 'Motto "usaha" \\ hidup', "Baris\npatah = [x]"]
    rows = [heads, *[[*row[1:4], "a", "b"] for row in ROWS]]
    mapping = mapping_in(new(as_xlsx(rows), ending="xlsx"))
    assert 'Motto "usaha" \\ hidup' in mapping.seen
    assert "Baris patah = [x]" in mapping.seen


def test_json_is_drafted_by_its_keys(new):
    rows = [{"nama": r[1], "nik": r[2], "no_hp": r[3]} for r in ROWS]
    mapping = mapping_in(new(json.dumps(rows), ending="json"))
    assert {column.title: column.to for column in mapping.columns}["nik"] == ("person.nik",)


# --- whose it is, and what is refused


def test_the_partner_may_be_named_apart_from_the_package(new):
    folder = new(as_csv(HEADS, *ROWS), name="peserta-kelas", partner="sahabat", kind="campus")
    mapping = mapping_in(folder, "peserta-kelas")
    assert (mapping.name, mapping.partner.id, mapping.kind) == ("peserta-kelas/daftar", "sahabat", "campus")


def asking(tmp_path, **changed):
    file = tmp_path / "daftar.csv"
    file.write_text(as_csv(HEADS, *ROWS), "utf-8")
    asked = {"name": "sahabat", "given": str(file), "out": tmp_path / "out", "partner": None, "kind": None, **changed}
    return adapters_new.run(Namespace(**asked, json=False, quiet=False), Tongue("en"))


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"name": "Sahabat Usaha"}, "package-name"),
        ({"name": "../lari"}, "package-name"),
        ({"partner": "Sahabat"}, "package-name"),
        ({"kind": "klub"}, "partner-kind"),
        ({"given": "tiada.csv"}, "cannot-open"),
    ],
)
def test_wrong_use_is_refused_before_anything_is_written(tmp_path, changed, code):
    with pytest.raises(Misuse) as wrong:
        asking(tmp_path, **changed)
    assert wrong.value.code == code
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4", b"catatan saja\n", b'[{"Sari Wangi": 1}]'])
def test_a_file_without_a_table_gives_no_package(tmp_path, content):
    file = tmp_path / "a.csv"
    file.write_bytes(content)
    with pytest.raises(Misuse) as wrong:
        asking(tmp_path, given=str(file))
    assert wrong.value.code == "cannot-draft"
    assert not (tmp_path / "out").exists()


def test_a_folder_that_is_there_is_left_as_it_is(tmp_path):
    (tmp_path / "out" / "sahabat").mkdir(parents=True)
    with pytest.raises(Misuse) as wrong:
        asking(tmp_path)
    assert wrong.value.code == "output-exists"
    assert not list((tmp_path / "out" / "sahabat").iterdir())


def test_the_test_of_the_package_runs_as_it_is(new):
    folder = new(as_csv(HEADS, *ROWS))
    words = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests"]
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-2000:]
