"""``okoce resolve``: a line for each row of data, whom and what it is about, and nothing that is personal."""

import csv
import json
from pathlib import Path

import pytest

import okoce_core as okoce
from okoce_core.identity.source_rows import COLUMNS, numbered_names, source_rows

ROOT = Path(__file__).parents[2]
MONTH = ROOT / "docs" / "examples" / "2022-09"
SAMPLES = sorted(
    path
    for path in (ROOT / "tests" / "adapters" / "samples").glob("*/*")
    if path.suffix not in {".md", ".toml"} and path.is_file()
)
NIK = "9901014107909001"
KEY = "kunci untuk pengujian"


@pytest.fixture
def resolved(okoce, tmp_path):
    """Resolves and gives the lines."""

    def run(*words):
        out = tmp_path / "orang.csv"
        status, said, err = okoce("resolve", *words, "--out", out)
        assert (status, err) == (0, ""), err
        with out.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file)), said

    return run


def test_each_row_of_data_has_a_line_and_a_rejected_one_has_nobody(resolved, members):
    lines, said = resolved(members)
    # Row 1 has the headings; rows 2 and 3 a person with an enterprise each; row 4 names nobody.
    assert [tuple(line.values()) for line in lines] == [
        ("anggota.csv", "", "2", "1", "1", ""),
        ("anggota.csv", "", "3", "2", "2", ""),
        ("anggota.csv", "", "4", "", "", ""),
    ]
    assert tuple(lines[0]) == COLUMNS == ("file", "sheet", "row", "person", "enterprise", "doubt")
    assert "3 baris ditulis ke" in said
    assert "2 orang, 2 usaha" in said


@pytest.mark.parametrize("path", [MONTH, *SAMPLES], ids=lambda path: f"{path.parent.name}/{path.name}")
def test_there_are_as_many_lines_as_the_ledger_has_recorded_and_rejected(path):
    population = okoce.resolve(okoce.read(path))
    names = numbered_names(population.person), numbered_names(population.enterprise)
    rows = list(source_rows(population, *names))
    for file in population.reading.files:
        own = [(row.sheet, row.row) for row in rows if row.file == file.source.name]
        assert len(own) == len(set(own)) == file.ledger.recorded + file.ledger.rejected
    assert {name for row in rows for name in row.person.split()} == set(names[0])
    assert {name for row in rows for name in row.enterprise.split()} == set(names[1])


def test_one_person_has_one_number_wherever_he_comes(resolved, tmp_path):
    heads = "nama;hp;kota;usaha;jml_karyawan;no_ktp;tgl_lahir;nib;tahun\n"
    (tmp_path / "a.csv").write_text(f"{heads}Bagas;;;;;;;;2021\nSari Karangan;;;;;{NIK};;;2021\n", "utf-8")
    (tmp_path / "b.csv").write_text(f"{heads}Ibu Sari;;;;;{NIK};;;2022\n", "utf-8")
    lines, _ = resolved(tmp_path / "b.csv", tmp_path / "a.csv")
    # Files come by name, whatever the order they are given in.
    assert [(line["file"], line["row"], line["person"]) for line in lines] == [
        ("a.csv", "2", "1"), ("a.csv", "3", "2"), ("b.csv", "2", "2"),
    ]  # fmt: skip


def test_who_a_person_may_also_be_is_told_on_both_sides(resolved, tmp_path):
    heads = "nama;hp;kota;usaha;jml_karyawan;no_ktp;tgl_lahir;nib;tahun\n"
    # The NIK says 1 July 1990; whoever was born in 1971 has borrowed it, or is she all the same.
    rows = f"Sari Karangan;;;;;{NIK};01/07/1990;;2021\nBagas Contoh;;;;;{NIK};25/03/1971;;2021\n"
    (tmp_path / "a.csv").write_text(heads + rows, "utf-8")
    lines, _ = resolved(tmp_path / "a.csv", "--identity", "exact")
    assert [(line["person"], line["doubt"]) for line in lines] == [("1", "2"), ("2", "1")]


def test_several_persons_of_a_row_stand_in_one_line():
    team = ROOT / "tests" / "adapters" / "samples" / "kampus-p2mw" / "kelompok.xlsx"
    population = okoce.resolve(okoce.read(team))
    rows = list(source_rows(population, numbered_names(population.person), numbered_names(population.enterprise)))
    people = population.reading.files[0].records.people
    assert max(len(row.person.split()) for row in rows) > 1
    assert sum(len(row.person.split()) for row in rows) == len(people) == population.people
    assert all(len(row.enterprise.split()) <= 1 for row in rows)


def test_a_record_of_json_goes_by_its_number(resolved):
    lines, _ = resolved(MONTH / "csr.json")
    assert [line["row"] for line in lines] == [str(n) for n in range(1, 9)]
    assert lines[2]["person"] == ""  # see docs/examples/2022-09/expected.md: record 3 names nobody


