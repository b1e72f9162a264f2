from __future__ import annotations

import pytest

from okoce_core.values import email


def test_addresses_come_in_small_letters():
    assert email.parse(" Sari.Wangi+toko@Example.CO.id ") == "sari.wangi+toko@example.co.id"
    assert email.parse("mailto:sari@example.com") == "sari@example.com"


@pytest.mark.parametrize(
    "cell", ["a@a.com", "test@test.com", "EMAIL@email.com", "tidakada@gmail.com", "xxx@yahoo.com", "-@gmail.com"]
)
def test_fillers_are_told_apart(cell):
    assert email.parse(cell).code == "email-placeholder"


@pytest.mark.parametrize(
    "cell",
    ["sari", "sari@", "@example.com", "sari@example", "sari@@example.com", "sari wangi@example.com",
     "sari.@example.com", "sari@example..com", "a@example.com b@example.com", 12, True, "a" * 250 + "@example.com"],
)  # fmt: skip
def test_what_is_no_address_is_refused(cell):
    assert email.parse(cell).code == "email-format"


def test_reserved_domains_pass_so_that_tests_need_nobodys_address():
    assert email.parse("a@example.com") == "a@example.com"
