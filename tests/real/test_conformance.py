"""The mappings of the real files pass the conformance kit; it makes its own files, so this needs none of them."""

import pytest

from okoce_core.testing import check_adapter

from .files import MAPPINGS

WAIVED = {
    name: {"unknown_is_not_nought": "a dash in these tables of the office stands for none, as their own sums show"}
    for name in ("lubuklinggau-pencari", "lubuklinggau-pencari-pendidikan", "lubuklinggau-penempatan")
}


@pytest.mark.parametrize("path", sorted(MAPPINGS.glob("*.toml")), ids=lambda path: path.stem)
def test_a_mapping_passes_the_kit(path):
    waived = WAIVED.get(path.stem, {})
    assert [o for o in check_adapter(path, waive=waived) if o.state == "failed"] == []


@pytest.mark.parametrize("path", sorted(MAPPINGS.glob("*.toml")), ids=lambda path: path.stem)
def test_a_mapping_is_under_thirty_lines(path):
    assert len(path.read_text("utf-8").splitlines()) < 30
