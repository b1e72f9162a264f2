"""``okoce pseudonyms`` and ``okoce overlap``: two partners learn how many people they share, and nothing else."""

import csv
import json

import pytest

NIK = "9901014107909001"
HEADS = "nama;hp;kota;usaha;jml_karyawan;no_ktp;tgl_lahir;nib;tahun\n"
FIRST = f"Sari Karangan;;;;;{NIK};;;2021\nBagas Contoh;0800-1234-5601;;;;;;;2021\nCitra;;;;;;;;2021\n"
SECOND = f"Ibu Sari;;;;;{NIK};;;2022\nBagas C.;0800-1234-5601;;;;;;;2022\n"
"""By hand: 3 and 2 people, 5 in all. Sari has one NIK in both: certain. Bagas one phone and first name: possible.
Citra has a name alone, which is no identifier."""


@pytest.fixture
def lists(okoce, tmp_path, monkeypatch):
    """The lists of two partners under pseudonyms of one key."""
    monkeypatch.setenv("OKOCE_KEY", "kunci untuk pengujian")
    made = []
    for name, rows in (("a", FIRST), ("b", SECOND)):
        (tmp_path / f"anggota-{name}.csv").write_text(HEADS + rows, "utf-8")
        made.append(tmp_path / f"{name}.csv")
        assert okoce("pseudonyms", tmp_path / f"anggota-{name}.csv", "--out", made[-1])[0] == 0
    monkeypatch.delenv("OKOCE_KEY")
    return made


def test_what_two_lists_share_is_certain_or_possible(okoce, lists):
    status, said, _ = okoce("overlap", *lists, "--json")
    a, b = map(str, lists)
    assert status == 0
    assert json.loads(said) == {
        "format": "okoce-overlap/1",
        "lists": [{"file": a, "people": 3, "unknown": 1}, {"file": b, "people": 2, "unknown": 0}],
        "gross": 5,
        "net": {"certain": 4, "possible": 3},
        "overlap": {"certain": 1, "possible": 2},
        "pairs": [{"a": a, "b": b, "certain": 1, "possible": 2}],
    }


def test_the_page_says_it_in_words(okoce, lists):
    english = okoce("overlap", *lists, "--bahasa", "en")[1]
    assert "5 people; together they are 4 different ones if the NIK alone is believed, 3 if every" in english
    assert "certain (by NIK)" in english
    assert "Daftar-daftar itu berjumlah 5 orang" in okoce("overlap", *lists)[1]


def test_a_list_of_pseudonyms_holds_no_value(lists):
    written = lists[0].read_text("utf-8")
    assert not [value for value in (NIK, "Sari", "Karangan", "1234-5601", "12345601") if value in written]
    with lists[0].open(encoding="utf-8", newline="") as file:
        assert len(list(csv.reader(file))) == 2 + 3  # the format, the headings, a person a line


def test_pseudonyms_need_a_key(okoce, lists, tmp_path):
    status, _, err = okoce("pseudonyms", tmp_path / "anggota-a.csv", "--out", tmp_path / "c.csv")
    assert (status, "OKOCE_KEY" in err, (tmp_path / "c.csv").exists()) == (2, True, False)


def test_lists_of_different_keys_are_refused(okoce, lists, tmp_path, monkeypatch):
    monkeypatch.setenv("OKOCE_KEY", "kunci lain untuk pengujian")
    okoce("pseudonyms", tmp_path / "anggota-b.csv", "--out", tmp_path / "c.csv")
    status, _, err = okoce("overlap", lists[0], tmp_path / "c.csv", "--bahasa", "en")
    assert (status, "different keys" in err) == (2, True)


def test_one_list_and_the_same_list_twice_are_refused(okoce, lists):
    assert okoce("overlap", lists[0])[0] == 2
    assert okoce("overlap", lists[0], lists[0])[0] == 2


@pytest.mark.parametrize("content", [(HEADS + FIRST).encode(), b"\xff\xfe\x00\x01", b"PK\x03\x04", b""])
def test_another_file_is_refused_without_a_word_of_it(okoce, lists, tmp_path, content):
    (tmp_path / "lain.csv").write_bytes(content)
    status, out, err = okoce("overlap", lists[0], tmp_path / "lain.csv", "--bahasa", "en")
    assert (status, out, "is no file of pseudonyms" in err) == (2, "", True)
    assert NIK not in err
    assert okoce("overlap", lists[0], tmp_path / "tiada.csv")[0] == 2


def test_a_list_of_pseudonyms_is_a_csv_beside_what_is_read(okoce, lists, tmp_path, monkeypatch):
    monkeypatch.setenv("OKOCE_KEY", "kunci untuk pengujian")
    read = tmp_path / "anggota-a.csv"
    assert okoce("pseudonyms", read, "--out", read)[0] == 2
    assert okoce("pseudonyms", read, "--out", tmp_path / "a.txt")[0] == 2
    assert okoce("pseudonyms", read, "--out", tmp_path / "tiada" / "a.csv")[0] == 2
    (tmp_path / "kosong.csv").write_bytes(b"")
    assert okoce("pseudonyms", tmp_path / "kosong.csv", "--out", tmp_path / "c.csv")[0] == 3
