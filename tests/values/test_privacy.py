"""Law 8: what a cell holds never shows in the answer of a parser that refuses it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okoce_core.values import Rejected, name, nik, partial_date, rupiah
from tests.values.every_parser import PARSERS

MARKER = "QZXJVK73"
AROUND = st.one_of(
    st.text(max_size=12), st.sampled_from(["Rp ", "17 ", "99.01.01", "+62", "Kota ", "NIB ", " juta", "@"])
)


@pytest.mark.parametrize("parse", PARSERS.values(), ids=PARSERS)
@given(before=AROUND, after=AROUND)
def test_no_refusal_repeats_the_cell(parse, before, after):
    answer = parse(f"{before}{MARKER}{after}")
    if isinstance(answer, Rejected):
        assert MARKER.casefold() not in f"{answer!r} {answer}".casefold()


def test_refusals_are_the_same_object_whatever_the_cell():
    # They are made once at import, so that no cell can be in them.
    assert nik.parse(MARKER) is nik.parse("something else")
    assert partial_date.parse(MARKER) is partial_date.parse("something else")
    assert rupiah.parse(MARKER) is rupiah.parse("something else")


def test_a_keyer_does_not_show_the_names_it_has_met():
    keyer = name.Keyer()
    keyer(MARKER)
    assert MARKER not in repr(keyer)
