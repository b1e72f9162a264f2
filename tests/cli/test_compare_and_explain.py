"""``okoce compare`` and ``okoce explain`` on the sample folder, in both languages and as JSON."""

import json

import pytest

SAMPLE = "docs/examples/2022-09"
DAY = ("--as-of", "2022-09-30")


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_steps_between_two_rulebooks_are_shown(okoce, language):
    status, out, _ = okoce("compare", SAMPLE, *DAY, "--bahasa", language)
    assert status == 0
    assert "okoce-claim@1" in out
    assert "strict-audit@1" in out


def test_the_steps_of_the_json_lead_from_one_figure_to_the_other(okoce):
    said = json.loads(okoce("compare", SAMPLE, *DAY, "--json")[1])
    assert said["format"] == "okoce-comparison/1"
    told = said["bridge"]["entrepreneurs"]
    assert (told["value"], told["steps"][-1]["value"]) == ("48", "12")  # expected.md: 48 rows of owners, 12 in the end


def test_the_shares_of_a_split_are_shown_when_asked_for(okoce):
    books = ("--rulebook", "okoce-p4@1", "--rulebook", "strict-audit@1")
    assert okoce("compare", SAMPLE, *DAY, *books, "--split")[0] == 0


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("measure", ["participants", "entrepreneurs", "enterprises", "jobs"])
def test_a_figure_is_explained_down_to_the_rows(okoce, measure, language):
    words = ("explain", SAMPLE, *DAY, "--rulebook", "okoce-p4@1", "--measure", measure, "--bahasa", language)
    status, out, _ = okoce(*words)
    assert status == 0
    assert "jakpreneur.csv" in out


def test_a_person_is_explained_by_the_row_that_speaks_of_him(okoce):
    words = ("explain", SAMPLE, *DAY, "--rulebook", "okoce-p4@1", "--person", "jakpreneur.csv:3", "--json")
    status, out, _ = okoce(*words)
    assert (status, json.loads(out)["format"]) == (0, "okoce-explanation/1")


def test_explaining_without_one_rulebook_is_wrong_use(okoce):
    assert okoce("explain", SAMPLE, *DAY)[0] == 2
