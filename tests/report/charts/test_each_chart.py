"""What each chart shows, by numbers derived by hand from the results it is given."""

from __future__ import annotations

from fractions import Fraction

import lokal.provinces
import pytest
from hypothesis import given
from hypothesis import strategies as st

import okoce_core as okoce
from okoce_core.counting import (
    Bridge,
    Coverage,
    Shared,
    Suppression,
    coverage,
    headcount_ages,
    ladder,
    shared_lists,
)
from okoce_core.report import charts
from okoce_core.report.charts.rows import Row, Span, stacked, view
from okoce_core.report.charts.tiles import grid

from .drawn import BRIDGE, EN, HIDDEN, ID, cell, every_chart, headline, ladder_of, layers, texts, values


def rows(chart):
    """Each bar's name and what stands behind it, from top to bottom."""
    return [(label, text) for _, label, text in sorted({*values(chart, "row", "label", "text")})]


def pieces(chart):
    return values(chart, "row", "start", "end", "part")


# --- bars -------------------------------------------------------------------------------------------------------------


def test_pieces_follow_one_another_and_nothing_is_no_piece():
    assert stacked([("a", 3), ("b", 0), ("c", 2)]) == (Span(0, 3, "a"), Span(3, 5, "c"))


@given(st.lists(st.tuples(st.integers(-(10**6), 10**6), st.text("0123456789.", max_size=30)), min_size=1, max_size=5))
def test_every_number_has_room_behind_its_bar(told):
    drawn = view([Row("x", text, (Span(0, n, "a"),)) for n, text in told], {"a": "#000000"})
    low, high = drawn["layer"][0]["encoding"]["x"]["scale"]["domain"]
    for number, text in told:
        end = (max(number, 0) - low) * drawn["width"] / (high - low)
        assert end + 0.62 * 15 * len(text) <= drawn["width"] + 1e-6
        assert low <= number


def test_there_is_a_legend_only_where_several_colours_are_told_apart():
    colours = {
        kind: [layer["encoding"]["color"] for layer in layers(chart.spec) if "color" in layer["encoding"]]
        for kind, chart in every_chart(ID).items()
    }
    with_legend = {kind for kind, told in colours.items() if any(colour.get("legend") for colour in told)}
    assert with_legend == {"coverage", "ladder", "problems"}


# --- shares -----------------------------------------------------------------------------------------------------------


def test_shares_stand_largest_first_and_a_hidden_one_last():
    chart = charts.attribution(
        {"B": cell(20), "C": HIDDEN, "A": Fraction(7, 2), "D": Fraction(-1, 3)}, "jobs", {"A": "TDA"}, EN
    )
    assert rows(chart) == [("B", "20"), ("TDA", "3.5"), ("D", "≈−0.33"), ("C", "hidden")]
    assert pieces(chart) == [(0, 0.0, 20.0, "share"), (1, 0.0, 3.5, "share"), (2, 0.0, -1 / 3, "share")]
    assert chart.description == "Jobs: the share of each partner. B: 20; TDA: 3.5; D: ≈−0.33; C: hidden."


def test_of_thirty_partners_25_are_drawn_and_the_others_told_together():
    # 30, 29, …, 6 are drawn; 5 + 4 + 3 + 2 + 1 = 15 are left.
    chart = charts.attribution({f"p{n:02}": Fraction(n) for n in range(1, 31)}, "participants", None, EN)
    assert len(rows(chart)) == 25
    assert rows(chart)[-1] == ("p06", "6")
    assert chart.spec["title"]["subtitle"] == ["5 further partners together: 15."]
    assert chart.description.endswith("; p19: 19 and 13 more. 5 further partners together: 15.")


# --- the bridge -------------------------------------------------------------------------------------------------------


def test_a_bridge_goes_from_the_first_figure_to_the_last_by_the_steps_that_change_it():
    # 5200 less 1200 is 4000; the role changes nothing; the stage adds 50.
    chart = charts.bridge(BRIDGE, ID)
    assert pieces(chart) == [
        (0, 0.0, 5200.0, "figure"), (1, 5200.0, 4000.0, "less"), (2, 4000.0, 4050.0, "more"),
        (3, 0.0, 4050.0, "figure"),
    ]  # fmt: skip
    assert [text for _, text in rows(chart)] == ["5.200", "−1.200", "+50", "4.050"]
    assert rows(chart)[0][0] == "Klaim: jumlah baris sebagaimana dikirim (okoce-claim@1)"
    assert rows(chart)[-1][0] == "own@1"  # a user's own rulebook, of which a bridge knows no more than its label
    assert chart.spec["title"]["subtitle"] == ["Langkah yang tidak mengubah apa pun dan tidak digambar: 1."]


