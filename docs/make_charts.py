"""Draws the pictures of ``docs/charts.md`` from the sample month. Run: python docs/make_charts.py."""

from __future__ import annotations

from pathlib import Path

import okoce_core as okoce
from okoce_core.counting import coverage, headcount_ages, ladder, shared_lists
from okoce_core.plugins.partners import find_partners
from okoce_core.report.charts import Chart
from okoce_core.report.tongue import Tongue

DOCS = Path(__file__).parent


def charts() -> dict[str, Chart]:
    """One of each kind, in Indonesian."""
    draw, tongue = okoce.charts, Tongue("id")
    reading = okoce.read(DOCS / "examples" / "2022-09")
    comparison = okoce.compare(
        okoce.resolve(reading, identity="exact"), ["okoce-claim@1", "okoce-reach@1", "okoce-p4@1"], as_of="2022-09-30"
    )
    figures = comparison[-1]
    return {
        "figures": draw.figures(comparison, tongue),
        "bridge": draw.bridge(comparison.bridge("jobs"), tongue),
        "ladder": draw.ladder(ladder(figures), tongue),
        "province_map": draw.province_map(figures.table("province"), "participants", tongue),
        "overlap": draw.overlap(shared_lists(figures), tongue=tongue),
        "attribution": draw.attribution(figures.attribution("jobs"), "jobs", tongue=tongue),
        "coverage": draw.coverage(coverage(reading, find_partners()[0]), tongue),
        "headcount_ages": draw.headcount_ages(headcount_ages(figures), tongue),
        "problems": draw.problems(reading, tongue=tongue),
    }


if __name__ == "__main__":
    folder = DOCS / "charts"
    folder.mkdir(exist_ok=True)
    for name, chart in charts().items():
        (folder / f"{name}.svg").write_text(chart.to_svg() + "\n", "utf-8")
