"""``okoce rulebooks``."""

import json

import pytest

from okoce_core.rules import parse_rulebook, presets, with_fields


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_rulebook_is_listed_with_its_sentence(okoce, language):
    status, out, _ = okoce("rulebooks", "list", "--bahasa", language)
    assert status == 0
    for book in presets().values():
        assert f"{book.name}: {book.title[language]}\n      {book.definition[language]}" in out


def test_every_field_is_shown_as_set_takes_it(okoce):
    out = okoce("rulebooks", "show", "okoce-p4@1")[1]
    book = presets()["okoce-p4@1"]
    shown = dict(line.split(None, 1) for line in out.splitlines() if "." in line.split(" ")[0])
    for field, value in book.fields().items():
        if "." in field:
            assert json.loads(shown[field]) == (list(value) if isinstance(value, tuple) else value)
            with_fields(book, {field: json.loads(shown[field])})
    assert book.source in out


def test_parts_a_rulebook_does_not_ask_for_are_said_to_be_so(okoce):
    line = next(x for x in okoce("rulebooks", "show", "okoce-reach@1")[1].splitlines() if x.startswith("jobs.unit"))
    assert line.endswith("tidak ditanya")
    english = okoce("rulebooks", "show", "okoce-reach@1", "--bahasa", "en")[1]
    assert next(x for x in english.splitlines() if x.startswith("jobs.unit")).endswith("not asked")


def test_a_rulebook_nobody_knows_is_wrong_use_with_near_matches(okoce):
    status, _, err = okoce("rulebooks", "show", "okoce-p4")
    assert (status, "Maksud Anda okoce-p4@1" in err) == (2, True)
    assert "Did you mean okoce-p4@1" in okoce("rulebooks", "show", "okoce-p4", "--bahasa", "en")[2]


def test_a_rulebook_file_can_be_shown_before_it_is_used(okoce, tmp_path):
    path = tmp_path / "uji.toml"
    path.write_text(
        'id = "uji"\nversion = 3\nsource = "buatan uji"\nvalid_from = "2022-01-01"\nbasis = "rows"\n'
        'title = {id = "Uji", en = "Trial"}\ndefinition = {id = "Jumlah.", en = "A sum."}\n'
    )
    assert parse_rulebook(path.read_text()).name == "uji@3"
    assert "uji@3: Uji" in okoce("rulebooks", "show", path)[1]
