"""okoce-records/1: what is written is what was read, and one wrong thing is one problem at its line."""

from __future__ import annotations

import codecs
import json
from fractions import Fraction

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import okoce_core as okoce
from okoce_core.evidence import Ledger, Place
from okoce_core.intake import record_lines
from okoce_core.model import Headcount, Membership, Seasonal
from okoce_core.model.records import LINES, keys
from okoce_core.values import PartialDate
from tests.laws.careless_lists import LISTED, figures, files
from tests.laws.partner_files import expanded, jsonl, read
from tests.model.canonical import line_sets

KINDS = ("participations", "ownerships", "permits", "headcounts", "employments")


def contents(reading):
    """Everything one file of canonical records says, with where each thing comes from."""
    (file,) = reading.files
    records = file.records
    people, units = ([*roll.ids] for roll in (records.people, records.enterprises))

    def place(row):
        return records.place(file.source.name, row)

    said = {}
    for kind in KINDS:
        about = people if kind == "participations" else units
        said[kind] = [
            (one.fact, about[one.subject], None if one.other is None else people[one.other], place(one.row))
            for one in getattr(records, kind)
        ]
    return {
        **said,
        "resolved": records.resolved,
        "partners": records.partners,
        "people": [(one, place(row)) for one, row in zip(records.people, records.people.row, strict=True)],
        "enterprises": [
            (one, place(row)) for one, row in zip(records.enterprises, records.enterprises.row, strict=True)
        ],
        "totals": [(total, place(row)) for total, row in records.totals],
    }


def written(reading):
    return "".join(f"{line}\n" for line in record_lines(reading)).encode()


@settings(max_examples=80, deadline=None)
@given(lines=line_sets(), ids=st.sampled_from(["local", "resolved"]))
def test_what_is_written_is_what_was_read(lines, ids):
    reading = read(jsonl(*lines, ids=ids))
    assert {problem.code for problem in reading.problems} <= {"record-conflict", "undated"}
    again = read(written(reading))
    assert contents(again) == contents(reading)
    contradict = {problem.code for problem in reading.problems} & {"record-conflict"}
    assert {problem.code for problem in again.problems} <= {"undated"} | contradict


@settings(max_examples=60, deadline=None)
@given(lines=line_sets(), ids=st.sampled_from(["local", "resolved"]))
def test_what_was_written_once_is_written_the_same_again(lines, ids):
    once = written(read(jsonl(*lines, ids=ids)))
    assert written(read(once)) == once


@settings(max_examples=40, deadline=None)
@given(listed=LISTED)
def test_partner_files_written_as_records_count_like_the_files(listed):
    sent = with_business_names(listed)
    assert figures(written(read(*sent)), identity="exact") == figures(*sent, identity="exact")


@settings(max_examples=40, deadline=None, phases=[Phase.generate])
@given(listed=LISTED)
def test_partner_files_written_as_records_count_like_the_files_under_full_identity(listed):
    sent = with_business_names(listed)
    assert figures(written(read(*sent))) == figures(*sent)


def with_business_names(listed):
    # A row without a business name says "his business"; in a canonical file, where each has an id, none does.
    return files(
        [(name, said | {"enterprise.name": said["enterprise.name"].strip("-") or "Usaha"}) for name, said in listed]
    )


@settings(max_examples=40, deadline=None)
@given(lines=line_sets(5))
def test_every_right_line_is_recorded_and_blank_lines_are_blank(lines):
    data = jsonl(*lines).replace(b"\n", b"\r\n\r\n")
    # Each of the lines, and the header before them, is followed by a blank one.
    ledger = read(data).ledger
    assert ledger == Ledger(2 * len(lines) + 2, recorded=len(lines), blank=len(lines) + 1, skipped=1)


@pytest.mark.parametrize(
    "encode", [lambda s: codecs.BOM_UTF8 + s, lambda s: s.decode().encode("utf-16"), lambda s: s[:-1]]
)
def test_a_byte_order_mark_utf_16_and_a_missing_last_line_end_make_no_difference(encode):
    data = jsonl({"type": "person", "id": "P1", "name": "Siti Émi"})
    assert contents(read(encode(data))) == contents(read(data))


