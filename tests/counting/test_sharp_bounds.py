"""The sharp bounds against every assignment of people to cells, and their proof against wrong answers of the solver."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, product
from math import ceil, floor

import pytest
import scipy.optimize  # noqa: F401 - importing it takes longer than one example may
from hypothesis import given
from hypothesis import strategies as st

import okoce_core as okoce
from okoce_core.counting.bounds import bounding, certified
from okoce_core.counting.bounds.certified import Impossible, Program, minimum
from okoce_core.counting.bounds.sharp import joint, shared, sharp
from okoce_core.counting.bounds.unions import Interval, Size, bonferroni, boole_frechet, dawson_sankoff, hunter_worsley
from tests.counting.test_bounds import lists, standings, total

CELLS = [some for size in (1, 2, 3) for some in combinations("ABC", size)]
FACTS = [*CELLS, ("A or B",)]


def enumerated() -> dict[tuple[int, ...], list[tuple[tuple[int, ...], int]]]:
    """Each way to put people into the cells of three sets of up to three, by the sizes of the sets."""
    found: dict[tuple[int, ...], list[tuple[tuple[int, ...], int]]] = {}
    for cells in product(range(4), repeat=len(CELLS)):
        known = [sum(n for c, n in zip(CELLS, cells, strict=True) if set(some) <= set(c)) for some in CELLS]
        if max(known[:3]) <= 3:
            both = sum(n for c, n in zip(CELLS, cells, strict=True) if set("AB") & set(c))
            found.setdefault(tuple(known[:3]), []).append(((*known, both), sum(cells)))
    return found


WAYS = enumerated()


@given(st.sampled_from(sorted(WAYS)), st.data())
def test_no_narrower_bounds_hold_than_the_sharp_ones(sizes, data):
    """Three sizes, and any of the overlaps of two and three and the union of two."""
    truth, union = data.draw(st.sampled_from(WAYS[sizes]))
    places = [0, 1, 2, *sorted(data.draw(st.sets(st.integers(3, 7))))]
    population = data.draw(st.one_of(st.none(), st.integers(union, 9)))
    facts = [joint("AB", truth[i]) if i == 7 else shared(CELLS[i], truth[i]) for i in places]
    facts += [] if population is None else [joint("ABC", 0, population)]
    possible = [
        u
        for known, u in WAYS[sizes]
        if all(known[i] == truth[i] for i in places) and (population is None or u <= population)
    ]
    found = sharp(facts)
    assert (ceil(found.lower), floor(found.upper)) == (min(possible), max(possible))


@given(st.lists(st.frozensets(st.integers(0, 12)), min_size=2, max_size=5), st.data())
def test_sharp_is_at_least_as_tight_as_each_named_bound_and_holds(family, data):
    sets = dict(zip("ABCDE", family, strict=False))
    every = {(a, b): len(sets[a] & sets[b]) for a, b in combinations(sets, 2)}
    overlaps = {pair: number for pair, number in every.items() if data.draw(st.booleans())}
    sizes = {name: Size(len(people), len(people)) for name, people in sets.items()}
    found = sharp([shared(n, len(p)) for n, p in sets.items()] + [shared(pair, n) for pair, n in overlaps.items()])
    simple = boole_frechet(sizes.values())
    lowest = max(simple.lower, bonferroni(sizes, overlaps), dawson_sankoff(sizes, overlaps))
    assert lowest <= found.lower <= len(frozenset.union(*family)) <= found.upper
    assert found.upper <= min(simple.upper, hunter_worsley(sizes, overlaps))


def test_a_size_may_be_a_range():
    # A has 4 to 6, B has 3, and they share 2: 5 to 7.
    assert sharp([shared("A", 4, 6), shared("B", 3), shared("AB", 2)]) == Interval(5, 7)


def test_numbers_of_millions_stay_exact():
    # 686,807 and 480,765 people, of whom 480,764 are in both: one more than the larger.
    assert sharp([shared("A", 686_807), shared("B", 480_765), shared("AB", 480_764)]) == Interval(686_808, 686_808)


def test_a_bound_may_be_a_fraction_and_is_exact():
    # Three of one each, whom nobody is in all of: could people be divided, each half would be in two sets: 3/2. At
    # most all are apart: 3.
    assert sharp([*(shared(name, 1) for name in "ABC"), shared("ABC", 0)]) == Interval(Fraction(3, 2), 3)


@pytest.mark.parametrize(
    ("facts", "named"),
    [
        ([shared("A", 30), shared("B", 80), shared("C", 5), shared("AB", 50)], "A: 30; A & B: 50"),
        # A's three are all B's and all C's, so B and C share three.
        (
            [*(shared(n, 3) for n in "ABC"), shared("AB", 3), shared("AC", 3), shared("BC", 0), joint("ABC", 0, 99)],
            "A: 3; A & B: 3; A & C: 3; B & C: 0",
        ),
        # That B and C share nobody has to do with it, but is not needed.
        ([shared("A", 9), shared("B", 8), shared("C", 2), shared("AC", 4), shared("BC", 0)], "C: 2; A & C: 4"),
        ([shared("A", 30), shared("B", 4), joint("AB", 0, 20)], "A: 30; A | B: 0-20"),
        ([shared("A", 3), shared("A", 4)], "A: 3; A: 4"),
    ],
)
def test_facts_that_cannot_all_hold_are_named_and_no_others(facts, named):
    with pytest.raises(okoce.Misuse) as error:
        sharp(facts)
    assert (error.value.code, error.value.asked) == ("bounds-contradict", named)


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        (lambda: [shared("A", 3), shared("AB", 1)], "bounds-open"),
        (lambda: [shared([f"S{n}"], 1) for n in range(13)], "sharp-too-many"),
        (lambda: [shared("A", -1)], "bounds-number"),
        (lambda: [shared("A", 3, 2)], "bounds-number"),
        (lambda: [shared([], 2)], "bounds-number"),
    ],
)
def test_facts_that_make_no_question_are_wrong_use(facts, code):
    with pytest.raises(okoce.Misuse) as error:
        sharp(facts())
    assert error.value.code == code


# --- the proof ----------------------------------------------------------------------------------------------------

# Least x + 2 y where x + y - s = 3 and x - t = 1: three, with y = 0. With x = 1 and y = 2 it holds as well, and is 5.
SMALL = Program([1, 2, 0, 0], [{0: 1, 1: 1}, {0: 1}, {0: -1}, {1: -1}], [3, 1])


def answering(monkeypatch, **changed):
    """The solver's answer with something in it changed."""
    true = certified._proposed

    def proposed(program):
        answer = true(program)
        for name, change in changed.items():
            answer[name] = change(answer[name])
        return answer

    monkeypatch.setattr(certified, "_proposed", proposed)


