from __future__ import annotations

import pytest

from okoce_core.values import sex


@pytest.mark.parametrize(
    "cell", ["L", "l", "Laki-laki", "LAKI-LAKI", "laki laki", "Lk", "Pria", "PRIA", "male", "M", "(L)"]
)
def test_men(cell):
    assert sex.parse(cell) == "M"


@pytest.mark.parametrize("cell", ["P", "p", "Perempuan", "PEREMPUAN", "Pr", "Wanita", "W", "female", "F", "P."])
def test_women(cell):
    assert sex.parse(cell) == "F"


@pytest.mark.parametrize("cell", [1, 2, "1", "2", 1.0, "L/P", "lain", True])
def test_what_a_form_must_explain_first_is_refused(cell):
    assert sex.parse(cell).code == "sex-unknown"
