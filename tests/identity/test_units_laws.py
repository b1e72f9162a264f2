"""What holds of enterprises decided by evidence, whatever the lists say: order changes nothing, numbers bind."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

import okoce_core as okoce
from okoce_core.identity.units import full_enterprises
from okoce_core.identity.units.numbers import contradict
from tests.identity.businesses import businesses, groups, owner, said_in_a_file
from tests.laws.partner_files import read

NAMES = (
    "Kedai Kenanga", "Kedai Kenamga", "Kenanga", "Bengkel Kenanga", "Konveksi Rekaan Tulip", "Konveksi Rekaan Tulp",
    "Warung",
)  # fmt: skip
NIBS = ("9120000000017", "9120000000011", "9120000000711", "8230405060708")

statements = st.fixed_dictionaries(
    {"owner": st.integers(0, 3).map(lambda n: owner(n, phones=[f"0800-1111-000{n % 2}"]))},
    optional={
        "name": st.sampled_from(NAMES),
        "nib": st.sampled_from(NIBS),
        "region": st.sampled_from(("32.71", "32.73", "32")),
        "started": st.sampled_from(("2015", "2020-01-01")),
    },
)


lists = st.lists(statements, min_size=1, max_size=8)
ordered = lists.flatmap(lambda said: st.tuples(st.just(said), st.permutations(range(len(said)))))


@settings(max_examples=60, deadline=None)
@given(ordered)
def test_the_order_of_files_changes_nothing(given):
    said, order = given
    there = groups(businesses(*said))
    here = groups(businesses(*(said[place] for place in order)))
    assert {frozenset(p for p, g in enumerate(there) if g == one) for one in there} == {
        frozenset(order[p] for p, g in enumerate(here) if g == one) for one in here
    }


@settings(max_examples=60, deadline=None)
@given(lists)
def test_no_enterprise_holds_two_clearly_different_nibs_but_over_a_misspelt_one(said):
    found = groups(businesses(*said))
    for one in set(found):
        nibs = sorted({f"NIB {s['nib']}" for s, group in zip(said, found, strict=True) if group == one and "nib" in s})
        linked = {nibs[0]} if nibs else set()
        for _ in nibs:
            linked |= {nib for nib in nibs if any(not contradict([nib], [other]) for other in linked)}
        assert linked == set(nibs)


@settings(max_examples=30, deadline=None)
@given(st.lists(statements, min_size=1, max_size=6))
def test_a_list_sent_again_makes_no_enterprise_more(said):
    files = [said_in_a_file(number, one) for number, one in enumerate(said)]
    again = [said_in_a_file(number + len(said), one) for number, one in enumerate(said)]
    once, twice = (read(*sent) for sent in (files, files + again))
    count = [
        full_enterprises(reading, okoce.resolve(reading, identity="exact").person).components.numbered()[1]
        for reading in (once, twice)
    ]
    assert count[0] == count[1]
