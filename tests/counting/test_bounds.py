"""Bounds for partners that gave only totals: worked by hand, against families of lists, and through a population."""

from __future__ import annotations

import json
from fractions import Fraction
from itertools import combinations, product
from pathlib import Path

import pytest
import scipy.optimize  # noqa: F401 - importing it takes longer than one example may
import yaml
from hypothesis import given
from hypothesis import strategies as st

import okoce_core as okoce
from okoce_core.counting.bounds.bounding import bounded, bounded_shares
from okoce_core.counting.bounds.unions import Interval, Size, bonferroni, boole_frechet, dawson_sankoff, hunter_worsley

VECTORS = yaml.safe_load((Path(__file__).parent / "vectors.yaml").read_text("utf-8"))["vectors"]
V41, V42, V43 = (next(v for v in VECTORS if v["id"] == name) for name in ("V41", "V42", "V43"))

AS_OF = "2022-09-30"


def exactly(**sizes: int) -> dict[str, Size]:
    return {name: Size(size, size) for name, size in sizes.items()}


def standings(*lines: dict, book: str | okoce.Rulebook = "okoce-reach@1"):
    header = {"type": "header", "format": "okoce-records/1", "ids": "resolved"}
    reading = okoce.read("\n".join(json.dumps(line) for line in (header, *lines)).encode())
    assert list(reading.problems) == []
    return okoce.count(okoce.resolve(reading), book, as_of=AS_OF)._standings


def lists(**members: list[str]) -> list[dict]:
    return [
        {"type": "participation", "partner": partner, "person": person, "date": "2022-01-01", "stage": "trained"}
        for partner, people in members.items()
        for person in people
    ]


def total(partner: str, value: int, unit: str = "persons", measure: str = "participants") -> dict:
    as_of = "2022-06-30"
    return {"type": "total", "partner": partner, "measure": measure, "value": value, "unit": unit, "as_of": as_of}


# --- in closed form -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("vector", [V41, V42], ids=lambda vector: vector["id"])
def test_totals_alone_are_bounded_by_the_largest_and_by_their_sum_or_the_population(vector):
    found = boole_frechet(exactly(**vector["totals"]).values(), population=vector.get("population"))
    assert found == Interval(vector["expect"]["lower"], vector["expect"]["upper"])


def test_two_lists_and_two_totals():
    union = len({person for people in V43["lists"].values() for person in people})
    assert union == V43["expect"]["listed_union"]
    found = boole_frechet(exactly(**V43["totals"]).values(), union)
    assert found == Interval(V43["expect"]["lower"], V43["expect"]["upper"])


def test_a_partner_with_a_list_and_a_larger_total():
    # L = 10, the partner's own list 4, its total 9: r = 5 are not on its list, o = 6 are on others' only. All five may
    # be among the six (10), or all new (15). With a total of 12, r = 8 and two at least are new: 12 to 18.
    assert boole_frechet([Size.of_total(9, listed=4)], 10) == Interval(10, 15)
    assert boole_frechet([Size.of_total(12, listed=4)], 10) == Interval(12, 18)


def test_a_total_smaller_than_the_list_adds_nobody():
    assert boole_frechet([Size.of_total(3, listed=4)], 10) == Interval(10, 10)


def test_a_total_of_rows_holds_from_above_and_from_below_only_by_its_repeats():
    # 10 rows, nobody in more than three of them: at least four people. Who does not know, knows nothing from below.
    assert Size.of_total(10, "rows", repeats=3) == Size(4, 10)
    assert Size.of_total(10, "rows") == Size(0, 10)
    assert Size.of_total(10, "unknown", repeats=3) == Size(0, 10)
    with pytest.raises(okoce.Misuse) as error:
        Size.of_total(10, "rows", repeats=0)
    assert error.value.code == "bounds-number"


def test_a_population_smaller_than_what_is_known_is_wrong_use():
    with pytest.raises(okoce.Misuse, match="population of 99") as error:
        boole_frechet(exactly(A=100).values(), population=99)
    assert error.value.code == "bounds-contradict"


