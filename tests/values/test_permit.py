from __future__ import annotations

import pytest

from okoce_core.values import permit


@pytest.mark.parametrize(
    ("cell", "kinds"),
    [
        ("NIB", ("NIB",)), ("nib", ("NIB",)), ("NIB: 0220101090012", ("NIB",)), ("IUMK", ("IUMK",)),
        ("SKU", ("SKU",)), ("P-IRT", ("PIRT",)),
        ("PIRT", ("PIRT",)), ("Sertifikat Halal MUI", ("HALAL",)), ("BPOM MD", ("BPOM",)), ("ML", ("BPOM",)),
        ("HAKI", ("HAKI",)),
        ("Merek", ("HAKI",)), ("SIUP", ("OTHER",)), ("TDP", ("OTHER",)), ("SNI", ("OTHER",)), ("PKRT", ("OTHER",)),
        ("NIB, HALAL", ("NIB", "HALAL")), ("Halal / NIB", ("HALAL", "NIB")), ("NIB dan P-IRT", ("NIB", "PIRT")),
        ("NIB PIRT", ("NIB", "PIRT")),
        ("SIUP, TDP", ("OTHER",)), ("MERK, HALAL, NUTRITION FACT/ UJI PRODUK", ("HAKI", "HALAL")),
        ("NIB, belum halal", ("NIB",)),
    ],
)  # fmt: skip
def test_the_kinds_of_a_cell_are_listed_once_each_in_its_order(cell, kinds):
    assert permit.parse(cell) == kinds


@pytest.mark.parametrize(
    "cell", ["belum punya NIB", "NIB dalam proses", "PERSEORANGAN (BELUM ADA LEGALITAS)", "tidak ada izin"]
)
def test_a_permit_that_is_not_held_is_none(cell):
    assert permit.parse(cell) == ()


@pytest.mark.parametrize("cell", ["Gunung", "ada", "belum ada NIB, PIRT", 1, True, "nibble", "mdpl"])
def test_what_names_no_permit_is_refused(cell):
    assert permit.parse(cell).code == "permit-unknown"


def test_every_kind_is_known_by_its_own_name():
    # OTHER is a class of ours that nobody writes.
    assert all(permit.parse(kind) == (kind,) for kind in permit.PERMIT_KINDS if kind != "OTHER")
