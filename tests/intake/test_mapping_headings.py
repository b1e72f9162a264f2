"""Finding the header row and the adapter it belongs to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okoce_core.adapter import Adapter, Column, Partner
from okoce_core.intake.mapping.headings import HEADER_DEPTH, fold, matches, nearest


def adapter(name, *columns, ignore=()):
    partner = Partner("uji", "Uji", "community")
    return Adapter(name=name, partner=partner, title="", unit="", why="", columns=columns, ignore=ignore)


NAME = Column("Nama", "person.name", required=True)
TOWN = Column(("Kota", "Kab/Kota", "Kabupaten"), "person.region", required=True)
PHONE = Column("No. HP", "person.phones")
PEOPLE, WITH_TOWN = adapter("uji/orang", NAME, PHONE), adapter("uji/kota", NAME, TOWN, PHONE, ignore=("Ket.",))


@pytest.mark.parametrize(
    "heading",
    [
        "No. HP/WA",
        "no. hp/wa",
        "  NO.  HP/WA  ",
        "No.\nHP/WA",
        "No.\u00a0HP/WA",
        "No. HP/WA :",
        "No. HP/WA*",
        "\ufeffNo. HP/WA",
    ],
)
def test_a_heading_is_the_same_however_it_is_typed(heading):
    assert fold(heading) == "no. hp/wa"


@pytest.mark.parametrize(
    ("cell", "folded"), [(None, ""), ("", ""), ("...", ""), (2022.0, "2022"), (7, "7"), (True, "true")]
)
def test_cells_that_are_no_text_have_a_folded_form_too(cell, folded):
    assert fold(cell) == folded


@given(st.text(max_size=20))
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


def test_the_header_is_the_first_row_in_which_all_that_is_required_stands():
    head = [["Daftar Nama"], ["Nama"], ["No", "NAMA", "Kab/Kota", "Lain", "Ket.", "nama:"], ["Nama", "Kota"]]
    found = {match.adapter.name: match for match in matches([PEOPLE, WITH_TOWN], head, None)}
    assert found["uji/orang"].header == 1
    match = found["uji/kota"]
    assert match.header == 2
    assert [(column.to[0], *places) for column, places in match.found] == [("person.name", 1), ("person.region", 2)]
    assert (match.unread, match.repeated) == ((0, 3), (5,))
    assert match.titles == tuple(head[2])


def test_required_headings_in_two_rows_are_no_header():
    assert matches([WITH_TOWN], [["Nama"], ["Kota"]], None) == []


def test_a_blank_sheet_has_no_header():
    assert matches([PEOPLE], [], None) == matches([PEOPLE], [[], ["", ""]], None) == []


def test_only_the_first_rows_are_looked_at():
    rows = [["x"]] * HEADER_DEPTH
    assert matches([PEOPLE], [*rows, ["Nama"]], None) == []
    assert matches([PEOPLE], [*rows[1:], ["Nama"]], None)[0].header == HEADER_DEPTH - 1


def test_the_keys_of_json_are_the_header():
    (match,) = matches([PEOPLE], [], ("id", "nama", "no. hp"))
    assert (match.header, [place for _, (place,) in match.found], match.unread) == (-1, [1, 2], (0,))


def test_the_spelling_that_comes_first_in_the_adapter_is_read_and_the_other_is_noticed():
    (match,) = matches([WITH_TOWN], [["Nama", "Kabupaten", "Kota"]], None)
    assert [places for column, places in match.found if column is TOWN] == [(2,)]
    assert match.unread == (1,)


def test_the_nearest_adapters_come_first_with_their_own_words_for_what_is_missing():
    head = [["Nama Rahasia", "NAMA"]]
    assert nearest(
        [WITH_TOWN, adapter("uji/jauh", NAME, TOWN, Column("NIK", "person.nik", required=True))], head, None
    ) == ("uji/kota lacks 'Kota'; uji/jauh lacks 'Kota', 'NIK'")


def test_the_nearest_are_three_at_most_and_an_adapter_of_which_nothing_is_there_is_not_near():
    many = [adapter(f"uji/{letter}", NAME, TOWN) for letter in "edcba"]
    assert nearest(many, [["nama"]], None) == "; ".join(f"uji/{letter} lacks 'Kota'" for letter in "abc")
    assert "uji/" not in nearest(many, [["lain"]], None)
    assert "uji/" not in nearest([], [["nama"]], None)


@given(st.lists(st.lists(st.text(max_size=8), max_size=4), max_size=4))
def test_what_is_said_of_the_nearest_is_made_of_the_adapters_words_alone(head):
    marked = [[f"{cell}QZX" for cell in row] for row in head]
    assert "QZX" not in nearest([PEOPLE, WITH_TOWN], [["nama"], *marked], None)
