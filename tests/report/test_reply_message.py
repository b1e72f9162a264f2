"""The message: always short enough, in both languages, with counts, what to mend and until when."""

import datetime as dt
import json

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import okoce_core as okoce
from okoce_core.evidence import CODES, Ledger, Place, Problem, Problems, Source
from okoce_core.intake import FileReading
from okoce_core.report.expected import expected_text
from okoce_core.report.replies import Addressee, OwnFile, Told, replies
from okoce_core.report.replies.following import STATES
from okoce_core.report.replies.message import Message, shown_day
from okoce_core.report.texts import problem_text
from okoce_core.report.tongue import LANGUAGES, Tongue
from okoce_core.values import nib, nik, nisn, npwp, phone

from .reply_files import PERSON, csv_list

WHY = ("form", "locked", "shared", "macros", "drawings", "parts", "large", "unlike")


def a_file(name, state="read"):
    return OwnFile(FileReading(Source(name, "0" * 64), state, Problems(name)), (), Ledger(10**9, 10**9 - 5, 5))


def told(code, state="new", count=1):
    return Told("n-" + "0" * 16, state, Problem(code, Place("a.csv"), count=count), "")


A_FILE = a_file("a.csv")


def message(problems, language="id", *, partner="Mitra Contoh", files=(A_FILE,), **more):
    said = {"marked": ["a-ditandai.xlsx"], "unmarked": {}, "follows": False, "deadline": None, **more}
    addressee = Addressee(okoce.Partner("m", partner), tuple(files))
    return Message(addressee, problems, tongue=Tongue(language), **said).text()


problems = st.lists(
    st.builds(told, st.sampled_from(sorted(CODES)), st.sampled_from(STATES), st.integers(1, 10**9)), max_size=30
)  # fmt: skip
files = st.lists(
    st.builds(a_file, st.text(max_size=300), st.sampled_from(["read", "repeated", "not readable"])), max_size=9
)  # fmt: skip


@given(
    problems, st.sampled_from(LANGUAGES), st.text(max_size=500), files, st.lists(st.text(max_size=200), max_size=9),
    st.dictionaries(st.text(max_size=200), st.sampled_from(WHY), max_size=9), st.booleans(),
    st.none() | st.dates(),
)  # fmt: skip
def test_whatever_there_is_to_say_it_is_said_in_under_a_thousand_characters(
    told, language, partner, files, marked, unmarked, follows, deadline
):
    said = message(
        told, language, partner=partner, files=files, marked=marked, unmarked=unmarked, follows=follows,
        deadline=deadline,
    )  # fmt: skip
    assert 0 < len(said) < 1000


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_there_can_be_is_cut_and_still_asks_for_everything(language):
    by_length = sorted(CODES, key=lambda code: -len("".join(problem_text(code, language))))
    longest = [told(code, count=10**9) for code in by_length if CODES[code] != "notice"][:3]
    ends = [told(by_length[0], state, 10**9) for state in STATES]
    three = [a_file("x" * 99 + f"{state}.csv", state) for state in ("read", "repeated", "not readable")] * 5
    said = message(
        [*longest, *ends], language, partner="x" * 500, files=three, marked=["y" * 99] * 5,
        unmarked={f"{why}{'z' * 99}": why for why in WHY}, follows=True, deadline=dt.date(2022, 9, 30),
    )  # fmt: skip
    assert len(said) < 1000
    assert said.count("\n- ") == 3
    assert "30 September 2022" in said


def test_the_three_most_frequent_kinds_are_told_with_how_to_mend_them():
    some = [told("nik-length", count=5), told("phone-length", count=7), told("sex-unknown", count=1),
            told("name-format", count=9), told("column-unread", count=99), told("nik-date", "fixed", 50)]  # fmt: skip
    lines = [line for line in message(some, "en").splitlines() if line.startswith("- ")]
    assert [line.split("×")[0] for line in lines] == ["- 9", "- 7", "- 5"]
    assert lines[2] == f"- 5× {' '.join(problem_text('nik-length', 'en'))}"
    assert "To mend: 22." in message(some, "en")


