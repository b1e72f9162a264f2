"""What the core says in English is said in Indonesian too: whatever the sources can come to has its template."""

import ast
import importlib
import re
import tomllib

import pytest

from okoce_core.plugins import Registry
from okoce_core.report.counterparts import _templates, detail_text, expected_text

from .sources import ROOT, calls

TOLD = tomllib.loads((ROOT / "report" / "counterparts.toml").read_text("utf-8"))
MISUSE = tomllib.loads((ROOT / "report" / "misuse.toml").read_text("utf-8"))
POSITION = {"Rejected": 1, "Unreadable": 1, "add": 3}
NAMES_ALONE = {"manifest-adapter-unknown", "record-type"}
"""Codes whose expectation is a list of names, the same in every language."""
PASSED_ON = {"expected", "refusal.expected", "value.expected", "answer.expected", "near", "found.adapter.refused"}
"""Expressions that hand on what was said elsewhere; ``near`` is of intake/mapping/headings.py, see below."""


def example(expression, module=None):
    """The text an expression comes to, with 7 in every slot; None where it is only handed on."""
    if isinstance(expression, ast.Constant):
        return expression.value
    if isinstance(expression, ast.Name) and isinstance(getattr(module, expression.id, None), str):
        return getattr(module, expression.id)
    if isinstance(expression, ast.JoinedStr):
        inside = (
            p.value if isinstance(p, ast.Constant) else example(p.value, module) or "7" for p in expression.values
        )
        return "".join(inside)
    return None


def expectations():
    """Every expectation in the sources: the file, the code of the problem, the expression."""
    for name, position in POSITION.items():
        for path, call in calls(name):
            if path.relative_to(ROOT).parts[0] not in {"adapter", "intake", "values"}:
                continue
            given = [k.value for k in call.keywords if k.arg == "expected"]
            if not given and (name != "add" or ast.unparse(call.func).endswith("notes.add")):
                given = call.args[position : position + 1]
            for expression in given:
                yield path, call.args[0].value if isinstance(call.args[0], ast.Constant) else "", expression


def examples():
    found = {}
    for path, code, expression in expectations():
        module = importlib.import_module(".".join(("okoce_core", *path.relative_to(ROOT).with_suffix("").parts)))
        text = example(expression, module)
        if text is None:
            assert code in NAMES_ALONE or ast.unparse(expression) in PASSED_ON, (path.name, ast.unparse(expression))
        elif text:
            found[text] = path.name
    return found


def known(kind, text):
    return any(pattern.fullmatch(text) for pattern, _ in _templates(kind))


def test_every_expectation_in_the_sources_has_its_template():
    untold = {
        text: where
        for text, where in examples().items()
        if not any(p.fullmatch(text) for p, _ in _templates("expected"))
    }
    assert untold == {}


def test_what_the_missing_subject_and_the_nearest_form_expect_has_its_template():
    from okoce_core.intake.mapping.filing import _MISSING
    from okoce_core.intake.mapping.headings import nearest

    told = [*(expected for _, expected in _MISSING.values()), nearest((), [], None)]
    assert [text for text in told if expected_text(text, "id") == text] == []


LIBRARY_ALONE = {
    "bounds-contradict", "bounds-number", "pair-in-doubt", "sample-numbers", "recapture-numbers", "measure-amount",
    "suppression-rule", "not-bounded",
}  # fmt: skip
"""Wrong uses that no command can lead to: they are for who programs, and their detail stays English."""


def details():
    """What the sources say of a plugin or a wrong use where the sentence of the code has a place for it."""
    for path, call in calls("Misuse"):
        code = call.args[0].value if call.args and isinstance(call.args[0], ast.Constant) else ""
        if "{detail}" in MISUSE.get(code, {"id": ""})["id"] and code not in LIBRARY_ALONE | {"mapping-key"}:
            yield path, call.args[1]
    for name, position in (("refused", 1), ("wrong", 1)):
        for path, call in calls(name):
            if path.parent.name in {"plugins", "rules"}:
                yield from ((path, given) for given in call.args[position : position + 1])


