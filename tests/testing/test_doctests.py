"""The examples in the docstrings of the kit run."""

from __future__ import annotations

import doctest

from okoce_core.testing.kit import slots


def test_the_examples_of_slots_run():
    found = doctest.testmod(slots)
    assert (found.failed, found.attempted) == (0, 1)
