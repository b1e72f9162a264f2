"""The checks on samples: a sample that is not what it should be is told by its name, never by what it holds."""

from __future__ import annotations

import shutil

import attrs
import pytest

from okoce_core.plugins import Registry
from okoce_core.testing import adapter_suite, check_adapter
from okoce_core.testing.kit import trial
from okoce_core.testing.kit.check import NotApplicable
from okoce_core.testing.kit.made_files import as_json, as_xlsx
from tests.testing.peserta import PESERTA, SAMPLES

NIK = "9901014101709001"


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(SAMPLES, tmp_path / "contoh")


def sample_with(folder, old, new):
    path = folder / "peserta.csv"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def failures(folder, adapter=PESERTA):
    return {o.check: o.what for o in check_adapter(adapter, folder) if o.state == "failed"}


def test_the_samples_are_good(folder):
    assert failures(folder) == {}


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        # Regency 99 of province 96 does not exist, 0810 is no operator's, .contoh no domain: they are nobody's too.
        (NIK, f"969999{NIK[6:12]}0001", "a NIK that could be somebody's"),
        (NIK, f"969999-{NIK[6:12]}-0001", "a NIK that could be somebody's"),
        ("0800-1000-003", "0810-0000-003", "a telephone number that could be somebody's"),
        ("0800-1000-003", "+62 810 0000 003", "a telephone number that could be somebody's"),
        ("Kedai Rekaan", "orang@rekaan.contoh", "an e-mail address that could be somebody's"),
    ],
)
def test_what_could_be_somebodys_is_told_by_its_row(folder, old, new, what):
    sample_with(folder, old, new)
    row = 4 if old.startswith("0800") else 3
    assert failures(folder)["samples_name_nobody"] == f"peserta.csv, row {row}: {what}"


@pytest.mark.parametrize("new", [f"317401{NIK[6:12]}9001", "orang@example.org", "orang@mail.example", "x@y.test"])
def test_what_can_be_nobodys_may_stand_in_a_sample(folder, new):
    sample_with(folder, "Kedai Rekaan", new)
    assert "samples_name_nobody" not in failures(folder)


def test_a_sample_without_expected_records_is_told(folder):
    (folder / "peserta.csv.expected.jsonl").unlink()
    assert failures(folder) == {"samples_as_expected": "there is no peserta.csv.expected.jsonl beside the sample"}


def test_expected_records_that_say_what_nothing_can_say_are_told_by_their_line(folder):
    expected = folder / "peserta.csv.expected.jsonl"
    expected.write_text(expected.read_text("utf-8").replace('"sex":"M"', '"sex":"L"'), "utf-8")
    # The fourth line is Bagas.
    assert failures(folder)["samples_as_expected"].endswith("record-value in line 4")


def test_expected_records_that_differ_are_told_by_kind_and_row(folder):
    sample_with(folder, "2-3 orang", "2 orang")
    what = "the sample peserta.csv: 1 missing (headcount), first in row 3; 1 new (headcount), first in row 3"
    assert failures(folder) == {"samples_as_expected": what}


def test_a_sample_of_another_form_is_told(folder):
    sample_with(folder, "NIK", "Nomor")
    assert failures(folder)["samples_are_recognised"] == "the sample peserta.csv is not read by it"


def test_an_empty_folder_of_samples_is_told(tmp_path):
    assert failures(tmp_path)["samples_are_recognised"] == "there is no sample in the folder"


def test_a_sample_that_another_installed_adapter_knows_is_told(folder, monkeypatch):
    other = Registry()
    other.add(attrs.evolve(PESERTA, name="lain/peserta", columns=PESERTA.columns[:2]))
    monkeypatch.setattr(trial.Registry, "discover", lambda: other)
    said = "the sample peserta.csv is recognised by lain/peserta too"
    assert failures(folder) == {"no_other_adapter_knows_the_samples": said}


def test_notes_and_mappings_in_the_folder_are_no_samples(folder):
    (folder / "README.md").write_text("Contoh rekaan.", "utf-8")
    (folder / "peserta.toml").write_text("", "utf-8")
    assert failures(folder) == {}


@pytest.mark.parametrize("missing", [{"python_calamine"}, {"xlsxwriter", "openpyxl"}])
def test_without_what_reads_or_writes_workbooks_they_do_not_apply(missing, monkeypatch):
    monkeypatch.setattr("okoce_core.testing.kit.made_files.find_spec", lambda name: None if name in missing else name)
    with pytest.raises(NotApplicable):
        as_xlsx([["a"]], "Lembar")
    states = {o.check: o.state for o in check_adapter(PESERTA)}
    assert states["workbook_says_the_same"] == "not applicable"
    assert "failed" not in states.values()


def test_workbooks_are_written_by_openpyxl_where_xlsxwriter_is_not_there(monkeypatch):
    found = {"xlsxwriter": None}
    monkeypatch.setattr("okoce_core.testing.kit.made_files.find_spec", lambda name: found.get(name, name))
    outcomes = check_adapter(PESERTA)
    assert {o.check for o in outcomes if o.state == "not applicable" and "workbook" in o.check} == set()
    assert {o.check for o in outcomes if o.state == "failed"} == set()


def test_a_dotted_heading_is_a_key_inside_an_object_unless_its_beginning_is_a_heading():
    assert as_json(["usaha.nama", "a", "a.b"], [["Kedai", "1", "2"]]) == (
        b'[{"usaha": {"nama": "Kedai"}, "a": "1", "a.b": "2"}]'
    )


def test_a_suite_of_an_adapter_is_named_after_it():
    assert adapter_suite(PESERTA).__doc__ == "The conformance of rekaan/peserta."