def test_who_has_nothing_to_mend_is_thanked():
    data = csv_list(PERSON(1))
    assert message([told("column-unread")]).endswith("Tidak ada yang perlu diperbaiki. Terima kasih.\n")
    assert message([], "en").endswith("There is nothing to mend. Thank you.\n")
    assert "Terima kasih" not in message([told("nik-date", "unchecked")], follows=True)
    assert okoce.read(data).readable


def test_changes_since_the_last_reply_are_counted_without_notices():
    some = [told("nik-length", "fixed"), told("nik-length", "open"), told("nik-length", "open"), told("nik-length"),
            told("column-unread", "fixed")]  # fmt: skip
    assert "Since our last reply: 1 fixed, 2 still open, 1 new." in message(some, "en", follows=True)
    assert "Since our last reply" not in message(some, "en")
    more = [*some, told("nik-length", "gone"), told("nik-length", "unchecked")]
    assert "1 new, 1 not checked again, 1 in rows that are gone." in message(more, "en", follows=True)


def test_a_number_in_the_name_of_a_file_is_left_out_and_a_day_stays():
    said = message([], files=[a_file("kirim/Ani 9901014107909001 20220930.csv")])
    assert "Ani … 20220930.csv" in said
    assert "9901" not in said


def test_the_deadline_is_told_in_words():
    assert shown_day(dt.date(2022, 5, 1), Tongue("id")) == "1 Mei 2022"
    said = message([told("nik-length")], deadline=dt.date(2022, 10, 15))
    assert said.endswith("jangan lewat grup, paling lambat 15 Oktober 2022.\n")


def test_a_name_cannot_break_the_message_into_lines():
    assert message([], partner="A\nTransfer ke rekening:").splitlines()[0] == "Yth. A Transfer ke rekening:,"


def test_what_was_expected_is_said_in_indonesian():
    assert expected_text("a column 'Nama {x}'", "id") == "kolom 'Nama {x}'"
    lacks = expected_text("a/b lacks 'x'; c/d lacks 'y'", "id")
    assert ("lacks" not in lacks, "'x'" in lacks, "'y'" in lacks) == (True, True, True)
    assert expected_text("a column 'x'", "en") == "a column 'x'"
    assert expected_text("nobody knows", "id") == "nobody knows"
    assert expected_text("", "id") == ""


DAMAGED = {
    nik: ["9,9E+15", 9901014107909010.0, "9901014107900000"], nib: ["2,2E+12", 2.2e16, 220101090012],
    nisn: ["9,9E+8", 9.9e16, 990000001], npwp: ["1,2E+14", 1.2e16, 12345674909000, "9901014107900000"],
    phone: ["8,1E+11", 8.1e16],
}  # fmt: skip


@pytest.mark.parametrize("kind", DAMAGED)
def test_every_cause_of_damage_has_words_of_its_own_in_indonesian(kind):
    causes = [kind.parse(cell) for cell in DAMAGED[kind]]
    assert {cause.code for cause in causes} == {f"{kind.__name__.rpartition('.')[2]}-damaged"}
    said = [expected_text(cause.expected, "id") for cause in causes]
    assert len(set(said)) == len(said)
    assert not [words for words in said if " text;" in words or " digits" in words or "number" in words]


def test_a_reply_of_canonical_records_says_why_there_is_no_copy():
    lines = [
        {"type": "header", "format": "okoce-records/1", "ids": "local"},
        {"type": "person", "id": "P", "name": "Ani Contoh", "nik": "12"},
        {"type": "participation", "partner": "A", "person": "P"},
    ]
    data = "".join(json.dumps(line) + "\n" for line in lines).encode()
    (reply,) = replies(okoce.read(data), data, deadline=dt.date(2022, 1, 2), language="en")
    assert "Not marked: bytes-1, since only xlsx and csv can be marked." in reply.message
    assert reply.states() == {"new": len(reply.told)}
    assert attrs.fields(type(reply)).files.repr is False
