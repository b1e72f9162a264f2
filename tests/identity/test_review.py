"""The doubtful pairs: which they are, in what order, what the file says and that it is read again."""

import csv
import io
import json
import pickle

import attrs
import pytest

import okoce_core as okoce
from okoce_core.identity.decisions import Decision, Decisions
from okoce_core.identity.review import review
from okoce_core.misuse import Misuse
from okoce_core.report.decision_table import decisions_from
from okoce_core.report.decisions_page import decisions_page
from okoce_core.report.review_table import review_csv, review_rows, review_xlsx
from okoce_core.report.tables import render
from okoce_core.report.tongue import Tongue

from .test_full import HEAD, TWO_NIKS, clusters, lists

KEY = b"a key for the tests only"
ID, EN = Tongue("id"), Tongue("en")

SARI = {"r": 1, "partner": "A", "name": "Sari Wangi", "region": "32.71", "born": "1990-07-01"}
OPEN = [SARI, {**SARI, "r": 2, "partner": "B", "born": "1990-07-11"}]
"""One part of the date differs: below even odds, by the weights that ship, but not by far."""
MADE = [
    {"r": 3, "partner": "A", "name": "Dewi Lestari", "born": "1961-01-01", "region": "32.71"},
    {"r": 4, "partner": "B", "name": "Dewi Lestari", "born": "1961-01-01", "region": "32.71"},
]
"""One name, one town, and the birth date that is written where the year alone is known: above even odds, not by far."""
PHONE = {"phone": "0800-1111-004"}
REFUSED = [
    {**TWO_NIKS[0], **PHONE, "r": 5},
    {**TWO_NIKS[1], **PHONE, "r": 6},
    {"r": 7, "partner": "C", "name": "Sari Wangi", **PHONE},
]
"""7 may be 5 or 6 by name and phone; whichever it is, the other is refused by the two numbers."""


def reviewed(*records, made=(), **more):
    return review(okoce.read(*lists(*records)), Decisions(made, KEY), **more)


def standings(found):
    return [pair.standing for pair in found.pairs]


def table(found, tongue=EN, **more):
    heads, *rows = review_rows(found, tongue, **more)
    return [dict(zip(heads, row, strict=True)) for row in rows]


# --- which pairs ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("records", "standing"), [(OPEN, "open"), (MADE, "made"), (REFUSED, "refused")])
def test_each_kind_of_doubtful_pair_is_asked_about(records, standing):
    assert standing in standings(reviewed(*records))


def test_what_is_sure_is_not_asked_about():
    sure = [{**SARI, "email": "sari@example.org"}, {**SARI, "email": "sari@example.org", "r": 2, "partner": "B"}]
    assert not reviewed(*sure).pairs


def test_what_changes_more_figures_comes_first_and_then_what_is_more_uncertain():
    found = reviewed(*OPEN, *MADE)
    assert [pair.changes for pair in found.pairs] == [("participants",)] * len(found.pairs)
    odds = [abs(pair.odds) for pair in found.pairs]
    assert odds == sorted(odds)


def test_two_owners_of_a_business_of_one_name_change_three_figures():
    files = []
    for partner, name, day in (("A", "Sari Wangi", "1990-07-01"), ("B", "Sari Lestari", "1990-07-11")):
        person = {"type": "person", "id": "P1", "name": name, "born": day}
        took_part = {"type": "participation", "partner": partner, "person": "P1", "date": "2021"}
        unit = {"type": "enterprise", "id": "E1", "name": "Kedai Rekaan"}
        owns = {"type": "ownership", "enterprise": "E1", "person": "P1"}
        files.append("\n".join(map(json.dumps, (HEAD, person, took_part, unit, owns))).encode())
    (pair,) = review(okoce.read(*files), Decisions(key=KEY)).pairs
    assert pair.changes == ("participants", "entrepreneurs", "enterprises")


def test_no_more_pairs_than_asked_for_and_how_many_were_left():
    everything = reviewed(*OPEN, *MADE)
    found = reviewed(*OPEN, *MADE, most=1)
    assert found.pairs == everything.pairs[:1]
    assert found.left == len(everything.pairs) - 1 > 0


def test_the_order_of_rows_and_files_changes_nothing():
    there, back = (reviewed(*order) for order in ([*OPEN, *MADE], [*reversed([*OPEN, *MADE])]))
    assert [(p.names, p.standing, p.changes, p.evidence) for p in there.pairs] == [
        (p.names, p.standing, p.changes, p.evidence) for p in back.pairs
    ]


@pytest.mark.parametrize("answer", ["same", "different", "unknown"])
def test_what_was_answered_is_not_asked_again(answer):
    asked = reviewed(*OPEN).pairs[0]
    assert not reviewed(*OPEN, made=(Decision.of(*asked.names, answer),)).pairs


# --- the file ---------------------------------------------------------------------------------------------------------


def test_a_line_says_where_the_two_are_how_far_they_agree_and_what_it_changes():
    (line,) = table(reviewed(*OPEN))
    assert (line["keputusan"], line["state"], line["changes"]) == ("", "apart, in doubt", "participants")
    assert (line["Name"], line["Birth date"], line["Region"]) == ("the same", "one part differs", "the same")
    assert {line["row a"], line["row b"]} == {2}
    assert line["file a"] != line["file b"]
    assert line["probability"].endswith(" %")


def test_both_languages_say_the_same_of_the_same_pairs():
    (line,) = table(reviewed(*OPEN), ID)
    assert (line["Nama"], line["keadaan"]) == ("sama", "dipisahkan, masih ragu")


