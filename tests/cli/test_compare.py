"""``okoce compare``; the figures and steps expected are derived by hand from the data in conftest.py."""

import json

import pytest

DAY = ("--as-of", "2022-09-30")

PARTICIPANTS = [
    ("repeated-in-file", "0", "4"),  # no line is the same as another
    ("same-partner", "0", "4"),  # A named three people, B one
    ("across-partners", "-1", "3"),  # P1 was named by A and B
    ("reference-date", "-1", "2"),  # P3 came in 2023
    ("role", "0", "2"),
    ("stage", "-2", "0"),  # nobody was trained
    ("dates", "0", "0"),
]
"""From the claim, 4 lines, to strict-audit."""


def document(okoce, *words):
    status, out, _ = okoce("compare", *words, "--json")
    assert status == 0
    return json.loads(out)


def block(out, title):
    """The rows of the table under a title, each with its cells."""
    lines = out.splitlines()
    start = lines.index(title) + 4
    rows = lines[start : lines.index("", start)]
    return [[cell.strip() for cell in row.split("  ") if cell.strip()] for row in rows]


def test_figures_stand_side_by_side_from_the_claim_to_the_audit(okoce, records):
    said = document(okoce, records, *DAY)
    assert list(said)[:1] == ["format"]
    assert (said["format"], said["as_of"], said["known_at"], said["identity"]) == (
        "okoce-comparison/1", "2022-09-30", None, "full",
    )  # fmt: skip
    assert [f["rulebook"] for f in said["figures"]] == ["okoce-claim@1", "okoce-p4@1", "strict-audit@1"]
    assert [f["participants"]["value"] for f in said["figures"]] == ["4", "2", "0"]
    assert said["ledger"]["seen"] == 12
    out = okoce("compare", records, *DAY)[1]
    assert "Angka per 2022-09-30, tanggal yang diminta." in out
    assert all(f"\n{name} " in out for name in ("okoce-claim@1", "okoce-p4@1", "strict-audit@1"))


def test_every_step_is_told_in_order_also_those_that_move_nothing(okoce, records):
    bridge = document(okoce, records, *DAY)["bridge"]
    assert list(bridge) == ["participants", "entrepreneurs", "jobs"]
    told = bridge["participants"]
    assert (told["from"], told["to"], told["value"]) == ("okoce-claim@1", "strict-audit@1", "4")
    assert [(step["step"], step["change"], step["value"]) for step in told["steps"]] == PARTICIPANTS
    # P1's two lines are one person, who was never trained; the five jobs are in P1's enterprise.
    moved = {m: [(s["step"], s["change"]) for s in bridge[m]["steps"] if s["change"] != "0"] for m in bridge}
    assert moved["entrepreneurs"] == [("across-partners", "-1"), ("stage", "-1")]
    assert moved["jobs"] == [("stage", "-5")]


def test_a_step_names_what_it_removed_and_what_it_changed(okoce, records):
    steps = {step["step"]: step for step in document(okoce, records, *DAY)["bridge"]["participants"]["steps"]}
    assert steps["across-partners"] == {
        "step": "across-partners", "reason": "A person counts once across all partners", "fields": {}, "change": "-1",
        "value": "3", "unit": "row", "removed": [{"file": "data.jsonl", "sheet": "", "row": 7}], "added": [],
        "changed": 0,
    }  # fmt: skip
    assert steps["reference-date"]["removed"] == [{"id": None, "file": "data.jsonl", "sheet": "", "row": 4}]
    assert steps["stage"]["fields"] == {"participant.min_stage": ["registered", "trained"]}
    assert [unit["row"] for unit in steps["stage"]["removed"]] == [2, 3]
    assert steps["dates"]["fields"] == {"dates": ["possible", "certain"]}


def test_backwards_the_steps_add_what_they_removed(okoce, records):
    words = ("--rulebook", "strict-audit@1", "--rulebook", "okoce-claim@1", "--measure", "participants")
    (told,) = document(okoce, records, *DAY, *words)["bridge"].values()
    steps = {step["step"]: step for step in told["steps"]}
    assert (told["value"], told["steps"][-1]["value"]) == ("0", "4")
    assert [unit["row"] for unit in steps["stage"]["added"]] == [2, 3]
    assert (steps["stage"]["change"], steps["stage"]["removed"]) == ("2", [])
    assert steps["stage"]["fields"] == {"participant.min_stage": ["trained", "registered"]}


def test_resolved_ids_name_the_people_where_the_sources_give_them(okoce, records):
    records.write_text(records.read_text().replace('"local"', '"resolved"'), "utf-8")
    steps = {step["step"]: step for step in document(okoce, records, *DAY)["bridge"]["participants"]["steps"]}
    assert [unit["id"] for unit in steps["stage"]["removed"]] == ["P1", "P2"]


def test_the_steps_are_a_table_of_sentences(okoce, records):
    out = okoce("compare", records, *DAY, "--bahasa", "en")[1]
    rows = block(out, "Participants: from okoce-claim@1 to strict-audit@1")
    assert rows[0] == ["okoce-claim@1", "4"]
    assert rows[3] == ["A person counts once across all partners", "-1", "3", "1", "0", "0"]
    assert rows[6] == ["The lowest stage that makes a participant: registered → trained", "-2", "0", "2", "0", "0"]
    assert len(rows) == 1 + len(PARTICIPANTS)
    assert "The order of the steps is fixed" in out
    entrepreneurs = block(out, "Entrepreneurs: from okoce-claim@1 to strict-audit@1")
    assert entrepreneurs[-1][0] == "The kinds of permit that count: −SKU −PIRT −HALAL −BPOM −HAKI −OTHER"
    jobs = block(out, "Jobs: from okoce-claim@1 to strict-audit@1")
    assert "The greatest age of a headcount, in months: none → 12" in [row[0] for row in jobs]


