"""Law 11: what a fresh interpreter has loaded after ``import okoce_core``, and what it costs to ask for a name."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

HEAVY = {
    "cattrs",
    "pluggy",
    "lokal",
    "python_calamine",
    "msoffcrypto",
    "openpyxl",
    "rich",
    "jinja2",
    "charset_normalizer",
    "scipy",
    "numpy",
    "pandas",
    "polars",
    "pyarrow",
    "vl_convert",
    "altair",
}


def loaded_after(statement):
    program = f"{statement}\nimport sys, json; print(json.dumps(sorted({{m.partition('.')[0] for m in sys.modules}})))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout))


@pytest.mark.parametrize("statement", ["import okoce_core", "import okoce_core as o; dir(o); o.Misuse"])
def test_importing_okoce_core_loads_nothing_heavy(statement):
    assert loaded_after(statement) & HEAVY == set()


def test_the_entities_load_neither_plugins_nor_readers_of_workbooks():
    loaded = loaded_after("import okoce_core as o; o.Person, o.Headcount, o.Problem")
    assert loaded & (HEAVY - {"cattrs", "lokal"}) == set()
