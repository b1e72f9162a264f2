"""What a notebook shows of each result: HTML that stands by itself, in the language that was chosen."""

from __future__ import annotations

import contextvars
import re
from fractions import Fraction

import attrs
import pytest

import okoce_core as okoce
from okoce_core.counting import Suppression
from okoce_core.counting.publishing.check import check
from okoce_core.frames import Records
from okoce_core.identity.decisions import Applied, Decision, Decisions
from okoce_core.identity.exchange import pseudonym_list
from okoce_core.identity.explaining import Evidence
from okoce_core.identity.overlap import overlap
from okoce_core.identity.population import Estimate
from okoce_core.report.pages import page
from okoce_core.report.tables import render
from okoce_core.report.tongue import Tongue, spoken
from okoce_core.shown import Shown

FOLDER = "docs/examples/2022-09"
KEY = b"a key for tests only"


@pytest.fixture(scope="module")
def reading():
    return okoce.read(FOLDER)


@pytest.fixture(scope="module")
def population(reading):
    return okoce.resolve(reading)


@pytest.fixture(scope="module")
def compared(population):
    return okoce.compare(population, ["okoce-claim@1", "okoce-p4@1", "okoce-reach@1"], as_of="2022-09-30")


@pytest.fixture(scope="module")
def results(reading, population, compared):
    figures = compared[1]
    lists = [pseudonym_list(okoce.resolve(okoce.read(f"{FOLDER}/{name}")), KEY) for name in ("tda.csv", "csr.json")]
    return {
        "Reading": reading, "FileReading": reading.files[0], "Ledger": reading.ledger, "Records": population.rows(),
        "AllProblems": reading.problems, "Problems": reading.files[0].problems, "Population": population,
        "Figure": figures.jobs, "Figures": figures, "Comparison": compared,
        "Bridge": compared.bridge("jobs", end="okoce-p4@1"),
        "Table": figures.table("province", "sex"), "Rows": compared.rows(["sex"], ["equal"]),
        "Explanation": figures.jobs.explain(), "Rulebook": okoce.preset("okoce-p4@1"), "Check": check(figures),
        "LinkExplanation": okoce.explain_link(population, ("csr.json", 1), ("tda.csv", 4)),
        "PseudonymList": lists[0], "Overlap": overlap(lists),
        "Applied": Applied(Decisions((Decision.of("a", "b", "same"),))),
    }  # fmt: skip


def subclasses(of):
    for kind in of.__subclasses__():
        yield kind
        yield from subclasses(kind)


ABSTRACT = {"ProblemRows", "TabularByRows"}


def test_every_result_that_shows_itself_is_shown_here(results):
    assert {kind.__name__ for kind in subclasses(Shown)} - ABSTRACT == set(results)
    assert all(type(shown).__name__ == name for name, shown in results.items())


def test_each_result_is_html_of_its_own_in_indonesian(results):
    for name, shown in results.items():
        html = shown._repr_html_()
        assert html.startswith('<div class="okoce-shown" lang="id">\n<style>'), name
        assert html.endswith("</div>"), name
        assert not re.search(r"\bid=|<script|https?://", html.split("</style>")[1]) or name in {"Rulebook", "Check"}, (
            name
        )


def test_the_styles_reach_nothing_but_what_is_shown(results):
    styles = results["Ledger"]._repr_html_().split("<style>")[1].split("</style>")[0]
    selectors = [one.strip() for rule in styles.split("}") for one in rule.split("{")[0].split(",") if one.strip()]
    assert selectors
    assert all(one.startswith(".okoce-shown") for one in selectors)


def test_the_numbers_shown_are_those_of_the_result(results):
    # derived by hand in expected.md: 30 participants and 60 jobs under okoce-p4@1, 157 heads claimed
    for name in ("Figures", "Comparison"):
        assert ">60 (45–67)<" in results[name]._repr_html_(), name
    assert ">157<" in results["Bridge"]._repr_html_()
    assert "60 (45–67)" in results["Figure"]._repr_html_()


