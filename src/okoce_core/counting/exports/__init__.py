"""Figures and tables as they leave: tidy rows, Arrow, data frames, CSV, SDMX-CSV."""

from okoce_core.counting.exports.gathering import rows_of
from okoce_core.counting.exports.observation import COLUMNS, TOTAL, Observation
from okoce_core.counting.exports.rows import Rows, TabularByRows
from okoce_core.counting.exports.sdmx import sdmx_csv

__all__ = ["COLUMNS", "TOTAL", "Observation", "Rows", "TabularByRows", "rows_of", "sdmx_csv"]
