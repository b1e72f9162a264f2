"""Disclosure control: what is hidden, that it stays hidden, and how what is left is rounded."""

from __future__ import annotations

import doctest
from collections import Counter
from fractions import Fraction
from itertools import product

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import okoce_core as okoce
from okoce_core.counting.breakdowns.breakdown import table
from okoce_core.counting.breakdowns.cell import ALL, Cell
from okoce_core.counting.disclosure import rounding
from okoce_core.counting.disclosure.disclosed_shares import suppressed_shares
from okoce_core.counting.disclosure.rounding import cell_name, draw, rounded, sides, to_base_3
from okoce_core.counting.disclosure.suppression import Suppression, suppressed
from tests.rules.vectors import vector

from .attacker import cells_of, derived, margins, pinned_down
from .records_of_vector import as_bytes

RULES = Suppression()
KEY = bytes(range(32))
ROUNDING = Suppression(key=KEY)


def one_axis(*numbers):
    """A table of one dimension, with its total."""
    return margins({(("abcdefghij"[place],),): n for place, n in enumerate(numbers)})


def shown(numbers, axes=(("x",),), rules=RULES):
    return suppressed(cells_of(numbers), axes, "participants", rules)


def hidden(published):
    """The hidden cells of a table of one dimension by their letters, with the reasons."""
    return {(key[0] or ("total",))[0]: cell.status for key, cell in published.items() if cell.value is None}


# --- the rules for a single number ------------------------------------------------------------------------------------


def test_fewer_people_than_the_threshold_are_hidden_and_none_is_none():
    assert [RULES.status("participants", cells_of({(): n})[()], ["sex"]) for n in (0, 1, 4, 5)] == [
        "",
        "few",
        "few",
        "",
    ]


def test_district_by_sex_by_disability_asks_for_ten():
    nine = cells_of({(): 9})[()]
    assert RULES.status("participants", nine, ["province", "regency", "district", "sex", "disability"]) == "few"
    assert RULES.status("participants", nine, ["district", "sex"]) == ""
    assert RULES.status("participants", attrs.evolve(nine, units=10), ["district", "sex", "disability"]) == ""


def jobs(*contributions):
    """The jobs of enterprises that hold so many each."""
    sizes = sorted((Fraction(abs(n)) for n in contributions), reverse=True) + [Fraction(0)] * 2
    total = Fraction(sum(contributions))
    return Cell(total, total, total, len(contributions), (sizes[0], sizes[1]), sum(sizes[2:], Fraction(0)))


@pytest.mark.parametrize(
    ("contributions", "status"),
    [
        ((), ""),
        ((0, 0), ""),  # nothing is never hidden
        ((50, 50), "few"),  # two enterprises: each knows the other
        ((10, 10, 10), ""),
        # p = 10: whoever has 40 takes them off 101 and has the 100 to within 1 %; of 110 to 150 he knows no closer.
        ((100, 40, 1), "dominated"),
        ((100, 40, 9), "dominated"),
        ((100, 40, 10), ""),
        ((100, 40, 5, 5), ""),
        ((100, 0, 0), "dominated"),
        ((20, -20), "few"),  # gains and losses that cancel out are not nothing
        ((-100, 40, 1), "dominated"),
    ],
)
def test_jobs_ask_for_three_enterprises_of_which_none_dominates(contributions, status):
    assert RULES.status("jobs", jobs(*contributions), ["province"]) == status


@pytest.mark.parametrize(
    ("field", "value"),
    [("threshold", 2), ("narrow_threshold", 0), ("enterprises", 2), ("dominance", 0), ("dominance", 101)],
)
def test_a_rule_that_protects_nobody_is_wrong_use(field, value):
    with pytest.raises(okoce.Misuse) as raised:
        Suppression(**{field: value})
    assert (raised.value.code, raised.value.asked) == ("suppression-rule", field)


@pytest.mark.parametrize("key", [b"", b"short", bytes(65)])
def test_a_key_that_can_be_guessed_or_is_too_long_is_wrong_use(key):
    with pytest.raises(okoce.Misuse) as raised:
        Suppression(key=key)
    assert raised.value.code == "rounding-key"


def test_the_key_is_in_no_repr():
    assert "key" not in repr(ROUNDING)


# --- secondary suppression, one dimension (V57) -----------------------------------------------------------------------


def test_one_hidden_cell_is_not_left_alone_with_its_total():
    # 3 would follow from 35 - 12 - 20; hiding the 12 as well leaves 15 for the two.
    published = shown(one_axis(3, 12, 20))
    assert hidden(published) == {"a": "few", "b": "secondary"}
    assert published[ALL,].value == 35


