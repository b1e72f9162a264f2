"""Pseudonyms: the same for the same person under one key, no value to be seen, and lists of them that meet."""

from __future__ import annotations

from hashlib import blake2b

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import okoce_core as okoce
from okoce_core.identity.exchange import FORMAT, KINDS, PseudonymList, parse_list, pseudonym_list
from okoce_core.identity.overlap import Pair, overlap
from okoce_core.identity.pseudonyms import enterprise_pseudonyms, person_pseudonyms, pseudonym
from okoce_core.identity.source_rows import numbered_names
from tests.identity.populations import NIK, one_file, people, units

KEY = b"kunci untuk pengujian"
OTHER_KEY = b"kunci lain untuk pengujian"
SARI = {"name": "Sari Karangan", "born": "1990-07-01", "phones": ["0800-1234-5678"], "email": "sari@example.org"}


def by_hand(kind: str, text: str, key: bytes = KEY) -> str:
    """The hash as its docstring describes it, made without the library."""
    return blake2b(f"okoce-pseudonym/1\n{kind}\n{text}".encode(), key=key, digest_size=16).hexdigest()


def named(*given):
    return person_pseudonyms(people(*given), KEY)


def test_a_pseudonym_is_a_keyed_hash_of_version_kind_and_text():
    assert pseudonym("nik", NIK, KEY) == by_hand("nik", NIK)
    assert pseudonym("nik", NIK, KEY) != pseudonym("phone", NIK, KEY)


def test_a_key_longer_than_blake2b_takes_is_hashed_first():
    long = bytes(range(65))
    assert pseudonym("nik", NIK, long) == by_hand("nik", NIK, blake2b(long).digest())
    assert pseudonym("nik", NIK, long[:64]) == by_hand("nik", NIK, long[:64])


@pytest.mark.parametrize("key", [b"", b"fifteen bytes..."[:15]])
def test_no_key_and_a_short_one_are_refused(key):
    for ask in (lambda: pseudonym("nik", NIK, key), lambda: person_pseudonyms(people(SARI), key)):
        with pytest.raises(okoce.Misuse) as raised:
            ask()
        assert (raised.value.code, NIK in str(raised.value)) == ("key-short", False)


@pytest.mark.parametrize(
    ("said", "kind", "text"),
    [
        ({"nik": NIK, **SARI}, "nik", NIK),
        (SARI, "name-born", "karangan sari|1990-07-01"),  # the parts in alphabetical order
        ({**SARI, "born": "1990"}, "phone-first-name", "+6280012345678|sari"),  # a year is no birth date
        ({"name": "Sari", "born": "1990-07-01", "region": "32.71"}, "name-born", "sari|1990-07-01|32.71"),
        ({"email": "sari@example.org"}, "email", "sari@example.org"),
        # The NIK says 1 July 1990: it is another's.
        ({"nik": NIK, "name": "Sari Karangan", "born": "1971-03-25"}, "name-born", "karangan sari|1971-03-25"),
    ],
    ids=["NIK", "name and birth date", "phone and first name", "one name", "e-mail", "another's NIK"],
)
def test_the_strongest_identifier_that_is_known_and_trusted_names_a_person(said, kind, text):
    assert named(said) == [by_hand(kind, text)]


def test_all_rows_of_a_person_give_what_he_is_known_by():
    # The first row has no NIK; phone and first name bind it to the second, which has one.
    assert named({k: v for k, v in SARI.items() if k != "born"}, {"nik": NIK, **SARI}) == [by_hand("nik", NIK)]


@pytest.mark.parametrize(("names", "text"), [("BAB", "b sari"), ("ABA", "a sari"), ("BA", "a sari")])
def test_of_several_texts_of_a_kind_the_one_most_rows_state_counts_and_the_smaller_of_equals(names, text):
    one_address = {"email": "sari@example.org", "born": "1990-07-01"}
    assert named(*({**one_address, "name": f"Sari {n}"} for n in names)) == [by_hand("name-born", f"{text}|1990-07-01")]


def test_what_two_people_share_names_neither():
    # Two women of one name and birth date whom their source keeps apart ("ids": "resolved").
    twins = [{"type": "person", "id": f"P{n}", "name": "Sari Karangan", "born": "1990-07-01"} for n in (1, 2)]
    found = person_pseudonyms(one_file(*twins, ids="resolved"), KEY)
    assert len(set(found)) == 2
    assert by_hand("name-born", "karangan sari|1990-07-01") not in found


def test_a_person_has_the_same_pseudonym_in_another_list_and_under_another_key_another():
    here = dict(zip(["sari", "bagas"], named({"nik": NIK}, {"email": "bagas@example.org"}), strict=True))
    there = named({"email": "citra@example.org"}, {"nik": NIK, "name": "Ibu Sari"})
    assert here["sari"] == there[1]
    assert set(person_pseudonyms(people({"nik": NIK}), OTHER_KEY)).isdisjoint(there)


def test_without_a_key_everybody_goes_by_the_row_he_comes_from():
    population = people({"nik": NIK}, {"nik": NIK, "name": "Sari"}, {"name": "Bagas"})
    first = population.reading.files[0].source.sha256
    # Line 1 of each file is its header; the first sheet is 0, the first person in a row is 0.
    assert person_pseudonyms(population, None)[0] == blake2b(f"{first}|0|2|0".encode(), digest_size=16).hexdigest()
    assert len(set(person_pseudonyms(population, None))) == population.people == 2


def test_enterprises_go_by_nib_institution_or_owner_and_name():
    population = units(
        {"name": "Kedai Rekaan", "nib": "9120001234567"},
        {"name": "Warung Contoh", "owner": {"nik": NIK}},
        {"name": "Tanpa Pemilik", "owner": {"name": "Bagas"}},
    )
    owners = person_pseudonyms(population, KEY)
    found = enterprise_pseudonyms(population, owners, KEY)
    assert found[0] == by_hand("nib", "9120001234567")
    assert found[1] == by_hand("owner-business-name", f"{by_hand('nik', NIK)}|warung contoh")
    assert len(set(found)) == 3


