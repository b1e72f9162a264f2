import pytest
from hypothesis import given
from hypothesis import strategies as st

from okoce_core.evidence import Place, Source, column_letter


@pytest.mark.parametrize(
    ("column", "letters"),
    [(1, "A"), (2, "B"), (26, "Z"), (27, "AA"), (52, "AZ"), (53, "BA"), (702, "ZZ"), (703, "AAA"), (16384, "XFD")],
)
def test_columns_have_the_letters_of_a_spreadsheet(column, letters):
    # 702 = 26 + 26 * 26; XFD is the last column of an xlsx.
    assert column_letter(column) == letters


@given(st.integers(1, 20_000))
def test_letters_read_as_a_number_of_base_26_without_a_nought_give_the_column_back(column):
    number = 0
    for letter in column_letter(column):
        number = number * 26 + ord(letter) - 64
    assert number == column


@pytest.mark.parametrize(
    ("place", "cell", "shown"),
    [
        (Place("a.xlsx", "Anggota", 14, 3), "C14", "a.xlsx: Anggota!C14"),
        (Place("a.csv", "", 14, 3), "C14", "a.csv: C14"),
        (Place("a.csv", "", 14), None, "a.csv: 14"),
        (Place("a.json", "peserta", 14), None, "a.json: peserta!14"),
        (Place("a.xlsx", "Anggota"), None, "a.xlsx: Anggota"),
        (Place("a.xlsx"), None, "a.xlsx"),
        (Place("a.xlsx", "Anggota", None, 3), None, "a.xlsx: Anggota"),
    ],
)
def test_a_place_is_shown_as_the_partner_sees_it(place, cell, shown):
    assert (place.cell, str(place)) == (cell, shown)


def test_places_and_sources_are_values():
    assert Place("a", "b", 1, 2) == Place("a", "b", 1, 2) != Place("a", "b", 1, 3)
    assert len({Source("a", "0"), Source("a", "0"), Source("b", "0")}) == 2