GOOD = [
    {"type": "person", "id": "P1", "name": "Sari Karangan"},
    {"type": "participation", "partner": "A", "person": "P1", "date": "2021"},
]
PERSON = {"type": "person", "id": "P9"}
TOOK_PART = {"type": "participation", "partner": "A", "person": "P9"}
OWNS = {"type": "ownership", "enterprise": "E9", "person": "P9"}
HEADS = {"type": "headcount", "partner": "A", "enterprise": "E9"}
UNIT = {"type": "enterprise", "id": "E9"}
TOTAL = {"type": "total", "partner": "A", "measure": "jobs", "value": 3}
LOST = [
    ({"type": "orang", "id": "P9"}, "record-type", ""),
    ({"id": "P9"}, "record-type", ""),
    ({"type": None, "id": "P9"}, "record-type", ""),
    ({"type": "header", "format": "okoce-records/1"}, "record-type", ""),
    ("[1, 2]", "record-syntax", ""),
    ("7", "record-syntax", ""),
    ("null", "record-syntax", ""),
    ('{"type": "person", "id": "P9"', "record-syntax", ""),
    ("nama;nik", "record-syntax", ""),
    ({"type": "participation", "partner": "A"}, "record-value", "person"),
    ({"type": "participation", "partner": "A", "person": ""}, "record-value", "person"),
    ({"type": "participation", "partner": "A", "person": 7}, "record-value", "person"),
    ({"type": "headcount", "partner": "A", "total": 3}, "record-value", "enterprise"),
    ({"type": "person"}, "record-value", None),
    ({"type": "person", "id": None}, "record-value", None),
    ({"type": "person", "id": 7}, "record-value", None),
    ({"type": "participation", "person": "P9"}, "record-value", None),
    ({"type": "permit", "enterprise": "E9"}, "record-value", None),
    ({"type": "permit", "enterprise": "E9", "kind": "SIUP"}, "record-value", None),
    ({**TOTAL, "measure": "workers"}, "record-value", "measure"),
    ({**TOTAL, "value": -3}, "record-value", None),
    ({**TOTAL, "value": True}, "record-value", None),
    ({**TOTAL, "value": None}, "record-value", None),
    ({**TOTAL, "value": "3"}, "record-value", None),
]
"""Lines that cannot be had at all. None: whether the key or the whole line is named is not what is tested."""
LESS = [
    ({**PERSON, "telepon": "08001000001"}, "record-key", ""),
    ({**PERSON, "sex": "L"}, "record-value", "sex"),
    ({**PERSON, "born": "17 Agustus 1990"}, "record-value", "born"),
    ({**PERSON, "born": "1990-13"}, "record-value", "born"),
    ({**PERSON, "nik": 9901014107909001}, "record-value", "nik"),
    ({**PERSON, "nik": "12345"}, "nik-length", "person.nik"),
    ({**PERSON, "email": "bukan alamat"}, "email-format", "person.email"),
    ({**PERSON, "phones": "08001000001"}, "record-value", "phones"),
    ({**PERSON, "phones": ["bukan nomor"]}, "phone-format", "person.phones"),
    ({**PERSON, "phones": [8001000001]}, "record-value", "phones"),
    ({**PERSON, "memberships": "TDA-0001"}, "record-value", "memberships"),
    ({**PERSON, "memberships": ["TDA-0001"]}, "record-value", "memberships"),
    ({**PERSON, "memberships": [{"issuer": "tda"}]}, "record-value", "memberships"),
    ({**PERSON, "memberships": [{"issuer": "", "number": "TDA-0001"}]}, "record-value", "memberships"),
    ({**PERSON, "memberships": [{"issuer": "tda", "number": 10001}]}, "record-value", "memberships"),
    ({**PERSON, "memberships": [{"issuer": "tda", "number": None}]}, "record-value", "memberships"),
    ({**PERSON, "memberships": [{"issuer": "tda", "number": "TDA-0001", "x": 1}]}, "record-value", "memberships"),
    ({**PERSON, "memberships": [{"issuer": "tda", "number": "menyusul"}]}, "membership-format", "person.memberships"),
    ({**PERSON, "memberships": [{"issuer": "NISN", "number": "12345"}]}, "nisn-length", "person.memberships"),
    ({**UNIT, "memberships": [{"issuer": "tda"}]}, "record-key", ""),
    ({**PERSON, "disability": "tidak"}, "record-value", "disability"),
    ({**PERSON, "disability": 0}, "record-value", "disability"),
    ({**PERSON, "region": "Negeri Antah"}, "region-unknown", "person.region"),
    ({**PERSON, "place": 7}, "record-value", "place"),
    ({**PERSON, "place": {"row": "7"}}, "record-value", "place"),
    ({**UNIT, "reactivated": "2021"}, "record-value", "reactivated"),
    ({**UNIT, "reactivated": ["2021", "x"]}, "record-value", "reactivated"),
    ({**UNIT, "normal_hours": -1}, "record-value", "normal_hours"),
    ({**UNIT, "taken_over": ["2021"]}, "record-value", "taken_over"),
    ({**UNIT, "brand": "ya"}, "record-value", "brand"),
    ({**UNIT, "supports_owner": 1}, "record-value", "supports_owner"),
    ({**UNIT, "sector": "56101"}, "record-value", "sector"),
    ({**UNIT, "sector": {"scheme": "KBLI2020"}}, "record-value", "sector"),
    ({**UNIT, "institution": {"scheme": "NIK", "number": "20200001"}}, "record-value", "institution"),
    ({**TOOK_PART, "stage": "P4"}, "record-value", "stage"),
    ({**TOOK_PART, "stage": ["trained"]}, "record-value", "stage"),
    ({**TOOK_PART, "role": "peserta"}, "record-value", "role"),
    ({**TOOK_PART, "date": 2021}, "record-value", "date"),
    ({**TOOK_PART, "date": "2021-02-29"}, "record-value", "date"),
    ({**TOOK_PART, "observed": "kemarin"}, "record-value", "observed"),
    ({**TOOK_PART, "revision": "2"}, "record-value", "revision"),
    ({**TOOK_PART, "revision": -1}, "record-value", "revision"),
    ({**OWNS, "works": 1}, "record-value", "works"),
    ({**OWNS, "hours": True}, "record-value", "hours"),
    ({**OWNS, "start": "2021"}, "record-key", ""),
    ({**HEADS, "full_time": -1}, "record-value", "full_time"),
    ({**HEADS, "full_time": True}, "record-value", "full_time"),
    ({**HEADS, "full_time": 1.5}, "record-value", "full_time"),
    ({**HEADS, "full_time": "4"}, "record-value", "full_time"),
    ({**HEADS, "total": 4, "unpaid_hours": [-1]}, "record-value", "unpaid_hours"),
    ({**HEADS, "seasonal": [{"count": 3}]}, "record-value", "seasonal"),
    ({**HEADS, "by_class": True}, "record-key", ""),
    ({**HEADS, "total": 5, "total_high": 3}, "record-value", "total_high"),
    ({**TOTAL, "unit": "orang"}, "record-value", "unit"),
]
"""Lines that are kept without the key that is wrong."""