def test_the_smallest_number_that_does_is_hidden_for_another_s_sake():
    assert hidden(shown(one_axis(20, 3, 9, 12))) == {"b": "few", "c": "secondary"}


def test_hidden_cells_that_come_to_less_than_the_threshold_take_one_more_with_them():
    # 2 and 2 protect each other, and still 24 - 20 tells of four people.
    assert hidden(shown(one_axis(2, 2, 20, 30))) == {"a": "few", "b": "few", "c": "secondary"}


def test_two_small_numbers_that_come_to_the_threshold_protect_each_other():
    assert hidden(shown(one_axis(2, 3, 20, 30))) == {"a": "few", "b": "few"}


def test_a_number_that_its_status_would_give_away_takes_a_larger_one_along():
    # 1 and 5 come to 6: few is at least 1 and the other at least 5, so both would be plain. 1 and 6 leave two ways.
    assert hidden(shown(one_axis(1, 5, 6, 30))) == {"a": "few", "c": "secondary"}


def test_where_no_larger_one_is_there_the_statuses_are_alike():
    assert hidden(shown(one_axis(1, 5))) == {"a": "secondary", "b": "secondary"}


def test_five_cells_of_one_person_hide_their_total_too():
    # Each holds somebody, so five of them that come to five are one each.
    assert set(hidden(shown(one_axis(1, 1, 1, 1, 1)))) == {"a", "b", "c", "d", "e", "total"}


def test_a_table_in_which_nothing_is_small_is_as_it_was():
    published = shown(one_axis(5, 12, 0))
    assert hidden(published) == {}
    assert {key: cell.value for key, cell in published.items()} == one_axis(5, 12, 0)


def test_a_small_total_is_hidden_with_everything_in_it():
    assert hidden(shown(one_axis(0, 3))) == {"total": "few", "b": "few"}


def test_empty_cells_stay_empty_and_protect_nobody():
    published = shown(one_axis(3, 0, 20))
    assert hidden(published) == {"a": "few", "c": "secondary"}
    assert published[("b",),].value == 0


def test_nothing_that_stands_behind_a_number_is_published():
    for cell in shown(one_axis(3, 12, 20)).values():
        assert (cell.low, cell.high, cell.units, cell.largest, cell.others) == (None,) * 5


def test_jobs_are_hidden_with_room_for_the_largest_enterprise():
    # The 100 may be known to no closer than 10 from above, which the 8 of b could not hide.
    cells = {
        (("a",),): jobs(100, 40, 1),
        (("b",),): jobs(3, 3, 2),
        (("c",),): jobs(20, 20, 20),
        (("d",),): jobs(70, 70, 70),
    }
    whole = {(ALL,): jobs(100, 40, 1, 3, 3, 2, 20, 20, 20, 70, 70, 70)}
    published = suppressed(cells | whole, [["x"]], "jobs", RULES)
    assert hidden(published) == {"a": "dominated", "c": "secondary"}


# --- secondary suppression, several dimensions ------------------------------------------------------------------------


def square(rows):
    return margins({((str(r),), (str(c),)): n for r, row in enumerate(rows) for c, n in enumerate(row)})


def test_in_two_dimensions_the_corners_of_a_rectangle_are_hidden():
    # The 3 follows from its row and from its column; the cheapest rectangle around it has 7, 8 and 9.
    published = shown(square([[3, 7, 40], [8, 9, 50], [60, 70, 80]]), [["x"], ["y"]])
    inner = {key for key, cell in published.items() if cell.value is None}
    assert inner == {(("0",), ("0",)), (("0",), ("1",)), (("1",), ("0",)), (("1",), ("1",))}


def test_two_rings_of_hidden_cells_with_a_bridge_between_them_do_not_keep_the_bridge():
    # Two hidden in every line and more are not enough: the bridge is what two rings of two rows and columns have in
    # common, and follows from their sums. The attacker finds it in this pattern, and not in what we publish.
    small = {(0, 0), (0, 1), (1, 0), (1, 1), (2, 2), (2, 3), (3, 2), (3, 3), (1, 2)}
    numbers = square([[3 if (r, c) in small else 30 for c in range(4)] for r in range(4)])
    naive = {
        key: attrs.evolve(cell, value=None if cell.value == 3 else cell.value)
        for key, cell in cells_of(numbers).items()
    }
    assert derived(naive) == {(("1",), ("2",))}
    assert derived(shown(numbers, [["x"], ["y"]])) == set()


