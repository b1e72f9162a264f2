"""``import okoce_core.values`` stays light."""

from __future__ import annotations

import subprocess
import sys


def test_importing_the_values_loads_no_other_library_and_no_data():
    program = (
        "import sys, okoce_core.values\n"
        "from okoce_core.values import nik, nib, npwp, phone, email, name, sex, region, sector, stage, permit, rupiah\n"
        "assert not [m for m in sys.modules if m.split('.')[0] == 'lokal'], 'lokal is loaded'\n"
        "from okoce_core.values.name_words import words\n"
        "assert words.cache_info().currsize == 0 and region._index.cache_info().currsize == 0\n"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False, timeout=60).returncode == 0