def test_a_thin_line_leads_from_each_bar_to_the_next():
    assert values(charts.bridge(BRIDGE, ID), "row", "next", "at") == [(0, 1, 5200.0), (1, 2, 4000.0), (2, 3, 4050.0)]


def test_a_bridge_without_steps_has_its_two_ends():
    chart = charts.bridge(Bridge("jobs", "a@1", "b@1", Fraction(5), ()), EN)
    assert rows(chart) == [("a@1", "5"), ("b@1", "5")]
    assert "subtitle" not in chart.spec["title"]


# --- coverage ---------------------------------------------------------------------------------------------------------


def test_partners_are_counted_by_kind_and_by_what_they_sent():
    sent = [
        Coverage(str(n), None, "government", state)
        for n, state in enumerate(["lists", "lists", "totals", "not reported"])
    ]
    chart = charts.coverage([*sent, Coverage(None, None, None, "not readable", 3, 3)], EN)
    assert rows(chart) == [("Government", "3 of 4 sent"), ("Not known", "1 of 1 sent")]
    assert pieces(chart) == [
        (0, 0.0, 2.0, "lists"), (0, 2.0, 3.0, "totals only"), (0, 3.0, 4.0, "not reported"),
        (1, 0.0, 1.0, "could not be read"),
    ]  # fmt: skip
    assert chart.description.endswith(
        "Government: lists 2, totals only 1, not reported 1; Not known: could not be read 1."
    )


# --- figures ----------------------------------------------------------------------------------------------------------


def panel(chart, number):
    return [
        tuple(value[f] for f in ("label", "text"))
        for value in chart.spec["vconcat"][number]["layer"][-1]["data"]["values"]
    ]


def test_each_measure_has_a_panel_and_each_rulebook_a_row_in_it():
    told = [
        headline("participants", 53201, 53047, 56481), headline("participants", 12, 12, 12, "own@2 (dates=possible)"),
        headline("entrepreneurs", 8, 8, 8, state="modelled"), headline("jobs", None, state="not asked"),
        headline("enterprises", 99),
    ]  # fmt: skip
    chart = charts.figures(told, ID)
    assert [p["title"]["text"] for p in chart.spec["vconcat"]] == ["Peserta", "Wirausaha", "Lapangan kerja"]
    assert panel(chart, 0) == [
        ("P4: izin usaha di tangan (okoce-p4@1)", "53.201 (53.047–56.481)"), ("own@2 (dates=possible)", "12"),
    ]  # fmt: skip
    assert panel(chart, 1)[0][1] == "8, model, bukan hitungan"
    assert panel(chart, 2)[0][1] == "tidak ditanya"
    assert pieces(chart) == [(0, 53047.0, 56481.0, "open")]


def test_a_figure_without_ends_is_a_point_and_a_hidden_one_a_word():
    chart = charts.figures([headline("participants", 53201), headline("participants", None)], EN)
    assert [text for _, text in panel(chart, 0)] == ["53,201", "hidden"]
    assert pieces(chart) == []


# --- ages, the ladder, problems ---------------------------------------------------------------------------------------


def test_each_band_tells_its_enterprises_and_jobs_and_what_is_unknown_is_not_nought():
    assert rows(every_chart(EN)["headcount_ages"]) == [
        ("0 to 3 months", "enterprises: 1,300, jobs: 4,100"), ("Over 24 months", "enterprises: hidden, jobs: 12"),
        ("No headcount", "enterprises: 8, jobs not known"),
    ]  # fmt: skip
    assert [piece[0] for piece in pieces(every_chart(EN)["headcount_ages"])] == [0, 2]


def test_the_ladder_shows_who_reached_a_stage_and_behind_it_who_did_not():
    # 20 + 10 + 2 are registered, 12 trained, 2 mentored.
    chart = charts.ladder(ladder_of(20, 10, 2, 0, 0, 0, 0), EN)
    assert [text for _, text in rows(chart)] == ["32", "12 (20 lost)", "2 (10 lost)", "0 (2 lost)", "0", "0", "0"]
    assert pieces(chart)[:3] == [
        (0, 0.0, 32.0, "reached this stage"), (1, 0.0, 12.0, "reached this stage"),
        (1, 12.0, 32.0, "only the one before"),
    ]  # fmt: skip


def test_a_hidden_rung_is_a_word_and_no_bar():
    chart = charts.ladder(ladder_of(20, 10, None, 0, 0, 0, 0), EN)
    assert rows(chart)[2] == ("Mentored", "hidden (10 lost)")
    assert 2 not in {piece[0] for piece in pieces(chart)}