def test_three_partners_whose_overlaps_are_known():
    # S1 = 10 + 8 + 6 = 24, S2 = 4 + 3 + 2 = 9. Bonferroni 24 - 9 = 15. k = 1 + floor(18 / 24) = 1, so Dawson-Sankoff
    # is the same: 2 x 24 / 2 - 2 x 9 / 2 = 15. The heaviest tree takes 4 and 3: 24 - 7 = 17.
    sizes, overlaps = exactly(A=10, B=8, C=6), {("A", "B"): 4, ("C", "A"): 3, ("B", "C"): 2}
    assert bonferroni(sizes, overlaps) == 15
    assert dawson_sankoff(sizes, overlaps) == 15
    assert hunter_worsley(sizes, overlaps) == 17


def test_dawson_sankoff_stays_useful_where_bonferroni_falls_below_the_largest():
    # Three times the same ten people: S1 = 30, S2 = 30. Bonferroni says 0. k = 1 + floor(60 / 30) = 3:
    # 60 / 4 - 60 / 12 = 10, which is the truth.
    sizes, overlaps = exactly(A=10, B=10, C=10), dict.fromkeys(combinations("ABC", 2), 10)
    assert bonferroni(sizes, overlaps) == 0
    assert dawson_sankoff(sizes, overlaps) == 10
    assert hunter_worsley(sizes, overlaps) == 10


def test_dawson_sankoff_may_be_a_fraction():
    # Sizes 6, 6, 5 and overlaps 4, 4, 3: S1 = 17, S2 = 11, k = 1 + floor(22 / 17) = 2, so 34 / 3 - 22 / 6 = 23 / 3.
    assert dawson_sankoff(exactly(A=6, B=6, C=5), {("A", "B"): 4, ("A", "C"): 4, ("B", "C"): 3}) == Fraction(23, 3)


def test_of_nobody_there_is_nobody():
    assert dawson_sankoff(exactly(A=0, B=0), {}) == 0


def test_an_overlap_nobody_knows_is_taken_at_its_worst():
    # A and B may be the same 8 people, or nobody may be in both.
    sizes = exactly(A=10, B=8)
    assert bonferroni(sizes, {}) == 10
    assert hunter_worsley(sizes, {}) == 18


@pytest.mark.parametrize(
    ("overlaps", "code"),
    [
        ({("A", "B"): 9}, "bounds-contradict"),
        ({("A", "B"): -1}, "bounds-contradict"),
        ({("A", "A"): 1}, "bounds-contradict"),
        ({("A", "B"): 1, ("B", "A"): 2}, "bounds-contradict"),
        ({("A", "Z"): 1}, "unknown-partner"),
    ],
)
def test_an_overlap_that_cannot_be_is_wrong_use(overlaps, code):
    with pytest.raises(okoce.Misuse) as error:
        hunter_worsley(exactly(A=10, B=8), overlaps)
    assert error.value.code == code


families = st.lists(st.frozensets(st.integers(0, 9)), min_size=1, max_size=5)


@given(families, st.data())
def test_no_family_of_lists_lies_outside_the_bounds(family, data):
    sets = dict(zip("ABCDE", family, strict=False))
    sizes, truth = exactly(**{name: len(people) for name, people in sets.items()}), len(frozenset.union(*family))
    every = {(a, b): len(sets[a] & sets[b]) for a, b in combinations(sets, 2)}
    overlaps = {pair: number for pair, number in every.items() if data.draw(st.booleans())}
    simple = boole_frechet(sizes.values(), population=10)
    assert simple.lower <= truth <= simple.upper
    assert max(bonferroni(sizes, overlaps), dawson_sankoff(sizes, overlaps)) <= truth <= hunter_worsley(sizes, overlaps)
    assert dawson_sankoff(sizes, overlaps) >= bonferroni(sizes, overlaps)


# --- of a population ----------------------------------------------------------------------------------------------


