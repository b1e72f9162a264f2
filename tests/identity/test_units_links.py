"""Which enterprise is the same, by evidence: worked cases, each under the weights that ship."""

from __future__ import annotations

import pytest

import okoce_core as okoce
from okoce_core.identity.population import Estimate
from okoce_core.identity.units import full_enterprises
from tests.identity.businesses import businesses, groups, owner, why
from tests.laws.partner_files import jsonl, read

NIB, NEAR, FAR = "9120000000017", "9120000000011", "8230405060708"
"""The second differs from the first in one digit, the third in nearly all."""
SARI, BUDI = owner(1, name="Sari Karangan"), owner(2, name="Budi Rekaan")


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Kedai Kenanga", "KEDAI  KENANGA", "owner-business-name"),
        ("Kedai Kenanga", "Kenanga Kedai", "owner-business-name"),
        ("Kedai Kenanga", "Kedai Kenamga", "owner-similar-name"),
        ("Kedai Kenanga", "KedaiKenanga", "owner-similar-name"),
        ("Warung Bu Mawar", "Ibu Mawar", "owner-similar-name"),
        ("CV Sumber Kenanga", "Sumber Kenanga Abadi", "owner-similar-name"),
    ],
)
def test_one_owners_business_under_two_spellings_is_one(one, other, reason):
    found = businesses({"name": one, "owner": SARI}, {"name": other, "owner": SARI})
    assert groups(found) == [0, 0]
    assert why(found) == [reason]


@pytest.mark.parametrize(("one", "other"), [("Kedai Sari", "Bengkel Sari"), ("Maju Jaya", "Maju Mulia"), ("A", "B")])
def test_one_owners_two_businesses_stay_two(one, other):
    found = businesses({"name": one, "owner": SARI}, {"name": other, "owner": SARI})
    assert groups(found) == [0, 1]


def test_spouses_on_one_nib_have_one_enterprise_under_two_names():
    found = businesses(
        {"nib": NIB, "name": "Kedai Kenanga", "owner": SARI}, {"nib": NIB, "name": "CV Maju", "owner": BUDI}
    )
    assert (groups(found), why(found)) == ([0, 0], ["nib"])


def test_a_person_with_two_nibs_has_two_enterprises_even_of_one_name():
    found = businesses(
        {"nib": NIB, "name": "Kedai Kenanga", "owner": SARI}, {"nib": FAR, "name": "Kedai Kenanga", "owner": SARI}
    )
    assert groups(found) == [0, 1]


def test_a_nib_with_one_digit_wrong_is_the_same_where_the_name_agrees():
    found = businesses(
        {"nib": NIB, "name": "Kedai Kenanga", "owner": SARI}, {"nib": NEAR, "name": "Kedai Kenanga", "owner": SARI}
    )
    assert (groups(found), why(found)) == ([0, 0], ["nib-misspelt"])


def test_neighbouring_nibs_of_two_names_are_two_enterprises():
    found = businesses(
        {"nib": NIB, "name": "Kedai Kenanga", "owner": SARI}, {"nib": NEAR, "name": "Bengkel Garuda", "owner": SARI}
    )
    assert groups(found) == [0, 1]


def test_no_name_between_them_brings_two_different_nibs_together():
    found = businesses(
        {"nib": NIB, "name": "Kedai Kenanga", "owner": SARI},
        {"name": "Kedai Kenanga", "owner": SARI},
        {"nib": FAR, "name": "Kedai Kenanga", "owner": SARI},
    )
    assert groups(found)[0] != groups(found)[2]
    assert len(set(groups(found))) == 2


def test_a_nib_that_many_owners_give_for_many_names_is_a_consultants_and_proves_nothing():
    flowers = ("Mawar", "Melati", "Kenanga", "Cempaka", "Seroja", "Teratai", "Dahlia")
    found = businesses(
        *({"nib": NIB, "name": f"Kedai {f}", "owner": owner(n)} for n, f in enumerate(flowers))
    )  # fmt: skip
    assert groups(found) == list(range(7))


def test_a_nib_that_a_large_family_gives_for_one_name_is_one_enterprise():
    found = businesses(*({"nib": NIB, "name": "Kedai Kenanga", "owner": owner(n)} for n in range(7)))
    assert groups(found) == [0] * 7


def test_a_row_without_a_name_follows_the_only_business_of_its_owner():
    found = businesses({"name": "Kedai Kenanga", "owner": SARI}, {"owner": SARI})
    assert (groups(found), why(found)) == ([0, 0], ["owner-nameless"])


