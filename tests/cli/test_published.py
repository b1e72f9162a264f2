"""``okoce published``; the figures computed here are those derived by hand beside the data in conftest.py."""

import json
from pathlib import Path
from typing import get_args

import pytest

from okoce_core.counting.publishing.check import Reason
from okoce_core.counting.publishing.observations import observations, published_observations
from okoce_core.counting.publishing.published import SCOPES, published
from okoce_core.report.published_observations import observation_sentence
from okoce_core.report.tongue import Tongue

DAY = ("--as-of", "2022-09-30")


def document(okoce, *words):
    status, out, _ = okoce("published", *words, "--json")
    assert status == 0
    return json.loads(out)


def test_every_row_is_listed_with_its_numbers_its_note_and_its_source(okoce):
    status, out, err = okoce("published", "list", "--bahasa", "en")
    assert (status, err) == (0, "")
    lines = out.splitlines()
    for figure in published():
        head = next(n for n, line in enumerate(lines) if line.startswith(f"  {figure.id}. "))
        details = lines[head + 1 : head + 1 + 1 + bool(figure.note["en"]) + len(figure.source_url)]
        assert details[-1].strip() == figure.source_url[-1]
        assert figure.note["en"] in {*map(str.strip, details), ""}
    assert "  9. 2018-07-16, stock, website" in lines
    assert "      registered 42,000 members on the website; trained 27,000; financed 150" in lines


def test_marks_definitions_and_what_differs_from_the_row_are_shown(okoce):
    lines = [line.strip() for line in okoce("published", "list", "--bahasa", "en")[1].splitlines()]
    assert "registered ~6,000" in lines
    assert any(line.startswith("registered >51,000; licensed ~1,000 (okoce-2018-p4@1, 450 IUMK") for line in lines)
    assert "registered 67,037 (flow, in 2020); registered 168,000 (since 2019)" in lines
    assert "13. 2018-08-10 – 2018-09-07, flow, website" in lines


def test_the_list_is_indonesian_unless_english_is_asked_for(okoce):
    indonesian = okoce("published", "list")[1]
    assert "terdaftar 284.164" in indonesian
    assert "Ketujuh tahap pada satu hari" in indonesian
    assert "registered 284,164" in okoce("published", "list", "--bahasa", "en")[1]


def test_the_observations_are_facts_with_their_chance(okoce):
    out = okoce("published", "list", "--bahasa", "en")[1]
    assert (
        "Row 40: entrepreneurs are 70 % of participants, to the unit: 480,765 of 686,807, and 70 % are 480,764.9. "
        "By chance about one number in 6,868 is a whole percentage." in out
    )
    assert "Row 40: jobs / entrepreneurs = 1,469,937 / 480,765 = 3.0575" in out
    assert "Row 40: 3.0575 jobs for one entrepreneur; nationally an enterprise has 1.83 persons" in out
    assert "Row 40: jobs: 1,469,937 = 2.1 × 699,970" in out
    assert "Row 10 → 11: registered: 44,560 after 45,183." in out
    assert "Row 40 → 44: registered: >500,000 after 686,807." in out
    assert "Row 29: entrepreneurs and participants are one and the same number, 111,108." in out
    assert "= 3,0575" in okoce("published", "list")[1]


def test_a_multiple_is_told_with_both_numbers():
    (fact,) = observations(2_468, 1_234, None)
    told = "participants are 2 times entrepreneurs: 2,468 and 1,234."
    assert observation_sentence(fact, Tongue("en")) == told


def test_the_list_as_json_has_every_row_and_every_number_as_text(okoce):
    whole = document(okoce, "list")
    assert (whole["format"], [row["id"] for row in whole["figures"]]) == ("okoce-published/1", list(range(1, 47)))
    row = whole["figures"][12]
    assert {name: row[name] for name in ("as_of", "window_start", "kind", "scope", "body")} == {
        "as_of": "2018-09-07", "window_start": "2018-08-10", "kind": "flow", "scope": "website", "body": None,
    }  # fmt: skip
    assert row["given"] == [
        {
            "measure": "registered", "number": "3667", "printed": "added", "unit": "website_members", "kind": "flow",
            "scope": "website", "window_start": "2018-08-10", "definition_id": None, "remark": {"id": "", "en": ""},
        }
    ]  # fmt: skip
    seventy = next(fact for fact in whole["observations"] if fact["code"] == "whole-percentage")
    assert seventy == {
        "code": "whole-percentage", "measure": "entrepreneurs", "number": "480765", "against": "participants",
        "base": "686807", "value": "70", "rounded": "70.0000", "one_in": 6868, "rows": [40], "at_least": False,
    }  # fmt: skip


