"""Lines that contradict each other say the same in one file as in two, and nothing unknown is taken for nought."""

import itertools
import json

import pytest

import okoce_core as okoce
from okoce_core.misuse import Misuse

HEAD = {"type": "header", "format": "okoce-records/1", "ids": "resolved"}
TOOK_PART = [
    {"type": "participation", "partner": "A", "person": "P1", "date": "2020-01-01"},
    {"type": "ownership", "enterprise": "E1", "person": "P1", "from": "2020-01-01"},
    {"type": "permit", "enterprise": "E1", "kind": "NIB", "issued": "2020-02-01"},
]
THREE = {"type": "headcount", "partner": "A", "enterprise": "E1", "date": "2022-06-30", "full_time": 3}


def jsonl(*lines):
    return "".join(json.dumps(line) + "\n" for line in (HEAD, *lines)).encode()


def counted(book, *files):
    return okoce.count(okoce.resolve(okoce.read(*files)), book, as_of="2022-09-30")


CLOSED = [{"type": "enterprise", "id": "E1", "closed": day} for day in ("2021-01-01", "2023-01-01")]
BORN = [
    {"type": "person", "id": "P1", "born": "1990-05-01", "sex": "F"},
    {"type": "person", "id": "P1", "born": "1950-05-01", "sex": "M"},
]


def test_of_two_closings_the_latest_holds_in_one_file_as_in_two():
    apart = counted("okoce-active@1", jsonl(*TOOK_PART, THREE, CLOSED[0]), jsonl(CLOSED[1]))
    for order in itertools.permutations(CLOSED):
        together = counted("okoce-active@1", jsonl(*TOOK_PART, THREE, *order))
        # The later closing is after the day, so the enterprise is alive.
        assert (together.jobs, together.jobs.value) == (apart.jobs, 3)
        assert together.entrepreneurs.value == apart.entrepreneurs.value == 1


@pytest.mark.parametrize("ids", ["resolved", "local"])
def test_nobody_is_made_up_of_two_lines_that_contradict_each_other(ids):
    head = json.dumps({**HEAD, "ids": ids}) + "\n"
    said = counted("okoce-reach@1", head.encode() + jsonl(*TOOK_PART, *BORN).split(b"\n", 1)[1])
    assert said.participants.value == 1
    assert [(row["sex"], row["age_group"]) for row in said.by("sex", "age_group")] == [(None, None)]
    assert {conflict.code for conflict in said.conflicts()} >= {"born-differ", "sex-differ"}


def test_a_class_given_as_null_is_unknown_and_with_others_a_lower_bound():
    nothing = counted("okoce-p4@1", jsonl(*TOOK_PART, {**THREE, "full_time": None}))
    assert (nothing.jobs.value, nothing.jobs.unknown) == (0, 1)
    some = counted("okoce-p4@1", jsonl(*TOOK_PART, {**THREE, "full_time": None, "part_time": 2}))
    assert (some.jobs.value, some.jobs.unknown) == (2, 0)
    older = {**THREE, "date": "2022-01-31"}
    assert counted("okoce-p4@1", jsonl(*TOOK_PART, {**THREE, "full_time": None}, older)).jobs.value == 3


def test_a_change_that_may_be_a_loss_has_ends_around_its_value():
    # Joined on 13 August 2020 with six workers; later one, on a day nobody wrote: unknown, and at worst five fewer.
    lines = [
        {**TOOK_PART[0], "date": "2020-08-13"}, TOOK_PART[1], {**TOOK_PART[2], "issued": "2020-09-01"},
        {**THREE, "date": "2020-03-07", "full_time": 6, "owners_included": False},
        {**THREE, "date": None, "full_time": 1, "owners_included": False},
    ]  # fmt: skip
    jobs = counted("okoce-created@1", jsonl(*lines)).jobs
    assert (jobs.low, jobs.value, jobs.high, jobs.unknown) == (-5, 0, 0, 1)


def test_what_may_have_closed_may_have_lost_all_it_had_on_joining():
    lines = [
        {**TOOK_PART[0], "date": "2020-01-01"}, {**TOOK_PART[1], "from": "2019-01-01"}, TOOK_PART[2],
        {"type": "enterprise", "id": "E1", "closed": "2022"},
        {**THREE, "date": "2019-12-31", "full_time": 4, "owners_included": False},
        {**THREE, "date": "2022-01-01", "full_time": 6, "owners_included": False},
    ]  # fmt: skip
    jobs = counted("okoce-created@1", jsonl(*lines)).jobs
    assert (jobs.low, jobs.value, jobs.high) == (-4, 2, 2)


@pytest.mark.parametrize("number", [10**13, 10**400])
def test_a_number_beyond_reason_is_no_number(number):
    reading = okoce.read(jsonl(*TOOK_PART, {**THREE, "full_time": number}))
    assert [(p.code, p.field) for p in reading.problems] == [("record-value", "full_time")]


def test_a_fact_of_a_partner_without_a_name_is_no_fact():
    reading = okoce.read(jsonl({**TOOK_PART[0], "partner": ""}))
    assert [(p.code, p.field) for p in reading.problems] == [("record-value", "partner")]


@pytest.mark.parametrize("wrong", [{"population": "x"}, {"population": -1}, {"overlaps": {("C",): 1}}])
def test_bounds_of_what_is_no_number_are_wrong_use(wrong):
    with pytest.raises(Misuse) as refused:
        counted("okoce-reach@1", jsonl(*TOOK_PART)).bounds("participants", **wrong)
    assert refused.value.code == "bounds-number"


def test_a_day_told_by_date_and_a_day_told_by_observation_are_one_day_in_whatever_order_they_come():
    # Two reports of one month, one by its date and one by what the source describes: the lower counts, both are ends.
    said = [{**THREE, "date": None, "observed": "2022-09", "full_time": 2}, {**THREE, "date": "2022-09"}]
    for order in itertools.permutations(said):
        jobs = counted("okoce-p4@1", jsonl(*TOOK_PART, *({**one, "owners_included": False} for one in order))).jobs
        assert (jobs.low, jobs.value, jobs.high) == (2, 2, 3)


def test_the_end_of_all_days_is_no_day():
    closed = {"type": "enterprise", "id": "E1", "closed": "9999-12-31"}
    lines = [*TOOK_PART, closed, {**TOOK_PART[2], "issued": "9999-12-31"}]
    population = okoce.resolve(okoce.read(jsonl(*lines)))
    assert str(okoce.count(population, "okoce-p4@1").as_of) == "2020-02-01"
    with pytest.raises(Misuse) as refused:
        okoce.count(population, "okoce-p4@1", as_of="9999-12-31")
    assert refused.value.code == "bad-date"


def test_what_a_change_is_measured_from_is_told_as_such():
    # Joined on 1 January 2020 with four workers (31 December 2019, the later of two); six since: two more.
    lines = [
        TOOK_PART[0], {**TOOK_PART[1], "from": "2019-01-01"}, TOOK_PART[2],
        {**THREE, "date": "2019-06-30", "full_time": 9, "owners_included": False},
        {**THREE, "date": "2019-12-31", "full_time": 4, "owners_included": False},
        {**THREE, "date": "2022-06-30", "full_time": 6, "owners_included": False},
    ]  # fmt: skip
    figures = counted("okoce-created@1", jsonl(*lines))
    told = {node.what: node.value for node in figures.explain(enterprise="E1") if node.what in WHATS}
    assert (figures.jobs.value, told) == (2, {"decides": 6, "baseline": 4, "older": 9})


WHATS = {"decides", "baseline", "older"}
