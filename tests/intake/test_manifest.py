"""The manifest of a month's folder: what it says holds, what is wrong in it is told, and the rest still holds."""

from __future__ import annotations

import io

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from msoffcrypto.format.ooxml import OOXMLFile

import okoce_core as okoce
from okoce_core.evidence import CODES, Problems
from okoce_core.intake.manifest import Entry, Manifest, load
from okoce_core.values import PartialDate
from tests.laws.partner_files import REGISTRY, as_csv, as_xlsx, cells, form, jsonl, table

SEPTEMBER, OCTOBER = PartialDate(2022, 9, 30), PartialDate(2022, 10, 5)
TDA = as_csv(table(form("tda/anggota"), [cells(1), cells(2)]), ";")
HIPMI = as_csv(table(form("hipmi/anggota"), [cells(3)]))


def loaded(text):
    problems = Problems("kiriman.toml")
    return load(text.encode(), problems), [(p.code, p.field) for p in problems]


def folder(path, manifest=None, **files):
    """A folder with these files; ``__`` in a name is a slash, its last ``_`` the dot of its ending."""
    for name, data in files.items():
        whole = path / ".".join(name.replace("__", "/").rsplit("_", 1))
        whole.parent.mkdir(parents=True, exist_ok=True)
        whole.write_bytes(data)
    if manifest is not None:
        (path / "kiriman.toml").write_text(manifest, "utf-8")
    return path


def readings(path, **options):
    reading = okoce.read(path, registry=REGISTRY, **options)
    return {file.source.name: file for file in reading.files}


def test_what_an_entry_does_not_say_the_defaults_say():
    manifest, problems = loaded(
        """
        [defaults]
        observed = 2022-09-30
        received = "2022-10"
        partner = "dinas"
        [[file]]
        path = "a.csv"
        partner = "hipmi-jabar"
        adapter = "hipmi/anggota"
        received = 2022-10-05
        password = "SANDI"
        """
    )
    assert problems == []
    assert manifest.entry("a.csv") == Entry("hipmi-jabar", "hipmi/anggota", SEPTEMBER, OCTOBER, "SANDI")
    assert manifest.entry("b.csv") == Entry("dinas", None, SEPTEMBER, PartialDate(2022, 10), None)


def test_an_empty_manifest_says_nothing():
    assert loaded("") == (Manifest(), [])


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2022-09-30", SEPTEMBER), ('"2022-09-30"', SEPTEMBER), ('"2022-09"', PartialDate(2022, 9)),
        ('"2022"', PartialDate(2022)),
        ("2022-09-30T08:00:00", SEPTEMBER),
    ],
)  # fmt: skip
def test_a_day_may_be_a_date_of_toml_or_a_partial_one_as_text(text, day):
    assert loaded(f"[defaults]\nobserved = {text}")[0].default.observed == day


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("[defaults]\nobserved = 2022", "observed"), ('[defaults]\nobserved = "30/09/2022"', "observed"),
        ('[defaults]\nreceived = ""', "received"), ("[defaults]\nreceived = [2022-10-05]", "received"),
        ("[defaults]\nreceived = 08:00:00", "received"), ("[defaults]\npartner = 7", "partner"),
        ("[defaults]\nadapter = true", "adapter"), ("[defaults]\npassword = 1234", "password"),
        ('[[file]]\npath = "a.csv"\npartner = ["a"]', "partner"), ("[[file]]\npath = 7", "path"),
        ('[[file]]\npartner = "x"', "path"),
        ('[[file]]\npath = "../a.csv"', "path"), ('[[file]]\npath = "/etc/passwd"', "path"),
        ('[[file]]\npath = "b/../../a.csv"', "path"),
        ('[[file]]\npath = "..\\\\a.csv"', "path"), ('[[file]]\npath = "\\\\\\\\server\\\\a.csv"', "path"),
        ("[defaults]\nobserve = 2022-09-30", ""), ('[[file]]\npath = "a.csv"\nsandi = "x"', ""),
        ("file = 7", ""), ("file = [7]", "path"), ("defaults = 7", ""), ("[lain]\nx = 1", ""),
        ("[file]\npath = 'a.csv'", ""),
    ],
)  # fmt: skip
def test_what_is_wrong_is_one_problem_and_the_rest_holds(text, field):
    rest = '\n[[file]]\npath = "z.csv"\npartner = "z"' if "file" not in text.replace("[[file]]", "") else ""
    manifest, problems = loaded(text + rest)
    assert problems == [("manifest-invalid", field)]
    assert manifest.files.get("z.csv", Entry("z")).partner == "z"
    assert all(".." not in path and not path.startswith(("/", "\\")) for path in manifest.files)


