"""``okoce explain``; what is counted and why is derived by hand from the data in conftest.py."""

import json
from pathlib import Path

import pytest

DAY = ("--as-of", "2022-09-30")
P4 = ("--rulebook", "okoce-p4@1")
SAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "2022-09"

TREE = """\
Entrepreneurs (people: 1)
  Counted (people: 1)
    data.jsonl: 2: counted, certain
      As a participant: counted, certain
        Participation: certain, from data.jsonl: 6
        Participation: certain, from data.jsonl: 7
      Ownership of the enterprise data.jsonl: 5: counted, certain
        The asked-for state of the ownership or the enterprise: met, certain, from data.jsonl: 10
        A permit of a kind that counts: met, certain, from data.jsonl: 11
  Not counted (people: 2): nothing of the kind asked for is told
    data.jsonl: 3: not counted, nothing of the kind asked for is told
      As a participant: counted, certain
        Participation: certain, from data.jsonl: 8
    data.jsonl: 4: not counted, nothing of the kind asked for is told
      As a participant: not counted, only after the reference date
        Participation: only after the reference date, from data.jsonl: 9
"""
"""P1 owns E1, which has a NIB. P2 and P3 own nothing, and P3 came too late besides."""


def explained(okoce, *words, language="en"):
    """The tree as it is printed."""
    status, out, err = okoce("explain", *words, "--bahasa", language)
    assert (status, err) == (0, "")
    return out.split("\n\n")[2] + "\n"


def document(okoce, *words):
    status, out, _ = okoce("explain", *words, "--json")
    assert status == 0
    return json.loads(out)


@pytest.fixture
def resolved(records):
    """The same with ids that its source calls resolved."""
    records.write_text(records.read_text().replace('"local"', '"resolved"'), "utf-8")
    return records


def test_a_figure_is_explained_down_to_the_rows(okoce, records):
    assert explained(okoce, records, *DAY, *P4) == TREE


def test_the_day_and_the_meaning_stand_above(okoce, records):
    out = okoce("explain", records, *DAY, *P4, "--known-at", "2022-10-31")[1].split("\n\n")
    assert out[0] == "Angka per 2022-09-30, tanggal yang diminta."
    assert out[1] == "Hanya yang diketahui sampai 2022-10-31 yang dihitung."
    assert out[2].startswith("okoce-p4@1: Wirausaha adalah peserta yang memiliki usaha berizin")
    assert "hari terakhir yang digambarkan berkas" in okoce("explain", records, *P4)[1]


def test_the_sentences_are_indonesian_unless_english_is_asked_for(okoce, records):
    lines = explained(okoce, records, *DAY, *P4, language="id").splitlines()
    assert lines[0] == "Wirausaha (orang: 1)"
    assert "    data.jsonl: 2: dihitung, pasti" in lines
    assert "        Izin dari jenis yang dihitung: terpenuhi, pasti, dari data.jsonl: 11" in lines


def test_jobs_are_told_by_enterprise_with_owners_and_headcounts(okoce, records):
    assert explained(okoce, records, *DAY, *P4, "--measure", "jobs") == (
        "Jobs (enterprises: 1): 5\n"
        "  Counted (enterprises: 1)\n"
        "    data.jsonl: 5: 5, counted, certain\n"
        "      As an entrepreneur's enterprise: counted, certain\n"
        "        Owner data.jsonl: 2: counted, from data.jsonl: 10\n"
        "      The headcount taken: 5, from data.jsonl: 12\n"
    )


def test_an_enterprise_without_a_known_headcount_is_told_to_be_so(okoce, records):
    records.write_text(records.read_text().replace('"full_time": 5', '"total": null'), "utf-8")
    assert explained(okoce, records, *DAY, *P4, "--measure", "jobs").splitlines()[:3] == [
        "Jobs (enterprises: 0): 0",
        "  The number of workers is unknown (enterprises: 1)",
        "    data.jsonl: 5: not counted, its number of workers is unknown",
    ]


