from __future__ import annotations

import pytest

from okoce_core.values import sector


@pytest.mark.parametrize(
    ("cell", "code"),
    [("56101", "56101"), (56101, "56101"), (56101.0, "56101"), ("01111", "01111"), ("56", "56"),
     ("KBLI 2020: 56101", "56101"),
     ("56101 - Restoran", "56101"), ("kbli 56101", "56101")],
)  # fmt: skip
def test_codes_are_read(cell, code):
    assert sector.parse(cell) == code


@pytest.mark.parametrize("cell", ["5", "561011", "00111", "Kuliner", 1111, 56, 56101.5, -56101, True, "C10710"])
def test_what_has_not_the_structure_is_refused(cell):
    assert sector.parse(cell).code == "sector-format"
