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


@pytest.mark.parametrize("name", sorted(presets()))
def test_every_field_is_shown_as_set_takes_it(okoce, name):
    out = okoce("rulebooks", "show", name)[1]
    book = presets()[name]
    shown = dict(line.split(None, 1) for line in out.splitlines() if "." in line.split(" ")[0])
    for field, value in book.fields().items():
        if "." in field and shown[field] != "tidak ditanya":
            given = json.loads(shown[field])
            assert given == (list(value) if isinstance(value, tuple) else str(value) if "rates" in field else value)
            assert with_fields(book, {field: given}).fields() == book.fields()
    assert book.source in okoce("rulebooks", "show", name, "--bahasa", "en")[1]


def test_where_a_rulebook_is_from_is_told_in_indonesian(okoce):
    out = okoce("rulebooks", "show", "okoce-2018-p4@1")[1]
    assert "Sumber: Kompas, 9 dan 10 Sep 2018: berhasil berarti memegang izin, IUMK atau SKU" in out


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


def table_rows(out):
    """The rows of the table of fields, by field, each with its cells."""
    fields = presets()["okoce-p4@1"].fields()
    rows = ([cell.strip() for cell in line.split("  ") if cell.strip()] for line in out.splitlines())
    return {row[0]: row[1:] for row in rows if row and row[0] in fields}


def test_two_rulebooks_are_laid_side_by_side_and_only_what_differs_is_marked(okoce):
    status, out, _ = okoce("rulebooks", "diff", "okoce-p4@1", "okoce-active@1", "--bahasa", "en")
    rows = table_rows(out)
    p4, active = (presets()[name].fields() for name in ("okoce-p4@1", "okoce-active@1"))
    assert (status, list(rows)) == (0, list(p4))
    assert {field for field, cells in rows.items() if cells[-1] == "differs"} == {
        field for field in p4 if p4[field] != active[field]
    }
    assert rows["entrepreneur.state"] == ['"ever"', '"active"', "differs"]
    assert rows["entrepreneur.new_only"] == ["false", "false"]
    assert presets()["okoce-active@1"].definition["en"] in out
    assert "berbeda" in okoce("rulebooks", "diff", "okoce-p4@1", "okoce-active@1")[1]


def test_a_part_that_is_not_asked_for_differs_from_one_without_a_limit(okoce):
    # okoce-p4 has no limit of age (null); okoce-reach asks for no jobs at all.
    rows = table_rows(okoce("rulebooks", "diff", "okoce-reach@1", "okoce-p4@1")[1])
    assert rows["jobs.max_age_months"] == ["tidak ditanya", "null", "berbeda"]


def test_as_json_every_field_has_its_value_in_both(okoce):
    said = json.loads(okoce("rulebooks", "diff", "okoce-p4@1", "okoce-ratio@1", "--json")[1])
    assert list(said) == list(presets()["okoce-p4@1"].fields())
    assert said["basis"] == ["units", "rates"]
    assert said["rates.entrepreneurs"] == [None, "7/10"]  # exact, so a text
    assert said["entrepreneur.permits"] == [["IUMK", "SKU", "NIB"], None]


def test_a_rulebook_file_can_be_compared_with_one_that_ships(okoce, tmp_path):
    path = tmp_path / "uji.toml"
    path.write_text(
        'id = "uji"\nversion = 3\nsource = "buatan uji"\nvalid_from = "2022-01-01"\nbasis = "rows"\n'
        'title = {id = "Uji", en = "Trial"}\ndefinition = {id = "Jumlah.", en = "A sum."}\n'
    )
    said = json.loads(okoce("rulebooks", "diff", path, "okoce-claim@1", "--json")[1])
    assert all(one == other for one, other in said.values())
    assert okoce("rulebooks", "diff", path)[0] == 2
    assert okoce("rulebooks", "diff", path, "okoce-p4")[0] == 2
