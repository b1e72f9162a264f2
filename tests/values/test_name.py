from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okoce_core.values import name
from okoce_core.values.business_name import BusinessKeyer, business_key
from okoce_core.values.name import Keyer, first_name, key
from okoce_core.values.name_words import words


def test_a_name_stays_as_it_is_written_apart_from_its_blanks():
    assert name.parse("  SITI   Aminah,\tS.Pd ") == "SITI Aminah, S.Pd"
    assert name.parse("Budi\u200b\x07 San\u00a0toso") == "Budi San toso"
    assert name.parse("Andre\u0301") == "Andr\u00e9"  # composed


@pytest.mark.parametrize("cell", ["0812", "12.3", 44060, 1.5, True, "!!"])
def test_what_has_no_letter_is_no_name(cell):
    assert name.parse(cell).code == "name-format"


def test_a_name_of_invisible_characters_says_nothing():
    assert name.parse("\u200b\u200b") is None


@pytest.mark.parametrize(
    "written",
    [
        "Siti Aminah", "SITI  AMINAH", "Hj. Siti Aminah", "Hj Siti Aminah, S.Pd", "Siti Aminah S.Pd",
        "Siti Aminah, S. Pd.", "St. Aminah",
        "Sitti Aminah, S.E., M.M.", "Dra. Hj. Siti Aminah MM", "Siti Aminah,S.Kom", "Ibu Siti Aminah",
        "Siti Aminah, Hj.",
        "Dr. Ir. Siti Aminah, Ph.D", "Siti Aminah S.Pd.I", "Siti Aminah A.Md.Keb", "Siti  Áminah",
        "Siti Aminah, S.Tr.Kep., Ns.",
    ],
)  # fmt: skip
def test_titles_case_accents_and_blanks_do_not_tell_people_apart(written):
    assert key(written) == "siti aminah"


@pytest.mark.parametrize(
    "first",
    [
        "Muhammad",
        "M.",
        "M",
        "Moh.",
        "Moch",
        "Mochamad",
        "Mohd",
        "MUH.",
        "Mochammad",
        "Muhamad",
        "H. M.",
        "H.M.",
        "K.H. M.",
    ],
)
def test_the_spellings_of_muhammad_are_one(first):
    assert key(f"{first} Yusuf") == "muhammad yusuf"


def test_shortened_forms_are_told_in_full():
    assert key("Abd. Rahman") == key("Abdoel Rahman") == "abdul rahman"
    assert key("Ma'ruf Abdur-Rahman") == "maruf abdur rahman"


def test_an_initial_elsewhere_is_only_an_initial():
    assert key("Andi M. Yusuf") == "andi m yusuf"
    assert key("H. Aji Santoso") == "aji santoso"  # not "Haji Santoso"
    assert key("M") == "m"


def test_words_that_are_degrees_only_after_a_comma_stay_without_one():
    assert key("Yo Ma") == "yo ma"
    assert key("Yo Budi, MA") == "yo budi"


def test_a_name_that_is_only_titles_keeps_them():
    assert key("Haji") == "haji"
    assert key("Drs. H.") == "drs h"
    assert key(", S.Pd") == "s pd"


def test_what_follows_a_comma_and_is_no_title_stays():
    assert key("Hidayat, Ahmad") == "hidayat ahmad"


def test_the_first_name_takes_a_second_word_where_the_first_is_everybodys():
    assert first_name(key("M. Yusuf Ali")) == "muhammad yusuf"
    assert first_name("ni luh putu") == "ni luh"
    assert first_name("wawan setiawan") == "wawan"
    assert first_name("") == ""


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("CV. Maju Jaya", "maju jaya"), ("C.V. Maju Djaya", "maju jaya"), ("Maju Jaya, PT", "maju jaya"),
        ("PT Maju Jaya Tbk.", "maju jaya"),
        ("UD Maju-Jaya", "maju jaya"), ("Toko Maju Jaya", "toko maju jaya"), ("Tk. Maju", "toko maju"),
        ("Wr. Maju", "warung maju"),
        ("RM Sederhana", "rumah makan sederhana"), ("R.M. Sederhana", "rumah makan sederhana"), ("PT", "pt"), ("", ""),
    ],
)  # fmt: skip
def test_businesses_are_compared_without_their_legal_form(written, expected):
    assert business_key(written) == expected


WORDS = words()
PIECES = [
    *sorted(WORDS.before | WORDS.after_comma | set(WORDS.variants) | set(WORDS.variants_first) | WORDS.continuations),
    *(
        "Budi",
        "Aji",
        "Yusuf",
        "Ma'ruf",
        "É",
        "-",
        "S.Pd",
        "H.M.Yusuf",
        "I",
        "Ni",
        "A.",
        "K.H.",
        "Abdur-Rahman",
        "123",
        ",",
    ),
]
NAMES = st.lists(
    st.tuples(st.sampled_from(PIECES), st.sampled_from([" ", " ", ".", ",", ", ", "", ". "])), max_size=5
).map(lambda pairs: "".join(map("".join, pairs)))


@given(st.lists(st.one_of(NAMES, st.text(max_size=12)), max_size=8))
def test_a_keyer_gives_the_answers_of_key_whatever_it_has_met_before(names):
    keyer = Keyer()
    assert [keyer(each) for each in names * 2] == [key(each) for each in names * 2]


SIGNS = [
    *sorted(WORDS.forms | set(WORDS.signs) | set(WORDS.spellings)),
    "R.M.",
    "Maju-Djaya",
    "Bu",
    "&",
    "_",
    "É",
    "77",
]
BUSINESSES = st.lists(st.tuples(st.sampled_from(SIGNS), st.sampled_from([" ", "  ", ".", ", ", ""])), max_size=5).map(
    lambda pairs: "".join(map("".join, pairs))
)


@given(st.lists(st.one_of(BUSINESSES, st.text(max_size=12)), max_size=8))
def test_a_business_keyer_gives_the_answers_of_business_key_whatever_it_has_met_before(names):
    keyer = BusinessKeyer()
    assert [keyer(each) for each in names * 2] == [business_key(each) for each in names * 2]


@given(st.text(max_size=20))
def test_a_key_is_of_small_letters_and_single_blanks(written):
    for answer in (key(written), business_key(written)):
        assert answer == " ".join(answer.split()) == answer.casefold()


@given(NAMES)
def test_a_name_that_can_be_read_has_a_key(written):
    parsed = name.parse(written)
    if isinstance(parsed, str):
        assert key(parsed) == key(written)
        assert key(parsed)


def test_every_word_of_the_lists_is_written_as_keys_are():
    listed = (
        WORDS.before | WORDS.after_comma | WORDS.forms | WORDS.common_first | set(WORDS.variants) | set(WORDS.spellings)
    )
    assert all(word.isalnum() and word == word.casefold() for word in listed)