def test_lists_and_totals_of_a_population():
    told = [total(partner, value) for partner, value in V43["totals"].items()]
    found = bounded(standings(*lists(**V43["lists"]), *told), "participants")
    assert (found.label, found.listed) == ("bounded", V43["expect"]["listed_union"])
    assert (found.lower, found.upper) == (V43["expect"]["lower"], V43["expect"]["upper"])
    # Without overlaps to know of, no bound is narrower than Boole-Fréchet's. A and B share two of 5 and 4.
    assert found.lowers == {"boole-frechet": 10, "bonferroni": 7, "dawson-sankoff": 7, "sharp": 10}
    assert found.uppers == {"boole-frechet": 20, "hunter-worsley": 20, "sharp": 20}


def test_overlaps_somebody_established_narrow_it_down():
    # A lists P1 to P4, B lists P3 to P6: six. C says 5, of whom 3 are A's; D says 2.
    # C's other two are new, or B's own P5 and P6: C adds 0 to 2. D adds 0 to 2: 6 to 10.
    told = standings(*lists(A=["P1", "P2", "P3", "P4"], B=["P3", "P4", "P5", "P6"]), total("C", 5), total("D", 2))
    assert (bounded(told, "participants").lower, bounded(told, "participants").upper) == (6, 13)
    found = bounded(told, "participants", overlaps={("C", "A"): 3})
    assert (found.lowers["sharp"], found.uppers["sharp"]) == (6, 10)
    # Hunter-Worsley: 4 + 4 + 5 + 2 less A-B 2 and A-C 3. Bonferroni over A and C: 4 + 5 - 3.
    assert (found.uppers["hunter-worsley"], found.lowers["bonferroni"]) == (10, 6)


def test_two_overlaps_together_may_say_more_than_each():
    # As before, and C shares one person with B. Three of A's four are C's, so one of P3 and P4 is, and that is the one
    # of B's: C has neither P5 nor P6, and its other two are new. D adds 0 to 2: 8 to 10.
    told = standings(*lists(A=["P1", "P2", "P3", "P4"], B=["P3", "P4", "P5", "P6"]), total("C", 5), total("D", 2))
    found = bounded(told, "participants", overlaps={("A", "C"): 3, ("B", "C"): 1})
    assert (found.lower, found.upper) == (8, 10)


def test_a_list_within_a_larger_total_and_an_overlap_with_the_whole():
    # A lists P1, P2 and says 5. C says 4 and has all of its people among A's five: 5 in all.
    told = standings(*lists(A=["P1", "P2"]), total("A", 5), total("C", 4))
    assert (bounded(told, "participants").lower, bounded(told, "participants").upper) == (5, 9)
    found = bounded(told, "participants", overlaps={("A", "C"): 4})
    assert (found.lower, found.upper) == (5, 5)
    # Two of C's are not A's: seven, unless the district has six people, which contradicts it.
    assert bounded(told, "participants", overlaps={("A", "C"): 2}).lower == 7
    with pytest.raises(okoce.Misuse) as error:
        bounded(told, "participants", population=6, overlaps={("A", "C"): 2})
    assert error.value.code == "bounds-contradict"


def test_a_participation_after_the_day_is_on_no_list_and_of_two_totals_the_newer_counts():
    late = {"type": "participation", "partner": "B", "person": "P9", "date": "2022-12-01", "stage": "trained"}
    older = {**total("C", 90), "as_of": "2021-06-30"}
    found = bounded(standings(*lists(A=["P1"]), late, total("C", 5), older), "participants")
    assert (found.listed, found.lower, found.upper) == (1, 5, 6)


def test_a_population_is_a_ceiling():
    told = standings(*lists(A=["P1", "P2"]), total("C", 40), total("D", 70))
    assert bounded(told, "participants", population=100).upper == 100


def test_rows_bound_from_below_where_their_repeats_are_known():
    told = standings(*lists(A=["P1", "P2"]), total("C", 40, unit="rows"))
    assert bounded(told, "participants").lower == 2
    assert bounded(told, "participants", repeats=4).lower == 10