def test_a_regency_is_protected_inside_its_province():
    # 31.75 would follow from the 43 of province 31, whoever prints that, were only a regency of 32 hidden beside it.
    numbers = margins(
        {(("31", "31.75"),): 3, (("31", "31.71"),): 40, (("32", "32.04"),): 6, (("32", "32.73"),): 50}
    )  # fmt: skip
    published = shown(numbers, [["province", "regency"]])
    assert {key[0][-1] for key, cell in published.items() if cell.value is None} == {"31.75", "31.71"}


def test_a_regency_alone_in_its_province_is_protected_with_it():
    numbers = margins(
        {(("31", "31.75"),): 3, (("32", "32.04"),): 6, (("32", "32.73"),): 50, (("33", "33.01"),): 70}
    )  # fmt: skip
    published = shown(numbers, [["province", "regency"]])
    assert not derived(published)
    assert not pinned_down(published, 5)
    assert published[ALL,].value == 129


def test_a_table_of_one_dimension_hides_the_same_inside_a_larger_one():
    rows = [[3, 2, 9], [8, 9, 50], [60, 70, 80], [1, 0, 0]]
    inside = shown(square(rows), [["x"], ["y"]])
    alone = shown(margins({((str(r),),): sum(row) for r, row in enumerate(rows)}))
    assert {key for key, cell in alone.items() if cell.value is None} == {
        (key[0],) for key, cell in inside.items() if cell.value is None and key[1] == ALL
    }


SHAPES = [(3,), (5,), (3, 2), (3, 3), (2, 2, 2), ((2, 2),), ((3, 2), 2)]


@st.composite
def tables(draw):
    """Small tables of small numbers, of one to three axes, some of places that lie in each other."""
    axes = []
    for shape in draw(st.sampled_from(SHAPES)):
        if isinstance(shape, int):
            axes.append([("abc"[n] if n else None,) if shape < 4 else (str(n),) for n in range(shape)])
        else:
            axes.append(
                [(str(outer), f"{outer}.{n}") for outer in range(shape[0]) for n in range(draw(st.integers(1, 2)))]
            )
    number = st.one_of(st.just(0), st.integers(0, draw(st.sampled_from([2, 6, 20]))))
    return margins({key: draw(number) for key in product(*axes)})


def names_of(numbers):
    depths = [max(len(key[axis]) for key in numbers) for axis in range(len(next(iter(numbers))))]
    return [[f"axis {n}, level {level}" for level in range(depth)] for n, depth in enumerate(depths)]


thorough = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@thorough
@given(numbers=tables())
def test_no_hidden_number_follows_from_what_is_published(numbers):
    published = shown(numbers, names_of(numbers))
    assert derived(published) == set()
    assert pinned_down(published, 5) == set()


REGENCIES = margins({((p, r),): n for p, r, n in [
    ("31", "31.71", 1), ("31", "31.74", 5), ("32", "32.73", 2), ("33", "33.74", 2), ("34", "34.71", 4),
]})  # fmt: skip
"""Province 31 has 6: shown beside regency 31.74 with its 5 it would tell of the one person in 31.71."""


NO_CUBE = margins({
    (("1", "1.0"), ("b",)): 1, (("1", "1.1"), (None,)): 4, (("2", "2.0"), (None,)): 1, (("2", "2.0"), ("b",)): 4,
})  # fmt: skip
"""1.0 has no *unknown* and 1.1 no b, so that no rectangle has four corners: two units go round, one up and one down."""


@pytest.mark.parametrize("numbers", [REGENCIES, NO_CUBE])
def test_no_hidden_number_follows_from_a_smaller_table_printed_beside(numbers):
    """No law of every table: see what it does not do, in docs/disclosure.md."""
    published = shown(numbers, names_of(numbers))
    depth = max(len(place) for key in numbers for place in key)
    for most in range(1, depth):
        smaller = {key: n for key, n in numbers.items() if all(len(place) <= most for place in key)}
        beside = shown(smaller, [names[:most] for names in names_of(numbers)])
        both = {key: beside.get(key, cell) if cell.value is None else cell for key, cell in published.items()}
        assert derived(both) == set()


@thorough
@given(numbers=tables())
def test_what_is_small_is_hidden_what_is_empty_is_shown_and_what_is_shown_is_true(numbers):
    published = shown(numbers, names_of(numbers))
    for key, n in numbers.items():
        if 0 < n < 5:
            assert published[key].value is None
        if published[key].value is not None:
            assert published[key].value == n
        assert n or published[key].value == 0


@thorough
@given(numbers=tables())
def test_hidden_cells_of_a_line_never_come_to_a_small_number(numbers):
    published = shown(numbers, names_of(numbers))
    for total in numbers:
        for axis in range(len(total)):
            line = [k for k in numbers if k[axis][:-1] == total[axis] and k[axis] and _same(k, total, axis)]
            unseen = sum(numbers[key] for key in line if published[key].value is None)
            if line and unseen and published[total].value is not None:
                assert unseen >= 5


