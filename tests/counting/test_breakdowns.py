"""Figures broken down: each dimension on one population derived by hand, and the laws that hold on any.

On 2022-09-30, under okoce-p4@1 (a licence in hand):

* P1 (F, born 1992-09-30, so 30; 31.75.06; disabled) took part with A in 2020 (registered) and B in 2021 (licensed).
* P2 (M, born in 1991, so 30 or 31; 32.04; not disabled) took part with A in 2021 (trained).
* P3, of whom nothing is said, took part with C in 2022 (registered). Of what kind C is, nobody says.
* P4 (F, born in 1950; somewhere in 31) took part with A in 2019 (financed) and owns nothing.
* E1, of P1: started 2020-06-01, 31.75, KBLI 2020 56101, four workers beside the owner, so five with him: kecil.
* E2, of P1 and P2: started in May 2019, 32.04, KBLI 2015 47111, one worker beside the two, so three: mikro.
* E3, of P2: nothing else is said of it, not even how many work there.
"""

from __future__ import annotations

import datetime as dt
import doctest
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import okoce_core as okoce
from okoce_core.counting.breakdowns.breakdown import table
from okoce_core.counting.breakdowns.columns import ages
from okoce_core.counting.breakdowns.columns.ages import age_groups, group_of
from okoce_core.counting.breakdowns.dimensions import DIMENSIONS
from okoce_core.counting.tally import MEASURES
from okoce_core.values import PartialDate
from tests.rules.vectors import vector

from .records_of_vector import as_bytes
from .strategies import DAYS, PEOPLE, facts

AS_OF = "2022-09-30"
P4 = "okoce-p4@1"


def took_part(person, partner, date, stage="registered"):
    return {"type": "participation", "person": person, "partner": partner, "date": date, "stage": stage}


def owns(person, enterprise):
    return {"type": "ownership", "enterprise": enterprise, "person": person, "from": "2018-01-01"}


def heads(enterprise, **said):
    return {"type": "headcount", "partner": "A", "enterprise": enterprise, "date": "2022-06-30"} | said


LINES = [
    {"type": "partner", "id": "A", "kind": "association"},
    {"type": "partner", "id": "B", "kind": "school"},
    {"type": "person", "id": "P1", "sex": "F", "born": "1992-09-30", "region": "31.75.06", "disability": True},
    {"type": "person", "id": "P2", "sex": "M", "born": "1991", "region": "32.04", "disability": False},
    {"type": "person", "id": "P4", "sex": "F", "born": "1950", "region": "31"},
    took_part("P1", "A", "2020-01-01"),
    took_part("P1", "B", "2021-02-01", "licensed"),
    took_part("P2", "A", "2021", "trained"),
    took_part("P3", "C", "2022-03-01"),
    took_part("P4", "A", "2019-05-05", "financed"),
    *[{"type": "permit", "enterprise": e, "kind": "NIB", "issued": "2021-03-01"} for e in ("E1", "E2", "E3")],
    *[owns(*pair) for pair in (("P1", "E1"), ("P1", "E2"), ("P2", "E2"), ("P2", "E3"))],
    {
        "type": "enterprise", "id": "E1", "started": "2020-06-01", "region": "31.75",
        "sector": {"scheme": "KBLI2020", "code": "56101"},
    },
    {
        "type": "enterprise", "id": "E2", "started": "2019-05", "region": "32.04",
        "sector": {"scheme": "KBLI2015", "code": "47111"},
    },
    heads("E1", full_time=4, owners_included=False),
    heads("E2", full_time=1, owners_included=False),
]  # fmt: skip