def test_what_two_lists_share_is_counted_and_cannot_be_said_otherwise():
    told = standings(*lists(A=["P1", "P2", "P3"], B=["P2", "P3", "P4"]), total("C", 4))
    assert bounded(told, "participants", overlaps={("A", "B"): 2}).upper == 8
    for said in (1, 3):
        with pytest.raises(okoce.Misuse) as error:
            bounded(told, "participants", overlaps={("A", "B"): said})
        assert error.value.code == "bounds-contradict"


def test_people_are_not_divided():
    # Dawson-Sankoff of these gives 23 / 3 (see above): at least 8 people.
    told = standings(total("A", 6), total("B", 6), total("C", 5))
    found = bounded(told, "participants", overlaps={("A", "B"): 4, ("A", "C"): 4, ("B", "C"): 3})
    assert found.lowers["dawson-sankoff"] == 8


def test_jobs_are_bounded_by_enterprise_and_may_be_fractions():
    # One enterprise of A with five full-time workers and one at half time: 11/2 by equivalents. C says 20 jobs.
    book = okoce.with_fields(okoce.preset("okoce-p4@1"), {"entrepreneur.test": "owns", "jobs.unit": "fte"})
    told = standings(
        *lists(A=["P1"]),
        {"type": "ownership", "enterprise": "E1", "person": "P1", "from": "2021-01-01"},
        {"type": "headcount", "partner": "A", "enterprise": "E1", "date": "2022-06-30", "full_time": 5, "part_time": 1,
         "part_time_hours": [20], "owners_included": False},
        total("C", 20, measure="jobs"),
        book=book,
    )  # fmt: skip
    found = bounded(told, "jobs")
    assert (found.listed, found.lower, found.upper) == (Fraction(11, 2), 20, Fraction(51, 2))


@pytest.mark.parametrize(
    ("book", "measure"),
    [("okoce-claim@1", "participants"), ("okoce-reach@1", "jobs"), ("okoce-p4@1", "people")],
)
def test_what_is_not_counted_is_not_bounded(book, measure):
    with pytest.raises(okoce.Misuse) as error:
        bounded(standings(*lists(A=["P1"]), book=book), measure)
    assert error.value.code in {"not-bounded", "unknown-measure"}


def test_a_net_loss_has_no_bounds():
    book = okoce.with_fields(okoce.preset("okoce-p4@1"), {"jobs.value": "net", "jobs.floor": False})
    with pytest.raises(okoce.Misuse) as error:
        bounded(standings(*lists(A=["P1"]), book=book), "jobs")
    assert error.value.code == "not-bounded"


def test_the_bounds_as_json():
    shown = bounded(standings(*lists(A=["P1"]), total("C", 3)), "participants").as_json()
    assert {key: shown[key] for key in ("label", "listed", "lower", "upper")} == {
        "label": "bounded", "listed": "1", "lower": "3", "upper": "4",
    }  # fmt: skip
    assert shown["methods"]["hunter-worsley"] == {"lower": None, "upper": "4"}


# --- of every way two totals may fall on two lists ---------------------------------------------------------------


def ways(listed: int, c: int, d: int):
    """Every way two totals may fall: whom of the listed each has, and how many new people both have."""
    subsets = [frozenset(some) for size in range(listed + 1) for some in combinations(range(listed), size)]
    for of_c, of_d in product(subsets, subsets):
        new_c, new_d = c - len(of_c), d - len(of_d)
        if new_c >= 0 and new_d >= 0:
            yield from ((of_c, of_d, new_c, new_d, both) for both in range(min(new_c, new_d) + 1))


small = st.frozensets(st.integers(0, 3), min_size=1)


def people(numbers) -> list[str]:
    return [f"P{number}" for number in numbers]