def _same(key, total, axis):
    return key[:axis] + key[axis + 1 :] == total[:axis] + total[axis + 1 :]


@thorough
@given(sizes=st.lists(st.lists(st.integers(1, 30), max_size=5), min_size=1, max_size=5))
def test_no_hidden_number_of_jobs_follows_from_what_is_published(sizes):
    cells = {((str(n),),): jobs(*contributions) for n, contributions in enumerate(sizes)}
    whole = {(ALL,): jobs(*(n for contributions in sizes for n in contributions))}
    published = suppressed(cells | whole, [["x"]], "jobs", RULES)
    assert derived(published) == set()
    for key, cell in cells.items():
        assert published[key].value is None or RULES.status("jobs", cell, ["x"]) == ""


# --- rounding (V58) ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", vector("V58")["cases"], ids=lambda case: f"{case['count']} people")
def test_each_number_rounds_with_the_chances_derived_by_hand(case):
    value = Fraction(case["count"])
    found = Counter(to_base_3(value, drawn) for drawn in range(sides(value)))
    assert {n: Fraction(times, sides(value)) for n, times in found.items()} == {
        n: Fraction(chance) for n, chance in case["allowed"].items()
    }


@given(value=st.fractions(min_value=-20, max_value=20, max_denominator=8))
def test_rounding_is_unbiased_and_goes_no_further_than_the_next_multiple(value):
    found = [to_base_3(value, drawn) for drawn in range(sides(value))]
    assert sum(found) / len(found) == value
    assert all(n % 3 == 0 and abs(n - value) < 3 for n in found)


def test_each_number_is_drawn_about_as_often_as_the_others():
    # Of 3,000 draws each of three comes 1,000 times, give or take 26 (standard deviation); five of those are 130.
    drawn = Counter(draw(KEY, cell_name("participants", {"province": str(n)}), 3) for n in range(3000))
    assert set(drawn) == {0, 1, 2}
    assert all(abs(times - 1000) < 130 for times in drawn.values())


@given(n=st.integers(0, 1000), key=st.binary(min_size=16, max_size=64))
def test_a_cell_always_rounds_the_same_way(n, key):
    one, other = (cell_name("jobs", of) for of in ({"province": "31", "sex": None}, {"sex": None, "province": "31"}))
    assert rounded(Fraction(n), key, one) == rounded(Fraction(n), key, other)


def test_another_key_rounds_otherwise():
    names = [cell_name("jobs", {"province": str(n)}) for n in range(50)]
    assert [rounded(Fraction(4), KEY, name) for name in names] != [
        rounded(Fraction(4), bytes(16), name) for name in names
    ]


def test_a_number_unknown_is_another_cell_than_one_called_none():
    assert cell_name("jobs", {"sex": None}) != cell_name("jobs", {"sex": "None"})


def test_hashes_past_the_last_whole_run_are_drawn_again():
    # Of the 2**128 hashes the first 2**127 + 1 are a whole run; nearly half of them are drawn again.
    assert {draw(KEY, str(n), 2**127 + 1) <= 2**127 for n in range(40)} == {True}


def test_rounding_comes_after_hiding_and_of_totals_too():
    published = shown(one_axis(3, 13, 20), rules=ROUNDING)
    assert hidden(published) == {"a": "few", "b": "secondary"}
    assert {cell.status for cell in published.values() if cell.value is not None} == {"rounded"}
    assert all(cell.value % 3 == 0 for cell in published.values() if cell.value is not None)


def test_the_examples_in_the_docstrings_hold():
    assert doctest.testmod(rounding).failed == 0


# --- tables of a population -------------------------------------------------------------------------------------------


def people(**by_province):
    """So many participants of each province, a partner and an enterprise each."""
    lines = []
    for province, number in by_province.items():
        for n in range(number):
            person, enterprise = f"{province}-{n}", f"E{province}-{n}"
            lines += [
                {"type": "person", "id": person, "region": province[1:], "sex": "F" if n % 2 else "M"},
                {"type": "participation", "person": person, "partner": "AB"[n % 2], "date": "2020-01-01"},
                {"type": "ownership", "person": person, "enterprise": enterprise, "from": "2019-01-01"},
                {"type": "permit", "enterprise": enterprise, "kind": "NIB", "issued": "2021-01-01"},
                {"type": "enterprise", "id": enterprise, "region": province[1:]},
                {"type": "headcount", "enterprise": enterprise, "partner": "A", "date": "2022-01", "full_time": n + 1},
            ]  # fmt: skip
    return okoce.count(okoce.resolve(okoce.read(as_bytes(lines))), "okoce-p4@1", as_of="2022-09-30")


