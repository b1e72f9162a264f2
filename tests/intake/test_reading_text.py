import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okoce_core.evidence import Problems
from okoce_core.intake.reading.text import decode, encoding_of, looks_binary


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_the_unicode_encodings_are_recognised_without_a_notice(codec):
    problems = Problems("a.csv")
    assert decode("nama;kota\nJosé;Bandung\n".encode(codec), problems) == "nama;kota\nJosé;Bandung\n"
    assert len(problems) == 0


def test_utf_16_big_endian_with_its_mark_is_recognised():
    assert decode(codecs.BOM_UTF16_BE + "nama".encode("utf-16-be"), Problems("a.csv")) == "nama"


def test_what_is_no_utf_8_is_read_as_cp1252_and_told():
    problems = Problems("a.csv")
    assert decode("René – 5 €".encode("cp1252"), problems) == "René – 5 €"
    assert problems.totals() == {"encoding-guessed": 1}


def test_bytes_that_cp1252_does_not_have_are_read_as_latin_1():
    # 81, 8D, 8F, 90 and 9D are unassigned in cp1252
    assert encoding_of(b"Ren\xe9 \x81 ").codec == "latin-1"


def test_a_character_cut_off_at_the_end_does_not_change_the_encoding():
    assert decode("é,a,é".encode()[:-1], Problems("a.csv")) == "é,a,\ufffd"


def test_one_foreign_letter_at_the_very_end_is_no_cut_off_utf_8():
    assert decode("a,René".encode("cp1252"), Problems("a.csv")) == "a,René"


def test_a_marked_text_with_bad_bytes_keeps_its_encoding_and_is_told():
    problems = Problems("a.csv")
    assert decode(codecs.BOM_UTF8 + b"a\xffb", problems) == "a\ufffdb"
    assert problems.totals() == {"encoding-guessed": 1}


def test_a_text_with_a_few_nuls_is_still_a_text():
    assert not looks_binary(b"a,b\n1\0,2\n", encoding_of(b"a,b\n1\0,2\n"))


@given(st.binary())
def test_any_bytes_decode(data):
    assert isinstance(decode(data, Problems("a.csv")), str)
