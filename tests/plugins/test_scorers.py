"""Scorers are found as adapters are: one by one, each at its own risk."""

from textwrap import dedent

import pytest

from okoce_core.misuse import Misuse
from okoce_core.plugins import PluginStatus, Registry
from okoce_core.plugins.scorers import GROUP, chosen, find_scorers
from okoce_core.scorer import Scorer

TRIAL = "okoce.trial-scorers"
GOOD = """
from okoce_core.scorer import Scorer, hookimpl

@hookimpl
def okoce_scorers():
    return [Scorer(name, lambda entries: ()) for name in ({names})]
"""


def offering(*names):
    return GOOD.replace("{names}", "".join(f"{name!r}, " for name in names))


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Puts a distribution on the path: a folder with one module and its dist-info."""

    def install(distribution, source, group=TRIAL):
        module = distribution.replace("-", "_")
        root = tmp_path / distribution
        info = root / f"{module}-1.0.dist-info"
        info.mkdir(parents=True)
        (root / f"{module}.py").write_text(dedent(source), "utf-8")
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 1.0\n", "utf-8")
        (info / "entry_points.txt").write_text(f"[{group}]\n{distribution} = {module}\n", "utf-8")
        monkeypatch.syspath_prepend(root)
        monkeypatch.delitem(__import__("sys").modules, module, raising=False)

    return install


def names(scorers):
    return [scorer.name for scorer in scorers]


def test_a_plugin_gives_its_scorers_and_its_status_names_them(install):
    install("trial-penilai", offering("dua", "satu"))
    scorers, statuses = find_scorers(TRIAL)
    assert names(scorers) == ["dua", "satu"]
    assert statuses == (PluginStatus("trial-penilai", "trial-penilai", "1.0", scorers=("dua", "satu")),)
    assert chosen("satu", TRIAL).name == "satu"


def test_a_scorer_for_another_version_of_the_face_is_refused(install):
    install("trial-penilai", offering("satu").replace("lambda entries: ()", "lambda entries: (), api=2"))
    scorers, (status,) = find_scorers(TRIAL)
    assert (scorers, status.state) == ((), "wrong-api")
    assert status.detail == (
        "satu: it is written for version 2 of okoce_core.scorer, and this is version 1: a newer okoce is needed"
    )


def test_scorers_are_declared_in_a_group_of_their_own_which_reading_files_never_loads(install):
    install("trial-penilai-jatuh", "raise RuntimeError", group=GROUP)
    assert [s for s in Registry.discover().statuses if s.plugin == "trial-penilai-jatuh"] == []
    assert [s.state for s in find_scorers()[1] if s.plugin == "trial-penilai-jatuh"] == ["failed"]


FAILING = {
    "it cannot be imported: RuntimeError in trial_buruk": "raise RuntimeError('RAHASIA')",
    "okoce_scorers() gives no list of scorers: TypeError": offering().replace("return [", "return 42 #"),
    "something was given as a scorer that is not a Scorer": offering().replace("return [", "return ['RAHASIA'] #"),
    "it offers nothing: the entry point must name a module whose function okoce_scorers(), marked @hookimpl, "
    "returns a list of scorers": "",
    "okoce_scorers() gives no list of scorers: Misuse in trial_buruk": offering("RAHASIA"),
}


@pytest.mark.parametrize(("detail", "source"), FAILING.items(), ids=range(len(FAILING)))
def test_a_plugin_that_fails_costs_itself_alone(install, detail, source):
    install("trial-baik", offering("baik"))
    install("trial-buruk", source)
    scorers, statuses = find_scorers(TRIAL)
    assert names(scorers) == ["baik"]
    bad = next(status for status in statuses if status.plugin == "trial-buruk")
    assert (bad.state, bad.detail) == ("failed", detail)
    with pytest.raises(Misuse) as told:
        chosen("buruk", TRIAL)
    assert (told.value.code, told.value.allowed) == ("unknown-scorer", ("baik",))
    assert f"trial-buruk: {detail}" in str(told.value)
    assert "RAHASIA" not in str(told.value)


def test_two_scorers_of_one_name_are_both_withdrawn(install):
    install("trial-satu", offering("sama", "satu"))
    install("trial-dua", offering("sama"))
    scorers, statuses = find_scorers(TRIAL)
    assert names(scorers) == ["satu"]
    assert [(status.state, status.scorers) for status in statuses] == [("clash", ()), ("clash", ("satu",))]
    with pytest.raises(Misuse, match=r"the scorer sama is offered by trial-dua 1\.0 .* and by trial-satu 1\.0"):
        chosen("sama", TRIAL)


def test_a_mapping_file_is_no_scorer(install, tmp_path):
    install("trial-berkas", "")
    entries = tmp_path / "trial-berkas" / "trial_berkas-1.0.dist-info" / "entry_points.txt"
    entries.write_text(f"[{TRIAL}]\ntrial-berkas = trial_berkas:form.toml\n", "utf-8")
    assert [status.state for status in find_scorers(TRIAL)[1]] == ["failed"]


def test_a_scorer_in_hand_is_taken_as_it_is_and_nothing_else():
    mine = Scorer("saya", lambda entries: ())
    assert chosen(mine) is mine
    with pytest.raises(Misuse) as told:
        chosen(lambda entries: ())
    assert told.value.code == "not-a-scorer"


@pytest.mark.parametrize(("name", "score", "code"), [
    ("Saya", lambda entries: (), "scorer-name"), ("", lambda entries: (), "scorer-name"),
    ("saya", None, "not-a-scorer"),
])  # fmt: skip
def test_a_scorer_has_a_plain_name_and_a_function(name, score, code):
    with pytest.raises(Misuse) as told:
        Scorer(name, score)
    assert told.value.code == code
