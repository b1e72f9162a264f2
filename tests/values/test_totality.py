"""Bad data never raises: every parser answers every cell, and only with codes of the closed list."""

from __future__ import annotations

import datetime as dt
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okoce_core.evidence.codes import CODES
from okoce_core.values import Rejected, partial_date
from tests.values.every_parser import PARSERS

NEAR_MISSES = st.lists(
    st.sampled_from(
        [
            *("0", "1", "9", "31", "12", "2022", "22", "1.500", "08", "62", "+62", "E+15", "p4", "kota", "kab.", "99"),
            *(".", ",", "-", "--", "/", "s/d", "<", ">", "±", "(", ")", "@", "\u200b", "\u0661", "\ud800", "½", "²"),
            *("Rp", "juta", "M", "jt", "rb", "agustus", "Mei", "jum'at", "orang", "nib", "halal", "belum", "tidak ada"),
            *("bandung", "jakarta", "kbli"),
        ]
    ),
    max_size=8,
).flatmap(lambda pieces: st.sampled_from(["".join(pieces), " ".join(pieces)]))

CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.text(max_size=30),
    st.text(st.sampled_from("0123456789.,-/ +E"), max_size=20),
    NEAR_MISSES,
    st.integers(),
    st.integers(10**12, 10**17),
    st.floats(),
    st.floats(0, 1e17).map(math.floor).map(float),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
)

ODDEST = [
    math.nan, math.inf, -math.inf, -0.0, 1e300, 10**5000, -(10**5000), "9" * 5000, "1." * 3000, "\x00", "\ud800", "²",
    "٣",
    dt.date.max, dt.datetime.combine(dt.date.min, dt.time()), dt.timedelta.max, dt.time.max, True, False,
]  # fmt: skip


@pytest.mark.parametrize("parse", PARSERS.values(), ids=PARSERS)
def test_the_oddest_cells_are_answered(parse):
    for cell in ODDEST:
        answer = parse(cell)
        assert not isinstance(answer, Rejected) or answer.code in CODES


@pytest.mark.parametrize("parse", PARSERS.values(), ids=PARSERS)
@given(cell=CELLS)
def test_every_cell_is_answered_with_a_value_or_a_listed_code(parse, cell):
    answer = parse(cell)
    assert not isinstance(answer, Rejected) or answer.code in CODES


@pytest.mark.parametrize("parse", PARSERS.values(), ids=PARSERS)
def test_a_cell_that_says_nothing_gives_nothing(parse):
    assert [parse(cell) for cell in (None, "", "   ", "-", "N/A", "#N/A", "?", "\u00a0", math.nan)] == [None] * 9


@given(cell=CELLS)
def test_what_may_be_exchanged_is_always_a_readable_date_text(cell):
    # A doubtful text has a day and a month of at most 12, so it is always some date, unless its year is out of range.
    if partial_date.is_day_month_doubtful(cell):
        answer = partial_date.parse(cell)
        assert isinstance(answer, partial_date.PartialDate) or answer.code in ("date-range", "date-format")