def test_a_name_with_half_a_surrogate_pair_is_hashed_all_the_same():
    assert len(named({"name": "Sari \ud800Karangan", "born": "1990-07-01"})[0]) == 32


def test_numbers_follow_the_order_of_the_files():
    population = people({"name": "Sari"}, {"nik": NIK}, {"nik": NIK})
    assert numbered_names(population.person) == ["1", "2"]


# ------------------------------------------------------------------ lists that are exchanged


def listed(*given, key=KEY):
    return pseudonym_list(people(*given), key)


def test_a_list_holds_one_line_a_person_with_every_identifier_and_no_value():
    head, kinds, *rows = listed({"nik": NIK, **SARI}, {"name": "Bagas"}).rows()
    assert head == (FORMAT, by_hand("check", ""))
    assert kinds == KINDS
    assert rows == [
        ("",) * 7,
        (
            by_hand("nik", NIK),
            by_hand("name-born", "karangan sari|1990-07-01"),
            by_hand("phone-first-name", "+6280012345678|sari"),
            by_hand("email", "sari@example.org"),
            by_hand("first-name-born", "sari|1990-07-01"),
            by_hand("phone", "+6280012345678"),
            "",
        ),
    ]


def test_a_name_of_several_parts_meets_in_its_regency():
    said = [{"name": "Sari Karangan", "region": region} for region in ("32.71.01", "32.71", "32", "31.75")]
    bogor, jakarta = (by_hand("name-region", f"karangan sari|{regency}") for regency in ("32.71", "31.75"))
    assert [listed(one).people[0][-1] for one in said] == [(bogor,), (bogor,), (), (jakarta,)]
    assert listed({"name": "Sari", "region": "32.71"}).unknown == 1


def test_the_order_of_a_list_tells_nothing_of_the_order_of_rows():
    said = [{"email": f"orang{n}@example.org"} for n in range(9)]
    assert listed(*said) == listed(*reversed(said))


def test_a_list_is_read_as_it_was_written():
    written = listed({"nik": NIK, **SARI}, {"name": "Bagas"})
    assert parse_list(list(written.rows()), "a.csv") == written


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [["nama", "nik"], ["Sari Karangan", NIK]],
        [[FORMAT, "0" * 32], ["nik"], ["0" * 32]],
        [[FORMAT, "0" * 32], list(KINDS), [NIK, *[""] * 6]],
        [[FORMAT, "0" * 32], list(KINDS), ["0" * 32]],
        [[FORMAT, "kunci"], list(KINDS)],
    ],
    ids=["nothing", "a partner's list", "other columns", "a NIK as it is", "a short row", "no check"],
)
def test_what_is_no_list_of_pseudonyms_is_refused_without_a_word_of_it(rows):
    with pytest.raises(okoce.Misuse) as raised:
        parse_list(rows, "a.csv")
    assert raised.value.code == "not-pseudonyms"
    assert NIK not in str(raised.value)


def test_one_nik_is_certain_and_anything_else_possible():
    a = listed({"nik": NIK}, {"email": "bagas@example.org"}, {"name": "Citra"})
    b = listed({"nik": NIK, "name": "Sari"}, {"email": "bagas@example.org"})
    found = overlap([a, b])
    # 3 + 2 people; Sari is certain, Bagas possible, Citra in no list but the first.
    assert (found.gross, found.net_certain, found.net_possible) == (5, 4, 3)
    assert found.pairs == (Pair(0, 1, certain=1, possible=2),)
    assert found.unknown == (1, 0)


def test_people_of_one_list_stay_different_people():
    # Two in the first list share a phone's key with one in the second: at most one of them is that one.
    shared = ("c" * 32,)
    a = PseudonymList("k", ((("a" * 32,), (), shared, ()), (("b" * 32,), (), shared, ())))
    b = PseudonymList("k", (((), (), shared, ()),))
    found = overlap([a, b])
    assert (found.net_certain, found.net_possible) == (3, 2)
    assert found.pairs == (Pair(0, 1, certain=0, possible=1),)


def test_lists_under_different_keys_are_refused():
    with pytest.raises(okoce.Misuse) as raised:
        overlap([listed({"nik": NIK}), listed({"nik": NIK}, key=OTHER_KEY)])
    assert raised.value.code == "keys-differ"


PERSON = st.tuples(
    st.sampled_from([(), ("n1",), ("n2",)]), st.sampled_from([(), ("b1",)]), st.sampled_from([(), ("p1",), ("p2",)]),
    st.just(()),
)  # fmt: skip
LISTS = st.lists(st.lists(PERSON, max_size=4).map(lambda told: PseudonymList("k", tuple(told))), min_size=2, max_size=3)


@settings(max_examples=60)
@given(LISTS)
def test_no_more_is_certain_than_possible_and_both_lie_between_the_largest_list_and_all(lists):
    found = overlap(lists)
    assert max(found.people) <= found.net_possible <= found.net_certain <= found.gross
    for pair in found.pairs:
        assert 0 <= pair.certain <= pair.possible <= min(found.people[pair.a], found.people[pair.b])


@settings(max_examples=60)
@given(LISTS)
def test_the_order_of_lists_changes_nothing(lists):
    there, back = overlap(lists), overlap(lists[::-1])
    assert (there.net_certain, there.net_possible) == (back.net_certain, back.net_possible)
    assert sorted((p.certain, p.possible) for p in there.pairs) == sorted((p.certain, p.possible) for p in back.pairs)
