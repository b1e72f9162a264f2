import gzip
import io
import random
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okoce_core.evidence import Problems
from okoce_core.intake import reading
from okoce_core.intake.reading import Opened, open_source


def refused(data, name="berkas"):
    problems = Problems(name)
    opened = open_source(name, data, problems)
    assert (opened.media, opened.sheets) == ("", [])
    return [p.code for p in problems]


def document():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as target:
        target.writestr("[Content_Types].xml", "<x/>")
        target.writestr("word/document.xml", "<x/>")
    return packed.getvalue()


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe", b"\0\0\0\0"])
def test_a_file_with_nothing_in_it_is_one_error(data):
    assert refused(data, "a.csv") == ["empty-file"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.xls", b"<html><body><table><tr><td>nama</td></tr></table></body></html>"),
        ("a.xls", b'\n<?xml version="1.0"?><Workbook/>'),
        ("a.csv", "\ufeff<!DOCTYPE html>".encode()),
        ("a.pdf", b"%PDF-1.7\n1 0 obj\n"),
        ("a.csv", b"\x89PNG\r\n\x1a\n" + bytes(50)),
        ("a.jpg", b"\xff\xd8\xff\xe0" + b"abc" * 50),
        ("a.rtf", b"{\\rtf1 nama, kota}"),
        ("a.csv.gz", gzip.compress(b"a,b\n1,2\n")),
        ("a.docx", document()),
        ("a.csv", random.Random(1).randbytes(3_000)),
        ("a.csv", random.Random(2).randbytes(300)),
    ],
)
def test_other_forms_are_one_error(name, data):
    assert refused(data, name) == ["unknown-form"]


def test_a_message_under_the_name_of_a_workbook_is_no_workbook_but_a_table_is_read():
    assert refused(b"File not found!", "a.xls") == ["broken-file"]
    assert open_source("a.xls", b"nama\tkota\nA\tDepok\n", Problems("a.xls")).media == "csv"


def test_a_text_that_begins_like_a_picture_is_a_text():
    assert open_source("a.csv", b"BM,nama\n1,A\n", Problems("a.csv")).media == "csv"
    assert open_source("a.csv", b"PK,nama\n1,A\n", Problems("a.csv")).media == "csv"


def test_what_no_reader_foresaw_is_one_error(monkeypatch):
    def fails(*_):
        raise KeyError("secret")

    monkeypatch.setattr(reading, "open_csv", fails)
    assert refused(b"a,b\n", "a.csv") == ["broken-file"]


def check(name, data):
    problems = Problems(name)
    opened = open_source(name, data, problems)
    assert isinstance(opened, Opened)
    if not opened.media:
        assert sum(p.severity == "error" for p in problems) == 1
    for sheet in opened.sheets:
        for _ in sheet.rows:
            pass


NAMES = st.sampled_from(["a.csv", "a.json", "a.jsonl", "a.xlsx", "a.xls", "a"])
STARTS = st.sampled_from(
    [b"", b"PK\x03\x04", b"{", b"[", b'{"a":1}\n', b"\xff\xfe", b"\xef\xbb\xbf", b"sep=", b'"', b"a;b\r\r\n"]
)


@given(NAMES, STARTS, st.binary(max_size=300))
def test_any_bytes_are_answered(name, start, data):
    check(name, start + data)


@given(NAMES, st.text(st.sampled_from("ab,;\t|\"'\r\n{}[]:1 \0é\\"), max_size=120))
def test_any_text_is_answered(name, text):
    check(name, text.encode())


GOOD = ('nama;kota;lahir\r\n"Sari ""Uji""";Depok;1990\r\nJosé;"Jl. Uji; No 1";\r\n[{"a":1}]\r\n' * 3).encode()


@given(st.integers(0, len(GOOD) - 1), st.integers(0, 255))
def test_one_changed_byte_of_a_csv_never_raises(place, byte):
    check("a.csv", GOOD[:place] + bytes([byte]) + GOOD[place + 1 :])


GOOD_JSON = b'{"program":"CSR","peserta":[{"id":1,"nama":"A\\u00e9","usaha":{"nib":null}},{"id":2.5,"hp":["1","2"]}]}'


@given(st.integers(0, len(GOOD_JSON) - 1), st.integers(0, 255), NAMES)
def test_one_changed_byte_of_a_json_never_raises(place, byte, name):
    check(name, GOOD_JSON[:place] + bytes([byte]) + GOOD_JSON[place + 1 :])
