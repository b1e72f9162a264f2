"""The page of every result that shows itself: what it consists of, before anybody decides how it is drawn."""

from __future__ import annotations

from functools import singledispatch
from typing import Any, Final

import attrs

from okoce_core.counting import Bridge, Comparison, Explanation, Figure, Figures, Rows, Table
from okoce_core.counting.publishing.check import Check
from okoce_core.evidence import Ledger, ProblemRows
from okoce_core.frames import Records
from okoce_core.identity import LinkExplanation, Population
from okoce_core.identity.decisions import Applied
from okoce_core.identity.exchange import PseudonymList
from okoce_core.identity.overlap import Overlap
from okoce_core.intake.outcome import FileReading, Reading
from okoce_core.report.blocks import Block
from okoce_core.report.blocks import Table as Drawn
from okoce_core.report.breakdown_page import table_page
from okoce_core.report.comparison_page import bridge_table
from okoce_core.report.decisions_page import decisions_page
from okoce_core.report.explanation_page import explanation_tree
from okoce_core.report.figure_page import figure_page
from okoce_core.report.figures_page import figures_page
from okoce_core.report.files_page import files_page
from okoce_core.report.link_page import link_page
from okoce_core.report.overlap_page import overlap_page
from okoce_core.report.population_page import population_page
from okoce_core.report.problems_page import listed, problems_page
from okoce_core.report.published_page import check_page
from okoce_core.report.rows_page import records_page, rows_page
from okoce_core.report.rulebook_page import rulebook_page
from okoce_core.report.tongue import Tongue
from okoce_core.rules import Rulebook

__all__ = ["page"]

_ROWS: Final = 3
"""How many rows an explanation names for each statement, as ``okoce explain`` does."""


@singledispatch
def page(shown: Any, tongue: Tongue) -> list[Block]:
    """The page of a result, as blocks.

    Raises:
        NotImplementedError: it is none that shows itself.
    """
    raise NotImplementedError(type(shown).__name__)


@page.register(Reading)
def _(shown: Reading, tongue: Tongue) -> list[Block]:
    return [*files_page(shown, tongue), *problems_page(shown, tongue)]


@page.register(FileReading)
def _(shown: FileReading, tongue: Tongue) -> list[Block]:
    return page(Reading((shown,)), tongue)


@page.register(Ledger)
def _(shown: Ledger, tongue: Tongue) -> list[Block]:
    say = tongue.say
    heads = say("Rows seen"), say("recorded"), say("rejected"), say("blank"), say("skipped")
    numbers = tuple(map(tongue.number, attrs.astuple(shown)))
    return [Drawn(say("Rows"), heads, (numbers,), frozenset(range(len(heads))))]


@page.register(ProblemRows)
def _(shown: ProblemRows, tongue: Tongue) -> list[Block]:
    return listed(shown, tongue)


@page.register(Figures)
def _(shown: Figures, tongue: Tongue) -> list[Block]:
    return figures_page([shown], tongue, as_of_given=None)


@page.register(Comparison)
def _(shown: Comparison, tongue: Tongue) -> list[Block]:
    return figures_page(shown.figures, tongue, as_of_given=None) if shown.figures else []


@page.register(Table)
def _(shown: Table, tongue: Tongue) -> list[Block]:
    return table_page(shown, tongue, tongue.say("Breakdown"), {})


@page.register(Bridge)
def _(shown: Bridge, tongue: Tongue) -> list[Block]:
    order = tongue.say("The order of the steps is fixed; in another order each could be of another size.")
    return [bridge_table(shown, tongue), order]


@page.register(Explanation)
def _(shown: Explanation, tongue: Tongue) -> list[Block]:
    return [explanation_tree(shown, tongue, _ROWS)]


@page.register(LinkExplanation)
def _(shown: LinkExplanation, tongue: Tongue) -> list[Block]:
    """Never with values, revealed or not: a notebook is saved with what it shows."""
    hidden = tuple(attrs.evolve(said, values=None) for said in shown.evidence)
    return link_page(attrs.evolve(shown, evidence=hidden), tongue)


@page.register(Overlap)
def _(shown: Overlap, tongue: Tongue) -> list[Block]:
    return overlap_page([tongue.say("List {n}", n=n) for n, _ in enumerate(shown.people, 1)], shown, tongue)


@page.register(PseudonymList)
def _(shown: PseudonymList, tongue: Tongue) -> list[Block]:
    say, number = tongue.say, tongue.number
    told = {"n": number(len(shown.people)), "unknown": number(shown.unknown)}
    return [say("{n} people under pseudonyms, {unknown} of them without any identifier.", **told)]


@page.register(Check)
def _(shown: Check, tongue: Tongue) -> list[Block]:
    return check_page([shown], tongue)


page.register(Applied)(decisions_page)
page.register(Figure)(figure_page)
page.register(Population)(population_page)
page.register(Records)(records_page)
page.register(Rows)(rows_page)
page.register(Rulebook)(rulebook_page)