def test_problems_are_pieces_by_severity_and_partners_without_any_are_left_out():
    told = {"A": {"warning": 2, "error": 1}, "B": {"notice": 0}, None: {"notice": 30}, "C": {}}
    chart = charts.problems(told, {"A": "TDA"}, EN)
    assert rows(chart) == [("partner not known", "30"), ("TDA", "3")]
    assert pieces(chart) == [(0, 0.0, 30.0, "notice"), (1, 0.0, 1.0, "error"), (1, 1.0, 3.0, "warning")]


def test_of_thirty_partners_with_problems_five_are_told_together():
    chart = charts.problems({f"p{n:02}": {"error": n} for n in range(1, 31)}, None, EN)
    assert chart.spec["title"]["subtitle"] == ["5 further partners with 15 problems are not drawn."]
    assert len(rows(chart)) == 25


# --- the map ----------------------------------------------------------------------------------------------------------


def tile(chart, code):
    return next(
        values(chart, "state", "text", "province")[n] for n, (c,) in enumerate(values(chart, "code")) if c == code
    )


def test_the_grid_has_the_38_provinces_of_kemendagri_each_in_a_place_of_its_own():
    assert {t.code for t in grid()} == set(lokal.provinces.PROVINCES)
    assert len({(t.column, t.row) for t in grid()}) == len({t.short for t in grid()}) == len(grid()) == 38
    papua = {t.code: t.name for t in grid() if t.code.startswith("9")}
    assert papua == {
        "91": "Papua", "92": "Papua Barat", "93": "Papua Selatan", "94": "Papua Tengah", "95": "Papua Pegunungan",
        "96": "Papua Barat Daya",
    }  # fmt: skip


def test_neighbours_lie_as_they_do_on_the_land():
    at = {t.short: (t.column, t.row) for t in grid()}
    west_to_east = [at[name][0] for name in ("Aceh", "DKI", "Jateng", "Jatim", "Bali", "NTB", "NTT", "Papua")]
    assert west_to_east == sorted(west_to_east)
    assert at["Sulut"][1] < at["Sulteng"][1] < at["Sulsel"][1]
    assert at["DIY"] == (at["Jateng"][0], at["Jateng"][1] + 1)


def test_a_province_that_nobody_reported_is_grey_and_has_no_number():
    chart = charts.province_map({"31": cell(1234567), "91": cell(0), "93": HIDDEN, None: cell(77)}, "jobs", ID)
    assert tile(chart, "31") == ("counted", "1.234.567", "DKI Jakarta")
    assert tile(chart, "91") == ("counted", "0", "Papua")
    assert tile(chart, "93") == ("hidden", "…", "Papua Selatan")
    assert tile(chart, "32") == ("not reported", "–", "Jawa Barat")
    assert [state for (state,) in values(chart, "state")].count("not reported") == 3 * 35  # in each of three layers
    assert "Provinsi tidak diketahui: 77" in texts(chart)
    assert chart.description == (
        "Lapangan kerja per provinsi. DKI Jakarta: 1.234.567; Papua: 0. Provinsi yang ada angkanya: 2; "
        "disembunyikan: 1; tidak dilaporkan: 35; tidak diketahui: 77."
    )


def test_the_legend_says_what_grey_and_hatching_mean_where_there_is_any():
    some = charts.province_map({"31": cell(5), "93": HIDDEN}, "jobs", EN)
    assert {"grey: not reported, which is not nought", "hatched (…): hidden, to protect people"} <= set(texts(some))
    all_told = charts.province_map({t.code: cell(5) for t in grid()}, "jobs", EN)
    assert not any(text.startswith(("grey", "hatched")) for text in texts(all_told))


def test_larger_numbers_are_darker():
    chart = charts.province_map(
        {"11": cell(3), "12": cell(40), "13": cell(500), "14": cell(6000), "15": cell(70000)}, "jobs", ID
    )
    fills = dict(values(chart, "code", "fill"))
    assert len({fills[code] for code in ("11", "12", "13", "14", "15")}) == 5
    assert len({fills[code] for code in ("31", "32", "91")}) == 1


def test_where_no_province_is_told_at_all_the_noughts_are_not_shown():
    chart = charts.province_map({"31": cell(0), "32": cell(0), None: cell(60)}, "jobs", EN)
    assert {state for (state,) in values(chart, "state")} == {"not reported"}
    told = charts.province_map({"31": cell(0), "32": cell(0), None: cell(0)}, "jobs", EN)
    assert tile(told, "31")[:2] == ("counted", "0")


