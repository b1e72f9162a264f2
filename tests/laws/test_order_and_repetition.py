"""Law 6: permuting files or rows, sending a file twice, or the same rows in two files, changes no figure."""

from __future__ import annotations

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import okoce_core as okoce
from okoce_core.identity.keys import Sounds
from tests.laws.careless_lists import LISTED, SPELLINGS, figures, files
from tests.laws.partner_files import as_csv, cells, form, headings, jsonl, names, read, row


@settings(max_examples=70, deadline=None)
@given(listed=LISTED, data=st.data())
def test_the_order_of_rows_and_files_changes_nothing(listed, data):
    shuffled = data.draw(st.permutations(listed))
    assert figures(*data.draw(st.permutations(files(shuffled)))) == figures(*files(listed))


@settings(max_examples=40, deadline=None)
@given(listed=LISTED, data=st.data())
def test_a_file_sent_twice_changes_nothing(listed, data):
    sent = files(listed)
    again = data.draw(st.lists(st.sampled_from(sent), min_size=1, max_size=3))
    assert figures(*sent, *again) == figures(*sent) == figures(*again, *sent)


@settings(max_examples=70, deadline=None)
@given(listed=LISTED)
def test_the_same_rows_in_two_files_change_nothing(listed):
    assert figures(*copied(listed), identity="exact") == figures(*files(listed), identity="exact")


@settings(max_examples=70, deadline=None, phases=[Phase.generate])
@given(listed=LISTED)
def test_the_same_rows_in_two_files_change_nothing_under_full_identity(listed):
    assert figures(*copied(listed)) == figures(*files(listed))


def copied(listed):
    """The files twice, once with a blank row at the end: other bytes, the same rows."""
    return [*files(listed), *(data + b",,\r\n" for data in files(listed))]


@settings(max_examples=40, deadline=None)
@given(listed=LISTED, data=st.data())
def test_a_list_in_two_files_counts_like_the_list_in_one(listed, data):
    cut = data.draw(st.integers(0, len(listed)))
    assert figures(*files(listed[:cut]), *files(listed[cut:])) == figures(*files(listed))


@settings(max_examples=25, deadline=None)
@given(listed=LISTED, data=st.data())
def test_the_order_of_columns_changes_nothing(listed, data):
    name = listed[0][0]
    rows = [headings(form(name)), *(row(form(name), said) for _, said in listed)]
    order = data.draw(st.permutations(range(len(rows[0]))))
    assert figures(as_csv([[cells_[place] for place in order] for cells_ in rows])) == figures(as_csv(rows))


def test_the_names_of_files_change_nothing(tmp_path):
    listed = [
        ("tda/anggota", cells(1)),
        ("hipmi/anggota", cells(1)),
        ("hipmi/anggota", cells(2)),
        ("kampus/mahasiswa", cells(2)),
    ]
    sent = files(listed)
    told = []
    for folder, names_ in (("satu", ["a.csv", "b.csv", "c.csv"]), ("dua", ["z.csv", "y.csv", "x.csv"])):
        (tmp_path / folder).mkdir()
        for name, data in zip(names_, sent, strict=True):
            (tmp_path / folder / name).write_bytes(data)
        told.append(figures(tmp_path / folder))
    (tmp_path / "dua" / "sama.csv").write_bytes(sent[0])
    assert told[0] == told[1] == figures(tmp_path / "dua") == figures(tmp_path / "dua", tmp_path / "dua" / "z.csv")
    assert okoce.read(tmp_path / "satu").inputs == okoce.read(tmp_path / "dua").inputs


@settings(max_examples=200, deadline=None)
@given(met=st.lists(st.sampled_from(SPELLINGS), max_size=12), name=st.sampled_from(SPELLINGS))
def test_how_a_name_sounds_does_not_depend_on_the_names_met_before(met, name):
    sounds = Sounds()
    for other in met:
        sounds.of(other)
    assert sounds.of(name) == Sounds().of(name)


LINES = [
    {"type": "partner", "id": "A", "name": "HIPMI Rekaan", "kind": "association"},
    {"type": "partner", "id": "B", "kind": "campus"},
    {"type": "person", "id": "P1", "name": "Sari Karangan", "born": "1990-07-01"},
    {"type": "person", "id": "P1", "name": "Sari K.", "sex": "F"},
    {"type": "person", "id": "P2", "name": "Budi Karangan", "phones": ["08001000002"]},
    {"type": "person", "id": "P2", "phones": ["08001000003"], "sex": "M"},
    {"type": "enterprise", "id": "E1", "name": "Kedai", "started": "2020"},
    {"type": "enterprise", "id": "E1", "started": "2019", "normal_hours": 30},
    {"type": "enterprise", "id": "E1", "normal_hours": 20, "reactivated": ["2021"]},
    {"type": "participation", "partner": "A", "person": "P1", "date": "2021"},
    {"type": "participation", "partner": "B", "person": "P2", "date": "2022-01-01", "stage": "licensed"},
    {"type": "ownership", "enterprise": "E1", "person": "P1", "from": "2020"},
    {"type": "ownership", "enterprise": "E2", "person": "P2"},
    {"type": "permit", "enterprise": "E1", "kind": "NIB", "issued": "2021"},
    {"type": "headcount", "partner": "A", "enterprise": "E1", "date": "2022-06-30", "total": 4, "total_high": 6},
    {"type": "headcount", "partner": "A", "enterprise": "E1", "date": "2022-06-30", "full_time": 3},
    {"type": "headcount", "partner": "B", "enterprise": "E2", "date": "2022", "total": None},
]


@settings(max_examples=100, deadline=None)
@given(shuffled=st.permutations(LINES), ids=st.sampled_from(["local", "resolved"]))
def test_the_order_of_canonical_lines_changes_nothing(shuffled, ids):
    assert figures(jsonl(*shuffled, ids=ids)) == figures(jsonl(*LINES, ids=ids))
    assert told_of(read(jsonl(*shuffled, ids=ids))) == told_of(read(jsonl(*LINES, ids=ids)))


def told_of(reading):
    """What is known of partners, people and enterprises, by id, and whether lines contradict each other."""
    records = reading.files[0].records
    conflicts = "record-conflict" in reading.files[0].problems.totals()
    told = ({(one.id, one): 1 for one in roll} for roll in (records.people, records.enterprises))
    return dict(records.partners), *told, conflicts


PARTNER = [
    {"type": "partner", "id": "A", "name": "HIPMI Rekaan"},
    {"type": "partner", "id": "A", "kind": "association"},
    {"type": "partner", "id": "A", "name": "HIPMI Contoh"},
]


@pytest.mark.parametrize("order", [[0, 1, 2], [2, 1, 0], [1, 0, 2]])
def test_several_lines_of_one_partner_are_put_together_whatever_their_order(order):
    # Two names contradict each other, which is one problem; the kind is said once and known.
    file = read(jsonl(*(PARTNER[place] for place in order))).files[0]
    assert file.records.partners["A"].kind == "association"
    assert file.records.partners == read(jsonl(*PARTNER)).files[0].records.partners
    assert file.problems.totals().get("record-conflict") == 1


@pytest.mark.parametrize("times", [2, 3])
def test_the_same_canonical_line_twice_changes_nothing_where_it_is_not_a_sum(times):
    assert figures(jsonl(*LINES * times)) == figures(jsonl(*LINES))


def test_names_of_people_in_these_tests_are_told_apart():
    # Or the links above would prove nothing.
    assert len({names(number) for number in range(60)}) == 60
