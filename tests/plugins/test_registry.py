"""Every fate of a plugin, with distributions made up in a folder and put on the path."""

import subprocess
import sys
from itertools import permutations
from pathlib import Path
from textwrap import dedent

import pytest

from okoce_core.adapter import API_VERSION, Adapter, Column, Partner
from okoce_core.misuse import Misuse
from okoce_core.plugins import PluginStatus, Registry

GROUP = "okoce.trial"

GOOD = """
from okoce_core.adapter import Adapter, Column, Partner, hookimpl

def adapter(name, **more):
    return Adapter(name=name, partner=Partner("uji", kind="community"), title="Uji", unit="a person", why="in the list",
                   columns=(Column("Nama", "person.name", required=True),), **more)

@hookimpl
def okoce_adapters():
    return [{adapters}]
"""


def offering(*names):
    return GOOD.replace("{adapters}", ", ".join(f"adapter({name!r})" for name in names))


def answering(body):
    return GOOD.replace("return [{adapters}]", body)


def an_adapter(name, api=API_VERSION):
    columns = (Column("Nama", "person.name", required=True),)
    partner = Partner("uji", kind="community")
    return Adapter(
        name=name, partner=partner, title="Uji", unit="a person", why="in the list", columns=columns, api=api
    )


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Puts a distribution on the path: a folder with one module and its dist-info."""
    loaded = set(sys.modules)

    def install(distribution, source, *, plugin=None, version="1.0", folder=None, module=None):
        module = module or distribution.replace("-", "_")
        root = tmp_path / (folder or f"{distribution}-{version}")
        info = root / f"{module}-{version}.dist-info"
        info.mkdir(parents=True)
        (root / f"{module}.py").write_text(dedent(source), encoding="utf-8")
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: {version}\n", "utf-8")
        (info / "entry_points.txt").write_text(f"[{GROUP}]\n{plugin or distribution} = {module}\n", "utf-8")
        monkeypatch.syspath_prepend(root)
        return info

    yield install
    for name in set(sys.modules) - loaded:
        if name.startswith("trial"):
            del sys.modules[name]


def names(registry):
    return [adapter.name for adapter in registry.adapters]


def only_status(registry):
    (status,) = registry.statuses
    return status


# --- plugins that work


def test_a_plugin_gives_its_adapters_sorted_by_name(install):
    install("trial-a", offering("uji/b", "uji/a"))
    registry = Registry.discover(GROUP)
    assert names(registry) == ["uji/a", "uji/b"]
    assert registry.statuses == (PluginStatus("trial-a", "trial-a", "1.0", "ok", "", ("uji/a", "uji/b")),)
    assert registry.get("uji/b").name == "uji/b"


def test_a_plugin_may_offer_no_adapter_at_all(install):
    install("trial-a", offering())
    assert only_status(Registry.discover(GROUP)) == PluginStatus("trial-a", "trial-a", "1.0")


def test_a_plugin_may_give_its_adapters_one_by_one(install):
    install("trial-a", answering("yield adapter('uji/a')"))
    assert names(Registry.discover(GROUP)) == ["uji/a"]


def test_a_hook_of_a_later_version_may_be_declared_optional(install):
    later = "\n@hookimpl(optionalhook=True)\ndef okoce_rules():\n    return []\n"
    install("trial-a", offering("uji/a") + later)
    assert only_status(Registry.discover(GROUP)).state == "ok"


def test_other_groups_are_not_looked_at(install):
    install("trial-a", "raise RuntimeError")
    assert Registry.discover("okoce.no-such-group").statuses == ()


def test_only_the_plugins_asked_for_are_loaded(install):
    install("trial-a", offering("uji/a"))
    install("trial-b", offering("uji/b"))
    registry = Registry.discover(GROUP, only=["trial-b"])
    assert names(registry) == ["uji/b"]
    assert [status.plugin for status in registry.statuses] == ["trial-b"]
    assert "trial_a" not in sys.modules


def test_one_plugin_may_be_asked_for_by_its_bare_name(install):
    install("trial-a", offering("uji/a"))
    assert names(Registry.discover(GROUP, only="trial-a")) == ["uji/a"]


def test_asking_for_no_plugin_loads_none(install):
    install("trial-a", offering("uji/a"))
    assert Registry.discover(GROUP, only=()).statuses == ()


def test_asking_for_a_plugin_nobody_declares_is_misuse_with_near_names(install):
    install("trial-a", offering("uji/a"))
    with pytest.raises(Misuse) as caught:
        Registry.discover(GROUP, only=["trial-q"])
    assert (caught.value.code, caught.value.near) == ("unknown-plugin", ("trial-a",))


def test_discovering_looks_at_the_group_of_adapters_by_default(install, tmp_path):
    info = install("trial-a", offering("uji/a"))
    (info / "entry_points.txt").write_text("[okoce.adapters]\ntrial-a = trial_a\n", "utf-8")
    assert names(Registry.discover(only=["trial-a"])) == ["uji/a"]


# --- plugins that fail


FAILING = {
    "it cannot be imported: RuntimeError in trial_bad": "raise RuntimeError('RAHASIA')",
    "it cannot be imported: SystemExit in trial_bad": "import sys\nsys.exit('RAHASIA')",
    "it cannot be imported: GeneratorExit in trial_bad": "raise GeneratorExit('RAHASIA')",
    "it cannot be imported: SyntaxError": "def RAHASIA(:\n",
    "it cannot be imported: ModuleNotFoundError in trial_bad": "import RAHASIA_no_such_module",
    "it cannot be imported: Misuse in trial_bad": GOOD.replace("[{adapters}]", "[]") + "\nadapter('RAHASIA Uji')\n",
    "okoce_adapters() gives no list of adapters: ValueError in trial_bad": answering("raise ValueError('RAHASIA')"),
    "okoce_adapters() gives no list of adapters: SystemExit in trial_bad": answering("raise SystemExit('RAHASIA')"),
    "okoce_adapters() gives no list of adapters: KeyError in trial_bad": answering(
        "yield adapter('uji/before')\n    raise KeyError('RAHASIA')"
    ),
    "okoce_adapters() gives no list of adapters: TypeError": answering("return 42"),
    "something was given as an adapter that is not an Adapter": answering("return [adapter('uji/before'), 'RAHASIA']"),
    "a function marked @hookimpl has a name or an argument that no hook of okoce has: PluginValidationError": (
        offering("uji/before").replace("okoce_adapters()", "okoce_adapters(RAHASIA)")
    ),
}


@pytest.mark.parametrize(("detail", "source"), FAILING.items(), ids=range(len(FAILING)))
def test_a_plugin_that_fails_is_a_status_and_costs_nothing_else(install, detail, source):
    install("trial-good", offering("uji/good"))
    install("trial-bad", source)
    registry = Registry.discover(GROUP)
    bad, good = registry.statuses
    assert bad == PluginStatus("trial-bad", "trial-bad", "1.0", "failed", detail)
    assert good.state == "ok"
    assert names(registry) == ["uji/good"]
    assert "RAHASIA" not in repr(registry.statuses)


NOTHING = {
    "returns None": answering("return None"),
    "not marked": offering("uji/a").replace("@hookimpl", ""),
    "no hook": "x = 1",
    "empty": "",
}


@pytest.mark.parametrize("source", NOTHING.values(), ids=NOTHING.keys())
def test_a_plugin_that_offers_nothing_is_told_what_it_needs(install, source):
    install("trial-bad", source)
    status = only_status(Registry.discover(GROUP))
    assert status.state == "failed"
    assert "marked @hookimpl, returns a list of adapters" in status.detail


def test_an_entry_point_to_the_function_instead_of_the_module_offers_nothing(install):
    info = install("trial-bad", offering("uji/a"))
    (info / "entry_points.txt").write_text(f"[{GROUP}]\ntrial-bad = trial_bad:okoce_adapters\n", "utf-8")
    status = only_status(Registry.discover(GROUP))
    assert (status.state, "must name a module" in status.detail) == ("failed", True)


def test_a_misspelt_hook_is_a_status(install):
    install("trial-bad", offering("uji/a").replace("def okoce_adapters", "def okoce_adapter"))
    status = only_status(Registry.discover(GROUP))
    assert (status.state, status.adapters) == ("failed", ())
    assert status.detail.startswith("a function marked @hookimpl has a name or an argument")


def test_an_entry_point_to_a_module_that_is_not_there_is_a_status(install):
    info = install("trial-bad", "")
    (info / "entry_points.txt").write_text(f"[{GROUP}]\ntrial-bad = trial_gone\n", "utf-8")
    assert only_status(Registry.discover(GROUP)).detail == "it cannot be imported: ModuleNotFoundError"


@pytest.mark.parametrize("value", ["", "not a module!"])
def test_an_entry_point_that_names_no_module_is_a_status(install, value):
    info = install("trial-bad", "")
    (info / "entry_points.txt").write_text(f"[{GROUP}]\ntrial-bad = {value}\n", "utf-8")
    assert only_status(Registry.discover(GROUP)).state == "failed"


@pytest.mark.parametrize("content", [f"[{GROUP}]\nRAHASIA\n".encode(), b"\xff\xfe\x00"], ids=["syntax", "encoding"])
def test_entry_points_that_cannot_be_read_cost_one_distribution_only(install, content):
    install("trial-good", offering("uji/good"))
    info = install("trial-bad", "")
    (info / "entry_points.txt").write_bytes(content)
    registry = Registry.discover(GROUP)
    bad, good = registry.statuses
    assert (bad.plugin, bad.distribution, bad.state, good.state) == ("", "trial-bad", "failed", "ok")
    assert bad.detail.startswith("its entry points cannot be read: ")
    assert "RAHASIA" not in repr(registry.statuses)


def test_a_distribution_without_metadata_is_still_loaded(install):
    info = install("trial-a", offering("uji/a"))
    (info / "METADATA").unlink()
    registry = Registry.discover(GROUP)
    assert names(registry) == ["uji/a"]
    assert only_status(registry).distribution == "unnamed"


def test_an_adapter_for_another_version_of_the_face_is_refused(install):
    install("trial-bad", GOOD.replace("{adapters}", "adapter('uji/a'), adapter('uji/b', api=99)"))
    registry = Registry.discover(GROUP)
    status = only_status(registry)
    assert (status.state, status.adapters, names(registry)) == ("wrong-api", (), [])
    assert status.detail == (
        "uji/b: it is written for version 99 of okoce_core.adapter, and this is version 1: a newer okoce is needed"
    )


def test_an_adapter_of_an_older_face_waits_for_its_author(install):
    install("trial-bad", GOOD.replace("{adapters}", "adapter('uji/b', api=0)"))
    status = only_status(Registry.discover(GROUP))
    assert status.state == "wrong-api"
    assert status.detail.endswith("its author has to bring it up to date")


def test_an_adapter_that_does_not_say_was_written_for_the_first_face():
    assert Adapter.__attrs_attrs__.api.default == 1


def test_an_interrupt_from_the_keyboard_is_not_swallowed(install):
    install("trial-bad", "raise KeyboardInterrupt")
    with pytest.raises(KeyboardInterrupt):
        Registry.discover(GROUP)


# --- plugins that get in each other's way


def test_two_adapters_of_one_name_are_both_withdrawn_and_the_others_stay(install):
    install("trial-a", offering("uji/one", "uji/both"))
    install("trial-b", offering("uji/two", "uji/both"), version="2.0")
    registry = Registry.discover(GROUP)
    detail = (
        "the adapter uji/both is offered by trial-a 1.0 (plugin trial-a) and by trial-b 2.0 (plugin trial-b); "
        "none of them is used"
    )
    assert registry.statuses == (
        PluginStatus("trial-a", "trial-a", "1.0", "clash", detail, ("uji/one",)),
        PluginStatus("trial-b", "trial-b", "2.0", "clash", detail, ("uji/two",)),
    )
    assert names(registry) == ["uji/one", "uji/two"]


def test_the_built_in_distribution_wins_no_clash(install):
    install("trial-a", offering("uji/both"))
    install("okoce", offering("uji/both"), module="trial_okoce", plugin="trial-okoce")
    registry = Registry.discover(GROUP)
    assert names(registry) == []
    assert [status.state for status in registry.statuses] == ["clash", "clash"]
    assert all("okoce 1.0" in status.detail and "trial-a 1.0" in status.detail for status in registry.statuses)


def test_an_adapter_offered_twice_by_one_plugin_is_a_clash_with_itself(install):
    install("trial-a", offering("uji/a", "uji/a", "uji/b"))
    registry = Registry.discover(GROUP)
    assert (only_status(registry).state, names(registry)) == ("clash", ["uji/b"])


def test_a_clash_with_a_plugin_left_out_is_none(install):
    install("trial-a", offering("uji/both"))
    install("trial-b", offering("uji/both"))
    assert names(Registry.discover(GROUP, only=["trial-a"])) == ["uji/both"]


def test_asking_for_a_disputed_adapter_tells_who_disputes_it(install):
    install("trial-a", offering("uji/both"))
    install("trial-b", offering("uji/both"))
    with pytest.raises(Misuse, match=r"trial-a 1\.0 .* and by trial-b 1\.0 ") as caught:
        Registry.discover(GROUP).get("uji/both")
    assert (caught.value.code, caught.value.asked) == ("adapter-disputed", "uji/both")


def test_a_plugin_name_of_two_distributions_loads_neither(install):
    install("trial-a", offering("uji/a"), plugin="same")
    install("trial-b", offering("uji/b"), plugin="same")
    install("trial-c", offering("uji/c"))
    registry = Registry.discover(GROUP)
    detail = "the plugin name is declared by trial-a 1.0 and by trial-b 1.0; none of them is loaded"
    assert registry.statuses[:2] == (
        PluginStatus("same", "trial-a", "1.0", "duplicate-entry-point", detail),
        PluginStatus("same", "trial-b", "1.0", "duplicate-entry-point", detail),
    )
    assert names(registry) == ["uji/c"]
    assert not {"trial_a", "trial_b"} & sys.modules.keys()


def test_a_distribution_found_twice_on_the_path_is_one(install):
    install("trial-a", offering("uji/a"), folder="here")
    install("Trial_A", offering("uji/a"), folder="there", plugin="trial-a", module="trial_a")
    registry = Registry.discover(GROUP)
    assert registry.statuses == (PluginStatus("trial-a", "trial-a", "1.0", "ok", "", ("uji/a",)),)


def test_two_versions_of_a_distribution_are_two(install):
    install("trial-a", offering("uji/a"), version="1.0")
    install("trial-a", offering("uji/a"), version="2.0")
    registry = Registry.discover(GROUP)
    assert [status.state for status in registry.statuses] == ["duplicate-entry-point"] * 2
    assert "trial-a 1.0 and by trial-a 2.0" in registry.statuses[0].detail


def test_the_order_of_directories_changes_nothing(install, monkeypatch):
    install("trial-a", offering("uji/both", "uji/a"))
    install("trial-b", offering("uji/both", "uji/b"))
    install("trial-c", "raise RuntimeError")
    install("trial-d", offering("uji/d"), plugin="same")
    install("trial-e", offering("uji/e"), plugin="same")
    ours, rest = sys.path[:5], sys.path[5:]
    found = set()
    for order in permutations(ours):
        monkeypatch.setattr(sys, "path", [*order, *rest])
        registry = Registry.discover(GROUP)
        found.add((registry.statuses, tuple(names(registry))))
    assert len(found) == 1


# --- strict


@pytest.mark.parametrize("raising", ["raise RuntimeError('as it was')", answering("raise RuntimeError('as it was')")])
def test_strict_raises_what_the_plugin_raised(install, raising):
    install("trial-bad", raising)
    with pytest.raises(RuntimeError, match="as it was"):
        Registry.discover(GROUP, strict=True)


def test_strict_raises_misuse_where_nothing_was_raised(install):
    install("trial-a", offering("uji/both"))
    install("trial-b", offering("uji/both"))
    with pytest.raises(Misuse, match=r"trial-a 1\.0 \(plugin trial-a\): the adapter uji/both is offered") as caught:
        Registry.discover(GROUP, strict=True)
    assert caught.value.code == "plugin-clash"


def test_strict_is_content_with_plugins_that_work(install):
    install("trial-a", offering("uji/a"))
    assert names(Registry.discover(GROUP, strict=True)) == ["uji/a"]


# --- adapters without a plugin


def test_an_adapter_can_be_added_by_hand():
    registry = Registry()
    registry.add(an_adapter("uji/b"))
    registry.add(an_adapter("uji/a"))
    assert (names(registry), registry.statuses) == (["uji/a", "uji/b"], ())


def test_adding_a_name_that_is_taken_is_misuse():
    registry = Registry()
    registry.add(an_adapter("uji/a"))
    with pytest.raises(Misuse, match="uji/a already") as caught:
        registry.add(an_adapter("uji/a"))
    assert caught.value.code == "adapter-clash"


def test_adding_settles_a_dispute(install):
    install("trial-a", offering("uji/both"))
    install("trial-b", offering("uji/both"))
    registry = Registry.discover(GROUP)
    mine = an_adapter("uji/both")
    registry.add(mine)
    assert registry.get("uji/both") is mine


@pytest.mark.parametrize(("given", "code"), [("uji/a", "not-an-adapter"), (an_adapter("uji/a", api=2), "wrong-api")])
def test_adding_what_cannot_serve_is_misuse(given, code):
    with pytest.raises(Misuse) as caught:
        Registry().add(given)
    assert caught.value.code == code


def test_an_unknown_adapter_is_misuse_with_near_names():
    registry = Registry()
    registry.add(an_adapter("uji/anggota"))
    with pytest.raises(Misuse) as caught:
        registry.get("uji/angota")
    assert (caught.value.code, caught.value.near) == ("unknown-adapter", ("uji/anggota",))


def test_two_registries_share_nothing():
    one, other = Registry(), Registry()
    one.add(an_adapter("uji/a"))
    assert names(other) == []


def test_importing_the_registry_loads_no_plugin(install):
    info = install("trial-a", offering("uji/a"))
    (info / "entry_points.txt").write_text("[okoce.adapters]\ntrial-a = trial_a\n", "utf-8")
    program = (
        f"import sys; sys.path.insert(0, {str(info.parent)!r}); import okoce_core.plugins.registry; "
        "print([name for name in sys.modules if name.startswith(('trial_a', 'okoce_adapters'))])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_room_reads_no_environment():
    room = Path(sys.modules[Registry.__module__].__file__).parent
    assert not [path.name for path in room.glob("*.py") if "environ" in path.read_text("utf-8")]


# --- what a plugin prints


def test_what_a_plugin_prints_stands_on_standard_error_and_not_between_the_figures(install, capsys):
    body = "print('from the hook'); return [{adapters}]"
    source = "print('while importing')\n" + answering(body).replace("{adapters}", "adapter('uji/satu')")
    install("trial-loud", source)
    assert names(Registry.discover(GROUP)) == ["uji/satu"]
    told = capsys.readouterr()
    assert told.out == ""
    assert ("while importing" in told.err, "from the hook" in told.err) == (True, True)


def test_a_mapping_for_another_version_is_refused_before_its_keys_are_looked_at(tmp_path):
    path = tmp_path / "uji.toml"
    path.write_text('name = "uji/satu"\nwarna = 1\napi = 2\n', "utf-8")
    with pytest.raises(Misuse, match=r"uji.toml line 3, api: it is .* a newer okoce is needed") as wrong:
        Registry().including([path])
    assert wrong.value.code == "wrong-api"
