"""A part of a report: a heading, how to read what follows, tables and pictures."""

from __future__ import annotations

import attrs

from okoce_core.report.blocks import Block
from okoce_core.report.charts import Chart

__all__ = ["Section"]


@attrs.frozen
class Section:
    """A part of a report.

    Attributes:
        name: Its anchor on the page, unique there.
        heading: What it is about. guide: One or two sentences that say how to read it.
        charts: Pictures of the tables. blocks: The tables, and sentences between them.
    """

    name: str
    heading: str
    guide: tuple[str, ...] = ()
    charts: tuple[Chart, ...] = ()
    blocks: tuple[Block, ...] = ()