# --- overlap ----------------------------------------------------------------------------------------------------------


def test_dots_stand_for_the_partners_of_each_combination_and_a_line_joins_them():
    shared = [Shared(("A", "C"), cell(9)), Shared(("B",), cell(8)), Shared((), cell(5))]
    chart = charts.overlap(shared, {"A": "TDA"}, EN)
    # A and C list 9, B lists 8: the columns are A, C, B.
    dark = sorted((row, column) for row, column, fill in values(chart, "row", "column", "fill") if fill == "#475569")
    assert dark == [(0, 0), (0, 1), (1, 2)]
    assert values(chart, "row", "from", "to") == [(0, 0, 1)]
    assert {tuple(v) for v in values(chart, "people", "text", "label")} == {
        (9.0, "9", "TDA + C"), (8.0, "8", "B"), (5.0, "5", "small ones together"),
    }  # fmt: skip
    assert 2 not in {row for row, _, _ in values(chart, "row", "column", "fill")}
    assert chart.description == "People by the partners that list them. TDA + C: 9; B: 8; small ones together: 5."


def test_at_most_twenty_combinations_are_drawn_and_the_others_counted():
    shared = [Shared((f"p{n:02}", "A"), cell(100 - n)) for n in range(19)] + [
        Shared(("A",), cell(n)) for n in (70, 9, 8)
    ]
    chart = charts.overlap(shared, None, EN)
    assert len({row for row, _ in values(chart, "row", "people")}) == 20
    assert chart.spec["title"]["subtitle"] == ["2 smaller combinations with 17 people are not drawn."]


def test_at_most_twenty_partners_have_room():
    shared = [Shared((f"p{n:02}", f"q{n:02}"), cell(100 - n)) for n in range(15)]
    chart = charts.overlap(shared, None, EN)
    assert len({row for row, _ in values(chart, "row", "people")}) == 10
    assert chart.spec["title"]["subtitle"] == ["5 smaller combinations with 440 people are not drawn."]  # 90 + … + 86


# --- a month, from files to charts ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def month():
    reading = okoce.read("docs/examples/2022-09")
    population = okoce.resolve(reading, identity="exact")
    return reading, okoce.compare(population, ["okoce-claim@1", "okoce-p4@1"], as_of="2022-09-30")


@pytest.mark.parametrize("rules", [None, Suppression()], ids=["plain", "suppressed"])
def test_every_chart_of_the_sample_month_shows_the_numbers_of_its_results(month, rules):
    figures = month[1][1]
    rungs, shared, ages = ladder(figures, rules), shared_lists(figures, rules), headcount_ages(figures, rules)
    drawn = charts.ladder(rungs, EN)
    assert [end for _, start, end, part in pieces(drawn) if part == "reached this stage"] == [
        float(rung.reached.value) for rung in rungs if rung.reached.value
    ]
    people = dict(values(charts.overlap(shared, None, EN), "row", "people"))
    assert people == {row: float(each.people.value or 0) for row, each in enumerate(shared)}
    assert len(rows(charts.headcount_ages(ages, EN))) == 7
    table = figures.table("province", suppress=rules)
    told = {row.values[0]: row.cells["participants"].value for row in table.rows}
    shown = dict(values(charts.province_map(table, "participants", EN), "code", "text"))
    assert {code: shown[code] for code in told if code} == {
        code: "…" if value is None else str(value) for code, value in told.items() if code
    }
    assert {state for (state,) in values(charts.province_map(table, "jobs", EN), "state")} == {"not reported"}


def test_the_bridge_and_the_figures_of_the_sample_month_are_those_of_its_expected_page(month):
    _, comparison = month  # docs/examples/2022-09/expected.md: 52 lines, 30 people; 157 heads, 60 jobs
    assert [text for _, text in rows(charts.bridge(comparison.bridge("participants"), EN))][::-1][0] == "30"
    assert [text for _, text in panel(charts.figures(comparison, EN), 0)] == ["52", "30 (29–30)"]
    assert [text for _, text in panel(charts.figures(comparison, EN), 2)] == ["157 (157–159)", "60 (45–67)"]
    assert charts.figures(comparison.rows(), EN) == charts.figures(comparison, EN)


def test_coverage_and_problems_of_the_sample_month_come_from_its_reading(month):
    reading, _ = month
    assert [text for _, text in rows(charts.coverage(coverage(reading), EN))] == ["1 of 1 sent"] * 6
    whole = sum(problem.count for problem in reading.problems)
    assert sum(end - start for _, start, end, _ in pieces(charts.problems(reading, None, EN))) == whole