def test_files_are_compared_only_with_what_means_the_same(okoce, records):
    whole = document(okoce, "check", records, *DAY, "--rulebook", "okoce-reach@1", "--scope", "national")
    assert (whole["format"], whole["as_of"], whole["known_at"], whole["scope"]) == (
        "okoce-published/1", "2022-09-30", None, "national",
    )  # fmt: skip
    (check,) = whole["checks"]
    (pair,) = check["compared"]
    # 2 participants, as conftest.py derives; 2 - 686,807; 30 September lies in September
    assert (pair["row"], pair["published"]["number"], pair["difference"], pair["within"]) == (
        40, "686807", "-686805", False,
    )  # fmt: skip
    assert pair["computed"] == {"measure": "participants", "value": "2", "low": "2", "high": "2"}
    assert (pair["days_apart"], pair["years_apart"]) == (0, "0.00")
    assert len(check["not_compared"]) == sum(len(figure.given) for figure in published()) - 1
    shrunk = next(n for n in check["not_compared"] if n["row"] == 42)
    assert shrunk["reasons"] == ["scope", "stock-against-flow"]


def test_what_was_read_stands_in_the_json_too(okoce, records):
    whole = document(okoce, "check", records, "--known-at", "2022-10")
    assert whole["known_at"] == "2022-10-31"
    # 12 lines, one of them the header
    assert (whole["ledger"]["seen"], whole["ledger"]["recorded"], whole["ledger"]["skipped"]) == (12, 11, 1)
    assert [check["rulebook"] for check in whole["checks"]] == ["okoce-claim@1", "okoce-reach@1", "okoce-p4@1"]


def test_without_a_scope_the_page_says_what_is_missing(okoce, records):
    status, out, _ = okoce("published", "check", records, *DAY, "--bahasa", "en", "--rulebook", "okoce-reach@1")
    assert status == 0
    assert "okoce-reach@1: nothing published has the same measure, scope and definition." in out
    assert "Whose people were counted is not said: name it with --scope" in out
    assert "--scope" in okoce("published", "check", records, *DAY)[1]


def test_the_page_lays_computed_and_published_side_by_side(okoce, records):
    words = ("--rulebook", "jakpreneur-2020-p1@1", "--scope", "dki", "--bahasa", "en")
    out = okoce("published", "check", records, *DAY, *words)[1]
    row = next(line for line in out.splitlines() if line.startswith(" 29  entrepreneurs"))
    # 2 - 111,108; from 2020-02-21 to 2022-09-30 there are 952 days = 2.61 years
    assert [cell.strip() for cell in row.split("  ") if cell.strip()] == [
        "29", "entrepreneurs 111,108 (jakpreneur-2020-p1@1), 2020-02-21", "entrepreneurs 2 (2–2)", "-111,106", "no",
        "2.61",
    ]  # fmt: skip
    assert "  A flow; a stock was counted" in out
    assert "      registered: rows 13, 31, 42" in out


def test_a_rulebook_with_a_field_set_is_shown_by_its_label(okoce, records):
    words = ("--rulebook", "okoce-reach@1", "--set", "participant.min_stage=trained", "--scope", "dki")
    (check,) = document(okoce, "check", records, *DAY, *words)["checks"]
    assert check["label"] == "okoce-reach@1 (participant.min_stage=trained)"
    assert {pair["published"]["measure"] for pair in check["compared"]} == {"trained"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--scope", "jakarta"), "No scope is named jakarta. There are: campaign, dki,"),
        (("--as-of", "besok"), "besok is not a date"),
        (("--rulebook", "okoce-p4"), "Did you mean okoce-p4@1"),
    ],
)
def test_a_wrong_question_is_refused_before_anything_is_read(okoce, tmp_path, words, said):
    status, out, err = okoce("published", "check", tmp_path / "tidak-ada.xlsx", *words, "--bahasa", "en")
    assert (status, out) == (2, "")
    assert said in err


def test_where_nothing_can_be_read_there_is_nothing_to_compare(okoce, tmp_path):
    path = tmp_path / "rusak.xlsx"
    path.write_bytes(b"PK")
    status, out, _ = okoce("published", "check", path, "--bahasa", "en")
    assert (status, "Nothing could be read, so there are no figures." in out) == (3, True)
    status, out, _ = okoce("published", "check", path, "--json")
    assert (status, json.loads(out)["checks"], json.loads(out)["as_of"]) == (3, [], None)


def keys(value):
    if isinstance(value, list):
        return {key for inner in value for key in keys(inner)}
    return {*value, *(key for inner in value.values() for key in keys(inner))} if isinstance(value, dict) else set()


def test_every_key_reason_and_observation_stands_on_the_page_of_the_docs(okoce, records):
    page = (Path(__file__).parents[2] / "docs" / "published.md").read_text("utf-8")
    checked = document(okoce, "check", records, "--rulebook", "okoce-reach@1", "--scope", "national")
    of_reading = {"inputs", "files", "ledger", "problems"}
    said = keys(document(okoce, "list")) | keys({k: v for k, v in checked.items() if k not in of_reading}) | of_reading
    codes = {*get_args(Reason), *(fact.code for fact in published_observations()), *SCOPES}
    assert [word for word in sorted(said | codes) if f"`{word}`" not in page] == []


def test_strict_makes_one_of_a_problem_of_the_level_error(okoce, members):
    assert okoce("published", "check", members)[0] == 0
    assert okoce("published", "check", members, "--strict")[0] == 1