def test_no_personal_value_is_in_the_file_unless_it_is_asked_for():
    marked = [
        {**record, "name": "Penanda Rahasia", "email": f"penanda{n}@example.org", "nik": nik}
        for n, (record, nik) in enumerate(zip(OPEN, ("9901014107909001", None), strict=True))
    ]
    found = reviewed(*marked, *MADE)
    hidden = "".join(str(cell) for row in review_rows(found, ID) for cell in row) + repr(found)
    assert not any(v in hidden for v in ("Penanda", "penanda0@", "9901014107909001", "1961-01-01"))
    shown = "".join(str(cell) for row in review_rows(found, ID, revealed=True) for cell in row)
    assert "Dewi Lestari" in shown
    assert "1961-01-01" in shown


def filled(found, answer, tongue=ID):
    """The CSV with an answer in every line, as a spreadsheet with semicolons writes it."""
    rows = list(csv.reader(io.StringIO(review_csv(found, tongue).decode("utf-8-sig"))))
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows([rows[0], *([answer, *row[1:]] for row in rows[1:])])
    return out.getvalue().encode()


@pytest.mark.parametrize(
    ("answer", "meant"), [("sama", "same"), ("BEDA ", "different"), ("tidak  tahu", "unknown"), ("Same", "same")]
)
def test_a_filled_file_is_read_again(answer, meant):
    found = reviewed(*OPEN)
    read = decisions_from(filled(found, answer), "tinjauan.csv", KEY)
    assert read.made == (Decision.of(*found.pairs[0].names, meant),)


def test_what_was_decided_in_the_file_binds_the_next_run():
    reading = okoce.read(*lists(*OPEN))
    assert okoce.resolve(reading).people == 2
    read = decisions_from(filled(reviewed(*OPEN), "sama"), "tinjauan.csv", KEY)
    assert clusters(okoce.resolve(reading, decisions=read)) == [{1, 2}]


def test_an_answer_nobody_understands_is_reported_and_the_rest_is_read():
    found = reviewed(*OPEN)
    read = decisions_from(filled(found, "mungkin"), "tinjauan.csv", KEY)
    assert (read.made, read.unread) == ((), ("tinjauan.csv: 2",))


def test_a_file_without_answers_decides_nothing_and_another_file_is_misuse():
    assert decisions_from(review_csv(reviewed(*OPEN), ID), "tinjauan.csv", KEY).made == ()
    for data in (b"nama;hp\nSari;1\n", b"", b"\x00\x01"):
        with pytest.raises(Misuse) as error:
            decisions_from(data, "lain.csv", KEY)
        assert error.value.code == "not-decisions"


def test_earlier_decisions_are_carried_on_used_or_not():
    asked = reviewed(*OPEN).pairs[0]
    made = (Decision.of(*asked.names, "same"), Decision.of("pffff", "paaaa", "different"))
    found = reviewed(*OPEN, made=made)
    assert [line["state"] for line in table(found)] == [
        "decided before" if d.answer == "same" else "unused: not in these lists" for d in sorted(made)
    ]
    assert set(decisions_from(review_csv(found, ID), "tinjauan.csv", KEY).made) == {*made}


def test_contradictory_decisions_are_carried_on_and_said_to_be():
    a, b = reviewed(*OPEN).pairs[0].names
    made = (Decision.of(a, b, "same"), Decision.of(a, b, "different"))
    found = reviewed(*OPEN, made=made)
    assert [line["state"] for line in table(found)] == ["contradictory, not applied"] * 2
    page = render(decisions_page(found.decisions, EN))
    assert "contradictory: 2" in page
    assert f"{min(a, b)} and {max(a, b)} are decided to be two people" in page


def test_no_file_name_becomes_a_formula():
    reading = okoce.read(*lists(*OPEN))
    for file in reading.files:
        file.source = attrs.evolve(file.source, name="=1+1.jsonl")
    assert ",'=1+1.jsonl," in review_csv(review(reading, Decisions(key=KEY)), ID).decode("utf-8-sig")


def test_the_workbook_holds_the_same_and_offers_the_three_answers():
    openpyxl = pytest.importorskip("openpyxl")
    found = reviewed(*OPEN, *MADE)
    data = review_xlsx(found, ID)
    assert data == review_xlsx(found, ID)
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    rows = [tuple("" if cell is None else cell for cell in row) for row in sheet.iter_rows(values_only=True)]
    assert rows == list(review_rows(found, ID))
    (rule,) = sheet.data_validations.dataValidation
    assert rule.formula1 == '"sama,beda,tidak tahu"'
    assert str(rule.sqref) == f"A2:A{len(rows)}"


def test_a_workbook_filled_in_is_read_again():
    openpyxl = pytest.importorskip("openpyxl")
    found = reviewed(*OPEN)
    book = openpyxl.load_workbook(io.BytesIO(review_xlsx(found, ID)))
    book.active["A2"] = "beda"
    out = io.BytesIO()
    book.save(out)
    read = decisions_from(out.getvalue(), "tinjauan.xlsx", KEY)
    assert read.made == (Decision.of(*found.pairs[0].names, "different"),)


def test_a_pickled_reading_has_nothing_to_review():
    reading = pickle.loads(pickle.dumps(okoce.read(*lists(*OPEN))))
    with pytest.raises(Misuse) as error:
        review(reading)
    assert error.value.code == "reading-without-values"