def test_at_most_as_many_of_each_reason_are_shown_as_are_asked_for(okoce, records):
    lines = explained(okoce, records, *DAY, *P4, "--most", "1").splitlines()
    assert "  Not counted (people: 2): nothing of the kind asked for is told" in lines
    assert lines[-1] == "    and 1 more; --most says how many are shown"
    assert "        Participation: certain, from data.jsonl: 6" in lines
    assert not any("data.jsonl: 4" in line for line in lines)


def test_of_many_rows_that_say_one_thing_only_so_many_are_named(okoce, records):
    line = json.dumps(
        {"type": "participation", "partner": "A", "person": "P2", "date": "2022-03-01", "stage": "registered"}
    )
    records.write_text(records.read_text() + f"{line}\n" * 3, "utf-8")
    out = explained(okoce, records, *DAY, "--rulebook", "okoce-reach@1", "--measure", "participants", "--most", "2")
    assert "Participation: certain, from data.jsonl: 8; data.jsonl: 13 and 2 more" in out


def test_a_person_is_explained_by_the_row_that_speaks_of_him(okoce, records):
    assert explained(okoce, records, *DAY, *P4, "--person", "data.jsonl:4") == (
        "What was asked about data.jsonl: 4\n"
        "  Participants: not counted, only after the reference date\n"
        "    Participation: only after the reference date, from data.jsonl: 9\n"
        "  Entrepreneurs: not counted, nothing of the kind asked for is told\n"
        "    As a participant: not counted, only after the reference date\n"
        "      Participation: only after the reference date, from data.jsonl: 9\n"
    )


def test_a_resolved_id_names_a_person_and_stands_beside_the_row(okoce, resolved):
    by_id = explained(okoce, resolved, *DAY, *P4, "--person", "P1")
    assert by_id.splitlines()[0] == "What was asked about P1 (data.jsonl: 2)"
    assert "Ownership of the enterprise E1 (data.jsonl: 5): counted, certain" in by_id
    assert by_id == explained(okoce, resolved, *DAY, *P4, "--person", "data.jsonl:2")


def test_an_id_may_look_like_a_row(okoce, records):
    odd = records.read_text().replace('"local"', '"resolved"').replace('"P2"', '"kab:12"')
    records.write_text(odd, "utf-8")
    assert explained(okoce, records, *DAY, *P4, "--person", "kab:12").startswith("What was asked about kab:12 (data")


def test_an_enterprise_is_explained_with_its_jobs(okoce, records):
    lines = explained(okoce, records, *DAY, *P4, "--enterprise", "data.jsonl:5").splitlines()
    assert "  Enterprises: counted, certain" in lines
    assert "  Jobs: 5, counted, certain" in lines


def test_a_row_of_a_workbook_is_named_with_its_sheet_or_without(okoce):
    named = [explained(okoce, SAMPLE, *DAY, *P4, "--person", f"hipmi.xlsx:{at}7") for at in ("", "Anggota:")]
    assert named[0] == named[1]
    assert named[0].startswith("What was asked about hipmi.xlsx: Anggota!7\n")
    assert okoce("explain", SAMPLE, *P4, "--person", "hipmi.xlsx:Petunjuk:7")[0] == 2


def test_as_json_the_tree_is_whole(okoce, resolved):
    said = document(okoce, resolved, *DAY, *P4, "--set", "jobs.owners=per_enterprise", "--measure", "jobs")
    assert {key: said[key] for key in ("format", "as_of", "known_at", "identity", "rulebook", "label")} == {
        "format": "okoce-explanation/1", "as_of": "2022-09-30", "known_at": None, "identity": "full",
        "rulebook": "okoce-p4@1", "label": "okoce-p4@1 (jobs.owners=per_enterprise)",
    }  # fmt: skip
    tree = said["explanation"]
    assert (tree["what"], tree["value"], tree["units"]) == ("jobs", "6", 1)  # five workers and the owner
    (unit,) = tree["children"][0]["children"]
    assert unit["unit"] == {"id": "E1", "file": "data.jsonl", "sheet": "", "row": 5}
    assert unit["children"][1]["rows"] == [{"file": "data.jsonl", "sheet": "", "row": 12}]
    assert (said["ledger"]["seen"], said["problems"]) == (12, [])