def test_the_minimum_is_proved():
    assert minimum(SMALL) == 3


def test_a_slightly_wrong_answer_still_leads_to_the_exact_one(monkeypatch):
    answering(monkeypatch, x=lambda x: x + 1e-9)
    assert minimum(SMALL) == 3


@pytest.mark.parametrize(
    "changed",
    [
        {"x": lambda x: x * 0},  # uses nothing
        {"x": lambda x: x * 0 + [0, 1, 0, 0]},  # x = 0 cannot be 1 + t
        {"x": lambda x: x * 0 + [1, 2, 0, 0]},  # not the least
        {"status": lambda _: 4},  # the solver gave up
    ],
)
def test_a_wrong_answer_is_never_taken(monkeypatch, changed):
    answering(monkeypatch, **changed)
    with pytest.raises(okoce.Misuse) as error:
        minimum(SMALL)
    assert error.value.code == "sharp-unproved"


def test_what_the_rows_are_wrongly_said_to_be_worth_is_never_taken(monkeypatch):
    answering(monkeypatch, eqlin=lambda eqlin: type(eqlin)(marginals=eqlin.marginals + 0.25))
    with pytest.raises(okoce.Misuse):
        minimum(SMALL)


def test_rows_that_contradict_are_named():
    with pytest.raises(Impossible) as error:
        minimum(Program([1, 1], [{0: 1, 1: 1}, {2: 1}], [3, 4, 5]))
    assert error.value.rows == (0, 1)


def test_a_solver_that_wrongly_says_impossible_is_not_believed(monkeypatch):
    answering(monkeypatch, status=lambda _: 2)
    with pytest.raises(okoce.Misuse) as error:
        minimum(SMALL)
    assert error.value.code == "sharp-unproved"


def test_without_scipy_the_other_bounds_stand(monkeypatch):
    def missing(name):
        raise ImportError(name)

    monkeypatch.setattr(certified, "import_module", missing)
    with pytest.raises(okoce.Misuse) as error:
        sharp([shared("A", 3)])
    assert error.value.code == "extra-missing"
    told = standings(*lists(A=["P1"]), total("C", 3), total("D", 4))
    found = bounding.bounded(told, "participants", overlaps={("C", "D"): 2})
    assert set(found.lowers) == {"boole-frechet", "bonferroni", "dawson-sankoff"}
    # C and D come to five, and A's one may be among them or not.
    assert (found.lower, found.upper) == (5, 6)
    # Three times five people, all apart, are not ten.
    apart = standings(total("C", 5), total("D", 5), total("E", 5))
    with pytest.raises(okoce.Misuse) as error:
        bounding.bounded(apart, "participants", population=10, overlaps=dict.fromkeys(combinations("CDE", 2), 0))
    assert error.value.code == "bounds-contradict"
