"""``import okoce_core`` costs attrs and nothing else from outside."""

import json
import subprocess
import sys

ALLOWED = {"attr", "attrs", "okoce_core"}


def modules_after(statement):
    """The modules of a fresh interpreter: those its site hooks brought, then all there are after the statement."""
    program = (
        "import sys; before = sorted(sys.modules)\n"
        f"{statement}\n"
        "import json; print(json.dumps([before, sorted(sys.modules)]))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    before, after = json.loads(done.stdout)
    return set(before), set(after)


def foreign(names):
    return {name.partition(".")[0] for name in names} - sys.stdlib_module_names


def test_importing_okoce_core_loads_attrs_and_nothing_else_from_outside():
    before, after = modules_after("import okoce_core")
    assert foreign(after - before) <= ALLOWED
    hooks = {name for name in foreign(before) if name not in ALLOWED}
    assert all(name in {"__main__", "_distutils_hack"} or name.startswith("__editable__") for name in hooks), hooks


def test_importing_okoce_core_loads_neither_the_adapter_face_nor_what_it_needs():
    _, after = modules_after("import okoce_core")
    assert not {"okoce_core.adapter", "okoce_core.plugins", "pluggy", "cattrs", "lokal"} & after
