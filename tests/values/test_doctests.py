"""The examples in the docstrings of the values are true."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import okoce_core.values

MODULES = sorted(module.name for module in pkgutil.iter_modules(okoce_core.values.__path__))


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_the_module_hold(name):
    results = doctest.testmod(importlib.import_module(f"okoce_core.values.{name}"))
    assert results.failed == 0


def test_every_module_that_parses_shows_an_example():
    for name in MODULES:
        module = importlib.import_module(f"okoce_core.values.{name}")
        if hasattr(module, "parse"):
            assert ">>>" in module.parse.__doc__, name