def test_the_sentences_are_indonesian_unless_english_is_asked_for(okoce, records):
    rows = block(okoce("compare", records, *DAY)[1], "Peserta: dari okoce-claim@1 ke strict-audit@1")
    assert rows[3][0] == "Satu orang dihitung sekali di semua mitra"


def test_what_is_added_and_yes_and_no_are_said_in_words(okoce, records):
    # okoce-created asks for new permits; without that clause its licensed owner, whose NIB came after joining, stays.
    words = ("--rulebook", "okoce-created@1", "--rulebook", "okoce-p4@1", "--measure", "entrepreneurs")
    rows = block(
        okoce("compare", records, *DAY, *words, "--bahasa", "en")[1],
        "Entrepreneurs: from okoce-created@1 to okoce-p4@1",
    )
    assert "Whether the permit must be no older than joining: yes → no" in [row[0] for row in rows]


def test_growth_has_a_plus(okoce, records):
    words = ("--rulebook", "strict-audit@1", "--rulebook", "okoce-p4@1", "--measure", "jobs", "--bahasa", "en")
    rows = block(okoce("compare", records, *DAY, *words)[1], "Jobs: from strict-audit@1 to okoce-p4@1")
    assert rows[1] == ["The lowest stage that makes a participant: trained → registered", "+5", "5", "0", "1", "0"]


def test_the_split_shares_out_the_difference_between_the_definitions_without_an_order(okoce, records):
    told = document(okoce, records, *DAY, "--split")["bridge"]
    # Of the clauses that differ between p4 and strict-audit only the stage removes anybody, whatever comes first.
    assert told["entrepreneurs"]["split"] == {
        "from": "okoce-p4@1", "to": "strict-audit@1", "shares": {"stage": "-1", "alive": "0", "permit-kinds": "0"},
    }  # fmt: skip
    assert told["jobs"]["split"]["shares"]["stage"] == "-5"
    out = okoce("compare", records, *DAY, "--split", "--bahasa", "en")[1]
    title = "Participants: from okoce-p4@1 to strict-audit@1, each clause's share whatever the order"
    assert block(out, title) == [["The lowest stage that makes a participant", "-2"]]
    assert "split" not in document(okoce, records, *DAY)["bridge"]["participants"]


def test_a_measure_that_one_of_them_does_not_count_has_no_steps(okoce, records):
    words = ("--rulebook", "okoce-claim@1", "--rulebook", "okoce-reach@1")
    assert list(document(okoce, records, *words)["bridge"]) == ["participants", "entrepreneurs"]
    modelled = ("--rulebook", "okoce-claim@1", "--rulebook", "okoce-ratio@1")
    assert list(document(okoce, records, *modelled)["bridge"]) == ["participants"]


def test_measures_are_shown_as_they_are_asked_for(okoce, records):
    said = document(okoce, records, "--measure", "enterprises", "--measure", "jobs")
    assert list(said["bridge"]) == ["enterprises", "jobs"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--measure", "job"), "Tidak ada ukuran bernama job."),
        (("--rulebook", "okoce-p4"), "Maksud Anda okoce-p4@1"),
        (("--rulebook", "okoce-reach@1", "--measure", "jobs"), "okoce-reach@1 tidak menanyakan lapangan kerja"),
        (("--rulebook", "okoce-ratio@1", "--measure", "jobs"), "okoce-ratio@1 adalah model untuk ukuran itu"),
        (("--rulebook", "okoce-claim@1", "--split"), "okoce-claim@1 menjumlahkan baris"),
        (("--as-of", "besok"), "besok bukan tanggal"),
        (("--identity", "exat"), "Maksud Anda exact"),
    ],
)
def test_a_wrong_question_is_refused_before_anything_is_read(okoce, tmp_path, words, said):
    status, out, err = okoce("compare", tmp_path / "tidak-ada.xlsx", *words)
    assert (status, out) == (2, "")
    assert said in err


def test_a_field_that_is_set_stands_in_the_labels(okoce, records):
    words = ("--rulebook", "okoce-p4@1", "--set", "jobs.owners=per_enterprise", "--known-at", "2022-10")
    said = document(okoce, records, *DAY, *words)
    assert said["bridge"]["jobs"]["from"] == "okoce-p4@1 (jobs.owners=per_enterprise)"
    assert said["bridge"]["jobs"]["steps"] == []
    assert said["known_at"] == "2022-10-31"


def test_where_nothing_can_be_read_there_is_nothing_to_compare(okoce, tmp_path):
    (tmp_path / "kosong.csv").write_bytes(b"")
    status, out, _ = okoce("compare", tmp_path, "--bahasa", "en")
    assert (status, out.splitlines()[0]) == (3, "Nothing could be read, so there are no figures.")
    assert "order of the steps" not in out
    status, out, _ = okoce("compare", tmp_path, "--json")
    said = json.loads(out)
    assert (status, said["figures"], said["bridge"], said["as_of"]) == (3, [], {}, None)


def test_strict_makes_one_of_a_problem_of_the_level_error(okoce, members):
    assert okoce("compare", members)[0] == 0
    assert okoce("compare", members, "--strict")[0] == 1


def test_json_is_the_same_bytes_whatever_the_order_of_the_paths(okoce, records, members):
    assert okoce("compare", records, members, "--json") == okoce("compare", members, records, "--json")