def check(line, code, field, *, kept):
    # Line 1 is the header, 2 and 3 are right, 4 is the one, 5 is right.
    reading = read(jsonl(*GOOD, line, {"type": "person", "id": "P3"}))
    assert [p for p in expanded(reading.problems) if p[0] != "undated"] == [(code, "", 4, None, field)]
    assert (reading.ledger.recorded, reading.ledger.rejected, reading.ledger.skipped) == (3 + kept, 1 - kept, 1)
    assert {"P1", "P3"} <= {*reading.files[0].records.people.ids}


@pytest.mark.parametrize(("line", "code", "field"), LOST)
def test_a_line_that_cannot_be_had_is_one_problem_at_its_number_and_the_rest_is_read(line, code, field):
    if field is None:
        reading = read(jsonl(*GOOD, line, {"type": "person", "id": "P3"}))
        field = next(p.field for p in reading.problems)
    check(line, code, field, kept=False)


@pytest.mark.parametrize(("line", "code", "field"), LESS)
def test_a_wrong_key_is_one_problem_at_its_line_and_the_line_is_kept_without_it(line, code, field):
    check(line, code, field, kept=True)
    spoilt = next(key for key in reversed(line) if key not in {"type", "id", "partner", "person", "enterprise"})
    without = {key: value for key, value in line.items() if key != spoilt}
    if spoilt not in {"full_time", "seasonal", "unpaid_hours"}:  # these decide whether absent classes are 0, see below
        told = [contents(read(jsonl(*GOOD, one))) for one in (line, without)]
        assert told[0] == told[1]


@pytest.mark.parametrize("key", ["full_time", "part_time", "casual", "third_party", "seasonal", "unpaid_hours"])
def test_a_class_that_is_wrong_is_unknown_and_not_nought(key):
    fact = (
        read(jsonl({**HEADS, key: "banyak", "casual" if key != "casual" else "full_time": 2}))
        .files[0]
        .records.headcounts.facts[0]
    )
    assert getattr(fact, key) is None