@pytest.mark.parametrize(
    "data", [b"[defaults", b"observed", b"\xff\xfe\x00", b"[defaults]\nobserved = 2022-13-01", b"=" * 9]
)
def test_what_is_no_toml_is_one_problem_and_no_manifest(data):
    problems = Problems("kiriman.toml")
    assert load(data, problems) == Manifest()
    assert [p.code for p in problems] == ["manifest-invalid"]


def test_a_byte_order_mark_is_no_harm():
    problems = Problems("kiriman.toml")
    assert load(b"\xef\xbb\xbf[defaults]\nobserved = 2022-09-30", problems).default.observed == SEPTEMBER
    assert len(problems) == 0


VALUES = st.sampled_from(
    ["1", '"x"', "true", "[]", "{}", "2022-09-30", "nan", '""', "[[1]]", "1979-05-27T07:32:00Z", "-1e9"]
)
KEYS = st.sampled_from(["path", "partner", "adapter", "observed", "received", "password", "lain", "defaults", "file"])
TABLES = st.sampled_from(["[defaults]", "[[file]]", "[file]", "[[defaults]]", "[lain]", ""])


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(TABLES, st.lists(st.tuples(KEYS, VALUES), max_size=3)), max_size=4))
def test_any_toml_is_a_manifest(tables):
    text = "\n".join("\n".join([table_, *(f"{key} = {value}" for key, value in pairs)]) for table_, pairs in tables)
    manifest, problems = loaded(text)
    assert {code for code, _ in problems} <= CODES.keys()
    assert isinstance(manifest.entry("x"), Entry)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=80))
def test_any_bytes_are_a_manifest(data):
    assert isinstance(load(data, Problems("kiriman.toml")), Manifest)


def test_the_files_of_a_folder_are_read_as_their_entries_say(tmp_path):
    told = readings(
        folder(
            tmp_path,
            """
            [defaults]
            observed = 2022-09-30
            [[file]]
            path = "tda.csv"
            partner = "tda-bandung"
            received = 2022-10-05
            """,
            tda_csv=TDA,
            cabang__hipmi_csv=HIPMI,
        )
    )
    assert list(told) == ["cabang/hipmi.csv", "tda.csv"]
    tda, hipmi = told["tda.csv"], told["cabang/hipmi.csv"]
    assert (tda.partner.id, tda.partner.kind, tda.adapter) == ("tda-bandung", "community", "tda/anggota")
    assert (tda.observed, tda.received) == (SEPTEMBER, OCTOBER)
    assert (hipmi.partner.id, hipmi.observed, hipmi.received) == ("hipmi", SEPTEMBER, None)
    assert {fact.partner for fact in tda.records.participations.facts} == {"tda-bandung"}
    assert {fact.received for fact in tda.records.participations.facts} == {OCTOBER}
    assert {fact.partner for fact in tda.records.headcounts.facts} == {"tda-bandung"}


def test_the_day_of_a_row_goes_before_the_day_of_the_file_unless_the_file_is_more_exact(tmp_path):
    # The rows say 2021; the file of one folder describes a day of 2022, that of the other a day of 2021.
    days = {}
    for name, day in (("satu", "2022-09-30"), ("dua", "2021-06-30")):
        (tmp_path / name).mkdir()
        told = readings(folder(tmp_path / name, f"[defaults]\nobserved = {day}", tda_csv=TDA))
        days[name] = {str(fact.observed) for fact in told["tda.csv"].records.headcounts.facts}
    assert days == {"satu": {"2021"}, "dua": {"2021-06-30"}}