@pytest.mark.parametrize(
    ("words", "indonesian", "english"),
    [
        ((), "Sebutkan tepat satu aturan hitung", "Name exactly one rulebook with --rulebook; there is no default"),
        ((*P4, "--rulebook", "okoce-reach@1"), "Sebutkan tepat satu aturan hitung", "Name exactly one rulebook"),
        ((*P4, "--measure", "job"), "Tidak ada ukuran bernama job", "No measure is named job. There are: participants"),
        ((*P4, "--most", "0"), "--most adalah 1 atau lebih, bukan 0", "--most is 1 or more, not 0"),
        ((*P4, "--most", "semua"), "nilai int tidak sah", "invalid int value: 'semua'"),
        (
            (*P4, "--measure", "jobs", "--person", "P1"),
            "--measure",
            "argument --person: not allowed with argument --measure",
        ),
        (("--rulebook", "okoce-claim@1"), "Tidak ada orang atau usaha di balik", "stands behind that figure"),
        (("--rulebook", "okoce-ratio@1"), "Tidak ada orang atau usaha di balik", "stands behind that figure"),
        (("--rulebook", "okoce-ratio@1", "--enterprise", "E1"), "di balik angka itu", "stands behind that figure"),
        (("--rulebook", "okoce-reach@1", "--measure", "jobs"), "di balik angka itu", "stands behind that figure"),
    ],
)
def test_a_wrong_question_is_refused_before_anything_is_read(okoce, tmp_path, words, indonesian, english):
    for language, sentence in (("id", indonesian), ("en", english)):
        status, out, err = okoce("explain", tmp_path / "tidak-ada.xlsx", *words, "--bahasa", language)
        assert (status, out) == (2, "")
        assert sentence in err


@pytest.mark.parametrize("named", ["P1", "data.jsonl:6", "lain.jsonl:2", "data.jsonl:dua"])
def test_whom_nobody_knows_cannot_be_explained(okoce, records, named):
    # An id is no name where the ids of the source are its own; row 6 speaks of no person, but of a participation.
    for option in ("--person", "--enterprise"):
        status, out, err = okoce("explain", records, *P4, option, named, "--bahasa", "en")
        assert (status, out) == (2, "")
        assert f"No person or enterprise is known as {named.partition(':')[0]}" in err


def test_where_nothing_can_be_read_there_is_nothing_to_explain(okoce, tmp_path):
    (tmp_path / "kosong.csv").write_bytes(b"")
    status, out, _ = okoce("explain", tmp_path, *P4)
    assert (status, out.splitlines()[0]) == (3, "Tidak ada yang dapat dibaca, jadi tidak ada angka.")
    status, out, _ = okoce("explain", tmp_path, *P4, "--json")
    assert (status, json.loads(out)["explanation"], json.loads(out)["rulebook"]) == (3, None, "okoce-p4@1")


def test_strict_makes_one_of_a_problem_of_the_level_error(okoce, members):
    assert okoce("explain", members, *P4)[0] == 0
    assert okoce("explain", members, *P4, "--strict")[0] == 1


def test_one_cell_of_a_breakdown_can_be_explained(okoce, tmp_path):
    words = ("explain", "docs/examples/2022-09", "--as-of", "2022-09-30", "--rulebook", "okoce-p4@1")
    women = json.loads(okoce(*words, "--measure", "participants", "--cell", "sex=F", "--json")[1])
    unknown = json.loads(okoce(*words, "--measure", "participants", "--cell", "sex=unknown", "--json")[1])
    men = json.loads(okoce(*words, "--measure", "participants", "--cell", "sex=M", "--json")[1])
    assert sum(int(told["explanation"]["value"]) for told in (women, unknown, men)) == 30  # expected.md: 30 people


@pytest.mark.parametrize(
    "cell", [("--cell", "sex"), ("--cell", "colour=red"), ("--cell", "sex=F", "--person", "a.csv:3")]
)
def test_a_cell_that_cannot_be_explained_is_wrong_use(okoce, cell):
    assert okoce("explain", "docs/examples/2022-09", "--rulebook", "okoce-p4@1", *cell)[0] == 2