HANDED_ON = {
    "detail", "why", "wrong.message", "nothing", "told", "allowed", "str(written.wrong(('', 1, 'api'), told))",
    "str(written.wrong(('', 1, 'api'), Misuse('wrong-api', why)))", "'; '.join((disputes[name] for name in lost))",
    "*faults[0] if faults else ('failed', nothing)", "*wrong_api",
}  # fmt: skip


def test_every_detail_in_the_sources_has_its_template():
    untold = set()
    for path, expression in details():
        left = expression.left if isinstance(expression, ast.BinOp) else expression
        text = example(left, None)
        if text is None:
            assert ast.unparse(expression) in HANDED_ON, (path.name, ast.unparse(expression))
        elif not known("detail", text + ("7" if left is not expression else "")):
            untold.add((path.name, text))
    assert untold == set()


def test_what_a_plugin_may_fail_at_is_told_in_indonesian():
    from okoce_core.face_version import other_version
    from okoce_core.plugins.discovery import _NOTHING, ADAPTERS

    doing = re.findall(r'doing = f?"(.*)"', (ROOT / "plugins" / "discovery.py").read_text("utf-8"))
    told = [each.format(hook=ADAPTERS) + ": TypeError in kaki" for each in doing]
    told += [_NOTHING.format(hook="okoce_adapters", thing="adapter")]
    told += [f"a/b: {other_version(version, 1, 'okoce_core.adapter')}" for version in (0, 2)]
    assert len(told) == 6
    english = re.compile(r"\b(it|the|is|of|and|this|that|gives|written|cannot)\b")
    assert [text for text in told if english.search(detail_text(text, "id"))] == []


def test_a_dispute_between_plugins_is_told_in_indonesian():
    said = "the adapter a/b is offered by satu 1.0 (plugin s) and by dua 2.0 (plugin d); none of them is used"
    assert detail_text(said, "id") == (
        "adapter a/b ditawarkan oleh satu 1.0 (plugin s) dan oleh dua 2.0 (plugin d); tidak satu pun dipakai"
    )
    assert detail_text(said, "en") == said


def test_every_form_that_ships_and_must_not_be_counted_says_why_in_both_languages():
    why = {a.refused for a in Registry.discover().adapters if a.refused}
    assert why
    assert [text for text in why if expected_text(text, "id") == text] == []


def slots(text):
    return sorted(re.findall(r"\{\w+\}", text))


@pytest.mark.parametrize("each", [*TOLD["expected"], *TOLD["detail"]], ids=lambda each: each["en"])
def test_both_languages_have_the_same_slots(each):
    assert set(each) == {"en", "id"}
    assert slots(each["en"]) == slots(each["id"])


def test_no_expectation_is_translated_twice_or_for_nothing():
    for kind in TOLD:
        sentences = [each["en"] for each in TOLD[kind]]
        assert len(sentences) == len(set(sentences))
    said = [*examples(), *(a.refused for a in Registry.discover().adapters if a.refused)]
    said += ["a name, or a NIK, phone number or e-mail", "a name, or a NIB, NSPP or NPSN"]
    said += ["the headings of a known form in one row", "a/b lacks 'X'"]
    patterns = (pattern for pattern, _ in _templates("expected"))
    unsaid = [pattern.pattern for pattern in patterns if not any(map(pattern.fullmatch, said))]
    assert unsaid == []


@pytest.mark.parametrize(
    ("expected", "indonesian"),
    [
        ("14 cells", "14 sel"),
        ("at most 2,000,000 bytes unpacked", "paling banyak 2.000.000 bita setelah diekstrak"),
        ("UTF-8; read as cp1252", "UTF-8; dibaca sebagai cp1252"),
        ("a column 'Nama; Alamat'", "kolom 'Nama; Alamat'"),
        ("a column 'NIK', if that is what it is", "kolom 'NIK', bila memang itu"),
        ("tda/a lacks 'Nama', 'HP'; hipmi/a lacks 'BPC'", "tda/a kurang 'Nama', 'HP'; hipmi/a kurang 'BPC'"),
        ("tda/anggota, hipmi/anggota", "tda/anggota, hipmi/anggota"),
        ("of a stranger's adapter; his words", "of a stranger's adapter; his words"),
        ("", ""),
    ],
)  # fmt: skip
def test_names_and_numbers_are_taken_over(expected, indonesian):
    assert expected_text(expected, "id") == indonesian
    assert expected_text(expected, "en") == expected