# For each value: participants, entrepreneurs, enterprises, jobs.
BY_HAND = {
    # P1 stands under A and under B, and so do her enterprises E1 and E2 with their five jobs.
    "partner": {"A": (3, 2, 3, 5), "B": (1, 1, 2, 5), "C": (1, 0, 0, 0), None: (0, 0, 0, 0)},
    "partner_kind": {"association": (3, 2, 3, 5), "school": (1, 1, 2, 5), None: (1, 0, 0, 0)},
    "province": {"31": (2, 1, 1, 4), "32": (1, 1, 1, 1), None: (1, 0, 1, 0)},
    "regency": {"31.75": (1, 1, 1, 4), "32.04": (1, 1, 1, 1), None: (2, 0, 1, 0)},
    "district": {"31.75.06": (1, 1, 0, 0), None: (3, 1, 3, 5)},
    "sex": {"F": (2, 1, 0, 0), "M": (1, 1, 0, 0), None: (1, 0, 3, 5)},
    # 1991 leaves it open whether P2 is 30 or 31.
    "age_group": {"16-30": (1, 1, 0, 0), "60+": (1, 0, 0, 0), None: (2, 1, 3, 5)},
    "disability": {"yes": (1, 1, 0, 0), "no": (1, 1, 0, 0), None: (2, 0, 3, 5)},
    # P1 owns in both divisions; P2 in one of them, and in one that nobody knows.
    "sector": {"KBLI2015:47": (0, 2, 1, 1), "KBLI2020:56": (0, 1, 1, 4), None: (4, 1, 1, 0)},
    "size_class": {"mikro": (0, 2, 1, 1), "kecil": (0, 1, 1, 4), None: (4, 1, 1, 0)},
    "stage": {
        "registered": (2, 1, 2, 5), "trained": (1, 1, 2, 1), "licensed": (1, 1, 2, 5), "financed": (1, 0, 0, 0),
        None: (0, 0, 0, 0),
    },
    # The first of E2's owners to join was P1.
    "joined_year": {
        "2019": (1, 0, 0, 0), "2020": (1, 1, 2, 5), "2021": (1, 1, 1, 0), "2022": (1, 0, 0, 0), None: (0, 0, 0, 0),
    },
    "business": {"new": (0, 1, 1, 4), "existing": (0, 2, 1, 1), None: (4, 1, 1, 0)},
}  # fmt: skip


def counted(lines, book=P4, as_of=AS_OF, known_at=None):
    files = lines if lines and isinstance(lines[0], list) else [lines]
    population = okoce.resolve(okoce.read(*map(as_bytes, files)))
    return okoce.count(population, book, as_of=as_of, known_at=known_at)


def tabled(lines, *dimensions, book=P4, youth=(16, 30), **when):
    return table(counted(lines, book, **when)._standings, dimensions, youth=youth)


def values(broken_down):
    """For each row's only value, its numbers."""
    return {row.values[0]: tuple(row.cells[m].value for m in broken_down.measures) for row in broken_down.rows}


# --- every dimension, by hand -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("dimension", BY_HAND)
def test_a_dimension_gives_the_rows_derived_by_hand(dimension):
    broken_down = tabled(LINES, dimension)
    assert values(broken_down) == BY_HAND[dimension]
    assert [broken_down.totals[m].value for m in MEASURES] == [4, 2, 3, 5]


def test_every_dimension_is_derived_by_hand():
    assert list(BY_HAND) == list(DIMENSIONS)


@pytest.mark.parametrize("dimension", BY_HAND)
def test_the_rows_stand_in_the_order_of_their_values_and_unknown_is_the_last(dimension):
    assert list(values(tabled(LINES, dimension))) == list(BY_HAND[dimension])


@pytest.mark.parametrize("dimension", BY_HAND)
def test_a_measure_is_additive_where_its_rows_come_to_the_whole_by_definition(dimension):
    overlapping = {"partner": MEASURES, "partner_kind": MEASURES, "stage": MEASURES}
    overlapping |= dict.fromkeys(("sector", "size_class", "business"), ("entrepreneurs",))
    expected = {measure: measure not in overlapping.get(dimension, ()) for measure in MEASURES}
    broken_down = tabled(LINES, dimension)
    assert broken_down.additive == expected
    said = [note for note in broken_down.notes if note.code == "several"]
    assert [(note.dimension, note.measures) for note in said] == (
        [(dimension, tuple(overlapping[dimension]))] if dimension in overlapping else []
    )


