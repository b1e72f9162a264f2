"""The figures published about the movement: what was said, when, of whom, and by which definition, if one was given.

They are to check a count against (:mod:`~okoce_core.counting.publishing.check`), never to count with. A measure
that a source does not give is *not given*, which is not nought, and nothing is filled in.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any, Final, Literal, get_args

import attrs

from okoce_core.values import PartialDate
from okoce_core.values.stage import Stage

__all__ = ["MEASURES", "SCOPES", "Given", "PublishedFigure", "Scope", "package_data", "published"]

Measure = Stage | Literal["entrepreneurs", "jobs", "other"]
MEASURES: Final[tuple[str, ...]] = (*get_args(Stage), "entrepreneurs", "jobs", "other")
"""What a published number may be of: people at a stage, entrepreneurs, jobs, or something else that its unit names."""

Scope = Literal["campaign", "dki", "dki_agency", "national", "website", "outside_dki", "mixed"]
SCOPES: Final[tuple[Scope, ...]] = get_args(Scope)
"""Whose people a figure speaks of. They never add up: DKI is inside *national* in some texts, outside in others."""

Kind = Literal["stock", "flow", "target", "claim"]
Printed = Literal["plain", "rounded", "at_least", "added"]


@attrs.frozen(kw_only=True)
class Given:
    """One number that a published figure gives.

    Attributes:
        measure: A stage (people at it), entrepreneurs, jobs, or other.
        number: As printed. printed: *plain*, *rounded* ("~"), *at_least* (">"), or *added* ("+", new ones alone).
        unit: What was numbered: ``people``, ``jobs``, ``permits``, ``products``, ``website_members`` and the like.
        kind: *stock* on the day, *flow* since ``window_start``, *target*, or *claim*, which says neither.
        scope: Whose people.
        window_start: Counted only from here on; None: from the beginning.
        definition_id: The rulebook of the definition on record as having given this number; None: none was published.
        remark: What the source adds to this number, in Indonesian (``id``) and English (``en``); both may be empty.
    """

    measure: Measure
    number: int
    printed: Printed = "plain"
    unit: str
    kind: Kind
    scope: Scope
    window_start: PartialDate | None = None
    definition_id: str | None = None
    remark: Mapping[str, str] = attrs.field(hash=False)

    @property
    def span(self) -> tuple[int, int | None]:
        """The least and the most that the number may stand for; no most where it was given as a least.

        A rounded number is taken as rounded at its last digit that is not 0.

        >>> [given.span for given in published()[32].given]
        [(281812, 281812), (175500, 176499), (154500, 155499)]
        """
        if self.printed == "at_least":
            return self.number, None
        if self.printed != "rounded":
            return self.number, self.number
        half = 10 ** (len(str(self.number)) - len(str(self.number).rstrip("0"))) // 2
        return self.number - half, self.number + half - 1


@attrs.frozen(kw_only=True)
class PublishedFigure:
    """What one source says of one day.

    Attributes:
        id: The row, from 1; it never changes. as_of: The day, month or year it speaks of.
        window_start: Where its flow begins; None where it gives a stock.
        kind, scope: As of :class:`Given`, where a number does not differ.
        body: Who keeps the count, where that is said.
        given: The numbers, in the order of :data:`MEASURES`.
        source_url: Addresses; one that ends in … was kept only so far.
        confidence: *stated* by the source, *inferred* from it, or a *guess*. What a note infers, it says.
        note: In Indonesian (``id``) and English (``en``); both empty where there is nothing to remark.
    """

    id: int
    as_of: PartialDate
    window_start: PartialDate | None = None
    kind: Kind
    scope: Scope
    body: str | None = None
    given: tuple[Given, ...]
    source_url: tuple[str, ...]
    confidence: Literal["stated", "inferred", "guess"] = "stated"
    note: Mapping[str, str] = attrs.field(hash=False)

    def of(self, measure: str, scope: str | None = None) -> int | None:
        """The first number of a measure, in the figure's own scope unless another is asked for; None: not given.

        >>> published()[39].of("entrepreneurs"), published()[39].of("financed"), published()[10].of("registered", "dki")
        (480765, None, 44560)
        """
        numbers = (g.number for g in self.given if (g.measure, g.scope) == (measure, scope or self.scope))
        return next(numbers, None)


def published() -> tuple[PublishedFigure, ...]:
    """Every published figure, by id."""
    return tuple(_figure(row) for row in package_data()["figure"])


@cache
def package_data() -> Mapping[str, Any]:
    """The file of published figures, as TOML gives it."""
    return tomllib.loads(
        resources.files("okoce_core.counting.publishing").joinpath("data", "published.toml").read_text("utf-8")
    )


def _figure(row: Mapping[str, Any]) -> PublishedFigure:
    about = {
        "as_of": PartialDate.from_iso(row["as_of"]),
        "window_start": _day(row),
        "given": tuple(_given(number, row) for number in row["given"]),
        "source_url": tuple(row["source_url"]),
        "note": row.get("note", _NOTHING),
    }
    return PublishedFigure(**{**row, **about})


def _given(number: Mapping[str, Any], row: Mapping[str, Any]) -> Given:
    inherited = {
        "unit": "jobs" if number["measure"] == "jobs" else "people", "kind": row["kind"], "scope": row["scope"],
        "remark": _NOTHING,
    }  # fmt: skip
    return Given(**{**inherited, **number, "window_start": _day({**row, **number})})


def _day(said: Mapping[str, Any]) -> PartialDate | None:
    return PartialDate.from_iso(said["window_start"]) if "window_start" in said else None


_NOTHING: Final[Mapping[str, str]] = {"id": "", "en": ""}
