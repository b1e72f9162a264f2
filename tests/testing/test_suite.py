"""The class for pytest and the outcomes without it: names, waivers, the closing line, and nothing done too early."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import attrs
import pytest

from okoce_core import Misuse
from okoce_core.testing import Check, Outcome, adapter_suite, check_adapter
from okoce_core.testing.kit import CHECKS
from tests.testing.peserta import FORMS, PESERTA, SAMPLES, with_column

TestPeserta = adapter_suite(PESERTA, samples="samples/")
TestForm = adapter_suite("forms/two-rows.toml")

BAD_LOOKUP = with_column("L/P", lookup={"Pria": "Bapak"})
REASON = "the partner writes Bapak and Ibu, and means a title"


def run(tmp_path: Path, module: str, *options: str) -> subprocess.CompletedProcess[str]:
    """A test module run by pytest in a process of its own."""
    (tmp_path / "test_mine.py").write_text(module, "utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path), *options]
    return subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)


def named(outcomes: list[Outcome], name: str) -> Outcome:
    (found,) = (one for one in outcomes if one.check == name)
    return found


def test_there_are_more_checks_than_were_promised_each_with_a_name_of_its_own():
    names = [check.name for check in CHECKS]
    assert len(names) >= 35
    assert len(set(names)) == len(names)
    assert all(isinstance(check, Check) and name.isidentifier() for check, name in zip(CHECKS, names, strict=True))


def test_every_check_is_a_method_whose_docstring_says_what_holds():
    methods = [name for name in vars(TestPeserta) if name.startswith("test_")]
    assert methods == [*(f"test_{check.name}" for check in CHECKS), "test_every_check_was_run"]
    assert all(len(vars(TestPeserta)[name].__doc__.split()) > 5 for name in methods)


def test_without_pytest_there_is_one_outcome_a_check():
    found = check_adapter(PESERTA, SAMPLES)
    assert [outcome.check for outcome in found] == [check.name for check in CHECKS]
    assert {outcome.state for outcome in found} == {"passed", "not applicable"}
    assert all(outcome.what for outcome in found if outcome.state != "passed")


def test_a_failed_check_says_in_one_line_what_is_wrong():
    found = named(check_adapter(BAD_LOOKUP), "lookups_are_read")
    assert found == Outcome(
        "lookups_are_read", "failed", "a lookup of the column 'L/P' gives what its field does not read"
    )


def test_no_outcome_holds_the_text_of_a_made_cell():
    # The made people are called Contohwati, Ujianto, …; their NIKs begin 990101.
    broken = [attrs.evolve(column, parse=str) for column in PESERTA.columns]
    told = " ".join(outcome.what for outcome in check_adapter(attrs.evolve(PESERTA, columns=broken), SAMPLES))
    assert "Contohwati" not in told
    assert "990101" not in told


def test_a_parser_that_raises_costs_its_own_checks_and_leaves_the_others_their_say():
    broken = with_column("Domisili", parse=len)
    failed = {outcome.check for outcome in check_adapter(broken) if outcome.state == "failed"}
    # len() raises at a number, reads 0 from a blank cell, and 10 is no region.
    assert failed >= {"parsers_answer_every_cell", "blank_cells_say_nothing"}
    assert "made_file_is_recognised" not in failed


def test_a_column_of_which_no_cell_can_be_made_is_named_and_does_not_fail():
    odd = with_column("Domisili", take=r"blok\s[A-F]{2}-(\d{7})-x")
    found = named(check_adapter(odd), "every_column_can_be_filled")
    assert (found.state, found.what) == ("not applicable", "no cell could be made that is read by 'Domisili'")


def test_a_waived_failure_is_waived_with_its_reason():
    found = named(check_adapter(BAD_LOOKUP, waive={"lookups_are_read": REASON}), "lookups_are_read")
    assert found == Outcome("lookups_are_read", "waived", REASON)


@pytest.mark.parametrize("check", ["fields_are_known", "refused_form_gives_nothing"])
def test_a_waiver_that_is_not_needed_fails(check):
    assert named(check_adapter(PESERTA, waive={check: REASON}), check).state == "failed"


@pytest.mark.parametrize("ask", [adapter_suite, check_adapter])
def test_a_waiver_of_no_check_or_without_a_reason_is_refused(ask):
    with pytest.raises(Misuse) as unknown:
        ask(PESERTA, waive={"lookup_is_read": REASON})
    assert (unknown.value.code, unknown.value.near[0]) == ("unknown-check", "lookups_are_read")
    with pytest.raises(Misuse) as short:
        ask(PESERTA, waive={"lookups_are_read": "  known bug   "})
    assert short.value.code == "waiver-reason"


def test_an_adapter_nobody_knows_or_a_folder_that_is_not_there_is_misuse():
    with pytest.raises(Misuse) as adapter:
        check_adapter("rekaan/entah")
    assert adapter.value.code == "unknown-adapter"
    with pytest.raises(Misuse) as folder:
        check_adapter(PESERTA, SAMPLES / "entah")
    assert folder.value.code == "no-such-path"


def test_nothing_is_loaded_while_the_test_module_is_imported():
    program = """
import sys
from okoce_core.testing import adapter_suite
TestX = adapter_suite("rekaan/entah", samples="nowhere/")
loaded = [name for name in sys.modules if name.partition(".")[0] in
          {"okoce_adapters", "hypothesis", "pytest", "python_calamine", "xlsxwriter", "openpyxl"}]
assert loaded == [], loaded
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_whole_test_module_is_one_line_and_prints_how_many_checks_were_run(tmp_path):
    mapping = next(path for path in FORMS if path.stem == "letters")
    (tmp_path / "mine.toml").write_text(mapping.read_text("utf-8"), "utf-8")
    done = run(tmp_path, "from okoce_core.testing import adapter_suite\nTestMine = adapter_suite('mine.toml')\n")
    assert f"\n{len(CHECKS)} checks, 0 waived, " in done.stdout
    assert f"{len(CHECKS) + 1} passed" in done.stdout
    assert done.returncode == 0


def test_a_waiver_is_seen_and_a_failure_fails(tmp_path):
    mapping = next(path for path in FORMS if path.stem == "years").read_text("utf-8")
    (tmp_path / "mine.toml").write_text(mapping.replace("to = []", 'to = "person.nik"'), "utf-8")
    module = "from okoce_core.testing import adapter_suite\nTestMine = adapter_suite('mine.toml', waive={})\n"
    failed = run(tmp_path, module, "-k", "numbers_and_people or every_check_was")
    assert "numbers_and_people_do_not_mix: it feeds totals, and what belongs to one person" in failed.stdout
    assert "1 failed, 1 passed" in failed.stdout
    reason = {"numbers_and_people_do_not_mix": "the register has one NIK a district"}
    waived = run(tmp_path, module.replace("{}", str(reason)), "-k", "numbers_and_people or every_check_was")
    assert f"{len(CHECKS)} checks, 1 waived" in waived.stdout
    assert re.search(r"^1 passed, \d+ deselected, 1 xfailed in", waived.stdout, re.MULTILINE)