def test_every_dimension_says_what_its_values_are_taken_from():
    broken_down = tabled(LINES, *DIMENSIONS)
    assert set(broken_down.scheme) == set(DIMENSIONS)
    assert "Kepmendagri 300.2.2-2138/2025" in broken_down.scheme["regency"]
    assert "UU 40/2009" in broken_down.scheme["age_group"]
    assert "BPS" in broken_down.scheme["size_class"]


def test_unknown_is_a_row_even_where_nobody_is_in_it():
    assert values(tabled([took_part("P1", "A", "2020-01-01")], "partner"))[None] == (0, 0, 0, 0)
    assert [row.values for row in tabled([took_part("P1", "A", "2020-01-01")], "partner", "stage").rows] == [
        ("A", "registered"), (None, None),
    ]  # fmt: skip


def test_a_value_that_only_the_uncounted_have_is_no_row():
    lines = [*LINES, {"type": "person", "id": "P5", "region": "35"}]
    assert "35" not in values(tabled(lines, "province"))


def test_two_dimensions_give_every_combination_that_occurs():
    broken_down = tabled(LINES, "sex", "province")
    assert {row.values: row.cells["participants"].value for row in broken_down.rows} == {
        ("F", "31"): 2, ("M", "32"): 1, (None, "31"): 0, (None, "32"): 0, (None, None): 1,
    }  # fmt: skip


def test_a_place_and_what_it_lies_in_keep_the_order_they_are_asked_for():
    rows = [row.values for row in tabled(LINES, "regency", "sex", "province").rows]
    assert rows == [
        ("31.75", "F", "31"), ("31.75", None, "31"), ("32.04", "M", "32"), ("32.04", None, "32"),
        (None, "F", "31"), (None, None, None),
    ]  # fmt: skip


def test_a_dimension_asked_for_twice_is_one():
    assert tabled(LINES, "sex", "sex").dimensions == ("sex",)


def test_no_dimension_gives_one_row_of_all():
    broken_down = tabled(LINES)
    assert [row.cells for row in broken_down.rows] == [broken_down.totals]


# --- what is asked, and what is told ----------------------------------------------------------------------------------


def test_what_a_rulebook_does_not_ask_is_no_measure():
    broken_down = tabled(LINES, "sex", book="okoce-reach@1")
    assert broken_down.measures == MEASURES[:3]
    assert broken_down.as_rows()[0] == {
        "sex": "F", "participants": "2", "entrepreneurs": "0", "enterprises": "0", "jobs": None,
    }  # fmt: skip


def test_what_is_a_rate_of_participants_is_no_count_and_no_measure():
    assert tabled(LINES, "sex", book="okoce-ratio@1").measures == ("participants",)


def test_a_rulebook_that_adds_up_rows_is_not_broken_down():
    with pytest.raises(okoce.Misuse) as raised:
        tabled(LINES, "sex", book="okoce-claim@1")
    assert raised.value.code == "rows-not-broken-down"


def test_an_unknown_dimension_is_wrong_use():
    with pytest.raises(okoce.Misuse) as raised:
        tabled(LINES, "provinc")
    assert (raised.value.code, raised.value.near) == ("unknown-dimension", ("province",))


def test_what_nobody_tells_of_a_measure_is_noted():
    def untold(dimension, lines=LINES):
        return [note.measures for note in tabled(lines, dimension).notes if note.code == "not-told"]

    assert untold("sex") == [("enterprises", "jobs")]
    assert untold("sector") == [("participants",)]
    assert untold("province") == []
    assert untold("disability", [took_part("P1", "A", "2020-01-01")]) == [MEASURES]


