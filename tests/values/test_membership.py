from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okoce_core.values import membership


@pytest.mark.parametrize("cell", ["TDA-0001", "tda 0001", " Tda.00.01 ", "TDA/0001", "TDA_0001", "'TDA-0001"])
def test_one_number_written_in_several_ways_is_one(cell):
    assert membership.parse(cell) == ("TDA0001",)


@pytest.mark.parametrize(
    ("cell", "number"),
    [("007", "007"), (20001, "20001"), (20001.0, "20001"), ("20001.0", "20001"), ("20.000", "20000"), ("111", "111")],
)
def test_noughts_stay_where_the_partner_wrote_them_and_go_where_a_spreadsheet_did(cell, number):
    assert membership.parse(cell) == (number,)


@pytest.mark.parametrize("cell", ["", "-", "belum punya", None, float("nan")])
def test_a_cell_that_says_nothing_is_no_number(cell):
    assert membership.parse(cell) is None


@pytest.mark.parametrize(
    "cell",
    ["12", "A1", "menyusul", "dalam proses", "000", "99999", "123456789", "TDA-0001, TDA-0002", "TDA-0001 (lama)", True,
     "3.17E+15", 9901014107900010.0, 1.5, "é0001", "1" + "23" * 20],
)  # fmt: skip
def test_what_is_no_single_number_is_refused(cell):
    assert membership.parse(cell).code == "membership-format"


@given(st.from_regex(r"[A-Za-z0-9 .\-]{3,12}", fullmatch=True))
def test_a_number_in_its_normal_form_is_read_as_itself(cell):
    said = membership.parse(cell)
    if isinstance(said, tuple):
        assert membership.parse(said[0]) == said