def test_of_several_businesses_it_follows_the_one_that_most_rows_tell_of():
    names = ("Kedai Kenanga", "Bengkel Garuda", "Bengkel Garuda")
    found = businesses(*({"name": name, "owner": SARI} for name in names), {"owner": SARI})
    assert groups(found) == [0, 1, 1, 1]


def test_a_nib_of_its_own_keeps_a_row_without_a_name_apart():
    found = businesses({"name": "Kedai Kenanga", "nib": NIB, "owner": SARI}, {"nib": FAR, "owner": SARI})
    assert groups(found) == [0, 1]


def test_rows_without_a_name_that_began_at_different_times_are_several():
    found = businesses({"owner": SARI, "started": "2015-01-01"}, {"owner": SARI, "started": "2020-01-01"})
    assert groups(found) == [0, 1]


PESANTREN = {"name": "PP Karangan Rekaan", "region": "32.71", "owner": SARI}


def test_institutions_of_one_name_and_place_are_told_apart_by_number():
    # Of pesantren 22 of 100 share name and regency with another.
    one = PESANTREN | {"institution": {"scheme": "NSPP", "number": "510099990001"}}
    other = PESANTREN | {"institution": {"scheme": "NSPP", "number": "510099990002"}}
    assert groups(businesses(one, other)) == [0, 1]
    found = businesses(one, one | {"name": "Pondok Karangan", "owner": BUDI})
    assert (groups(found), why(found)) == ([0, 0], ["institution"])


def test_enterprises_whose_owners_nobody_names_are_one_by_number_alone():
    unowned = {"name": "PP Karangan Rekaan", "region": "32.71"}
    assert groups(businesses(unowned, unowned)) == [0, 1]
    assert groups(businesses(unowned | {"nib": NIB}, unowned | {"nib": NIB})) == [0, 0]


DISTINCT = {"name": "Konveksi Rekaan Tulip", "region": "32.71"}


def test_two_owners_with_one_distinctive_name_one_place_and_one_phone_own_one_enterprise():
    phone = {"phones": ["0800-1111-0001"]}
    found = businesses(DISTINCT | {"owner": SARI | phone}, DISTINCT | {"owner": BUDI | phone})
    assert (groups(found), why(found)) == ([0, 0], ["co-owners"])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"name": "Warung Sederhana", "region": "32.71"}, {"name": "Warung Sederhana", "region": "32.71"}),
        ({"name": "Warung Makan"}, {"name": "Warung Makan"}),
        (DISTINCT, DISTINCT | {"region": "73.71"}),
    ],
)
def test_two_owners_of_a_name_that_many_bear_or_in_two_places_own_two(one, other):
    assert groups(businesses(one | {"owner": SARI}, other | {"owner": BUDI})) == [0, 1]


def test_two_owners_of_one_entry_bring_their_other_rows_together():
    found = businesses(
        {"name": "Kedai Kenanga", "owners": [SARI, BUDI]},
        {"name": "Kedai Kenanga", "owner": BUDI},
        {"name": "Kedai Kenanga", "owner": SARI},
    )
    assert groups(found) == [0, 0, 0]


def test_another_sector_and_start_weigh_against_a_name_that_only_resembles():
    cake = {"sector": {"scheme": "KBLI2020", "code": "10710"}, "started": "2012-01-01"}
    lathe = {"sector": {"scheme": "KBLI2020", "code": "25920"}, "started": "2020-01-01"}
    one, other = {"name": "Karya Kenanga", "owner": SARI}, {"name": "Karya Kenanga Dua", "owner": SARI}
    assert groups(businesses(one, other)) == [0, 0]
    assert groups(businesses(one | cake, other | lathe)) == [0, 1]


def test_ids_that_are_resolved_are_taken_at_their_word():
    unit = {"type": "enterprise", "id": "E1", "name": "Kedai Kenanga"}
    other = unit | {"name": "Bengkel Garuda"}
    reading = read(*(jsonl(one, ids="resolved") for one in (unit, other, unit | {"id": "E2"})))
    found = full_enterprises(reading, okoce.resolve(reading, identity="exact").person)
    components, links = found.components, found.links
    assert list(components.numbered()[0]) == [0, 0, 1]
    assert len(links) == 1


def test_what_is_expected_to_be_wrong_is_told():
    sure = businesses({"nib": NIB, "name": "Kedai A", "owner": SARI}, {"nib": NIB, "name": "Kedai A", "owner": BUDI})
    assert sure.estimate == Estimate(1.0, 1.0, 1.0)
    doubtful = businesses({"name": "Kedai Sari", "owner": SARI}, {"name": "Bengkel Sari", "owner": SARI})
    told = doubtful.estimate
    assert 0 < told.missed < 0.5
    assert told.value == 2 - told.missed
    assert told.low < told.value < told.high
    assert "Sari" not in repr(doubtful)
