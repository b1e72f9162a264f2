"""Ids of problems: the same from month to month, whatever happens around the row; and what became of each."""

import pickle

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import okoce_core as okoce
from okoce_core.misuse import Misuse
from okoce_core.report.replies import address, replies
from okoce_core.report.replies.identifying import NOBODY, identified
from okoce_core.report.replies.listing import listing, parse_listing
from okoce_core.report.tongue import Tongue

from .reply_files import HEADS, PERSON, csv_list, workbook

KEY = b"a key for the tests only"
FAULTS = {"nik": "12", "phone": "34", "workers": "banyak"}


def ids(data, key=KEY):
    """The ids of the problems in cells, by code and row."""
    found = address(okoce.read(data))[0]
    told = [one for addressee in found for one in identified(addressee, key)]
    return {(one.problem.code, one.problem.place.row): one.id for one in told if one.problem.field.count(".")}


def id_set(data, key=KEY):
    return sorted(ids(data, key).values())


rows_with_faults = st.lists(
    st.tuples(st.integers(0, 40), st.sets(st.sampled_from(sorted(FAULTS)))), min_size=1, max_size=8
)  # fmt: skip


def made(people):
    return [PERSON(number, **{fault: FAULTS[fault] for fault in faults}) for number, faults in people]


@given(rows_with_faults, st.randoms())
def test_sorting_the_rows_otherwise_leaves_the_ids_alone(people, chance):
    rows = made(people)
    shuffled = [*rows]
    chance.shuffle(shuffled)
    assert id_set(csv_list(*rows)) == id_set(csv_list(*shuffled))
    assert id_set(csv_list(*rows), None) == id_set(csv_list(*shuffled), None)


@given(rows_with_faults, st.data())
def test_mending_one_cell_takes_away_one_id_and_changes_no_other(people, data):
    faulty = [(row, fault) for row, (_, faults) in enumerate(people) for fault in sorted(faults)]
    if not faulty:
        return
    row, fault = data.draw(st.sampled_from(faulty))
    mended = [(n, faults - {fault} if place == row else faults) for place, (n, faults) in enumerate(people)]
    before, after = (id_set(csv_list(*made(rows))) for rows in (people, mended))
    assert set(after) < set(before)
    assert len(after) == len(before) - 1


def test_the_id_of_a_mended_cell_is_the_one_that_goes():
    people = [(0, {"nik", "phone"}), (1, {"nik"})]
    before, after = ids(csv_list(*made(people))), ids(csv_list(*made([(0, {"phone"}), (1, {"nik"})])))
    assert set(before.values()) - set(after.values()) == {before["nik-length", 2]}


def test_rows_put_before_it_and_another_name_of_file_sheet_or_form_of_file_change_no_id():
    bad = PERSON(7, nik="12")
    alone = id_set(csv_list(bad))
    assert id_set(csv_list(PERSON(1), PERSON(2), bad)) == alone
    assert id_set(workbook(PERSON(1), bad)) == alone


def test_no_two_problems_have_one_id_even_of_two_equal_rows():
    told = ids(csv_list(PERSON(1, nik="12"), PERSON(1, nik="12"), PERSON(2, nik="12")))
    assert len({*told.values()}) == 3
    assert [one.split("-")[1] for one in told.values()].count(told["nik-length", 2].split("-")[1]) == 2


def test_a_person_has_one_middle_part_in_all_his_problems():
    told = ids(csv_list(PERSON(1, nik="12", phone="34"), PERSON(2, nik="12")))
    who = {key: one.split("-")[1] for key, one in told.items()}
    assert who["nik-length", 2] == who["phone-format", 2] != who["nik-length", 3]


def test_another_key_or_another_partner_gives_other_ids():
    data = csv_list(PERSON(1, nik="12"))
    assert not {*id_set(data)} & {*id_set(data, b"another key, of the tests")}
    one, other = (
        identified(attrs.evolve(a, partner=okoce.Partner(name)), KEY)
        for a in address(okoce.read(data))[0] for name in ("A", "B")
    )  # fmt: skip
    assert {p.id.split("-")[1] for p in one} & {p.id.split("-")[1] for p in other} == {NOBODY}  # what is of no row


def test_without_a_key_nothing_of_a_person_is_in_an_id():
    assert id_set(csv_list(PERSON(1, nik="12")), None) == id_set(csv_list(PERSON(2, nik="13")), None)


def test_what_is_known_without_a_name_is_known_by_its_next_evidence():
    nameless = PERSON(3, name="", nik="12")
    assert id_set(csv_list(nameless)) == id_set(csv_list(PERSON(1), nameless))
    assert id_set(csv_list(nameless)) != id_set(csv_list(PERSON(4, name="", nik="12")))


def test_a_short_key_is_refused_before_anything_is_done():
    with pytest.raises(Misuse) as wrong:
        replies(okoce.read(csv_list(PERSON(1))), key=b"short")
    assert wrong.value.code == "key-short"


def test_a_pickled_reading_knows_nobody_and_is_refused():
    with pytest.raises(Misuse) as wrong:
        replies(pickle.loads(pickle.dumps(okoce.read(csv_list(PERSON(1))))))
    assert wrong.value.code == "reading-without-values"


def month(tmp_path, *rows, key=KEY, name="daftar.csv", data=None):
    """A reply that follows what the month before left, and leaves itself for the next; the states by row and code."""
    path = tmp_path / name
    path.write_bytes(csv_list(*rows) if data is None else data)
    told = {}
    for reply in replies(okoce.read(path), path, key=key, earlier=tmp_path):
        folder = tmp_path / reply.folder
        folder.mkdir(exist_ok=True)
        for file, content in reply.files.items():
            (folder / file).write_bytes(content)
        told = {(t.problem.code, t.place.row): t.state for t in reply.told if t.severity == "warning" and t.place.cell}
    return told, reply


