"""A mapping drafted from a sheet: sure only where heading and cells say alike, headings only where they are certain."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okoce_core.intake.mapping.draft import draft

PEOPLE = [
    ["Sari Wangi", "9901014107909001", "0800-2000-001"],
    ["Tirta Alam", "9901010107909002", "0800-2000-002"],
    ["Mega Biru", "9901014107909003", "0800-2000-003"],
]


def column(rows, head):
    return next(c for c in draft(rows).columns if c.head == head)


def headed(heads, *rows):
    return draft([heads, *rows])


def test_heading_and_cells_that_say_alike_are_sure():
    found = headed(["Nama Lengkap", "NIK", "No. HP/WA"], *PEOPLE)
    assert [(c.head, c.fields, c.sure) for c in found.columns] == [
        ("Nama Lengkap", ("person.name",), True),
        ("NIK", ("person.nik",), True),
        ("No. HP/WA", ("person.phones",), True),
    ]


def test_membership_numbers_are_drafted_and_a_nim_is_asked_about_since_two_campuses_may_give_one():
    rows = [[name, "099000000" + str(n), f"KTA-{n}23", f"2100{n}"] for n, (name, _, _) in enumerate(PEOPLE)]
    found = headed(["Nama Siswa", "NISN", "No. KTA", "NIM"], *rows)
    assert [(c.head, c.fields, c.sure) for c in found.columns] == [
        ("Nama Siswa", ("person.name",), True),
        ("NISN", ("person.nisn",), True),
        ("No. KTA", ("person.membership",), True),
        ("NIM", ("person.membership",), False),
    ]


def test_a_known_heading_over_cells_of_another_kind_is_asked_about():
    rows = [["Nama", "NIK", "HP"], *([name, "A-17", phone] for name, _, phone in PEOPLE)]
    assert not column(rows, "NIK").sure
    assert "person.nik" in column(rows, "NIK").ask


def test_a_fifth_of_the_cells_may_be_wrong_but_no_more():
    good, bad = PEOPLE[0], ["Sari Wangi", "12345", "0800-2000-001"]
    assert column([["Nama", "NIK", "HP"], *[good] * 4, bad], "NIK").sure
    assert not column([["Nama", "NIK", "HP"], *[good] * 3, bad], "NIK").sure


def test_blank_cells_are_no_cells_of_another_kind():
    rows = [["Nama", "NIK", "HP"], *[[name, "-", phone] for name, _, phone in PEOPLE]]
    assert column(rows, "NIK").sure


@pytest.mark.parametrize("head", ["nama_usaha", "NIK KOPERASI", "nomor_ktp_perusahaan", "Nama Ketua", "Status"])
def test_a_heading_that_has_misled_is_never_decided_whatever_its_cells(head):
    rows = [["Nama", "HP", head], *[[name, phone, nik] for name, nik, phone in PEOPLE]]
    assert not column(rows, head).sure
    assert column(rows, head).ask


def test_cells_alone_only_propose_since_a_family_card_has_sixteen_digits_too():
    rows = [["Nama", "HP", "Nomor Kartu"], *[[name, phone, nik] for name, nik, phone in PEOPLE]]
    assert column(rows, "Nomor Kartu").fields == ("person.nik",)
    assert not column(rows, "Nomor Kartu").sure


def test_place_and_date_of_birth_in_one_cell_are_read_as_such():
    rows = [["Nama", "NIK", "TTL"], *[[name, nik, "Bogor, 1 Juli 1990"] for name, nik, _ in PEOPLE]]
    assert (column(rows, "TTL").fields, column(rows, "TTL").kind) == (("person.born",), "place_and_date")


def test_a_place_may_be_home_or_business():
    rows = [["Nama", "NIK", "Kab/Kota"], *[[name, nik, "Kota Bogor"] for name, nik, _ in PEOPLE]]
    assert column(rows, "Kab/Kota").fields == ("person.region", "enterprise.region")
    assert not column(rows, "Kab/Kota").sure


def test_workers_of_several_years_stand_each_at_its_own():
    rows = [["Nama", "JML_TENAGA_KERJA_2020", "JML_TENAGA_KERJA_2021"], ["Sari", 2, 3]]
    assert [(c.at, c.sure) for c in draft(rows).columns[1:]] == [("2020", True), ("2021", True)]


def test_men_and_women_are_added_and_a_total_beside_them_is_not():
    parts = headed(["Nama", "tk_pria", "tk_wanita"], ["Sari", 2, 3])
    assert [c.sure for c in parts.columns] == [True, True, True]
    beside = headed(["Nama", "tk_pria", "tk_wanita", "Jumlah Karyawan"], ["Sari", 2, 3, 5])
    assert [c.head for c in beside.columns if c.sure] == ["Nama", "Jumlah Karyawan"]


def test_of_two_names_the_first_is_taken_and_the_other_asked_about():
    found = headed(["Nama Peserta", "Nama Pemilik", "NIK"], *[["Sari", "Tirta", PEOPLE[0][1]]])
    assert [c.sure for c in found.columns] == [True, False, True]


def test_what_is_known_to_feed_no_field_is_ignored_by_name():
    found = headed(["No.", "Nama", "NIK", "OMSET_2021"], [1, "Sari", PEOPLE[0][1], "Rp 5 jt"])
    assert found.ignore == ("No.", "OMSET_2021")


def test_the_same_heading_twice_is_asked_about_with_its_number():
    found = headed(["Nama", "NIK", "Alamat", "Alamat"], ["Sari", PEOPLE[0][1], "Jalan A", "Jalan B"])
    assert [(c.nth, c.sure) for c in found.columns[2:]] == [(1, True), (2, False)]


# --- the header row


def test_titles_dates_and_blank_rows_above_the_header_are_passed_over():
    rows = [["DAFTAR PESERTA"], ["Tanggal: 2025-06-23", ""], [], ["Nama", "NIK", "HP"], *PEOPLE]
    assert [c.head for c in draft(rows).columns] == ["Nama", "NIK", "HP"]
    assert draft(rows).header == 1


def test_two_headings_that_are_known_are_certain_where_cells_of_kinds_follow():
    heads = ["NIK", "HP", "Panggilan", "Julukan", "Surat Elektronik Kedua"]
    found = headed(heads, *([nik, phone, name, name, "sari@example.org"] for name, nik, phone in PEOPLE))
    assert [c.head for c in found.columns] == heads


def test_headings_nobody_knows_are_never_taken_over_whatever_stands_below():
    # two of the four known would do; of these not one is
    found = headed(
        ["Panggilan", "Identitas", "Sambungan", "Surat"], *([*person, "sari@example.org"] for person in PEOPLE)
    )
    assert (found.header, [c.head for c in found.columns]) == (0, ["A", "B", "C", "D"])


def test_a_first_person_in_words_over_people_in_numbers_is_not_taken_for_the_header():
    rows = [["Budi Rekaan", "Warung Rekaan", "Bandung", "tidak ada"]]
    rows += [[name, nik, phone, "3"] for name, nik, phone in PEOPLE]
    assert (draft(rows).header, [c.head for c in draft(rows).columns]) == (0, ["A", "B", "C", "D"])


def test_headings_of_a_register_are_certain_over_numbers_where_two_are_known():
    heads = ["kecamatan", "tahun", "mikro", "kecil", "menengah"]
    found = headed(heads, ["Contoh Timur", "2021", "39", "1.022", "4"], ["Contoh Barat", "2021", "22", "7", "1"])
    assert sorted([*found.ignore, *(c.head for c in found.columns)]) == sorted(heads)


def test_columns_under_a_merged_heading_are_told_and_the_heading_is_asked_about():
    rows = [["Nama", "NIK", "Jumlah Karyawan", ""], ["", "", "L", "P"]]
    rows += [[name, nik, "2", "30"] for name, nik, _ in PEOPLE]
    found = draft(rows)
    assert found.unheaded == ("D",)  # "P" stands in the fourth column
    assert [(c.head, c.sure) for c in found.columns] == [("Nama", True), ("NIK", True), ("Jumlah Karyawan", False)]


def test_a_first_person_with_two_wrong_cells_is_not_taken_for_the_header():
    found = headed(["Sari Wangi", "KTP hilang", "HP rusak"], *PEOPLE)
    assert found.header == 0


def test_without_a_header_columns_go_by_letters_and_nothing_is_taken_over():
    found = draft([["Daftar"], *PEOPLE])
    assert (found.header, found.first_row) == (0, 2)
    assert [(c.head, c.fields[:1]) for c in found.columns] == [
        ("A", ()), ("B", ("person.nik",)), ("C", ("person.phones",)),
    ]  # fmt: skip


def test_a_form_of_one_person_written_downwards_has_no_header():
    found = draft([["Nama", "Sari Wangi"], ["NIK", PEOPLE[0][1]], ["HP", PEOPLE[0][2]]])
    assert found.header == 0


def test_a_cell_of_the_header_row_that_is_a_value_is_not_taken_over():
    found = headed(["Nama", "NIK", "HP", "0800-2000-009"], *PEOPLE)
    assert [c.head for c in found.columns] == ["Nama", "NIK", "HP"]


def test_a_cell_of_the_header_row_that_a_spreadsheet_would_compute_is_not_taken_over():
    found = headed(["Nama", "NIK", "HP", "=HYPERLINK(A1)", "@SUM"], *PEOPLE)
    assert [c.head for c in found.columns] == ["Nama", "NIK", "HP"]


def test_keys_of_json_are_headings_where_they_are_known_and_else_nothing_is_drafted():
    assert [c.head for c in draft(PEOPLE, ["nama", "nik", "no_hp"]).columns] == ["nama", "nik", "no_hp"]
    assert draft([["a", "b", "c"]], ["Sari Wangi", "Tirta Alam", "Mega Biru"]) is None


def test_nothing_is_drafted_from_a_sheet_without_a_table():
    assert draft([["catatan"], [""], []]) is None


@settings(max_examples=50, deadline=None)
@given(st.lists(st.lists(st.sampled_from(["", "QX7", "QX8 a", "9901014107909001", "12", 3, None]), max_size=5)))
def test_rows_without_a_known_heading_and_without_kinds_below_give_letters_or_nothing(rows):
    """The only texts here are two that nobody knows; over columns of NIKs alone (one kind, not two) they stay out."""
    found = draft([row[:1] + ["QX7"] * bool(row) for row in rows])
    assert found is None or (found.header == 0 and all(len(c.head) == 1 for c in found.columns))
