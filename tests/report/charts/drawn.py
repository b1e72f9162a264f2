"""One chart of each kind, of numbers made up for it; what a chart says, and the values in its specification."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from okoce_core.counting import AgeBand, Bridge, Cell, Coverage, Rung, Shared, Step
from okoce_core.counting.exports import Observation
from okoce_core.counting.exports.observation import About
from okoce_core.report import charts
from okoce_core.report.tongue import Tongue
from okoce_core.values.stage import SEVEN_PAS

__all__ = ["EN", "HIDDEN", "ID", "cell", "every_chart", "headline", "ladder_of", "layers", "step", "texts", "values"]

ID, EN = Tongue("id"), Tongue("en")
HIDDEN = Cell(None, None, None, None, None, None, "few")


def cell(number):
    return HIDDEN if number is None else Cell(Fraction(number))


def ladder_of(*here):
    """A ladder from how many people stay at each rung; None is hidden with all that would tell it."""
    reached = [sum(here[n:]) if None not in here[n:] else None for n in range(7)]
    lost = [0, *here[:-1]]
    return [Rung(stage, cell(reached[n]), cell(here[n]), cell(lost[n])) for n, stage in enumerate(SEVEN_PAS)]


def headline(measure, value, low=None, high=None, book="okoce-p4@1", state="counted"):
    about = About(book, book, "", dt.date(2022, 9, 30), None, "")
    numbers = [None if number is None else Fraction(number) for number in (value, low, high)]
    return Observation(about, measure, {}, None, *numbers, state=state)


def step(name, change, value):
    return Step(name, {}, Fraction(value), Fraction(change), "person")


BRIDGE = Bridge(
    "participants", "okoce-claim@1", "own@1", Fraction(5200),
    (step("same-partner", -1200, 4000), step("role", 0, 4000), step("stage", 50, 4050)),
)  # fmt: skip


def every_chart(tongue, name=lambda partner: partner):
    """Every kind of chart; ``name`` gives what a partner is called."""
    a, b, c = map(name, "ABC")
    names = {"A": a, "B": b, "C": c}
    shared = [Shared(("A",), cell(9000)), Shared(("A", "B"), cell(1234)), Shared(("C",), cell(40)), Shared((), cell(7))]
    sent = [
        Coverage("A", a, "association", "lists", 1, 0, 1200, 3), Coverage("B", b, "government", "totals", 1),
        Coverage(None, None, None, "not readable", 2, 2), Coverage("C", c, "government", "not reported"),
    ]  # fmt: skip
    ages = [AgeBand("0-3", cell(1300), cell(4100)), AgeBand("25+", HIDDEN, cell(12)), AgeBand("none", cell(8), cell(0))]
    provinces = {"31": cell(1234567), "91": cell(0), "93": HIDDEN, None: cell(77)}
    figures = [headline("participants", 53201, 53047, 56481), headline("jobs", None, state="not asked")]
    return {
        "attribution": charts.attribution({"A": Fraction(7000, 2), "B": cell(20), "C": HIDDEN}, "jobs", names, tongue),
        "bridge": charts.bridge(BRIDGE, tongue),
        "coverage": charts.coverage(sent, tongue),
        "figures": charts.figures(figures, tongue),
        "headcount_ages": charts.headcount_ages(ages, tongue),
        "ladder": charts.ladder(ladder_of(15542, 9582, 0, 0, 0, 0, 6), tongue),
        "overlap": charts.overlap(shared, names, tongue),
        "problems": charts.problems({"A": {"error": 1, "warning": 2000}, None: {"notice": 3}}, names, tongue),
        "province_map": charts.province_map(provinces, "jobs", tongue),
    }


def layers(spec):
    """Every layer of a specification, those of panels too."""
    panels = spec.get("vconcat") or spec.get("hconcat") or [spec]
    return [layer for panel in panels for layer in panel["layer"]]


def values(chart, *fields):
    """Of every value that has these fields, what stands in them."""
    told = [value for layer in layers(chart.spec) for value in layer["data"]["values"]]
    return [tuple(value[field] for field in fields) for value in told if all(field in value for field in fields)]


def texts(chart):
    """Every word that the picture shows."""
    title = chart.spec["title"]
    shown = [text for layer in layers(chart.spec) for value in layer["data"]["values"] for text in value.values()]
    return [*title["text"], *title.get("subtitle", []), *(text for text in shown if isinstance(text, str))]