def test_a_later_reply_says_fixed_still_open_and_new(tmp_path):
    first, _ = month(tmp_path, PERSON(1, nik="12"), PERSON(2, phone="34"))
    assert first == {("nik-length", 2): "new", ("phone-format", 3): "new"}
    second, reply = month(tmp_path, PERSON(5), PERSON(1), PERSON(2, phone="34"), PERSON(3, nik="12"))
    assert second == {("nik-length", 2): "fixed", ("phone-format", 4): "open", ("nik-length", 5): "new"}
    # The form has five columns more than this list, which is a warning each time.
    assert "Dibanding balasan kami yang lalu: 1 selesai, 6 masih terbuka, 1 baru." in reply.message
    third, _ = month(tmp_path, PERSON(5), PERSON(1), PERSON(2), PERSON(3, nik="12"))
    assert third == {("phone-format", 4): "fixed", ("nik-length", 5): "open"}  # what was fixed before is told once


def test_a_row_that_is_not_in_the_list_any_more_is_not_called_fixed(tmp_path):
    month(tmp_path, PERSON(1, nik="12"), PERSON(2, nik="12"))
    told, reply = month(tmp_path, PERSON(2))
    assert told == {("nik-length", 2): "gone", ("nik-length", 3): "fixed"}
    assert "1 barisnya tidak ada lagi" in reply.message


def test_a_list_that_cannot_be_read_this_time_mends_nothing(tmp_path):
    manifest = '[[file]]\npath = "daftar.csv"\npartner = "klub"\n'
    folder = tmp_path / "kiriman"
    folder.mkdir()
    (folder / "kiriman.toml").write_text(manifest)
    states = []
    for data in (csv_list(PERSON(1, nik="12")), b"%PDF-1.7 not a table", csv_list(PERSON(1))):
        (folder / "daftar.csv").write_bytes(data)
        (reply,) = replies(okoce.read(folder), folder, key=KEY, earlier=tmp_path)
        (tmp_path / reply.folder).mkdir(exist_ok=True)
        (tmp_path / reply.folder / "masalah.csv").write_bytes(reply.files["masalah.csv"])
        states.append({t.problem.code: t.state for t in reply.told if t.problem.code in {"nik-length", "unknown-form"}})
    assert states == [
        {"nik-length": "new"},
        {"nik-length": "unchecked", "unknown-form": "new"},
        {"nik-length": "fixed", "unknown-form": "fixed"},
    ]


def test_without_a_key_it_tells_how_many_were_mended(tmp_path):
    month(tmp_path, PERSON(1, nik="12"), PERSON(2, nik="12"), key=None)
    _, reply = month(tmp_path, PERSON(1), PERSON(2, nik="12"), key=None)
    assert sorted(t.state for t in reply.told if t.problem.code == "nik-length") == ["fixed", "open"]


def test_ids_of_two_keys_are_not_compared(tmp_path):
    month(tmp_path, PERSON(1, nik="12"))
    for key in (None, b"another key, of the tests"):
        with pytest.raises(Misuse) as wrong:
            month(tmp_path, PERSON(1, nik="12"), key=key)
        assert wrong.value.code == "since-other-key"


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_list_is_read_back_in_either_language(tmp_path, language):
    path = tmp_path / "=daftar.csv"
    path.write_bytes(csv_list(PERSON(1, nik="12"), PERSON(2, name="-", nik="", phone="", firm="")))
    (reply,) = replies(okoce.read(path), path, key=KEY)
    told = parse_listing(listing(reply.told, Tongue(language)), "masalah.csv")
    assert list(told.values()) == [attrs.evolve(t, problem=attrs.evolve(t.problem, expected="")) for t in reply.told]


@pytest.mark.parametrize(
    "damage",
    [lambda d: b"\xff\xfe\xff", lambda d: d.replace(b"id,keadaan", b"id,status"), lambda d: d.replace(b"k", b"x"),
     lambda d: d.replace(b"nik-length", b"nik-langth"), lambda d: d.replace(b",B2,", b",2B,"), lambda d: d + b"1,2\n",
     lambda d: d.replace(b",baru,", b",lama,"), lambda d: b""],
)  # fmt: skip
def test_a_list_that_was_changed_is_refused(damage):
    data = csv_list(PERSON(1, nik="12"))
    (reply,) = replies(okoce.read(data), data, key=KEY)
    with pytest.raises(Misuse) as wrong:
        parse_listing(damage(reply.files["masalah.csv"]), "masalah.csv")
    assert (wrong.value.code, wrong.value.asked) == ("not-a-listing", "masalah.csv")


def test_a_file_that_changes_while_it_is_answered_is_not_marked(tmp_path):
    path = tmp_path / "daftar.csv"
    path.write_bytes(csv_list(PERSON(1, nik="12")))
    reading = okoce.read(path)
    path.write_bytes(csv_list(PERSON(1)))
    with pytest.raises(Misuse) as wrong:
        list(replies(reading, path))
    assert (wrong.value.code, wrong.value.asked) == ("source-changed", "daftar.csv")


def test_the_headings_are_of_a_form_that_is_known():
    assert okoce.read(csv_list(PERSON(1))).files[0].adapter == "hipmi/anggota", HEADS