def test_a_note_says_what_it_means_in_english():
    assert [str(note) for note in tabled(LINES, "business").notes] == [
        "one of the entrepreneurs may stand in several rows of business, so the rows add up to more than all",
        "of the participants no business is told; all of them are in the row of unknown",
    ]


def test_that_partners_gave_only_totals_is_noted_since_no_row_takes_it_in():
    total = {"type": "total", "partner": "T", "measure": "participants", "value": 9, "unit": "persons"}
    assert [note.code for note in tabled([*LINES, total], "province").notes] == ["whole-only"]


def test_exact_rows_have_the_keys_of_the_dimensions_and_measures_in_order():
    rows = tabled(LINES, "province").as_rows()
    assert rows == counted(LINES).by("province")
    assert list(rows[0].items()) == [
        ("province", "31"), ("participants", "2"), ("entrepreneurs", "1"), ("enterprises", "1"), ("jobs", "4"),
    ]  # fmt: skip


# --- contradictions ---------------------------------------------------------------------------------------------------


def _told_by_three(key, *said):
    """P1 in three files, each of which says something else."""
    files = [[{"type": "person", "id": "P1", key: value}] for value in said]
    files[0] = [*files[0], took_part("P1", "A", "2020-01-01")]
    return files


def test_most_entries_decide_and_an_even_split_is_unknown():
    assert values(tabled(_told_by_three("sex", "F", "M", "F"), "sex")).keys() == {"F", None}
    assert values(tabled(_told_by_three("sex", "F", "M"), "sex")).keys() == {None}
    files = [[*file, {"type": "person", "id": "P2", "sex": "M"}] for file in _told_by_three("sex", "F", "M", "F")]
    files[1].append(took_part("P2", "A", "2020-01-01"))
    assert {value: numbers[0] for value, numbers in values(tabled(files, "sex")).items()} == {"F": 1, "M": 1, None: 0}


def test_two_birth_dates_of_one_age_group_are_no_contradiction():
    def people(*born):
        broken_down = values(tabled(_told_by_three("born", *born), "age_group"))
        return [value for value, numbers in broken_down.items() if numbers[0]]

    assert people("1990-01-01", "1985") == ["31-44"]
    assert people("1990-01-01", "1960-01-01") == [None]
    # 1991 leaves two groups open, so it says nothing against the other.
    assert people("1991", "1960-01-01") == ["60+"]


def test_two_districts_of_one_province_are_one_province():
    files = _told_by_three("region", "31.75.06", "31.75.05")
    assert values(tabled(files, "province"))["31"][0] == 1
    assert values(tabled(files, "district"))[None][0] == 1


# --- age --------------------------------------------------------------------------------------------------------------


def test_ages_on_the_cut_off_day_are_those_derived_by_hand():
    v59 = vector("V59")
    day = dt.date(2022, 9, 30).toordinal()
    found = {p["person"]: ages.ages(PartialDate.from_iso(p["born"]), day) for p in v59["persons"]}
    assert found == {person: (age, age) for person, age in v59["expect"]["ages"].items()}


@pytest.mark.parametrize(("youth", "name"), [((16, 30), "16-30"), ((15, 30), "15-30")])
def test_youth_are_as_many_as_were_derived_by_hand(youth, name):
    v59 = vector("V59")
    lines = [{"type": "person", "id": p["person"], "born": p["born"]} for p in v59["persons"]]
    lines += [took_part(p["person"], "A", "2020-01-01") for p in v59["persons"]]
    expected = v59["expect"][f"youth_{youth[0]}_{youth[1]}"]
    broken_down = tabled(lines, "age_group", youth=youth)
    assert values(broken_down)[name][0] == expected
    assert f"youth {name}" in broken_down.scheme["age_group"]


