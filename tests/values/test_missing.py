from __future__ import annotations

import pytest

from okoce_core.values.cell import text
from okoce_core.values.missing import MISSING, is_missing, says_nothing


@pytest.mark.parametrize(
    "written",
    ["", "-", "--", "n/a", "N/A", "NULL", "NaN", "#N/A", "?", ".", "Tidak Ada", "belum  ada", "KOSONG", "tidak tahu"],
)
def test_the_usual_ways_of_saying_nothing_are_known(written):
    assert is_missing(written)


@pytest.mark.parametrize("written", ["0", "nol", "Ada", "Na'im", "Belumda"])
def test_what_says_something_is_not_missing(written):
    assert not is_missing(written)


def test_the_list_holds_casefolded_texts_with_single_spaces():
    assert all(entry == " ".join(entry.casefold().split()) for entry in MISSING)


def test_a_not_a_number_says_nothing_and_a_nought_does():
    assert says_nothing(float("nan"))
    assert not says_nothing(0)
    assert not says_nothing(0.0)
    assert not says_nothing(False)


def test_a_number_too_wide_to_write_out_shows_as_a_spreadsheet_shows_it():
    assert text(10**5000) == text(-(10**5000)) == "########"
