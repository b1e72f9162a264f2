"""Size classes: by workers as BPS has it, by sales as PP 7/2021 has it (vector V37)."""

from __future__ import annotations

import doctest

import pytest

import okoce_core as okoce
from okoce_core.rules import size
from okoce_core.rules.size import BPS, PP7, by_sales, by_workers
from tests.rules.vectors import vector

CASES = vector("V37")["cases"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['workers']} workers")
def test_the_two_laws_give_the_classes_derived_by_hand(case):
    assert by_workers(case["workers"]).name == case["expect"]["bps"]
    assert by_sales(case["sales"]).name == case["expect"]["pp7"]


@pytest.mark.parametrize(
    ("workers", "name"),
    [(1, "mikro"), (4, "mikro"), (5, "kecil"), (19, "kecil"), (20, "sedang"), (99, "sedang"), (100, "besar")],
)
def test_each_limit_of_bps_belongs_to_the_class_above_it(workers, name):
    assert by_workers(workers).name == name


@pytest.mark.parametrize(
    ("billions", "inside", "beyond"), [(2, "mikro", "kecil"), (15, "kecil", "menengah"), (50, "menengah", "besar")]
)
def test_each_limit_of_the_regulation_is_the_last_amount_inside(billions, inside, beyond):
    assert (by_sales(billions * 10**9).name, by_sales(billions * 10**9 + 1).name) == (inside, beyond)


def test_every_class_names_its_law():
    assert (by_workers(20).law, by_sales(0).law) == (BPS, PP7) == ("BPS", "PP 7/2021")


def test_an_enterprise_in_which_nobody_works_has_no_class_of_workers():
    assert by_workers(0) is None


@pytest.mark.parametrize("measure", [by_workers, by_sales])
def test_a_negative_size_is_wrong_use(measure):
    with pytest.raises(okoce.Misuse) as raised:
        measure(-1)
    assert raised.value.code == "negative-size"


def test_the_examples_in_the_docstrings_hold():
    assert doctest.testmod(size).failed == 0