@given(small, small, st.integers(0, 4), st.integers(0, 4), st.data())
def test_sharp_is_the_narrowest_of_all_ways_two_totals_may_fall(a, b, c, d, data):
    """The lists A and B have up to four people; of C and D only totals are known, and what they share with others."""
    told = standings(*lists(A=people(a), B=people(b)), total("C", c), total("D", d))
    order = sorted(a | b)
    sets = {"A": {order.index(p) for p in a}, "B": {order.index(p) for p in b}}
    found = []
    for of_c, of_d, new_c, new_d, both in ways(len(order), c, d):
        with_lists = {(n, m): len(sets[n] & of) for n in "AB" for m, of in (("C", of_c), ("D", of_d))}
        shared = with_lists | {("C", "D"): len(of_c & of_d) + both}
        found.append((shared, len(order) + new_c + new_d - both))
    truth, union = data.draw(st.sampled_from(found))
    known = data.draw(st.sets(st.sampled_from(sorted(truth))))
    possible = [u for shared, u in found if all(shared[pair] == truth[pair] for pair in known)]
    bounds = bounded(told, "participants", overlaps={pair: truth[pair] for pair in known})
    assert (bounds.lowers["sharp"], bounds.uppers["sharp"]) == (min(possible), max(possible))
    assert (bounds.lower, bounds.upper) == (min(possible), max(possible))
    assert all(low <= union <= high for low in bounds.lowers.values() for high in bounds.uppers.values())


# --- shares -------------------------------------------------------------------------------------------------------


def shares(told) -> dict[str, tuple[Fraction, Fraction]]:
    return bounded_shares(told, "participants")


def test_without_totals_a_share_is_one_number():
    # P1 only A's, P2 both's.
    assert shares(standings(*lists(A=["P1", "P2"], B=["P2"]))) == {
        "A": (Fraction(3, 2), Fraction(3, 2)),
        "B": (Fraction(1, 2), Fraction(1, 2)),
    }


def test_a_total_has_a_share_between_all_shared_and_all_its_own():
    # A and B list seven, P4 and P5 both. C says 10. At most ten new people: 10. At least: the seven listed (two shared
    # by three, five by two: 2/3 + 5/2) and three new ones, whom D, who says 3, may have too: 3/2. Together 14/3.
    # D: at most 3; at least P4 and P5 with A, B and C (1/4 each) and one with one list and C (1/3): 5/6.
    told = standings(*lists(**V43["lists"]), *(total(partner, value) for partner, value in V43["totals"].items()))
    found = shares(told)
    assert found["C"] == (Fraction(14, 3), 10)
    assert found["D"] == (Fraction(5, 6), 3)
    # A has P1 to P3 alone and P4, P5 with B: at most 4. C has all five (3/2 + 2/3), and D three of those, best P1 to P3
    # (3/3 + 2/3).
    assert found["A"] == (Fraction(5, 3), 4)


def test_rows_of_nobody_knows_how_many_may_be_worth_nothing():
    assert shares(standings(*lists(A=["P1"]), total("C", 6, unit="rows")))["C"] == (0, 6)


@given(small, small, st.integers(0, 4), st.integers(0, 4))
def test_no_way_two_totals_may_fall_gives_a_share_outside_and_some_way_each_end(a, b, c, d):
    found = shares(standings(*lists(A=people(a), B=people(b)), total("C", c), total("D", d)))
    order = sorted(a | b)
    reached = {name: [] for name in "ABCD"}
    for of_c, of_d, new_c, new_d, both in ways(len(order), c, d):
        served = {"A": a, "B": b, "C": {order[i] for i in of_c}, "D": {order[i] for i in of_d}}
        for name in reached:
            parts = [Fraction(1, sum(p in served[n] for n in served)) for p in order if p in served[name]]
            new = {"C": new_c, "D": new_d}.get(name, 0)
            alone = new - both if name in "CD" else 0
            reached[name].append(sum(parts) + alone + Fraction(both if name in "CD" else 0, 2))
    assert found == {name: (min(values), max(values)) for name, values in reached.items()}