def test_only_the_law_s_own_range_is_called_the_law_s():
    assert "UU 40/2009" in tabled(LINES, "age_group").scheme["age_group"]
    assert "UU" not in tabled(LINES, "age_group", youth=(15, 24)).scheme["age_group"]


@pytest.mark.parametrize(
    ("born", "group"),
    [
        ("1992", "16-30"),  # 29 or 30
        ("1991", None),  # 30 or 31
        ("1991-10", "16-30"),  # 30 at most: the birthday is still to come
        ("1991-09", "31-44"),  # the last of its days was 31 years ago today
        ("2022", "0-15"),  # not older than a year
        ("2022-12", None),  # not born yet
        ("1962-09-30", "60+"),
        ("1962-10-01", "45-59"),
    ],
)
def test_a_partial_birth_date_is_a_group_where_it_leaves_no_other_open(born, group):
    assert group_of(PartialDate.from_iso(born), dt.date(2022, 9, 30).toordinal(), age_groups()) == group


@pytest.mark.parametrize(
    ("youth", "groups"),
    [
        ((16, 30), "0-15 16-30 31-44 45-59 60+"),
        ((15, 24), "0-14 15-24 25-44 45-59 60+"),
        ((0, 17), "0-17 18-44 45-59 60+"),
        ((16, 44), "0-15 16-44 45-59 60+"),
        ((16, 45), "0-15 16-45 46-59 60+"),
        ((18, 60), "0-17 18-60 61+"),
    ],
)
def test_the_groups_close_around_any_range_of_youth(youth, groups):
    assert " ".join(name for name, _ in age_groups(youth)) == groups


@given(youngest=st.integers(0, 80), years=st.integers(0, 40), age=st.integers(0, 120))
def test_everybody_is_in_one_group_and_the_youth_in_their_own(youngest, years, age):
    youth = youngest, youngest + years
    born = PartialDate(2022 - age, 9, 30)
    group = group_of(born, dt.date(2022, 9, 30).toordinal(), age_groups(youth))
    assert (group == f"{youth[0]}-{youth[1]}") is (youth[0] <= age <= youth[1])


@pytest.mark.parametrize("youth", [(30, 16), (-1, 30), (16, 200)])
def test_ages_that_are_no_range_are_wrong_use(youth):
    with pytest.raises(okoce.Misuse) as raised:
        tabled(LINES, "age_group", youth=youth)
    assert raised.value.code == "bad-youth"


def test_where_nothing_is_dated_nobody_has_an_age():
    lines = [{"type": "person", "id": "P1", "born": "1990"}, {"type": "participation", "partner": "A", "person": "P1"}]
    population = okoce.resolve(okoce.read(as_bytes(lines)))
    reach = okoce.with_fields(okoce.preset("okoce-reach@1"), {"dates": "possible"})
    standings = okoce.count(population, reach)._standings
    assert [row.values for row in table(standings, ["age_group"]).rows] == [(None,)]


# --- size, business, years --------------------------------------------------------------------------------------------


def _sizes(book):
    return {value: numbers[2] for value, numbers in values(tabled(LINES, "size_class", book=book)).items()}


def test_owners_are_workers_of_the_size_class_whether_the_rulebook_counts_them_or_not():
    with_owners = okoce.with_fields(okoce.preset(P4), {"jobs.owners": "per_enterprise"})
    assert _sizes(P4) == _sizes(with_owners) == {"mikro": 1, "kecil": 1, None: 1}


@pytest.mark.parametrize("changed", [{"jobs.unit": "fte", "jobs.classes": ["full_time"]}, {"jobs.value": "net"}])
def test_equivalents_and_changes_are_no_number_of_workers(changed):
    assert _sizes(okoce.with_fields(okoce.preset(P4), changed)) == {None: 3}


def test_a_rulebook_that_asks_for_no_jobs_knows_no_sizes():
    owners = {"entrepreneur.test": "owns"}
    assert _sizes(okoce.with_fields(okoce.preset("okoce-reach@1"), owners)) == {None: 3}


