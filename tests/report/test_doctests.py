"""The examples in the docstrings of this room."""

import doctest
from importlib import import_module

import pytest


@pytest.mark.parametrize("module", ["tongue", "texts"])
def test_the_examples_in_the_docstrings_hold(module):
    result = doctest.testmod(import_module(f"okoce_core.report.{module}"))
    assert (result.failed, result.attempted > 0) == (0, True)
