from __future__ import annotations

import pytest

from okoce_core.misuse import Misuse
from okoce_core.values import stage


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Pendaftaran", "registered"), ("Pelatihan", "trained"), ("PENDAMPINGAN", "mentored"),
        ("Perizinan", "licensed"),
        ("Pemasaran", "marketed"), ("Pelaporan  Keuangan", "reported"), ("Pencatatan Keuangan", "reported"),
        ("Permodalan", "financed"),
        ("Akses Permodalan", "financed"), ("licensed", "licensed"), ("P4 Perizinan", "licensed"),
        ("P4 - Perizinan", "licensed"),
    ],
)  # fmt: skip
def test_stages_are_known_by_name(cell, expected):
    assert stage.parse(cell) == expected


def test_every_stage_is_known_by_its_own_name():
    assert tuple(map(stage.parse, stage.STAGES)) == stage.STAGES == stage.SEVEN_PAS


@pytest.mark.parametrize("cell", ["P4", "p-4", "4", 4, 4.0])
def test_a_number_is_a_stage_only_in_a_declared_order(cell):
    assert stage.parse(cell).code == "stage-unknown"
    assert stage.parse(cell, stage.SEVEN_PAS) == "licensed"


def test_an_office_may_number_otherwise():
    west_jakarta = ("registered", "mentored", "trained", "licensed", "marketed", "reported", "financed")
    assert stage.parse("P2", west_jakarta) == "mentored"
    assert stage.parse("P2 Pelatihan", west_jakarta) == "trained"  # the name goes before the number


@pytest.mark.parametrize("cell", ["P8", "P0", "8", "wisuda", "P4 wisuda", 4.5, True])
def test_what_is_no_stage_is_refused(cell):
    assert stage.parse(cell, stage.SEVEN_PAS).code == "stage-unknown"


@pytest.mark.parametrize("order", [(), ("trained",) * 7, (*stage.SEVEN_PAS, "registered")])
def test_an_order_that_is_none_is_the_callers_mistake(order):
    with pytest.raises(Misuse):
        stage.parse("P4", order)
