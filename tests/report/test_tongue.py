"""Languages: numbers for the eye, sentences, and names from outside."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okoce_core.misuse import Misuse
from okoce_core.report.tongue import Tongue, printable, tongue

ID, EN = Tongue("id"), Tongue("en")


@pytest.mark.parametrize(
    ("number", "indonesian", "english"),
    [
        (0, "0", "0"),
        (999, "999", "999"),
        (1469937, "1.469.937", "1,469,937"),
        (-1234, "-1.234", "-1,234"),
        (Fraction(7, 2), "3,5", "3.5"),
        (Fraction(1, 100), "0,01", "0.01"),
        (Fraction(1, 3), "≈0,33", "≈0.33"),
        (Fraction(-7, 2), "-3,5", "-3.5"),
        (Fraction(29999, 10), "2.999,9", "2,999.9"),
        (Fraction(1, 1000), "≈0", "≈0"),
        (Fraction(1999, 1000), "≈2", "≈2"),  # 1.999 is 2.00 to two decimals
    ],
)
def test_numbers_are_written_as_their_readers_write_them(number, indonesian, english):
    assert (ID.number(number), EN.number(number)) == (indonesian, english)


@given(st.integers())
def test_a_whole_number_is_never_changed(number):
    assert int(ID.number(number).replace(".", "")) == number == int(EN.number(number).replace(",", ""))


@given(st.fractions())
def test_a_number_without_the_sign_of_doubt_is_exact_and_with_it_within_half_a_hundredth(number):
    written = EN.number(number)
    shown = Fraction(written.lstrip("≈").replace(",", ""))
    assert (shown == number) == (not written.startswith("≈"))
    assert abs(shown - number) <= Fraction(1, 200)


def test_sentences_come_from_the_catalogue_with_their_slots_filled():
    assert ID.say("not asked") == "tidak ditanya"
    assert ID.say("+{n} unknown", n=12) == "+12 belum diketahui"
    assert EN.say("+{n} unknown", n=12) == "+12 unknown"


def test_an_unknown_language_is_refused():
    assert tongue("en") == EN
    with pytest.raises(Misuse) as caught:
        tongue("fr")
    assert (caught.value.code, caught.value.allowed) == ("unknown-language", ("id", "en"))


@given(st.text())
def test_what_is_printable_moves_no_cursor_and_keeps_its_length(text):
    shown = printable(text)
    assert shown.isprintable()
    assert len(shown) == len(text)
    assert printable(shown) == shown
