"""The population page: how many people and enterprises, what made rows one, and what stays in doubt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from okoce_core.identity import REASONS, Population
from okoce_core.identity.population import Estimate, Links
from okoce_core.report.blocks import Block, Table
from okoce_core.report.decisions_page import decisions_page
from okoce_core.report.link_words import link_text
from okoce_core.report.tongue import Tongue

__all__ = ["population_page"]


def population_page(population: Population, tongue: Tongue) -> list[Block]:
    """The page as blocks."""
    say, number = tongue.say, tongue.number
    heads = say("Who is the same"), say("Distinct"), say("Entries in the files")
    rows = (
        (say("People"), number(population.people), number(len(population.person))),
        (say("Enterprises"), number(population.enterprises), number(len(population.enterprise))),
    )
    return [
        Table(say("Population (identity: {way})", way=population.identity), heads, rows, frozenset({1, 2})),
        say("Pairs of people who may be one and are kept apart, in doubt: {n}.", n=number(len(population.doubts))),
        *_estimates(population, tongue),
        *_links(population, tongue),
        *decisions_page(population.decisions, tongue),
    ]


def _estimates(population: Population, tongue: Tongue) -> Iterator[str]:
    say = tongue.say
    if found := population.estimate:
        yield say("Estimated, for links missed or made in error: {n} people.", n=_ends(found, tongue))
    if found := population.enterprise_estimate:
        yield say("Estimated, for links missed or made in error: {n} enterprises.", n=_ends(found, tongue))


def _ends(estimate: Estimate, tongue: Tongue) -> str:
    value, low, high = (tongue.number(round(end)) for end in (estimate.value, estimate.low, estimate.high))
    return f"{value} ({low}–{high})"


def _links(population: Population, tongue: Tongue) -> Iterator[Table]:
    say, kinds = tongue.say, (population.person_links, population.enterprise_links)
    told = [_by_reason(links) for links in kinds]
    if reasons := sorted(set(chain(*told))):
        rows = tuple(
            (link_text("reason", REASONS[reason], tongue.language), *(tongue.number(by[reason]) for by in told))
            for reason in reasons
        )
        heads = say("Why two entries are one"), say("People"), say("Enterprises")
        yield Table(say("Links, by reason"), heads, rows, frozenset({1, 2}))


def _by_reason(links: Links) -> Counter[int]:
    return Counter(links.reason)