@pytest.mark.parametrize(
    ("started", "business"),
    [
        ("2020-01-02", "new"),
        ("2020-01-01", "existing"),  # on the day of joining it was there
        ("2019", "existing"),
        ("2020", None),  # it may have been there on the first of January, or come later
        ("2021", "new"),
    ],
)
def test_a_business_is_new_where_it_started_after_its_owner_joined(started, business):
    lines = [
        took_part("P1", "A", "2020-01-01"),
        owns("P1", "E1"),
        {"type": "permit", "enterprise": "E1", "kind": "NIB", "issued": "2021-03-01"},
        {"type": "enterprise", "id": "E1", "started": started},
    ]
    assert values(tabled(lines, "business"))[business][2] == 1


def test_what_was_not_known_yet_of_an_enterprise_says_nothing_of_its_start():
    lines = [line | {"received": "2022-10-05"} if line["type"] == "enterprise" else line for line in LINES]
    assert values(tabled(lines, "business", known_at="2022-10-01"))[None][2] == 3


def test_of_people_without_dates_it_is_unknown_when_they_joined():
    lines = [took_part("P1", "A", None) | {"observed": "2022-06-30"}]
    assert values(tabled(lines, "joined_year"))[None][0] == 1


# --- low and high -----------------------------------------------------------------------------------------------------


def test_a_cell_takes_in_dates_that_are_open():
    lines = [
        {"type": "person", "id": "P1", "sex": "F"},
        {"type": "person", "id": "P2", "sex": "F"},
        took_part("P1", "A", "2020-01-01"),
        took_part("P1", "B", "2022"),
        took_part("P2", "B", None),
    ]
    women = tabled(lines, "sex").rows[0].cells["participants"]
    assert (women.low, women.value, women.high, women.units) == (1, 1, 2, 1)
    # P1 is certain as a participant, only possible as one of B; P2 may be one at any time.
    of_b = tabled(lines, "partner").rows[1]
    assert of_b.values == ("B",)
    assert (of_b.cells["participants"].low, of_b.cells["participants"].value, of_b.cells["participants"].high) == (
        0,
        0,
        2,
    )


def test_a_cell_of_jobs_takes_in_what_headcounts_leave_open():
    lines = [*LINES, heads("E3", total=3)]  # nobody says whether the owner is among the three
    unknown = {row.values: row.cells["jobs"] for row in tabled(lines, "province").rows}[(None,)]
    assert (unknown.low, unknown.value, unknown.high) == (2, 3, 3)


def test_a_cell_of_jobs_knows_its_largest_enterprises():
    # E1 has 4, E2 has 1; E3 said nothing.
    whole = tabled(LINES).totals["jobs"]
    assert (whole.units, whole.largest, whole.others) == (2, (4, 1), 0)
    more = [*LINES, heads("E3", total=6, owners_included=False)]
    whole = tabled(more).totals["jobs"]
    assert (whole.units, whole.largest, whole.others) == (3, (6, 4), 1)


# --- laws -------------------------------------------------------------------------------------------------------------

thorough = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
BOOKS = [
    okoce.preset("okoce-reach@1"),
    okoce.preset(P4),
    okoce.with_fields(okoce.preset(P4), {"dates": "possible", "jobs.owners": "per_enterprise", "jobs.value": "net"}),
]
ALL = tuple(DIMENSIONS)


@st.composite
def populations(draw, totals=False):
    """Facts with attributes of everybody they speak of."""

    def perhaps(*options):
        return draw(st.sampled_from([None, *options]))

    lines = draw(facts(totals=totals))
    for person in PEOPLE:
        lines.append(
            {
                "type": "person", "id": person, "born": perhaps("1992", "1991-03-01", "2010", "1950"),
                "sex": perhaps("F", "M"), "region": perhaps("31.75.06", "31", "32.73"),
                "disability": perhaps(True, False),
            }
        )  # fmt: skip
    for enterprise in ("E1", "E2", "E3"):
        sector = perhaps({"scheme": "KBLI2020", "code": "56101"}, {"scheme": "KBLI2015", "code": "56101"})
        lines.append({"type": "enterprise", "id": enterprise, "sector": sector, "region": perhaps("31.75.06", "35")})
    return [*lines, {"type": "partner", "id": "A", "kind": perhaps("campus")}]