def test_each_wrong_thing_of_a_line_is_a_problem_of_its_own():
    line = {**PERSON, "sex": "L", "born": "x", "telepon": "0", "nik": "1", "name": "Sari"}
    reading = read(jsonl(line))
    codes = [(p.code, p.place.row) for p in reading.problems]
    assert sorted(codes) == [("nik-length", 2), ("record-key", 2), ("record-value", 2), ("record-value", 2)]
    assert reading.files[0].records.people[0].name == "Sari"


@pytest.mark.parametrize(
    "header",
    [
        {"type": "header", "format": "okoce-records/2"}, {"type": "header", "format": "okoce-records/1.1"},
        {"type": "header", "format": "okoce-records/1", "ids": "global"},
        {"type": "header", "format": "okoce-records/1", "ids": None},
    ],
)  # fmt: skip
def test_another_version_or_kind_of_ids_is_not_readable(header):
    data = "\n".join(json.dumps(line) for line in (header, *GOOD)).encode()
    (file,) = read(data).files
    assert [(p.code, p.place.row, p.severity) for p in file.problems] == [("record-header", 1, "error")]
    assert (file.state, len(file.records.people)) == ("not readable", 0)


def test_a_header_may_leave_out_what_its_ids_are():
    data = b'{"type":"header","format":"okoce-records/1"}\n{"type":"person","id":"P1"}\n'
    file = read(data).files[0]
    assert (file.state, file.records.resolved, len(file.records.people)) == ("read", False, 1)


def test_a_header_after_blank_lines_is_a_header():
    (file,) = read(b"\n \n" + jsonl(*GOOD)).files
    assert file.state == "read"
    # Two blank lines and the header, then lines 4 and 5.
    assert file.ledger == Ledger(5, recorded=2, blank=2, skipped=1)
    assert list(file.records.people.row) == [4]


def test_null_is_what_absent_is():
    for kind in set(LINES) - {"headcount"}:
        needed = {
            "partner": "A",
            "person": "P",
            "enterprise": "E",
            "id": "X",
            "kind": "NIB",
            "measure": "jobs",
            "value": 1,
        }
        least = {"type": kind} | {k: v for k, v in needed.items() if k in keys(kind) or k in LINES[kind].subjects}
        if kind == "partner":
            least.pop("kind")
        # A role is the exception: absent it is a beneficiary's, null it is unknown (design 4.1).
        nulls = {key: None for key in keys(kind) if key not in least and key != "role"}
        told = [contents(read(jsonl(line))) for line in (least, {**least, **nulls, "place": None})]
        assert told[0] == told[1]


def heads(**said):
    (fact,) = read(jsonl({**HEADS, **said})).files[0].records.headcounts.facts
    return fact


def test_a_headcount_of_any_class_has_nought_in_the_classes_it_does_not_mention():
    assert heads(full_time=4) == Headcount(
        "A", full_time=4, part_time=0, seasonal=(), casual=0, third_party=0, unpaid_hours=(), by_class=True
    )


def test_a_class_that_is_null_is_unknown():
    assert (heads(full_time=4, casual=None).casual, heads(full_time=4, casual=None).part_time) == (None, 0)
    only = heads(full_time=None)
    assert (only.full_time, only.part_time, only.by_class) == (None, 0, True)


@pytest.mark.parametrize("said", [{}, {"total": None}])
def test_a_headcount_that_gives_nothing_is_unknown(said):
    assert heads(**said) == Headcount("A")


def test_weekly_hours_of_part_time_workers_say_how_many_there_are():
    assert (heads(part_time_hours=[20, 12.5]).part_time, heads(part_time_hours=[20, 12.5]).full_time) == (2, 0)
    assert heads(part_time=3, part_time_hours=[20]).part_time == 3


def test_hours_are_read_exactly():
    said = heads(seasonal=[{"count": 3, "months": 2.1, "hours": 37.75}], unpaid_hours=[0.1])
    assert said.seasonal == (Seasonal(3, Fraction(21, 10), Fraction(151, 4)),)
    assert said.unpaid_hours == (Fraction(1, 10),)


