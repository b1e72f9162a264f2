"""Addresses and members' numbers: how far they agree, what that weighs, and what they decide."""

import json
import math

import pytest

import okoce_core as okoce
from okoce_core.identity.explaining import explain_link
from okoce_core.identity.full.candidates import candidates
from okoce_core.identity.full.further import FURTHER, Further
from okoce_core.identity.full.gathering import evidence


def files(*people):
    """One file of people."""
    head = {"type": "header", "format": "okoce-records/1", "ids": "local"}
    lines = [head, *({"type": "person", "id": f"P{n}", "name": "Sari", **told} for n, told in enumerate(people))]
    return okoce.read("".join(json.dumps(line) + "\n" for line in lines).encode())


def of(field, *values):
    if field == "membership":
        return files(*({"memberships": [dict(zip(("issuer", "number"), v.split(), strict=True))]} for v in values))
    return files(*({"address": value} for value in values))


@pytest.mark.parametrize(
    ("field", "a", "b", "level"),
    [
        ("address", "Jl. Melati No. 7, Depok", "JL MELATI NO 7 DEPOK", "same"),
        ("address", "Jl. Melati No. 7, Depok", "Melati 7 Depok Baru", "much"),  # 3 of the 4 of the shorter
        ("address", "Jl. Melati No. 7, Depok", "Depok Baru", "part"),  # 1 of 2
        ("address", "Jl. Melati No. 7, Depok", "Kp. Cina", "other"),
        ("membership", "KTA 0012", "KTA 0012", "same"), ("membership", "KTA 0012", "KTA 0013", "misspelt"),
        ("membership", "KTA 0012", "KTA 9876", "other"), ("membership", "KTA 0012", "TDA 0012", "unknown"),
    ],
)  # fmt: skip
def test_how_far_two_agree(field, a, b, level):
    further = Further(evidence(of(field, a, b).files))
    assert FURTHER[field][further.level(field, 0, 1)] == FURTHER[field][further.level(field, 1, 0)] == level


def test_where_no_list_has_any_of_it_nothing_is_compared_and_nothing_weighs():
    further = Further(evidence(files({}, {}).files))
    assert not further
    assert further.odds(0, 1) == 0


def test_weights_are_of_likely_pairs_over_any_two():
    further = Further(evidence(of("membership", "KTA 0012", "KTA 0012", "KTA 9876", "KTA 5555").files))
    further.measure([(0, 1, 5.0)] * 8 + [(0, 2, 5.0)] * 2 + [(0, 3, 3.9)] * 9, [(0, 2)] * 20)
    # Of one person 8 the same and 2 another, and as if 8.5, 0.7 and 0.8 of ten more; of any two 20 another.
    expected = [math.log((2 + 0.8) / (20 + 9.9) * 1.5), math.log(0.7 / 0.08 * 1.5), math.log(16.5 / 0.02 * 1.5)]
    assert further.weights["membership"] == pytest.approx([0.0, *expected])
    assert further.weights["address"] == Further(evidence(files({}, {}).files)).weights["address"]


def test_an_address_weighs_no_more_than_a_family_allows():
    further = Further(evidence(of("address", "Jl. Melati 7", "Jl. Melati 7", "Kp. Cina").files))
    further.measure([(0, 1, 9.0)] * 500, [(0, 2)] * 500)
    assert further.weights["address"] == pytest.approx([0.0, -2.5, 0.0, math.log(3 / 0.3), 2.5])


def test_entries_meet_by_a_member_number_and_by_two_words_of_an_address():
    both = candidates(evidence(files(
        {"name": "Budi", "memberships": [{"issuer": "KTA", "number": "0012"}]},
        {"name": "Sari", "memberships": [{"issuer": "KTA", "number": "0012"}]},
        {"name": "Dewi", "address": "Jl. Melati Mawar 7"}, {"name": "Wayan", "address": "Gang Melati Mawar 7"},
    ).files))  # fmt: skip
    assert both.by_further == {0 * 4 + 1, 2 * 4 + 3}
    assert not both.pairs


def test_one_member_number_makes_one_person_of_a_name_and_its_nickname_and_another_keeps_two():
    sari = {"name": "Sari Wangi", "memberships": [{"issuer": "KTA", "number": "0012"}]}
    short = {"name": "Sari", "memberships": [{"issuer": "KTA", "number": "0012"}]}
    other = {"name": "Sari", "memberships": [{"issuer": "KTA", "number": "9876"}]}
    assert okoce.resolve(files(sari, short), identity="full").people == 1
    assert okoce.resolve(files(sari, other), identity="full").people == 2


def test_a_link_says_what_addresses_and_numbers_add_and_shows_them_only_when_asked():
    told = {"name": "Sari Wangi", "address": "Jl. Melati 7", "memberships": [{"issuer": "KTA", "number": "0012"}]}
    found = okoce.resolve(files(told, told), identity="full")
    rows = [(found.reading.files[0].source.name, row) for row in (2, 3)]
    plain, revealed = (explain_link(found, *rows, revealed=asked) for asked in (False, True))
    levels = {e.field: e.level for e in plain.evidence}
    assert (levels["address"], levels["membership"]) == ("same", "same")
    assert "Melati" not in repr(plain) + json.dumps(plain.as_json())
    values = {e.field: e.values for e in revealed.evidence}
    assert values["address"] == ("Jl. Melati 7",) * 2
    assert values["membership"] == ("KTA 0012",) * 2


def test_one_name_and_one_member_number_in_one_list_are_one_person():
    sekar = {"name": "Sekar Ayuningtyas", "memberships": [{"issuer": "NISN", "number": "0990000001"}]}
    assert okoce.resolve(files({**sekar, "phones": ["0800-1234-5678"]}, sekar)).people == 1
