import pytest
from hypothesis import given
from hypothesis import strategies as st

from okoce_core.evidence import Ledger

COUNTS = st.integers(0, 10**9)
LEDGERS = st.builds(Ledger, *[COUNTS] * 5)


def test_a_ledger_balances_where_every_row_seen_is_accounted_for():
    # 10 = 4 + 3 + 2 + 1
    assert Ledger(10, recorded=4, rejected=3, blank=2, skipped=1).balances


@pytest.mark.parametrize("seen", [9, 11])
def test_a_ledger_does_not_balance_where_a_row_is_missing_or_told_twice(seen):
    assert not Ledger(seen, recorded=4, rejected=3, blank=2, skipped=1).balances


def test_an_empty_ledger_balances():
    assert Ledger().balances


def test_ledgers_add_up_field_by_field():
    assert Ledger(15, 1, 2, 4, 8) + Ledger(150, 10, 20, 40, 80) == Ledger(165, 11, 22, 44, 88)


@given(LEDGERS, LEDGERS, LEDGERS)
def test_adding_ledgers_does_not_depend_on_order_or_grouping(a, b, c):
    assert a + b == b + a
    assert (a + b) + c == a + (b + c)
    assert a + Ledger() == a


@given(st.lists(st.tuples(*[COUNTS] * 4)))
def test_ledgers_that_balance_still_do_when_added(told):
    ledgers = [Ledger(sum(parts), *parts) for parts in told]
    assert sum(ledgers, Ledger()).balances