def in_its_own_context(work):
    return contextvars.copy_context().run(work)


def test_the_language_is_chosen_once_for_what_follows(results):
    def speak():
        okoce.bahasa("en")
        return [shown._repr_html_() for shown in results.values()]

    assert all('lang="en"' in html for html in in_its_own_context(speak))
    assert spoken().language == "id"  # and it goes no further than it was chosen for


def test_unless_it_is_chosen_the_language_is_that_of_the_command(monkeypatch, results):
    monkeypatch.setenv("OKOCE_BAHASA", "en")
    assert 'lang="en"' in results["Ledger"]._repr_html_()
    assert in_its_own_context(lambda: (okoce.bahasa("id"), spoken().language)[1]) == "id"


def test_a_language_that_is_not_spoken_is_refused_at_once():
    with pytest.raises(okoce.Misuse) as refused:
        okoce.bahasa("jv")
    assert refused.value.code == "unknown-language"
    assert spoken().language == "id"


def text(shown, language="en"):
    return render(page(shown, Tongue(language)))


def test_a_comparison_says_its_day_and_nothing_of_options_of_the_command(compared):
    assert "Figures as of 2022-09-30.\n" in text(compared)
    assert "--" not in text(compared).split("\n")[0]


def test_a_comparison_of_nothing_shows_nothing(population):
    assert page(okoce.compare(population, []), Tongue()) == []


def test_a_value_that_was_revealed_is_not_shown(results):
    explained = results["LinkExplanation"]
    revealed = (Evidence("name", "same", 1.0, ("Sekar", "Sekar")),)
    assert "Sekar" not in attrs.evolve(explained, evidence=revealed)._repr_html_()


def test_names_of_files_and_sheets_are_no_markup():
    shown = okoce.read(b"nama,nik\n<b>x</b>,1\n").ledgers
    evil = Records(shown.kinds, [('<img src="x">', *shown.rows[0][1:])])
    assert "<img" not in evil._repr_html_()
    assert "&lt;img" in evil._repr_html_()


def test_a_long_table_shows_its_first_rows_and_says_how_many_more():
    rows = Records({"n": "whole"}, [(n,) for n in range(25)])
    assert "and 5 more rows" in text(rows)
    assert "more rows" not in text(Records({"n": "whole"}, [(n,) for n in range(20)]))


def test_what_is_not_published_is_said_and_why_the_rows_do_not_add_up(compared):
    shown = text(compared[1].table("regency", suppress=Suppression()))
    assert "not published" in shown
    assert "are not published, so the rows shown do not add up to all." in shown
    rows = text(compared[1].rows(["regency"], suppress=Suppression()))
    assert "not published" in rows


def test_rounded_numbers_are_said_to_be_rounded(compared):
    shown = text(compared[1].table("sex", suppress=Suppression(key=KEY)))
    assert "rounded by itself to a multiple of 3" in shown


def test_what_a_rulebook_does_not_ask_for_or_models_is_no_number(population):
    reach, rates = okoce.compare(population, ["okoce-reach@1", "okoce-claim@1"], as_of="2022-09-30")
    assert "not asked" in text(reach.rows())
    assert "not asked" in text(reach.jobs)
    assert rates.rows().records()


def test_an_estimate_stands_beside_the_count(population):
    told = attrs.evolve(population, estimate=Estimate(30.6, 29.2, 33.1), enterprise_estimate=Estimate(27.0, 26.0, 28.0))
    assert "made in error: 31 people" not in text(told)
    assert "made in error: 31 (29–33) people." in text(told)
    assert "27 (26–28) enterprises." in text(told)


def test_who_was_left_out_of_a_figure_stands_with_the_reason(compared):
    # expected.md: of 31 people 30 are certain and X comes later
    shown = text(compared[1].participants)
    assert "only after the reference date" in shown
    assert compared[1].participants.value == Fraction(30)


def test_what_does_not_show_itself_has_no_page():
    with pytest.raises(NotImplementedError):
        page(object(), Tongue())