def test_a_path_is_meant_whichever_way_its_slashes_lean(tmp_path):
    manifest = '[[file]]\npath = "cabang\\\\hipmi.csv"\npartner = "a"\n[[file]]\npath = "./tda.csv"\npartner = "b"'
    told = readings(folder(tmp_path, manifest, tda_csv=TDA, cabang__hipmi_csv=HIPMI))
    assert {name: file.partner.id for name, file in told.items()} == {"cabang/hipmi.csv": "a", "tda.csv": "b"}


def test_an_adapter_that_nobody_knows_is_a_problem_of_the_file_that_names_those_there_are(tmp_path):
    told = readings(
        folder(tmp_path, '[[file]]\npath = "tda.csv"\nadapter = "tda/angota"', tda_csv=TDA, hipmi_csv=HIPMI)
    )
    file = told["tda.csv"]
    (unknown,) = [p for p in file.problems if p.code == "manifest-adapter-unknown"]
    assert "tda/anggota" in unknown.expected
    assert (file.state, len(file.records.people)) == ("not readable", 0)
    assert {p.code for p in file.problems} == {"manifest-adapter-unknown"}
    assert told["hipmi.csv"].state == "read"


def test_the_adapter_named_is_the_only_one_asked(tmp_path):
    told = readings(folder(tmp_path, '[[file]]\npath = "tda.csv"\nadapter = "hipmi/anggota"', tda_csv=TDA))
    (problem,) = told["tda.csv"].problems
    assert problem.code == "no-adapter"
    assert "hipmi/anggota" in problem.expected or problem.expected
    assert "tda/anggota" not in problem.expected


def test_each_file_that_is_named_and_not_there_is_named_in_a_problem(tmp_path):
    manifest = '[[file]]\npath = "hilang.csv"\n[[file]]\npath = "cabang/juga.csv"\n[[file]]\npath = "tda.csv"'
    reading = okoce.read(folder(tmp_path, manifest, tda_csv=TDA), registry=REGISTRY)
    missing = [p for p in reading.problems if p.code == "manifest-file-missing"]
    # A path in the manifest is the sender's own word for a file, no cell; without it nobody knows what to look for.
    shown = " ".join(f"{p.place} {p.expected}" for p in missing)
    assert "hilang.csv" in shown
    assert "cabang/juga.csv" in shown
    assert "tda.csv" not in shown


def test_two_entries_for_one_file_are_a_problem():
    # Which of the two is meant nobody can know; the last one must not win in silence.
    _, problems = loaded('[[file]]\npath = "a.csv"\npartner = "a"\n[[file]]\npath = "./a.csv"\npartner = "b"')
    assert [code for code, _ in problems] == ["manifest-invalid"]


def test_a_manifest_that_cannot_be_read_costs_itself(tmp_path):
    told = readings(folder(tmp_path, "[defaults", tda_csv=TDA))
    assert told["tda.csv"].state == "read"
    assert [p.code for p in told["kiriman.toml"].problems] == ["manifest-invalid"]
    assert told["kiriman.toml"].state == "not readable"


def test_a_manifest_that_is_right_is_no_file_of_its_own(tmp_path):
    assert list(readings(folder(tmp_path, "", tda_csv=TDA))) == ["tda.csv"]


def test_hidden_files_notes_and_lock_files_of_office_programs_are_left_alone(tmp_path):
    told = readings(
        folder(
            tmp_path,
            tda_csv=TDA,
            **{".rahasia_csv": HIPMI, "~$tda_xlsx": b"x", ".git__a_csv": HIPMI, "catatan_md": b"# x"},
        )
    )
    assert list(told) == ["tda.csv"]


