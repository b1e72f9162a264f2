from __future__ import annotations

import pytest

from okoce_core.misuse import Misuse
from okoce_core.values import institution


@pytest.mark.parametrize(
    ("cell", "scheme", "number"),
    [
        ("510031750001", "NSPP", "510031750001"),
        (510031750001.0, "NSPP", "510031750001"),
        ("2010-3175", "NPSN", "20103175"),
        ("k9990001", "NPSN", "K9990001"),
        ("P9990001", "NPSN", "P9990001"),
    ],
)
def test_register_numbers_are_read(cell, scheme, number):
    assert institution.parse(cell, scheme) == number


@pytest.mark.parametrize(
    ("cell", "scheme"),
    [("51003175000", "NSPP"), ("20103175", "NSPP"), ("X9990001", "NPSN"), ("201031750", "NPSN"), ("00000000", "NPSN")],
)
def test_other_shapes_are_refused(cell, scheme):
    assert institution.parse(cell, scheme).code == "institution-format"


def test_an_unknown_register_is_the_callers_mistake():
    with pytest.raises(Misuse):
        institution.parse("20103175", "NISN")
