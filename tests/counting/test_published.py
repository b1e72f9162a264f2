"""The published figures as package data: every row is there, as its source prints it, and nothing was filled in."""

import re
from typing import get_args

import attrs
import pytest

from okoce_core.counting.publishing.published import MEASURES, SCOPES, Kind, Printed, package_data, published
from okoce_core.rules import presets
from okoce_core.values.stage import STAGES

ROWS = {figure.id: figure for figure in published()}


def numbers(row):
    return [(given.measure, given.number, given.printed) for given in ROWS[row].given]


def test_there_are_forty_six_rows_in_order():
    assert [figure.id for figure in published()] == list(range(1, 47))


def test_the_best_snapshot_gives_all_seven_stages_of_one_day():
    # Kompas, 12 Nov 2021, figures of PPKUKM on 27 Oct 2021
    assert (str(ROWS[34].as_of), ROWS[34].kind, ROWS[34].scope, ROWS[34].body) == (
        "2021-10-27",
        "stock",
        "dki",
        "PPKUKM",
    )
    funnel = (284_164, 176_891, 157_498, 148_374, 44_456, 32_883, 6_159)
    assert numbers(34) == [(stage, number, "plain") for stage, number in zip(STAGES, funnel, strict=True)]
    assert ROWS[34].of("entrepreneurs") is ROWS[34].of("jobs") is None


def test_the_national_figures_of_2022_have_no_definition():
    row = ROWS[40]
    assert (str(row.as_of), row.kind, row.scope) == ("2022-09", "stock", "national")
    assert [row.of(measure) for measure in ("registered", "entrepreneurs", "jobs")] == [686_807, 480_765, 1_469_937]
    assert {given.definition_id for given in row.given} == {None}
    assert row.source_url[0].startswith("https://wartaekonomi.co.id/read452454/")


def test_the_marks_of_the_sources_are_kept():
    assert numbers(2) == [("registered", 6_000, "rounded")]
    assert numbers(17) == [("registered", 12_000, "at_least")]
    assert numbers(13) == [("registered", 3_667, "added")]
    assert numbers(6) == [("registered", 4_230, "plain")]


def test_one_row_may_give_two_windows():
    in_2020, since_2019 = ROWS[31].given
    assert (in_2020.number, in_2020.kind, str(in_2020.window_start)) == (67_037, "flow", "2020")
    assert (since_2019.number, since_2019.kind, str(since_2019.window_start)) == (168_000, "stock", "2019")


def test_the_unit_may_change_by_column():
    assert [(given.measure, given.unit) for given in ROWS[42].given] == [
        ("registered", "people"), ("trained", "people"), ("licensed", "permits"), ("marketed", "products"),
    ]  # fmt: skip


def test_a_part_of_a_row_may_have_a_scope_of_its_own():
    assert (ROWS[11].of("registered"), ROWS[11].of("registered", "dki")) == (51_207, 44_560)
    assert ROWS[11].of("registered", "national") is None


def test_a_row_without_people_says_what_it_counts():
    assert [(given.measure, given.number, given.unit) for given in ROWS[46].given] == [
        ("other", 54, "campuses"), ("other", 198, "communities"),
    ]  # fmt: skip


def test_parts_printed_beside_a_whole_add_up_to_it():
    # 37,449 = 16,734 IUMK + 20,715 other (row 16)
    iumk, _, total, other = (given.number for given in ROWS[16].given)
    assert (total, iumk, other) == (37_449, 16_734, 20_715)
    assert total == iumk + other


@pytest.mark.parametrize(
    ("row", "measure", "definition"),
    [
        (10, "licensed", "okoce-2018-p4@1"),
        (12, "licensed", "okoce-2018-p4@1"),
        (15, "licensed", "okoce-2018-p4-wide@1"),
        (16, "licensed", "okoce-2018-iumk@1"),
        (29, "financed", "p7-financed@1"),
        (29, "entrepreneurs", "jakpreneur-2020-p1@1"),
        (34, "registered", "jakpreneur-2020-p1@1"),
        (34, "financed", "p7-financed@1"),
    ],
)
def test_a_number_names_the_definition_on_record_as_having_given_it(row, measure, definition):
    assert [given.definition_id for given in ROWS[row].given if given.measure == measure] == [definition]


def test_no_other_number_has_a_definition_and_each_is_a_rulebook_that_ships():
    named = [given.definition_id for figure in published() for given in figure.given if given.definition_id]
    assert len(named) == 8
    assert set(named) <= set(presets())


@pytest.mark.parametrize("row", [286_164])
def test_a_figure_whose_source_was_not_found_is_not_shipped(row):
    assert row not in {given.number for figure in published() for given in figure.given}
    assert "286,164" not in str(package_data())


@pytest.mark.parametrize("figure", published(), ids=lambda figure: str(figure.id))
def test_every_row_speaks_the_words_there_are(figure):
    assert figure.kind in get_args(Kind)
    assert figure.scope in SCOPES
    assert figure.confidence == "stated"
    assert figure.source_url
    assert all(re.fullmatch(r"https?://\S+", url) for url in figure.source_url)
    assert figure.given
    assert set(figure.note) == {"id", "en"}
    assert bool(figure.note["id"]) == bool(figure.note["en"])
    for given in figure.given:
        assert (given.measure in MEASURES, given.kind in get_args(Kind), given.scope in SCOPES) == (True, True, True)
        assert given.printed in get_args(Printed)
        assert type(given.number) is int
        assert given.number > 0
        assert set(given.remark) == {"id", "en"}
        assert bool(given.remark["id"]) == bool(given.remark["en"])


def test_the_numbers_of_a_row_stand_in_the_order_of_the_measures():
    for figure in published():
        places = [MEASURES.index(given.measure) for given in figure.given]
        assert places == sorted(places)


def test_only_numbers_that_begin_somewhere_have_a_window():
    begun = {figure.id for figure in published() if any(given.window_start for given in figure.given)}
    assert begun == {13, 16, 21, 31, 38, 42, 45}


def test_words_of_the_campaigns_are_claims():
    # rows 1 to 4 and 17 to 26, but for the permits of 21 and the website's own counter in 22 and 23
    assert {ROWS[n].kind for n in (1, 2, 3, 4, 17, 18, 19, 20, 24, 25, 26)} == {"claim"}


def test_a_figure_cannot_be_changed():
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        ROWS[1].id = 2


@pytest.mark.parametrize(
    ("row", "measure", "span"),
    [
        (2, "registered", (5_500, 6_499)),  # ~6,000: to the thousand
        (3, "registered", (5_000, 14_999)),  # ~10,000: to the ten thousand, as far as can be seen
        (33, "trained", (175_500, 176_499)),  # ~176,000
        (12, "registered", (51_000, None)),  # >51,000
        (13, "registered", (3_667, 3_667)),  # +3,667
        (6, "registered", (4_230, 4_230)),
    ],
)
def test_what_a_printed_number_may_stand_for(row, measure, span):
    assert next(given.span for given in ROWS[row].given if given.measure == measure) == span
