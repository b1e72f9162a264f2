"""What the core says in English is said in Indonesian too: whatever the sources can come to has its template."""

import ast
import importlib
import re
import tomllib

import pytest

from okoce_core.plugins import Registry
from okoce_core.plugins.partners import find_partners
from okoce_core.report.counterparts import (
    _SENTENCES,
    _said,
    _templates,
    check_text,
    detail_text,
    expected_text,
    shipped_text,
)
from okoce_core.rules import presets

from .sources import ROOT, calls, spoken

TOLD = tomllib.loads((ROOT / "report" / "counterparts.toml").read_text("utf-8"))
MISUSE = tomllib.loads((ROOT / "report" / "misuse.toml").read_text("utf-8"))
POSITION = {"Rejected": 1, "Unreadable": 1, "add": 3}
NAMES_ALONE = {"manifest-adapter-unknown", "record-type"}
"""Codes whose expectation is a list of names, the same in every language."""
PASSED_ON = {
    "expected", "refusal.expected", "value.expected", "answer.expected", "person.expected", "near",
    "found.adapter.refused",
}  # fmt: skip
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


ENGLISH = re.compile(r"(?<![\w/])(a|and|by|cannot|gives|in|is|it|not|of|row|that|the|this|with|written)(?![\w/])")


def is_told(kind, text):
    """Whether it has its template, with no English left; what ends in a blank lacks the part that is said of it."""
    told = any(pattern.fullmatch(text) for pattern, _ in _templates(kind))
    return not text.strip() or text.endswith(" ") or (told and not ENGLISH.search(_said(kind, text)))


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


def details():
    """What the sources say of a plugin or a wrong use where the sentence of the code has a place for it."""
    for path, call, comes_to in spoken("Misuse"):
        code = call.args[0].value if call.args and isinstance(call.args[0], ast.Constant) else ""
        if "{detail}" in MISUSE.get(code, {"id": ""})["id"] and code != "mapping-key":
            yield path, call.args[1], comes_to
    for path, call, comes_to in spoken("refused", "wrong"):
        if path.parent.name in {"plugins", "rules"}:
            yield from ((path, given, comes_to) for given in call.args[1:2])


HANDED_ON = {
    "detail", "why", "wrong.message", "nothing", "told", "allowed", "str(written.wrong(('', 1, 'api'), told))",
    "str(written.wrong(('', 1, 'api'), Misuse('wrong-api', why)))", "'; '.join((disputes[name] for name in lost))",
    "*faults[0] if faults else ('failed', nothing)", "*wrong_api",
}  # fmt: skip


def test_every_detail_in_the_sources_has_its_template():
    untold = set()
    for path, expression, comes_to in details():
        if (texts := set(comes_to(expression))) == {"7"}:
            assert ast.unparse(expression) in HANDED_ON, (path.name, ast.unparse(expression))
        else:
            untold |= {(path.name, text) for text in texts if not is_told("detail", text)}
    assert untold == set()


def said_by_checks():
    """The file, and every text that a check may fail with."""
    position = {"hold": 1, "Broken": 0, "differing": 2}
    return {
        (path.name, text)
        for path, call, comes_to in spoken(*position, within="testing/kit")
        for text in comes_to(call.args[position[ast.unparse(call.func)]])
        if ast.unparse(call) != "Broken(otherwise)"
    }


def test_whatever_a_check_may_say_has_its_template():
    said = said_by_checks()
    assert len(said) > 140  # more than one for each check
    assert {(where, text) for where, text in said if not is_told("check", text)} == set()


def test_no_words_of_a_check_are_translated_for_nothing():
    waiting = [text for _, text in said_by_checks()] + ["KeyError was raised in a.b, line 7, which no file may cause"]
    waiting += [f"7 {what} (person){where}" for what in ("missing", "new") for where in ("", ", first in row 7")]
    used = set()
    while waiting:
        text = waiting.pop()
        for pattern, _ in _templates("check"):
            if found := pattern.fullmatch(text):
                used.add(pattern)
                waiting += [value for slot, value in found.groupdict().items() if slot in _SENTENCES]
    assert [pattern.pattern for pattern, _ in _templates("check") if pattern not in used] == []


def test_what_differs_and_what_is_raised_is_told_in_indonesian():
    from okoce_core.testing.kit.check import checks
    from okoce_core.testing.kit.told import Facts, differing

    def raises(_trial):
        raise KeyError("rahasia")

    def differs(_trial):
        person, total = '{"type": "person", "place": {"row": 3}}', '{"type": "total"}'
        differing(Facts({person: 2}), Facts({total: 1}), "with blank rows")

    raised, differing_ = (check.outcome(None).what for check in checks("", raises, differs))
    assert (
        check_text(differing_, "id") == "dengan baris kosong: 2 hilang (person), mulai di baris 3; 1 tambahan (total)"
    )
    assert check_text(differing_, "en") == "with blank rows: 2 missing (person), first in row 3; 1 new (total)"
    assert is_told("check", raised)
    assert check_text(raised, "id").startswith("KeyError terjadi di ")


def test_what_a_plugin_may_fail_at_is_told_in_indonesian():
    from okoce_core.face_version import other_version
    from okoce_core.plugins.discovery import _NOTHING, ADAPTERS

    doing = re.findall(r'doing = f?"(.*)"', (ROOT / "plugins" / "discovery.py").read_text("utf-8"))
    told = [each.format(hook=ADAPTERS) + ": TypeError in kaki" for each in doing]
    told += [_NOTHING.format(hook="okoce_adapters", thing="adapter")]
    told += [f"a/b: {other_version(version, 1, 'okoce_core.adapter')}" for version in (0, 2)]
    assert len(told) == 6
    assert [text for text in told if not is_told("detail", text)] == []


