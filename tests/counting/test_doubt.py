"""Doubt about who is who lowers the low end by as many people as may not exist, whichever pairs are named."""

from __future__ import annotations

import pytest

from okoce_core.counting.summing import merges_in_doubt
from okoce_core.identity import Doubt
from okoce_core.rules.standing import Standing

CERTAIN, POSSIBLE = int(Standing.CERTAIN), int(Standing.POSSIBLE)


@pytest.mark.parametrize("centre", [0, 1, 2])
def test_three_with_one_nik_are_in_doubt_alike_whoever_stands_in_the_middle(centre):
    # 0 and 1 are certain, 2 only possible. All three may be one, so of the two certain ones one may not exist.
    doubts = [Doubt("nik", *sorted((centre, other))) for other in range(3) if other != centre]
    assert merges_in_doubt(doubts, bytearray([CERTAIN, CERTAIN, POSSIBLE])) == 1


def test_a_doubt_between_a_certain_one_and_a_possible_one_costs_no_certain_one():
    assert merges_in_doubt([Doubt("nik", 0, 1)], bytearray([CERTAIN, POSSIBLE])) == 0
