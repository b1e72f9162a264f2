"""Charts: what counting gives, drawn. Each function takes a result and gives a :class:`Chart`.

A chart is a Vega-Lite v6 specification with its data in it, and a text that says what is to be seen. It draws itself
in a notebook, becomes an SVG or a PNG without a browser, and can be changed as an Altair object or as a plain dict.
Disclosure control is applied before, where the numbers are made; a chart shows what it is given.
"""

from okoce_core.report.charts.attribution import attribution
from okoce_core.report.charts.bridge import bridge
from okoce_core.report.charts.chart import Chart
from okoce_core.report.charts.coverage import coverage
from okoce_core.report.charts.figures import figures
from okoce_core.report.charts.headcount_ages import headcount_ages
from okoce_core.report.charts.ladder import ladder
from okoce_core.report.charts.overlap import overlap
from okoce_core.report.charts.problems import problems
from okoce_core.report.charts.province_map import province_map

__all__ = [
    "Chart", "attribution", "bridge", "coverage", "figures", "headcount_ages", "ladder", "overlap", "problems",
    "province_map",
]  # fmt: skip