def test_lines_of_canonical_records_each_have_one(resolved, records):
    lines, _ = resolved(records)
    told = {int(line["row"]): (line["person"], line["enterprise"]) for line in lines}
    # Line 1 is the header. 2 to 4: three people; 5: an enterprise; 6 to 9: participations; 10: P1 owns E1.
    assert [told[n] for n in (2, 3, 4, 5, 6, 7, 10, 11)] == [
        ("1", ""), ("2", ""), ("3", ""), ("", "1"), ("1", ""), ("1", ""), ("1", "1"), ("", "1"),
    ]  # fmt: skip
    assert 1 not in told


def test_a_second_line_of_one_entity_is_about_it_too(resolved, tmp_path):
    said = [{"type": "person", "id": "P1", "name": "Sari"}, {"type": "person", "id": "P1", "sex": "F"}]
    head = {"type": "header", "format": "okoce-records/1", "ids": "local"}
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(line) + "\n" for line in [head, *said]), "utf-8")
    assert [line["person"] for line in resolved(tmp_path / "a.jsonl")[0]] == ["1", "1"]


def test_with_a_key_people_and_enterprises_are_pseudonyms(resolved, tmp_path, monkeypatch):
    (tmp_path / "kunci").write_bytes(b"\xef\xbb\xbf" + KEY.encode() + b"\r\n")
    by_file, _ = resolved(MONTH, "--key-file", tmp_path / "kunci")
    monkeypatch.setenv("OKOCE_KEY", KEY)
    by_variable, _ = resolved(MONTH)
    assert by_file == by_variable
    numbered = [line["person"] for line in by_file if line["person"]]
    assert all(len(name) == 32 for name in numbered)
    monkeypatch.delenv("OKOCE_KEY")
    without, said = resolved(MONTH)
    assert len({line["person"] for line in without}) == len({line["person"] for line in by_file})
    assert "--key-file" in said


def test_the_same_files_give_the_same_bytes(resolved, tmp_path):
    resolved(MONTH)
    first = (tmp_path / "orang.csv").read_bytes()
    listed = [path for path in MONTH.iterdir() if path.suffix in {".csv", ".json", ".xlsx"}]
    resolved(*sorted(listed, reverse=True))
    assert (tmp_path / "orang.csv").read_bytes() == first


def test_no_value_of_a_list_gets_into_the_lines(resolved, tmp_path):
    resolved(MONTH)
    written = (tmp_path / "orang.csv").read_text("utf-8")
    people = [person for file in okoce.read(MONTH).files for person in file.records.people]
    values = {v for p in people for v in (p.name, p.nik, p.email, *p.phones) if v}
    assert values
    assert not [value for value in values if value in written]


def test_a_name_of_a_file_that_looks_like_a_formula_is_disarmed(resolved, members, tmp_path):
    members.rename(tmp_path / "=anggota.csv")
    assert {line["file"] for line in resolved(tmp_path / "=anggota.csv")[0]} == {"'=anggota.csv"}


def test_json_says_how_many(resolved, members):
    said = json.loads(resolved(members, "--json")[1])
    assert (said["format"], said["rows"], said["people"], said["enterprises"]) == ("okoce-resolution/1", 3, 2, 2)
    assert said["ledger"]["rejected"] == 1


def test_nothing_is_written_over_where_nothing_could_be_read(okoce, tmp_path):
    (tmp_path / "kosong.csv").write_bytes(b"")
    out = tmp_path / "orang.csv"
    out.write_text("lama")
    status, said, _ = okoce("resolve", tmp_path / "kosong.csv", "--out", out)
    assert (status, out.read_text()) == (3, "lama")
    assert said.startswith("Tidak ada yang dapat dibaca, jadi tidak ada yang ditulis.")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--out", "x.txt"), ".csv"),
        (("--out", "x.csv", "--identity", "tebak"), "tebak"),
        (("--out", "x.csv", "--key-file", "tiada"), "tiada"),
        (("--out", "tiada/x.csv"), "tiada/x.csv"),
    ],
    ids=["another form", "an unknown way", "a key file that is not there", "a folder that is not there"],
)
def test_wrong_use_ends_at_once(okoce, members, words, said, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    status, _, err = okoce("resolve", members, *words)
    assert (status, said in err) == (2, True)
    assert not (tmp_path / "x.csv").exists()


def test_a_short_key_is_wrong_use_and_not_shown(okoce, members, tmp_path, monkeypatch):
    monkeypatch.setenv("OKOCE_KEY", "rahasia")
    status, _, err = okoce("resolve", members, "--out", tmp_path / "x.csv")
    assert (status, "16" in err, "rahasia" in err) == (2, True, False)


def test_strict_makes_one_of_an_error(okoce, members, tmp_path):
    assert okoce("resolve", members, "--out", tmp_path / "x.csv", "--strict")[0] == 1