def test_the_defaults_of_ownership_and_enterprise_are_those_of_the_design():
    records = read(jsonl(OWNS, UNIT)).files[0].records
    (owned,) = records.ownerships.facts
    assert (owned.start, owned.end, owned.works, owned.hours) == (None, None, True, 40)
    unit = records.enterprises[0]
    assert (unit.normal_hours, unit.taken_over, unit.brand, unit.supports_owner) == (40, None, None, None)


@pytest.mark.parametrize("said", [{"brand": False}, {"supports_owner": True}, {"taken_over": "2021-03"}])
def test_a_no_is_written_as_a_no_and_a_partial_date_as_it_was(said):
    lines = written(read(jsonl({**UNIT, **said}))).decode().splitlines()
    assert json.loads(lines[1]).items() >= said.items()


def test_who_is_only_mentioned_exists_without_a_problem():
    reading = read(jsonl(OWNS, {"type": "employment", "enterprise": "E8", "person": "P8"}, TOOK_PART))
    records = reading.files[0].records
    assert (records.people.ids, records.enterprises.ids) == (["P9", "P8"], ["E9", "E8"])
    assert {p.code for p in reading.problems} <= {"undated"}
    assert [records.place("bytes-1", row).row for row in records.people.row] == [2, 3]


def test_a_line_of_its_own_after_a_mention_is_the_same_person():
    records = read(jsonl(TOOK_PART, {**PERSON, "name": "Sari", "sex": "F"})).files[0].records
    assert [(p.id, p.name, p.sex) for p in records.people] == [("P9", "Sari", "F")]


@pytest.mark.parametrize("order", [1, -1])
def test_two_lines_of_one_id_that_contradict_each_other_are_one_problem_and_the_order_does_not_show(order):
    lines = [{**PERSON, "name": "Sari", "sex": "F"}, {**PERSON, "name": "Budi", "born": "1990"}]
    reading = read(jsonl(*lines[::order]))
    # The second line is line 3; of the two names, which contradict each other, both are kept.
    assert expanded(reading.problems) == [("record-conflict", "", 3, None, "id")]
    people = [(person.id, person.name, person.sex, person.born) for person in reading.files[0].records.people]
    assert people == [("P9", "Budi", "F", PartialDate(1990)), ("P9", "Sari", None, None)]
    assert okoce.resolve(reading).people == 1


def test_the_place_of_a_line_is_kept_and_shown():
    place = {"file": "asal.xlsx", "sheet": "Anggota", "row": 14}
    reading = read(
        jsonl({**PERSON, "place": place}, {**TOOK_PART, "place": {"row": 15}}, {**OWNS, "place": {"file": "lain.csv"}})
    )
    records = reading.files[0].records
    assert records.place("bytes-1", records.people.row[0]) == Place("asal.xlsx", "Anggota", 14)
    assert records.place("bytes-1", records.participations.row[0]) == Place("bytes-1", "", 15)
    # Without a row of its own it is the line.
    assert records.place("bytes-1", records.ownerships.row[0]) == Place("lain.csv", "", 4)


def test_identifiers_are_brought_to_their_normal_form():
    person = {**PERSON, "nik": "99.01.01-410790 9001", "phones": ["0800-1000-001 / 08001000002", "+628001000001"]}
    unit = {**UNIT, "nib": "0220 1010 9001 2", "npwp": "01.234.567.4-909.000", "region": "Kota Bogor"}
    records = read(jsonl(person, unit)).files[0].records
    assert records.people[0].nik == "9901014107909001"
    assert records.people[0].phones == ("+628001000001", "+628001000002")
    assert (records.enterprises[0].nib, records.enterprises[0].npwp) == ("0220101090012", "0012345674909000")
    assert records.enterprises[0].region == "32.71"


def test_membership_numbers_are_brought_to_their_normal_form_and_a_wrong_one_costs_itself():
    told = [
        {"issuer": "NISN", "number": "099-000-0001"},
        {"issuer": "tda", "number": "tda 0001"},
        {"issuer": "tda", "number": "TDA-0001"},
        {"issuer": "tda", "number": "-"},
        {"issuer": "NISN", "number": "0000000000"},
        {"issuer": "hipmi", "number": "1234.5679"},
    ]
    reading = read(jsonl({**PERSON, "memberships": told}))
    assert reading.files[0].records.people[0].memberships == (
        Membership("NISN", "0990000001"),
        Membership("tda", "TDA0001"),
        Membership("hipmi", "12345679"),
    )
    assert [problem.code for problem in reading.problems] == ["nisn-placeholder"]