dimensions = st.lists(st.sampled_from(ALL), min_size=1, max_size=3, unique=True)


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.label)
@thorough
@given(lines=populations(), asked=dimensions, as_of=st.sampled_from(DAYS))
def test_the_rows_of_an_additive_measure_sum_to_the_whole(book, lines, asked, as_of):
    figures = counted(lines, book, as_of)
    broken_down = table(figures._standings, asked)
    for measure in broken_down.measures:
        figure, total = getattr(figures, measure), broken_down.totals[measure]
        assert (total.low, total.value, total.high) == (figure.low, figure.value, figure.high)
        for end in ("value", "low", "high", "units"):
            summed = sum(getattr(row.cells[measure], end) for row in broken_down.rows)
            if broken_down.additive[measure]:
                assert (measure, end, summed) == (measure, end, getattr(total, end))
        if measure != "jobs" and not broken_down.additive[measure]:
            assert sum(row.cells[measure].value for row in broken_down.rows) >= total.value


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.label)
@thorough
@given(lines=populations(), asked=dimensions)
def test_every_value_lies_between_its_ends_and_unknown_is_a_row(book, lines, asked):
    broken_down = tabled(lines, *asked, book=book)
    assert (None,) * len(asked) in {row.values for row in broken_down.rows}
    for row in broken_down.rows:
        for measure, cell in row.cells.items():
            # An enterprise without a known headcount is not in ``value``; where owners are jobs, they are in ``low``.
            assert cell.low <= cell.high
            assert measure == "jobs" or cell.low <= cell.value <= cell.high


@pytest.mark.parametrize("book", BOOKS[:2], ids=lambda book: book.label)
@thorough
@given(lines=populations(), as_of=st.sampled_from(DAYS))
def test_the_rows_by_partner_are_full_credit(book, lines, as_of):
    # Attribution comes to each partner's number by another road.
    figures = counted(lines, book, as_of)
    rows = {row.values[0]: row.cells for row in table(figures._standings, ["partner"]).rows}
    for measure in ("participants", "entrepreneurs", "jobs"):
        if getattr(figures, measure).value is not None:
            full = figures.attribution(measure, "full")
            assert {p: n for p, n in full.items() if n} == {
                p: cells[measure].value for p, cells in rows.items() if p and cells[measure].value
            }


@pytest.mark.parametrize("dimension", ["sex", "province", "age_group", "stage", "sector"])
@thorough
@given(lines=populations())
def test_summing_out_an_additive_dimension_gives_the_table_without_it(dimension, lines):
    figures = counted(lines, P4)
    crossed, alone = (table(figures._standings, asked) for asked in ([dimension, "disability"], [dimension]))
    for measure in MEASURES:
        sums: dict[str | None, Fraction] = {}
        for row in crossed.rows:
            sums[row.values[0]] = sums.get(row.values[0], Fraction(0)) + row.cells[measure].value
        assert sums == {row.values[0]: row.cells[measure].value for row in alone.rows}


@thorough
@given(drawn=st.data(), lines=populations())
def test_the_order_of_the_lines_changes_no_table(drawn, lines):
    shuffled = drawn.draw(st.permutations(lines))
    for asked in (("partner", "stage"), ("regency", "age_group"), ("sector", "size_class", "business")):
        assert tabled(lines, *asked) == tabled(shuffled, *asked)


def test_the_examples_in_the_docstrings_hold():
    assert doctest.testmod(ages).failed == 0