def test_a_table_under_suppression_hides_what_the_same_table_without_shows():
    figures = people(p31=2, p32=7, p35=20)
    plain, safe = (table(figures._standings, ["province"], suppress=rules) for rules in (None, RULES))
    assert [row.values for row in plain.rows] == [row.values for row in safe.rows]
    assert [row.cells["participants"].value for row in plain.rows] == [2, 7, 20, 0]
    assert [row.cells["participants"].value for row in safe.rows] == [None, None, 20, 0]
    assert [row.cells["participants"].status for row in safe.rows] == ["few", "secondary", "", ""]
    assert safe.totals["participants"].value == 29
    # 31 has two enterprises, with 1 and 2 jobs; the 28 of 32 go along, the 210 of 35 stay.
    assert [row.cells["jobs"].value for row in safe.rows] == [None, None, 210, 0]
    assert [note.code for note in safe.notes] == ["suppressed"]
    assert {(cell.low, cell.high, cell.units) for row in safe.rows for cell in row.cells.values()} == {(None,) * 3}
    assert safe.as_rows()[0] == {
        "province": "31", "participants": None, "entrepreneurs": None, "enterprises": None, "jobs": None,
    }  # fmt: skip


def test_a_rounded_table_says_that_it_does_not_add_up():
    figures = people(p31=8, p32=13)
    safe = table(figures._standings, ["province"], suppress=ROUNDING)
    assert set(safe.additive.values()) == {False}
    assert [note.code for note in safe.notes] == ["rounded"]
    again = table(figures._standings, ["province", "sex"], suppress=ROUNDING)
    assert again.totals == safe.totals


def test_the_same_cell_rounds_the_same_way_in_every_table():
    figures = people(p31=8, p32=13)
    crossed = table(figures._standings, ["sex", "province"], suppress=ROUNDING)
    turned = table(figures._standings, ["province", "sex"], suppress=ROUNDING)
    assert {row.values: row.cells for row in crossed.rows} == {row.values[::-1]: row.cells for row in turned.rows}


def test_a_table_by_partner_whose_rows_overlap_is_protected_as_if_they_did_not():
    figures = people(p31=9)  # five with A, four with B
    safe = table(figures._standings, ["partner"], suppress=RULES)
    assert [row.cells["participants"].status for row in safe.rows] == ["secondary", "few", ""]
    assert safe.additive["participants"] is False


# --- shares -----------------------------------------------------------------------------------------------------------


def _shares(figures, measure, rules, method="equal"):
    plain = table(figures._standings, ["partner"])
    served = {row.values[0]: row.cells[measure] for row in plain.rows}
    return suppressed_shares(figures.attribution(measure, method), served, plain.totals[measure], measure, rules)


def test_a_share_is_hidden_where_the_partner_served_only_a_few():
    shares = _shares(people(p31=9), "participants", RULES)
    assert {partner: cell.status for partner, cell in shares.items()} == {"A": "secondary", "B": "few"}


def test_shares_that_are_shown_are_whole_numbers():
    cells = {"A": cells_of({(): 9})[()], "B": cells_of({(): 8})[()]}
    shares = suppressed_shares(
        {"A": Fraction(13, 2), "B": Fraction(11, 2)}, cells, cells_of({(): 12})[()], "participants", RULES
    )
    assert {p: (cell.value, cell.status) for p, cell in shares.items()} == {"A": (6, "rounded"), "B": (6, "rounded")}
    to_3 = suppressed_shares(
        {"A": Fraction(13, 2), "B": Fraction(11, 2)}, cells, cells_of({(): 12})[()], "participants", ROUNDING
    )
    assert {cell.value % 3 for cell in to_3.values()} == {0}


def test_shares_of_jobs_ask_for_three_enterprises_of_each_partner():
    # A served the owners of E1 and E3, E5, E7, E9; B those of two enterprises alone.
    shares = _shares(people(p31=4), "jobs", RULES)
    assert {partner: cell.status for partner, cell in shares.items()} == {"A": "few", "B": "few"}


def test_a_partner_without_any_share_is_shown_to_have_none():
    cells = {"A": cells_of({(): 9})[()], "B": Cell()}
    shares = suppressed_shares({"A": Fraction(9), "B": Fraction(0)}, cells, cells["A"], "participants", RULES)
    assert {p: cell.value for p, cell in shares.items()} == {"A": 9, "B": 0}