BROKEN = {
    'id 3': "sesudah kunci seharusnya ada '=', di baris 1, kolom 4",
    'id = "a': "teks tidak ditutup dengan tanda kutip, di akhir berkas",
    'id = "a"\nid = "b"': "nilai ini sudah diisi sebelumnya, di akhir berkas",
    "id = ?": "nilainya tidak sah, di baris 1, kolom 6",
    "id = [1": "daftar tidak ditutup dengan ']', di akhir berkas",
    "id = {a = 1": "tabel tidak ditutup dengan '}', di akhir berkas",
    "[a": "']' di akhir judul tabel tidak ada, di akhir berkas",
    "[[a]": "']]' di akhir judul daftar tabel tidak ada, di baris 1, kolom 4",
    "[a]\n[a]": "('a',) tidak boleh ditulis dua kali, di baris 2, kolom 3",
    "id = {a = 1, a = 2}": "kunci 'a' ditulis dua kali, di baris 1, kolom 19",
    'id = "\\q"': "'\\' di dalam teks harus ditulis dua kali, di baris 1, kolom 9",
    'id = "a" 3': "sesudah satu isian seharusnya ganti baris, di baris 1, kolom 10",
    "= 3": "isian tidak sah, di baris 1, kolom 1",
    "a. = 3": "nama kunci tidak dapat diawali dengan karakter ini, di baris 1, kolom 4",
    "a = 2022-02-31": "tanggal atau waktu tidak sah, di baris 1, kolom 5",
}  # fmt: skip


@pytest.mark.parametrize("toml", BROKEN)
def test_what_is_no_toml_is_told_in_indonesian(toml):
    with pytest.raises(tomllib.TOMLDecodeError) as raised:
        tomllib.loads(toml)
    assert detail_text(f"uji.toml is not TOML: {raised.value}", "id") == f"uji.toml: {BROKEN[toml]}"


def test_a_dispute_between_plugins_is_told_in_indonesian():
    said = "the adapter a/b is offered by satu 1.0 (plugin s) and by dua 2.0 (plugin d); none of them is used"
    assert detail_text(said, "id") == (
        "adaptor a/b ditawarkan oleh satu 1.0 (pengaya s) dan oleh dua 2.0 (pengaya d); tidak satu pun dipakai"
    )
    assert detail_text(said, "en") == said


def test_a_mapping_for_another_version_is_told_with_its_line():
    said = "a.toml line 1, api: it is written for version 2 of x.y, and this is version 1: a newer okoce is needed"
    assert detail_text(said, "id") == (
        "a.toml baris 1, api: ditulis untuk x.y versi 2, sedangkan ini versi 1: perlu okoce yang lebih baru"
    )


def test_every_form_that_ships_and_must_not_be_counted_says_why_in_both_languages():
    why = {a.refused for a in Registry.discover().adapters if a.refused}
    assert why
    assert [text for text in why if expected_text(text, "id") == text] == []


def shipped():
    """What ships in English, and what ships in Indonesian."""
    english = {text for adapter in Registry.discover().adapters for text in (adapter.unit, adapter.why)}
    english |= {book.source for book in presets().values()}
    partners, _ = find_partners()
    words = re.compile(r"\b(artikel|di|dan|Juli|Juni|kode|komunitas|portal|satu|tidak|yang)\b")
    sources = {partner.source for partner in partners if words.search(partner.source)}
    return english, sources | {partner.note for partner in partners if partner.note}


def test_what_ships_says_of_itself_in_both_languages_what_it_is():
    english, indonesian = shipped()
    assert {each["en"] for each in TOLD["shipped"]} >= english
    assert {each["id"] for each in TOLD["shipped"]} >= indonesian
    assert [e for e in TOLD["shipped"] if e["en"] not in english and e["id"] not in indonesian] == []
    for each in TOLD["shipped"]:
        for language in ("id", "en"):
            assert {shipped_text(said, language) for said in each.values()} == {each[language]}
            assert shipped_text("of a stranger's form; an institution", language).startswith("of a stranger")


def slots(text):
    return sorted(re.findall(r"\{\w+\}", text))


@pytest.mark.parametrize("each", [each for kind in TOLD.values() for each in kind], ids=lambda each: each["en"])
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
    said += [call.args[1].value for _, call in calls("damages")]  # the number itself, inside why it is damaged
    patterns = (pattern for pattern, _ in _templates("expected"))
    unsaid = [pattern.pattern for pattern in patterns if not any(map(pattern.fullmatch, said))]
    assert unsaid == []


@pytest.mark.parametrize(
    ("expected", "indonesian"),
    [
        ("14 cells", "14 sel"),
        ("at most 2,000,000 bytes unpacked", "paling banyak 2.000.000 byte setelah diekstrak"),
        ("UTF-8; read as cp1252", "UTF-8; dibaca sebagai cp1252"),
        ("a column 'Nama; Alamat'", "kolom 'Nama; Alamat'"),
        ("a column 'NIK', if that is what it is", "kolom 'NIK', bila memang itu maksudnya"),
        ("tda/a lacks 'Nama', 'HP'; hipmi/a lacks 'BPC'", "tda/a kurang 'Nama', 'HP'; hipmi/a kurang 'BPC'"),
        ("tda/anggota, hipmi/anggota", "tda/anggota, hipmi/anggota"),
        ("of a stranger's adapter; his words", "of a stranger's adapter; his words"),
        ("", ""),
    ],
)  # fmt: skip
def test_names_and_numbers_are_taken_over(expected, indonesian):
    assert expected_text(expected, "id") == indonesian
    assert expected_text(expected, "en") == expected