def test_two_lines_that_give_one_person_different_membership_numbers_are_both_kept():
    lines = [{**PERSON, "memberships": [{"issuer": "tda", "number": number}]} for number in ("TDA-0002", "TDA-0001")]
    kept = [read(jsonl(*order)).files[0].records.people for order in (lines, lines[::-1])]
    for people in kept:
        told = [person.memberships for person in people]
        assert told == [(Membership("tda", "TDA0001"),), (Membership("tda", "TDA0002"),)]


def test_files_with_resolved_and_with_local_ids_cannot_become_one_file(tmp_path):
    reading = read(jsonl(PERSON), jsonl(PERSON, ids="resolved"))
    with pytest.raises(okoce.Misuse) as raised:
        okoce.convert(reading, tmp_path / "semua.jsonl")
    assert raised.value.code == "mixed-ids"


def test_files_with_local_ids_become_one_file_in_which_their_ids_stay_apart(tmp_path):
    reading = read(jsonl({**PERSON, "name": "Sari"}, TOOK_PART), jsonl({**PERSON, "name": "Budi"}, TOOK_PART))
    lines = okoce.convert(reading, tmp_path / "semua.jsonl")
    # The header, two people, two participations.
    assert lines == 5
    again = okoce.read(tmp_path / "semua.jsonl")
    names = {one.name: place for one, place in contents(again)["people"]}
    assert names == {"Sari": Place("bytes-1", "", 2), "Budi": Place("bytes-2", "", 2)}
    assert okoce.resolve(again).people == 2


def test_files_with_resolved_ids_become_one_file_in_which_one_id_is_one_person(tmp_path):
    reading = read(jsonl(PERSON, TOOK_PART, ids="resolved"), jsonl(PERSON, OWNS, ids="resolved"))
    okoce.convert(reading, tmp_path / "semua.jsonl")
    again = okoce.read(tmp_path / "semua.jsonl")
    assert again.files[0].records.resolved
    assert len(again.files[0].records.people) == okoce.resolve(again).people == 1


def test_a_file_that_is_there_stays_as_it_is_where_nothing_can_be_written(tmp_path):
    (tmp_path / "semua.jsonl").write_text("isi lama", "utf-8")
    with pytest.raises(okoce.Misuse):
        okoce.convert(read(jsonl(PERSON), jsonl(PERSON, ids="resolved")), tmp_path / "semua.jsonl")
    assert (tmp_path / "semua.jsonl").read_text("utf-8") == "isi lama"


def test_telephone_numbers_that_are_no_list_are_no_reason_to_take_two_people_for_one():
    # Character by character, both would have the "number" 8.
    lists = [jsonl({**PERSON, "name": "Sari", "phones": phones}) for phones in ("08001000001", "08002000002")]
    assert okoce.resolve(read(*lists)).people == 2


def test_nothing_read_is_written_as_a_header_alone(tmp_path):
    assert okoce.convert(okoce.Reading(), tmp_path / "kosong.jsonl") == 1
    (file,) = okoce.read(tmp_path / "kosong.jsonl").files
    assert (file.state, file.ledger.seen, len(file.records.people)) == ("read", 1, 0)


def test_a_file_that_cannot_be_written_is_the_callers_to_know(tmp_path):
    with pytest.raises(OSError, match="tidak"):
        okoce.convert(okoce.Reading(), tmp_path / "tidak" / "ada.jsonl")


def test_what_a_line_may_say_is_what_the_page_says():
    # docs/records.md, the tables of keys, without the keys of any line and the subjects.
    assert set(LINES) == {
        "partner", "person", "enterprise", "participation", "ownership", "permit", "headcount", "employment", "total",
    }  # fmt: skip
    assert set(keys("ownership")) == {"from", "to", "works", "hours", "observed", "received", "revision"}
    assert "by_class" not in keys("headcount")


def test_a_role_given_as_null_is_unknown_and_an_absent_one_a_beneficiarys():
    roles = [
        read(jsonl({**TOOK_PART, **said})).files[0].records.participations.facts[0].role
        for said in ({"role": None}, {})
    ]
    assert roles == ["unknown", "beneficiary"]


def test_an_unknown_key_is_noticed_though_it_is_null():
    assert read(jsonl({**TOOK_PART, "tahap": None})).files[0].problems.totals().get("record-key") == 1