def test_of_two_equal_files_the_one_received_first_counts(tmp_path):
    manifest = """
    [[file]]
    path = "a.csv"
    partner = "kedua"
    received = 2022-11-01
    [[file]]
    path = "b.csv"
    partner = "pertama"
    received = 2022-10-05
    """
    told = readings(folder(tmp_path, manifest, a_csv=TDA, b_csv=TDA, c_csv=TDA))
    assert {name: file.state for name, file in told.items()} == {
        "a.csv": "repeated",
        "b.csv": "read",
        "c.csv": "repeated",
    }
    assert told["b.csv"].partner.id == "pertama"
    (again,) = told["a.csv"].problems
    assert (again.code, again.severity) == ("file-repeated", "notice")
    assert "b.csv" in again.expected
    assert told["a.csv"].ledger.seen == 0


def locked(password):
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Anggota")
        for number, cells_ in enumerate(table(form("hipmi/anggota"), [cells(3)])):
            sheet.write_row(number, 0, cells_)
    closed = io.BytesIO()
    OOXMLFile(packed).encrypt(password, closed)
    return closed.getvalue()


def test_a_locked_workbook_is_opened_with_the_variable_its_entry_names(tmp_path):
    manifest = '[[file]]\npath = "hipmi.xlsx"\npassword = "SANDI_HIPMI"'
    there = folder(tmp_path, manifest, hipmi_xlsx=locked("rahasia"))
    file = readings(there, environment={"SANDI_HIPMI": "rahasia", "LAIN": "x"})["hipmi.xlsx"]
    assert (file.state, len(file.records.people)) == ("read", 1)
    for environment in ({}, {"SANDI_HIPMI": "salah"}, {"LAIN": "rahasia"}, None):
        file = readings(there, environment=environment)["hipmi.xlsx"]
        assert [(p.code, p.severity) for p in file.problems] == [("locked-file", "error")]
        assert (file.state, len(file.records.people)) == ("not readable", 0)


def test_a_password_never_shows(tmp_path):
    manifest = '[[file]]\npath = "hipmi.xlsx"\npassword = "SANDI_HIPMI"'
    there = folder(tmp_path, manifest, hipmi_xlsx=locked("rahasia"))
    for word in ("rahasia", "rahasia-salah"):
        reading = okoce.read(there, registry=REGISTRY, environment={"SANDI_HIPMI": word})
        assert "rahasia" not in repr(reading) + "".join(map(repr, reading.problems))


def test_canonical_records_take_their_days_from_the_manifest_where_they_give_none(tmp_path):
    data = jsonl(
        {"type": "person", "id": "P"},
        {"type": "participation", "partner": "A", "person": "P"},
        {"type": "participation", "partner": "A", "person": "P", "observed": "2020", "received": "2021"},
    )
    told = readings(folder(tmp_path, "[defaults]\nobserved = 2022-09-30\nreceived = 2022-10-05", data_jsonl=data))
    facts = told["data.jsonl"].records.participations.facts
    assert [(str(f.observed), str(f.received)) for f in facts] == [("2022-09-30", "2022-10-05"), ("2020", "2021")]


def test_totals_take_their_days_from_the_manifest_too(tmp_path):
    data = jsonl({"type": "total", "partner": "A", "measure": "participants", "value": 120, "unit": "persons"})
    told = readings(folder(tmp_path, "[defaults]\nobserved = 2022-09-30\nreceived = 2022-10-05", data_jsonl=data))
    ((total, _),) = told["data.jsonl"].records.totals
    assert (total.observed or total.as_of, total.received) == (SEPTEMBER, OCTOBER)


def test_a_workbook_and_a_csv_of_one_folder_are_named_alike(tmp_path):
    book = as_xlsx({"Anggota": table(form("hipmi/anggota"), [cells(5)])})
    told = readings(folder(tmp_path, hipmi_xlsx=book, tda_csv=TDA))
    assert {name: file.source.media for name, file in told.items()} == {"hipmi.xlsx": "xlsx", "tda.csv": "csv"}


def test_a_folder_with_nothing_in_it_is_a_reading_of_nothing(tmp_path):
    reading = okoce.read(tmp_path, registry=REGISTRY)
    assert (reading.files, reading.readable, reading.ledger.seen) == ((), False, 0)
